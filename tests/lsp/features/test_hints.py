"""Inlay hints."""

from __future__ import annotations

import pytest
from lsprotocol import types as t

from gxlint.testing import sample
from gxlint.text import Span, Unit
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.document import Document
from gxlint_lsp.features import hints
from gxlint_lsp.options import EditorOptions, Hints
from tests.conftest import SEEDS, needs_reports
from tests.lsp.features.analysing import (
    UNITS,
    analyse,
    cell_span,
    identifier,
    of_document,
    whole,
    with_figure,
    written,
)


def shown(analysis: Analysis, place: t.Range | None = None) -> list[t.InlayHint]:
    return hints.provide(analysis, t.InlayHintParams(identifier(analysis), place or whole(analysis)))


def beside(analysis: Analysis, span: Span) -> list[str]:
    return [str(one.label) for one in shown(analysis) if analysis.offset(one.position) == span.end]


def with_hints(text: str, level: Hints = "all", unit: Unit = "utf-16") -> Analysis:
    return analyse(text, options=EditorOptions(hints=level), unit=unit)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_bare_figure_gets_row_and_column_in_every_unit(unit: Unit, end: str) -> None:
    analysis = with_hints(written(organ="青山县𠮷岭镇人民政府", end=end), unit=unit)
    span = cell_span(analysis, "requests", "results.denied.state-secret", "natural")
    assert beside(analysis, span) == ["（三）不予公开第1项 · 自然人"]
    span = cell_span(analysis, "review", "cases", "after_review.total")
    assert beside(analysis, span) == ["复议后起诉 · 总计"]
    cells = sum(len(row.cells) for table in analysis.parts[0].report.layout.tables for row in table.rows)
    assert len(shown(analysis)) == cells


def test_beside_a_label_on_the_same_line_the_column_is_enough() -> None:
    analysis = with_hints(sample(fill="figures"))
    assert beside(analysis, cell_span(analysis, "requests", "new", "commercial")) == ["商业企业"]


def test_hints_can_be_switched_off() -> None:
    assert not shown(with_hints(written(), "off"))


def test_totals_alone_are_named_where_that_is_asked() -> None:
    analysis = with_hints(written(), "totals")
    labels = [str(one.label) for one in shown(analysis)]
    assert labels
    assert all("总计" in label for label in labels)
    assert not shown(with_hints(sample(fill="figures"), "totals"))


def test_rows_that_were_edited_are_named_beside_the_totals() -> None:
    text = written()
    span = cell_span(analyse(text), "requests", "results.partial", "natural")
    document = Document.of("file:///nowhere/report.txt", 1, text)
    before = of_document(document)
    change = t.TextDocumentContentChangePartial(before.range(span), text[span.start : span.end])
    after = of_document(document.changed([change], "utf-16", 2))
    named = [str(one.label) for one in shown(after)]
    assert [label for label in named if label.startswith("（二）部分公开")] == [
        f"（二）部分公开 · {column}"
        for column in ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    ]
    assert not [label for label in named if label.startswith("（一）予以公开 · 自然人")]
    assert len(named) > len(shown(before))


def test_beside_the_one_wrong_cell_stands_the_figure_that_it_should_be() -> None:
    right = analyse(written())
    span = cell_span(right, "requests", "new", "total")
    figure = right.text[span.start : span.end]
    analysis = with_hints(with_figure(right.text, "requests", "new", "total", "9999"), "totals")
    assert beside(analysis, cell_span(analysis, "requests", "new", "total")) == [f"一、本年新收 · 总计，应为 {figure}"]
    (hint,) = [one for one in shown(analysis) if "应为" in str(one.label)]
    assert "✗ 一、本年新收：总计 9999 ≠" in str(hint.tooltip)


def test_beside_a_total_that_may_itself_be_right_stands_the_sum_of_its_parts() -> None:
    text = with_figure(sample(fill="figures"), "review", "cases", "review.total", "5")
    analysis = with_hints(with_figure(text, "review", "cases", "review.upheld", "2"), "totals")
    labels = [str(one.label) for one in shown(analysis)]
    assert [label for label in labels if "2" in label]
    assert all("应为" in label or "各项之和" in label for label in labels)


def test_beside_a_blank_total_stands_the_sum() -> None:
    text = with_figure(sample(fill="figures"), "review", "cases", "review.total", "")
    labels = [str(one.label) for one in shown(with_hints(text, "totals"))]
    assert labels == ["各项之和 1"]


def test_only_the_range_that_is_seen_is_answered() -> None:
    analysis = with_hints(written())
    span = cell_span(analysis, "requests", "results.granted", "natural")
    row = analysis.index.row(span.start)
    seen = shown(analysis, t.Range(t.Position(row, 0), t.Position(row + 2, 99)))
    assert [one.position.line for one in seen] == [row, row + 1, row + 2]


def test_what_is_no_report_has_no_hints() -> None:
    assert not shown(with_hints("\t1\n\t2\n"))


def test_hints_are_told_in_english() -> None:
    text = with_figure(sample(fill="figures"), "review", "cases", "review.total", "")
    analysis = analyse(text, language="en", options=EditorOptions(hints="totals"))
    assert [str(one.label) for one in shown(analysis)] == ["sum of parts 1"]


@needs_reports
def test_every_figure_of_a_published_report_is_named_and_no_right_total_is_doubted() -> None:
    for path in SEEDS:
        analysis = with_hints(path.read_text("utf-8"))
        labels = [str(one.label) for one in shown(analysis)]
        assert len(labels) > 40
        assert not [label for label in labels if "应为" in label or "各项之和" in label]
        assert max(map(len, labels)) <= 24
