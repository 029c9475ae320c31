/** Whether a text is an annual report on government information disclosure, told by the wording of the official form. */

import { isPage, words } from "./markup";

/** How much of a text is looked at: the preface and the first two parts stand well within it. */
const HEAD = 40_000;
/** How much of a page of HTML, where style sheets and pictures may come first. */
const PAGE_HEAD = 1_000_000;
/** Headings and captions are short lines; a long line that has their words is prose about them. */
const LONGEST_LINE = 60;
const ENOUGH = 2;

const TITLE = /^.{0,60}(?:政府)?信息公开(?:工作)?(?:年度报告|年报)$/u;
/** What begins a line of the form, number and brackets aside. Any two of them do not meet by chance. */
const MARKS: readonly RegExp[] = [
  TITLE,
  /^[二三四]?、?主动公开政府信息情况/u,
  /^[三四]?、?收到和处理政府信息公开申请情况/u,
  /^[三四五]?、?(?:因)?政府信息公开(?:工作被申请|被)?(?:提起)?行政复议/u,
  /^[四五六]?、?(?:政府信息公开工作)?存在的(?:主要)?问题及改进/u,
  /^[五六]?、?其他需要报告的(?:其他)?事项/u,
  /^第二十条第（[一五六八九]）项/u,
  /^一、本年新收政府信息公开申请数量/u,
  /^二、上年结转政府信息公开申请数量/u,
  /^（本列数据的勾稽关系/u,
];

/** True for the text of a report; a few lines are enough. */
export function looksLikeReport(text: string): boolean {
  if (hasMarks(text.slice(0, HEAD))) return true;
  return isPage(text) && hasMarks(words(text.slice(0, PAGE_HEAD), HEAD));
}

/** What is needed of a document to read its beginning. */
export interface Lines {
  readonly languageId: string;
  readonly lineCount: number;
  lineAt(line: number): { readonly text: string };
}

/** As much of a document as `looksLikeReport` looks at. */
export function head(document: Lines): string {
  const most = document.languageId === "html" ? PAGE_HEAD : HEAD;
  const lines: string[] = [];
  for (let line = 0, length = 0; line < document.lineCount && length < most; line += 1) {
    const { text } = document.lineAt(line);
    lines.push(text);
    length += text.length + 1;
  }
  return lines.join("\n").slice(0, most);
}

function hasMarks(text: string): boolean {
  const seen = new Set<RegExp>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const said = bare(line);
    if (said.length < 4 || said.length > LONGEST_LINE) continue;
    const mark = MARKS.find((one) => !seen.has(one) && one.test(said));
    if (mark === undefined) continue;
    seen.add(mark);
    if (seen.size >= ENOUGH) return true;
  }
  return false;
}

/** A line without white space, the marks of Markdown, and the tags of HTML; of a row of cells the first that says
 * something. */
function bare(line: string): string {
  if (line.length > 4000) return "";
  const cells = line.replace(/<[^>]{0,200}>/g, "|").split(/[\t|]/);
  const first = cells.map((cell) => cell.replace(/[\s\u3000#*_]/gu, "")).find((cell) => cell !== "");
  return first ?? "";
}

const NAMES: readonly RegExp[] = [
  /信息公开.*年度报告.*\.txt$/iu,
  /信息公开.*年报.*\.txt$/iu,
  /政府信息公开工作报告.*\.txt$/iu,
];

/** True for a file name that the extension claims for reports; the same patterns stand in package.json. */
export function namedLikeReport(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return NAMES.some((pattern) => pattern.test(name));
}
