"""Many reports leave cells blank in place of 0: every figure keeps its place among them, and nothing loud is told."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

import gxlint_forms
import gxlint_totals
from gxlint import read_report
from gxlint.engine import lint
from gxlint.report import Report
from tests.writing import MARKED
from tests.writing.strategies import Written, written_reports

RULES = (*gxlint_forms.gxlint_rules(), *gxlint_totals.gxlint_rules())
Places = dict[tuple[str, str, str], str]


def printed(report: Report) -> Places:
    return {
        (table.form.key, row.form.key, column.key): cell.text
        for table in report.layout.tables
        for row in table.rows
        for column, cell in zip(table.form.columns, row.cells, strict=True)
    }


def with_blanks(text: str, random: Random, share: float) -> tuple[str, Places]:
    """The text without some of its zeros, and what then stands in its cells."""
    report = read_report(text)
    places = printed(report)
    cells = [
        (cell, (table.form.key, row.form.key, column.key))
        for table in report.layout.tables
        for row in table.rows
        for column, cell in zip(table.form.columns, row.cells, strict=True)
    ]
    for cell, place in sorted(cells, key=lambda one: -one[0].start):
        if cell.value == 0 and random.random() < share:
            text = text[: cell.start] + text[cell.end :]
            places[place] = ""
    return text, places


@settings(max_examples=120, deadline=None)
@given(written_reports(MARKED, wear=()), st.integers(0, 2**32 - 1), st.sampled_from((0.1, 0.5, 1.0)))
def test_blanks_in_place_of_zeros_push_no_figure_aside(report: Written, seed: int, share: float) -> None:
    text, places = with_blanks(report.text, Random(seed), share)

    read = read_report(text)

    assert printed(read) == places
    assert [(one.code, one.severity) for one in lint(read, RULES) if one.severity != "info"] == []
