"""Labels: a closed list of slips is mended safely, anything else with a person's word; white space is no defect."""

from __future__ import annotations

import re

import pytest

from gxlint.testing import sample
from tests.plugins.gxlint_forms.reports import codes, found_in, mended, told


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("| 结果维持 |", "| 结果维护 |"),
        ("只计这一情形", "只记这一情形"),
        ("法人或其他组织 | 总计 |", "法人或其他组织 | 合计 |"),
        ("1.信访举报投诉类申请", "1.信访投诉举报类申请"),
    ],
)
def test_a_known_slip_is_mended_safely(right: str, wrong: str) -> None:
    text = sample().replace(right, wrong, 1)

    (finding,) = found_in(text)

    assert (finding.code, finding.severity) == ("GXF008", "warning")
    assert finding.fix is not None
    assert finding.fix.applicability == "safe"
    assert mended(text, unsafe=False) == sample()


def test_every_misspelt_header_is_told() -> None:
    text = sample().replace("结果维持", "结果维护")

    assert codes(text) == ["GXF008"] * 3
    assert mended(text, unsafe=False) == sample()


def test_the_edits_of_a_known_slip_are_the_smallest() -> None:
    (finding,) = found_in(sample().replace("只计这一情形", "只记这一情形"))

    assert finding.fix is not None
    assert [(len(edit.span), edit.content) for edit in finding.fix.edits] == [(1, "计")]


def test_a_label_that_only_resembles_the_official_one_needs_a_word() -> None:
    text = sample().replace("2.重复申请", "2.重复申情")

    (finding,) = found_in(text)

    assert finding.code == "GXF008"
    assert told(finding) == "“2.重复申情”疑为“2.重复申请”之误，请核对。"
    assert mended(text, unsafe=False) == text
    assert mended(text, unsafe=True) == sample()


@pytest.mark.parametrize(
    ("official", "variant"),
    [
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"),
        ("行政规范性文件", "行政规范性文件（本单位制发的）"),
        ("第二十条第（一）项", "中华人民共和国政府信息公开条例  第二十条第（一）项"),
    ],
)
def test_a_label_worded_differently_is_advice(official: str, variant: str) -> None:
    text = sample().replace(official, variant)

    (finding,) = found_in(text)

    assert (finding.code, finding.severity) == ("GXF009", "info")
    assert mended(text, unsafe=False) == text
    assert mended(text, unsafe=True) == sample()


def test_a_missing_note_is_advice() -> None:
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    text = sample().replace(f"| {note} |", "|  |")

    (finding,) = found_in(text)

    assert finding.code == "GXF009"
    assert told(finding) == f"这里空着，规定的格式写有“{note}”。"
    assert note in mended(text, unsafe=True)


def test_a_unit_of_money_in_a_header_is_never_taken_away() -> None:
    text = sample(2020).replace("采购总金额", "采购总金额（万元）")

    (finding,) = found_in(text)

    assert (finding.code, finding.fix) == ("GXF009", None)


@pytest.mark.parametrize(
    ("official", "printed"),
    [
        ("| 规章 |", "| 规    章 |"),
        ("| 规章 |", "| 规\u3000\u3000章 |"),
        ("| 1.属于国家秘密 |", "| 1、属于国家秘密 |"),
        ("| 1.属于国家秘密 |", "| １．属于国家秘密 |"),
        ("（一）予以公开", "(一)予以公开"),
        ("“三安全一稳定”", '"三安全一稳定"'),
        (
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
            "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
        ),
        ("| 行政许可 | 0 |", "| 行政许可 | \u30000\xa0 |"),
        ("第二十条第（一）项", "第二十条 第（一）项"),
    ],
)
def test_white_space_width_and_brackets_of_the_note_are_no_defect(official: str, printed: str) -> None:
    assert official in sample()
    assert codes(sample().replace(official, printed)) == []


def test_a_header_twice_is_told_with_the_one_that_is_missing() -> None:
    text = sample().replace("本年废止件数", "本年制发件数")

    (finding,) = found_in(text)

    assert (finding.code, finding.severity) == ("GXF010", "warning")
    assert "应为“本年废止件数”" in told(finding)
    assert mended(text, unsafe=True) == sample()


def test_headers_that_the_form_repeats_are_not_repeated() -> None:
    assert sample().count("结果维持") == 3
    assert codes(sample()) == []


def test_a_label_in_two_entries_of_the_list_is_mended_once() -> None:
    text = sample().replace("（七）总计", "（七）合计")

    (finding,) = found_in(text)

    assert finding.code == "GXF008"
    assert mended(text, unsafe=False) == sample()


def test_many_labels_without_their_numbers_are_one_finding() -> None:
    text = re.sub(r"(?<=\| )\d\.(?=[^\d|])", "", sample())

    (finding,) = found_in(text)

    assert (finding.code, finding.severity) == ("GXF009", "info")
    assert "19 个行名省去了序号" in told(finding)
    assert mended(text, unsafe=True) == sample()


def test_a_table_without_a_header_is_told_once_and_not_filled_in() -> None:
    text = sample().replace("| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n", "")

    (finding,) = found_in(text)

    assert finding.code == "GXF009"
    assert told(finding).startswith("表二（一）没有表头")
    assert finding.fix is None


def test_a_label_left_out_is_written_into_its_blank_cell_only() -> None:
    text = sample().replace("| 2.重复申请 |", "|  |")

    (finding,) = found_in(text)

    assert finding.code == "GXF009"
    assert finding.fix is not None
    assert "|2.重复申请  | 0 |" in mended(text, unsafe=True)
    (without_cell,) = found_in(sample().replace("| 2.重复申请 |", "|"))
    assert (without_cell.code, without_cell.fix) == ("GXF009", None)
