"""Blank totals are one finding for a table and the only thing said about their sums."""

from __future__ import annotations

import re

from gxlint.fixes import fix_text
from gxlint.testing import sample
from tests.plugins.gxlint_totals.tables import (
    CARRIED_IN,
    GRANTED,
    NEW,
    REPEATED,
    TOTAL,
    cases,
    found_in,
    place,
    row,
    text_with,
    told,
)


def test_blank_totals_are_reported_once_per_table() -> None:
    text = text_with(row(NEW, 2, total=""), row(GRANTED, 2, total=""), row(TOTAL, 2), cases(1, 0, 0, 0, ""))

    found = found_in(text)

    assert [(one.code, place(text, one)) for one in found] == [
        ("GXT004", "表三 · 一、本年新收 · 总计"),
        ("GXT004", "表四 · 行政复议 · 总计"),
    ]
    assert told(found[0]) == "表三有 2 个总计没有填：“一、本年新收 · 总计”应为 2、“（一）予以公开 · 总计”应为 2。"


def test_a_blank_total_breaks_no_other_relation() -> None:
    """The sums it is a part of would be wrong with 0 in its place."""
    text = text_with(row(NEW, 2), row(GRANTED, 1, total=""), row(REPEATED, 1, total=""), row(TOTAL, 2))

    assert [one.code for one in found_in(text)] == ["GXT004"]


def test_a_blank_row_of_totals_does_not_break_the_balance() -> None:
    text = text_with(row(NEW, 2), row(GRANTED, 2), row(TOTAL, "", "", "", "", "", "", total=""))

    assert [one.code for one in found_in(text)] == ["GXT004"]


def test_a_row_of_blanks_is_no_blank_total() -> None:
    assert found_in(text_with(row(CARRIED_IN, "", "", "", "", "", "", total=""))) == []


def test_a_blank_total_of_zeros_is_no_finding() -> None:
    assert found_in(text_with(row(CARRIED_IN, total=""))) == []


def test_the_fix_fills_in_the_sums() -> None:
    text = text_with(row(NEW, 2, 1, total=""), row(GRANTED, 2, 1, total=""), row(TOTAL, 2, 1), cases(1, 2, 0, 0, ""))

    outcome = fix_text(text, found_in, unsafe=True)

    assert outcome.left == ()
    filled = text_with(row(NEW, 2, 1), row(GRANTED, 2, 1), row(TOTAL, 2, 1), cases(1, 2, 0, 0, 3))
    assert outcome.text.replace(" ", "") == filled.replace(" ", "")


def test_a_total_that_row_and_column_add_up_differently_is_not_filled_in() -> None:
    text = text_with(row(NEW, 3), row(GRANTED, 3), row(TOTAL, 2, total=""))

    blank = next(one for one in found_in(text) if one.code == "GXT004")

    assert blank.fix is None
    assert "按行、按列相加不同" in told(blank)


def test_many_blank_totals_are_not_all_named() -> None:
    text = re.sub(r"(?m)^(\|(?:[^|\n]*\|){7,8}) [1-9]\d* \|$", r"\1  |", sample(fill="figures"))

    (finding,) = found_in(text)

    assert finding.args["count"] == 8
    assert told(finding).count("应为") == 5
    assert len(finding.related) == 7
