"""GXS006 and GXS007: a title on one line or several, and what it has to say."""

from __future__ import annotations

import pytest

from gxlint.testing import findings, sample
from gxlint_sections import title_format, title_missing
from tests.plugins.asking import fixed, levels, marked_words, with_lines

TITLE = "青山县云岭镇人民政府2024年政府信息公开工作年度报告"


def titled(*lines: str) -> str:
    return sample().replace(TITLE, "\n".join(lines), 1)


def untitled() -> str:
    return sample().replace(f"{TITLE}\n\n", "", 1)


def test_a_report_that_begins_without_a_title_is_told_at_its_first_line() -> None:
    found = findings(f"\n\n  {untitled()}", title_missing)
    assert [(one.span.start, one.span.end, one.severity) for one in found] == [(4, 4, "warning")]
    assert found[0].args["year"] == 2024


@pytest.mark.parametrize(
    "lines",
    [
        ("青山县云岭镇人民政府2024年", "政府信息公开工作年度报告"),
        ("青山县云岭镇人民政府", "2024年政府信息公开工作", "年度报告"),
        ("青山县云岭镇人民政府2024年", "[bookmark: _GoBack]政府信息公开工作年度报告"),
        ("2024年云岭镇政府信息公开工作", "", "年度报告"),
    ],
)
def test_a_title_over_several_lines_is_a_title(lines: tuple[str, ...]) -> None:
    assert findings(titled(*lines), title_missing) == []
    assert findings(titled(*lines), title_format) == []


@pytest.mark.parametrize(
    ("title", "faults", "expected"),
    [
        ("云岭镇人民政府2024年度政府信息公开工作年度报告", 1, "云岭镇人民政府2024年政府信息公开工作年度报告"),
        ("云岭镇2024年信息公开工作年度报告", 1, "云岭镇2024年政府信息公开工作年度报告"),
        ("云岭镇2024年度信息公开工作年度报告", 2, "云岭镇2024年政府信息公开工作年度报告"),
        ("云岭镇2024年政府信息公开工作报告", 1, "云岭镇2024年政府信息公开工作年度报告"),
        ("云岭镇2024年度政府信息公开工作报告", 2, "云岭镇2024年政府信息公开工作年度报告"),
    ],
)
def test_every_fault_of_the_wording_is_named_and_mended(title: str, faults: int, expected: str) -> None:
    text = titled(title)
    found = findings(text, title_format)
    assert [(one.severity, len(one.related), one.args["expected"]) for one in found] == [("info", faults, expected)]
    assert fixed(title_format, text) == text
    assert fixed(title_format, text, unsafe=True) == titled(expected)


@pytest.mark.parametrize(
    ("title", "fault"),
    [("2024年政府信息公开工作年度报告", "缺机关名称"), ("云岭镇政府信息公开工作年度报告", "缺年份")],
)
def test_an_organ_or_a_year_left_out_is_told_and_left_to_a_person(title: str, fault: str) -> None:
    found = findings(titled(title), title_format)
    assert [one.message for one in found[0].related] == [fault]
    assert found[0].fix is None


def test_the_expected_title_takes_the_year_from_the_period() -> None:
    found = findings(titled("云岭镇政府信息公开工作年度报告"), title_format)
    assert found[0].args["expected"] == "云岭镇2024年政府信息公开工作年度报告"


def test_the_wording_is_mended_across_lines_and_the_mark_between_them_stays() -> None:
    text = titled("云岭镇人民政府2024年度", "[bookmark: _GoBack]信息公开工作年度报告")
    assert fixed(title_format, text, unsafe=True).startswith(
        "云岭镇人民政府2024年\n[bookmark: _GoBack]政府信息公开工作年度报告\n"
    )


@pytest.mark.parametrize("title", ["XX乡镇（部门）20XX年政府信息公开工作年度报告", "某某镇政府信息公开工作年度报告"])
def test_a_title_that_still_is_a_template_is_told_by_the_placeholder_rule_alone(title: str) -> None:
    assert marked_words(title_format, titled(title)) == []


@pytest.mark.parametrize(
    "title",
    [
        "青山县人民政府办公室2024年政府信息公开工作年度报告",
        "关于云岭镇2024年政府信息公开工作年度报告",
        "二〇二四年云岭镇政府信息公开工作年度报告",
        "云岭镇2024年政府信息公开年度报告",
    ],
)
def test_usual_titles_are_left_alone(title: str) -> None:
    assert levels(title_format, titled(title)) == []


def test_a_line_of_prose_about_the_report_is_no_title() -> None:
    text = with_lines("（删去）青山县云岭镇\n（前言）\n现公布本镇政府信息公开工作年度报告。")
    assert len(findings(text, title_missing)) == 1
