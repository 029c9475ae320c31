"""The server's copy of a document, seen from an editor that talks to a server process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gxlint.session import Options, Session, check_text
from gxlint.testing import sample
from tests.lsp.editor import NASTY, UNITS, Editor, Unit
from tests.lsp.wire import PULLED, Server

REPORT = sample().replace("。", "。\f𠮷", 3).replace("，", "，e\u0301\u2028", 3)

EDITS = st.lists(
    st.tuples(
        st.integers(0, len(REPORT)),
        st.sampled_from((0, 0, 0, 1, 1, 2, 7, 40)),
        st.lists(st.sampled_from(NASTY), max_size=4).map("".join),
    ),
    min_size=1,
    max_size=12,
)


class _Talk:
    """A server and an editor that count columns alike."""

    def __init__(self, server: Server, unit: Unit) -> None:
        self.server = server
        self.unit = unit
        self.number = 0


@pytest.fixture(scope="module", params=UNITS)
def talk(request: pytest.FixtureRequest) -> Iterator[_Talk]:
    capabilities = {**PULLED, "general": {"positionEncodings": [request.param]}}
    with Server() as server:
        answer = server.greet(capabilities)
        assert answer["capabilities"]["positionEncoding"] == request.param
        yield _Talk(server, request.param)


def _expected(editor: Editor, name: str) -> list[tuple[str, dict[str, Any]]]:
    project = Session(Options()).project(Path.cwd())
    found = check_text(editor.text, name, project).findings
    return [(one.code, editor.range(editor.boundary(one.span.start), editor.boundary(one.span.end))) for one in found]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_the_servers_copy_is_the_editors_text_after_every_edit(talk: _Talk, edits: list[tuple[int, int, str]]) -> None:
    talk.number += 1
    uri = f"untitled:copy-{talk.number}.md"
    editor = Editor(REPORT, talk.unit)
    talk.server.open(uri, editor.text, language="markdown")
    for version, (at, length, content) in enumerate(edits, 2):
        start = min(at, len(editor.text))
        change = editor.edit(start, min(start + length, len(editor.text)), content)
        talk.server.change(uri, version, change)
        assert talk.server.copy(uri) == editor.text
    talk.server.close(uri)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_diagnostics_stand_where_the_editor_counts_them(talk: _Talk, edits: list[tuple[int, int, str]]) -> None:
    talk.number += 1
    uri = f"untitled:range-{talk.number}.md"
    editor = Editor(REPORT, talk.unit)
    talk.server.notify("workspace/didChangeConfiguration", {"settings": {"gxlint": {"delay": 0}}})
    talk.server.open(uri, editor.text, language="markdown")
    for version, (at, length, content) in enumerate(edits, 2):
        start = min(at, len(editor.text))
        talk.server.change(uri, version, editor.edit(start, min(start + length, len(editor.text)), content))
        found = [(one["code"], one["range"]) for one in talk.server.pulled(uri)["items"]]
        assert found == _expected(editor, uri.partition(":")[2])
    talk.server.close(uri)


@pytest.mark.parametrize("position", ["utf-16"])
def test_a_client_that_names_no_encoding_counts_in_utf_16(position: str) -> None:
    with Server() as server:
        assert server.greet({})["capabilities"]["positionEncoding"] == position


def test_the_clients_first_encoding_is_taken() -> None:
    with Server() as server:
        answer = server.greet({"general": {"positionEncodings": ["utf-7", "utf-32", "utf-8"]}})
        assert answer["capabilities"]["positionEncoding"] == "utf-32"


def test_an_editor_that_sends_the_whole_text_is_followed_too() -> None:
    with Server() as server:
        server.greet()
        server.open("untitled:a.md", REPORT)
        server.change("untitled:a.md", 2, {"text": REPORT + "\f完"})
        assert server.copy("untitled:a.md") == REPORT + "\f完"


def test_a_copy_that_differs_is_replaced_when_the_editor_saves() -> None:
    with Server() as server:
        server.greet()
        server.open("untitled:a.md", REPORT)
        server.notify("textDocument/didSave", {"textDocument": {"uri": "untitled:a.md"}, "text": "别的文字"})
        assert server.copy("untitled:a.md") == "别的文字"
