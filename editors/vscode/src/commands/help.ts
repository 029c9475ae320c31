/** What explains the findings and the settings. */

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { isWeb } from "../client/configuration";
import type { Pages } from "../pages";
import { type Effective, type Labels, settingsPage } from "../settings-page";
import type { Asking } from "./asking";
import type { ReportCommands } from "./report";

const { l10n, window } = vscode;

interface Explanation {
  readonly title: string;
  readonly page: string;
  readonly url: string | null;
}

export class HelpCommands {
  private explanations = 0;

  constructor(
    private readonly asking: Asking,
    private readonly pages: Pages,
    private readonly report: ReportCommands,
  ) {}

  /** Whether an explanation is on its way: the server would show it too, in another place. */
  get explaining(): boolean {
    return this.explanations > 0;
  }

  /** Show the page of a rule; asks which where none is named. */
  async explain(code?: string): Promise<void> {
    const client = await this.asking.service.ensure();
    if (client === undefined) return;
    const uri = uriOf(client, window.activeTextEditor?.document);
    const chosen = code ?? (await this.chooseRule(client, uri));
    if (chosen === undefined) return;
    this.explanations += 1;
    const answer = await this.asking
      .ask<Explanation | null>(client, "gxlint.explainRule", [chosen, ...uri])
      .finally(() => {
        this.explanations -= 1;
      });
    if (answer == null) return;
    if (answer.url !== null && isWeb(answer.url)) await vscode.env.openExternal(vscode.Uri.parse(answer.url));
    else await this.pages.show(`${chosen} ${answer.title}`.trim().replaceAll("/", "／"), answer.page);
  }

  async showSettings(): Promise<void> {
    const client = await this.asking.service.ensure();
    if (client === undefined) return;
    const document = this.report.current;
    const effective = await this.effective(client, uriOf(client, document));
    if (effective == null) return;
    const subject =
      document === undefined
        ? l10n.t("For the workspace")
        : l10n.t("For {0}", vscode.workspace.asRelativePath(document.uri));
    await this.pages.show(l10n.t("Effective settings"), settingsPage(subject, effective, labels()));
  }

  private async chooseRule(client: LanguageClient, uri: string[]): Promise<string | undefined> {
    const effective = await this.effective(client, uri);
    const items = (effective?.rules ?? []).map((one) => ({
      label: one.code,
      description: one.title,
      detail: one.on ? "" : l10n.t("off"),
    }));
    return (await window.showQuickPick(items, { placeHolder: l10n.t("Which rule?"), matchOnDescription: true }))?.label;
  }

  private effective(client: LanguageClient, uri: string[]): Promise<Effective | null | undefined> {
    return this.asking.ask<Effective | null>(client, "gxlint.effectiveSettings", uri);
  }
}

/** The argument that names a document, none where there is none. */
function uriOf(client: LanguageClient, document: vscode.TextDocument | undefined): string[] {
  return document === undefined ? [] : [client.code2ProtocolConverter.asUri(document.uri)];
}

function labels(): Labels {
  const severities: Readonly<Record<string, string>> = {
    error: l10n.t("Error"),
    warning: l10n.t("Warning"),
    info: l10n.t("Suggestion"),
  };
  return {
    title: l10n.t("Effective settings"),
    file: l10n.t("Settings file:"),
    none: l10n.t("none"),
    untrusted: l10n.t("The workspace is not trusted: no plugins are loaded."),
    settings: l10n.t("Settings"),
    rules: l10n.t("Rules"),
    plugins: l10n.t("Plugins"),
    problems: l10n.t("Problems"),
    off: l10n.t("off"),
    columns: {
      setting: l10n.t("Setting"),
      meaning: l10n.t("Meaning"),
      origin: l10n.t("Decided by"),
      rule: l10n.t("Rule"),
      title: l10n.t("Title"),
      state: l10n.t("State"),
      plugin: l10n.t("Plugin"),
      source: l10n.t("Source"),
      count: l10n.t("Rules"),
    },
    severity: (name) => severities[name] ?? name,
  };
}
