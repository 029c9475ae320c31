"""GXM001: marks of conversion are found one by one, in words, figures and cells, and only theirs."""

from __future__ import annotations

import pytest

from gxlint.testing import findings, sample
from gxlint_markup import stray_markup
from tests.plugins.asking import fixed, marked_words, reading, with_lines


@pytest.mark.parametrize(
    "token",
    [
        "[bookmark: _GoBack]",
        "[bookmark: _Hlk99887766]",
        "[image: image1.png]",
        "<br/>",
        "</span>",
        '<p class="MsoNormal">',
        "&nbsp;",
        "&ldquo;",
        "&#12288;",
        "\u200b",
        "\ufeff",
        "\u200e",
        "\ufffd",
        "\uf0b7",
        'HYPERLINK "http://www.example.gov.cn/"',
        "PAGEREF _Toc12345678 \\h",
        "_Toc12345678",
    ],
)
def test_every_kind_of_mark_is_found_inside_a_word(token: str) -> None:
    text = with_lines(f"全年主动公开政府{token}信息30条。")
    assert marked_words(stray_markup, text) == [token]


@pytest.mark.parametrize(
    "line",
    [
        "按照国办公开办函〔2021〕30号和旧文号[2021]30号编制。",
        "网址为http://www.example.gov.cn/list?id=3&page=2，邮箱为a@b.cn。",
        "办件满意率>98%且<100%，R&D投入增长。",
        "开展“1+X”新闻发布会，使用LED大屏幕。",
        "阅读量A<B的栏目3个。",
    ],
)
def test_citations_addresses_and_signs_are_no_markup(line: str) -> None:
    assert marked_words(stray_markup, with_lines(line)) == []


def test_several_marks_in_a_line_are_several_findings() -> None:
    text = with_lines("[bookmark: _Toc1]（六）[bookmark: _Toc2]其他。")
    assert marked_words(stray_markup, text) == ["[bookmark: _Toc1]", "[bookmark: _Toc2]"]


def test_a_run_of_the_same_invisible_character_is_one_finding() -> None:
    assert marked_words(stray_markup, with_lines("信息\u200b\u200b公开。")) == ["\u200b\u200b"]


def test_a_bookmark_inside_a_figure_of_a_table_is_deleted_and_the_figure_stays() -> None:
    row = "| 一、本年新收政府信息公开申请数量 | 1[bookmark: _GoBack]2 | 0 | 0 | 0 | 0 | 0 | 12 |"
    text = with_lines(row)
    mended = fixed(stray_markup, text)
    assert marked_words(stray_markup, text) == ["[bookmark: _GoBack]"]
    assert "| 12 | 0 | 0 | 0 | 0 | 0 | 12 |" in mended
    assert reading(mended) == reading(text)


def test_a_mark_alone_in_a_cell_leaves_an_empty_cell() -> None:
    text = sample().replace("| 0 | 0 | 0 |", "| [bookmark: a] | 0 | 0 |", 1)
    assert reading(fixed(stray_markup, text)) == reading(text)


def test_a_mark_alone_on_its_line_goes_with_the_line() -> None:
    text = with_lines("[bookmark: _GoBack]")
    assert fixed(stray_markup, text) == sample()


def test_a_tab_in_front_of_a_mark_alone_on_its_line_is_a_cell_and_stays() -> None:
    text = f"{sample()}\n\t[bookmark: a]\n\t0\n"
    assert fixed(stray_markup, text) == f"{sample()}\n\t\n\t0\n"


def test_only_bookmarks_and_zero_width_characters_are_deleted_without_a_person() -> None:
    text = with_lines("[bookmark: a]公\u200b开<br>信&nbsp;息[image: 图]年\u200e报。")
    found = {text[one.span.start : one.span.end]: one.fix for one in findings(text, stray_markup)}
    assert {token for token, fix in found.items() if fix and fix.applicability == "safe"} == {"[bookmark: a]", "\u200b"}


def test_lost_characters_have_no_fix() -> None:
    assert [one.fix for one in findings(with_lines("信\ufffd\ufffd公开，\ue123报告。"), stray_markup)] == [None, None]


def test_an_entity_becomes_its_character() -> None:
    assert "公开“三公”经费" in fixed(stray_markup, with_lines("公开&ldquo;三公&rdquo;经费。"), unsafe=True)


def test_an_unknown_entity_is_left_alone() -> None:
    assert marked_words(stray_markup, with_lines("参数a&nosuch;b不变。")) == []


def test_a_line_break_inside_a_cell_of_a_pipe_table_is_markdown() -> None:
    assert marked_words(stray_markup, sample().replace("商业企业", "商业<br>企业", 1)) == []


def test_a_comment_belongs_to_markdown_and_to_nothing_else() -> None:
    text = with_lines("<!-- 校对 -->主动公开30条。")
    assert findings(text, stray_markup, name="报告.md") == []
    assert [text[one.span.start : one.span.end] for one in findings(text, stray_markup, name="报告.txt")] == [
        "<!-- 校对 -->"
    ]
