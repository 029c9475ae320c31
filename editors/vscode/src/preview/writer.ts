/** What every piece of the page has in common: its place in the text, and what is said about it. */

import type { Finding, Range } from "./model";
import type { Texts } from "./texts";

/** `panel`: the page beside the text, which leads there. `saved`: a page that stands alone in a browser. */
export type Mode = "panel" | "saved";

/** A piece of the page with its place in the text; `id` is its `data-place`. `listed`: an entry of the list of
 * findings, which leads to the text but not the other way round. */
export interface Place {
  readonly id: number;
  readonly listed: boolean;
  readonly range: Range;
}

export class Writer {
  readonly places: Place[] = [];
  /** The findings that some piece of the page shows. */
  readonly shown = new Set<number>();

  constructor(
    readonly items: readonly Finding[],
    readonly texts: Texts,
    readonly mode: Mode,
  ) {}

  /** The attributes of a piece that leads to the text. */
  at(range: Range, listed = false): { "data-place"?: number; tabindex?: string } {
    if (this.mode === "saved") return {};
    const id = this.places.length;
    this.places.push({ id, range, listed });
    return { "data-place": id, tabindex: "-1" };
  }

  /** The attributes of a piece about which something is said. Outside the editor there is no tooltip of ours: the
   * browser's own shows the same words. */
  hint(lines: readonly string[]): Readonly<Record<string, string>> {
    if (lines.length === 0) return {};
    if (this.mode === "saved") return { title: lines.join("\n") };
    return { "data-hint": lines.join("\n"), "aria-description": lines.join("；") };
  }

  /** The attributes of a piece with these findings, and more that is said about it. */
  marked(findings: readonly number[], ...lines: readonly string[]): Readonly<Record<string, string>> {
    const names = this.severity(findings);
    return {
      ...(names.length > 0 ? { class: names.join(" ") } : {}),
      ...this.hint([...lines, ...this.said(findings)]),
    };
  }

  said(findings: readonly number[]): string[] {
    return findings
      .map((number) => this.items[number])
      .filter((one) => one !== undefined)
      .map((one) => `${one.code} ${one.message}`);
  }

  /** The classes for a piece with these findings: that of the gravest. */
  severity(findings: readonly number[]): string[] {
    for (const number of findings) this.shown.add(number);
    const all = findings.map((number) => this.items[number]?.severity);
    const gravest = (["error", "warning", "info"] as const).find((one) => all.includes(one));
    return gravest === undefined ? [] : ["found", gravest];
  }
}
