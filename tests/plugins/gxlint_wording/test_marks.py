"""GXW002 and GXW003: marks that stand twice, and marks without their partner."""

from __future__ import annotations

import pytest

from gxlint.testing import findings, sample
from gxlint_wording import doubled_punctuation, unbalanced_pair
from tests.plugins.asking import fixed, levels, marked_words, with_lines


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("公开程序，，公开结果。", "公开程序，公开结果。"),
        ("公开程序。。", "公开程序。"),
        ("公开程序、、结果。", "公开程序、结果。"),
        ("要求如下：：公开。", "要求如下：公开。"),
    ],
)
def test_exact_doubles_are_mended_safely(line: str, mended: str) -> None:
    assert levels(doubled_punctuation, with_lines(line)) == ["warning"]
    assert fixed(doubled_punctuation, with_lines(line)) == with_lines(mended)


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("公开程序，。", "公开程序。"),
        ("公开程序。，公开结果。", "公开程序。公开结果。"),
        ("公开程序、，结果。", "公开程序，结果。"),
        ("公开程序；。", "公开程序。"),
        ("公开程序，，，结果。", "公开程序，结果。"),
    ],
)
def test_different_marks_are_left_to_a_person(line: str, mended: str) -> None:
    text = with_lines(line)
    assert len(findings(text, doubled_punctuation)) == 1
    assert fixed(doubled_punctuation, text) == text
    assert fixed(doubled_punctuation, text, unsafe=True) == with_lines(mended)


@pytest.mark.parametrize(
    "line",
    [
        "坚持“先审查、后公开。”全年公开30条。",
        "群众关心什么？！我们公开什么……",
        "宣传栏、“公开专栏”、《政府公报》，公开30条。",
        "真好！！",
        "说明如下：“公开。”；“不公开。”。",
    ],
)
def test_marks_that_may_stand_together_are_left_alone(line: str) -> None:
    assert levels(doubled_punctuation, with_lines(line)) == []


def test_marks_in_tables_are_left_alone() -> None:
    assert findings(sample().replace("| 规章 |", "| 规章，， |"), doubled_punctuation) == []


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("按照《条例的要求公开。", ["《"]),
        ("按照条例》的要求公开。", ["》"]),
        ("公开信息30条（含财政信息5条。", ["（"]),
        ("公开信息30条（含财政信息5条））。", ["）"]),
        ("坚持“应公开尽公开的原则。", ["“"]),
        ("文号为云政发〔2024号。", ["〔"]),
        ("坚持“应公开尽公开“的原则。", ["“"]),
        ("坚持”应公开尽公开”的原则。", ["”"]),
        ("印发《《工作方案》》。", ["《《工作方案》》"]),
    ],
)
def test_half_a_pair_is_told(line: str, marked: list[str]) -> None:
    text = with_lines(line)
    assert marked_words(unbalanced_pair, text) == marked
    assert levels(unbalanced_pair, text) == ["warning"] * len(marked)


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("坚持“公开“的原则。", "坚持“公开”的原则。"),
        ("坚持”公开”的原则，落实“公平”。", "坚持“公开”的原则，落实“公平”。"),
        ("印发《《工作方案》》。", "印发《工作方案》。"),
    ],
)
def test_a_mark_turned_the_wrong_way_is_mended_when_asked(line: str, mended: str) -> None:
    text = with_lines(line)
    assert fixed(unbalanced_pair, text) == text
    assert fixed(unbalanced_pair, text, unsafe=True) == with_lines(mended)


@pytest.mark.parametrize(
    "line",
    [
        "按照《中华人民共和国政府信息公开条例》（国务院令第711号）公开（含“五公开”）。",
        "组织“走进机关”“服务企\n业”活动，印发《政府公\n报》6期（含\n增刊）。",
        "主要做法：1）公开目录；2）公开指南。\n3）公开年报。",
        "公开内容(含附件）、形式（含网络)。",
        "印发《关于转发〈工作方案〉的通知》和《〈条例〉解读》。",
        "建设“‘四最’一流营商环境”。",
        "安装65”触摸屏1台（套）。",
    ],
)
def test_pairs_are_pairs_across_lines_and_widths(line: str) -> None:
    assert levels(unbalanced_pair, with_lines(line)) == []


def test_a_pair_does_not_reach_into_another_part() -> None:
    text = with_lines("公开信息30条（含财政信息，见附表。\n六、其他需要报告的事项\n未收取信息处理费）。（本页完）（")
    assert marked_words(unbalanced_pair, text) == ["（", "）", "（"]


def test_pieces_of_a_table_that_was_not_recognised_are_left_alone() -> None:
    text = sample().replace("\n四、政府信息公开", "\n形，不计其他情形）\n\n四、政府信息公开", 1)
    assert findings(text, unbalanced_pair) == []
