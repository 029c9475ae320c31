/** What the window's edge tells: how the server is, and what was found in the current report. */

import * as vscode from "vscode";
import type { Service, State } from "./client/service";
import { REPORT } from "./detect/choices";
import type { Preview } from "./preview/panel";
import type { Origin } from "./python/candidates";
import { launchSaid } from "./python/words";
import { activeReport, counts, findings } from "./reports";
import { said } from "./words";

const MENU = "gxlint.menu";

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("gxlint.report", vscode.StatusBarAlignment.Left, 1);
  private readonly language = vscode.languages.createLanguageStatusItem("gxlint.server", [
    { language: REPORT },
    { language: "markdown" },
    { language: "html" },
  ]);
  private readonly listening: vscode.Disposable;

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
      vscode.languages.onDidChangeDiagnostics((event) => {
        const active = (vscode.window.activeTextEditor?.document ?? this.preview.active)?.uri.toString();
        if (event.uris.some((uri) => uri.toString() === active)) this.update();
      }),
      service.onChanged(() => this.update()),
      service.onAdmitted(() => this.update()),
      preview.onMoved(() => this.update()),
    );
    this.update();
  }

  dispose(): void {
    this.listening.dispose();
    this.item.dispose();
    this.language.dispose();
  }

  private update(): void {
    const document = activeReport() ?? this.preview.active;
    void vscode.commands.executeCommand("setContext", "gxlint.activeReport", activeReport() !== undefined);
    this.tellLanguage();
    if (document === undefined) {
      this.item.hide();
      return;
    }
    const { state } = this.service;
    if (state === "running") this.tellFindings(document.uri);
    else this.tellState(state);
    this.item.show();
  }

  private tellFindings(uri: vscode.Uri): void {
    const found = counts(findings(uri));
    const words = said(found);
    const sign = found.error > 0 ? "error" : found.warning > 0 ? "warning" : found.info > 0 ? "info" : "pass";
    this.item.text = `$(${sign}) ${words ? vscode.l10n.t("Report: {0}", words) : vscode.l10n.t("Report: nothing found")}`;
    this.item.tooltip = vscode.l10n.t("gxlint: click for what can be done");
    this.item.accessibilityInformation = { label: `gxlint ${words || vscode.l10n.t("nothing found")}` };
    this.item.backgroundColor = undefined;
  }

  private tellState(state: State): void {
    const bad = state === "missing" || state === "failed";
    this.item.text = `${bad ? "$(warning)" : "$(sync~spin)"} gxlint: ${stateSaid(state)}`;
    this.item.tooltip = stateSaid(state);
    this.item.backgroundColor = bad ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
  }

  private tellLanguage(): void {
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

export function stateSaid(state: State): string {
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
