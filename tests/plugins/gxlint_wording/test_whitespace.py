"""GXW005: one piece of advice for the whole report; tables, indents and figures stay as they are."""

from __future__ import annotations

from random import Random

import pytest

from gxlint import Message
from gxlint.testing import findings, sample
from gxlint_wording import stray_whitespace
from tests.plugins.asking import fixed, levels, reading, with_lines
from tests.writing import SHAPES, Shape, Wear, figures, form_for, render

ORGAN = "青山县云岭镇人民政府"


@pytest.mark.parametrize("blank", ["\xa0", " ", "\u3000", "  \xa0 "])
def test_a_line_of_blanks_becomes_an_empty_line(blank: str) -> None:
    text = with_lines("全年公开政府信息30条。").replace("\n\n二、", f"\n{blank}\n二、")
    assert fixed(stray_whitespace, text) == with_lines("全年公开政府信息30条。")


def test_all_places_are_one_piece_of_advice_with_one_fix() -> None:
    text = with_lines("于2025年1月 20 日公布。").replace("\n\n五、", "\n\xa0\n  五、") + " "
    found = findings(text, stray_whitespace)
    assert [(one.severity, one.args["count"], len(one.related)) for one in found] == [("info", 5, 4)]
    assert found[0].fix is not None
    assert len(found[0].fix.edits) == 5
    assert fixed(stray_whitespace, text) == with_lines("于2025年1月20日公布。")


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("自2024 年1月1日起。", "自2024年1月1日起。"),
        ("自2024年 1月\xa01日起。", "自2024年1月1日起。"),
        ("自2024\u3000年起。", "自2024年起。"),
    ],
)
def test_a_date_torn_apart_is_closed_up(line: str, mended: str) -> None:
    assert fixed(stray_whitespace, with_lines(line)) == with_lines(mended)


@pytest.mark.parametrize(
    "line",
    [
        "全年公开 30 条，办理 5 件。",
        "2024年 3件申请办结。",
        "共 12 34 件。",
        "\u3000\u3000全年公开政府信息30条。",
        "    全年公开政府信息30条。",
        "栏目 年度报告 已开设。",
        "编号2 024。",
    ],
)
def test_figures_indents_and_words_keep_their_blanks(line: str) -> None:
    assert levels(stray_whitespace, with_lines(line)) == []


def test_blanks_after_every_figure_are_the_style_of_the_text() -> None:
    text = sample().replace("2024年", "2024 年").replace("1月1日", "1 月 1 日").replace("12月31日", "12 月 31 日")
    assert levels(stray_whitespace, text) == []


def test_one_heading_behind_blanks_is_told() -> None:
    text = sample().replace("三、收到", "      三、收到")
    found = findings(text, stray_whitespace)
    assert text[found[0].span.start : found[0].span.end] == " " * 6
    assert fixed(stray_whitespace, text) == sample()


def test_a_heading_with_the_indent_of_a_paragraph_is_left_alone() -> None:
    assert levels(stray_whitespace, sample().replace("三、收到", "\u3000\u3000三、收到")) == []


def test_a_text_laid_out_with_blanks_throughout_is_left_alone() -> None:
    text = "\n".join(f"  {line}" if line and "|" not in line else line for line in sample().split("\n"))
    assert levels(stray_whitespace, text.replace("2024年1月", "2024  年1月")) == []


def test_the_blank_in_front_of_converted_numbering_is_left_alone() -> None:
    assert levels(stray_whitespace, sample().replace("一、总体情况", " 1、 总体情况")) == []


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("seed", range(4))
def test_tables_are_read_as_before_whatever_blanks_they_hold(shape: Shape, seed: int) -> None:
    form = form_for(2024)
    text = render(
        form,
        figures(Random(seed), form, 40),
        shape,
        year=2024,
        organ=ORGAN,
        wear=Wear(Random(seed), ("odd-spaces", "empty-paragraphs")),
    )
    for heading in ("三、", "四、", "五、"):
        text = text.replace(f"\n{heading}", f"\n\xa0\n{heading}", 1)
    assert reading(fixed(stray_whitespace, text)) == reading(text)


def test_a_line_of_blanks_between_two_tables_stays() -> None:
    form = form_for(2024)
    plain = render(form, figures(Random(1), form, 40), "tab-cells", year=2024, organ=ORGAN)
    text = plain.replace("\n\n\t第二十条第（五）项", "\n\xa0\n\n\t第二十条第（五）项")
    assert "\n\xa0\n" in fixed(stray_whitespace, text)


def test_the_message_names_only_the_kinds_of_places_there_are() -> None:
    told = {
        str(Message(one.message, one.args))
        for text in (
            sample().replace("\n\n二、", "\n\xa0\n二、"),
            with_lines("于2025年1月 20 日公布。"),
            sample().replace("\n五、", "\n  五、").replace("\n\n二、", "\n \n二、"),
        )
        for one in findings(text, stray_whitespace)
    }
    assert told == {
        "有 1 处多余空白：空行中 1 处。",
        "有 2 处多余空白：日期中间 2 处。",
        "有 2 处多余空白：空行中 1 处、标题前 1 处。",
    }
