"""GXS005: gaps and repetitions at every level; what restarts, wraps or was converted is left alone."""

from __future__ import annotations

import pytest

from gxlint.testing import findings, sample
from gxlint_sections import heading_numbering
from tests.plugins.asking import fixed, levels, marked_words, with_lines


def overview(*lines: str) -> str:
    return with_lines("\n".join(["一、总体情况", *lines]))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("（一）公开。", "（三）监督。"), ["（三）"]),
        (("（一）公开。", "（二）申请。", "（二）监督。"), ["（二）"]),
        (("（二）申请。", "（三）监督。"), ["（二）"]),
        (("(一)公开。", "(三)监督。"), ["(三)"]),
        (("1.公开。", "3.监督。"), ["3."]),
        (("1、公开。", "2、申请。", "2、监督。"), ["2、"]),
        (("（1）公开。", "（2）申请。", "（4）监督。"), ["（4）"]),
        (("一是公开；二是申请；四是监督。",), ["四是"]),
        (("一是公开。二是申请。二是监督。",), ["二是"]),
        (("一是公开。", "三是监督。"), ["三是"]),
        (("（一）公开。", "1.甲。", "2.乙。", "（二）申请。", "1.丙。", "3.丁。"), ["3."]),
        (("（九）公开。", "（十）申请。", "（十二）监督。"), ["（九）"]),
    ],
)
def test_a_gap_or_a_repetition_is_told_once_at_its_first_place(lines: tuple[str, ...], words: list[str]) -> None:
    text = overview(*lines)
    assert marked_words(heading_numbering, text) == words
    assert levels(heading_numbering, text) == ["warning"]


@pytest.mark.parametrize(
    "lines",
    [
        ("（一）公开。", "1.甲。", "2.乙。", "（二）申请。", "1.丙。", "2.丁。"),
        ("1.公开。", "2.2024年依申请公开1条。", "3.监督。"),
        ("1.05%的增长来自网站，", "3.15消费者权益日公开信息2条。"),
        ("5、 总体情况", "（3） 加强组织领导", "（5） 规范利用平台"),
        ("一是公开：一是甲，二是乙。二是申请。三是监督。",),
        ("主要成效：一是公开；二是申请。主要做法：一是甲；二是乙；三是丙。",),
        ("我们一是公开。", "二是申请。"),
        ("一是公开。同时二要申请，三是监督。",),
        ("本届是第一是关键的一年；第十是指数。",),
        ("（一）公开。（二）申请。", "（三）监督。"),
        ("（一）公开。", "( 二)申请。", "（三）监督。"),
        ("(一)公开。(二)申请。", "（三）监督。"),
        ("深入学习党的二十大和二十届二中、", "三中全会精神，依据条例第二十条第", "（五）项公开信息。"),
        ("（2024版）目录共3份。", "（一）公开。"),
        ("一、公开。", "二、申请。"),
        ("1. 公开。", "1. 申请。", "1. 监督。"),
    ],
)
def test_numbers_that_run_on_begin_anew_or_are_none_are_left_alone(lines: tuple[str, ...]) -> None:
    assert marked_words(heading_numbering, overview(*lines)) == []


def test_a_number_at_the_start_of_a_wrapped_line_is_never_told() -> None:
    text = overview(
        "（一）公开。2024年，我镇主动公开政府信息，内容涉及乡村建设和社会救助等方面的事项，共分为",
        "（三）农业农村、（四）民政等栏目。",
    )
    assert marked_words(heading_numbering, text) == []


def test_points_broken_over_two_lines_and_a_page_foot_are_read_as_one() -> None:
    text = overview("一是公开信息的目录进一步规范。二", "是申请办理规范。三", "- 4 -", "是监督有力。四是保障到位。")
    assert marked_words(heading_numbering, text) == []


def test_renumbering_goes_on_to_the_end_of_the_sequence() -> None:
    mended = fixed(heading_numbering, overview("（一）甲。", "（三）乙。", "（四）丙。", "（四）丁。"), unsafe=True)
    assert "（一）甲。\n（二）乙。\n（三）丙。\n（四）丁。" in mended
    assert findings(mended, heading_numbering) == []


def test_renumbering_is_never_done_without_a_person() -> None:
    text = overview("1.甲。", "3.乙。")
    assert fixed(heading_numbering, text) == text


def renumbered(*numbers: str) -> str:
    text = sample()
    for heading, number in zip(
        ("总体情况", "主动公开政府信息情况", "收到和处理", "政府信息公开行政复议", "存在的主要问题", "其他需要报告"),
        numbers,
        strict=True,
    ):
        at = text.index(f"、{heading}")
        text = text[: at - 1] + number + text[at + (not number) :]
    return text


@pytest.mark.parametrize(
    ("numbers", "told"), [("一二三三五六", ["三"]), ("一二四五六七", ["四"]), ("一二三五五六", ["五"])]
)
def test_a_wrong_number_of_a_part_is_told_once_and_mended_together(numbers: str, told: list[str]) -> None:
    text = renumbered(*numbers)
    assert marked_words(heading_numbering, text) == told
    assert fixed(heading_numbering, text, unsafe=True) == sample()


def test_headings_without_numbers_are_left_alone() -> None:
    assert marked_words(heading_numbering, renumbered(*("",) * 6)) == []


def test_a_missing_part_is_no_gap_in_the_numbers() -> None:
    heading = "三、收到和处理政府信息公开申请情况\n"
    text = sample().replace(heading, "", 1)
    assert marked_words(heading_numbering, text) == []
    closed_up = text.replace("四、政府信息公开行政复议", "三、政府信息公开行政复议").replace("五、存在", "四、存在")
    assert marked_words(heading_numbering, closed_up.replace("六、其他", "五、其他")) == []


def test_a_part_of_the_reports_own_between_the_six_counts_as_a_number() -> None:
    text = with_lines("（前言）\n根据条例编制。").replace(
        "五、存在的主要问题", "五、回应群众关切情况\n回应来信2件。\n六、存在的主要问题"
    )
    text = text.replace("六、其他需要报告的事项", "七、其他需要报告的事项")
    assert marked_words(heading_numbering, text) == []


def test_automatic_numbering_that_was_converted_is_left_alone() -> None:
    text = sample().replace("一、总体情况", " 1、 总体情况").replace("二、主动公开", "1、 主动公开")
    assert marked_words(heading_numbering, text) == []


def test_more_points_than_chinese_numerals_are_read_for_are_told_once() -> None:
    text = overview("1.甲。", *["3.乙。"] * 120)
    assert marked_words(heading_numbering, text) == ["3."]
    han = overview("（一）甲。", *["（三）乙。"] * 120)
    assert marked_words(heading_numbering, han) == ["（三）"]


def test_a_mark_of_conversion_in_front_of_a_number_hides_nothing() -> None:
    assert marked_words(heading_numbering, overview("[bookmark: a]（一）甲。", "（二）乙。")) == []
    assert marked_words(heading_numbering, overview("（一）甲。", "[bookmark: a]（三）乙。")) == ["（三）"]
