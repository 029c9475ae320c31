/** Gives reports their language mode, as `Choices` decides. */

import { isDeepStrictEqual } from "node:util";
import * as vscode from "vscode";
import { Choices, type Detect, REPORT, type Seen } from "./choices";
import { head } from "./marks";

const REMEMBERED = "gxlint.chosenModes";
/** An edit of so many characters is a paste or the work of a program; only then is a text looked at again. */
const LARGE_EDIT = 80;

export class Detector implements vscode.Disposable {
  private readonly choices: Choices;
  private readonly listening: vscode.Disposable[];

  constructor(private readonly memory: vscode.Memento) {
    this.choices = new Choices(memory.get<string[]>(REMEMBERED, []));
    this.listening = [
      vscode.workspace.onDidCloseTextDocument((document) =>
        this.choices.onClosed(document.uri.toString(), document.languageId),
      ),
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.edited(event)),
      vscode.workspace.onWillRenameFiles(({ files }) => {
        for (const one of files) this.choices.renamed(one.oldUri.toString(), one.newUri.toString());
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const one of files) this.choices.forget(one.oldUri.toString());
        this.remember();
      }),
    ];
    for (const document of vscode.workspace.textDocuments) this.opened(document);
  }

  dispose(): void {
    for (const one of this.listening) one.dispose();
  }

  private opened(document: vscode.TextDocument): void {
    this.give(document, this.choices.onOpened(seen(document), setting(), associated));
    this.remember();
  }

  private remember(): void {
    const { remembered } = this.choices;
    if (!isDeepStrictEqual(remembered, this.memory.get(REMEMBERED, [])))
      void this.memory.update(REMEMBERED, remembered);
  }

  private edited(event: vscode.TextDocumentChangeEvent): void {
    if (event.document.languageId === REPORT) return;
    if (event.contentChanges.every((change) => change.text.length < LARGE_EDIT)) return;
    this.give(event.document, this.choices.onEdited(seen(event.document), setting()));
  }

  private give(document: vscode.TextDocument, languageId: string | undefined): void {
    // The document may have been closed in the meantime; then there is nothing to give.
    if (languageId !== undefined)
      vscode.languages.setTextDocumentLanguage(document, languageId).then(undefined, () => undefined);
  }
}

function seen(document: vscode.TextDocument): Seen {
  return {
    uri: document.uri.toString(),
    scheme: document.uri.scheme,
    languageId: document.languageId,
    path: document.uri.path,
    text: () => head(document),
  };
}

function setting(): Detect {
  return vscode.workspace.getConfiguration("gxlint").get<Detect>("detect", "content");
}

/** Whether the person's own `files.associations` make this file a report. Only the usual patterns are understood:
 * where in doubt, the person is right. */
function associated(path: string): boolean {
  const own = vscode.workspace.getConfiguration("files").get<Record<string, string>>("associations", {});
  const name = path.slice(path.lastIndexOf("/") + 1);
  return Object.entries(own).some(
    ([pattern, languageId]) => languageId === REPORT && matches(pattern, pattern.includes("/") ? path : name),
  );
}

function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^$()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replace(/\?/g, ".")
    .replace(/\{([^}]*)\}/g, (_, all: string) => `(?:${all.replaceAll(",", "|")})`);
  return new RegExp(`^(?:.*/)?${source}$`, "iu").test(text);
}
