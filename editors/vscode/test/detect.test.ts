import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { test } from "node:test";
import { Choices, REPORT, type Seen } from "../src/detect/choices";
import { fromGb18030, misread } from "../src/detect/encoding";
import { head, looksLikeReport, namedLikeReport } from "../src/detect/marks";
import { words } from "../src/detect/markup";
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

const BODY = "<h1>云岭镇2024年政府信息公开工作年度报告</h1><p>正文</p><h2>二、主动公开政府信息情况</h2>";

test("a page is a report however long its head is, in one line, and broken in the middle of a heading", () => {
  const style = `<style>${"p.MsoNormal {margin: 0}\n".repeat(20_000)}</style>`;
  assert.equal(looksLikeReport(`<!DOCTYPE html><html><head>${style}</head><body>${BODY}</body></html>`), true);
  assert.equal(looksLikeReport(`<html><body>${BODY}</body></html>`), true);
  assert.equal(looksLikeReport(`<html>${BODY.replace("信息公开", "信息<span>\r\n公开</span>")}</html>`), true);
  assert.equal(looksLikeReport(`<html><script>"${BODY}"</script><p>别的</p></html>`), false);
  assert.equal(looksLikeReport(`<html><!-- ${BODY} --><p>别的</p></html>`), false);
});

test("the words of a page are found in time that grows with its length, whatever it is", () => {
  assert.equal(words("<p>甲 < 乙</p><br/>丙&nbsp;丁<script>x<", 100), "\n甲 < 乙\n\n丙 丁");
  for (const piece of ["<", "<p", "<!--", "<script>", "<a ", "&nbsp;", "甲\n"]) {
    const before = performance.now();
    words(piece.repeat(200_000), 1_000_000);
    assert.ok(performance.now() - before < 2000, piece);
  }
});

test("of a document only the beginning is read, of a page more of it", () => {
  let read = 0;
  const lineAt = () => {
    read += 1;
    return { text: "字".repeat(99) };
  };
  assert.equal(head({ languageId: "markdown", lineCount: 1_000_000, lineAt }).length, 39_999);
  assert.equal(read, 400);
  assert.equal(head({ languageId: "html", lineCount: 1000, lineAt }).length, 99_999);
});

test("Chinese that was read in the wrong encoding is known, and a damaged character is not that", () => {
  const gbk = Uint8Array.from([0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa]);
  assert.equal(fromGb18030(gbk), "政府信息公开");
  assert.equal(fromGb18030(gbk.subarray(0, 11)), "政府信息公");
  assert.equal(fromGb18030(Uint8Array.from([0xff, 0xff])), undefined);
  const wrong = new TextDecoder().decode(Uint8Array.from({ length: 600 }, (_, at) => gbk[at % gbk.length] ?? 0));
  assert.equal(misread(wrong), true);
  assert.equal(misread("政府信息公开".repeat(50)), false);
  assert.equal(misread(`${"政府信息公开".repeat(50)}${"\ufffd".repeat(30)}`), false);
  assert.equal(misread("a\ufffd"), false);
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

/** What the editor does when the mode of a document is changed. */
function change(one: Choices, from: string, to: string, uri = "file:///r.txt"): void {
  one.onClosed(uri, from);
  const scheme = uri.startsWith("untitled:") ? "untitled" : "file";
  assert.equal(one.onOpened(seen({ uri, scheme, languageId: to }), "content", never), undefined);
}

test("a person who chooses the report's mode does not bar the file from being recognised", () => {
  const { choices: one, wait } = choices(["file:///r.txt"]);
  change(one, "plaintext", REPORT);
  assert.deepEqual(one.remembered, []);
  wait(5000);
  assert.equal(one.onOpened(seen(), "content", never), REPORT);
});

test("another mode than the report's is kept, and so is plain text; a table that was recognised is no choice", () => {
  const { choices: one } = choices();
  change(one, "plaintext", "tsv");
  assert.deepEqual(one.remembered, []);
  change(one, REPORT, "markdown");
  assert.deepEqual(one.remembered, ["file:///r.txt"]);
  const { choices: other } = choices();
  change(other, "tsv", "plaintext");
  assert.deepEqual(other.remembered, ["file:///r.txt"]);
});

test("what is chosen for a new document holds while it is open and is not remembered for the next of its name", () => {
  const { choices: one, wait } = choices();
  const fresh = { uri: "untitled:Untitled-1", scheme: "untitled" };
  change(one, REPORT, "plaintext", fresh.uri);
  assert.equal(one.onEdited(seen(fresh), "content"), undefined);
  assert.deepEqual(one.remembered, []);
  one.onClosed(fresh.uri, "plaintext");
  wait(5000);
  assert.equal(one.onOpened(seen(fresh), "content", never), REPORT);
});

test("a choice goes along with a file or folder that gets another name", () => {
  const { choices: one } = choices(["file:///a/r.txt", "file:///ab.txt"]);
  one.renamed("file:///a", "file:///b");
  assert.equal(one.onOpened(seen({ uri: "file:///b/r.txt" }), "content", never), undefined);
  one.forget("file:///a");
  assert.deepEqual(one.remembered, ["file:///ab.txt", "file:///b/r.txt"]);
});

test("a new document that is named like a report was asked for as one", () => {
  const named = seen({ scheme: "untitled", languageId: REPORT, path: "/云岭镇信息公开年报.txt" });
  assert.equal(choices().choices.onOpened(named, "off", never), undefined);
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
