/** The view of the workspace's reports. */

import * as vscode from "vscode";
import type { Service } from "../client/service";
import { codeOf, counts, findings } from "../reports";
import { said } from "../words";
import { byYear, type Checked, name, type Summary, sum, type Year } from "./model";

type Node =
  | { readonly kind: "year"; readonly year: Year }
  | { readonly kind: "report"; readonly report: Checked }
  | { readonly kind: "finding"; readonly uri: vscode.Uri; readonly finding: vscode.Diagnostic };

const VIEW = "gxlint.reports";

export class Reports implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly listening: vscode.Disposable;
  private documents: readonly Checked[] = [];
  private timer: NodeJS.Timeout | undefined;
  /** Reports whose findings the editor has by now; before that, and while there is no server, the last numbers count. */
  private readonly live = new Set<string>();

  constructor(private readonly service: Service) {
    this.view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.listening = vscode.Disposable.from(
      vscode.languages.onDidChangeDiagnostics((event) => this.diagnosed(event.uris)),
      service.onChanged(() => this.live.clear()),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.view.dispose();
    this.changed.dispose();
  }

  /** Show what a check of the workspace gave. */
  show(summary: Summary): void {
    this.documents = summary.documents;
    this.live.clear();
    for (const one of this.documents) {
      if (findings(vscode.Uri.parse(one.uri)).length > 0) this.live.add(key(one.uri));
    }
    this.view.message =
      summary.reports === 0 ? vscode.l10n.t("No report was found in {0} file(s).", summary.files) : "";
    this.update();
  }

  clear(): void {
    this.documents = [];
    this.view.message = "";
    this.update();
  }

  get empty(): boolean {
    return this.documents.length === 0;
  }

  async focus(): Promise<void> {
    await vscode.commands.executeCommand(`${VIEW}.focus`, { preserveFocus: true });
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) {
      const years = byYear(this.documents);
      return years.length === 1 ? reportsOf(years[0]) : years.map((year): Node => ({ kind: "year", year }));
    }
    if (node.kind === "year") return reportsOf(node.year);
    if (node.kind === "finding") return [];
    const uri = vscode.Uri.parse(node.report.uri);
    return findings(uri).map((finding): Node => ({ kind: "finding", uri, finding }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === "year") return yearItem(node.year);
    return node.kind === "report" ? reportItem(node.report) : findingItem(node.uri, node.finding);
  }

  private update(): void {
    this.documents = this.documents.map((one) =>
      this.live.has(key(one.uri)) ? { ...one, ...counts(findings(vscode.Uri.parse(one.uri))) } : one,
    );
    const all = sum(this.documents);
    const value = all.error + all.warning;
    this.view.badge = value > 0 ? { value, tooltip: said(all) } : undefined;
    this.changed.fire();
  }

  private diagnosed(uris: readonly vscode.Uri[]): void {
    // A server that goes takes its findings along; that does not make the reports right.
    if (this.service.state !== "running") return;
    const known = new Set(this.documents.map((one) => key(one.uri)));
    const ours = uris.map((uri) => uri.toString()).filter((uri) => known.has(uri));
    if (ours.length === 0) return;
    for (const uri of ours) this.live.add(uri);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), 200);
  }
}

/** A URI in the editor's own spelling: the server's differs in what is percent-encoded. */
function key(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}

function reportsOf(year: Year | undefined): Node[] {
  return (year?.reports ?? []).map((report): Node => ({ kind: "report", report }));
}

function yearItem(year: Year): vscode.TreeItem {
  const label = year.year === null ? vscode.l10n.t("Year unknown") : vscode.l10n.t("Reports on {0}", year.year);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `year ${year.year}`;
  item.description = [vscode.l10n.t("{0} report(s)", year.reports.length), said(sum(year.reports))]
    .filter(Boolean)
    .join(" · ");
  return item;
}

function reportItem(report: Checked): vscode.TreeItem {
  const uri = vscode.Uri.parse(report.uri);
  const found = said(report);
  const any = report.error + report.warning + report.info > 0;
  const item = new vscode.TreeItem(
    report.organ || name(report.uri),
    any ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.id = `report ${report.uri}`;
  item.description = [found || vscode.l10n.t("nothing found"), report.form?.replace(/^[^〔]*/u, "")]
    .filter(Boolean)
    .join(" · ");
  item.iconPath = icon(report.error > 0 ? "error" : report.warning > 0 ? "warning" : report.info > 0 ? "info" : "pass");
  item.tooltip = [
    vscode.workspace.asRelativePath(uri),
    report.organ,
    report.year ? String(report.year) : "",
    report.form,
    found,
  ]
    .filter(Boolean)
    .join("\n");
  item.command = { command: "vscode.open", title: "", arguments: [uri, { preserveFocus: true, preview: true }] };
  item.contextValue = "report";
  item.accessibilityInformation = {
    label: `${report.organ || name(report.uri)}, ${report.year ?? ""}, ${found || vscode.l10n.t("nothing found")}`,
  };
  return item;
}

function findingItem(uri: vscode.Uri, finding: vscode.Diagnostic): vscode.TreeItem {
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

type Icon = "error" | "warning" | "info" | "pass";

function icon(kind: Icon): vscode.ThemeIcon {
  const colours: Readonly<Record<Icon, string>> = {
    error: "list.errorForeground",
    warning: "list.warningForeground",
    info: "editorInfo.foreground",
    pass: "testing.iconPassed",
  };
  return new vscode.ThemeIcon(kind, new vscode.ThemeColor(colours[kind]));
}
