/** When settings change, a report may stand otherwise although its text is the same. */

import * as vscode from "vscode";

/** Files that the server takes settings and decisions from. */
const FILES = "**/{gxlint.toml,pyproject.toml,gxlint-ignores.toml,gxlint-baseline.json}";
/** The server takes a moment to notice, and may have much to check. */
const PAUSES: readonly number[] = [500, 2500];

/** Calls back some time after settings of gxlint have changed, and once more to be sure. */
export function onSettingsChange(callback: () => void): vscode.Disposable {
  let timers: NodeJS.Timeout[] = [];
  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
  };
  const soon = () => {
    stop();
    timers = PAUSES.map((pause) => setTimeout(callback, pause));
  };
  const watcher = vscode.workspace.createFileSystemWatcher(FILES);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(soon),
    watcher.onDidChange(soon),
    watcher.onDidDelete(soon),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("gxlint")) soon();
    }),
    new vscode.Disposable(stop),
  );
}
