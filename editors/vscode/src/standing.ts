/** How a report stands, as far as that is known: what the status bar says of it. */

import type { Checked } from "./preview/model";
import type { Counts } from "./tree/model";

/** What `gxlint/state` answers. */
export interface State {
  readonly state: Checked;
  readonly version: number;
  readonly findings: Counts;
}

/** `checking`: no answer yet. `unknown`: there is none to be had. */
export type Standing =
  | { readonly kind: "checking" | "unknown" }
  | { readonly kind: "unchecked"; readonly reason: Exclude<Checked, "checked"> }
  | { readonly kind: "checked"; readonly findings: Counts };

/** What is known after an answer: null for a document that the server does not know, undefined where it has failed. */
export function standingOf(answer: State | null | undefined): Standing {
  if (answer == null) return { kind: "unknown" };
  if (answer.state !== "checked") return { kind: "unchecked", reason: answer.state };
  return { kind: "checked", findings: answer.findings };
}

/** Keeps what is known of one report. Answers to older questions, and about other texts, are dropped. */
export class Standings {
  private about: string | undefined;
  private known: Standing = { kind: "checking" };
  private asked = 0;

  /** What is known of the report with this URI. */
  of(uri: string): Standing {
    return this.about === uri ? this.known : { kind: "checking" };
  }

  /** A question about a report is on its way; the number of the question. What was known stays until the answer
   * comes, unless it was about another report. */
  ask(uri: string): number {
    if (this.about !== uri) this.forget();
    this.about = uri;
    this.asked += 1;
    return this.asked;
  }

  /** Take an answer. Whether it still counts. */
  answer(question: number, standing: Standing): boolean {
    if (question !== this.asked) return false;
    this.known = standing;
    return true;
  }

  /** Nothing is known any more: the server has gone. */
  forget(): void {
    this.about = undefined;
    this.known = { kind: "checking" };
    this.asked += 1;
  }
}
