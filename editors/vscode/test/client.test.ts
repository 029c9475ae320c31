import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Backoff } from "../src/client/backoff";
import { Calm } from "../src/client/calm";
import { adapted, isRulePage, isShowable, isWeb } from "../src/client/configuration";
import { Gate, type Visitor } from "../src/client/gate";
import { refusal } from "../src/client/refusal";
import { ended, startProcess, within } from "../src/client/server";
import { freeName, reportName } from "../src/commands/names";

test("restarts come later and later, and end", () => {
  let now = 0;
  const backoff = new Backoff(() => now);
  const pauses: (number | undefined)[] = [];
  for (let crash = 0; crash < 7; crash += 1) {
    now += 1000;
    pauses.push(backoff.crashed());
  }
  assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 10_000, undefined, undefined]);
});

test("crashes of long ago do not count, nor those before a person's restart", () => {
  let now = 0;
  const backoff = new Backoff(() => now);
  for (let crash = 0; crash < 4; crash += 1) backoff.crashed();
  now = 10 * 60_000;
  assert.equal(backoff.crashed(), 1000);
  backoff.crashed();
  backoff.forget();
  assert.equal(backoff.crashed(), 1000);
});

test("however far apart crashes are, there is an end to them", () => {
  for (const pause of [1000, 40_000, 130_000, 3_600_000]) {
    let now = 0;
    const backoff = new Backoff(() => now);
    let starts = 0;
    while (backoff.crashed() !== undefined && starts < 1000) {
      starts += 1;
      now += pause;
    }
    assert.ok(starts <= 20, `${starts} starts`);
  }
});

const REPORT = "云岭镇2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n";

function document(languageId: string, text: string): Visitor {
  return { uri: `file:///${languageId}`, languageId, head: () => text };
}

test("documents in the report's own mode are let in whatever they say", () => {
  assert.equal(new Gate().opened(document("gx-report", "")), true);
});

test("of Markdown and HTML only reports are let in, and no other language ever", () => {
  const gate = new Gate();
  assert.equal(gate.opened(document("markdown", REPORT)), true);
  assert.equal(gate.opened(document("html", "<p>hello</p>")), false);
  assert.equal(gate.opened(document("plaintext", REPORT)), false);
});

test("a document is inside from the moment it is let in until it is closed, or the server is gone", () => {
  const gate = new Gate();
  assert.equal(gate.has("file:///markdown"), false);
  gate.opened(document("markdown", REPORT));
  assert.equal(gate.has("file:///markdown"), true);
  assert.equal(gate.closed("file:///markdown"), true);
  assert.equal(gate.closed("file:///markdown"), false);
  gate.opened(document("markdown", REPORT));
  gate.clear();
  assert.equal(gate.has("file:///markdown"), false);
});

test("a document that was invited is let in by every server until it is closed; no other language is", () => {
  const gate = new Gate();
  gate.invite("file:///markdown");
  gate.invite("file:///json");
  assert.equal(gate.opened(document("markdown", "")), true);
  assert.equal(gate.opened(document("json", "")), false);
  gate.clear();
  assert.equal(gate.opened(document("markdown", "")), true);
  gate.left("file:///markdown");
  assert.equal(gate.opened(document("markdown", "")), false);
});

test("a flurry of reasons is one run, and runs never overlap", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    let runs = 0;
    let finish = () => {};
    const calm = new Calm(500, () => {
      runs += 1;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    calm.soon();
    mock.timers.tick(400);
    calm.soon();
    mock.timers.tick(400);
    assert.equal(runs, 0);
    mock.timers.tick(100);
    assert.equal(runs, 1);
    calm.soon();
    mock.timers.tick(500);
    assert.equal(runs, 1);
    finish();
    await new Promise((resolve) => setImmediate(resolve));
    mock.timers.tick(500);
    assert.equal(runs, 2);
  } finally {
    mock.timers.reset();
  }
});

test("the server gets a language, and pages of rules at no address that is a command", () => {
  assert.deepEqual(adapted({ language: "auto" }, "zh-cn"), { language: "zh" });
  assert.deepEqual(adapted({ language: "en", run: "onSave" }, "zh-cn"), { language: "en", run: "onSave" });
  assert.deepEqual(adapted({ rulePages: "https://x/{code}" }, "en"), { language: "en", rulePages: "https://x/{code}" });
  assert.deepEqual(adapted({ rulePages: "command:x?{code}" }, "en"), { language: "en", rulePages: "" });
  assert.equal(adapted(null, "en"), null);
});

test("only pages of the web and documents are shown for the server", () => {
  assert.equal(isShowable("https://x/y", true), true);
  assert.equal(isShowable("vscode://x/y", true), false);
  assert.equal(isShowable("file:///x", true), false);
  assert.equal(isShowable("file:///x", false), true);
  assert.equal(isShowable("untitled:Untitled-1", false), true);
  assert.equal(isShowable("command:x", false), false);
  assert.equal(isWeb("file:///x"), false);
  assert.equal(isRulePage("file:///home/li/.cache/gxlint/rules/0.1.0-zh/GXT003.md"), true);
  assert.equal(isRulePage("file:///home/li/报告.md"), false);
});

test("of a server's errors only a refusal is in words for a person", () => {
  assert.equal(refusal({ code: -32803, message: "这一处已没有 GXT003 的问题" }), "这一处已没有 GXT003 的问题");
  assert.equal(refusal({ code: -32602, message: "Invalid Params: no file, or no range" }), undefined);
  assert.equal(refusal(new Error("x")), undefined);
  assert.equal(refusal(undefined), undefined);
});

test("a server that does not end is made to", async () => {
  const script = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
  const child = await startProcess({ command: [process.execPath, "-e", script] }, () => undefined);
  const before = Date.now();
  await ended(child, 50);
  assert.ok(Date.now() - before < 5000);
  await ended(child, 50);
  await assert.rejects(startProcess({ command: ["/nowhere/python"] }, () => undefined));
});

test("a promise is waited for no longer than that", async () => {
  assert.equal(await within(Promise.resolve(1), 1000), 1);
  await assert.rejects(within(new Promise(() => undefined), 10), /did not answer/);
});

test("a new report has the name that it will be recognised by, and never that of another file", () => {
  const name = reportName(" 青山县 人民政府/办公室 ", 2024);
  assert.equal(name, "青山县人民政府办公室2024年政府信息公开工作年度报告");
  assert.equal(
    freeName(name, ".txt", () => false),
    `${name}.txt`,
  );
  const taken = [`${name}.txt`, `${name}（2）.txt`];
  assert.equal(
    freeName(name, ".txt", (one) => taken.includes(one)),
    `${name}（3）.txt`,
  );
});
