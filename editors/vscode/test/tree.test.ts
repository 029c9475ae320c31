import assert from "node:assert/strict";
import { test } from "node:test";
import { byYear, type Checked, name, renamed, sum, without } from "../src/tree/model";

function report(file: string, change: Partial<Checked> = {}): Checked {
  return { uri: `file:///w/${encodeURIComponent(file)}`, error: 0, warning: 0, info: 0, ...change };
}

test("reports stand under their year, the newest first, those without one last", () => {
  const all = [
    report("甲.txt", { year: 2023 }),
    report("乙.txt"),
    report("丙.txt", { year: 2024 }),
    report("丁2024年报.txt", { year: null }),
  ];
  assert.deepEqual(
    byYear(all).map((one) => [one.year, one.reports.map((two) => name(two.uri))]),
    [
      [2024, ["丙.txt", "丁2024年报.txt"].sort((one, other) => one.localeCompare(other, "zh"))],
      [2023, ["甲.txt"]],
      [null, ["乙.txt"]],
    ],
  );
});

test("within a year the reports with more to do come first", () => {
  const all = [
    report("a.txt", { year: 2024, info: 9 }),
    report("b.txt", { year: 2024, error: 1 }),
    report("c.txt", { year: 2024, warning: 3 }),
  ];
  assert.deepEqual(
    byYear(all)[0]?.reports.map((one) => name(one.uri)),
    ["b.txt", "c.txt", "a.txt"],
  );
});

test("a number that is no year in a file's name makes no year", () => {
  assert.equal(byYear([report("编号120245.txt")])[0]?.year, null);
});

test("counts add up", () => {
  assert.deepEqual(sum([report("a", { error: 1, info: 2 }), report("b", { error: 2, warning: 1 })]), {
    error: 3,
    warning: 1,
    info: 2,
  });
});

test("a file that has gone takes its report along, a folder all of its reports", () => {
  const all = ["a.txt", "b/c.txt", "b/d.txt", "bc.txt"].map((file) => ({ ...report(file), uri: `file:///w/${file}` }));
  const left = (gone: string) => without(all, `file:///w/${gone}`).map((one) => name(one.uri));
  assert.deepEqual(left("a.txt"), ["c.txt", "d.txt", "bc.txt"]);
  assert.deepEqual(left("b"), ["a.txt", "bc.txt"]);
  assert.equal(left("none.txt").length, 4);
});

test("a report keeps its findings under another name, and goes where that is of another kind", () => {
  const uri = "file:///w/b/c.txt";
  const all = [{ ...report("x", { error: 2 }), uri }];
  const now = (from: string, to: string) => renamed(all, from, to).map((one) => [one.uri, one.error]);
  assert.deepEqual(now(uri, "file:///w/d.txt"), [["file:///w/d.txt", 2]]);
  assert.deepEqual(now("file:///w/b", "file:///w/e"), [["file:///w/e/c.txt", 2]]);
  assert.deepEqual(now(uri, "file:///w/b/c.txt.bak"), []);
  assert.deepEqual(now("file:///w/other", "file:///w/e"), [[uri, 2]]);
});
