/** The caret in the text of the page: where it stands, and how a click in the page moves it. */

import * as vscode from "vscode";
import { OwnMove } from "./locate";
import type { Position, Range } from "./model";

export class Caret {
  private editor: vscode.TextEditor | undefined;
  private readonly own = new OwnMove();

  /** `shows` tells whether a document is the text of the page. */
  constructor(private readonly shows: (document: vscode.TextDocument) => boolean) {}

  /** Where the caret stands in the text of this version. Undefined where it is not in sight, or another version. */
  at(version: number): Position | undefined {
    const editor = this.visible();
    return editor?.document.version === version ? editor.selection.start : undefined;
  }

  /** Whether a person has moved the caret of the text. */
  moved(event: vscode.TextEditorSelectionChangeEvent): boolean {
    if (!this.shows(event.textEditor.document)) return false;
    this.editor = event.textEditor;
    const [selection] = event.selections;
    return selection !== undefined && !this.own.arrived(selection);
  }

  /** Put the caret on a piece of the text, which is opened in `otherwise` where it is not in sight. */
  async put(document: vscode.TextDocument, range: Range, focus: boolean, otherwise: vscode.ViewColumn): Promise<void> {
    const column = this.visible()?.viewColumn ?? otherwise;
    const { start, end } = range;
    const selection = new vscode.Selection(start.line, start.character, end.line, end.character);
    this.own.begin(range);
    try {
      const editor = await vscode.window.showTextDocument(document, { viewColumn: column, preserveFocus: !focus });
      editor.selection = selection;
      editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      this.editor = editor;
    } catch (error) {
      this.own.forget();
      throw error;
    }
  }

  /** The editor whose caret counts: the one whose caret has moved last, else any that shows the text. */
  private visible(): vscode.TextEditor | undefined {
    const all = vscode.window.visibleTextEditors.filter((one) => this.shows(one.document));
    return all.find((one) => one === this.editor) ?? all[0];
  }
}
