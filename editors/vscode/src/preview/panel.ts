/** The preview beside the text. The text is the only source: nothing is ever changed from here. */

import * as vscode from "vscode";
import type { Service } from "../client/service";
import { isReport } from "../reports";
import { onSettingsChange } from "../settings-changes";
import { stateSaid } from "../status";
import { previewTexts } from "../words";
import { act, attempt, awayFrom, reopen, stillThere } from "./actions";
import { Caret } from "./caret";
import { placeAt, reportAt } from "./locate";
import type { Model } from "./model";
import { noticeFor } from "./notice";
import { Output } from "./output";
import { type Page, render } from "./render";
import { type Heard, Shell } from "./shell";
import { ask } from "./source";

export const VIEW_TYPE = "gxlint.preview";
/** A page is made anew so long after the last key. */
const PAUSE = 150;
/** A change of the language mode closes a text and opens it again within this time. */
const REOPENED = 50;
/** A page that takes longer is said to be on its way. */
const SLOW = 300;
/** A report that the server does not know yet is asked for again so many times. */
const TRIES = 10;
const NOTHING: Page = { title: "", html: "", places: [] };

export class Preview implements vscode.Disposable {
  private shell: Shell | undefined;
  /** The text that is shown. Not its document: that is another object after every closing. */
  private uri: vscode.Uri | undefined;
  private report = 0;
  /** Undefined before there is an answer, null for what is no report. */
  private model: Model | null | undefined;
  private page = NOTHING;
  private shownVersion = -1;
  private failed = false;
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;
  private tries = 0;
  /** The next page is the first that the reader sees, and moves to where the caret is. */
  private fresh = true;
  private lit: number | undefined;
  private readonly caret = new Caret((document) => this.shows(document));
  private readonly output: Output;
  private readonly listening: vscode.Disposable[];
  private readonly moved = new vscode.EventEmitter<void>();
  /** The page has come to the front, left it, or shows another report. */
  readonly onMoved = this.moved.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly service: Service,
  ) {
    this.output = new Output(context);
    this.listening = [
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (this.shows(event.document) && event.contentChanges.length > 0) this.soon();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (this.shows(document)) this.soon(REOPENED);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (this.shows(document)) this.soon();
        // A text is often recognised as a report only after it has come to the front.
        else if (document === vscode.window.activeTextEditor?.document) this.follow(vscode.window.activeTextEditor);
      }),
      vscode.window.onDidChangeTextEditorSelection((event) => {
        if (this.caret.moved(event) && !this.goWithCaret()) this.light(true);
      }),
      onSettingsChange(() => this.soon()),
      service.onChanged((state) => {
        this.tell();
        if (state === "running") this.soon();
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.shell?.dispose();
    this.output.dispose();
    this.moved.dispose();
    for (const one of this.listening) one.dispose();
  }

  /** The report of the page, while the page is in front: then no text is. Undefined where its text is closed. */
  get active(): vscode.TextDocument | undefined {
    return this.shell?.active === true ? this.document : undefined;
  }

  private get document(): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find((one) => this.shows(one));
  }

  private shows(document: vscode.TextDocument): boolean {
    return document.uri.toString() === this.uri?.toString();
  }

  /** Show this report beside its text. */
  async open(document: vscode.TextDocument): Promise<void> {
    this.turnTo(document.uri);
    if (this.shell === undefined) {
      const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.begin(vscode.window.createWebviewPanel(VIEW_TYPE, titleOf(document.uri), where));
    } else {
      this.shell.reveal();
    }
    await this.refresh();
    this.goWithCaret();
  }

  /** Take over a panel that the editor has kept over a restart. */
  async revive(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { uri, report } = (state ?? {}) as { uri?: unknown; report?: unknown };
    const text = typeof uri === "string" && this.shell === undefined ? await stillThere(uri) : undefined;
    if (text === undefined) {
      panel.dispose();
      return;
    }
    this.turnTo(text, typeof report === "number" ? report : 0);
    this.begin(panel);
    await this.refresh();
  }

  save(): Promise<void> {
    return attempt(this.service.log, async () => this.output.save(...(await this.newest())));
  }

  print(): Promise<void> {
    return attempt(this.service.log, async () => this.output.print(...(await this.newest())));
  }

  /** The model of the text as it is now, of a text that is closed the last one; and the text. */
  private async newest(): Promise<[Model, vscode.Uri]> {
    for (let tries = TRIES; tries > 0; tries -= 1) {
      await this.refresh();
      const { document, model, uri } = this;
      if (uri === undefined || model === undefined) continue;
      if (document !== undefined && document.version !== this.shownVersion) continue;
      if (model !== null && model.reports.length > 0) return [model, uri];
      throw new Error(previewTexts(vscode.env.language).unchecked[model?.state ?? "noReport"]);
    }
    throw new Error(vscode.l10n.t("the page of the text as it is now could not be had"));
  }

  private turnTo(uri: vscode.Uri, report = 0): void {
    if (uri.toString() !== this.uri?.toString()) {
      this.model = undefined;
      this.page = NOTHING;
    }
    this.uri = uri;
    this.report = report;
    this.fresh = true;
    this.failed = false;
    this.tries = 0;
  }

  private begin(panel: vscode.WebviewPanel): void {
    this.shell = new Shell(panel, this.context.extensionUri, previewTexts(vscode.env.language), {
      ready: () => {
        this.fresh = true;
        void this.send();
        this.tell();
      },
      heard: (message) => void attempt(this.service.log, () => this.heard(message)),
      moved: () => this.moved.fire(),
      closed: () => {
        this.shell = undefined;
        this.uri = undefined;
        this.model = undefined;
        this.moved.fire();
        void vscode.commands.executeCommand("setContext", "gxlint.previewOpen", false);
      },
    });
    void vscode.commands.executeCommand("setContext", "gxlint.previewOpen", true);
  }

  private soon(pause = PAUSE): void {
    if (this.shell === undefined) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), pause);
  }

  /** Ask the server for the page of the text as it is now, and show it unless the text has changed meanwhile. */
  private async refresh(): Promise<void> {
    clearTimeout(this.timer);
    this.asked += 1;
    const mine = this.asked;
    const { document } = this;
    if (this.shell === undefined || document === undefined) return this.tell();
    const slow = setTimeout(() => this.tell(), SLOW);
    const model = await ask(this.service, document, this.report);
    clearTimeout(slow);
    if (mine !== this.asked || !this.shows(document)) return;
    if (model === null && isReport(document) && this.tries < TRIES) {
      this.tries += 1;
      return this.soon();
    }
    this.failed = model === undefined;
    if (model !== undefined && model !== "none") await this.show(model, model?.version ?? document.version);
    this.tell();
  }

  private async show(model: Model | null, version: number): Promise<void> {
    this.tries = 0;
    this.model = model;
    this.report = model?.report ?? 0;
    this.shownVersion = version;
    this.page = render(model, previewTexts(vscode.env.language));
    if (this.shell !== undefined && this.uri !== undefined) this.shell.title = titleOf(this.uri);
    await this.send();
  }

  private async send(): Promise<void> {
    if (this.shell?.ready !== true || this.model === undefined || this.uri === undefined) return;
    const state = { uri: this.uri.toString(), report: this.report };
    await this.shell.tell({ type: "page", html: this.page.html, state });
    this.lit = undefined;
    this.light(this.fresh);
    this.fresh = false;
  }

  /** Say above the page what it cannot say itself. */
  private tell(): void {
    if (this.uri === undefined) return;
    const text = this.document !== undefined ? "open" : this.uri.scheme === "untitled" ? "lost" : "closed";
    const page = this.failed ? "failed" : this.model === undefined ? "none" : "there";
    const { state } = this.service;
    const words = previewTexts(vscode.env.language).notices;
    if (this.model === undefined) void this.shell?.awaits(this.uri.toString(), this.report);
    void this.shell?.notice(noticeFor({ text, server: state, said: stateSaid(state), page }, words));
  }

  private async heard(message: Exclude<Heard, { type: "ready" }>): Promise<void> {
    switch (message.type) {
      case "reveal":
        return this.reveal(message.place, message.focus);
      case "report":
        this.report = message.number;
        return this.refresh();
      case "action":
        return act(message.id, this.uri, this.shell?.column);
      default:
        return this[message.type]();
    }
  }

  /** Put the caret on a piece of the text. */
  private async reveal(place: number, focus: boolean): Promise<void> {
    const { document } = this;
    const range = this.page.places[place]?.range;
    if (document === undefined) return reopen(this.uri, this.shell?.column);
    if (range === undefined || document.version !== this.shownVersion) return;
    this.lit = place;
    await this.caret.put(document, range, focus, awayFrom(this.shell?.column));
    await this.shell?.tell({ type: "light", place, scroll: false });
  }

  /** Of a compilation show the report that the caret stands in. Whether that is another one. */
  private goWithCaret(): boolean {
    const caret = this.caret.at(this.shownVersion);
    const reports = this.model?.reports ?? [];
    if (caret === undefined || reports.length < 2) return false;
    const report = reportAt(reports, caret);
    if (report === this.report) return false;
    this.report = report;
    this.fresh = true;
    void this.refresh();
    return true;
  }

  /** Light up the piece of the page that the caret stands on. */
  private light(scroll: boolean): void {
    const caret = this.caret.at(this.shownVersion);
    if (caret === undefined) return;
    const place = placeAt(this.page.places, caret)?.id;
    if (place === this.lit) return;
    this.lit = place;
    void this.shell?.tell({ type: "light", place, scroll });
  }

  /** Another report has come to the front: the page shows it. */
  private follow(editor: vscode.TextEditor | undefined): void {
    if (this.shell === undefined || editor === undefined || this.shows(editor.document)) return;
    if (!isReport(editor.document) || editor.viewColumn === this.shell.column) return;
    this.turnTo(editor.document.uri);
    void this.refresh().then(() => this.goWithCaret());
  }
}

function titleOf(uri: vscode.Uri): string {
  return vscode.l10n.t("Preview: {0}", uri.path.slice(uri.path.lastIndexOf("/") + 1));
}
