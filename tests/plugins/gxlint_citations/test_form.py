"""GXL004–GXL006: how numbers, yearly plans and statutes are written."""

from __future__ import annotations

import pytest

from gxlint.testing import findings
from gxlint_citations import annual_plan_year, number_brackets, statute_name
from tests.plugins.asking import fixed, levels, marked_words, with_lines


@pytest.mark.parametrize("brackets", ["【】", "[]", "()", "（）", "［］"])
def test_wrong_brackets_behind_a_known_prefix_are_mended_safely(brackets: str) -> None:
    wrong = f"按照国办公开办函{brackets[0]}2021{brackets[1]}30号编制。"
    text = with_lines(wrong)
    assert levels(number_brackets, text) == ["warning"]
    assert fixed(number_brackets, text) == with_lines("按照国办公开办函〔2021〕30号编制。")


def test_wrong_brackets_behind_another_prefix_are_left_to_a_person() -> None:
    text = with_lines("落实云政办发[2024]3号文件。")
    assert marked_words(number_brackets, text) == ["[2024]"]
    assert fixed(number_brackets, text) == text
    assert fixed(number_brackets, text, unsafe=True) == with_lines("落实云政办发〔2024〕3号文件。")


@pytest.mark.parametrize(
    "line",
    [
        "按照国办公开办函〔2021〕30号编制。",
        "案号为（2024）青0101行初5号，门牌为云岭路（2024）12号。",
        "更新目录（2024版）3份，公告（2024）第5号。",
        "见[1]和[2021]两处，第【2021】页。",
    ],
)
def test_right_brackets_and_other_numbers_are_left_alone(line: str) -> None:
    assert levels(number_brackets, with_lines(line)) == []


@pytest.mark.parametrize(
    "title",
    [
        "2023年政务公开工作要点",
        "青山县2023年政务公开工作要点",
        "国务院办公厅关于印发2021年政务公开工作要点的通知",
        "2025年全省政府信息公开工作要点",
        "2023年度政务公\n开工作要点",
    ],
)
def test_the_plan_of_another_year_is_told(title: str) -> None:
    assert levels(annual_plan_year, with_lines(f"我镇落实《{title}》。")) == ["warning"]


@pytest.mark.parametrize(
    "line",
    [
        "我镇落实《2024年政务公开工作要点》。",
        "落实《2023年政务公开工作要点》《2024年政务公开工作要点》。",
        "下一步落实《2025年政务公开工作要点》。",
        "落实《云岭省2024—2025年政务公开工作要点》《云岭省2023-2025年政务公开工作要点》。",
        "对照《云岭省“十四五”政务公开工作要点（2021—2025年）》。",
        "落实2023年政务公开工作要点，印发《2023年工作总结》。",
        "五、存在的主要问题及改进情况\n问题：不及时。改进：按照《2025年政务公开工作要点》改进。",
    ],
)
def test_the_plan_of_the_year_and_plans_for_the_next_are_left_alone(line: str) -> None:
    assert levels(annual_plan_year, with_lines(line)) == []


def test_the_latest_plan_of_the_state_councils_office_is_only_advice() -> None:
    cited = "我镇落实《国务院办公厅关于印发2022年政务公开工作要点的通知》。"
    assert levels(annual_plan_year, with_lines(cited)) == ["info"]
    assert levels(annual_plan_year, with_lines(cited.replace("国务院", "云岭省人民政府"))) == ["warning"]
    assert levels(annual_plan_year, with_lines(cited.replace("2022", "2020"), year=2021)) == ["warning"]


PREFACE = "（前言）\n{}统计期限为2024年1月1日至2024年12月31日。"


def test_the_short_name_alone_is_one_advice_for_the_report() -> None:
    text = with_lines(PREFACE.format("根据《政府信息公开条例》编制。") + "\n一、总体情况\n落实《政府信息公开条例》。")
    found = findings(text, statute_name)
    assert [(one.severity, len(one.related)) for one in found] == [("info", 1)]
    mended = fixed(statute_name, text, unsafe=True)
    assert mended == text.replace("《政府信息公开条例》", "《中华人民共和国政府信息公开条例》", 1)


@pytest.mark.parametrize(
    "words",
    [
        "根据《中华人民共和国政府信息公开条例》编制，落实《政府信息公开条例》。",
        "根据《中华人民共和国政府\n信息公开条例》编制，落实《政府信息公开条例》。",
        "根据中华人民共和国政府信息公开条例编制，落实《政府信息公开条例》。",
        "根据《青山省政府信息公开条例》编制。",
        "根据《政府信息公开信息处理费管理办法》编制。",
    ],
)
def test_the_full_name_first_and_other_statutes_are_left_alone(words: str) -> None:
    assert levels(statute_name, with_lines(PREFACE.format(words))) == []


@pytest.mark.parametrize(
    ("title", "mended"),
    [
        ("《关于印发《云岭镇方案》的通知》", "《关于印发〈云岭镇方案〉的通知》"),
        (
            "《关于印发中华人民共和国政府信息公开工作年度报告格式的通知》",
            "《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》",
        ),
        ("《《云岭镇方案》解读》", "《〈云岭镇方案〉解读》"),
    ],
)
def test_a_title_inside_a_title_stands_in_its_own_marks(title: str, mended: str) -> None:
    text = with_lines(f"我镇落实{title}。")
    assert levels(statute_name, text) == ["info"]
    assert fixed(statute_name, text, unsafe=True) == with_lines(f"我镇落实{mended}。")


@pytest.mark.parametrize(
    "title",
    [
        "《关于印发〈云岭镇方案〉的通知》",
        "《关于印发2024年政务公开工作要点的通知》",
        "《条例》和《办法》",
        "《〈条例〉解读》",
        # Typed with < and >: the marks are there.
        "《关于印发<中华人民共和国政府信息公开工作年度报告格式>的通知》",
    ],
)
def test_titles_with_the_right_marks_are_left_alone(title: str) -> None:
    assert levels(statute_name, with_lines(f"我镇落实{title}。")) == []


def test_a_title_without_inner_marks_is_told_once_and_mended_everywhere() -> None:
    title = "《关于印发中华人民共和国政府信息公开工作年度报告格式的通知》"
    text = with_lines(f"我镇落实{title}。\n按照{title}要求编制。")
    found = findings(text, statute_name)
    assert [(one.severity, len(one.related)) for one in found] == [("info", 1)]
    right = title.replace("印发", "印发〈").replace("的通知", "〉的通知")
    assert fixed(statute_name, text, unsafe=True) == text.replace(title, right)
