/** Tells about a report that shows as `���`, once: it would be neither recognised nor checked. */

import * as vscode from "vscode";
import { GUESTS } from "../client/gate";
import { PLAIN, REPORT } from "./choices";
import { fromGb18030, misread } from "./encoding";
import { head, looksLikeReport, namedLikeReport } from "./marks";

const LARGEST = 8_000_000;
const LANGUAGES = [REPORT, ...PLAIN, ...GUESTS];

export class Misread implements vscode.Disposable {
  private readonly told = new Set<string>();
  private readonly listening = vscode.window.onDidChangeActiveTextEditor((editor) => this.look(editor));

  constructor() {
    this.look(vscode.window.activeTextEditor);
  }

  dispose(): void {
    this.listening.dispose();
  }

  private look(editor: vscode.TextEditor | undefined): void {
    const document = editor?.document;
    if (document === undefined || document.uri.scheme !== "file" || !LANGUAGES.includes(document.languageId)) return;
    const key = document.uri.toString();
    if (this.told.has(key) || !misread(head(document))) return;
    this.told.add(key);
    tell(document).catch(() => undefined);
  }
}

async function tell(document: vscode.TextDocument): Promise<void> {
  if (!namedLikeReport(document.uri.path) && !(await isReportInGb18030(document.uri))) return;
  const choose = vscode.l10n.t("Choose the Encoding");
  const words = vscode.l10n.t(
    "This report was read in the wrong encoding and cannot be checked. Choose “Reopen with Encoding”, then GB18030.",
  );
  if ((await vscode.window.showWarningMessage(words, choose)) !== choose) return;
  // The command is about the editor in front.
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("workbench.action.editor.changeEncoding");
}

/** Whether the file is a report when it is read as Chinese Windows programs write it. */
async function isReportInGb18030(uri: vscode.Uri): Promise<boolean> {
  if ((await vscode.workspace.fs.stat(uri)).size > LARGEST) return false;
  const text = fromGb18030(await vscode.workspace.fs.readFile(uri));
  return text !== undefined && looksLikeReport(text);
}
