/** What the window's edge tells: how the server is, and what was found in the current report. */

import * as vscode from "vscode";
import { GUESTS } from "./client/gate";
import type { State as ServerState, Service } from "./client/service";
import { REPORT } from "./detect/choices";
import type { Preview } from "./preview/panel";
import type { Origin } from "./python/candidates";
import { launchSaid } from "./python/words";
import { activeReport } from "./reports";
import { onSettingsChange } from "./settings-changes";
import { type Standing, Standings, type State, standingOf } from "./standing";
import { said, uncheckedSaid } from "./words";

const MENU = "gxlint.menu";
const METHOD = "gxlint/state";
/** So long after the last key it is asked how the report stands. */
const PAUSE = 300;
/** A report that has just been opened is not known to the server at once. */
const TRIES = 10;

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("gxlint.report", vscode.StatusBarAlignment.Left, 1);
  private readonly language = vscode.languages.createLanguageStatusItem("gxlint.server", { language: REPORT });
  private readonly standings = new Standings();
  private readonly listening: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly service: Service,
    private readonly preview: Preview,
  ) {
    this.item.name = "gxlint";
    this.item.command = MENU;
    this.language.name = "gxlint";
    this.listening = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.workspace.onDidOpenTextDocument(() => this.update()),
      vscode.workspace.onDidCloseTextDocument(() => this.update()),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.contentChanges.length > 0 && event.document === this.report) this.soon();
      }),
      vscode.languages.onDidChangeDiagnostics((event) => {
        const shown = this.report?.uri.toString();
        if (event.uris.some((uri) => uri.toString() === shown)) this.update();
      }),
      service.onChanged(() => {
        this.standings.forget();
        this.update();
      }),
      service.onAdmitted(() => this.update()),
      preview.onMoved(() => this.update()),
      onSettingsChange(() => this.update()),
    );
    this.update();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.item.dispose();
    this.language.dispose();
  }

  private get report(): vscode.TextDocument | undefined {
    return activeReport() ?? this.preview.active;
  }

  private update(): void {
    void vscode.commands.executeCommand("setContext", "gxlint.activeReport", activeReport() !== undefined);
    this.tellLanguage();
    this.tell();
    void this.ask(TRIES);
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(TRIES), PAUSE);
  }

  /** Ask how the report stands. That it has no findings does not tell: perhaps nobody has looked. */
  private async ask(tries: number): Promise<void> {
    clearTimeout(this.timer);
    const { report } = this;
    const client = this.service.running;
    if (report === undefined || client === undefined) return;
    const question = this.standings.ask(report.uri.toString());
    const params = { textDocument: { uri: client.code2ProtocolConverter.asUri(report.uri) } };
    const answer = await client.sendRequest<State | null>(METHOD, params).catch((error: unknown) => {
      this.service.log.debug(`${METHOD}: ${String(error)}`);
      return undefined;
    });
    const early = answer == null && tries > 0;
    if (!this.standings.answer(question, early ? { kind: "checking" } : standingOf(answer))) return;
    this.tell();
    if (early) this.timer = setTimeout(() => void this.ask(tries - 1), PAUSE);
  }

  private tell(): void {
    const { report } = this;
    if (report === undefined) {
      this.item.hide();
      return;
    }
    const { state } = this.service;
    if (state === "running") this.tellStanding(this.standings.of(report.uri.toString()));
    else this.tellState(state);
    this.item.show();
  }

  private tellStanding(standing: Standing): void {
    if (standing.kind === "checked") {
      const { error, warning, info } = standing.findings;
      const sign = error > 0 ? "error" : warning > 0 ? "warning" : info > 0 ? "info" : "pass";
      this.show(sign, said(standing.findings) || vscode.l10n.t("nothing found"));
    } else if (standing.kind === "unchecked") {
      this.show("circle-slash", vscode.l10n.t("not checked"), uncheckedSaid(standing.reason));
    } else if (standing.kind === "checking") this.show("sync~spin", vscode.l10n.t("checking"));
    else this.show("question", vscode.l10n.t("not checked"));
  }

  private show(sign: string, words: string, reason?: string): void {
    this.item.text = `$(${sign}) ${vscode.l10n.t("Report: {0}", words)}`;
    this.item.tooltip = reason ?? vscode.l10n.t("gxlint: click for what can be done");
    this.item.accessibilityInformation = { label: ["gxlint", words, reason].filter(Boolean).join(" ") };
    this.item.backgroundColor = undefined;
  }

  private tellState(state: ServerState): void {
    const bad = state === "missing" || state === "failed";
    this.item.text = `${bad ? "$(warning)" : "$(sync~spin)"} gxlint: ${stateSaid(state)}`;
    this.item.tooltip = stateSaid(state);
    this.item.accessibilityInformation = { label: `gxlint ${stateSaid(state)}` };
    this.item.backgroundColor = bad ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
  }

  private tellLanguage(): void {
    // Of Markdown and web pages most are no reports, and how this server is has nothing to do with them.
    const guest = activeReport()?.languageId;
    const languages = guest !== undefined && GUESTS.includes(guest) ? [REPORT, guest] : [REPORT];
    this.language.selector = languages.map((language) => ({ language }));
    const { state, launch, version } = this.service;
    this.language.busy = state === "searching" || state === "starting" || state === "waiting";
    this.language.text = state === "running" ? `gxlint ${version}` : `gxlint: ${stateSaid(state)}`;
    this.language.detail = launch === undefined ? "" : launchSaid(launch, originSaid(launch.origin));
    this.language.severity =
      state === "missing" || state === "failed"
        ? vscode.LanguageStatusSeverity.Error
        : vscode.LanguageStatusSeverity.Information;
    this.language.command = { command: MENU, title: vscode.l10n.t("Menu") };
  }
}

export function stateSaid(state: ServerState): string {
  switch (state) {
    case "idle":
      return vscode.l10n.t("not started");
    case "searching":
      return vscode.l10n.t("looking for Python");
    case "starting":
      return vscode.l10n.t("starting");
    case "running":
      return vscode.l10n.t("running");
    case "waiting":
      return vscode.l10n.t("ended unexpectedly, starting again");
    case "missing":
      return vscode.l10n.t("no Python 3.11 or newer");
    case "failed":
      return vscode.l10n.t("stopped after several failures");
  }
}

export function originSaid(origin: Origin): string {
  switch (origin) {
    case "path-setting":
      return vscode.l10n.t("setting {0}", "gxlint.path");
    case "interpreter-setting":
      return vscode.l10n.t("setting {0}", "gxlint.interpreter");
    case "environments-extension":
    case "python-extension":
      return vscode.l10n.t("chosen in the Python extension");
    case "workspace":
      return vscode.l10n.t("environment of the workspace");
    case "uv":
      return vscode.l10n.t("installed by uv");
    case "search-path":
      return vscode.l10n.t("found on PATH");
  }
}
