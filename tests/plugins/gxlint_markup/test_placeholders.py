"""GXM006: blanks of the template count where something is asked for; letters and signs elsewhere do not."""

from __future__ import annotations

import pytest

from gxlint.testing import findings
from gxlint_markup import placeholder_left
from tests.plugins.asking import levels, marked_words, with_lines


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("主动公开政府信息XX条。", "XX条"),
        ("××县人民政府办公室牵头。", "××县"),
        ("某某局配合办理。", "某某局"),
        ("统计期限自＿＿＿年起。", "＿＿＿年"),
        ("于20XX年公布。", "20XX年"),
        ("于X月X日公布。", "X月X日"),
        ("于XXXX年XX月XX日公布。", "XXXX年XX月XX日"),
        ("请登录（具体网址）查询。", "（具体网址）"),
        ("联系电话：XXXXXXX。", "XXXXXXX"),
        ("XX乡镇（部门）未收到申请。", "XX乡镇（部门）"),
        ("由○○街道报送。", "○○街道"),
        ("（请填写机关名称）负责。", "（请填写机关名称）"),
    ],
)
def test_a_blank_that_touches_what_it_asks_for_is_an_error(line: str, words: str) -> None:
    text = with_lines(line)
    assert marked_words(placeholder_left, text) == [words]
    assert levels(placeholder_left, text) == ["error"]
    assert findings(text, placeholder_left)[0].fix is None


@pytest.mark.parametrize(
    "line",
    [
        "某些部门公开不够及时。",
        "某某某等群众来电咨询。",
        "开展“1+X”新闻发布会3场。",
        "公开X光检查费用。",
        "实行24小时×7天服务，规格为3×5件。",
        "网址：http://xx.example.gov.cn/xxgk/，邮箱：xxgk@example.cn。",
        "二○○○年以来，二○○八年起。",
        "变量a__b不变。",
        "（具体情况见第三部分）",
        "申请人可下载申请表（请填写完整、真实的信息）。",
        "面向X年级学生开展宣传，按照1+X+N模式公开。",
        "EXXX年报系统上线。",
    ],
)
def test_letters_signs_and_words_that_ask_for_nothing_are_no_placeholders(line: str) -> None:
    assert marked_words(placeholder_left, with_lines(line)) == []


def test_a_blank_in_the_title_needs_to_touch_nothing() -> None:
    assert marked_words(placeholder_left, with_lines("某某2024年政府信息公开工作年度报告")) == ["某某"]


def test_a_template_title_over_two_lines_is_told_once() -> None:
    text = with_lines("2024年XX乡镇（部门）政府信息公开工作\n年度报告")
    assert marked_words(placeholder_left, text) == ["XX乡镇（部门）"]


def test_two_blanks_far_apart_are_two_findings() -> None:
    text = with_lines("公开信息XX条，全年印发政府公报XX件。")
    assert marked_words(placeholder_left, text) == ["XX条", "XX件"]


def test_tables_are_not_searched() -> None:
    text = with_lines("| 行政许可 | XX件 |")
    assert marked_words(placeholder_left, text) == []


@pytest.mark.parametrize("run", ["某" * 100_000, "＿" * 100_000, "X" * 100_000, "○" * 100_000])
def test_a_run_of_any_length_is_one_blank(run: str) -> None:
    assert marked_words(placeholder_left, with_lines(f"由{run}县报送。")) == [f"{run}县"]
    assert marked_words(placeholder_left, with_lines(f"由{run}报送。")) == []
