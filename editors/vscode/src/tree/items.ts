/** The lines of the tree. */

import * as vscode from "vscode";
import { codeOf } from "../reports";
import { said } from "../words";
import { type Checked, name, sum, type Year } from "./model";

export function yearItem(year: Year): vscode.TreeItem {
  const label = year.year === null ? vscode.l10n.t("Year unknown") : vscode.l10n.t("Reports on {0}", year.year);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `year ${year.year}`;
  item.description = [vscode.l10n.t("{0} report(s)", year.reports.length), said(sum(year.reports))]
    .filter(Boolean)
    .join(" · ");
  return item;
}

/** `withYear`: the report does not stand under its year. */
export function reportItem(report: Checked, withYear: boolean): vscode.TreeItem {
  const uri = vscode.Uri.parse(report.uri);
  // Without checking there are no findings, which says nothing about the report.
  const off = vscode.workspace.getConfiguration("gxlint", uri).get("enable") === false;
  const found = said(report) || (off ? vscode.l10n.t("not checked") : vscode.l10n.t("nothing found"));
  const any = report.error + report.warning + report.info > 0;
  const label = labelOf(report);
  const year = report.year == null ? undefined : vscode.l10n.t("Reports on {0}", report.year);
  const item = new vscode.TreeItem(
    label,
    any ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.id = `report ${report.uri}`;
  item.description = [found, withYear && year, report.form?.replace(/^[^〔]*/u, "")].filter(Boolean).join(" · ");
  const least = off ? "circle-slash" : "pass";
  item.iconPath = icon(report.error > 0 ? "error" : report.warning > 0 ? "warning" : report.info > 0 ? "info" : least);
  item.tooltip = [vscode.workspace.asRelativePath(uri), label, year, report.form, found].filter(Boolean).join("\n");
  item.command = { command: "vscode.open", title: "", arguments: [uri, { preserveFocus: true, preview: true }] };
  item.contextValue = "report";
  item.accessibilityInformation = {
    label: [label, year, found].filter(Boolean).join(", "),
  };
  return item;
}

/** Whose report it is; of a compilation the first one's, and how many there are. */
function labelOf(report: Checked): string {
  const first = report.organ || name(report.uri);
  const { parts = 1 } = report;
  return parts > 1 ? vscode.l10n.t("{0} and others, {1} reports", first, parts) : first;
}

export function findingItem(uri: vscode.Uri, finding: vscode.Diagnostic): vscode.TreeItem {
  const item = new vscode.TreeItem(finding.message, vscode.TreeItemCollapsibleState.None);
  item.description = `${codeOf(finding)} · ${vscode.l10n.t("line {0}", finding.range.start.line + 1)}`;
  item.tooltip = finding.message;
  const names: Partial<Record<vscode.DiagnosticSeverity, Icon>> = {
    [vscode.DiagnosticSeverity.Error]: "error",
    [vscode.DiagnosticSeverity.Warning]: "warning",
  };
  item.iconPath = icon(names[finding.severity] ?? "info");
  item.command = { command: "vscode.open", title: "", arguments: [uri, { selection: finding.range, preview: true }] };
  return item;
}

type Icon = "error" | "warning" | "info" | "pass" | "circle-slash";

function icon(kind: Icon): vscode.ThemeIcon {
  const colours: Readonly<Record<Icon, string>> = {
    error: "list.errorForeground",
    warning: "list.warningForeground",
    info: "editorInfo.foreground",
    pass: "testing.iconPassed",
    "circle-slash": "descriptionForeground",
  };
  return new vscode.ThemeIcon(kind, new vscode.ThemeColor(colours[kind]));
}
