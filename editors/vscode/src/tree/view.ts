/** The view of the workspace's reports. */

import * as vscode from "vscode";
import type { Service } from "../client/service";
import { counts, findings } from "../reports";
import { said } from "../words";
import { Always } from "./always";
import { findingItem, reportItem, yearItem } from "./items";
import { byYear, type Checked, renamed, type Summary, sum, without, type Year } from "./model";

type Node =
  | { readonly kind: "year"; readonly year: Year }
  | { readonly kind: "report"; readonly report: Checked; readonly alone: boolean }
  | { readonly kind: "finding"; readonly uri: vscode.Uri; readonly finding: vscode.Diagnostic };

const VIEW = "gxlint.reports";
const SOON = 200;

export class Reports implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly listening: vscode.Disposable;
  private documents: readonly Checked[] = [];
  /** Files also go outside the editor; only that is watched. */
  private readonly watcher = vscode.workspace.createFileSystemWatcher("**/*", true, true, false);
  private timer: NodeJS.Timeout | undefined;
  /** Reports whose findings the editor has by now; before that, and while there is no server, the last numbers count. */
  private readonly live = new Set<string>();

  constructor(private readonly service: Service) {
    this.view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.listening = vscode.Disposable.from(
      vscode.languages.onDidChangeDiagnostics((event) => this.diagnosed(event.uris)),
      service.onChanged(() => this.live.clear()),
      vscode.workspace.onDidDeleteFiles((event) => this.gone(event.files)),
      vscode.workspace.onDidRenameFiles((event) => this.renamed(event.files)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("gxlint.enable")) this.changed.fire();
      }),
      new Always(service, this),
      this.watcher,
      this.watcher.onDidDelete((uri) => this.perhapsGone(uri)),
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
    this.documents = summary.documents.map((one) => ({ ...one, uri: key(one.uri) }));
    this.live.clear();
    for (const one of this.documents) {
      if (findings(vscode.Uri.parse(one.uri)).length > 0) this.live.add(one.uri);
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
      return years.length === 1 ? reportsOf(years[0], true) : years.map((year): Node => ({ kind: "year", year }));
    }
    if (node.kind === "year") return reportsOf(node.year);
    if (node.kind === "finding") return [];
    const uri = vscode.Uri.parse(node.report.uri);
    return findings(uri).map((finding): Node => ({ kind: "finding", uri, finding }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === "year") return yearItem(node.year);
    return node.kind === "report" ? reportItem(node.report, node.alone) : findingItem(node.uri, node.finding);
  }

  private update(): void {
    this.documents = this.documents.map((one) =>
      this.live.has(one.uri) ? { ...one, ...counts(findings(vscode.Uri.parse(one.uri))) } : one,
    );
    const all = sum(this.documents);
    const value = all.error + all.warning;
    this.view.badge = value > 0 ? { value, tooltip: said(all) } : undefined;
    this.changed.fire();
  }

  private diagnosed(uris: readonly vscode.Uri[]): void {
    // A server that goes takes its findings along; that does not make the reports right.
    if (this.service.state !== "running") return;
    const known = new Set(this.documents.map((one) => one.uri));
    const ours = uris.map((uri) => uri.toString()).filter((uri) => known.has(uri));
    if (ours.length === 0) return;
    for (const uri of ours) {
      // The findings of a file also go when the file does; that does not make its report right.
      if (findings(vscode.Uri.parse(uri)).length === 0) this.perhapsGone(vscode.Uri.parse(uri));
      else this.live.add(uri);
    }
    this.soon();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), SOON);
  }

  private gone(uris: readonly vscode.Uri[]): void {
    const before = this.documents;
    for (const uri of uris) this.documents = without(this.documents, uri.toString());
    if (this.documents.length < before.length) this.soon();
  }

  private renamed(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): void {
    for (const { oldUri, newUri } of files)
      this.documents = renamed(this.documents, oldUri.toString(), newUri.toString());
    this.soon();
  }

  /** Look whether a file or folder is still there: some programs delete a file to write it anew. */
  private perhapsGone(uri: vscode.Uri): void {
    if (without(this.documents, uri.toString()).length === this.documents.length) return;
    setTimeout(async () => {
      if (await exists(uri)) this.live.add(uri.toString());
      else this.gone([uri]);
      this.soon();
    }, SOON);
  }
}

/** Whether the file or folder is there. That its text is still open does not count: the editor keeps texts for some
 * time after they have been closed. */
async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** A URI in the editor's own spelling: the server's differs in what is percent-encoded. */
function key(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}

function reportsOf(year: Year | undefined, alone = false): Node[] {
  return (year?.reports ?? []).map((report): Node => ({ kind: "report", report, alone }));
}
