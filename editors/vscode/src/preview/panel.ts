/** The preview beside the text. The text is the only source: nothing is ever changed from here. */

import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { Service } from "../client/service";
import { isReport } from "../reports";
import { previewTexts } from "../words";
import { panelDocument, savedDocument } from "./documents";
import { placeAt } from "./locate";
import type { Model, Range } from "./model";
import { type Page, render } from "./render";

export const VIEW_TYPE = "gxlint.preview";
const METHOD = "gxlint/preview";
/** A page is made anew so long after the last key. */
const PAUSE = 150;

/** What the page tells us. */
type Message =
  | { readonly type: "ready" }
  | { readonly type: "reveal"; readonly place: number; readonly focus: boolean }
  | { readonly type: "report"; readonly number: number }
  | { readonly type: "print" | "save" };

export class Preview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private document: vscode.TextDocument | undefined;
  private report = 0;
  private page: Page = { title: "", html: "", places: [] };
  private shownVersion = -1;
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;
  private ready = false;
  private lit: number | undefined;
  /** The caret has just been put where the page was clicked: the page need not move. */
  private ownMove = false;
  private readonly listening: vscode.Disposable[];
  private readonly moved = new vscode.EventEmitter<void>();
  /** The page has come to the front, left it, or shows another report. */
  readonly onMoved = this.moved.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly service: Service,
  ) {
    this.listening = [
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === this.document && event.contentChanges.length > 0) this.soon();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.document) this.reopened(document.uri);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      // A text is often recognised as a report only after it has come to the front.
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (document === vscode.window.activeTextEditor?.document) this.follow(vscode.window.activeTextEditor);
      }),
      vscode.window.onDidChangeTextEditorSelection((event) => this.caretMoved(event)),
      service.onChanged((state) => {
        if (state === "running") this.soon();
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.panel?.dispose();
    this.moved.dispose();
    for (const one of this.listening) one.dispose();
  }

  /** The report of the page, while the page is in front: then no text is. */
  get active(): vscode.TextDocument | undefined {
    return this.panel?.active === true ? this.document : undefined;
  }

  /** Show this report beside its text. */
  async open(document: vscode.TextDocument): Promise<void> {
    this.document = document;
    this.report = 0;
    if (this.panel === undefined) {
      this.begin(
        vscode.window.createWebviewPanel(
          VIEW_TYPE,
          this.titleOf(document),
          { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
          this.options(),
        ),
      );
    } else {
      this.panel.reveal(undefined, true);
    }
    await this.refresh();
  }

  /** Take over a panel that the editor has kept over a restart. */
  async revive(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { uri, report } = (state ?? {}) as { uri?: unknown; report?: unknown };
    if (typeof uri !== "string" || this.panel !== undefined) {
      panel.dispose();
      return;
    }
    try {
      this.document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    } catch {
      panel.dispose();
      return;
    }
    this.report = typeof report === "number" ? report : 0;
    panel.webview.options = this.options();
    this.begin(panel);
    await this.refresh();
  }

  /** Write the page to a file that the person names. */
  async save(): Promise<void> {
    const document = this.document;
    if (document === undefined) return;
    const folder =
      document.uri.scheme === "file"
        ? vscode.Uri.joinPath(document.uri, "..")
        : (vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file("/"));
    const name = (this.page.title || "report").replace(/[\\/:*?"<>|\s]+/g, " ").trim();
    const target = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(folder, `${name}.html`),
      filters: { HTML: ["html"] },
    });
    if (target === undefined) return;
    await vscode.workspace.fs.writeFile(target, Buffer.from(await this.saved(false), "utf8"));
  }

  /** Hand the page to the browser, which can print: a page inside the editor cannot. */
  async print(): Promise<void> {
    const target = vscode.Uri.joinPath(this.context.globalStorageUri, "print.html");
    await vscode.workspace.fs.createDirectory(this.context.globalStorageUri);
    await vscode.workspace.fs.writeFile(target, Buffer.from(await this.saved(true), "utf8"));
    const opened = vscode.env.remoteName === undefined && (await vscode.env.openExternal(target));
    if (!opened) {
      const show = vscode.l10n.t("Save as HTML");
      const chosen = await vscode.window.showInformationMessage(
        vscode.l10n.t("No browser can be opened from here. Save the page as HTML and print it from a browser."),
        show,
      );
      if (chosen === show) await this.save();
    }
  }

  private async saved(print: boolean): Promise<string> {
    const file = vscode.Uri.joinPath(this.context.extensionUri, "dist", "preview.css");
    const style = Buffer.from(await vscode.workspace.fs.readFile(file)).toString("utf8");
    return savedDocument(this.page, style, previewTexts(vscode.env.language), print);
  }

  private begin(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    this.ready = false;
    this.page = { title: "", html: "", places: [] };
    const asset = (name: string) =>
      panel.webview.asWebviewUri(vscode.Uri.joinPath(this.context.extensionUri, "dist", name)).toString();
    const nonce = randomBytes(18).toString("base64url");
    const icon = (theme: string) => vscode.Uri.joinPath(this.context.extensionUri, "media", `report-${theme}.svg`);
    panel.iconPath = { light: icon("light"), dark: icon("dark") };
    panel.webview.onDidReceiveMessage((message: Message) => this.heard(message));
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.document = undefined;
      this.moved.fire();
      void vscode.commands.executeCommand("setContext", "gxlint.previewOpen", false);
    });
    // A hidden page is thrown away by the editor and loaded anew when it is seen again.
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.ready = false;
      this.moved.fire();
    });
    panel.webview.html = panelDocument(
      nonce,
      panel.webview.cspSource,
      asset("preview.css"),
      asset("preview.js"),
      previewTexts(vscode.env.language),
    );
    void vscode.commands.executeCommand("setContext", "gxlint.previewOpen", true);
  }

  private options(): vscode.WebviewOptions {
    return {
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: [vscode.Uri.joinPath(this.context.extensionUri, "dist")],
    };
  }

  private titleOf(document: vscode.TextDocument): string {
    return vscode.l10n.t("Preview: {0}", document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1));
  }

  private soon(): void {
    if (this.panel === undefined) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), PAUSE);
  }

  /** Ask the server for the page of the text as it is now, and show it unless the text has changed meanwhile. */
  private async refresh(): Promise<void> {
    clearTimeout(this.timer);
    const document = this.document;
    if (this.panel === undefined || document === undefined) return;
    this.asked += 1;
    const mine = this.asked;
    const client = await this.service.ensure();
    const uri = client?.code2ProtocolConverter.asUri(document.uri);
    const asking = client?.sendRequest<Model | null>(METHOD, { textDocument: { uri }, report: this.report });
    const model = await asking?.catch((error: unknown) => {
      this.service.log.debug(`${METHOD}: ${String(error)}`);
      return undefined;
    });
    if (mine !== this.asked || this.panel === undefined || document !== this.document) return;
    if (model === undefined) return;
    this.shownVersion = model?.version ?? document.version;
    this.page = render(model, previewTexts(vscode.env.language));
    this.panel.title = this.titleOf(document);
    await this.send();
  }

  private async send(): Promise<void> {
    if (!this.ready || this.panel === undefined) return;
    const state = { uri: this.document?.uri.toString(), report: this.report };
    await this.panel.webview.postMessage({ type: "page", html: this.page.html, state });
    this.lit = undefined;
    this.light(false);
  }

  private async heard(message: Message): Promise<void> {
    if (message.type === "ready") {
      this.ready = true;
      await this.send();
    } else if (message.type === "reveal") {
      const range = this.page.places[message.place]?.range;
      if (range !== undefined) await this.reveal(range, message.place, message.focus);
    } else if (message.type === "report") {
      this.report = message.number;
      await this.refresh();
    } else if (message.type === "print") {
      await this.print();
    } else if (message.type === "save") {
      await this.save();
    }
  }

  /** Put the caret on a piece of the text. */
  private async reveal(range: Range, place: number, focus: boolean): Promise<void> {
    const document = this.document;
    if (document === undefined || document.version !== this.shownVersion) return;
    const column =
      vscode.window.visibleTextEditors.find((one) => one.document === document)?.viewColumn ?? vscode.ViewColumn.One;
    const selection = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
    this.ownMove = true;
    this.lit = place;
    const editor = await vscode.window.showTextDocument(document, { viewColumn: column, preserveFocus: !focus });
    editor.selection = new vscode.Selection(selection.start, selection.end);
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    await this.panel?.webview.postMessage({ type: "light", place, scroll: false });
    setTimeout(() => {
      this.ownMove = false;
    }, 100);
  }

  private caretMoved(event: vscode.TextEditorSelectionChangeEvent): void {
    if (event.textEditor.document === this.document && !this.ownMove) this.light(true);
  }

  /** Light up the piece of the page that the caret stands on. */
  private light(scroll: boolean): void {
    const editor = vscode.window.visibleTextEditors.find((one) => one.document === this.document);
    if (editor === undefined || this.panel === undefined || editor.document.version !== this.shownVersion) return;
    const { line, character } = editor.selection.start;
    const place = placeAt(this.page.places, { line, character })?.id;
    if (place === this.lit) return;
    this.lit = place;
    void this.panel.webview.postMessage({ type: "light", place, scroll });
  }

  /** Another report has come to the front: the page shows it. */
  private follow(editor: vscode.TextEditor | undefined): void {
    if (
      this.panel === undefined ||
      editor === undefined ||
      editor.document === this.document ||
      !isReport(editor.document)
    )
      return;
    if (editor.viewColumn === this.panel.viewColumn) return;
    this.document = editor.document;
    this.report = 0;
    void this.refresh();
  }

  /** A change of the language mode closes a document and opens it again as another object. */
  private reopened(uri: vscode.Uri): void {
    setTimeout(() => {
      const again = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      if (again === undefined || this.document?.uri.toString() !== uri.toString()) return;
      this.document = again;
      this.soon();
    }, 50);
  }
}
