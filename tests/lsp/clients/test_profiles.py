"""The server and the clients that people use: what each of them sees, in its own way and in its own columns."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
import pytest_lsp
from lsprotocol import types as t
from pytest_lsp import ClientServerConfig

from tests.lsp.clients.broken import BOOKMARK, CODES, Broken, broken_report
from tests.lsp.clients.profiles import PROFILES, Client, Profile, applied
from tests.lsp.editor import Editor, Unit
from tests.lsp.wire import CACHE

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.filterwarnings("error::pytest_lsp.LspSpecificationWarning"),
]


@pytest_lsp.fixture(
    config=ClientServerConfig(
        [sys.executable, "-m", "gxlint", "server", "--stdio"],
        client_factory=Client,
        server_env={"XDG_CACHE_HOME": CACHE.name},
    ),
    scope="module",
    params=PROFILES,
    ids=str,
)
async def client(request: pytest.FixtureRequest, lsp_client: Client) -> AsyncIterator[None]:
    profile: Profile = request.param
    lsp_client.profile = profile
    options = {"select": CODES}
    answer = await lsp_client.initialize_session(
        t.InitializeParams(profile.capabilities, initialization_options=options)
    )
    assert (answer.capabilities.position_encoding or "utf-16") == profile.unit
    yield
    await lsp_client.shutdown_session()


@pytest.fixture(scope="module")
def broken() -> Broken:
    return broken_report()


@pytest.fixture
def uri(request: pytest.FixtureRequest) -> str:
    return f"untitled:{request.node.originalname}"


def _range(found: t.Range) -> dict[str, dict[str, int]]:
    ends = {"start": found.start, "end": found.end}
    return {name: {"line": at.line, "character": at.character} for name, at in ends.items()}


def _asked(wanted: dict[str, dict[str, int]]) -> t.Range:
    return t.Range(t.Position(**wanted["start"]), t.Position(**wanted["end"]))


def _places(diagnostics: Sequence[t.Diagnostic]) -> dict[Any, dict[str, dict[str, int]]]:
    return {one.code: _range(one.range) for one in diagnostics}


def _expected(broken: Broken, unit: Unit) -> dict[str, dict[str, dict[str, int]]]:
    return {
        "GXM001": broken.range(broken.bookmark, len(BOOKMARK), unit),
        "GXW001": broken.range(broken.comma, 1, unit),
        "GXT002": broken.range(broken.total, 3, unit),
        "GXS001": broken.range(broken.gap, 0, unit),
    }


async def test_findings_stand_under_the_words_in_the_columns_of_the_client(
    client: Client, broken: Broken, uri: str
) -> None:
    client.open(uri, broken.text)
    found = await client.shown(uri)
    assert _places(found) == _expected(broken, client.profile.unit)
    assert len(found) == len(_places(found))


async def test_a_client_is_told_or_asks_but_never_both(client: Client, broken: Broken, uri: str) -> None:
    client.open(uri, broken.text)
    await client.shown(uri)
    await client.hovered(uri, t.Position(0, 0))
    assert len(client.sent(uri)) == (0 if client.profile.pulls else 1)


async def test_a_client_that_asks_again_is_told_that_nothing_has_changed(
    client: Client, broken: Broken, uri: str
) -> None:
    if not client.profile.pulls:
        pytest.skip("this client is told its diagnostics")
    client.open(uri, broken.text)
    document = t.TextDocumentIdentifier(uri)
    first = await client.text_document_diagnostic_async(t.DocumentDiagnosticParams(document))
    assert isinstance(first, t.RelatedFullDocumentDiagnosticReport)
    known = t.DocumentDiagnosticParams(document, previous_result_id=first.result_id)
    again = await client.text_document_diagnostic_async(known)
    assert isinstance(again, t.RelatedUnchangedDocumentDiagnosticReport)
    assert again.result_id == first.result_id


async def test_a_quick_fix_removes_the_bookmark_and_its_finding(client: Client, broken: Broken, uri: str) -> None:
    unit = client.profile.unit
    client.open(uri, broken.text)
    await client.shown(uri)
    actions = await client.actions(uri, _asked(broken.range(broken.bookmark + 3, 2, unit)))
    fix = next(one for one in actions if one.title.startswith("删除"))
    edits = await client.edits_of(fix, version=1)
    assert applied(broken.text, edits[uri], unit) == broken.mended
    client.edit(uri, 2, edits[uri])
    left = await client.shown(uri, 2)
    assert {one.code for one in left} == {"GXW001", "GXT002", "GXS001"}
    assert await client.text_of(uri) == broken.mended


async def test_a_fix_does_not_rely_on_the_columns_in_the_copies_of_the_client(
    client: Client, broken: Broken, uri: str
) -> None:
    """Neovim 0.7 sends its copies with columns in bytes, whatever was agreed upon."""
    unit = client.profile.unit
    client.open(uri, broken.text)
    found = next(one for one in await client.shown(uri) if one.code == "GXM001")
    in_bytes = Editor(broken.text, "utf-8").range(broken.bookmark, broken.bookmark + len(BOOKMARK))
    copy = t.Diagnostic(_asked(in_bytes), found.message, found.severity, found.code)
    actions = await client.actions(uri, found.range, [copy])
    fix = next(one for one in actions if one.title.startswith("删除"))
    edits = await client.edits_of(fix, version=1)
    assert applied(broken.text, edits[uri], unit) == broken.mended


async def test_a_fix_that_changes_a_figure_asks_first_where_the_client_can(
    client: Client, broken: Broken, uri: str
) -> None:
    unit = client.profile.unit
    client.open(uri, broken.text)
    await client.shown(uri)
    actions = await client.actions(uri, _asked(broken.range(broken.total, 3, unit)))
    fix = next(one for one in actions if "改为" in one.title)
    assert not fix.is_preferred
    edits = await client.edits_of(fix, version=1)
    wrong = broken.text
    assert applied(wrong, edits[uri], unit) == wrong[: broken.total] + broken.right + wrong[broken.total + 3 :]
    workspace = client.profile.capabilities.workspace
    able = workspace and workspace.workspace_edit and workspace.workspace_edit.change_annotation_support
    marked = fix.edit.change_annotations if fix.edit is not None else None
    assert [one.needs_confirmation for one in (marked or {}).values()] == ([True] if able else [])


async def test_a_figure_tells_its_row_and_its_relations(client: Client, broken: Broken, uri: str) -> None:
    unit = client.profile.unit
    client.open(uri, broken.text)
    await client.shown(uri)
    place = broken.range(broken.total, 3, unit)
    hover = await client.hovered(uri, t.Position(**place["start"]))
    assert hover is not None
    assert hover.range is not None
    assert _range(hover.range) == place
    content = hover.contents
    assert isinstance(content, t.MarkupContent)
    assert content.kind is t.MarkupKind.Markdown
    assert all(said in content.value for said in ("（七）总计", "847", "846"))
