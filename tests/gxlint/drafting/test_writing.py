"""Tables are written as the form prints them, and read again as what was written, in every shape."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint.drafting import MARKDOWN_TABLES, TAB_ROWS, Marks, Shape, blank_report, shape_of, write_table
from gxlint.forms import bundled_forms
from gxlint.report import Form, Report
from gxlint.testing import report_of
from tests.writing.render import CLOSED, MARKED
from tests.writing.strategies import Written, written_reports

MARKS: tuple[Marks, ...] = get_args(Marks)
SHAPES = [
    Shape(marks, merging)
    for marks, merging in product(MARKS, ("once", "spread", "bare"))
    if merging == "bare" or (marks != "closed-cells" and (merging == "once" or marks not in CLOSED))
]
USUAL = [
    Shape("tab-cells", "once"),
    TAB_ROWS,
    MARKDOWN_TABLES,
    Shape("pipe-cells", "once"),
    Shape("pipes", "bare"),
    Shape("closed-rows", "once"),
    Shape("closed-rows", "bare"),
    Shape("closed-cells", "bare"),
    Shape("opened-cells", "once"),
]
YEARS = [2020, 2025]


def form_for(year: int) -> Form:
    return next(form for form in bundled_forms() if form.in_force(year))


def read(text: str) -> Report:
    return report_of(text, "报告.txt")


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: f"{shape.marks}-{shape.merging}")
@pytest.mark.parametrize("year", YEARS)
def test_a_blank_report_lies_on_its_form_in_every_shape(shape: Shape, year: int) -> None:
    form = form_for(year)

    report = read(blank_report(form, year, "青山县云岭镇人民政府", shape))

    assert report.form.key == form.key
    assert [table.form.key for table in report.layout.tables] == [table.key for table in form.tables]
    assert report.layout.misfits == ()
    assert all(row.whole for table in report.layout.tables for row in table.rows)
    assert not any(cell.text for table in report.layout.tables for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("shape", USUAL, ids=lambda shape: f"{shape.marks}-{shape.merging}")
def test_the_shape_of_what_was_written_is_found_again(shape: Shape) -> None:
    report = read(blank_report(form_for(2025), 2025, "青山县云岭镇人民政府", shape))

    assert shape_of(report) == shape
    assert {shape_of(report, [table]).marks for table in report.layout.tables} == {shape.marks}


@settings(max_examples=40, deadline=None)
@given(written_reports(MARKED))
def test_the_shape_of_a_worn_report_is_found(written: Written) -> None:
    assert shape_of(read(written.text)).marks == written.shape


@settings(max_examples=25, deadline=None)
@given(written_reports(("tab-cells",), wear=()), st.sampled_from(SHAPES))
def test_figures_are_read_at_the_places_they_were_written_to(written: Written, shape: Shape) -> None:
    report = read(written.text)
    figures = {
        (table.form.key, row.form.key, column.key): cell.text
        for table in report.layout.tables
        for row in table.rows
        for column, cell in zip(table.form.columns, row.cells, strict=True)
    }
    tables = "\n\n".join(write_table(table, shape, figures) for table in written.form.tables)

    again = read(f"{written.year}年政府信息公开工作年度报告\n\n{tables}\n")

    assert figures == {
        (table.form.key, row.form.key, column.key): cell.text
        for table in again.layout.tables
        for row in table.rows
        for column, cell in zip(table.form.columns, row.cells, strict=True)
    }


def widths(year: int, table: str) -> list[int]:
    form = form_for(year).table(table)
    assert form is not None
    return [len(row.split("\n")) for row in write_table(form, Shape("tab-cells", "once")).split("\n\n")]


@pytest.mark.parametrize(
    ("year", "table", "expected"),
    [
        (2020, "item1", [1, 4, 4, 4]),
        (2025, "item8", [1, 2, 2]),
        (2020, "requests", [2, 4, 8, 8, 8, 9, 9, *[10] * 16, 9, 9, 8]),
        (2025, "requests", [2, 4, 8, 8, 8, 9, 9, *[10] * 19, 9, 8]),
        (2025, "review", [2, 7, 15, 15]),
    ],
)
def test_cells_are_as_many_as_in_the_official_word_tables(year: int, table: str, expected: list[int]) -> None:
    assert widths(year, table) == expected


def test_spread_rows_are_all_equally_wide() -> None:
    for table in form_for(2025).tables:
        rows = write_table(table, MARKDOWN_TABLES).split("\n")
        assert len({row.count("|") for row in rows}) == 1, table.key


def test_without_marked_tables_the_kind_of_document_decides() -> None:
    bare = "青山县云岭镇人民政府2024年政府信息公开工作年度报告\n\n{}一、总体情况\n\n全年公开信息30条。\n"

    assert shape_of(report_of(bare.format(""), "报告.txt")) == TAB_ROWS
    assert shape_of(report_of(bare.format(""), "报告.md")) == MARKDOWN_TABLES
    assert shape_of(report_of(bare.format("## "), "报告.txt")) == MARKDOWN_TABLES
