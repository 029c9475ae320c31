"""Completion."""

from __future__ import annotations

import pytest
from lsprotocol import types as t

from gxlint.fixes import apply
from gxlint.rule import Edit
from gxlint.testing import marked, sample
from gxlint.text import Unit
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features import completion
from tests.lsp.features.analysing import UNITS, analyse, identifier, written


def offered(analysis: Analysis, offset: int) -> list[t.CompletionItem]:
    params = t.CompletionParams(identifier(analysis), analysis.position(offset))
    found = completion.provide(analysis, params)
    return list(found.items) if found is not None else []


def at_mark(text: str, unit: Unit = "utf-16") -> tuple[Analysis, list[t.CompletionItem]]:
    plain, (span,) = marked(text)
    analysis = analyse(plain, unit=unit, name="report.md")
    return analysis, offered(analysis, span.start)


def taken(analysis: Analysis, item: t.CompletionItem) -> str:
    assert isinstance(item.text_edit, t.TextEdit)
    assert item.text_edit.range.start.line == item.text_edit.range.end.line
    return apply(analysis.text, [Edit(analysis.span(item.text_edit.range), item.text_edit.new_text)])


def without(*headings: str) -> str:
    text = sample()
    for heading in headings:
        text = text.replace(f"{heading}\n", "\n", 1)
    return text


@pytest.mark.parametrize("unit", UNITS)
def test_missing_headings_are_offered_in_order_those_of_the_place_first(unit: Unit) -> None:
    text = without("二、主动公开政府信息情况", "五、存在的主要问题及改进情况").replace("六、其他", "⟦⟧\n六、其他", 1)
    analysis, items = at_mark(text.replace("云岭镇", "𠮷岭镇"), unit)
    assert [one.label for one in items] == ["五、存在的主要问题及改进情况", "二、主动公开政府信息情况"]
    assert items[0].preselect
    assert "\n五、存在的主要问题及改进情况\n六、其他" in taken(analysis, items[0])


@pytest.mark.parametrize("typed", ["五", "五、", "存在的", "存在问题", "主要问题"])
def test_what_is_typed_chooses_the_heading_and_is_replaced(typed: str) -> None:
    text = without("二、主动公开政府信息情况", "五、存在的主要问题及改进情况").replace(
        "六、其他", f"{typed}⟦⟧\n六、其他", 1
    )
    analysis, items = at_mark(text)
    assert [one.label for one in items] == ["五、存在的主要问题及改进情况"]
    assert "\n五、存在的主要问题及改进情况\n六、其他" in taken(analysis, items[0])


def test_headings_of_markdown_get_its_marks() -> None:
    text = written("pipes").replace("## 六、其他需要报告的事项\n", "⟦⟧\n", 1)
    analysis, items = at_mark(text)
    assert items[0].label == "六、其他需要报告的事项"
    assert "\n## 六、其他需要报告的事项\n" in taken(analysis, items[0])
    analysis, items = at_mark(text.replace("⟦⟧", "## 六⟦⟧"))
    assert "\n## 六、其他需要报告的事项\n" in taken(analysis, items[0])


def test_a_whole_report_and_the_middle_of_a_sentence_offer_nothing() -> None:
    _, items = at_mark(sample().replace("六、其他", "⟦⟧\n六、其他", 1))
    assert not items
    _, items = at_mark(
        without("五、存在的主要问题及改进情况").replace("以及时公开", "⟦⟧", 1).replace("围绕中心", "围绕⟦⟧中心", 1)
    )
    assert not items


def test_inside_a_table_missing_rows_come_first_then_the_official_labels() -> None:
    text = "\n".join(line for line in sample().split("\n") if "2.重复申请" not in line)
    before = "| 3.要求提供公开出版物"
    analysis, items = at_mark(text.replace(before, f"| ⟦⟧\n{before}", 1))
    assert items[0].label == "2.重复申请"
    assert items[0].detail == "缺少的行"
    assert "（五）不予处理" in [one.label for one in items]
    assert f"| 2.重复申请\n{before}" in taken(analysis, items[0])


def test_a_label_that_is_begun_is_finished() -> None:
    text = sample().replace("| 1.属于国家秘密 |", "| 1.属于⟦⟧ |", 1)
    analysis, items = at_mark(text)
    assert "1.属于国家秘密" in [one.label for one in items]
    item = next(one for one in items if one.label == "1.属于国家秘密")
    assert "| 1.属于国家秘密 |" in taken(analysis, item)


def test_nothing_is_offered_while_a_figure_is_typed() -> None:
    _, items = at_mark(sample().replace("| 规章 | 0 |", "| 规章 | 0⟦⟧ |", 1))
    assert not items


@pytest.mark.parametrize("typed", ["", "国办公开", "《国务院办公厅"])
def test_the_preface_offers_the_notice_in_force(typed: str) -> None:
    text = sample(2020).replace("根据《中华", f"按照{typed}⟦⟧。根据《中华", 1)
    analysis, items = at_mark(text)
    labels = [one.label for one in items]
    assert "国办公开办函〔2019〕60号" in labels or typed.startswith("《")
    assert not [label for label in labels if "2021" in label]
    assert "按照" + items[0].label + "。" in taken(analysis, items[0])


def test_a_new_line_of_the_preface_offers_the_statistical_period() -> None:
    _, items = at_mark(sample(2023).replace("根据《中华", "⟦⟧\n根据《中华", 1))
    assert "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。" in [one.label for one in items]


def test_what_is_no_report_offers_nothing() -> None:
    assert not offered(analyse("一封信\n"), 0)
    assert not offered(analyse(""), 0)


def test_items_keep_their_order_and_their_filter() -> None:
    text = without("二、主动公开政府信息情况", "五、存在的主要问题及改进情况").replace("六、其他", "⟦⟧\n六、其他", 1)
    _, items = at_mark(text)
    assert [one.sort_text for one in items] == sorted(one.sort_text or "" for one in items)
    assert all(one.filter_text == one.label for one in items)
