"""The blank form."""

from __future__ import annotations

import pytest
from lsprotocol import types as t

from gxlint.fixes import apply
from gxlint.rule import Edit
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features import blank
from tests.lsp.features.analysing import analyse, written


def inserted(analysis: Analysis, year: int, position: t.Position | None = None) -> str:
    edit = blank.provide(analysis, year, position, "青山县云岭镇人民政府")
    assert edit is not None
    (change,) = edit.document_changes or ()
    assert isinstance(change, t.TextDocumentEdit)
    assert change.text_document.version == analysis.document.version
    (one,) = change.edits
    assert isinstance(one, t.TextEdit)
    return apply(analysis.text, [Edit(analysis.span(one.range), one.new_text)])


@pytest.mark.parametrize("year", [2019, 2024])
def test_the_blank_form_is_read_as_a_whole_report_without_figures(year: int) -> None:
    analysis = analyse(inserted(analyse(""), year), name="report.md")
    (part,) = analysis.parts
    report = part.report
    assert report.title is not None
    assert report.year is not None
    assert report.year.value == year
    assert [section.form.key for section in report.sections] == [one.key for one in report.form.sections]
    assert report.required is report.layout.form
    assert not report.layout.misfits
    cells = [cell for table in report.layout.tables for row in table.rows for cell in row.cells]
    assert cells
    assert {cell.kind for cell in cells} == {"blank"}
    assert {one.code for one in analysis.findings} & {"GXS001", "GXF003", "GXF004", "GXF005", "GXF008"} == set()


def test_the_form_stands_at_the_line_that_was_chosen_or_at_the_end() -> None:
    letter = analyse("第一行\n第二行")
    assert inserted(letter, 2024).startswith("第一行\n第二行\n青山县")
    text = inserted(letter, 2024, t.Position(1, 2))
    assert text.startswith("第一行\n青山县")
    assert text.endswith("\n第二行")


def test_line_ends_are_those_of_the_document() -> None:
    text = inserted(analyse("第一行\r\n第二行\r\n"), 2024)
    assert text.count("\n") == text.count("\r\n") > 50


def test_no_form_is_in_force_for_early_years() -> None:
    assert blank.provide(analyse(written()), 2015) is None
