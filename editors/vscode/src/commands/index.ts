/** What a person can ask for. */

import * as vscode from "vscode";
import type { Hooks } from "../client/middleware";
import { registerNoted } from "../client/noted";
import type { Service } from "../client/service";
import type { Pages } from "../pages";
import type { Preview } from "../preview/panel";
import { stateSaid } from "../status";
import type { Reports } from "../tree/view";
import { Asking } from "./asking";
import { HelpCommands } from "./help";
import { ReportCommands } from "./report";
import { ServerCommands } from "./server";
import { WorkspaceCommands } from "./workspace";

const { l10n, window } = vscode;

export class Commands implements Hooks {
  private readonly asking: Asking;
  private readonly report: ReportCommands;
  private readonly help: HelpCommands;
  private readonly server: ServerCommands;
  readonly workspace: WorkspaceCommands;

  constructor(
    context: vscode.ExtensionContext,
    private readonly service: Service,
    private readonly preview: Preview,
    reports: Reports,
    pages: Pages,
  ) {
    this.asking = new Asking(service);
    this.report = new ReportCommands(context, this.asking, preview);
    this.help = new HelpCommands(this.asking, pages, this.report);
    this.server = new ServerCommands(context, service);
    this.workspace = new WorkspaceCommands(this.asking, reports);
  }

  register(): vscode.Disposable {
    const named: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
      "preview.open": (target) => this.report.openPreview(target),
      "preview.print": () => this.preview.print(),
      "preview.save": () => this.preview.save(),
      "workspace.check": () => this.workspace.check(),
      "workspace.clear": () => this.workspace.clear(),
      "document.fixAll": () => this.report.fixAll(),
      "document.insertBlankForm": () => this.report.insertBlankForm(),
      "report.new": () => this.report.newReport(),
      "rule.explain": (code) => this.help.explain(typeof code === "string" ? code : undefined),
      "settings.show": () => this.help.showSettings(),
      "server.restart": () => this.server.restart(),
      "server.log": () => this.server.showLog(),
      "server.diagnose": () => this.server.diagnose(),
      "interpreter.select": () => this.server.selectInterpreter(),
      "sample.open": () => this.report.openSample(),
      menu: () => this.menu(),
    };
    return vscode.Disposable.from(
      registerNoted(),
      ...Object.entries(named).map(([name, run]) => vscode.commands.registerCommand(`gxlint.${name}`, run)),
    );
  }

  explain(code: string): Promise<void> {
    return this.help.explain(code);
  }

  get explaining(): boolean {
    return this.help.explaining;
  }

  leave(args: unknown[], next: (args: unknown[]) => Promise<unknown>): Promise<void> {
    return this.report.leave(args, next);
  }

  failed(command: string, error: unknown): void {
    this.asking.tell(command, error);
  }

  private async menu(): Promise<void> {
    const report = this.report.current !== undefined;
    const folders = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
    const entries: [string, string, string, boolean][] = [
      ["open-preview", l10n.t("Preview the report"), "gxlint.preview.open", report],
      ["wand", l10n.t("Fix all that is safe to fix"), "gxlint.document.fixAll", report],
      ["warning", l10n.t("Show the findings"), "workbench.actions.view.problems", report],
      ["checklist", l10n.t("Check all reports of the workspace"), "gxlint.workspace.check", folders],
      ["new-file", l10n.t("New report"), "gxlint.report.new", true],
      ["book", l10n.t("Explain a rule"), "gxlint.rule.explain", true],
      ["settings-gear", l10n.t("Effective settings"), "gxlint.settings.show", true],
      ["debug-restart", l10n.t("Restart the language server"), "gxlint.server.restart", true],
      ["output", l10n.t("Show the log"), "gxlint.server.log", true],
      ["snake", l10n.t("Choose the Python to use"), "gxlint.interpreter.select", true],
      ["bug", l10n.t("Collect information for a bug report"), "gxlint.server.diagnose", true],
    ];
    const items = entries
      .filter(([, , , fits]) => fits)
      .map(([sign, label, command]) => ({ label: `$(${sign}) ${label}`, command }));
    const chosen = await window.showQuickPick(items, {
      title: `gxlint ${this.service.version} · ${stateSaid(this.service.state)}`,
    });
    if (chosen !== undefined) await vscode.commands.executeCommand(chosen.command);
  }
}
