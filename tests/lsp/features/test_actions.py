"""Code actions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lsprotocol import types as t

from gxlint.fixes import apply, fix_text
from gxlint.rule import Edit
from gxlint.session import check_text
from gxlint.suppressions import Ignore, Suppressions, key_of
from gxlint.testing import sample
from gxlint.text import Span, Unit
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.client import Client
from gxlint_lsp.document import Document
from gxlint_lsp.features import actions
from tests.conftest import ROOT, SEEDS, WILD, needs_reports
from tests.lsp.features.analysing import (
    ABLE,
    FOLDER,
    UNITS,
    analyse,
    identifier,
    of_document,
    project,
    whole,
    with_figure,
    written,
)

MARK = "[bookmark: _GoBack]"


def flawed(organ: str = "青山县云岭镇人民政府", end: str = "\n") -> str:
    """Two marks of conversion and a wrong total."""
    text = with_figure(written(organ=organ, end=end), "requests", "new", "total", "9999")
    return text.replace("一、总体情况", f"一、总体{MARK}情况", 1).replace("五、存在", f"五、{MARK}存在", 1)


def asked(
    analysis: Analysis, place: t.Range | None = None, only: list[t.CodeActionKind | str] | None = None
) -> list[t.CodeAction]:
    params = t.CodeActionParams(identifier(analysis), place or whole(analysis), t.CodeActionContext([], only))
    return [one for one in actions.provide(analysis, params) if isinstance(one, t.CodeAction)]


def test_what_a_new_form_has_no_place_for_is_told_before_the_fix_is_taken() -> None:
    text = (ROOT / "examples" / "dongqiao-street-2024.txt").read_text("utf-8")
    (migration, *_) = asked(analyse(text))
    assert migration.title == "换成国办公开办函〔2021〕30号的表格（请核对）"
    assert migration.edit is not None
    assert migration.edit.change_annotations is not None
    (note,) = migration.edit.change_annotations.values()
    assert note.needs_confirmation
    assert migration.data == {"note": note.description}
    assert "表二（九） · 政府集中采购 · 采购总金额 48.60" in (note.description or "")
    (bare, *_) = asked(analyse(text, client=replace(ABLE, annotations=False)))
    assert "采购总金额 48.60" in bare.title, "told where there is no note"


def at(analysis: Analysis, words: str) -> t.Range:
    offset = analysis.text.index(words) + 1
    return analysis.range(Span(offset, offset))


def applied(analysis: Analysis, edit: t.WorkspaceEdit | None) -> str:
    assert edit is not None
    if edit.document_changes is not None:
        (change,) = edit.document_changes
        assert isinstance(change, t.TextDocumentEdit)
        assert change.text_document == t.OptionalVersionedTextDocumentIdentifier(
            analysis.document.uri, analysis.document.version
        )
        edits = list(change.edits)
    else:
        assert edit.changes is not None
        edits = list(edit.changes[analysis.document.uri])
    made = []
    for one in edits:
        assert isinstance(one, t.TextEdit | t.AnnotatedTextEdit)
        made.append(Edit(analysis.span(one.range), one.new_text))
    return apply(analysis.text, made)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_safe_fix_is_preferred_and_mends_its_place_in_every_unit(unit: Unit, end: str) -> None:
    analysis = analyse(flawed("青山县𠮷岭镇人民政府", end), unit=unit)
    fix = next(one for one in asked(analysis, at(analysis, MARK)) if one.edit is not None)
    assert fix.is_preferred
    assert fix.kind == t.CodeActionKind.QuickFix
    assert [one.code for one in fix.diagnostics or ()] == ["GXM001"]
    assert applied(analysis, fix.edit) == analysis.text.replace(MARK, "", 1)


def test_a_fix_that_changes_a_figure_asks_first_and_is_not_preferred() -> None:
    analysis = analyse(flawed())
    fix = next(one for one in asked(analysis, at(analysis, "9999")) if one.edit is not None)
    assert not fix.is_preferred
    assert fix.title.endswith("（请核对）")
    assert fix.edit is not None
    annotations = fix.edit.change_annotations or {}
    assert [one.needs_confirmation for one in annotations.values()] == [True]
    assert applied(analysis, fix.edit) == with_right_total(analysis.text)


def with_right_total(text: str) -> str:
    right = analyse(written())
    table = right.parts[0].report.layout.table("requests")
    assert table is not None
    cell = table.cell("new", "total")
    assert cell is not None
    return text.replace("9999", cell.text, 1)


def test_a_client_without_annotations_and_versions_gets_plain_edits() -> None:
    analysis = analyse(flawed(), client=replace(ABLE, annotations=False, document_changes=False))
    fix = next(one for one in asked(analysis, at(analysis, "9999")) if one.edit is not None)
    assert fix.edit is not None
    assert fix.edit.document_changes is None
    assert fix.edit.change_annotations is None
    assert applied(analysis, fix.edit) == with_right_total(analysis.text)


def test_only_findings_that_touch_the_range_are_mended() -> None:
    analysis = analyse(flawed())
    quiet = analyse(sample())
    nowhere = at(analysis, "三、收到")
    assert not [one for one in asked(analysis, nowhere) if one.kind == t.CodeActionKind.QuickFix]
    assert not asked(quiet)


def test_what_the_client_says_about_diagnostics_changes_nothing() -> None:
    analysis = analyse(flawed())
    place = at(analysis, MARK)
    bogus = t.Diagnostic(t.Range(t.Position(0, 999), t.Position(0, 1000)), "?", code="GXM001", source="gxlint")
    params = t.CodeActionParams(identifier(analysis), place, t.CodeActionContext([bogus]))
    titles = [one.title for one in actions.provide(analysis, params)]
    assert titles == [one.title for one in asked(analysis, place)]


def test_all_fixes_of_a_rule_are_worked_out_when_they_are_chosen() -> None:
    analysis = analyse(flawed())
    every = next(one for one in asked(analysis, at(analysis, MARK)) if "GXM001（2 处）" in one.title)
    assert every.edit is None
    assert actions.document_of(every) == analysis.document.uri
    assert applied(analysis, actions.resolve(analysis, every).edit) == analysis.text.replace(MARK, "")


def test_a_client_that_cannot_wait_gets_the_edit_at_once() -> None:
    analysis = analyse(flawed(), client=replace(ABLE, resolve_edits=False))
    every = next(one for one in asked(analysis, at(analysis, MARK)) if "GXM001（2 处）" in one.title)
    assert applied(analysis, every.edit) == analysis.text.replace(MARK, "")


@pytest.mark.parametrize(
    ("only", "kinds"),
    [
        (None, {"quickfix", actions.FIX_ALL}),
        (["source"], {actions.FIX_ALL}),
        (["source.fixAll"], {actions.FIX_ALL}),
        ([actions.FIX_ALL], {actions.FIX_ALL}),
        ([t.CodeActionKind.QuickFix], {"quickfix"}),
        (["refactor"], set()),
        (["source.fixAll.other"], set()),
    ],
)
def test_only_the_kinds_that_are_asked_for_are_given(
    only: list[t.CodeActionKind | str] | None, kinds: set[str]
) -> None:
    given = {getattr(one.kind, "value", one.kind) for one in asked(analyse(flawed()), None, only)}
    assert given == kinds


def same_as_command(text: str) -> None:
    analysis = analyse(text)
    expected = fix_text(text, lambda now: check_text(now, "report.txt", project(), FOLDER / "report.txt").findings).text
    given = asked(analysis, None, [actions.FIX_ALL])
    if expected == text:
        assert not given
        assert actions.fix_all(analysis) is None
    else:
        (action,) = given
        assert applied(analysis, actions.resolve(analysis, action).edit) == expected
        assert applied(analysis, actions.fix_all(analysis)) == expected


def test_fixing_all_gives_the_text_that_the_command_gives() -> None:
    same_as_command(flawed())
    same_as_command(flawed("青山县𠮷岭镇人民政府", "\r\n"))
    same_as_command(written())


def test_fixing_all_follows_fixes_that_uncover_others() -> None:
    same_as_command(flawed().replace("一、总体", f"一、{MARK[:9]}{MARK}{MARK[9:]}总体", 1))


@needs_reports
def test_fixing_all_of_a_published_report_gives_the_text_that_the_command_gives() -> None:
    for path in (*SEEDS, *WILD):
        same_as_command(path.read_text("utf-8"))


def test_a_rule_can_be_explained() -> None:
    analysis = analyse(flawed())
    explained = next(one for one in asked(analysis, at(analysis, "9999")) if one.command is not None)
    assert explained.command is not None
    assert explained.command.command == actions.EXPLAIN
    assert explained.command.arguments == ["GXT003"]
    assert explained.title == "说明：GXT003 行总计"


def test_a_finding_can_be_left_after_everything_else() -> None:
    analysis = analyse(flawed())
    given = asked(analysis, at(analysis, "9999"))
    left = given[-2]
    assert given[-1].kind == actions.FIX_ALL
    assert (left.title, left.kind, left.is_preferred) == ("不再提示这一处…（GXT003）", "quickfix", False)
    assert [one.code for one in left.diagnostics or ()] == ["GXT003"]
    assert left.command is not None
    assert left.command.command == actions.IGNORE
    uri, code, place = left.command.arguments or ()
    assert (uri, code) == (analysis.document.uri, "GXT003")
    assert place in [analysis.range(one.span) for one in analysis.findings]
    assert [one for one in given if one.command is not None and one.command.command == actions.IGNORE] == [left]


def test_a_document_that_is_no_file_has_nothing_to_leave_findings_in() -> None:
    analysis = of_document(Document.of("untitled:report.txt", 1, flawed()))
    assert not [one for one in asked(analysis) if one.command is not None and one.command.command == actions.IGNORE]


def test_fixing_everything_leaves_alone_what_was_decided() -> None:
    text = flawed()
    result = check_text(text, "report.txt", project(), FOLDER / "report.txt")
    first = next(one for one in result.findings if one.code == "GXM001")
    key = key_of(first, result.parts)
    decided = Suppressions((Ignore(key.rule, "report.txt", key.place, key.passage, "已核实"),))
    analysis = analyse(text)
    left = replace(analysis, result=check_text(text, "report.txt", project(), None, decided), suppressions=decided)
    assert (
        applied(left, actions.fix_all(left)).count(MARK) == applied(analysis, actions.fix_all(analysis)).count(MARK) + 1
    )


def test_a_client_without_action_literals_gets_commands() -> None:
    analysis = analyse(flawed(), client=Client())
    params = t.CodeActionParams(identifier(analysis), whole(analysis), t.CodeActionContext([]))
    given = actions.provide(analysis, params)
    assert all(isinstance(one, t.Command) for one in given)
    assert {one.command for one in given if isinstance(one, t.Command)} == {actions.FIX_ALL_COMMAND, actions.EXPLAIN}


def test_an_action_of_somebody_else_comes_back_as_it_is() -> None:
    analysis = analyse(flawed())
    for data in (None, 3, {"uri": "file:///other.txt", "code": None, "unsafe": False}, {"uri": analysis.document.uri}):
        assert actions.resolve(analysis, t.CodeAction("?", data=data)).edit is None


def test_titles_are_told_in_english() -> None:
    titles = [one.title for one in asked(analyse(flawed(), language="en"))]
    assert "Fix all problems that can be fixed automatically" in titles
    assert any(title.endswith("(please check)") for title in titles)
