"""Semantic tokens."""

from __future__ import annotations

import itertools
from random import Random

import pytest
from lsprotocol import types as t

from gxlint.text import Span, Unit
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features import tokens
from tests.conftest import SEEDS, WILD, needs_reports
from tests.lsp.features.analysing import UNITS, analyse, cell_span, identifier, whole, with_figure, written
from tests.writing import SHAPES, Shape


def decoded(analysis: Analysis, data: list[int]) -> dict[Span, tuple[str, int]]:
    found: dict[Span, tuple[str, int]] = {}
    line = column = 0
    for at in range(0, len(data), 5):
        down, right, length, kind, modifiers = data[at : at + 5]
        column = right if down else column + right
        line += down
        place = t.Range(t.Position(line, column), t.Position(line, column + length))
        span = analysis.span(place)
        assert span.start < span.end
        assert analysis.range(span) == place
        found[span] = (tokens.TYPES[kind], modifiers)
    spans = list(found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    return found


def full(analysis: Analysis) -> dict[Span, tuple[str, int]]:
    return decoded(analysis, list(tokens.provide(analysis).data))


def kinds(analysis: Analysis) -> dict[str, str]:
    """What is printed → the kind of its first token."""
    found: dict[str, str] = {}
    for span, (kind, _) in full(analysis).items():
        found.setdefault(analysis.text[span.start : span.end], kind)
    return found


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_titles_headings_labels_and_figures_are_marked_in_every_unit(unit: Unit, end: str) -> None:
    analysis = analyse(
        with_figure(written(organ="𠮷岭镇人民政府", end=end), "requests", "new", "total", "9999"), unit=unit
    )
    found = kinds(analysis)
    assert found["二、主动公开政府信息情况"] == "heading"
    assert found["一、本年新收政府信息公开申请数量"] == "label"
    assert found["9999"] == "wrongTotal"
    assert any("𠮷岭镇" in words and kind == "title" for words, kind in found.items())
    span = cell_span(analysis, "requests", "results.granted", "total")
    assert full(analysis)[span] == ("total", 0)


def test_a_figure_that_may_be_wrong_is_suspect() -> None:
    text = with_figure(written(), "requests", "carried_out", "natural", "7777")
    analysis = analyse(text)
    found = full(analysis)
    marked = {
        analysis.text[span.start : span.end] for span, (kind, bits) in found.items() if bits or kind == "wrongTotal"
    }
    assert "7777" in marked


def test_document_numbers_sub_headings_and_page_numbers_are_marked() -> None:
    text = written().replace(
        "一、总体情况\n", "一、总体情况\n（一）主动公开\n按国办公开办函〔2021〕30号办理。\n- 2 -\n", 1
    )
    found = kinds(analyse(text))
    assert found["（一）主动公开"] == "subheading"
    assert found["国办公开办函〔2021〕30号"] == "documentNumber"
    assert found["- 2 -"] == "residue"


def test_a_token_never_runs_over_the_end_of_a_line() -> None:
    text = written().replace("一、本年新收政府信息公开申请数量", "一、本年新收政府\n信息公开申请数量", 1)
    analysis = analyse(text)
    assert all("\n" not in analysis.text[span.start : span.end] for span in full(analysis))
    assert kinds(analysis)["信息公开申请数量"] == "label"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_range_has_the_tokens_of_the_whole_that_touch_it(shape: Shape) -> None:
    analysis = analyse(written(shape))
    place = t.Range(t.Position(30, 0), t.Position(60, 0))
    params = t.SemanticTokensRangeParams(identifier(analysis), place)
    part = decoded(analysis, list(tokens.provide(analysis, params).data))
    every = full(analysis)
    assert part.items() <= every.items()
    span = analysis.span(place)
    assert {one for one in every if span.start <= one.start and one.end <= span.end} <= part.keys()


def test_edits_of_tokens_make_the_new_of_the_old() -> None:
    random = Random(5)
    for _ in range(200):
        before = [random.randrange(3) for _ in range(random.randrange(12))]
        after = [random.randrange(3) for _ in range(random.randrange(12))]
        edits = tokens.delta(before, after)
        made = list(before)
        for edit in reversed(edits):
            made[edit.start : edit.start + edit.delete_count] = edit.data or []
        assert made == after
        assert bool(edits) == (before != after)


def test_what_is_no_report_has_no_tokens() -> None:
    assert not tokens.provide(analyse("按国办公开办函〔2021〕30号办理。\n\t1\n")).data
    assert not tokens.provide(analyse("")).data


def test_the_legend_names_every_number() -> None:
    legend = tokens.OPTIONS.legend
    assert list(legend.token_types) == list(tokens.TYPES)
    analysis = analyse(written())
    assert {kind for kind, _ in full(analysis).values()} <= set(legend.token_types)
    assert whole(analysis).end.line > 0


@needs_reports
def test_published_reports_are_marked_without_overlaps() -> None:
    for path in (*SEEDS, *WILD):
        analysis = analyse(path.read_text("utf-8"))
        found = [kind for kind, _ in full(analysis).values()]
        assert {"heading", "label", "figure", "total"} <= set(found)
        assert "wrongTotal" not in found
