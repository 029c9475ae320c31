"""GXM002: page numbers are found between paragraphs and rows; taking them away leaves every table as it was read."""

from __future__ import annotations

from random import Random

import pytest

from gxlint.testing import findings, sample
from gxlint_markup import page_number_residue
from tests.plugins.asking import fixed, levels, marked_words, reading, with_lines
from tests.writing import SHAPES, Shape, Wear, figures, form_for, render


@pytest.mark.parametrize("number", ["- 1 -", "— 12 —", "-3-", "第1页 共5页", "－ 4 －"])
def test_a_page_number_on_a_line_of_its_own_is_advice_and_goes_with_its_line(number: str) -> None:
    text = with_lines(number)
    assert marked_words(page_number_residue, text) == [number]
    assert levels(page_number_residue, text) == ["info"]
    assert fixed(page_number_residue, text) == sample()


@pytest.mark.parametrize("line", ["-8", "第1页写有目录。", "公开- 1 -条", "2024", "1-2"])
def test_figures_and_sentences_are_no_page_numbers(line: str) -> None:
    assert marked_words(page_number_residue, with_lines(line)) == []


def test_minus_eight_in_a_cell_is_a_figure() -> None:
    text = with_lines("| 行政许可 | 12 | -8 | 4 |", year=2019)
    assert marked_words(page_number_residue, text) == []


def test_the_last_line_goes_without_the_line_end_before_it() -> None:
    assert fixed(page_number_residue, f"{sample()}\n- 6 -") == f"{sample()}\n"


def test_line_ends_of_windows_go_whole() -> None:
    text = with_lines("- 3 -").replace("\n", "\r\n")
    assert fixed(page_number_residue, text) == sample().replace("\n", "\r\n")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("seed", range(4))
def test_taking_page_numbers_away_leaves_the_tables_as_they_were_read(shape: Shape, seed: int) -> None:
    form = form_for(2024)
    text = render(
        form,
        figures(Random(seed), form, 40),
        shape,
        year=2024,
        organ="青山县云岭镇人民政府",
        wear=Wear(Random(seed), ("page-numbers", "empty-paragraphs")),
    )
    assert marked_words(page_number_residue, text)
    mended = fixed(page_number_residue, text)
    assert [one for one in findings(mended, page_number_residue) if one.fix] == []
    assert reading(mended) == reading(text)


@pytest.mark.parametrize("above", ["", "\n", "\n\n"])
@pytest.mark.parametrize("below", ["", "\n", "\n\n"])
@pytest.mark.parametrize("shape", ["tab-cells", "tab-rows", "pipes", "pipe-cells"])
def test_empty_lines_around_a_page_number_end_no_table_once_it_is_gone(shape: Shape, above: str, below: str) -> None:
    form = form_for(2024)
    plain = render(form, figures(Random(7), form, 40), shape, year=2024, organ="青山县云岭镇人民政府")
    at = plain.index("二、上年结转政府信息公开申请数量")
    at = plain.rindex("\n", 0, at) + 1
    text = f"{plain[:at]}{above}- 3 -\n{below}{plain[at:]}"
    assert reading(text) == reading(plain)
    assert reading(fixed(page_number_residue, text)) == reading(plain)


def test_a_bare_figure_that_may_be_a_page_number_is_never_deleted() -> None:
    form = form_for(2024)
    text = render(form, figures(Random(3), form, 40), "numbers", year=2024, organ="青山县云岭镇人民政府")
    at = text.index("4.保护第三方合法权益")
    header = "申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"
    text = f"{text[:at]}（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n7\n{header}{text[at:]}"
    bare = [one for one in findings(text, page_number_residue) if text[one.span.start : one.span.end] == "7"]
    assert [one.fix for one in bare] == [None]
    assert "可能是" in bare[0].message
