/** The interpreters that the Python extensions have chosen for the workspace. Neither has to be installed. */

import * as vscode from "vscode";
import type { Origin } from "./candidates";

const WITHIN = 5000;
const ENVIRONMENTS = "ms-python.vscode-python-envs";
const PYTHON = "ms-python.python";

export interface Offered {
  readonly origin: Origin;
  readonly executable: string;
}

/** The parts that are used of the two interfaces. Another version may lack any of them, or export nothing. */
interface EnvironmentsApi {
  getEnvironment?(scope: vscode.Uri | undefined): Promise<{ execInfo?: { run?: { executable?: string } } } | undefined>;
  readonly onDidChangeEnvironment?: vscode.Event<unknown>;
}
interface PythonApi {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(path: { readonly path: string }): Promise<{ executable?: { uri?: vscode.Uri } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath?: vscode.Event<unknown>;
  };
}

export class Offers implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** A Python extension has changed its mind. */
  readonly onChanged = this.changed.event;
  private readonly heard = new Map<string, vscode.Disposable>();
  private readonly coming = vscode.extensions.onDidChange(() => this.listen());

  constructor() {
    this.listen();
  }

  dispose(): void {
    this.coming.dispose();
    for (const one of this.heard.values()) one.dispose();
    this.changed.dispose();
  }

  /** What is offered now. `wake`: an extension that does not run yet may be started for it. */
  async interpreters(wake: boolean): Promise<Offered[]> {
    const resource = vscode.workspace.workspaceFolders?.[0]?.uri;
    const asked: [Origin, Promise<string | undefined>][] = [
      ["environments-extension", ofEnvironments(resource, wake)],
      ["python-extension", ofPython(resource, wake)],
    ];
    const found: Offered[] = [];
    for (const [origin, answer] of asked) {
      const executable = await answer;
      if (executable !== undefined && executable !== "") found.push({ origin, executable });
    }
    // Whoever was asked runs by now, and can be listened to.
    this.listen();
    return found;
  }

  private listen(): void {
    this.hear<EnvironmentsApi>(ENVIRONMENTS, (api) => api?.onDidChangeEnvironment);
    this.hear<PythonApi>(PYTHON, (api) => api?.environments?.onDidChangeActiveEnvironmentPath);
  }

  private hear<T>(id: string, event: (api: T | undefined) => vscode.Event<unknown> | undefined): void {
    if (this.heard.has(id)) return;
    try {
      const extension = vscode.extensions.getExtension<T>(id);
      const listening =
        extension?.isActive === true ? event(extension.exports)?.(() => this.changed.fire()) : undefined;
      if (listening !== undefined) this.heard.set(id, listening);
    } catch {
      // The trouble of another extension is not ours.
    }
  }
}

async function ofEnvironments(resource: vscode.Uri | undefined, wake: boolean): Promise<string | undefined> {
  const api = await exported<EnvironmentsApi>(ENVIRONMENTS, wake);
  const environment = await patiently(() => api?.getEnvironment?.(resource));
  return environment?.execInfo?.run?.executable;
}

async function ofPython(resource: vscode.Uri | undefined, wake: boolean): Promise<string | undefined> {
  const environments = (await exported<PythonApi>(PYTHON, wake))?.environments;
  const environment = await patiently(() =>
    environments?.resolveEnvironment(environments.getActiveEnvironmentPath(resource)),
  );
  return environment?.executable?.uri?.fsPath;
}

async function exported<T>(id: string, wake: boolean): Promise<T | undefined> {
  const extension = vscode.extensions.getExtension<T>(id);
  if (extension === undefined) return undefined;
  if (extension.isActive) return extension.exports;
  return wake ? patiently(() => Promise.resolve(extension.activate())) : undefined;
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
