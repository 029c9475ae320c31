/** A report as HTML, and where each piece of the page stands in the text. */

import { classes, type Html, tag } from "./html";
import type { Block, Model, Outline, Paragraph, Report, Section } from "./model";
import { sheet } from "./sheet";
import { fill, type Texts } from "./texts";
import { type Mode, type Place, Writer } from "./writer";

export interface Page {
  readonly title: string;
  readonly html: string;
  readonly places: readonly Place[];
}

/** The page of the report that the model shows; without a model the text is no report. */
export function render(model: Model | null, texts: Texts, mode: Mode = "panel"): Page {
  const report = model?.reports[model.report];
  if (model === null || report === undefined) {
    const said = texts.unchecked[model?.state ?? "noReport"];
    return { title: "", html: tag("p", { class: "nothing" }, said).text, places: [] };
  }
  const page = new ReportPage(report, new Writer(report.items ?? [], texts, mode));
  return {
    title: report.title,
    html: [...page.write(model)].map((piece) => piece.text).join("\n"),
    places: page.writer.places,
  };
}

class ReportPage {
  private readonly texts: Texts;

  constructor(
    private readonly report: Report,
    readonly writer: Writer,
  ) {
    this.texts = writer.texts;
  }

  *write(model: Model): Generator<Html> {
    if (model.reports.length > 1) yield this.choice(model);
    yield tag("header", {}, this.title(), this.summary());
    for (const block of this.report.front ?? []) yield this.block(block);
    yield* this.sections();
    if (this.writer.items.length > 0) yield this.list();
  }

  /** Which of the reports this is; where the page stands alone there is nothing to choose from. */
  private choice(model: Model): Html {
    if (this.writer.mode === "saved")
      return tag("p", { class: "choice" }, fill(this.texts.part, model.report + 1, model.reports.length));
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
    const { range, titleFindings, title, organ } = this.report;
    return tag("h1", { ...this.writer.at(range), ...this.writer.marked(titleFindings ?? []) }, title || organ);
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
    const heading = tag("h2", { ...this.writer.at(section.range), ...this.writer.marked(section.findings) }, title);
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
    if (block.kind === "table") return sheet(block, this.writer);
    if (block.kind === "paragraph") return this.paragraph(block);
    const { class: found, ...said } = this.writer.marked(block.findings);
    const attributes = { ...this.writer.at(block.range), ...said, class: classes("unreadable", found) };
    return tag("p", attributes, this.texts.unreadable);
  }

  /** A paragraph; the lines of one that was wrapped each lead to their own place. */
  private paragraph({ pieces }: Paragraph): Html {
    const [only] = pieces;
    if (pieces.length === 1 && only !== undefined)
      return tag("p", { ...this.writer.at(only.range), ...this.writer.marked(only.findings) }, only.text);
    return tag(
      "p",
      {},
      pieces.map((one) => [
        one.gap && " ",
        tag("span", { ...this.writer.at(one.range), ...this.writer.marked(one.findings) }, one.text),
      ]),
    );
  }

  private list(): Html {
    const entries = this.writer.items.map((finding, number) =>
      tag(
        "li",
        {
          ...this.writer.at(finding.range, true),
          // What is seen nowhere on the page has its only place here.
          class: classes(finding.severity, !this.writer.shown.has(number) && "alone"),
        },
        tag("span", { class: "level" }, this.texts.severity[finding.severity]),
        " ",
        tag("code", {}, finding.code),
        ` ${finding.message}`,
      ),
    );
    return tag("section", { class: "list" }, tag("h2", {}, this.texts.listTitle), tag("ol", {}, entries));
  }
}
