/** What `gxlint/preview` answers: a report as a page. Places are the editor's (UTF-16 columns). */

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export type Severity = "error" | "warning" | "info";
export type Verdict = "none" | "holds" | "wrong" | "suspect" | "unknown";

export interface Finding {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
}

export interface Cell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
  /** `header`, `label`, `missing`, or the kind of a figure. */
  readonly kind: string;
  readonly range?: Range;
  readonly findings?: readonly number[];
  readonly verdict?: Verdict;
  readonly total?: boolean;
  readonly expected?: string | null;
  readonly relations?: readonly string[];
}

export interface Row {
  readonly key: string | null;
  readonly state: "laid" | "width" | "missing" | "unknown";
  readonly range: Range | null;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly kind: "table";
  readonly key: string;
  readonly name: string;
  readonly range: Range;
  readonly columns: number;
  readonly relations: { readonly held: number; readonly broken: number; readonly open: number };
  readonly header: readonly (readonly Cell[])[];
  readonly rows: readonly Row[];
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly range: Range;
  readonly findings: readonly number[];
}

export type Block = Table | Paragraph;

export interface Section {
  readonly key: string;
  readonly title: string;
  readonly range: Range;
  readonly findings: readonly number[];
  readonly blocks: readonly Block[];
}

/** A part of the form, and the tables of it that the report should have and has not. */
export interface Outline {
  readonly key: string;
  readonly title: string;
  readonly missing: boolean;
  readonly tables: readonly { readonly key: string; readonly name: string }[];
}

/** A report of the document; `front`, `sections`, `outline` and `items` only of the one that is shown. */
export interface Report {
  readonly title: string;
  readonly range: Range;
  readonly organ: string;
  readonly year: number | null;
  readonly form: string | null;
  readonly required: string | null;
  readonly findings: number;
  readonly front?: readonly Block[];
  readonly sections?: readonly Section[];
  readonly outline?: readonly Outline[];
  readonly items?: readonly Finding[];
}

export interface Model {
  readonly uri: string;
  readonly version: number;
  readonly report: number;
  readonly reports: readonly Report[];
}
