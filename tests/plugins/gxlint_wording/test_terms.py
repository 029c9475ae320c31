"""GXW009 and GXW010: one name for one thing, years by their number."""

from __future__ import annotations

import pytest

from gxlint.testing import findings, sample
from gxlint_wording import relative_year, term_consistency
from tests.plugins.asking import levels, marked_words, with_lines


def test_two_names_for_one_thing_are_one_finding() -> None:
    text = with_lines("重视政务信息公开工作。\n完善政务信息公开制度，加强政务信息公开。")
    found = findings(text, term_consistency)
    assert [(one.severity, one.args["count"], len(one.related)) for one in found] == [("info", 3, 2)]


@pytest.mark.parametrize(
    "line",
    [
        "重视政务公开工作，落实政务公开工作要点。",
        "需要公开的政务信息公开不够及时，已公开的政务信息公开后即归档。",
        "通过政务信息公开栏、政务信息公开平台、政务信息公开网发布。",
        "印发《政务信息公开制度》。",
    ],
)
def test_the_wider_term_names_and_other_words_are_left_alone(line: str) -> None:
    assert levels(term_consistency, with_lines(line)) == []


def test_a_report_that_keeps_to_one_term_is_left_alone() -> None:
    text = sample().replace("政府信息公开", "政务信息公开")
    prose_only = [one for one in findings(text, term_consistency) if one.args["usual"] not in text]
    assert prose_only == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("今年以来，公开30条。", 1),
        ("比去年增加5条，今年共35条。", 2),
        ("截至今年底，公开30条。", 1),
        ("至去年末办结。", 1),
    ],
)
def test_relative_years_are_one_finding(line: str, count: int) -> None:
    found = findings(with_lines(line), relative_year)
    assert [(one.severity, one.args["count"]) for one in found] == [("info", count)]


@pytest.mark.parametrize(
    "line",
    [
        "过去年份的信息，如今年轻人喜爱，现今年代不同，当今年轻干部。",
        "印发《今年重点工作任务清单》。",
        "2024年公开30条，比2023年增加5条，全年、当年、上年、次年、明年另行安排。",
    ],
)
def test_other_words_titles_and_named_years_are_left_alone(line: str) -> None:
    assert marked_words(relative_year, with_lines(line)) == []
