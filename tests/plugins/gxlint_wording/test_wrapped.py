"""Text whose lines a converter wrapped: the rules read through the line breaks, and say no more than without them."""

from __future__ import annotations

from random import Random

import pytest

from gxlint import Rule, Span
from gxlint.testing import findings, report_of
from gxlint_wording import (
    contact_format,
    doubled_word,
    gxlint_rules,
    mixed_construction,
    relative_year,
    term_consistency,
    typo,
    unterminated_sentence,
)
from gxlint_wording.prose import Place, Prose
from tests.accuracy.drafts import draft
from tests.accuracy.sentences import CITATIONS, FIGURES, WORDING
from tests.plugins.asking import fixed, levels, marked_words, rows, with_lines, wrapped

LEAD = "我镇坚持以公开为常态、不公开为例外，"
OPEN = "我镇严格落实信息发布审核制度，坚持先审查、后公开，定期清理公开目录"


def broken_inside(words: str, at: int, behind: str = "，把公开要求落到实处。") -> str:
    """A wrapped report with a line break in the words, ``at`` characters behind their start."""
    return wrapped(with_lines(LEAD + "、" * (-(len(LEAD) + at) % 24) + words + behind))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (typo, "严把责任观"),
        (typo, "统一布署"),
        (doubled_word, "工作工作"),
        (doubled_word, "公开的的"),
        (mixed_construction, "目的是为了"),
        (relative_year, "今年"),
        (term_consistency, "政务信息公开"),
    ],
)
def test_words_that_a_line_break_parts_are_found_as_if_they_stood_on_one_line(rule: Rule, words: str) -> None:
    whole = marked_words(rule, wrapped(with_lines(f"我镇{words}，把公开要求落到实处。")))
    for at in range(1, len(words)):
        text = broken_inside(words, at)
        assert f"{words[:at]}\n{words[at:]}" in text
        assert ["".join(found.split()) for found in marked_words(rule, text)] == whole


@pytest.mark.parametrize(
    ("words", "at", "mended"),
    [
        ("严把责任观", 3, "严把责\n任关"),
        ("严把责任观", 4, "严把责任\n关"),
        ("统一布署", 3, "统一部\n署"),
        ("工作工作", 2, "工作\n"),
        ("年渡报告", 1, "年\n度报告"),
    ],
)
def test_a_fix_leaves_the_line_break_where_it_is(words: str, at: int, mended: str) -> None:
    text = broken_inside(words, at)
    rule = doubled_word if words == "工作工作" else typo
    assert fixed(rule, text, unsafe=True) == text.replace(f"{words[:at]}\n{words[at:]}", mended)


@pytest.mark.parametrize(
    "lines",
    [
        "2024年青山县政府信息公开重点领域的主要工作\n工作人员按月更新公开目录。",
        "已印发青山县基层政务公开标准化规范化目录的\n的确便于群众查询。",
        "政务公开专区　工作动态　公开工作 工作要点 政策文件 文件解读",
    ],
)
def test_where_every_line_is_a_paragraph_the_next_one_does_not_go_on(lines: str) -> None:
    assert marked_words(doubled_word, with_lines(lines)) == []


@pytest.mark.parametrize("parting", [" ", "\u3000", "\n- 3 -\n", "[bookmark: _GoBack]"])
def test_words_with_something_between_them_are_two(parting: str) -> None:
    text = wrapped(with_lines(f"{LEAD}做好公开工作{parting}工作人员按时更新。"))
    assert marked_words(doubled_word, text) == []


@pytest.mark.parametrize("number", ["0795-2523048", "（0795）2523048", "0795-2523048-801", "400-800-0000"])
def test_a_telephone_number_may_be_wrapped_anywhere(number: str) -> None:
    for at in range(1, len(number)):
        text = broken_inside(f"联系电话：{number}", 5 + at)
        assert f"{number[:at]}\n{number[at:]}" in text
        assert marked_words(contact_format, text) == []


@pytest.mark.parametrize("parting", ["\n- 3 -\n", "\n\n- 3 -\n\n", "-\n\n", "-XXXXXXX"])
def test_half_a_telephone_number_in_front_of_a_page_end_is_no_number(parting: str) -> None:
    text = with_lines(f"如对本报告有疑问，请与云岭镇党政办公室联系，电话：0795{parting}2523048。")
    assert marked_words(contact_format, text) == []


def test_a_short_postcode_is_told_when_a_line_break_parts_its_label() -> None:
    text = broken_inside("邮编：33640", 1)
    assert marked_words(contact_format, text) == ["33640"]


@pytest.mark.parametrize(("ending", "level"), [("", "info"), ("300余", "warning"), ("公开指南和", "warning")])
@pytest.mark.parametrize("indent", ["", "　　", "  "])
def test_in_front_of_a_heading_a_wrapped_paragraph_has_ended(ending: str, level: str, indent: str) -> None:
    text = wrapped(with_lines(f"{OPEN}{ending}"), indent=indent)
    assert levels(unterminated_sentence, text) == [level]
    row = rows(unterminated_sentence, text)[0]
    assert text.split("\n")[row - 1].endswith((ending or OPEN)[-2:])


def test_in_front_of_an_item_a_line_with_room_left_has_ended() -> None:
    open_end = f"{OPEN}和公开指南，落实到人"
    text = wrapped(with_lines(f"（六）其他。{open_end}\n（七）其他情况。全年没有其他情况。"))
    assert levels(unterminated_sentence, text) == ["info"]


@pytest.mark.parametrize(
    "words",
    [
        # The line is full in front of the bracket: it was wrapped there.
        "我镇坚持以公开为常态，依法公开财政预决算、民生信息（一）类三条、（二）类四条，共七条。",
        "我镇坚持公开，\n（一）主动公开信息。\n（二）依法答复申请。",
        "我镇严格落实条例第二十条\n（一）项规定，坚持先审查、后公开，及时公开信息。",
    ],
)
def test_a_bracket_at_the_start_of_a_wrapped_line_may_be_inside_a_sentence(words: str) -> None:
    assert levels(unterminated_sentence, wrapped(with_lines(words))) == []


def test_what_stands_at_the_end_of_a_wrapped_file_is_no_sentence() -> None:
    text = wrapped(
        with_lines(
            "六、其他需要报告的事项\n没有其他需要报告的事项。\n主办：青山县人民政府办公室，承办单位：青山县大数据中心"
        )
    )
    assert levels(unterminated_sentence, text) == []


@pytest.mark.parametrize("words", ["情况报告如下", "主要做好以下几个方面"])
def test_a_list_wants_a_colon_in_front(words: str) -> None:
    text = with_lines(f"现将2024年的{words}\n1.强化组织领导。成立领导小组。")
    assert levels(unterminated_sentence, text) == ["info"]
    assert fixed(unterminated_sentence, text, unsafe=True) == text.replace(words, f"{words}：")


@pytest.mark.parametrize("width", [20, 23, 31, 40])
def test_wrapping_sound_sentences_brings_nothing_up(width: int) -> None:
    values = {
        "me": "我镇",
        "name": "云岭镇",
        "mine": "本镇",
        "last": 2023,
        "year": 2024,
        "next": 2025,
        "a": 31,
        "b": 14,
        "sum": 45,
    }
    lines = [line.format(**values) for line in (*CITATIONS, *FIGURES, *WORDING)]
    Random(width).shuffle(lines)
    text = with_lines("\n".join(lines))
    rules = [one for one in gxlint_rules() if one.default]
    for indent in ("", "\u3000\u3000"):
        report = wrapped(text, width, indent)
        assert [
            (one.code, report[one.span.start : one.span.end]) for rule in rules for one in findings(report, rule)
        ] == []


def test_shapes_without_cell_marks_are_taken_for_wrapped_and_others_not() -> None:
    told = {(draft(seed).shape, Prose(report_of(draft(seed).text())).is_wrapped) for seed in range(40)}
    assert {shape for shape, is_wrapped in told if is_wrapped} == {"numbers", "figures", "aligned"}
    assert {shape for shape, is_wrapped in told if not is_wrapped} & {"pipes", "tab-cells"}


def test_an_edit_touches_only_what_differs() -> None:
    text = with_lines("严把责任观，做到今年来有进展。")
    passage = next(one for one in Prose(report_of(text)).passages() if "责任观" in one.text)
    start = passage.text.index("责任观")
    edit = Place(passage, start, start + 3).edit("责任关")
    assert text[edit.span.start : edit.span.end] == "观"
    assert edit.content == "关"
    since = passage.text.index("今年来")
    edit = Place(passage, since, since + 3).edit("今年以来")
    at = text.index("今年来") + 2
    assert (edit.span, edit.content) == (Span(at, at), "以")
