"""The engine: isolation of rules, severities, one story a cause."""

from __future__ import annotations

import linecache
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import pytest

from gxlint.engine import lint
from gxlint.language import tell
from gxlint.report import Report
from gxlint.rule import Edit, Finding, Fix, Related, Rule, Severity, rule
from gxlint.testing import report_of, sample
from gxlint.text import Span

CAUSE = ("story", 1)


@rule("ACME001", "every-part", severity="warning")
def every_part(report: Report) -> Iterable[Finding]:
    """每个部分各提示一次"""
    for section in report.sections:
        yield Finding(section.heading.span, "第{number}部分", {"number": section.number})


@rule("ACME002", "crashes-late", severity="info")
def crashes_late(report: Report) -> Iterable[Finding]:
    """先提示一次，再出错"""
    yield Finding(Span(3, 5), "先提示")
    raise ZeroDivisionError("division by zero")


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of(sample())


def line_at(crash: Finding) -> str:
    """The line of this file that a crash names as its place."""
    file, line = str(crash.args["place"]).split(":")
    assert file == Path(__file__).name
    return linecache.getline(__file__, int(line)).strip()


def yielding(*found: Any, code: str = "ACME003", severity: Severity = "warning") -> Rule:
    @rule(code, f"rule-{code[-3:]}", severity=severity)
    def given(report: Report) -> Iterable[Finding]:
        """给出这些结果"""
        yield from found

    return given


def test_findings_carry_code_name_and_severity_in_the_order_of_the_text(report: Report) -> None:
    found = lint(report, [yielding(Finding(Span(9, 9), "后"), Finding(Span(0, 2), "前")), every_part])
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    assert {(one.code, one.name, one.severity) for one in found} == {
        ("ACME001", "every-part", "warning"),
        ("ACME003", "rule-003", "warning"),
    }
    assert len(found) == 8


def test_a_crashing_rule_costs_nobody_elses_findings_and_not_its_own_earlier_ones(report: Report) -> None:
    found = lint(report, [crashes_late, every_part], plugin_names={"ACME002": "acme"})
    assert [one.code for one in found].count("ACME001") == 6
    assert [one.code for one in found].count("ACME002") == 1
    (crash,) = [one for one in found if one.code == "GXE001"]
    assert (crash.name, crash.severity, crash.span) == ("rule-crashed", "error", Span(0, 1))
    told = tell(crash.message, crash.args)
    for part in ("ACME002 crashes-late", "acme", "ZeroDivisionError: division by zero"):
        assert part in told
    assert line_at(crash) == 'raise ZeroDivisionError("division by zero")'
    assert "crashed" in tell(crash.message, crash.args, "en")


def test_severities_outrank_the_rule_and_the_finding(report: Report) -> None:
    mild = yielding(Finding(Span(0, 1), "轻", severity="info"))
    assert [one.severity for one in lint(report, [mild])] == ["info"]
    assert [one.severity for one in lint(report, [mild], severities={"ACME003": "error"})] == ["error"]
    (_, crash) = sorted(lint(report, [crashes_late], severities={"GXE001": "info"}), key=lambda one: one.code)
    assert crash.severity == "info"


@pytest.mark.parametrize(
    "bad",
    [
        Finding(Span(5, 4), "反了"),
        Finding(Span(-1, 4), "在外面"),
        Finding(Span(0, 10**6), "太长"),
        Finding(cast(Span, (0, 1)), "不是 Span"),
        Finding(Span(0, 1), cast(str, None)),
        Finding(Span(0, 1), "{缺少}", {"有": 1}),
        Finding(Span(0, 1), "级别", severity=cast(Severity, "fatal")),
        Finding(Span(0, 1), "起因", cause=cast(Any, [])),
        Finding(Span(0, 1), "相关", related=(Related(Span(7, 6), "反了"),)),
        Finding(Span(0, 1), "修改", fix=Fix((Edit(Span(0, 10**6), ""),), "safe", "删除")),
        Finding(Span(0, 1), "修改", fix=Fix((Edit(Span(0, 4), ""), Edit(Span(2, 6), "")), "safe", "删除")),
        "只是一句话",
        None,
    ],
)
def test_what_is_no_finding_in_the_report_is_a_defect_of_the_rule(report: Report, bad: object) -> None:
    found = lint(report, [yielding(Finding(Span(0, 1), "先"), bad), every_part])
    assert [one.code for one in found if one.code != "ACME001"] == ["ACME003", "GXE001"]
    (crash,) = [one for one in found if one.code == "GXE001"]
    assert line_at(crash) == "yield from found"


def test_a_rule_that_returns_nothing_at_all_is_a_defect(report: Report) -> None:
    @rule("ACME004", "forgot-to-yield")
    def forgot(report: Report) -> Any:
        """忘了 yield"""

    assert [one.code for one in lint(report, [forgot])] == ["GXE001"]


def test_of_one_cause_only_the_lowest_rank_is_told_and_of_equal_ranks_the_first(report: Report) -> None:
    low = yielding(Finding(Span(4, 5), "低", cause=CAUSE, rank=0), code="ACME005")
    high = yielding(Finding(Span(1, 2), "高", cause=CAUSE, rank=9), code="ACME004")
    same = yielding(Finding(Span(2, 3), "同", cause=CAUSE, rank=0), code="ACME006")
    other = yielding(Finding(Span(2, 3), "另", cause=("story", 2)), Finding(Span(2, 3), "无"), code="ACME007")
    assert [one.code for one in lint(report, [high, low, same])] == ["ACME005"]
    assert [one.code for one in lint(report, [high])] == ["ACME004"]
    assert [one.code for one in lint(report, [same, low, other])] == ["ACME006", "ACME007", "ACME007"]


def test_a_text_that_is_no_report_has_no_findings() -> None:
    text = "会议通知\n\n定于周三开会。\n"
    assert lint(report_of(text), [every_part, crashes_late]) == ()
