/** A report as HTML, and where each piece of the page stands in the text. */

import { type Content, classes, type Html, tag } from "./html";
import type { Block, Cell, Finding, Model, Outline, Paragraph, Range, Report, Row, Section, Table } from "./model";
import { fill, type Texts } from "./texts";

/** A piece of the page with its place in the text; `id` is its `data-place`. `listed`: an entry of the list of
 * findings, which leads to the text but not the other way round. */
export interface Place {
  readonly id: number;
  readonly listed: boolean;
  readonly range: Range;
}

export interface Page {
  readonly title: string;
  readonly html: string;
  readonly places: readonly Place[];
}

/** The page of the report that the model shows. */
export function render(model: Model | null, texts: Texts): Page {
  const report = model?.reports[model.report];
  if (model === null || report === undefined) {
    return { title: "", html: tag("p", { class: "nothing" }, texts.noReport).text, places: [] };
  }
  const writer = new Writer(report, texts);
  return {
    title: report.title,
    html: [...writer.page(model)].map((piece) => piece.text).join("\n"),
    places: writer.places,
  };
}

class Writer {
  readonly places: Place[] = [];
  private readonly items: readonly Finding[];

  constructor(
    private readonly report: Report,
    private readonly texts: Texts,
  ) {
    this.items = report.items ?? [];
  }

  *page(model: Model): Generator<Html> {
    if (model.reports.length > 1) yield this.choice(model);
    yield tag("header", {}, this.title(), this.summary());
    for (const block of this.report.front ?? []) yield this.block(block);
    yield* this.sections();
    if (this.items.length > 0) yield this.list();
  }

  private choice(model: Model): Html {
    const options = model.reports.map((one, number) =>
      tag(
        "option",
        { value: number, selected: number === model.report },
        `${one.title || `#${number + 1}`}${one.findings > 0 ? `（${one.findings}）` : ""}`,
      ),
    );
    return tag("label", { class: "choice" }, `${this.texts.reportChoice} `, tag("select", { id: "report" }, options));
  }

  private title(): Html {
    return tag("h1", this.at(this.report.range), this.report.title || this.report.organ);
  }

  private summary(): Html {
    const { form, required, findings } = this.report;
    const outdated = form !== null && required !== null && form !== required;
    const said =
      form === null ? undefined : outdated ? fill(this.texts.formWrong, form, required) : fill(this.texts.form, form);
    return tag(
      "p",
      { class: "summary" },
      said !== undefined && tag("span", { class: classes("chip", outdated && "bad") }, said),
      tag(
        "span",
        { class: classes("chip", findings > 0 ? "bad" : "good") },
        findings > 0 ? fill(this.texts.findings, findings) : this.texts.noFindings,
      ),
    );
  }

  /** The parts of the report, those that are missing among them where the form has them. */
  private *sections(): Generator<Html> {
    const pending = [...(this.report.outline ?? [])];
    for (const section of this.report.sections ?? []) {
      const at = pending.findIndex((one) => one.key === section.key);
      // Parts in the wrong order: what was passed over comes where the text has it.
      const before = at < 0 ? [] : pending.splice(0, at + 1);
      for (const one of before) if (one.missing) yield this.missing(one);
      yield this.section(section, before.at(-1));
    }
    for (const one of pending) if (one.missing) yield this.missing(one);
  }

  private missing(outline: Outline): Html {
    const note = tag("span", { class: "note" }, this.texts.missingPart);
    return tag("section", { class: "missing" }, tag("h2", {}, outline.title, " ", note));
  }

  private section(section: Section, outline: Outline | undefined): Html {
    const title = section.title.replace(/^#+\s*/, "");
    const heading = tag("h2", { ...this.at(section.range), ...this.marked(section.findings) }, title);
    const absent = (outline?.tables ?? []).map((one) =>
      tag("p", { class: "missing" }, one.name, " ", tag("span", { class: "note" }, this.texts.missingTable)),
    );
    return tag(
      "section",
      {},
      heading,
      section.blocks.map((one) => this.block(one)),
      absent,
    );
  }

  private block(block: Block): Html {
    return block.kind === "table" ? this.table(block) : this.paragraph(block);
  }

  private paragraph(block: Paragraph): Html {
    return tag("p", { ...this.at(block.range), ...this.marked(block.findings) }, block.text);
  }

  private table(table: Table): Html {
    const { held, broken, open } = table.relations;
    const tally: Content = [
      tag("span", { class: "name" }, table.name),
      held > 0 && tag("span", { class: "good" }, fill(this.texts.held, held)),
      broken > 0 && tag("span", { class: "bad" }, fill(this.texts.broken, broken)),
      open > 0 && tag("span", { class: "open" }, fill(this.texts.open, open)),
    ];
    const head = table.header.map((row) =>
      tag(
        "tr",
        {},
        row.map((cell) => this.headerCell(cell)),
      ),
    );
    const grid = tag(
      "table",
      {
        role: "grid",
        "aria-label": table.name,
        "aria-description": this.texts.tableHelp,
        class: classes(table.columns > 8 && "wide"),
      },
      tag("thead", {}, head),
      tag(
        "tbody",
        {},
        table.rows.map((row) => this.row(row)),
      ),
    );
    return tag("figure", {}, tag("figcaption", {}, tally), tag("div", { class: "scroll" }, grid));
  }

  private headerCell(cell: Cell): Html {
    return tag("th", { scope: cell.columns > 1 ? "colgroup" : "col", ...spans(cell) }, cell.text);
  }

  private row(row: Row): Html {
    const notes: Readonly<Record<Row["state"], string | undefined>> = {
      laid: undefined,
      missing: this.texts.missingRow,
      unknown: this.texts.unknownRow,
      width: this.texts.widthRow,
    };
    const note = notes[row.state];
    return tag(
      "tr",
      { class: classes(row.state !== "laid" && row.state), title: note },
      row.cells.map((cell) => this.cell(cell)),
    );
  }

  private cell(cell: Cell): Html {
    if (cell.kind === "header")
      return tag("th", { scope: cell.rows > 1 ? "rowgroup" : "row", class: "group", ...spans(cell) }, cell.text);
    if (cell.kind === "label") {
      const place = cell.range === undefined ? {} : this.at(cell.range);
      return tag(
        "th",
        { scope: "row", class: "label", ...spans(cell), ...place, ...this.marked(cell.findings ?? []) },
        cell.text,
      );
    }
    const amiss = cell.verdict === "wrong" || cell.verdict === "suspect";
    const hint = this.hint(cell);
    const attributes = {
      ...spans(cell),
      ...(cell.range === undefined ? {} : this.at(cell.range)),
      role: "gridcell",
      class: classes(
        "figure",
        cell.total === true && "total",
        amiss && cell.verdict,
        cell.kind === "text" && "text",
        ...this.severity(cell.findings ?? []),
      ),
      "aria-invalid": amiss || undefined,
      "data-hint": hint,
      "aria-description": hint?.replaceAll("\n", "；"),
    };
    const expected =
      cell.verdict === "wrong" && cell.expected != null
        ? tag("ins", { "aria-hidden": "true" }, cell.expected)
        : undefined;
    return tag("td", attributes, cell.text, expected);
  }

  /** What is said about a cell: what it should be, the relations it takes part in, and the findings. */
  private hint(cell: Cell): string | undefined {
    const lines: string[] = [];
    if (cell.verdict === "wrong" && cell.expected != null) lines.push(fill(this.texts.expected, cell.expected));
    if (cell.verdict === "suspect") lines.push(this.texts.suspect);
    lines.push(...(cell.relations ?? []));
    for (const number of cell.findings ?? []) {
      const finding = this.items[number];
      // The relations have said already what the rules on totals say.
      const repeated = finding?.code.startsWith("GXT") === true && (cell.relations?.length ?? 0) > 0;
      if (finding !== undefined && !repeated) lines.push(`${finding.code} ${finding.message}`);
    }
    return lines.length > 0 ? lines.join("\n") : undefined;
  }

  private list(): Html {
    const entries = this.items.map((finding) =>
      tag(
        "li",
        { ...this.at(finding.range, true), class: finding.severity },
        tag("span", { class: "level" }, this.texts.severity[finding.severity]),
        " ",
        tag("code", {}, finding.code),
        ` ${finding.message}`,
      ),
    );
    return tag("section", { class: "list" }, tag("h2", {}, this.texts.listTitle), tag("ol", {}, entries));
  }

  private at(range: Range, listed = false): { "data-place": number; tabindex: string } {
    const id = this.places.length;
    this.places.push({ id, range, listed });
    return { "data-place": id, tabindex: "-1" };
  }

  private marked(findings: readonly number[]): { class?: string; "data-hint"?: string } {
    if (findings.length === 0) return {};
    const said = findings.map((number) => this.items[number]).filter((one) => one !== undefined);
    return {
      class: this.severity(findings).join(" "),
      "data-hint": said.map((one) => `${one.code} ${one.message}`).join("\n"),
    };
  }

  /** The classes for a piece with these findings: that of the gravest. */
  private severity(findings: readonly number[]): string[] {
    const all = findings.map((number) => this.items[number]?.severity);
    const gravest = (["error", "warning", "info"] as const).find((one) => all.includes(one));
    return gravest === undefined ? [] : ["found", gravest];
  }
}

function spans(cell: Cell): { colspan?: number; rowspan?: number } {
  return { ...(cell.columns > 1 ? { colspan: cell.columns } : {}), ...(cell.rows > 1 ? { rowspan: cell.rows } : {}) };
}
