/** Which documents the server gets to see. */

import { REPORT } from "../detect/choices";
import { looksLikeReport } from "../detect/marks";

/** The languages that keep their own mode; of their documents only reports are sent. */
export const GUESTS: readonly string[] = ["markdown", "html"];

export interface Candidate {
  readonly uri: string;
  readonly languageId: string;
  text(): string;
}

/** Remembers which documents were let in. A document that was let in stays so until it is closed, whatever is typed. */
export class Gate {
  private readonly inside = new Set<string>();

  /** Whether the server should be told that this document is open. */
  opened(document: Candidate): boolean {
    const admitted =
      document.languageId === REPORT || (GUESTS.includes(document.languageId) && looksLikeReport(document.text()));
    if (admitted) this.inside.add(document.uri);
    return admitted;
  }

  /** What an edit means: `inside`: pass it on; `enters`: the document has become a report, tell the server that it is
   * open; `outside`: none of the server's business. */
  edited(document: Candidate): "inside" | "enters" | "outside" {
    if (this.inside.has(document.uri)) return "inside";
    return this.opened(document) ? "enters" : "outside";
  }

  has(uri: string): boolean {
    return this.inside.has(uri);
  }

  /** Whether the server knew the document. */
  closed(uri: string): boolean {
    return this.inside.delete(uri);
  }

  clear(): void {
    this.inside.clear();
  }
}
