/** The documents that are reports, and what was found in them. */

import * as vscode from "vscode";
import { GUESTS } from "./client/gate";
import { REPORT, SCHEMES } from "./detect/choices";
import { head, looksLikeReport } from "./detect/marks";
import type { Counts } from "./tree/model";

const SOURCE = "gxlint";

const looked = new WeakMap<vscode.TextDocument, { readonly version: number; readonly report: boolean }>();

/** Whether a document is checked. An old version in git is not, and says nothing about itself. */
export function isReport(document: vscode.TextDocument): boolean {
  if (!SCHEMES.includes(document.uri.scheme)) return false;
  if (document.languageId === REPORT) return true;
  if (!GUESTS.includes(document.languageId)) return false;
  const { version } = document;
  const known = looked.get(document);
  if (known?.version === version) return known.report;
  const report = looksLikeReport(head(document));
  looked.set(document, { version, report });
  return report;
}

/** The report in the active editor. */
export function activeReport(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && isReport(document) ? document : undefined;
}

export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((one) => one.source === SOURCE)
    .sort((one, other) => one.range.start.compareTo(other.range.start));
}

export function counts(all: readonly vscode.Diagnostic[]): Counts {
  const of = (severity: vscode.DiagnosticSeverity) => all.filter((one) => one.severity === severity).length;
  return {
    error: of(vscode.DiagnosticSeverity.Error),
    warning: of(vscode.DiagnosticSeverity.Warning),
    info: of(vscode.DiagnosticSeverity.Information) + of(vscode.DiagnosticSeverity.Hint),
  };
}

/** The code of a finding, without its link. */
export function codeOf(one: vscode.Diagnostic): string {
  const code = typeof one.code === "object" ? one.code.value : one.code;
  return code === undefined ? "" : String(code);
}
