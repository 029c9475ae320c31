"""Prose as it is read: wrapped lines put together, every place mapped back."""

from __future__ import annotations

import pytest

from gxlint import Passage, read_passages, read_statements
from gxlint.testing import overlay, report_of, sample


def passages_of(lines: str) -> tuple[list[Passage], str]:
    text = overlay(sample(), lines)
    return list(read_passages(report_of(text))), text


def test_a_wrapped_sentence_is_read_as_one_and_its_figures_keep_their_places() -> None:
    lines = (
        "  （二）依申请公开。2024 年，我镇依法办理申请，共收到政府信\n"
        "息公开申请（含公民、法人和其他组织提出的申请）   31\n"
        "件，均已按期答复，没有逾期。"
    )
    found, text = passages_of(lines)
    joined = next(one for one in found if "31件" in one.text)
    at = joined.text.index("31件")
    span = joined.span(at, at + 3)
    assert text[span.start : span.end] == "31\n件"
    assert joined.heading == "（二）依申请公开"
    assert [one.quantity.value for one in read_statements(report_of(text)) if one.topics == ("received",)][-1] == 31


WRAPPED = (
    "政府信息公开工作由办公室具体负责，各科室\n分别落实专人，按照分工做好信息的收集、审\n核和发布，并定期检查栏目的更新情况，发现\n"
    "问题及时整改。\n"
)


def test_a_full_line_that_ends_in_a_colon_goes_on() -> None:
    found, _ = passages_of(f"{WRAPPED}全年共答复政府信息公开申请一共有112件：\n3件予以公开，2件部分公开。")
    assert any("112件：3件予以公开" in one.text for one in found)


@pytest.mark.parametrize(
    "lines",
    [
        f"{WRAPPED}全年共答复政府信息公开申请12件：\n3件予以公开，2件部分公开。",
        "全年共答复政府信息公开申请一共有112件：\n3件予以公开，2件部分公开。",
    ],
    ids=["short", "not wrapped"],
)
def test_a_line_that_introduces_a_list_ends_its_paragraph(lines: str) -> None:
    found, _ = passages_of(lines)
    assert any(one.text.startswith("3件予以公开") for one in found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("全年共组织开展政府信息公开业务培训活动3次。", "发放宣传资料20份。"),
        ("（一）切实加强政府信息公开工作的组织领导", "全年组织开展培训3次。"),
        ("切实加强政府信息公开工作的组织领导和保障", "（二）组织培训3次。"),
        ("加强领导", "组织培训3次。"),
    ],
)
def test_lines_that_end_or_begin_a_paragraph_stay_apart(first: str, second: str) -> None:
    found, _ = passages_of(f"{first}\n{second}")
    assert [one.text for one in found if one.text in (first, second)] == [first, second]


def test_a_page_number_does_not_part_a_sentence() -> None:
    found, _ = passages_of("全年共组织开展政府信息公开业务培训活动三场次，发放宣\n- 2 -\n传资料20份。")
    assert any("发放宣传资料20份" in one.text for one in found)


def test_conversion_marks_and_full_width_figures_are_read_through() -> None:
    found, text = passages_of("收到政府信息公开[bookmark: _GoBack]申请１，２００件(均已办结)。")
    joined = next(one for one in found if "均已办结" in one.text)
    assert "收到政府信息公开申请1，200件（均已办结）" in joined.text
    span = joined.span(joined.text.index("均已"), joined.text.index("均已") + 4)
    assert text[span.start : span.end] == "均已办结"


def test_digits_that_white_space_parts_are_no_number() -> None:
    _, text = passages_of("全年收到政府信息公开申请 2 600 件。")
    assert not [one for one in read_statements(report_of(text)) if one.quantity.value in (600, 2600)]


def test_a_passage_knows_its_part() -> None:
    found, _ = passages_of("组织培训3次。")
    assert {one.section for one in found} == {"", "overview", "problems", "other"}
