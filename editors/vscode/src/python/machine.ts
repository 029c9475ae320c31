/** What the machine and the other extensions offer, for `candidates`. */

import * as fs from "node:fs";
import * as os from "node:os";
import * as vscode from "vscode";
import type { Circumstances, Origin } from "./candidates";

const WITHIN = 5000;

interface Offered {
  readonly origin: Origin;
  readonly executable: string;
}

/** The parts that are used of the interfaces of the two Python extensions. Neither has to be installed. */
interface EnvironmentsApi {
  getEnvironment(scope: vscode.Uri | undefined): Promise<{ execInfo?: { run?: { executable?: string } } } | undefined>;
  readonly onDidChangeEnvironment?: vscode.Event<unknown>;
}
interface PythonApi {
  readonly environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(path: { readonly path: string }): Promise<{ executable?: { uri?: vscode.Uri } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

/** The circumstances of now. */
export async function circumstances(): Promise<Circumstances> {
  const trusted = vscode.workspace.isTrusted;
  const folders = (vscode.workspace.workspaceFolders ?? [])
    .filter((one) => one.uri.scheme === "file")
    .map((one) => one.uri.fsPath);
  const settings = vscode.workspace.getConfiguration("gxlint");
  return {
    platform: process.platform,
    home: os.homedir(),
    env: process.env,
    folders: trusted ? folders : [],
    pathSetting: settings.get<string[]>("path", []),
    interpreterSetting: settings.get<string>("interpreter", ""),
    useEnvironment: settings.get<string>("importStrategy") !== "useBundled",
    trusted,
    offered: trusted ? await offered() : [],
    exists: (file) => fs.existsSync(file),
    list: (folder) => {
      try {
        return fs.readdirSync(folder);
      } catch {
        return [];
      }
    },
  };
}

/** The interpreters that the Python extensions have chosen for the workspace, where they are installed. */
async function offered(): Promise<Offered[]> {
  const resource = vscode.workspace.workspaceFolders?.[0]?.uri;
  const asked: [Origin, Promise<string | undefined>][] = [
    ["environments-extension", ofEnvironments(resource)],
    ["python-extension", ofPython(resource)],
  ];
  const found: Offered[] = [];
  for (const [origin, answer] of asked) {
    const executable = await answer;
    if (executable !== undefined && executable !== "") found.push({ origin, executable });
  }
  return found;
}

async function ofEnvironments(resource: vscode.Uri | undefined): Promise<string | undefined> {
  const api = await exported<EnvironmentsApi>("ms-python.vscode-python-envs");
  const environment = await patiently(() => api?.getEnvironment(resource));
  return environment?.execInfo?.run?.executable;
}

async function ofPython(resource: vscode.Uri | undefined): Promise<string | undefined> {
  const api = await exported<PythonApi>("ms-python.python");
  if (api?.environments === undefined) return undefined;
  const environment = await patiently(() =>
    api.environments.resolveEnvironment(api.environments.getActiveEnvironmentPath(resource)),
  );
  return environment?.executable?.uri?.fsPath;
}

async function exported<T>(id: string): Promise<T | undefined> {
  const extension = vscode.extensions.getExtension<T>(id);
  if (extension === undefined) return undefined;
  return extension.isActive ? extension.exports : patiently(() => Promise.resolve(extension.activate()));
}

/** What the other extension answers, or undefined where it fails or takes too long. */
async function patiently<T>(ask: () => Promise<T | undefined> | undefined): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), WITHIN);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Call back whenever a Python extension that is already running changes its mind. */
export function onOfferedChange(listener: () => void): vscode.Disposable {
  const listening: vscode.Disposable[] = [];
  const environments = vscode.extensions.getExtension<EnvironmentsApi>("ms-python.vscode-python-envs");
  if (environments?.isActive === true) {
    const event = environments.exports.onDidChangeEnvironment;
    if (event !== undefined) listening.push(event(listener));
  }
  const python = vscode.extensions.getExtension<PythonApi>("ms-python.python");
  if (python?.isActive === true) {
    const event = python.exports.environments?.onDidChangeActiveEnvironmentPath;
    if (event !== undefined) listening.push(event(listener));
  }
  return vscode.Disposable.from(...listening);
}
