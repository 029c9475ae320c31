"""Blanks and strokes: one piece of advice for a table, zeros only where nothing contradicts them."""

from __future__ import annotations

import re

import pytest

from gxlint.testing import sample
from tests.plugins.gxlint_forms.reports import codes, found_in, mended, text_with, told


def blank_sheet(text: str, begin: str, end: str) -> str:
    """The text with every figure between two of its lines left out."""
    start, stop = text.index(begin), text.index(end)
    return text[:start] + re.sub(r"\| \d+ (?=\|)", "|  ", text[start:stop]) + text[stop:]


def test_blanks_are_counted_once_for_a_table() -> None:
    text = text_with("| 规章 |  | 0 |  |", "| 行政许可 |  |", "| 2.重复申请 | 0 |  | 0 | 0 | 0 | 0 | 0 |")

    found = found_in(text)

    assert [(one.code, one.severity) for one in found] == [("GXF012", "info"), ("GXF012", "info")]
    assert told(found[0]).startswith(
        "表二有 3 个单元格空着：“规章 · 本年制发件数”、“规章 · 现行有效件数”、“行政许可 · 本年处理决定数量”。"
    )
    assert told(found[1]).startswith("表三有 1 个单元格空着：“（五）不予处理第2项 · 商业企业”。")


def test_many_blanks_are_not_all_named() -> None:
    (finding,) = found_in(text_with("| 2.重复申请 |  |  |  |  |  |  |  |"))

    assert told(finding).startswith("表三有 7 个单元格空着，如“（五）不予处理第2项 · 自然人”、")
    assert told(finding).count("·") == 3
    assert len(finding.related) == 6


def test_the_fix_of_blanks_writes_zeros() -> None:
    text = text_with("| 规章 |  | 0 |  |", "| 行政处罚 |  |")

    assert mended(text, unsafe=False) == text
    assert mended(text, unsafe=True).replace(" ", "") == sample().replace(" ", "")


def test_what_was_not_filled_in_at_all_gets_no_zeros() -> None:
    text = text_with(
        "| 行政许可 |  |", "| 规章 |  |  |  |", "| 行政处罚 |  |", "| 行政强制 |  |", "| 2.重复申请 |  |" + "  |" * 6
    )

    assert codes(text) == ["GXF012", "GXF012"]
    assert mended(text, unsafe=True) == text


def test_a_table_that_was_not_filled_in_at_all_is_one_finding_without_a_fix() -> None:
    text = blank_sheet(sample(), "三、收到和处理", "四、政府信息公开行政复议")

    (finding,) = found_in(text)

    assert (finding.code, finding.fix) == ("GXF012", None)
    assert told(finding).startswith("表三整张表没有填写数字")


def test_the_blank_form_is_one_finding_for_each_table() -> None:
    text = blank_sheet(sample(), "二、主动公开政府信息情况", "五、存在的主要问题")

    assert [told(one)[:7] for one in found_in(text)] == ["表二整张表没有", "表三整张表没有", "表四整张表没有"]


def test_merged_cells_are_not_blank() -> None:
    rows = "\n".join(
        line if not line.startswith("| （二）") else "|  " + line
        for line in sample().replace("| 2.其他法律", "|  |  | 2.其他法律").split("\n")
    )

    assert codes(rows) == []


def test_a_blank_total_with_figures_in_front_of_it_is_no_blank_cell() -> None:
    text = text_with("| 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 |  |")

    assert codes(text) == []


def test_a_blank_total_whose_parts_cannot_be_added_up_is_not_filled_with_zero() -> None:
    text = text_with("| 一、本年新收政府信息公开申请数量 | 3 | / | 0 | 0 | 0 | 0 |  |")

    changed = mended(text, unsafe=True)

    assert "| 3 | 0 | 0 | 0 | 0 | 0 |  |" in changed


@pytest.mark.parametrize("stroke", ["/", "／", "-", "—", "——", "－", "无", "\\"])
def test_a_stroke_is_advice(stroke: str) -> None:
    text = text_with(f"| 行政许可 | {stroke} |")

    (finding,) = found_in(text)

    assert (finding.code, finding.severity) == ("GXF013", "info")
    assert mended(text, unsafe=False) == text
    assert mended(text, unsafe=True) == sample()


def test_strokes_are_counted_once_for_a_table() -> None:
    text = text_with("| 行政许可 | / |").replace("| 规章 | 0 | 0 | 0 |", "| 规章 | / | / | 无 |")

    (finding,) = found_in(text)

    assert told(finding).startswith("表二有 4 个单元格填的是“/”、“无”，如")


def test_a_stroke_for_a_total_that_is_not_zero_is_not_fixed() -> None:
    text = text_with("| 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | / |")

    (finding,) = found_in(text)

    assert (finding.code, finding.fix) == ("GXF013", None)


def test_blanks_and_strokes_are_told_apart() -> None:
    assert codes(sample().replace("| 规章 | 0 | 0 | 0 |", "| 规章 | / |  | 0 |")) == ["GXF013", "GXF012"]
