/** Fills the tree without being asked where the setting `gxlint.workspace` is `always`. */

import * as vscode from "vscode";
import { ExecuteCommandRequest } from "vscode-languageclient/node";
import type { Service } from "../client/service";
import type { Summary } from "./model";
import type { Reports } from "./view";

/** So long after the last change of a file the folders are looked at again. */
const PAUSE = 1500;
const FILES = "**/*.{txt,md,markdown,htm,html}";

export class Always implements vscode.Disposable {
  private readonly watcher = vscode.workspace.createFileSystemWatcher(FILES, false, false, true);
  private readonly listening: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;
  private running = false;

  constructor(
    private readonly service: Service,
    private readonly reports: Reports,
  ) {
    this.listening = vscode.Disposable.from(
      this.watcher,
      this.watcher.onDidCreate(() => this.soon()),
      this.watcher.onDidChange(() => this.soon()),
      vscode.workspace.onDidRenameFiles(() => this.soon()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.soon()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("gxlint.workspace")) this.soon();
      }),
      service.onChanged((state) => {
        if (state === "running") this.soon();
      }),
    );
    this.soon();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.fill(), PAUSE);
  }

  /** Check the folders; what has not changed costs the server nothing. */
  private async fill(): Promise<void> {
    const always = vscode.workspace.getConfiguration("gxlint").get("workspace") === "always";
    if (!always || (vscode.workspace.workspaceFolders?.length ?? 0) === 0) return;
    if (this.running) return this.soon();
    this.running = true;
    try {
      const client = await this.service.ensure();
      const params = { command: "gxlint.checkWorkspace", arguments: [] };
      const summary: Summary | undefined = await client?.sendRequest(ExecuteCommandRequest.type, params);
      if (summary !== undefined && !summary.cancelled) this.reports.show(summary);
    } catch (error) {
      this.service.log.info(`workspace: ${String(error)}`);
    } finally {
      this.running = false;
    }
  }
}
