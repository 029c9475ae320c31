"""Document symbols."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from lsprotocol import types as t

from gxlint.text import Unit
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features import symbols
from tests.conftest import SEEDS, WILD, needs_reports
from tests.lsp.features.analysing import ABLE, UNITS, analyse, printed, written
from tests.writing import SHAPES, Shape


def tree(analysis: Analysis) -> list[t.DocumentSymbol]:
    return [one for one in symbols.provide(analysis) if isinstance(one, t.DocumentSymbol)]


def every(nodes: Sequence[t.DocumentSymbol]) -> Iterator[t.DocumentSymbol]:
    for node in nodes:
        yield node
        yield from every(node.children or ())


def check_nesting(analysis: Analysis, nodes: Sequence[t.DocumentSymbol]) -> None:
    for node in nodes:
        outer, name = analysis.span(node.range), analysis.span(node.selection_range)
        assert outer.start <= name.start <= name.end <= outer.end
        assert node.name.strip()
        assert len(node.name) <= 40
        for child in node.children or ():
            inner = analysis.span(child.range)
            assert outer.start <= inner.start <= inner.end <= outer.end
        check_nesting(analysis, node.children or ())


def test_title_sections_tables_and_rows_stand_in_each_other() -> None:
    (report,) = tree(analyse(written()))
    assert report.name == "青山县云岭镇人民政府2024年政府信息公开工作年度报告"
    sections = report.children or ()
    assert [one.name[0] for one in sections] == list("一二三四五六")
    requests = next(one for one in sections if one.name.startswith("三"))
    (table,) = requests.children or ()
    assert table.name == "表三"
    rows = table.children or ()
    assert rows[0].name == "一、本年新收"
    assert len(rows) == 25
    disclosure = next(one for one in sections if one.name.startswith("二"))
    assert [one.detail for one in disclosure.children or ()] == [
        "第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项",
    ]  # fmt: skip


def test_sub_headings_are_named_by_their_first_words() -> None:
    text = written().replace(
        "一、总体情况\n", "一、总体情况\n（一）主动公开。全年公开信息若干条，其中许多。\n（二）监督保障\n内容。\n", 1
    )
    (report,) = tree(analyse(text))
    overview = (report.children or ())[0]
    assert [one.name for one in overview.children or ()][:2] == ["（一）主动公开", "（二）监督保障"]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("unit", UNITS)
def test_ranges_nest_in_every_shape_and_unit(shape: Shape, unit: Unit) -> None:
    analysis = analyse(written(shape, organ="𠮷岭镇人民政府", end="\r\n"), unit=unit)
    check_nesting(analysis, tree(analysis))
    (table,) = [one for one in every(tree(analysis)) if one.name == "表四"]
    assert table.children


def test_a_title_over_several_lines_is_one_name() -> None:
    analysis = analyse("云岭镇人民政府\n2024年度\n政府信息公开工作年度报告\n" + written().partition("\n")[2])
    (report,) = tree(analysis)
    assert "\n" not in report.name
    assert printed(analysis, report.selection_range).endswith("政府信息公开工作年度报告")


def test_long_headings_are_cut() -> None:
    analysis = analyse(written().replace("一、总体情况\n", "一、总体情况\n（一）" + "很" * 60 + "长\n", 1))
    names = [one.name for one in every(tree(analysis)) if one.name.startswith("（一）很")]
    assert [len(name) for name in names] == [40]
    assert names[0].endswith("…")


def test_a_compilation_has_a_symbol_for_each_report() -> None:
    text = written(organ="青山县云岭镇人民政府") + "\n" + written(organ="青山县白石镇人民政府")
    analysis = analyse(text)
    assert [one.name[:6] for one in tree(analysis)] == ["青山县云岭镇", "青山县白石镇"]
    check_nesting(analysis, tree(analysis))


def test_a_client_without_trees_gets_a_list() -> None:
    analysis = analyse(written(), client=replace(ABLE, symbol_trees=False))
    found = symbols.provide(analysis)
    assert all(isinstance(one, t.SymbolInformation) for one in found)
    first = next(one for one in found if one.name == "表三")
    assert isinstance(first, t.SymbolInformation)
    assert first.container_name == "三、收到和处理政府信息公开申请情况"
    assert len(found) == len(list(every(tree(analyse(written())))))


def test_what_is_no_report_has_no_symbols() -> None:
    assert symbols.provide(analyse("一封信\n")) == []


@needs_reports
def test_published_reports_nest_too() -> None:
    for path in (*SEEDS, *WILD):
        analysis = analyse(path.read_text("utf-8"))
        check_nesting(analysis, tree(analysis))
        assert {"表三", "表四"} <= {one.name for one in every(tree(analysis))}
