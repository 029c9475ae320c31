"""GXS004: nothing told where an account is due; short and plain accounts are accounts."""

from __future__ import annotations

import pytest

from gxlint.testing import findings, sample
from gxlint_sections import empty_section
from tests.plugins.asking import levels, marked_words, with_lines

PROBLEMS = "五、存在的主要问题及改进情况"


@pytest.mark.parametrize("heading", ["一、总体情况", PROBLEMS, "六、其他需要报告的事项"])
def test_a_heading_with_nothing_below_is_told(heading: str) -> None:
    text = with_lines(f"{heading}\n（空）")
    assert marked_words(empty_section, text) == [heading[2:]]
    assert levels(empty_section, text) == ["warning"]


@pytest.mark.parametrize(
    "words",
    [
        "无",
        "无。",
        "/",
        "暂无。",
        "没有问题。",
        "不存在问题",
        "我镇无其他问题。",
        "无存在的主要问题",
        "2024年，我镇政府信息公开工作不存在问题。",
        "（一）存在的主要问题\n无。\n（二）改进情况\n无。",
        "存在的主要问题：无。改进情况：无。",
        "1.存在问题：无；2.改进措施：暂无",
        "（一）存在的问题\n（二）改进措施",
    ],
)
def test_nothing_to_tell_is_no_account_of_problems(words: str) -> None:
    assert marked_words(empty_section, with_lines(f"{PROBLEMS}\n{words}")) == [PROBLEMS[2:]]


@pytest.mark.parametrize("words", ["无", "无。", "无其他需要报告的事项。"])
def test_part_six_may_say_that_there_is_nothing(words: str) -> None:
    assert marked_words(empty_section, with_lines(f"六、其他需要报告的事项\n{words}")) == []


def test_problems_without_a_measure_and_measures_without_a_problem_are_told_apart() -> None:
    only_problems = findings(with_lines(f"{PROBLEMS}\n公开不及时，人员业务不熟。"), empty_section)
    only_measures = findings(with_lines(f"{PROBLEMS}\n一是加强培训；二是优化平台。"), empty_section)
    assert "没有写改进措施" in only_problems[0].message
    assert "没有写存在的问题" in only_measures[0].message
    assert [one.severity for one in (*only_problems, *only_measures)] == ["info", "info"]


@pytest.mark.parametrize(
    "words",
    [
        "主要问题：一是更新不及时。\n改进情况：专人督促更新。",
        "公开渠道较为单一，今后将开设公众号。",
        "离群众期望还有差距。下一步抓好落实。",
        "政策解读质量仍需提升，\n已组织培训。",
        "个别栏目内容陈旧，流于形式。今后定期更新。",
        "公开的信息与群众的要求还有距离。拟从三个方面入手。",
        "人员兼职，更新慢。继续学习，增强能力。",
        "时效性还有空间，解读跟不上。已制定更新计划。",
        "存在的主要问题\n公开不及时。\n改进情况\n加强督促。",
        "存在的问题：政策解读少。改进情况：无。",
        "（文字描述）",
    ],
)
def test_a_problem_with_a_measure_in_any_words_is_an_account(words: str) -> None:
    assert marked_words(empty_section, with_lines(f"{PROBLEMS}\n{words}")) == []


def test_a_part_with_a_table_is_not_empty_and_one_without_is_the_matter_of_the_table_rules() -> None:
    assert marked_words(empty_section, sample()) == []
    text = with_lines("（删去表格）四、政府信息公开行政复议、行政诉讼情况")
    assert marked_words(empty_section, text) == []
