import type { Checked } from "./model";
import type { Action } from "./notice";

/** The words of the preview, in the reader's language. `{0}` and `{1}` are filled in. */
export interface Texts {
  readonly language: string;
  /** What is said in place of a page. */
  readonly unchecked: Readonly<Record<Checked, string>>;
  readonly reportChoice: string;
  readonly part: string;
  readonly form: string;
  readonly formWrong: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly missingPart: string;
  readonly missingTable: string;
  readonly missingRow: string;
  readonly unknownRow: string;
  readonly widthRow: string;
  readonly held: string;
  readonly broken: string;
  readonly blank: string;
  readonly untouched: string;
  readonly open: string;
  readonly unreadable: string;
  readonly expected: string;
  readonly suspect: string;
  readonly previous: string;
  readonly next: string;
  readonly save: string;
  readonly print: string;
  readonly listTitle: string;
  readonly severity: { readonly error: string; readonly warning: string; readonly info: string };
  readonly tableHelp: string;
  readonly notices: NoticeTexts;
}

/** The words above the page, and on the buttons there. */
export interface NoticeTexts {
  readonly closed: string;
  readonly lost: string;
  readonly checking: string;
  readonly stale: string;
  readonly failed: string;
  readonly actions: Readonly<Record<Action, string>>;
}

/** The text with `{0}`, `{1}` filled in. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, number: string) => String(values[Number(number)] ?? whole));
}
