/** Which documents the server gets to see. */

import { REPORT } from "../detect/choices";
import { looksLikeReport } from "../detect/marks";

/** The languages that keep their own mode; of their documents only reports are sent. */
export const GUESTS: readonly string[] = ["markdown", "html"];

/** A document at the gate. `head` gives as much of its text as tells whether it is a report. */
export interface Visitor {
  readonly uri: string;
  readonly languageId: string;
  head(): string;
}

/** Remembers which documents the server knows. One that was let in stays so until it is closed, whatever is typed. */
export class Gate {
  private readonly inside = new Set<string>();
  private readonly invited = new Set<string>();

  /** Let this document in whatever it says. */
  invite(uri: string): void {
    this.invited.add(uri);
  }

  /** Whether the server should be told that this document is open. */
  opened(document: Visitor): boolean {
    const { uri, languageId } = document;
    const admitted =
      languageId === REPORT ||
      (GUESTS.includes(languageId) && (this.invited.has(uri) || looksLikeReport(document.head())));
    if (admitted) this.inside.add(uri);
    return admitted;
  }

  has(uri: string): boolean {
    return this.inside.has(uri);
  }

  /** Whether the server knew the document. */
  closed(uri: string): boolean {
    return this.inside.delete(uri);
  }

  /** The invitation is for as long as the document is open, whether there is a server or not. */
  left(uri: string): void {
    this.invited.delete(uri);
  }

  /** The server is gone, and what it knew with it. */
  clear(): void {
    this.inside.clear();
  }
}
