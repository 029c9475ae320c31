/** The check of the whole workspace. */

import * as vscode from "vscode";
import { type LanguageClient, WorkDoneProgress, WorkDoneProgressCancelNotification } from "vscode-languageclient/node";
import type { Summary } from "../tree/model";
import type { Reports } from "../tree/view";
import { said } from "../words";
import type { Asking } from "./asking";

const { l10n, window } = vscode;
const CHECK = "gxlint.checkWorkspace";

export class WorkspaceCommands {
  constructor(
    private readonly asking: Asking,
    private readonly reports: Reports,
  ) {}

  async check(): Promise<void> {
    const client = await this.asking.service.ensure();
    if (client === undefined) return;
    // Now, while the person waits; later they may be typing elsewhere.
    await this.reports.focus();
    const summary = await this.checkWithProgress(client);
    if (summary === undefined) return;
    this.reports.show(summary);
    const found = said(summary) || l10n.t("nothing found");
    const words = l10n.t("{0} report(s) in {1} file(s): {2}", summary.reports, summary.files, found);
    void window.showInformationMessage(summary.cancelled ? l10n.t("Cancelled. {0}", words) : words);
  }

  /** A new server knows nothing of the check of the one before: it is done again for the reports that are listed. */
  async checkAgain(): Promise<void> {
    const client = this.asking.service.running;
    if (client === undefined || this.reports.empty) return;
    const summary = await this.asking.quietly<Summary>(client, CHECK);
    if (summary !== undefined) this.reports.show(summary);
  }

  async clear(): Promise<void> {
    const client = this.asking.service.running;
    if (client !== undefined) await this.asking.ask(client, "gxlint.clearWorkspace", []);
    this.reports.clear();
  }

  private checkWithProgress(client: LanguageClient): Thenable<Summary | undefined> {
    const title = l10n.t("Checking the reports of the workspace");
    return window.withProgress(
      { location: vscode.ProgressLocation.Notification, cancellable: true, title },
      (progress, cancel) => {
        const token = `gxlint-${Date.now()}`;
        let done = 0;
        const listening = client.onProgress(WorkDoneProgress.type, token, (value) => {
          if (value.kind !== "report") return;
          const now = value.percentage ?? done;
          progress.report({
            ...(value.message === undefined ? {} : { message: value.message }),
            increment: now - done,
          });
          done = now;
        });
        cancel.onCancellationRequested(
          () => void client.sendNotification(WorkDoneProgressCancelNotification.type, { token }),
        );
        return this.asking.ask<Summary>(client, CHECK, [], token).finally(() => listening.dispose());
      },
    );
  }
}
