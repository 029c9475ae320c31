/** The messages about the server that need a person, each once. */

import * as vscode from "vscode";
import type { Service } from "./client/service";
import { refusedSaid } from "./python/words";

const { l10n, window } = vscode;

export class Messages {
  private readonly open = new Set<string>();
  /** What was told about a setting, so that it is not told at every start. */
  private refused: string | undefined;

  constructor(private readonly service: Service) {}

  /** Tell what the state of the server means for a person, where it means anything. */
  tell(): void {
    switch (this.service.state) {
      case "missing":
        return void this.tellMissing();
      case "failed":
        return void this.tellFailed();
      case "running":
        return void this.tellRefused();
    }
  }

  private async tellMissing(): Promise<void> {
    const choose = l10n.t("Choose Python");
    const get = l10n.t("Get Python");
    const log = l10n.t("Show Log");
    const words = l10n.t(
      "gxlint needs Python 3.11 or newer and has found none on this computer. Install it, or choose one that is there.",
    );
    const refused = refusedSaid(this.service.rejected);
    const all = refused === undefined ? words : l10n.t("{0} {1}", refused, words);
    const chosen = await this.once(all, () => window.showWarningMessage(all, choose, get, log));
    if (chosen === choose) await vscode.commands.executeCommand("gxlint.interpreter.select");
    else if (chosen === get) await vscode.env.openExternal(vscode.Uri.parse("https://www.python.org/downloads/"));
    else if (chosen === log) this.service.log.show();
  }

  private async tellFailed(): Promise<void> {
    const restart = l10n.t("Restart");
    const log = l10n.t("Show Log");
    const words = l10n.t(
      "The language server of gxlint has ended several times in a row and is not started again. The log says more.",
    );
    const chosen = await this.once(words, () => window.showErrorMessage(words, log, restart));
    if (chosen === log) this.service.log.show();
    else if (chosen === restart) await vscode.commands.executeCommand("gxlint.server.restart");
  }

  /** What a person has chosen is not used, and another one is: without a word they would not know. */
  private async tellRefused(): Promise<void> {
    const words = refusedSaid(this.service.rejected);
    const before = this.refused;
    this.refused = words;
    const { launch } = this.service;
    if (words === undefined || words === before || launch === undefined) return;
    const choose = l10n.t("Choose Python");
    const log = l10n.t("Show Log");
    const used = l10n.t("{0} is used instead.", launch.python || launch.candidate.command.join(" "));
    const all = l10n.t("{0} {1}", words, used);
    const chosen = await this.once(all, () => window.showWarningMessage(all, choose, log));
    if (chosen === choose) await vscode.commands.executeCommand("gxlint.interpreter.select");
    else if (chosen === log) this.service.log.show();
  }

  /** A message that is still there is not shown again. */
  private async once(words: string, show: () => Thenable<string | undefined>): Promise<string | undefined> {
    if (this.open.has(words)) return undefined;
    this.open.add(words);
    try {
      return await show();
    } finally {
      this.open.delete(words);
    }
  }
}
