/** gxlint in VS Code: puts the parts together. */

import * as vscode from "vscode";
import { Service, type State } from "./client/service";
import { Commands } from "./commands";
import { Detector } from "./detect/detector";
import { Misread } from "./detect/misread";
import { Pages } from "./pages";
import { Preview, VIEW_TYPE } from "./preview/panel";
import { onOfferedChange } from "./python/machine";
import { isReport } from "./reports";
import { Status } from "./status";
import { Reports } from "./tree/view";

/** After the window has come to rest. */
const LATER = 3000;
const WHICH_PYTHON = ["gxlint.interpreter", "gxlint.path", "gxlint.importStrategy"];

let service: Service | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("gxlint", { log: true });
  let commands: Commands | undefined;
  const own = new Service(context, log, async (code) => commands?.explain(code));
  service = own;
  const preview = new Preview(context, own);
  const reports = new Reports(own);
  const pages = new Pages();
  commands = new Commands(context, own, preview, reports, pages);
  context.subscriptions.push(log, own, preview, reports, pages, commands.register());
  context.subscriptions.push(new Detector(context.workspaceState), new Misread(), new Status(own, preview));
  context.subscriptions.push(
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: (panel, state: unknown) => preview.revive(panel, state),
    }),
    own.onChanged((state) => {
      tell(state);
      if (state === "running") void commands?.checkAgain();
    }),
    vscode.workspace.onDidOpenTextDocument((document) => startFor(own, document)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      if (own.state !== "idle") void own.restart();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (WHICH_PYTHON.some((name) => event.affectsConfiguration(name))) void again(own);
    }),
    onOfferedChange(() => void own.resolveAgain()),
  );
  for (const document of vscode.workspace.textDocuments) startFor(own, document);
  prepareLater(context, own, log);
}

export async function deactivate(): Promise<void> {
  await service?.stop();
}

/** The server starts with the first report and not before. */
function startFor(service: Service, document: vscode.TextDocument): void {
  if (service.state === "idle" && isReport(document)) void service.ensure();
}

async function again(service: Service): Promise<void> {
  // A person has just done what the message asked for.
  if (service.state === "missing" || service.state === "failed") await service.restart();
  else await service.resolveAgain();
}

/** After an installation or an update nothing is compiled yet; do that while nobody waits. */
function prepareLater(context: vscode.ExtensionContext, service: Service, log: vscode.LogOutputChannel): void {
  const timer = setTimeout(() => {
    if (service.state === "idle") service.prepare().catch((error: unknown) => log.info(`byte-code: ${String(error)}`));
  }, LATER);
  context.subscriptions.push({ dispose: () => clearTimeout(timer) });
}

/** The two states that need a person get one message each. */
function tell(state: State): void {
  if (state === "missing") void tellMissing();
  else if (state === "failed") void tellFailed();
}

async function tellMissing(): Promise<void> {
  const choose = vscode.l10n.t("Choose Python");
  const get = vscode.l10n.t("Get Python");
  const log = vscode.l10n.t("Show Log");
  const words = vscode.l10n.t(
    "gxlint needs Python 3.11 or newer and has found none on this computer. Install it, or choose one that is there.",
  );
  const chosen = await vscode.window.showWarningMessage(words, choose, get, log);
  if (chosen === choose) await vscode.commands.executeCommand("gxlint.interpreter.select");
  else if (chosen === get) await vscode.env.openExternal(vscode.Uri.parse("https://www.python.org/downloads/"));
  else if (chosen === log) await vscode.commands.executeCommand("gxlint.server.log");
}

async function tellFailed(): Promise<void> {
  const restart = vscode.l10n.t("Restart");
  const log = vscode.l10n.t("Show Log");
  const words = vscode.l10n.t(
    "The language server of gxlint has ended several times in a row and is not started again. The log says more.",
  );
  const chosen = await vscode.window.showErrorMessage(words, log, restart);
  if (chosen === log) await vscode.commands.executeCommand("gxlint.server.log");
  else if (chosen === restart) await vscode.commands.executeCommand("gxlint.server.restart");
}
