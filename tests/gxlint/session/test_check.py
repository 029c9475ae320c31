from __future__ import annotations

from pathlib import Path

from gxlint.session import Options, Project, Session, check_text


def project(**overrides: object) -> Project:
    return Session(Options({name.replace("_", "-"): value for name, value in overrides.items()}, isolated=True)).home(
        Path()
    )


def test_a_text_is_checked_without_a_file(broken_text: str) -> None:
    result = check_text(broken_text, "白石镇.md", project())
    assert [finding.code for finding in result.findings] == ["GXM001", "GXT003"]
    assert (result.recognised, result.reports) == (True, 1)


def test_the_place_of_a_finding_in_a_table_has_a_name(broken_text: str) -> None:
    result = check_text(broken_text, "白石镇.md", project())
    assert [result.place(finding) for finding in result.findings] == ["", "表三 · 一、本年新收 · 总计"]


def test_in_a_compilation_places_count_from_the_start_of_the_file(broken_text: str, clean_text: str) -> None:
    text = clean_text + "\n\n" + broken_text + "\n\n" + broken_text
    result = check_text(text, "汇编.md", project())
    assert result.reports == 3
    assert [finding.code for finding in result.findings] == ["GXM001", "GXT003"] * 2
    assert [text[one.span.start : one.span.end] for one in result.findings] == ["[bookmark: _GoBack]", "7"] * 2
    for finding in result.findings:
        assert finding.fix is not None
        assert [text[edit.span.start : edit.span.end] for edit in finding.fix.edits] == [
            text[finding.span.start : finding.span.end]
        ]
        assert all(text[one.span.start : one.span.end] in ("0", "7") for one in finding.related)
    assert result.place(result.findings[3]) == "表三 · 一、本年新收 · 总计"


def test_a_text_that_is_no_report_has_no_findings() -> None:
    result = check_text("# 说明\n\n这里讲政府信息公开[bookmark: a]。\n", "说明.md", project())
    assert (result.recognised, result.findings) == (False, ())


def test_settings_choose_the_rules_and_their_severities(broken_text: str) -> None:
    chosen = project(ignore=["GXT", "GXC"], severity={"stray-markup": "error"})
    assert [(one.code, one.severity) for one in check_text(broken_text, "a.md", chosen).findings] == [
        ("GXM001", "error")
    ]


def test_the_year_of_the_settings_is_used_where_the_report_has_none(clean_text: str) -> None:
    text = "\n".join(line.replace("2024年", "") for line in clean_text.split("\n"))
    result = check_text(text, "报告.md", project(year=2024))
    year = result.parts[0].report.year
    assert year is not None
    assert (year.value, year.source) == (2024, "setting")
