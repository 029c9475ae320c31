import assert from "node:assert/strict";
import { test } from "node:test";
import { panelDocument, savedDocument } from "../src/preview/documents";
import { escaped, tag } from "../src/preview/html";
import { OwnMove, placeAt, reportAt } from "../src/preview/locate";
import type { Cell, Model, Paragraph, Range, Report, Section, Table } from "../src/preview/model";
import { type Circumstances, noticeFor } from "../src/preview/notice";
import { render } from "../src/preview/render";
import { fill, type Texts } from "../src/preview/texts";

const texts: Texts = {
  language: "zh-cn",
  unchecked: { checked: "见列表", noReport: "不是报告", off: "已关闭", excluded: "已排除", tooLarge: "过大" },
  reportChoice: "报告",
  part: "第 {0} 份，共 {1} 份",
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
  blank: "○ {0}",
  untouched: "尚未填写",
  open: "？ {0}",
  unreadable: "表格无法识别",
  expected: "应为 {0}",
  suspect: "有一个填错",
  previous: "上一处",
  next: "下一处",
  save: "另存",
  print: "打印",
  listTitle: "发现的问题",
  severity: { error: "错误", warning: "警告", info: "提示" },
  tableHelp: "方向键移动",
  notices: {
    closed: "文字已关闭",
    lost: "文字已丢弃",
    checking: "正在检查",
    stale: "，可能过时",
    failed: "出错",
    actions: { reopen: "打开", choosePython: "选择", getPython: "下载", log: "日志", restart: "重启" },
  },
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
  relations: { held: 3, broken: 1, blank: 0, open: 0 },
  findings: [],
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

function paragraph(...lines: [string, Range, number[]?, boolean?][]): Paragraph {
  const pieces = lines.map(([text, place, findings = [], gap = false]) => ({ text, gap, range: place, findings }));
  return { kind: "paragraph", pieces };
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
    front: [paragraph(["编制<b>本报告</b>&\"'", range(1, 0, 30)])],
    sections: [section("requests", "## 三、收到和处理政府信息公开申请情况", 9, [table])],
    outline: [],
    items: [
      { code: "GXT003", name: "row-total", severity: "error", message: "总计填的是 9，应为 3", range: range(13, 0, 1) },
    ],
    ...change,
  };
  return { uri: "file:///r.txt", version: 4, state: "checked", report: 0, reports: [report] };
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
  assert.ok(wrong.includes('aria-invalid="true"'));
  assert.ok(wrong.includes(">9<ins"));
  assert.ok(wrong.includes("应为 3"));
  assert.ok(wrong.includes("✗ 总计 9 ≠ 3"));
});

test("merged cells and missing rows keep the shape of the form", () => {
  const { html } = render(model(), texts);
  assert.ok(html.includes('<th scope="colgroup" colspan="2">申请人</th>'));
  assert.ok(html.includes('rowspan="2"'));
  assert.match(html, /<tr class="missing" data-hint="缺行">/);
  assert.match(html, /<th scope="row" class="label" data-hint="缺行" aria-description="缺行">二、上年结转</);
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
  assert.ok(
    render({ uri: "", version: 1, state: "noReport", report: 0, reports: [] }, texts).html.includes("不是报告"),
  );
});

test("of a compilation the reports can be chosen; a page that stands alone says which one it is", () => {
  const one = model();
  const [report] = one.reports;
  assert.ok(report !== undefined);
  const both = { ...one, reports: [report, { ...report, title: "百石镇" }] };
  const { html } = render(both, texts);
  assert.ok(html.includes('<option value="0" selected>'));
  assert.ok(html.includes('<option value="1">百石镇（1）</option>'));
  const saved = render(both, texts, "saved").html;
  assert.ok(!saved.includes("<select"));
  assert.ok(saved.includes("第 1 份，共 2 份"));
});

test("the caret leads to the report of the compilation that it stands in", () => {
  const [first] = model().reports;
  assert.ok(first !== undefined);
  const reports = [first, { ...first, range: range(40, 0, 20) }, { ...first, range: range(80, 0, 20) }];
  const at = (line: number) => reportAt(reports, { line, character: 3 });
  assert.deepEqual([at(0), at(39), at(40), at(79), at(500)], [0, 0, 1, 1, 2]);
  assert.equal(reportAt([{ ...first, range: range(5, 0, 1) }], { line: 0, character: 0 }), 0);
  assert.equal(reportAt([], { line: 0, character: 0 }), 0);
});

test("the page does not move for its own click, and for every other move it does", () => {
  const move = new OwnMove();
  const [here, there] = [range(3, 0, 2), range(9, 1, 4)];
  assert.equal(move.arrived(here), false);
  move.begin(here);
  assert.equal(move.arrived(here), true);
  assert.equal(move.arrived(here), false);
  // The caret stood there already, so that no move came: the next one is the person's.
  move.begin(here);
  assert.equal(move.arrived(there), false);
  assert.equal(move.arrived(here), false);
  move.begin(here);
  move.forget();
  assert.equal(move.arrived(here), false);
});

test("what was not checked is never shown as in order", () => {
  for (const state of ["noReport", "off", "excluded", "tooLarge", "checked"] as const) {
    const { html } = render({ ...model(), state, reports: [] }, texts);
    assert.ok(html.includes(texts.unchecked[state]), state);
    assert.ok(!html.includes("未发现问题"), state);
  }
});

test("a table that is not filled in does not say that it holds", () => {
  const badges = (held: number, blank: number) => {
    const blanks = { ...table, relations: { held, broken: 0, blank, open: 0 } };
    const { html } = render(model({ sections: [section("x", "三", 9, [blanks])] }), texts);
    return /<figcaption[^>]*>(.*?)<\/figcaption>/.exec(html)?.[1] ?? "";
  };
  assert.ok(badges(0, 39).includes("尚未填写"));
  assert.ok(!badges(0, 39).includes("✓"));
  assert.match(badges(30, 9), /✓ 30.*○ 9/);
});

test("a table that could not be read has a note in its place", () => {
  const block = { kind: "unreadable", range: range(10, 0, 9), findings: [0] } as const;
  const { html, places } = render(model({ sections: [section("x", "三", 9, [block])] }), texts);
  assert.match(
    html,
    /<p data-place="\d+" tabindex="-1" data-hint="GXT003[^>]*class="unreadable found error">表格无法识别</,
  );
  assert.ok(places.some((one) => one.range.start.line === 10));
});

test("the lines of a wrapped paragraph are one paragraph, each with its own place", () => {
  const wrapped = paragraph(
    ["我镇通过", range(1, 0, 4)],
    ["Web", range(2, 0, 3), [0]],
    ["Site公开", range(3, 0, 6), [], true],
  );
  const { html, places } = render(model({ front: [wrapped] }), texts);
  const text = (/<p><span.*?<\/p>/.exec(html)?.[0] ?? "").replace(/<[^>]*>/g, "");
  assert.equal(text, "我镇通过Web Site公开");
  assert.match(html, /<span data-place="\d+" tabindex="-1" class="found error" data-hint="GXT003 [^>]*>Web<\/span>/);
  const caret = placeAt(places, { line: 3, character: 1 });
  assert.match(html, new RegExp(`data-place="${caret?.id}"[^>]*>Site公开<`));
});

test("findings on the title and on paragraphs are marked, and said to those who cannot see them", () => {
  const html = render(model({ titleFindings: [0], front: [paragraph(["前言", range(1, 0, 2), [0]])] }), texts).html;
  for (const element of ["h1", "p"])
    assert.match(html, new RegExp(`<${element} [^>]*class="found error"[^>]*aria-description="GXT003 总计填的是`));
});

test("a finding that no piece shows can be visited in the list", () => {
  const other = { code: "GXS002", name: "x", severity: "warning", message: "另一处", range: range(0, 0, 0) } as const;
  const [report] = model().reports;
  const { html } = render(model({ items: [...(report?.items ?? []), other] }), texts);
  assert.match(html, /<li [^>]*class="error">/);
  assert.match(html, /<li [^>]*class="warning alone">/);
});

test("findings on a table outside its cells are marked at its name", () => {
  const marked = { ...table, findings: [0] };
  const { html } = render(model({ sections: [section("x", "三", 9, [marked])] }), texts);
  assert.match(html, /<figcaption data-place="\d+"[^>]*class="found error"/);
});

test("a page says above it what it cannot say itself", () => {
  const now = { text: "open", server: "running", said: "", page: "there" } as const;
  const notice = (change: Partial<Circumstances>) => noticeFor({ ...now, ...change }, texts.notices);
  const actions = (change: Partial<Circumstances>) => notice(change)?.actions.map((one) => one.id);
  assert.equal(notice({}), undefined);
  assert.equal(notice({ page: "none" })?.text, "正在检查");
  assert.deepEqual(actions({ text: "closed" }), ["reopen"]);
  // An empty text must not be opened in place of one that is gone.
  assert.deepEqual(actions({ text: "lost" }), []);
  assert.deepEqual(actions({ server: "missing", page: "none" }), ["choosePython", "getPython", "log"]);
  assert.deepEqual(actions({ server: "failed" }), ["restart", "log"]);
  assert.equal(notice({ server: "failed", said: "已停止" })?.text, "gxlint: 已停止，可能过时");
  assert.equal(notice({ server: "starting", said: "正在启动", page: "none" })?.text, "gxlint: 正在启动");
  assert.deepEqual(actions({ page: "failed" }), ["restart", "log"]);
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
  assert.ok(page.includes('<main id="page" lang="zh-CN"'));
});

test("the saved page stands alone, and only the one to be printed has a script", () => {
  const page = render(model(), texts, "saved");
  const saved = savedDocument(page, "body { color: red }", texts, false);
  assert.ok(!saved.includes("<script"));
  assert.ok(!/data-place|data-hint|tabindex|role="grid|方向键/.test(saved));
  assert.ok(saved.includes('title="应为 3'));
  assert.ok(!/(?:src|href)=/.test(saved));
  assert.match(savedDocument(page, "", texts, true), /script-src 'sha256-[A-Za-z0-9+/=]{44}'/);
});

test("texts are filled in", () => {
  assert.equal(fill("{1} {0} {2}", 1, "二"), "二 1 {2}");
});
