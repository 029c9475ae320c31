"""Totals and their parts: highlights, definitions, references."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lsprotocol import types as t

from gxlint.text import Span, Unit
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features import totals
from tests.lsp.features.analysing import ABLE, UNITS, analyse, cell_span, identifier, position_of, with_figure, written

PARTS = ("natural", "commercial", "research", "charity", "legal", "other")


def lit(analysis: Analysis, span: Span) -> dict[Span, t.DocumentHighlightKind | None]:
    params = t.DocumentHighlightParams(identifier(analysis), analysis.position(span.start))
    return {analysis.span(one.range): one.kind for one in totals.highlights(analysis, params) or ()}


def defined(analysis: Analysis, span: Span) -> list[Span]:
    params = t.DefinitionParams(identifier(analysis), analysis.position(span.start))
    found = totals.definition(analysis, params)
    assert found is not None
    return [
        analysis.span(one.target_selection_range if isinstance(one, t.LocationLink) else one.range) for one in found
    ]


def referred(analysis: Analysis, span: Span, *, declaration: bool = False) -> list[Span]:
    context = t.ReferenceContext(declaration)
    params = t.ReferenceParams(context, identifier(analysis), analysis.position(span.start))
    return [analysis.span(one.range) for one in totals.references(analysis, params) or ()]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_total_lights_up_with_its_parts(unit: Unit, end: str) -> None:
    analysis = analyse(written(organ="𠮷岭镇人民政府", end=end), unit=unit)
    total = cell_span(analysis, "requests", "new", "total")
    parts = {cell_span(analysis, "requests", "new", column) for column in PARTS}
    shown = lit(analysis, total)
    assert shown == {total: t.DocumentHighlightKind.Write} | dict.fromkeys(parts, t.DocumentHighlightKind.Read)
    assert list(shown) == sorted(shown)


def test_a_part_lights_up_with_the_totals_of_its_row_and_its_column() -> None:
    analysis = analyse(written())
    shown = lit(analysis, cell_span(analysis, "requests", "results.granted", "natural"))
    written_ones = {span for span, kind in shown.items() if kind is t.DocumentHighlightKind.Write}
    assert written_ones == {
        cell_span(analysis, "requests", "results.granted", "total"),
        cell_span(analysis, "requests", "results.total", "natural"),
    }


def test_a_total_also_shows_the_broken_balance_that_it_stands_in() -> None:
    right = analyse(written())
    total = cell_span(right, "requests", "results.total", "natural")
    carried = cell_span(right, "requests", "carried_out", "natural")
    assert carried not in lit(right, total)
    wrong = analyse(with_figure(right.text, "requests", "carried_out", "natural", "7777"))
    total = cell_span(wrong, "requests", "results.total", "natural")
    assert cell_span(wrong, "requests", "carried_out", "natural") in lit(wrong, total)


def test_from_a_total_to_its_parts_and_back() -> None:
    analysis = analyse(written())
    total = cell_span(analysis, "review", "cases", "direct.total")
    parts = [
        cell_span(analysis, "review", "cases", f"direct.{key}") for key in ("upheld", "corrected", "other", "pending")
    ]
    assert defined(analysis, total) == parts
    assert [defined(analysis, part) for part in parts] == [[total]] * 4


def test_a_balance_leads_from_one_side_to_the_other() -> None:
    analysis = analyse(written())
    found = defined(analysis, cell_span(analysis, "requests", "carried_out", "natural"))
    assert cell_span(analysis, "requests", "new", "natural") in found
    assert cell_span(analysis, "requests", "carried_in", "natural") in found


def test_a_link_shows_the_row_and_names_the_cell() -> None:
    analysis = analyse(written())
    span = cell_span(analysis, "requests", "new", "natural")
    params = t.DefinitionParams(identifier(analysis), analysis.position(span.start))
    link = (totals.definition(analysis, params) or [None])[0]
    assert isinstance(link, t.LocationLink)
    assert link.origin_selection_range == analysis.range(span)
    around, cell = analysis.span(link.target_range), analysis.span(link.target_selection_range)
    assert around.start <= cell.start
    assert cell.end <= around.end
    assert link.target_uri == analysis.document.uri


def test_a_client_without_links_gets_places() -> None:
    analysis = analyse(written(), client=replace(ABLE, links=False))
    params = t.DefinitionParams(
        identifier(analysis), analysis.position(cell_span(analysis, "requests", "new", "natural").start)
    )
    assert all(isinstance(one, t.Location) for one in totals.definition(analysis, params) or ())


def test_references_are_all_cells_of_the_same_relations() -> None:
    analysis = analyse(written())
    part = cell_span(analysis, "review", "cases", "review.upheld")
    total = cell_span(analysis, "review", "cases", "review.total")
    others = referred(analysis, part)
    assert part not in others
    assert total in others
    assert len(others) == 4
    assert referred(analysis, part, declaration=True) == sorted([*others, part])


def test_a_cell_without_relations_leads_nowhere() -> None:
    analysis = analyse(written())
    span = cell_span(analysis, "item5", "licence", "decisions")
    assert lit(analysis, span) == {}
    assert defined(analysis, span) == []
    assert referred(analysis, span) == []


def test_outside_the_tables_the_editor_goes_on_by_itself() -> None:
    analysis = analyse(written())
    position = position_of(analysis, "一、总体情况", 2)
    assert totals.highlights(analysis, t.DocumentHighlightParams(identifier(analysis), position)) is None
    assert totals.definition(analysis, t.DefinitionParams(identifier(analysis), position)) is None
    params = t.ReferenceParams(t.ReferenceContext(True), identifier(analysis), position)
    assert totals.references(analysis, params) is None
