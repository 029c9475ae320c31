/** What can be done with a report. */

import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { PLAIN, REPORT } from "../detect/choices";
import type { Preview } from "../preview/panel";
import { activeReport } from "../reports";
import type { Asking } from "./asking";
import { freeName, reportName } from "./names";

const { l10n, window } = vscode;

export class ReportCommands {
  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly asking: Asking,
    private readonly preview: Preview,
  ) {}

  /** The report that is meant: that of the text or the page in front. */
  get current(): vscode.TextDocument | undefined {
    return activeReport() ?? this.preview.active;
  }

  async openPreview(target: unknown): Promise<void> {
    const document =
      target instanceof vscode.Uri
        ? await vscode.workspace.openTextDocument(target)
        : (this.current ?? window.activeTextEditor?.document);
    if (document !== undefined) await this.preview.open(document);
  }

  async fixAll(): Promise<void> {
    const client = await this.asking.service.ensure();
    const document = this.current;
    if (client === undefined || document === undefined) return;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const fixed = await this.asking.ask<boolean>(client, "gxlint.fixAll", [uri]);
    if (fixed === false)
      void window.showInformationMessage(l10n.t("There is nothing that can be put right safely without you."));
  }

  async insertBlankForm(): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor === undefined) return;
    const { languageId } = editor.document;
    if (languageId !== REPORT && languageId !== "markdown" && !PLAIN.includes(languageId)) {
      void window.showInformationMessage(l10n.t("The blank form can be inserted into plain text and Markdown."));
      return;
    }
    const client = await this.asking.service.ensure();
    if (client === undefined) return;
    const year = await askYear();
    if (year === undefined) return;
    // The server has to know the document, which is no report yet.
    if (languageId === "markdown") await this.asking.service.admit(editor.document);
    else if (languageId !== REPORT) await vscode.languages.setTextDocumentLanguage(editor.document, REPORT);
    const { line, character } = editor.selection.active;
    await this.insert(client, editor.document, { line, character }, year);
  }

  async newReport(): Promise<void> {
    const client = await this.asking.service.ensure();
    if (client === undefined) return;
    const organ = await askOrgan();
    if (organ === undefined) return;
    const year = await askYear(l10n.t("New report (2/2)"));
    if (year === undefined) return;
    const document = await newDocument(reportName(organ, year));
    const editor = await window.showTextDocument(document);
    if (await this.insert(client, document, null, year, organ)) editor.selection = new vscode.Selection(0, 0, 0, 0);
  }

  async openSample(): Promise<void> {
    const file = vscode.Uri.joinPath(this.context.extensionUri, "media", "sample.txt");
    const content = Buffer.from(await vscode.workspace.fs.readFile(file)).toString("utf8");
    await window.showTextDocument(await vscode.workspace.openTextDocument({ language: REPORT, content }));
  }

  /** Ask why a finding may stay, and have the server note it down with the reason. */
  async leave(args: unknown[], next: (args: unknown[]) => Promise<unknown>): Promise<void> {
    const reason = await window.showInputBox({
      title: l10n.t("Do not point out this one any more ({0})", String(args[1] ?? "")),
      prompt: l10n.t("Why may it stay? The reason is kept in gxlint-ignores.toml, beside the reports."),
      placeHolder: l10n.t("for example: checked against the original, 张三"),
      ignoreFocusOut: true,
      validateInput: (text) => (text.trim() === "" ? l10n.t("A reason is needed.") : undefined),
    });
    if (reason === undefined || reason.trim() === "") return;
    await next([...args.slice(0, 3), reason.trim()]);
    window.setStatusBarMessage(l10n.t("Noted in gxlint-ignores.toml."), 5000);
  }

  private async insert(
    client: LanguageClient,
    document: vscode.TextDocument,
    position: { line: number; character: number } | null,
    year: number,
    organ?: string,
  ): Promise<boolean> {
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const args = [uri, position, year, ...(organ === undefined ? [] : [organ])];
    const inserted = await this.asking.ask<boolean>(client, "gxlint.insertBlankForm", args);
    if (inserted === false) void window.showWarningMessage(l10n.t("No form is known for {0}.", year));
    return inserted === true;
  }
}

/** An empty report with a name and a place, so that it is saved as a text file. */
async function newDocument(name: string): Promise<vscode.TextDocument> {
  const folder = placeForNew();
  if (folder === undefined) return vscode.workspace.openTextDocument({ language: REPORT, content: "" });
  const open = new Set(vscode.workspace.textDocuments.map((one) => one.uri.path));
  const at = (file: string) => vscode.Uri.joinPath(folder, file);
  const file = freeName(name, ".txt", (one) => open.has(at(one).path) || fs.existsSync(at(one).fsPath));
  const document = await vscode.workspace.openTextDocument(at(file).with({ scheme: "untitled" }));
  // The name makes it a report already, unless the person's own associations say otherwise.
  if (document.languageId !== REPORT) await vscode.languages.setTextDocumentLanguage(document, REPORT);
  return document;
}

/** The folder for a new file: that of the file in front or of the workspace, else the person's documents. Undefined
 * where folders are not on a disk. */
function placeForNew(): vscode.Uri | undefined {
  const active = window.activeTextEditor?.document.uri;
  const [first, ...more] = vscode.workspace.workspaceFolders ?? [];
  if (first !== undefined) {
    const beside = active === undefined ? undefined : vscode.workspace.getWorkspaceFolder(active);
    const folder = (more.length > 0 ? beside : undefined) ?? first;
    return folder.uri.scheme === "file" ? folder.uri : undefined;
  }
  if (active?.scheme === "file") return vscode.Uri.joinPath(active, "..");
  const documents = path.join(os.homedir(), "Documents");
  return vscode.Uri.file(fs.existsSync(documents) ? documents : os.homedir());
}

async function askOrgan(): Promise<string | undefined> {
  const organ = await window.showInputBox({
    title: l10n.t("New report (1/2)"),
    // A person may have to look the name up elsewhere.
    ignoreFocusOut: true,
    prompt: l10n.t("Full name of the organ that reports"),
    placeHolder: l10n.t("for example 青山县人民政府"),
    validateInput: (value) => (value.trim() === "" ? l10n.t("The name goes into the title of the report.") : undefined),
  });
  return organ?.trim() || undefined;
}

async function askYear(title?: string): Promise<number | undefined> {
  const last = new Date().getFullYear() - 1;
  const value = await window.showInputBox({
    ...(title === undefined ? {} : { title }),
    ignoreFocusOut: true,
    prompt: l10n.t("The year that is reported on"),
    value: String(last),
    validateInput: (text) => (/^20\d\d$/.test(text.trim()) ? undefined : l10n.t("A year such as {0}", last)),
  });
  return value === undefined ? undefined : Number(value.trim());
}
