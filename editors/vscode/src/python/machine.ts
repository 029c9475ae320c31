/** What the machine and the settings say, for `candidates`. */

import * as fs from "node:fs";
import * as os from "node:os";
import * as vscode from "vscode";
import type { Circumstances } from "./candidates";
import type { Offered } from "./offers";
import { run } from "./run";

const WITHIN = 3000;

/** The circumstances of now; `offered` gives what other extensions offer. */
export async function circumstances(offered: () => Promise<readonly Offered[]>): Promise<Circumstances> {
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
    pathSetting: texts(settings.get("path")),
    interpreterSetting: texts(settings.get("interpreter"))[0] ?? "",
    useEnvironment: settings.get<string>("importStrategy") !== "useBundled",
    trusted,
    offered: trusted ? await offered() : [],
    developerTools: await hasDeveloperTools(),
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

/** A setting may hold anything. */
function texts(value: unknown): string[] {
  return [value].flat().filter((one): one is string => typeof one === "string");
}

/** When a program was last changed. */
export function stamp(file: string): number | undefined {
  try {
    return fs.statSync(file).mtimeMs;
  } catch {
    return undefined;
  }
}

/** Asking this is silent; starting the Python that stands for them is not. */
async function hasDeveloperTools(): Promise<boolean> {
  if (process.platform !== "darwin") return true;
  return run(["/usr/bin/xcode-select", "-p"], WITHIN).then(
    ({ code }) => code === 0,
    () => false,
  );
}
