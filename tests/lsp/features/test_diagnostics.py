"""Findings as diagnostics."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lsprotocol import types as t

from gxlint.text import Unit
from gxlint_lsp.client import Client
from gxlint_lsp.features import diagnostics
from gxlint_lsp.options import EditorOptions
from tests.conftest import SEEDS, needs_reports
from tests.lsp.features.analysing import ABLE, UNITS, analyse, printed, with_figure, written


def broken(organ: str = "青山县云岭镇人民政府", end: str = "\n") -> str:
    return with_figure(written(organ=organ, end=end), "requests", "new", "total", "9999")


def test_a_broken_total_is_an_error_on_its_cell_with_its_parts_beside_it() -> None:
    analysis = analyse(broken())
    found = [one for one in diagnostics.provide(analysis) if one.code == "GXT003"]
    assert len(found) == 1
    assert found[0].severity is t.DiagnosticSeverity.Error
    assert found[0].source == "gxlint"
    assert printed(analysis, found[0].range) == "9999"
    related = [one.message for one in found[0].related_information or ()]
    assert any(message.startswith("表三 · 一、本年新收 · ") for message in related)
    assert all(one.location.uri == analysis.document.uri for one in found[0].related_information or ())


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_hold_in_every_unit_behind_rare_characters(unit: Unit, end: str) -> None:
    text = broken("青山县𠮷岭镇人民政府", end).replace(
        "总体情况" + end, "总体情况" + end + "𠮷𠮷[bookmark: _GoBack]文。" + end, 1
    )
    analysis = analyse(text, unit=unit)
    shown = {one.code: printed(analysis, one.range) for one in diagnostics.provide(analysis)}
    assert shown["GXM001"] == "[bookmark: _GoBack]"
    assert shown["GXT003"] == "9999"


def test_a_plain_client_gets_the_plainest_diagnostics() -> None:
    found = diagnostics.provide(analyse(broken(), client=Client()))
    assert found
    for one in found:
        assert one.related_information is None
        assert one.data is None
        assert one.tags is None
        assert one.code_description is None


def test_a_code_leads_to_the_page_of_its_rule_where_the_editor_names_an_address() -> None:
    options = EditorOptions(rule_pages="https://example.org/rules/{code}.html")
    found = diagnostics.provide(analyse(broken(), options=options))
    assert {one.code_description.href for one in found if one.code_description} == {
        f"https://example.org/rules/{one.code}.html" for one in found
    }
    assert all(one.code_description is None for one in diagnostics.provide(analyse(broken())))


def test_what_should_not_be_there_is_faded_and_what_was_right_once_struck_through() -> None:
    text = written().replace("一、总体情况", "一、概述", 1) + "- 1 -\n"
    tags = {one.code: one.tags for one in diagnostics.provide(analyse(text))}
    assert tags["GXS008"] == [t.DiagnosticTag.Deprecated]
    assert tags["GXM002"] == [t.DiagnosticTag.Unnecessary]


def test_data_names_rule_place_and_fix() -> None:
    found = next(one for one in diagnostics.provide(analyse(broken())) if one.code == "GXT003")
    assert found.data == {"rule": "row-total", "place": "表三 · 一、本年新收 · 总计", "fix": "unsafe"}


def test_messages_are_told_in_english() -> None:
    found = next(one for one in diagnostics.provide(analyse(broken(), language="en")) if one.code == "GXT003")
    assert "Check this cell." in found.message
    assert all("：" not in one.message for one in found.related_information or ())


def test_a_new_version_alone_makes_no_new_diagnostics() -> None:
    assert diagnostics.provide(analyse(broken(), version=1)) == diagnostics.provide(analyse(broken(), version=2))


def test_of_too_many_findings_the_quietest_go_first() -> None:
    text = broken().replace("总体情况\n", "总体情况\n[bookmark: a]文。\n", 1)
    every = diagnostics.provide(analyse(text))
    assert {one.severity for one in every} >= {t.DiagnosticSeverity.Error, t.DiagnosticSeverity.Warning}
    kept = diagnostics.provide(analyse(text, options=EditorOptions(max_findings=1)))
    assert [one.severity for one in kept] == [t.DiagnosticSeverity.Error]


@needs_reports
def test_every_finding_of_a_published_report_has_a_diagnostic_of_the_same_place() -> None:
    for path in SEEDS:
        analysis = analyse(path.read_text("utf-8"))
        found = diagnostics.provide(analysis)
        assert [(one.code, analysis.span(one.range)) for one in found] == [
            (one.code, one.span) for one in analysis.findings
        ]
        assert all(one.message for one in found)


def test_a_client_without_tags_gets_none() -> None:
    text = written() + "- 1 -\n"
    found = diagnostics.provide(analyse(text, client=replace(ABLE, tags=False)))
    assert {one.code for one in found} >= {"GXM002"}
    assert all(one.tags is None for one in found)
