/** What the buttons of the page do, and how its text is opened. */

import * as vscode from "vscode";
import { tellFailure } from "../failure";
import type { Action } from "./notice";

const COMMANDS = {
  choosePython: "gxlint.interpreter.select",
  log: "gxlint.server.log",
  restart: "gxlint.server.restart",
} as const;

/** Do what a button of the notice says; `text` is whose page it is, `page` the column of the page. */
export async function act(action: Action, text: vscode.Uri | undefined, page?: vscode.ViewColumn): Promise<void> {
  if (action === "reopen") await reopen(text, page);
  else if (action === "getPython") await vscode.env.openExternal(vscode.Uri.parse("https://www.python.org/downloads/"));
  else await vscode.commands.executeCommand(COMMANDS[action]);
}

/** Open a text again. One that was never saved is gone: to open it would open an empty one in its place. */
export async function reopen(text: vscode.Uri | undefined, page?: vscode.ViewColumn): Promise<void> {
  if (text === undefined || text.scheme === "untitled") return;
  const document = await vscode.workspace.openTextDocument(text);
  await vscode.window.showTextDocument(document, { viewColumn: awayFrom(page) });
}

/** The first column, unless the page stands there: it must not be covered by its text. */
export function awayFrom(page: vscode.ViewColumn | undefined): vscode.ViewColumn {
  return page === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}

/** The text that a kept page belongs to, opened. One that was never saved comes back empty where it is lost. */
export async function stillThere(uri: string): Promise<vscode.Uri | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    return document.isUntitled && document.getText() === "" ? undefined : document.uri;
  } catch {
    return undefined;
  }
}

/** Do something that a button has asked for, and tell what goes wrong: it would be silent otherwise. */
export async function attempt(log: vscode.LogOutputChannel, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error(`preview: ${error instanceof Error ? error.message : String(error)}`);
    void tellFailure(log);
  }
}
