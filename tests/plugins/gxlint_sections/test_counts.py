"""GXS013 and GXS014: as many parts as announced, as many measures as problems."""

from __future__ import annotations

import pytest

from gxlint.testing import findings
from gxlint_sections import part_count, problem_measure_count
from tests.plugins.asking import levels, marked_words, with_lines

PARTS = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)
LIST = "、".join(PARTS)


def announced(words: str) -> str:
    return with_lines(f"（前言）\n{words}")


@pytest.mark.parametrize("left_out", range(1, 6))
def test_a_part_that_is_not_listed_is_told(left_out: int) -> None:
    listed = "、".join(part for number, part in enumerate(PARTS) if number != left_out)
    text = announced(f"本报告由{listed}等六个部分组成。")
    assert marked_words(part_count, text) == ["六个部分组成"]
    assert [(one.severity, one.args) for one in findings(text, part_count)] == [("warning", {"number": 6, "named": 5})]


@pytest.mark.parametrize("number", ["五", "七", "5", "8"])
def test_another_number_than_that_of_the_list_is_told(number: str) -> None:
    assert levels(part_count, announced(f"全文包括{LIST}等{number}个部分。")) == ["warning"]


@pytest.mark.parametrize(
    "words", ["全文主要包括六个部分：{}。", "《报告》分六部分，包括{}。", "本报告由六个部分组成，即{}。"]
)
def test_the_number_may_stand_in_front_of_the_list(words: str) -> None:
    assert levels(part_count, announced(words.format(LIST))) == []
    assert levels(part_count, announced(words.format("，".join(PARTS)))) == []
    assert [one.args["named"] for one in findings(announced(words.format("；".join(PARTS[1:]))), part_count)] == [5]


def test_further_parts_of_its_own_are_counted() -> None:
    listed = "、".join((*PARTS[:4], "平台建设方面", "工作保障方面", *PARTS[4:]))
    found = findings(announced(f"本报告包括{listed}等8个部分。"), part_count)
    assert [one.args for one in found] == [{"number": 8, "named": 8}]
    assert "现行格式是六个部分" in found[0].message


def test_five_of_five_are_told() -> None:
    listed = "、".join(PARTS[:5])
    found = findings(announced(f"报告包括{listed}五部分。"), part_count)
    assert [one.args["named"] for one in found] == [5]


@pytest.mark.parametrize(
    "words",
    [
        f"本报告由{LIST}等六部分组成。",
        f"全文包括{LIST}，共6个部分。",
        f"本报告包括{LIST[:20]}\n{LIST[20:]}等六个部\n分组成。",
        f"全文包括{LIST}。",
        f"本报告由{LIST}和附件七部分组成。",
        "本报告共七个部分。",
        # What is no part of the form may be one thing or two: nothing is told.
        f"本报告包括{LIST}、平台建设方面等八个部分。",
        "报告由"
        + LIST.replace("总体情况", "总体情况（包括主动公开、平台建设等五个方面）").replace("、", "；")
        + "六部分组成。",
        "报告由" + LIST.replace("、行政诉讼", "情况、提起行政诉讼") + "六部分组成。",
        "公开内容包括机构职能、财政信息、民生信息等三个部分。",
        "三是部分单位公开不及时，一部分信息更新慢，总体情况良好，主动公开、依申请公开、问题整改等四个方面均有进步。",
    ],
)
def test_agreeing_and_other_counts_are_left_alone(words: str) -> None:
    assert levels(part_count, announced(words)) == []


def problems(words: str) -> str:
    return with_lines(f"五、存在的主要问题及改进情况\n{words}")


def test_more_problems_than_measures_are_told_when_asked_for() -> None:
    assert not problem_measure_count.default
    text = problems("一是不及时。二是不全面。三是不规范。\n下一步：\n一是及时公开。\n二是全面公开。")
    found = findings(text, problem_measure_count)
    assert [(one.severity, one.args) for one in found] == [("info", {"problems": 3, "measures": 2})]


@pytest.mark.parametrize(
    "words",
    [
        "一是不及时；二是不全面。下一步，一是及时公开；二是全面公开。",
        "一是不及时；二是不全面。下一步将及时公开、全面公开。",
        "一是不及时。针对这一问题，一是明确时限；二是加强检查。二是不全面。一是编制目录。",
        "公开不及时。下一步，一是及时公开；二是全面公开；三是规范公开。",
        "一是不及时，三是不全面。一是及时公开。",
        "一是公开内容的深度和广度还不够，更新不及时；二\n是不全面。下一步，一是及时公开；二是全面公开。",
    ],
)
def test_equal_counts_and_other_orders_are_left_alone(words: str) -> None:
    assert levels(problem_measure_count, problems(words)) == []
