/** Read-only pages that are made up: rules, effective settings, information for a bug report. */

import * as vscode from "vscode";

const SCHEME = "gxlint";
const PREVIEW = "vscode.markdown.preview.editor";
const KEPT = "gxlint.pages";
/** The editor opens the pages again after the window was loaded anew; so many are kept for that. */
const MOST = 20;

interface Kept {
  readonly path: string;
  readonly text: string;
  readonly at: number;
}

export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registered = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

  constructor(private readonly memory: vscode.Memento) {
    void this.openAgain();
  }

  dispose(): void {
    this.registered.dispose();
    this.changed.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const text = this.texts.get(uri.path);
    if (text !== undefined) return text;
    const kept = this.kept.find((one) => one.path === uri.path);
    if (kept === undefined) return vscode.l10n.t("This page is not kept. Run the command again.");
    const date = new Date(kept.at).toLocaleString(vscode.env.language);
    return `*${vscode.l10n.t("As of {0}. Run the command again for what holds now.", date)}*\n\n${kept.text}`;
  }

  /** Show Markdown as a page, as text where the editor has no preview for it. */
  async show(name: string, markdown: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.md` });
    this.texts.set(uri.path, markdown);
    const others = this.kept.filter((one) => one.path !== uri.path);
    const kept: Kept[] = [{ path: uri.path, text: markdown, at: Date.now() }, ...others];
    void this.memory.update(KEPT, kept.slice(0, MOST));
    this.changed.fire(uri);
    try {
      await vscode.commands.executeCommand("markdown.showPreview", uri);
    } catch {
      await vscode.window.showTextDocument(uri, { preview: true });
    }
  }

  /** A page that the editor has brought back before us could not be read and does not try again by itself: it is put
   * in its place anew. */
  private async openAgain(): Promise<void> {
    for (const tab of vscode.window.tabGroups.all.flatMap((group) => group.tabs)) {
      const uri = this.broughtBack(tab);
      if (uri === undefined) continue;
      const options = { viewColumn: tab.group.viewColumn, preserveFocus: true, background: !tab.isActive };
      try {
        await vscode.window.tabGroups.close(tab, true);
        await vscode.commands.executeCommand("vscode.openWith", uri, PREVIEW, options);
      } catch {
        // The editor has no preview of Markdown: then there was none to bring back.
      }
    }
  }

  /** The page that a tab shows, if it is one of ours. */
  private broughtBack({ input, label }: vscode.Tab): vscode.Uri | undefined {
    if (input instanceof vscode.TabInputCustom) return input.uri.scheme === SCHEME ? input.uri : undefined;
    if (!(input instanceof vscode.TabInputWebview) || !input.viewType.includes("markdown.preview")) return undefined;
    const kept = this.kept.find((one) => label.endsWith(one.path.slice(1)));
    return kept === undefined ? undefined : vscode.Uri.from({ scheme: SCHEME, path: kept.path });
  }

  private get kept(): readonly Kept[] {
    return this.memory.get<readonly Kept[]>(KEPT, []);
  }
}
