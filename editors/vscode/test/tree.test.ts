import assert from "node:assert/strict";
import { test } from "node:test";
import { byYear, type Checked, name, sum } from "../src/tree/model";

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
