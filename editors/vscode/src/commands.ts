/** What a person can ask for. */

import * as os from "node:os";
import * as vscode from "vscode";
import {
  ExecuteCommandRequest,
  type LanguageClient,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
} from "vscode-languageclient/node";
import type { Service } from "./client/service";
import { REPORT } from "./detect/choices";
import type { Pages } from "./pages";
import type { Preview } from "./preview/panel";
import { activeReport } from "./reports";
import { type Effective, settingsPage } from "./settings-page";
import { originSaid, stateSaid } from "./status";
import type { Summary } from "./tree/model";
import type { Reports } from "./tree/view";
import { said } from "./words";

const { l10n, window } = vscode;

export class Commands {
  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly service: Service,
    private readonly preview: Preview,
    private readonly reports: Reports,
    private readonly pages: Pages,
  ) {}

  register(): vscode.Disposable {
    const named: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
      "preview.open": (target) => this.openPreview(target),
      "preview.print": () => this.preview.print(),
      "preview.save": () => this.preview.save(),
      "workspace.check": () => this.checkWorkspace(),
      "workspace.clear": () => this.clearWorkspace(),
      "document.fixAll": () => this.fixAll(),
      "document.insertBlankForm": () => this.insertBlankForm(),
      "report.new": () => this.newReport(),
      "rule.explain": (code) => this.explain(typeof code === "string" ? code : undefined),
      "settings.show": () => this.showSettings(),
      "server.restart": () => this.restart(),
      "server.log": () => this.service.log.show(),
      "server.diagnose": () => this.diagnose(),
      "interpreter.select": () => this.selectInterpreter(),
      "sample.open": () => this.openSample(),
      menu: () => this.menu(),
    };
    return vscode.Disposable.from(
      ...Object.entries(named).map(([name, run]) => vscode.commands.registerCommand(`gxlint.${name}`, run)),
    );
  }

  /** Show the page of a rule; asks which where none is named. */
  async explain(code?: string): Promise<void> {
    const client = await this.service.ensure();
    if (client === undefined) return;
    const chosen = code ?? (await this.chooseRule(client));
    if (chosen === undefined) return;
    const uri = window.activeTextEditor?.document.uri.toString();
    const answer = await this.effective(client, uri);
    const known = answer?.rules.find((one) => one.code === chosen);
    const page = await this.ask<{ page: string } | null>(client, "gxlint.explainRule", [chosen, uri]);
    if (page != null) await this.pages.show(`${chosen} ${known?.title ?? ""}`.trim().replaceAll("/", "／"), page.page);
  }

  /** The report that is meant: that of the text or the page in front. */
  private report(): vscode.TextDocument | undefined {
    return activeReport() ?? this.preview.active;
  }

  private async openPreview(target: unknown): Promise<void> {
    const document =
      target instanceof vscode.Uri
        ? await vscode.workspace.openTextDocument(target)
        : (this.report() ?? window.activeTextEditor?.document);
    if (document !== undefined) await this.preview.open(document);
  }

  private async checkWorkspace(): Promise<void> {
    const client = await this.service.ensure();
    if (client === undefined) return;
    const title = l10n.t("Checking the reports of the workspace");
    const summary = await window.withProgress(
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
        return this.ask<Summary>(client, "gxlint.checkWorkspace", [], token).finally(() => listening.dispose());
      },
    );
    if (summary === undefined) return;
    this.reports.show(summary);
    await this.reports.focus();
    const found = said(summary) || l10n.t("nothing found");
    const words = l10n.t("{0} report(s) in {1} file(s): {2}", summary.reports, summary.files, found);
    void window.showInformationMessage(summary.cancelled ? l10n.t("Cancelled. {0}", words) : words);
  }

  /** A new server knows nothing of the check of the one before: it is done again for the reports that are listed. */
  async checkAgain(): Promise<void> {
    const client = this.service.running;
    if (client === undefined || this.reports.empty) return;
    const summary = await this.ask<Summary>(client, "gxlint.checkWorkspace", []);
    if (summary !== undefined) this.reports.show(summary);
  }

  private async clearWorkspace(): Promise<void> {
    const client = this.service.running;
    if (client !== undefined) await this.ask(client, "gxlint.clearWorkspace", []);
    this.reports.clear();
  }

  private async fixAll(): Promise<void> {
    const client = await this.service.ensure();
    const document = this.report();
    if (client === undefined || document === undefined) return;
    const fixed = await this.ask<boolean>(client, "gxlint.fixAll", [client.code2ProtocolConverter.asUri(document.uri)]);
    if (fixed === false)
      void window.showInformationMessage(l10n.t("There is nothing that can be put right safely without you."));
  }

  private async insertBlankForm(): Promise<void> {
    const editor = window.activeTextEditor;
    const client = await this.service.ensure();
    if (client === undefined || editor === undefined) return;
    const year = await askYear();
    if (year === undefined) return;
    if (editor.document.languageId === "plaintext")
      await vscode.languages.setTextDocumentLanguage(editor.document, REPORT);
    const { line, character } = editor.selection.active;
    const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
    const inserted = await this.ask<boolean>(client, "gxlint.insertBlankForm", [uri, { line, character }, year]);
    if (inserted === false) void window.showWarningMessage(l10n.t("No form is known for {0}.", year));
  }

  private async newReport(): Promise<void> {
    const client = await this.service.ensure();
    if (client === undefined) return;
    const organ = await window.showInputBox({
      title: l10n.t("New report (1/2)"),
      // A person may have to look the name up elsewhere.
      ignoreFocusOut: true,
      prompt: l10n.t("Full name of the organ that reports"),
      placeHolder: l10n.t("for example 青山县人民政府"),
      validateInput: (value) =>
        value.trim() === "" ? l10n.t("The name goes into the title of the report.") : undefined,
    });
    if (organ === undefined) return;
    const year = await askYear(l10n.t("New report (2/2)"));
    if (year === undefined) return;
    const document = await vscode.workspace.openTextDocument({ language: REPORT, content: "" });
    const editor = await window.showTextDocument(document);
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const inserted = await this.ask<boolean>(client, "gxlint.insertBlankForm", [uri, null, year]);
    if (inserted === false) {
      void window.showWarningMessage(l10n.t("No form is known for {0}.", year));
      return;
    }
    await nameOrgan(editor, organ.trim());
  }

  private async chooseRule(client: LanguageClient): Promise<string | undefined> {
    const effective = await this.effective(client, window.activeTextEditor?.document.uri.toString());
    const items = (effective?.rules ?? []).map((one) => ({
      label: one.code,
      description: one.title,
      detail: one.on ? "" : l10n.t("off"),
    }));
    return (await window.showQuickPick(items, { placeHolder: l10n.t("Which rule?"), matchOnDescription: true }))?.label;
  }

  private async showSettings(): Promise<void> {
    const client = await this.service.ensure();
    if (client === undefined) return;
    const document = this.report();
    const effective = await this.effective(client, document?.uri.toString());
    if (effective == null) return;
    const subject =
      document === undefined
        ? l10n.t("For the workspace")
        : l10n.t("For {0}", vscode.workspace.asRelativePath(document.uri));
    const severities: Readonly<Record<string, string>> = {
      error: l10n.t("Error"),
      warning: l10n.t("Warning"),
      info: l10n.t("Suggestion"),
    };
    const page = settingsPage(subject, effective, {
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
    });
    await this.pages.show(l10n.t("Effective settings"), page);
  }

  private async restart(): Promise<void> {
    const client = await this.service.restart();
    if (client !== undefined) window.setStatusBarMessage(l10n.t("gxlint has been restarted."), 3000);
  }

  private async diagnose(): Promise<void> {
    const { launch, rejected, state, version } = this.service;
    const settings = JSON.stringify(vscode.workspace.getConfiguration("gxlint"), undefined, 2);
    const lines = [
      `# ${l10n.t("Information for a bug report")}`,
      l10n.t("Nothing of this has been sent anywhere. It holds paths of this computer, and nothing of any report."),
      `- ${vscode.env.appName} ${vscode.version}, ${process.platform} ${os.release()} ${process.arch}, ${vscode.env.language}`,
      `- gxlint (VS Code) ${this.context.extension.packageJSON.version}`,
      `- ${l10n.t("Server:")} ${stateSaid(state)} ${version}`,
      `- ${l10n.t("Trusted workspace:")} ${vscode.workspace.isTrusted}`,
      `- ${l10n.t("Folders:")} ${vscode.workspace.workspaceFolders?.length ?? 0}`,
      launch === undefined
        ? ""
        : `- ${originSaid(launch.origin)}: Python ${launch.pythonVersion}\n\n\`\`\`\n${launch.command.join("\n")}\n\`\`\``,
      ...rejected.map(
        (one) =>
          `- ${l10n.t("not used")}: ${originSaid(one.candidate.origin)}: \`${one.candidate.command.join(" ")}\`: ${one.reason}`,
      ),
      `\`\`\`json\n${settings}\n\`\`\``,
      `\`\`\`json\n${JSON.stringify(this.service.running?.initializeResult?.capabilities ?? null, undefined, 2)}\n\`\`\``,
    ];
    const document = await vscode.workspace.openTextDocument({
      language: "markdown",
      content: `${lines.filter(Boolean).join("\n\n")}\n`,
    });
    await window.showTextDocument(document);
  }

  private async selectInterpreter(): Promise<void> {
    const chosen = await window.showOpenDialog({
      title: l10n.t("Python 3.11 or newer"),
      canSelectMany: false,
      openLabel: l10n.t("Use this Python"),
    });
    const file = chosen?.[0]?.fsPath;
    if (file === undefined) return;
    await vscode.workspace.getConfiguration("gxlint").update("interpreter", file, vscode.ConfigurationTarget.Global);
    await this.service.restart();
  }

  private async openSample(): Promise<void> {
    const file = vscode.Uri.joinPath(this.context.extensionUri, "media", "sample.txt");
    const content = Buffer.from(await vscode.workspace.fs.readFile(file)).toString("utf8");
    await window.showTextDocument(await vscode.workspace.openTextDocument({ language: REPORT, content }));
  }

  private async menu(): Promise<void> {
    const report = this.report() !== undefined;
    const entries: [string, string, string, boolean][] = [
      ["open-preview", l10n.t("Preview the report"), "gxlint.preview.open", report],
      ["wand", l10n.t("Fix all that is safe to fix"), "gxlint.document.fixAll", report],
      ["warning", l10n.t("Show the findings"), "workbench.actions.view.problems", report],
      [
        "checklist",
        l10n.t("Check all reports of the workspace"),
        "gxlint.workspace.check",
        (vscode.workspace.workspaceFolders?.length ?? 0) > 0,
      ],
      ["new-file", l10n.t("New report"), "gxlint.report.new", true],
      ["book", l10n.t("Explain a rule"), "gxlint.rule.explain", true],
      ["settings-gear", l10n.t("Effective settings"), "gxlint.settings.show", true],
      ["debug-restart", l10n.t("Restart the language server"), "gxlint.server.restart", true],
      ["output", l10n.t("Show the log"), "gxlint.server.log", true],
      ["snake", l10n.t("Choose the Python to use"), "gxlint.interpreter.select", true],
      ["bug", l10n.t("Collect information for a bug report"), "gxlint.server.diagnose", true],
    ];
    const items = entries
      .filter(([, , , fits]) => fits)
      .map(([sign, label, command]) => ({ label: `$(${sign}) ${label}`, command }));
    const chosen = await window.showQuickPick(items, {
      title: `gxlint ${this.service.version} · ${stateSaid(this.service.state)}`,
    });
    if (chosen !== undefined) await vscode.commands.executeCommand(chosen.command);
  }

  private effective(client: LanguageClient, uri: string | undefined): Promise<Effective | null | undefined> {
    return this.ask<Effective | null>(client, "gxlint.effectiveSettings", uri === undefined ? [] : [uri]);
  }

  /** A command of the server. Undefined where it fails, which is told. */
  private async ask<T>(
    client: LanguageClient,
    command: string,
    args: unknown[],
    workDoneToken?: string,
  ): Promise<T | undefined> {
    try {
      const params = { command, arguments: args, ...(workDoneToken === undefined ? {} : { workDoneToken }) };
      return (await client.sendRequest(ExecuteCommandRequest.type, params)) as T;
    } catch (error) {
      this.service.log.error(`${command}: ${String(error)}`);
      void window.showErrorMessage(
        l10n.t("gxlint could not do that: {0}", error instanceof Error ? error.message : String(error)),
      );
      return undefined;
    }
  }
}

async function askYear(title?: string): Promise<number | undefined> {
  const last = new Date().getFullYear() - 1;
  const value = await window.showInputBox({
    ...(title === undefined ? {} : { title }),
    prompt: l10n.t("The year that is reported on"),
    value: String(last),
    validateInput: (text) => (/^20\d\d$/.test(text.trim()) ? undefined : l10n.t("A year such as {0}", last)),
  });
  return value === undefined ? undefined : Number(value.trim());
}

/** Put the organ's name where the blank form leaves room for it. */
async function nameOrgan(editor: vscode.TextEditor, organ: string): Promise<void> {
  const blank = "（机关名称）";
  const text = editor.document.getText();
  await editor.edit((edit) => {
    for (let at = text.indexOf(blank); at >= 0; at = text.indexOf(blank, at + blank.length)) {
      edit.replace(
        new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + blank.length)),
        organ,
      );
    }
  });
  editor.selection = new vscode.Selection(0, 0, 0, 0);
}
