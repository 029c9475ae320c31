/** A table of the report as HTML. */

import { type Content, classes, type Html, tag } from "./html";
import type { Cell, Row, Table } from "./model";
import { fill } from "./texts";
import type { Writer } from "./writer";

export function sheet(table: Table, writer: Writer): Html {
  const { texts, mode } = writer;
  const rows = table.rows.map((row) => rowOf(row, writer));
  const head = table.header.map((row) => tag("tr", {}, row.map(headerCell)));
  const grid = tag(
    "table",
    {
      ...(mode === "panel" ? { role: "grid", "aria-description": texts.tableHelp } : {}),
      "aria-label": table.name,
      class: classes(table.columns > 8 && "wide"),
    },
    tag("thead", {}, head),
    tag("tbody", {}, rows),
  );
  const caption = tag(
    "figcaption",
    { ...writer.at(table.range), ...writer.marked(table.findings) },
    tally(table, writer),
  );
  return tag("figure", {}, caption, tag("div", { class: "scroll" }, grid));
}

/** The name of the table and how its figures tally. Nothing that was not checked is said to hold. */
function tally(table: Table, { texts }: Writer): Content {
  const { held, broken, blank, open } = table.relations;
  const untouched = blank > 0 && held + broken + open === 0;
  const badge = (name: string, count: number, text: string) =>
    count > 0 && !untouched && tag("span", { class: name }, fill(text, count));
  return [
    tag("span", { class: "name" }, table.name),
    untouched && tag("span", { class: "open" }, texts.untouched),
    badge("good", held, texts.held),
    badge("bad", broken, texts.broken),
    badge("open", blank, texts.blank),
    badge("open", open, texts.open),
  ];
}

function headerCell(cell: Cell): Html {
  return tag("th", { scope: cell.columns > 1 ? "colgroup" : "col", ...spans(cell) }, cell.text);
}

function rowOf(row: Row, writer: Writer): Html {
  const { texts } = writer;
  const notes: Readonly<Record<Row["state"], string | undefined>> = {
    laid: undefined,
    missing: texts.missingRow,
    unknown: texts.unknownRow,
    width: texts.widthRow,
  };
  const note = notes[row.state];
  // A row cannot be focused, and readers of the screen pass over its words: its first cell has them too.
  const first = row.cells.find((cell) => cell.kind !== "header");
  const { "data-hint": hint, title } = writer.hint(note === undefined ? [] : [note]);
  return tag(
    "tr",
    { class: classes(row.state !== "laid" && row.state), "data-hint": hint, title },
    row.cells.map((cell) => cellOf(cell, writer, cell === first ? note : undefined)),
  );
}

function cellOf(cell: Cell, writer: Writer, note: string | undefined): Html {
  const notes = note === undefined ? [] : [note];
  if (cell.kind === "header")
    return tag("th", { scope: cell.rows > 1 ? "rowgroup" : "row", class: "group", ...spans(cell) }, cell.text);
  const place = cell.range === undefined ? {} : writer.at(cell.range);
  const findings = cell.findings ?? [];
  if (cell.kind === "label") {
    const { class: found, ...said } = writer.marked(findings, ...notes);
    return tag("th", { scope: "row", class: classes("label", found), ...spans(cell), ...place, ...said }, cell.text);
  }
  const amiss = cell.verdict === "wrong" || cell.verdict === "suspect";
  const attributes = {
    ...spans(cell),
    ...place,
    role: writer.mode === "panel" && "gridcell",
    class: classes(
      "figure",
      cell.total === true && "total",
      amiss && cell.verdict,
      cell.kind === "text" && "text",
      ...writer.severity(findings),
    ),
    "aria-invalid": amiss && "true",
    ...writer.hint([...notes, ...about(cell, writer)]),
  };
  const expected =
    cell.verdict === "wrong" && cell.expected != null
      ? tag("ins", { "aria-hidden": "true" }, cell.expected)
      : undefined;
  return tag("td", attributes, cell.text, expected);
}

/** What is said about a figure: what it should be, the relations it takes part in, and the findings. */
function about(cell: Cell, writer: Writer): string[] {
  const lines: string[] = [];
  if (cell.verdict === "wrong" && cell.expected != null) lines.push(fill(writer.texts.expected, cell.expected));
  if (cell.verdict === "suspect") lines.push(writer.texts.suspect);
  const relations = cell.relations ?? [];
  // The relations have said already what the rules on totals say.
  const others = (cell.findings ?? []).filter(
    (number) => relations.length === 0 || writer.items[number]?.code.startsWith("GXT") !== true,
  );
  return [...lines, ...relations, ...writer.said(others)];
}

function spans(cell: Cell): { colspan?: number; rowspan?: number } {
  return { ...(cell.columns > 1 ? { colspan: cell.columns } : {}), ...(cell.rows > 1 ? { rowspan: cell.rows } : {}) };
}
