"""One cause is one finding: what a cell holds and what it breaks are told by the one rule that knows the figure."""

from __future__ import annotations

import pytest

import gxlint_forms
import gxlint_totals
from gxlint import Finding, read_report
from gxlint.engine import lint
from gxlint.fixes import fix_text
from gxlint.testing import overlay, sample
from tests.plugins.gxlint_totals.tables import told

RULES = (*gxlint_forms.gxlint_rules(), *gxlint_totals.gxlint_rules())


def found(text: str) -> list[Finding]:
    return list(lint(read_report(text), RULES))


def with_row(row: str) -> str:
    return overlay(sample(fill="figures"), row)


def mended(text: str) -> str:
    return fix_text(text, found, unsafe=True).text


@pytest.mark.parametrize(
    ("printed", "said"), [("", "空着，应为 6"), ("-6", "填的是 -6，应为 6"), ("0.5", "填的是 0.5，应为 6")]
)
def test_a_cell_that_holds_no_count_and_breaks_sums_is_told_by_its_sums(printed: str, said: str) -> None:
    text = with_row(f"| （一）予以公开 | {printed} | 1 | 0 | 0 | 0 | 0 | 7 |")

    (finding,) = found(text)

    assert finding.code == "GXT002"
    assert said in told(finding)
    assert mended(text).replace("|6  |", "| 6 |") == sample(fill="figures")


def test_the_blank_that_a_sum_explains_is_not_counted_among_the_others() -> None:
    text = with_row("| （一）予以公开 |  | 1 |  | 0 | 0 | 0 | 7 |")

    assert sorted((one.code, one.args.get("count")) for one in found(text)) == [("GXF012", 1), ("GXT002", None)]


def test_without_the_rules_of_sums_the_cell_is_told_all_the_same() -> None:
    text = with_row("| （一）予以公开 | -6 | 1 | 0 | 0 | 0 | 0 | 7 |")

    (finding,) = lint(read_report(text), gxlint_forms.gxlint_rules())

    assert finding.code == "GXF011"


def test_figures_in_the_wrong_columns_are_told_and_moved_back_together() -> None:
    text = with_row("| （一）予以公开 | 0 | 6 | 1 | 0 | 0 | 0 | 7 |")

    (finding,) = found(text)

    assert finding.code == "GXT002"
    assert told(finding) == (
        "表三“（一）予以公开”行的数字多半填错了列：改后各列的式子都成立"
        "（“自然人”填 0、应为 6；“商业企业”填 6、应为 1；“科研机构”填 1、应为 0）。请核对这一行。"
    )
    assert mended(text) == sample(fill="figures")


def test_a_total_row_of_zeros_is_one_finding_with_every_figure() -> None:
    text = with_row("| （七）总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |")

    (finding,) = found(text)

    assert finding.code == "GXT002"
    assert told(finding) == (
        "表三“（七）总计”行有 3 格与其他各行对不上：“自然人”填 0、应为 10；“商业企业”填 0、应为 2；"
        "“总计”填 0、应为 12，有关各式才都成立。请核对这一行。"
    )
    assert mended(text) == sample(fill="figures")


def test_two_cells_in_each_others_row_are_one_finding() -> None:
    text = with_row(
        "| （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 2 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
        "| 1.本机关不掌握相关政府信息 | 1 | 1 | 0 | 0 | 0 | 0 | 3 |"
    )

    (finding,) = found(text)

    assert finding.code == "GXT003"
    assert "“（二）部分公开”行与“（四）无法提供第1项”行的“自然人”多半填颠倒了" in told(finding)
    assert mended(text) == sample(fill="figures")


def test_two_wrong_cells_of_a_column_are_one_finding_with_both_figures() -> None:
    text = with_row(
        "| （一）予以公开 | 9 | 1 | 0 | 0 | 0 | 0 | 7 |\n| 1.本机关不掌握相关政府信息 | 6 | 1 | 0 | 0 | 0 | 0 | 3 |"
    )

    (finding,) = found(text)

    assert finding.code == "GXT003"
    assert told(finding) == (
        "表三“自然人”列有 2 格与所在的行和列都对不上：“（一）予以公开”填 9、应为 6；“（四）无法提供第1项”填 6、应为 2，"
        "有关各式才都成立。请核对这几格。"
    )
    assert mended(text) == sample(fill="figures")


def test_a_figure_in_the_wrong_column_of_a_row_nobody_knows_is_one_finding_without_a_fix() -> None:
    text = with_row(
        "| （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 0 | 1 | 0 | 0 | 0 | 0 | 1 |\n"
        "| 4.保护第三方合法权益 | 0 | 1 | 0 | 0 | 0 | 0 | 1 |\n"
        "| （七）总计 | 9 | 3 | 0 | 0 | 0 | 0 | 12 |\n"
        "| 一、本年新收政府信息公开申请数量 | 9 | 3 | 0 | 0 | 0 | 0 | 12 |"
    )

    (finding,) = found(text)

    assert finding.code == "GXT002"
    assert told(finding).startswith("表三有 2 列不平，差数正好相抵，各行的总计却都对，多半有一行的数填错了列：")
    assert finding.fix is None


def test_a_row_that_was_not_filled_in_is_asked_for_once() -> None:
    text = with_row("| （一）予以公开 |  |  |  |  |  |  |  |")

    blank, finding = sorted(found(text), key=lambda one: one.code)

    assert (blank.code, finding.code, finding.fix) == ("GXF012", "GXT002", None)
    assert told(finding) == (
        "表三“（一）予以公开”行空着，“（七）总计”却比各项之和多：自然人 6、商业企业 1、总计 7。"
        "请先填写空着的行，再核对总计。"
    )
    assert mended(text) == text
