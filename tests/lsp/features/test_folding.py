"""Folding ranges."""

from __future__ import annotations

import pytest
from lsprotocol import types as t

from gxlint.text import Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features import folding
from tests.conftest import SEEDS, WILD, needs_reports
from tests.lsp.features.analysing import analyse, cell_span, written
from tests.writing import SHAPES, Shape


def folds(analysis: Analysis) -> dict[int, int]:
    ranges = folding.provide(analysis)
    found = {one.start_line: one.end_line for one in ranges}
    assert len(found) == len(ranges)
    return found


def line_of(analysis: Analysis, words: str) -> int:
    return analysis.index.row(analysis.text.index(words))


def test_sections_tables_and_rows_fold() -> None:
    analysis = analyse(written())
    found = folds(analysis)
    first, following = line_of(analysis, "三、收到和处理"), line_of(analysis, "四、政府信息公开行政复议")
    assert first < found[first] < following
    (table,) = [one for one in analysis.parts[0].report.layout.tables if one.form.key == "requests"]
    assert found[analysis.index.row(table.span.start)] == analysis.index.row(table.span.end)
    row = line_of(analysis, "一、本年新收政府信息公开申请数量")
    assert found[row] == analysis.index.row(cell_span(analysis, "requests", "new", "total").start)


def test_a_folded_table_keeps_its_name() -> None:
    labels = [one.collapsed_text for one in folding.provide(analyse(written())) if one.collapsed_text]
    assert "表三 …" in labels
    assert all(one.kind is t.FoldingRangeKind.Region for one in folding.provide(analyse(written())))


def test_rows_on_a_line_of_their_own_do_not_fold() -> None:
    analysis = analyse(written("pipes"))
    assert line_of(analysis, "一、本年新收政府信息公开申请数量") not in folds(analysis)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_range_lies_in_the_document(shape: Shape) -> None:
    analysis = analyse(written(shape))
    for first, last in folds(analysis).items():
        assert 0 <= first < last < len(analysis.index.starts)


def test_reports_of_a_compilation_fold_each() -> None:
    first = written(organ="青山县云岭镇人民政府")
    analysis = analyse(first + "\n" + written(organ="青山县白石镇人民政府"))
    assert folds(analysis)[0] == analysis.index.row(len(first.rstrip()))
    assert not folding.provide(analyse("一封信\n\n两行\n"))


@needs_reports
def test_published_reports_fold() -> None:
    for path in (*SEEDS, *WILD):
        analysis = analyse(path.read_text("utf-8"))
        assert folds(analysis)
        assert analysis.range(Span(0, len(analysis.text))).end.line >= max(folds(analysis).values())
