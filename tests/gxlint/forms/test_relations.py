"""Relations with a report's figures in them, and what broke them."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint import Break, Cell, Report, read_report
from tests.writing import figures, form_for, render
from tests.writing.strategies import Written, written_reports


def written(magnitude: int = 30, seed: int = 3) -> str:
    form = form_for(2024)
    return render(form, figures(Random(seed), form, magnitude), "tab-cells", year=2024, organ="临河市水务局")


def cell_at(report: Report, table: str, row: str, column: str) -> Cell:
    laid = report.layout.table(table)
    assert laid is not None
    cell = laid.cell(row, column)
    assert cell is not None
    return cell


def with_figure(text: str, places: dict[tuple[str, str, str], str]) -> Report:
    """The report with other words at these places (table, row, column)."""
    report = read_report(text)
    cells = sorted(
        ((cell_at(report, *place), content) for place, content in places.items()), key=lambda one: -one[0].start
    )
    for cell, content in cells:
        text = text[: cell.start] + content + text[cell.end :]
    return read_report(text)


def culprits(breaks: tuple[Break, ...]) -> list[tuple[str, object] | None]:
    return [(one.culprit.place, one.expected) if one.culprit else None for one in breaks]


def test_a_consistent_report_breaks_nothing_and_knows_every_relation() -> None:
    report = read_report(written())
    assert report.breaks == ()
    # 25 row totals, 7 balances, 7 result totals, 3 review totals, 2 stock-flow inequalities.
    assert len(report.relations) == 44
    assert all(relation.known and relation.holds for relation in report.relations)


@settings(max_examples=120, deadline=None)
@given(written_reports(), st.data())
def test_one_wrong_figure_of_table_three_is_one_story_that_names_the_cell(report: Written, data: st.DataObject) -> None:
    table = report.form.table("requests")
    assert table is not None
    row = data.draw(st.sampled_from([row.key for row in table.rows]))
    column = data.draw(st.sampled_from([column.key for column in table.columns]))
    right = report.figures["requests"][row][column]
    wrong = data.draw(st.integers(0, 9999).filter(lambda value: value != right))
    read = with_figure(report.text, {("requests", row, column): str(wrong)})
    (story,) = read.breaks
    assert story.culprit is not None
    assert (story.culprit.row.key, story.culprit.column.key, story.expected) == (row, column, right)
    assert story.at is story.culprit
    assert story.culprit.cell.value == wrong


def test_a_wrong_figure_of_table_four_breaks_one_relation_and_nobody_is_named() -> None:
    report = with_figure(written(), {("review", "cases", "direct.pending"): "777"})
    (story,) = report.breaks
    assert (story.kind, story.culprit) == ("review-total", None)
    assert story.at.column.key == "direct.total"


def test_two_wrong_figures_in_different_rows_and_columns_are_two_stories() -> None:
    text = written()
    report = with_figure(
        text, {("requests", "results.partial", "legal"): "901", ("requests", "new", "natural"): "4002"}
    )
    assert sorted(story.culprit.row.key for story in report.breaks if story.culprit) == ["new", "results.partial"]
    assert len(report.breaks) == 2


def test_two_wrong_figures_that_could_be_two_others_are_told_relation_by_relation() -> None:
    """The same difference in two rows and two columns: four cells could be to blame, so none is named."""
    base = read_report(written())
    places = {("requests", "results.granted", "natural"), ("requests", "results.partial", "legal")}
    changed = {place: str(int(cell_at(base, *place).value or 0) + 5) for place in places}
    report = with_figure(base.text, changed)
    assert {story.culprit for story in report.breaks} == {None}
    assert sorted(story.kind for story in report.breaks) == ["result-total", "result-total", "row-total", "row-total"]


def test_a_total_that_says_its_parts_in_another_sum_is_the_culprit() -> None:
    base = read_report(written())
    total = int(cell_at(base, "requests", "results.total", "total").value or 0)
    report = with_figure(base.text, {("requests", "results.total", "total"): str(total + 1)})
    (story,) = report.breaks
    assert story.kinds == {"balance", "result-total", "row-total"}
    assert story.kind == "result-total"
    assert story.expected == total


@pytest.mark.parametrize("words", ["/", "无", "251000元"])
def test_a_relation_with_words_in_place_of_a_figure_is_not_compared(words: str) -> None:
    report = with_figure(written(), {("requests", "results.granted", "natural"): words})
    assert report.breaks == ()
    assert sorted(relation.kind for relation in report.relations if not relation.known) == ["result-total", "row-total"]


def test_a_blank_counts_as_nought() -> None:
    text = written(magnitude=0)
    report = with_figure(text, {("requests", "results.granted", "natural"): " "})
    assert report.breaks == ()
    assert all(relation.known for relation in report.relations)


def test_a_blank_total_over_figures_is_no_broken_relation() -> None:
    report = with_figure(written(), {("requests", "new", "total"): " "})
    blank = [relation for relation in report.relations if relation.total_blank]
    assert [(relation.kind, relation.at.key) for relation in blank] == [("row-total", "new")]
    assert [story for story in report.breaks if "row-total" in story.kinds] == []


def test_more_issued_than_in_force_and_repealed_breaks_the_inequality() -> None:
    place = ("item1", "normative-document", "issued")
    report = with_figure(written(), {place: "9999"})
    (story,) = report.breaks
    assert (story.kind, story.culprit) == ("stock-flow", None)


def test_money_is_compared_exactly() -> None:
    report = with_figure(written(), {("requests", "new", "natural"): "1.50"})
    assert report.layout.table("requests") is not None
    assert cell_at(report, "requests", "new", "natural").value == Decimal("1.50")
    assert report.breaks
