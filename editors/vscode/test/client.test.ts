import assert from "node:assert/strict";
import { test } from "node:test";
import { Backoff } from "../src/client/backoff";
import { type Candidate, Gate } from "../src/client/gate";

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
  now = 3 * 60_000;
  assert.equal(backoff.crashed(), 1000);
  backoff.crashed();
  backoff.forget();
  assert.equal(backoff.crashed(), 1000);
});

const REPORT = "云岭镇2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n";

function document(languageId: string, text: string): Candidate {
  return { uri: `file:///${languageId}`, languageId, text: () => text };
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

test("a document that becomes a report enters once; one that ceases to look like one stays", () => {
  const gate = new Gate();
  assert.equal(gate.edited(document("markdown", "# 草稿")), "outside");
  assert.equal(gate.edited(document("markdown", REPORT)), "enters");
  assert.equal(gate.edited(document("markdown", "")), "inside");
  assert.equal(gate.closed("file:///markdown"), true);
  assert.equal(gate.closed("file:///markdown"), false);
});
