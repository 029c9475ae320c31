import assert from "node:assert/strict";
import { test } from "node:test";
import { Standings, type State, standingOf } from "../src/standing";

const clean: State = { state: "checked", version: 1, findings: { error: 0, warning: 0, info: 0 } };

test("only what was checked is said to be in order", () => {
  assert.deepEqual(standingOf(clean), { kind: "checked", findings: clean.findings });
  for (const state of ["noReport", "off", "excluded", "tooLarge"] as const)
    assert.deepEqual(standingOf({ ...clean, state }), { kind: "unchecked", reason: state });
  assert.equal(standingOf(null).kind, "unknown");
  assert.equal(standingOf(undefined).kind, "unknown");
});

test("before the first answer a report is being checked, and so is another one that comes to the front", () => {
  const standings = new Standings();
  assert.equal(standings.of("a").kind, "checking");
  standings.answer(standings.ask("a"), standingOf(clean));
  assert.equal(standings.of("a").kind, "checked");
  assert.equal(standings.of("b").kind, "checking");
  standings.ask("b");
  assert.equal(standings.of("b").kind, "checking");
  assert.equal(standings.of("a").kind, "checking");
});

test("while a report is typed in what was known of it stays until the next answer", () => {
  const standings = new Standings();
  standings.answer(standings.ask("a"), standingOf(clean));
  standings.ask("a");
  assert.equal(standings.of("a").kind, "checked");
});

test("answers that come too late are dropped", () => {
  const standings = new Standings();
  const first = standings.ask("a");
  const second = standings.ask("a");
  assert.equal(standings.answer(first, standingOf(clean)), false);
  assert.equal(standings.of("a").kind, "checking");
  assert.equal(standings.answer(second, standingOf({ ...clean, state: "off" })), true);
  const third = standings.ask("a");
  standings.ask("b");
  assert.equal(standings.answer(third, standingOf(clean)), false);
  assert.equal(standings.of("b").kind, "checking");
});

test("when the server goes nothing is known any more, not even by an answer on its way", () => {
  const standings = new Standings();
  standings.answer(standings.ask("a"), standingOf(clean));
  const late = standings.ask("a");
  standings.forget();
  assert.equal(standings.of("a").kind, "checking");
  assert.equal(standings.answer(late, standingOf(clean)), false);
});
