/** The panel that the page is shown in, and what passes between them. */

import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import * as vscode from "vscode";
import { panelDocument } from "./documents";
import type { Action, Notice } from "./notice";
import type { Texts } from "./texts";

/** What the page tells us. */
export type Heard =
  | { readonly type: "ready" }
  | { readonly type: "reveal"; readonly place: number; readonly focus: boolean }
  | { readonly type: "report"; readonly number: number }
  | { readonly type: "action"; readonly id: Action }
  | { readonly type: "print" | "save" };

/** What the page is told. */
export type Told =
  | { readonly type: "page"; readonly html: string; readonly state: { readonly uri: string; readonly report: number } }
  | { readonly type: "notice"; readonly notice: Notice | undefined }
  | { readonly type: "light"; readonly place: number | undefined; readonly scroll: boolean };

export interface Listener {
  /** The page has come up, for the first time or after it was hidden: it shows nothing yet. */
  ready(): void;
  heard(message: Exclude<Heard, { type: "ready" }>): void;
  moved(): void;
  closed(): void;
}

export class Shell {
  /** Whether there is a page to be told something. */
  ready = false;
  private told: Notice | undefined;
  /** Whose page is shown. */
  private text: string | undefined;

  /** Furnishes a panel, new or kept over a restart, with an empty page; its script says when it is there. */
  constructor(
    private readonly panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    texts: Texts,
    listener: Listener,
  ) {
    const { webview } = panel;
    webview.options = {
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: [vscode.Uri.joinPath(extension, "dist")],
    };
    webview.onDidReceiveMessage((message: Heard) => {
      if (message.type !== "ready") return listener.heard(message);
      this.ready = true;
      this.told = undefined;
      this.text = undefined;
      listener.ready();
    });
    // A hidden page is thrown away by the editor and loaded anew when it is seen again.
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.ready = false;
      listener.moved();
    });
    panel.onDidDispose(() => {
      this.ready = false;
      listener.closed();
    });
    const icon = (theme: string) => vscode.Uri.joinPath(extension, "media", `report-${theme}.svg`);
    panel.iconPath = { light: icon("light"), dark: icon("dark") };
    const asset = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, "dist", name)).toString();
    const nonce = randomBytes(18).toString("base64url");
    webview.html = panelDocument(nonce, webview.cspSource, asset("preview.css"), asset("preview.js"), texts);
  }

  get active(): boolean {
    return this.panel.active;
  }

  get column(): vscode.ViewColumn | undefined {
    return this.panel.viewColumn;
  }

  set title(title: string) {
    this.panel.title = title;
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  dispose(): void {
    this.panel.dispose();
  }

  async tell(message: Told): Promise<void> {
    if (!this.ready) return;
    if (message.type === "page") this.text = message.state.uri;
    await this.panel.webview.postMessage(message);
  }

  /** There is no page of this text yet: that of another one must not be taken for it. */
  async awaits(uri: string, report: number): Promise<void> {
    if (this.text !== undefined && this.text !== uri)
      await this.tell({ type: "page", html: "", state: { uri, report } });
  }

  /** Show a notice above the page, or none. */
  async notice(notice: Notice | undefined): Promise<void> {
    if (!this.ready || isDeepStrictEqual(notice, this.told)) return;
    this.told = notice;
    await this.tell({ type: "notice", notice });
  }
}
