import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { test } from "node:test";
import { Choices, REPORT, type Seen } from "../src/detect/choices";
import { looksLikeReport, namedLikeReport } from "../src/detect/marks";
import { root } from "./root";

const examples = path.resolve(root, "../../examples");
const reports = fs.readdirSync(examples).filter((name) => name !== "README.md");

for (const name of reports) {
  test(`the example ${name} is a report`, () => {
    assert.equal(looksLikeReport(fs.readFileSync(path.join(examples, name), "utf8")), true);
  });
}

for (const folder of ["seeds", "wild"]) {
  const real = path.resolve(root, "../../../shared/reports", folder);
  test(`every real report of ${folder} is one`, {
    skip: fs.existsSync(real) ? false : "the real reports are not here",
  }, () => {
    const texts = fs.readdirSync(real).filter((name) => /\.(txt|md|html?)$/.test(name));
    const missed = texts.filter((name) => !looksLikeReport(fs.readFileSync(path.join(real, name), "utf8")));
    assert.deepEqual(missed, []);
  });
}

test("words of the form in running text make no report", () => {
  const minutes =
    "会议纪要\n会议听取了政府信息公开工作年度报告编制情况的汇报，要求认真填报收到和处理政府信息公开申请情况。\n二、其他事项\n";
  assert.equal(looksLikeReport(minutes), false);
  assert.equal(looksLikeReport("政府信息公开工作年度报告\n"), false);
  assert.equal(looksLikeReport(""), false);
});

test("a report is told through Word's spaces, Markdown's marks and tags of HTML", () => {
  assert.equal(looksLikeReport("云岭镇 2024年 政府信息公开工作 年度报告\r\n\r\n　　二、 主动公开政府信息情况"), true);
  assert.equal(looksLikeReport("# 云岭镇2024年政府信息公开工作年度报告\n## 三、收到和处理政府信息公开申请情况"), true);
  assert.equal(looksLikeReport("<h1>云岭镇2024年政府信息公开工作年度报告</h1>\n<td>第二十条第（一）项</td>"), true);
});

test("file names that the manifest claims are known here too, and no others", () => {
  assert.equal(namedLikeReport("/报告/云岭镇2024年政府信息公开工作年度报告.txt"), true);
  assert.equal(namedLikeReport("C:\\报告\\云岭镇信息公开年报（定稿）.TXT"), true);
  assert.equal(namedLikeReport("/信息公开年报/说明.txt"), false);
  assert.equal(namedLikeReport("/报告/云岭镇信息公开年报.md"), false);
});

const TEXT = "云岭镇2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n";

function seen(change: Partial<Seen> = {}): Seen {
  return { uri: "file:///r.txt", scheme: "file", languageId: "plaintext", path: "/r.txt", text: () => TEXT, ...change };
}

const never = () => false;

function choices(kept: string[] = []): { choices: Choices; wait(milliseconds: number): void } {
  let now = 0;
  return {
    choices: new Choices(kept, () => now),
    wait: (milliseconds) => {
      now += milliseconds;
    },
  };
}

test("a plain text that is a report becomes one; so does a pasted table that another extension has taken", () => {
  assert.equal(choices().choices.onOpened(seen(), "content", never), REPORT);
  assert.equal(choices().choices.onOpened(seen({ languageId: "tsv" }), "content", never), REPORT);
});

test("diffs, old versions in git, other languages and other texts are left alone", () => {
  assert.equal(choices().choices.onOpened(seen({ scheme: "git" }), "content", never), undefined);
  assert.equal(choices().choices.onOpened(seen({ languageId: "markdown" }), "content", never), undefined);
  assert.equal(choices().choices.onOpened(seen({ text: () => "随手记" }), "content", never), undefined);
});

test("the setting limits detection to names, or switches it off", () => {
  assert.equal(choices().choices.onOpened(seen(), "filename", never), undefined);
  assert.equal(choices().choices.onOpened(seen(), "off", never), undefined);
});

test("with detection off a file that the manifest's patterns claim goes back, unless the person's own settings claim it", () => {
  const named = seen({ languageId: REPORT, path: "/云岭镇信息公开年报.txt" });
  assert.equal(choices().choices.onOpened(named, "off", never), "plaintext");
  assert.equal(
    choices().choices.onOpened(named, "off", () => true),
    undefined,
  );
  assert.equal(choices().choices.onOpened(named, "content", never), undefined);
});

test("a mode that a person has chosen is kept, now and in later sessions", () => {
  const { choices: first, wait } = choices();
  assert.equal(first.onOpened(seen(), "content", never), REPORT);
  // What the editor does when the extension sets the mode.
  first.onClosed("file:///r.txt", "plaintext");
  assert.equal(first.onOpened(seen({ languageId: REPORT }), "content", never), undefined);
  assert.deepEqual(first.remembered, []);
  // And when the person sets it back.
  wait(5000);
  first.onClosed("file:///r.txt", REPORT);
  assert.equal(first.onOpened(seen(), "content", never), undefined);
  assert.equal(first.onEdited(seen(), "content"), undefined);
  assert.deepEqual(first.remembered, ["file:///r.txt"]);
  const { choices: later } = choices(first.remembered);
  assert.equal(later.onOpened(seen(), "content", never), undefined);
});

test("closing a report and opening it later is no choice", () => {
  const { choices: one, wait } = choices();
  one.onClosed("file:///r.txt", REPORT);
  wait(3000);
  assert.equal(one.onOpened(seen(), "content", never), REPORT);
});

test("a text that is pasted into a new document makes it a report", () => {
  assert.equal(choices().choices.onEdited(seen({ scheme: "untitled" }), "content"), REPORT);
  assert.equal(choices().choices.onEdited(seen({ scheme: "untitled" }), "filename"), undefined);
});
