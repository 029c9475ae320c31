"""Cells that hold something else than a plain figure of their column's kind."""

from __future__ import annotations

import pytest

from gxlint.testing import sample
from tests.plugins.gxlint_forms.reports import codes, found_in, marked_text, mended, told


def licence(printed: str) -> str:
    """A report whose 行政许可 · 本年处理决定数量 (a count) is printed so."""
    return sample().replace("| 行政许可 | 0 |", f"| 行政许可 | {printed} |")


def change(printed: str) -> str:
    """A report on 2020 whose 行政许可 · 本年增/减 is printed so."""
    return sample(2020).replace("| 行政许可 | 0 | 0 | 0 |", f"| 行政许可 | 12 | {printed} | 208 |")


def fee(printed: str) -> str:
    """A report whose 收费金额 (万元) is printed so."""
    return sample().replace("| 行政事业性收费 | 0 |", f"| 行政事业性收费 | {printed} |")


def purchases(printed: str) -> str:
    """A report on 2020 whose 采购总金额 is printed so."""
    return sample(2020).replace("| 政府集中采购 | 0 | 0 |", f"| 政府集中采购 | 3 | {printed} |")


@pytest.mark.parametrize(
    ("text", "severity", "plain"),
    [
        (licence("O"), "warning", "0"),
        (licence("1O"), "warning", "10"),
        (licence("〇"), "warning", "0"),
        (licence("零"), "warning", "0"),
        (licence("三"), "warning", "3"),
        (licence("1,208"), "warning", "1208"),
        (licence("1，208"), "warning", "1208"),
        (licence("1 208"), "warning", "1208"),
        (licence("3件"), "info", "3"),
        (licence("12.0"), "warning", "12"),
        (licence("+19"), "info", "19"),
        (change("+19"), "info", "19"),
        (change("增加3"), "info", "3"),
        (change("减4"), "info", "-4"),
        (change("减少4"), "info", "-4"),
        (fee("251000元"), "info", "25.1"),
        (fee("2.3万元"), "info", "2.3"),
    ],
)
def test_a_figure_that_can_be_guessed_is_offered(text: str, severity: str, plain: str) -> None:
    (finding,) = found_in(text)

    assert (finding.code, finding.severity) == ("GXF011", severity)
    assert finding.fix is not None
    assert finding.fix.applicability == "unsafe"
    assert [edit.content for edit in finding.fix.edits] == [plain]
    assert codes(mended(text, unsafe=True)) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (licence("约30"), "warning"),
        (licence("3万件"), "warning"),
        (licence("见附件"), "warning"),
        (licence("-2"), "warning"),
        (licence("1.5"), "warning"),
        (licence("减4"), "info"),
        (licence("30元"), "info"),
        (purchases("251000元"), "info"),
        (purchases("976.81万元"), "info"),
    ],
)
def test_what_cannot_be_guessed_is_left_to_a_person(text: str, severity: str) -> None:
    (finding,) = found_in(text)

    assert (finding.code, finding.severity, finding.fix) == ("GXF011", severity, None)


@pytest.mark.parametrize(
    "text",
    [
        change("-8"),
        change("−8"),
        fee("20.3"),
        fee("59237.2449"),
        purchases("1859950.00"),
        purchases("1950"),
        licence("447228"),
        licence("[bookmark: _GoBack]5"),
    ],
)
def test_a_plain_figure_of_its_kind_is_no_finding(text: str) -> None:
    assert codes(text) == []


def test_a_minus_of_full_width_is_mended_safely() -> None:
    assert mended(change("－8"), unsafe=False) == change("-8")


def test_digits_of_full_width_are_one_finding_for_a_table_and_mended_safely() -> None:
    text = sample(fill="figures").replace("| 10 | 2 |", "| １０ | ２ |")

    (finding,) = found_in(text)

    assert (finding.code, finding.severity) == ("GXF011", "info")
    assert told(finding).startswith("表三有 4 个数字是全角（如“一、本年新收 · 自然人”的“１０”）")
    assert len(finding.related) == 3
    assert mended(text, unsafe=False) == sample(fill="figures")


def test_the_same_oddity_in_many_cells_of_a_table_is_one_finding() -> None:
    text = sample().replace("| 规章 | 0 | 0 | 0 |", "| 规章 | 0件 | 0件 | 0件 |")
    text = text.replace("| 行政规范性文件 | 0 | 0 | 0 |", "| 行政规范性文件 | 1件 | 0件 | 3件 |")

    (finding,) = found_in(text)

    assert told(finding).startswith("表二有 6 个单元格填的不是规定的数字")
    assert marked_text(text, finding) == "0件"
    assert "| 行政规范性文件 | 1 | 0 | 3 |" in mended(text, unsafe=True)


def test_no_other_fix_than_that_of_full_width_digits_is_safe() -> None:
    for text in (licence("O"), licence("3件"), change("减4"), fee("251000元")):
        assert mended(text, unsafe=False) == text


def test_a_negative_balance_is_told_in_the_row_of_counts() -> None:
    text = sample().replace("| 2.重复申请 | 0 |", "| 2.重复申请 | -1 |")

    (finding,) = found_in(text)

    assert told(finding) == "“表三 · （五）不予处理第2项 · 自然人”填的是 -1，件数不能是负数，请核对。"


def test_a_figure_too_long_to_count_anything_is_told() -> None:
    (finding,) = found_in(sample().replace("| 行政许可 | 0 |", f"| 行政许可 | {'1' * 25} |"))

    assert finding.code == "GXF011"
    assert finding.fix is None
