/** gxlint in VS Code: puts the parts together. */

import * as vscode from "vscode";
import { Calm } from "./client/calm";
import { Entrance } from "./client/entrance";
import type { Hooks } from "./client/middleware";
import { Service } from "./client/service";
import { Commands } from "./commands";
import { Detector } from "./detect/detector";
import { Misread } from "./detect/misread";
import { Messages } from "./messages";
import { Pages } from "./pages";
import { Preview, VIEW_TYPE } from "./preview/panel";
import { isReport } from "./reports";
import { Status } from "./status";
import { Reports } from "./tree/view";

/** After the window has come to rest. */
const LATER = 3000;
/** A setting is typed letter by letter, and other extensions speak several times. */
const PAUSE = 500;
const WHICH_PYTHON = ["gxlint.interpreter", "gxlint.path", "gxlint.importStrategy"];

let service: Service | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("gxlint", { log: true });
  // Service and commands need each other; nothing is hooked before there is a report.
  const hooks: Hooks = {
    explain: (code) => commands.explain(code),
    get explaining() {
      return commands.explaining;
    },
    leave: (args, next) => commands.leave(args, next),
    failed: (command, error) => commands.failed(command, error),
  };
  const own = new Service(context, log, hooks);
  service = own;
  const preview = new Preview(context, own);
  const reports = new Reports(own);
  const pages = new Pages(context.workspaceState);
  const commands = new Commands(context, own, preview, reports, pages);
  context.subscriptions.push(log, own, preview, reports, pages, commands.register());
  context.subscriptions.push(new Detector(context.workspaceState), new Misread(), new Status(own, preview));
  context.subscriptions.push(
    new Entrance(own),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: (panel, state: unknown) => preview.revive(panel, state),
    }),
  );
  watch(context, own, commands);
  for (const document of vscode.workspace.textDocuments) startFor(own, document);
  prepareLater(context, own);
}

export async function deactivate(): Promise<void> {
  await service?.stop();
}

/** What happens to the server, and what changes for it. */
function watch(context: vscode.ExtensionContext, service: Service, commands: Commands): void {
  const messages = new Messages(service);
  const settings = new Calm(PAUSE, async () => {
    await service.reconsider();
    messages.tell();
  });
  const offers = new Calm(PAUSE, () => service.resolveAgain());
  context.subscriptions.push(
    settings,
    offers,
    service.onChanged((state) => {
      messages.tell();
      if (state === "running") void commands.workspace.checkAgain();
    }),
    service.search.offers.onChanged(() => offers.soon()),
    vscode.workspace.onDidOpenTextDocument((document) => startFor(service, document)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      if (service.state !== "idle") void service.restart();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (WHICH_PYTHON.some((name) => event.affectsConfiguration(name))) settings.soon();
    }),
  );
}

/** The server starts with the first report and not before. */
function startFor(service: Service, document: vscode.TextDocument): void {
  if (service.state === "idle" && isReport(document)) void service.ensure();
}

/** After an installation or an update nothing is compiled yet; do that while nobody waits. */
function prepareLater(context: vscode.ExtensionContext, service: Service): void {
  const timer = setTimeout(() => {
    if (service.state !== "idle") return;
    service.search.prepare().catch((error: unknown) => service.log.info(`byte-code: ${String(error)}`));
  }, LATER);
  context.subscriptions.push({ dispose: () => clearTimeout(timer) });
}
