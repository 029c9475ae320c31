"""GXS001–GXS003 and GXS008: the six parts are there once, in order, under their names."""

from __future__ import annotations

import pytest

from gxlint.testing import findings, sample
from gxlint_sections import duplicate_section, legacy_section_name, missing_section, section_order
from tests.plugins.asking import fixed, levels, marked_words, rows, with_lines

HEADINGS = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
]


def without(*headings: str) -> str:
    text = sample()
    for heading in headings:
        text = text.replace(f"{heading}\n", "", 1)
    return text


@pytest.mark.parametrize("gone", range(6))
def test_each_missing_heading_is_told_once_where_it_belongs(gone: int) -> None:
    text = without(HEADINGS[gone])
    found = findings(text, missing_section)
    place = len(text) if gone == 5 else text.index(HEADINGS[gone + 1])
    assert [(one.span.start, one.span.end, one.severity) for one in found] == [(place, place, "error")]
    assert found[0].args["title"] == HEADINGS[gone]
    assert findings(fixed(missing_section, text, unsafe=True), missing_section) == []
    assert fixed(missing_section, text) == text


def test_a_heading_lost_above_its_table_is_told_as_a_lost_line() -> None:
    assert "表格还在" in findings(without(HEADINGS[2]), missing_section)[0].message


def test_neighbours_are_named() -> None:
    found = findings(without(HEADINGS[4]), missing_section)[0]
    assert (found.args["before"], found.args["after"]) == (HEADINGS[3], HEADINGS[5])


def test_two_missing_headings_are_two_findings_and_three_are_one() -> None:
    assert len(findings(without(HEADINGS[0], HEADINGS[4]), missing_section)) == 2
    found = findings(without(*HEADINGS[:3]), missing_section)
    assert [one.args["count"] for one in found] == [3]


@pytest.mark.parametrize(
    "heading",
    [
        "政府信息公开工作存在的主要问题及改进情况",
        "存在问题及改进情况",
        "  五、2024年存在的主要问题及改进情况",
        "5、 存在的主要问题及改进情况",
        "## 五、存在的主要问题及改进情况",
    ],
)
def test_variants_and_headings_without_a_number_are_there(heading: str) -> None:
    text = sample().replace(HEADINGS[4], heading)
    assert findings(text, missing_section) == []


@pytest.mark.parametrize(
    ("official", "printed"),
    [
        ("一、总体情况", "一、工作总体推进情况"),
        ("五、存在的主要问题及改进情况", "五、存在的不足及下一步工作打算"),
        ("六、其他需要报告的事项", "六、其他需说明的事项"),
    ],
)
def test_a_part_in_words_of_its_own_is_not_missing(official: str, printed: str) -> None:
    text = sample().replace(f"\n{official}\n", f"\n{printed}\n")
    for rule in (missing_section, section_order, duplicate_section):
        assert levels(rule, text) == []


def test_reports_before_2019_have_other_parts() -> None:
    text = without(HEADINGS[4]).replace("2024", "2018")
    assert findings(text, missing_section) == []


def test_a_moved_part_is_told_and_its_neighbours_are_not() -> None:
    text = sample()
    problems = text[text.index(HEADINGS[4]) : text.index(HEADINGS[5])]
    moved = text.replace(problems, "").replace(HEADINGS[1], problems + HEADINGS[1])
    assert marked_words(section_order, moved) == ["存在的主要问题及改进情况"]
    assert levels(section_order, moved) == ["warning"]


def test_a_part_missing_is_no_disorder() -> None:
    assert findings(without(HEADINGS[2]), section_order) == []


def test_rows_of_table_three_are_no_headings() -> None:
    assert findings(sample(), section_order) == []
    assert findings(sample(), duplicate_section) == []


def test_a_repeated_part_points_back_at_the_first() -> None:
    text = with_lines("五、存在的主要问题及改进情况\n问题已改进。\n五、存在的主要问题及改进情况\n问题已改进。")
    found = findings(text, duplicate_section)
    assert len(found) == 1
    assert found[0].span.start > found[0].related[0].span.start
    assert findings(text, section_order) == []


def test_a_table_of_contents_is_no_repetition() -> None:
    text = sample()
    at = text.index(HEADINGS[0])
    contents = f"{text[:at]}目录\n" + "\n".join(HEADINGS) + f"\n\n{text[at:]}"
    assert findings(contents, duplicate_section) == []
    assert findings(contents, section_order) == []


@pytest.mark.parametrize(
    ("heading", "words", "official"),
    [
        ("一、概述", "概述", "总体情况"),
        ("三、依申请公开政府信息办理情况", "依申请公开政府信息办理情况", "收到和处理政府信息公开申请情况"),
    ],
)
def test_a_name_of_the_old_form_is_replaced_by_the_official_one(heading: str, words: str, official: str) -> None:
    text = with_lines(heading)
    assert marked_words(legacy_section_name, text) == [words]
    assert f"{heading[:2]}{official}\n" in fixed(legacy_section_name, text, unsafe=True)


def test_the_old_names_are_right_before_2019() -> None:
    text = with_lines("一、概述").replace("2024", "2018")
    assert marked_words(legacy_section_name, text) == []


def test_the_findings_of_a_report_that_lost_nearly_all_headings_are_few() -> None:
    text = without(*HEADINGS[:3], *HEADINGS[4:])
    assert len(rows(missing_section, text)) == 1
    assert [*findings(text, section_order), *findings(text, duplicate_section)] == []
