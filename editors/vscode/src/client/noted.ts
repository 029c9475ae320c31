/** A fix that takes figures away tells which before it is taken. */

import * as vscode from "vscode";

const { l10n, window } = vscode;

const TAKE = "gxlint.fix.take";

/** The action, which asks first where the server has sent a note with it. */
export function noted<T extends vscode.CodeAction | vscode.Command>(action: T): T {
  if (!(action instanceof vscode.CodeAction) || action.edit === undefined) return action;
  const note = (action as vscode.CodeAction & { data?: { note?: unknown } | null }).data?.note;
  if (typeof note !== "string" || note === "") return action;
  action.command = { title: action.title, command: TAKE, arguments: [action.edit, action.title, note] };
  delete action.edit;
  return action;
}

export function isNoted(action: vscode.CodeAction): boolean {
  return action.command?.command === TAKE;
}

export function registerNoted(): vscode.Disposable {
  return vscode.commands.registerCommand(TAKE, async (edit: vscode.WorkspaceEdit, title: string, note: string) => {
    const all = l10n.t("Apply");
    const each = l10n.t("Look at each change");
    const chosen = await window.showWarningMessage(title, { modal: true, detail: note }, all, each);
    if (chosen === all) await vscode.workspace.applyEdit(withoutQuestions(edit));
    else if (chosen === each) await vscode.workspace.applyEdit(edit);
  });
}

/** The same edit without the marks that make the editor ask about every piece of it. */
function withoutQuestions(edit: vscode.WorkspaceEdit): vscode.WorkspaceEdit {
  const plain = new vscode.WorkspaceEdit();
  for (const [uri, edits] of edit.entries()) plain.set(uri, edits);
  return plain;
}
