"""A baseline is written the same way every time and read back as it was."""

from __future__ import annotations

import json

import pytest

from gxlint.settings import SettingsError
from gxlint.suppressions import Baseline, Key, read_baseline, write_baseline

A, B = Key("GXT003", "表三 · 一、本年新收 · 总计", "a"), Key("GXM001", "前言", "b")


def test_what_is_written_is_read_back() -> None:
    baseline = Baseline.of([("乙.md", A), ("甲.md", B), ("乙.md", A)])

    assert read_baseline(write_baseline(baseline), "") == baseline
    assert len(baseline) == 3


def test_the_order_of_findings_does_not_matter() -> None:
    entries = [("乙.md", A), ("甲.md", B), ("乙.md", B)]

    assert write_baseline(Baseline.of(entries)) == write_baseline(Baseline.of(reversed(entries)))


def test_every_finding_stands_on_a_line_of_its_own() -> None:
    text = write_baseline(Baseline.of([("乙.md", A), ("甲.md", B), ("乙.md", A)]))

    rows = [json.loads(line.strip().rstrip(",")) for line in text.split("\n") if '"rule"' in line]
    assert [(row["file"], row["rule"], row.get("count", 1)) for row in rows] == [
        ("乙.md", "GXT003", 2),
        ("甲.md", "GXM001", 1),
    ]


def test_an_empty_baseline_is_one() -> None:
    assert read_baseline(write_baseline(Baseline()), "") == Baseline()


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 1}', '{"version": 1, "findings": [3]}', '{"version": 2, "findings": []}']
)
def test_what_is_no_baseline_is_refused(text: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_baseline(text, "gxlint-baseline.json")

    assert raised.value.origin.file == "gxlint-baseline.json"
