/** Telling that something has failed, in words that help: the error itself is for the log. */

import * as vscode from "vscode";

export async function tellFailure(log: vscode.LogOutputChannel): Promise<void> {
  const show = vscode.l10n.t("Show Log");
  const words = vscode.l10n.t("gxlint could not do that. The log says more.");
  if ((await vscode.window.showErrorMessage(words, show)) === show) log.show();
}
