"""Verdicts of cells."""

from __future__ import annotations

from gxlint.report import Cell, Report
from gxlint.testing import sample
from gxlint_lsp.features.tables import Verdict, verdicts_of
from tests.lsp.features.analysing import analyse, with_figure


def report(*changes: tuple[str, str, str, str]) -> Report:
    text = sample(fill="figures")
    for table, row, column, figure in changes:
        text = with_figure(text, table, row, column, figure)
    return analyse(text).parts[0].report


def verdict(of: Report, table: str, row: str, column: str) -> Verdict | None:
    laid = of.layout.table(table)
    assert laid is not None
    cell = laid.cell(row, column)
    assert isinstance(cell, Cell)
    return verdicts_of(of).get(id(cell))


def test_figures_that_keep_every_relation_hold() -> None:
    assert {one.state for one in verdicts_of(report()).values()} == {"holds"}


def test_the_one_cell_that_explains_all_is_wrong_and_the_others_are_not_suspected() -> None:
    found = report(("requests", "new", "total", "13"))
    one = verdict(found, "requests", "new", "total")
    assert one is not None
    assert (one.state, one.total, one.expected) == ("wrong", True, 12)
    assert [one.state for one in verdicts_of(found).values()].count("wrong") == 1
    assert "suspect" not in {one.state for one in verdicts_of(found).values()}


def test_where_several_may_be_wrong_the_total_is_wrong_and_its_parts_suspect() -> None:
    found = report(("review", "cases", "review.total", "6"), ("review", "cases", "review.upheld", "2"))
    total = verdict(found, "review", "cases", "review.total")
    assert total is not None
    assert (total.state, total.sums) == ("wrong", (2,))


def test_a_cell_without_a_figure_leaves_its_relations_open() -> None:
    found = report(("requests", "new", "natural", "无"))
    one = verdict(found, "requests", "new", "total")
    assert one is not None
    assert one.state == "unknown"


def test_a_blank_total_is_wrong_and_casts_no_doubt_on_other_relations() -> None:
    found = report(("requests", "results.total", "natural", ""))
    one = verdict(found, "requests", "results.total", "natural")
    assert one is not None
    assert (one.state, one.sums[0]) == ("wrong", 10)
    carried = verdict(found, "requests", "carried_out", "natural")
    assert carried is not None
    assert carried.state != "wrong"


def test_a_cell_without_a_relation_has_no_verdict() -> None:
    assert verdict(report(), "item5", "licence", "decisions") is None
