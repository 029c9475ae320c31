"""Selection ranges."""

from __future__ import annotations

import itertools

import pytest
from lsprotocol import types as t

from gxlint.text import Span, Unit
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features import selection
from tests.conftest import SEEDS, needs_reports
from tests.lsp.features.analysing import UNITS, analyse, cell_span, identifier, written


def chain(analysis: Analysis, offset: int) -> list[Span]:
    params = t.SelectionRangeParams(identifier(analysis), [analysis.position(offset)])
    (found,) = selection.provide(analysis, params)
    spans = []
    at: t.SelectionRange | None = found
    while at is not None:
        spans.append(analysis.span(at.range))
        at = at.parent
    return spans


def check_growing(analysis: Analysis, offset: int) -> None:
    spans = chain(analysis, offset)
    assert spans[-1] == Span(0, len(analysis.text))
    for inner, outer in itertools.pairwise(spans):
        assert outer.start <= inner.start <= inner.end <= outer.end
        assert inner != outer


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_from_the_cell_to_its_row_table_section_and_document(unit: Unit, end: str) -> None:
    analysis = analyse(written(organ="𠮷岭镇人民政府", end=end), unit=unit)
    cell = cell_span(analysis, "requests", "new", "natural")
    spans = chain(analysis, cell.start)
    table = analysis.parts[0].report.layout.table("requests")
    assert table is not None
    section = analysis.parts[0].report.section("requests")
    assert section is not None
    assert spans[:3] == [cell, table.rows[0].span, table.span]
    assert spans[3].start == section.heading.start
    assert spans[-1] == Span(0, len(analysis.text))
    check_growing(analysis, cell.start)


def test_prose_begins_with_its_line() -> None:
    analysis = analyse(written())
    offset = analysis.text.index("存在的主要问题") + 30
    line = analysis.index.line_span(analysis.index.row(offset))
    assert chain(analysis, offset)[0] == line


def test_several_places_are_answered_in_their_order() -> None:
    analysis = analyse(written())
    positions = [t.Position(90, 1), t.Position(0, 2)]
    found = selection.provide(analysis, t.SelectionRangeParams(identifier(analysis), positions))
    assert len(found) == 2
    for one, position in zip(found, positions, strict=True):
        span = analysis.span(one.range)
        assert span.start <= analysis.offset(position) <= span.end


def test_what_is_no_report_still_has_lines() -> None:
    analysis = analyse("一封信\n第二行\n")
    assert chain(analysis, 5) == [Span(4, 7), Span(0, 8)]
    assert chain(analyse(""), 0) == [Span(0, 0)]


@needs_reports
def test_ranges_grow_everywhere_in_a_published_report() -> None:
    for path in SEEDS:
        analysis = analyse(path.read_text("utf-8"))
        for offset in range(0, len(analysis.text), 97):
            check_growing(analysis, offset)
