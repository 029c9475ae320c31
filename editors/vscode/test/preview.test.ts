import assert from "node:assert/strict";
import { test } from "node:test";
import { panelDocument, savedDocument } from "../src/preview/documents";
import { escaped, tag } from "../src/preview/html";
import { placeAt } from "../src/preview/locate";
import type { Cell, Model, Range, Report, Section, Table } from "../src/preview/model";
import { render } from "../src/preview/render";
import { fill, type Texts } from "../src/preview/texts";

const texts: Texts = {
  language: "zh-cn",
  noReport: "不是报告",
  reportChoice: "报告",
  form: "格式：{0}",
  formWrong: "格式：{0}，应当用 {1}",
  findings: "{0} 处问题",
  noFindings: "未发现问题",
  missingPart: "缺少这一部分",
  missingTable: "缺少这张表",
  missingRow: "缺行",
  unknownRow: "没有这一行",
  widthRow: "个数不符",
  held: "✓ {0}",
  broken: "✗ {0}",
  open: "？ {0}",
  expected: "应为 {0}",
  suspect: "有一个填错",
  previous: "上一处",
  next: "下一处",
  save: "另存",
  print: "打印",
  listTitle: "发现的问题",
  severity: { error: "错误", warning: "警告", info: "提示" },
  tableHelp: "方向键移动",
};

function range(line: number, from: number, to: number, last = line): Range {
  return { start: { line, character: from }, end: { line: last, character: to } };
}

function cell(text: string, change: Partial<Cell> = {}): Cell {
  return { text, rows: 1, columns: 1, kind: "number", ...change };
}

const table: Table = {
  kind: "table",
  key: "requests",
  name: "表三",
  range: range(10, 0, 5, 14),
  columns: 3,
  relations: { held: 3, broken: 1, open: 0 },
  header: [
    [cell("项目", { kind: "header", rows: 2 }), cell("申请人", { kind: "header", columns: 2 })],
    [cell("自然人", { kind: "header" }), cell("总计", { kind: "header" })],
  ],
  rows: [
    {
      key: "new",
      state: "laid",
      range: range(11, 0, 5, 13),
      cells: [
        cell("一、本年新收", { kind: "label", range: range(11, 0, 6) }),
        cell("3", { range: range(12, 0, 1), verdict: "holds", findings: [] }),
        cell("9", {
          range: range(13, 0, 1),
          verdict: "wrong",
          expected: "3",
          total: true,
          relations: ["✗ 总计 9 ≠ 3"],
          findings: [0],
        }),
      ],
    },
    {
      key: "old",
      state: "missing",
      range: null,
      cells: [cell("二、上年结转", { kind: "label" }), cell("", { kind: "missing" }), cell("", { kind: "missing" })],
    },
  ],
};

function section(key: string, title: string, line: number, blocks: Section["blocks"] = []): Section {
  return { key, title, range: range(line, 0, title.length), findings: [], blocks };
}

function model(change: Partial<Report> = {}): Model {
  const report: Report = {
    title: "云岭镇2024年政府信息公开工作年度报告",
    range: range(0, 0, 20),
    organ: "云岭镇",
    year: 2024,
    form: "〔2021〕30号",
    required: "〔2021〕30号",
    findings: 1,
    front: [{ kind: "paragraph", text: "编制<b>本报告</b>&\"'", range: range(1, 0, 30), findings: [] }],
    sections: [section("requests", "## 三、收到和处理政府信息公开申请情况", 9, [table])],
    outline: [],
    items: [
      { code: "GXT003", name: "row-total", severity: "error", message: "总计填的是 9，应为 3", range: range(13, 0, 1) },
    ],
    ...change,
  };
  return { uri: "file:///r.txt", version: 4, report: 0, reports: [report] };
}

test("what a report says is never taken for HTML", () => {
  const { html } = render(model(), texts);
  assert.ok(html.includes("编制&lt;b&gt;本报告&lt;/b&gt;&amp;&quot;&#39;"));
  assert.equal(escaped("<script>"), "&lt;script&gt;");
  assert.equal(tag("p", { title: '"><script>' }).text, '<p title="&quot;&gt;&lt;script&gt;"></p>');
});

test("a wrong cell shows what it should be, is told apart without colour, and says why", () => {
  const { html } = render(model(), texts);
  const [wrong] = /<td[^>]*class="figure total wrong[^>]*>.*?<\/td>/.exec(html) ?? [];
  assert.ok(wrong !== undefined);
  assert.ok(wrong.includes("aria-invalid"));
  assert.ok(wrong.includes(">9<ins"));
  assert.ok(wrong.includes("应为 3"));
  assert.ok(wrong.includes("✗ 总计 9 ≠ 3"));
});

test("merged cells and missing rows keep the shape of the form", () => {
  const { html } = render(model(), texts);
  assert.ok(html.includes('<th scope="colgroup" colspan="2">申请人</th>'));
  assert.ok(html.includes('rowspan="2"'));
  assert.match(html, /<tr class="missing" title="缺行">/);
});

test("the marks of Markdown are left out of headings", () => {
  assert.match(render(model(), texts).html, /<h2[^>]*>三、收到和处理/);
});

test("missing parts stand where the form has them, missing tables in their part", () => {
  const outline = [
    { key: "overview", title: "一、总体情况", missing: true, tables: [] },
    {
      key: "requests",
      title: "三、收到和处理政府信息公开申请情况",
      missing: false,
      tables: [{ key: "x", name: "表三之二" }],
    },
    { key: "other", title: "六、其他需要报告的事项", missing: true, tables: [] },
  ];
  const { html } = render(model({ outline }), texts);
  const order = ["一、总体情况", "三、收到和处理", "表三之二", "六、其他需要"].map((words) => html.indexOf(words));
  assert.deepEqual(
    order,
    [...order].sort((one, other) => one - other),
  );
  assert.ok(order.every((at) => at >= 0));
  assert.equal(html.split("缺少这一部分").length - 1, 2);
});

test("parts in the wrong order are all shown, each missing one once", () => {
  const outline = ["a", "b", "c"].map((key) => ({ key, title: `部分${key}`, missing: key === "b", tables: [] }));
  const { html } = render(model({ outline, sections: [section("c", "部分c", 3), section("a", "部分a", 5)] }), texts);
  assert.equal(html.split("部分b").length - 1, 1);
  assert.ok(html.indexOf("部分c") < html.indexOf("部分a"));
});

test("an outdated form is told with the one in force; a text that is no report says so", () => {
  assert.ok(render(model({ form: "〔2019〕60号" }), texts).html.includes("格式：〔2019〕60号，应当用 〔2021〕30号"));
  assert.ok(render(null, texts).html.includes("不是报告"));
  assert.ok(render({ uri: "", version: 1, report: 0, reports: [] }, texts).html.includes("不是报告"));
});

test("of a compilation the reports can be chosen", () => {
  const one = model();
  const [report] = one.reports;
  assert.ok(report !== undefined);
  const { html } = render({ ...one, reports: [report, { ...report, title: "百石镇" }] }, texts);
  assert.ok(html.includes('<option value="0" selected>'));
  assert.ok(html.includes('<option value="1">百石镇（1）</option>'));
});

test("the caret leads to the smallest piece, else to the one before it on its line", () => {
  const { places, html } = render(model(), texts);
  const at = (line: number, character: number) => placeAt(places, { line, character })?.id;
  assert.match(html, new RegExp(`data-place="${at(13, 1)}"[^>]*class="figure total`));
  assert.equal(at(13, 4), at(13, 1));
  assert.equal(at(40, 0), undefined);
  const listed = places.find((one) => one.listed);
  assert.ok(listed !== undefined && at(13, 1) !== listed.id);
});

test("the panel allows nothing but its own style and the script with the nonce", () => {
  const page = panelDocument("abc", "vscode-resource:", "preview.css", "preview.js", texts);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
  assert.equal(policy, "default-src 'none'; style-src vscode-resource:; script-src 'nonce-abc'");
  assert.ok(!/ on\w+=/.test(page));
  assert.ok(!page.includes("style="));
});

test("the saved page stands alone, and only the one to be printed has a script", () => {
  const page = render(model(), texts);
  const saved = savedDocument(page, "body { color: red }", texts, false);
  assert.ok(!saved.includes("<script"));
  assert.ok(!saved.includes("data-place"));
  assert.ok(saved.includes('title="应为 3'));
  assert.ok(!/(?:src|href)=/.test(saved));
  assert.match(savedDocument(page, "", texts, true), /script-src 'sha256-[A-Za-z0-9+/=]{44}'/);
});

test("texts are filled in", () => {
  assert.equal(fill("{1} {0} {2}", 1, "二"), "二 1 {2}");
});
