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
  readonly relations: {
    readonly held: number;
    readonly broken: number;
    /** Those that cannot be checked because rows are not filled in. */
    readonly blank: number;
    readonly open: number;
  };
  readonly header: readonly (readonly Cell[])[];
  readonly rows: readonly Row[];
  /** Those that touch none of its cells. */
  readonly findings: readonly number[];
}

/** A line of a paragraph. `gap`: a blank belongs in front of it. */
export interface Piece {
  readonly text: string;
  readonly gap: boolean;
  readonly range: Range;
  readonly findings: readonly number[];
}

/** What a reader takes for one paragraph, however many lines a converter made of it. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly pieces: readonly Piece[];
}

/** A table that could not be read. */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly range: Range;
  readonly findings: readonly number[];
}

export type Block = Table | Paragraph | Unreadable;

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

/** A report of the document; what is optional is there only of the one that is shown. */
export interface Report {
  readonly title: string;
  readonly range: Range;
  readonly organ: string;
  readonly year: number | null;
  readonly form: string | null;
  readonly required: string | null;
  readonly findings: number;
  readonly titleFindings?: readonly number[];
  readonly front?: readonly Block[];
  readonly sections?: readonly Section[];
  readonly outline?: readonly Outline[];
  readonly items?: readonly Finding[];
}

/** Whether the text was checked, else why not. */
export type Checked = "checked" | "noReport" | "off" | "excluded" | "tooLarge";

export interface Model {
  readonly uri: string;
  readonly version: number;
  readonly state: Checked;
  readonly report: number;
  readonly reports: readonly Report[];
}
