/** Which language mode a document should have, and when the person has decided that for themselves. */

import { looksLikeReport, namedLikeReport } from "./marks";

export const REPORT = "gx-report";
/** The language modes from which a report is taken over. Other extensions make `tsv` of tables that were pasted. */
export const PLAIN: readonly string[] = ["plaintext", "tsv"];
/** Where reports are. Diffs, output, search results and old versions in git are nobody's draft. */
export const SCHEMES: readonly string[] = ["file", "untitled", "vscode-vfs"];
/** The editor closes and opens a document in one go when its mode is changed; a tab that is opened again takes a
 * person longer. */
const AT_ONCE = 250;
/** So many choices are remembered. */
const MOST_KEPT = 500;

export type Detect = "off" | "filename" | "content";

/** A document as far as its mode is concerned. */
export interface Seen {
  readonly uri: string;
  readonly scheme: string;
  readonly languageId: string;
  readonly path: string;
  text(): string;
}

/** Decides about language modes. `now` gives milliseconds; `kept` are the documents whose mode a person has chosen. */
export class Choices {
  private readonly kept: Set<string>;
  private readonly closed = new Map<string, { languageId: string; at: number }>();
  private readonly expected = new Map<string, string>();

  constructor(
    kept: Iterable<string>,
    private readonly now: () => number = Date.now,
  ) {
    this.kept = new Set(kept);
  }

  /** The documents to remember between sessions. A new document's name soon belongs to another one. */
  get remembered(): string[] {
    return [...this.kept].filter((uri) => !uri.startsWith("untitled:")).slice(-MOST_KEPT);
  }

  /** Note that a document was closed, which is also how a change of its mode begins. */
  onClosed(uri: string, languageId: string): void {
    this.closed.set(uri, { languageId, at: this.now() });
    if (this.closed.size > 100) {
      const oldest = this.closed.keys().next().value;
      if (oldest !== undefined) this.closed.delete(oldest);
    }
  }

  /** The mode that a document that was just opened should get, or undefined where it should keep its own. */
  onOpened(document: Seen, detect: Detect, associated: (path: string) => boolean): string | undefined {
    const before = this.closed.get(document.uri);
    this.closed.delete(document.uri);
    if (before !== undefined && this.now() - before.at < AT_ONCE && before.languageId !== document.languageId) {
      this.noteChange(document, before.languageId);
      return undefined;
    }
    if (document.scheme === "untitled") this.kept.delete(document.uri);
    return this.wanted(document, detect, associated);
  }

  /** The mode that a document should get because of what it says by now, or undefined. */
  onEdited(document: Seen, detect: Detect): string | undefined {
    return detect === "content" && this.mayTake(document) && looksLikeReport(document.text())
      ? this.take(document, REPORT)
      : undefined;
  }

  /** A file or folder gets another name: what was chosen for it goes along. The old name is kept until `forget`,
   * because the editor opens the new document before it says that the renaming is done. */
  renamed(from: string, to: string): void {
    for (const uri of [...this.kept]) {
      if (uri === from || uri.startsWith(`${from}/`)) this.kept.add(to + uri.slice(from.length));
    }
  }

  /** Forget what was chosen for a file, or for all in a folder. */
  forget(gone: string): void {
    for (const uri of [...this.kept]) if (uri === gone || uri.startsWith(`${gone}/`)) this.kept.delete(uri);
  }

  /** A person wants a report: so nothing is left alone. No report, or plain text: that stands. Anything else (a table
   * that another extension has recognised) says nothing about reports. */
  private noteChange({ uri, languageId }: Seen, before: string): void {
    if (this.expected.get(uri) === languageId) {
      this.expected.delete(uri);
      return;
    }
    if (languageId === REPORT) this.kept.delete(uri);
    else if (before === REPORT || languageId === "plaintext") this.kept.add(uri);
  }

  private wanted(document: Seen, detect: Detect, associated: (path: string) => boolean): string | undefined {
    if (this.kept.has(document.uri) || !SCHEMES.includes(document.scheme)) return undefined;
    if (document.languageId === REPORT) {
      // The patterns of package.json hold whatever the setting says, so that a report has its colours at once. A new
      // document with such a name is one that was asked for.
      const byName = detect === "off" && document.scheme !== "untitled" && namedLikeReport(document.path);
      return byName && !associated(document.path) ? this.take(document, "plaintext") : undefined;
    }
    return this.onEdited(document, detect);
  }

  private mayTake(document: Seen): boolean {
    return PLAIN.includes(document.languageId) && SCHEMES.includes(document.scheme) && !this.kept.has(document.uri);
  }

  private take(document: Seen, languageId: string): string {
    this.expected.set(document.uri, languageId);
    return languageId;
  }
}
