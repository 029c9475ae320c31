"""What must never end the process or cost more than its own findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.reports import CLEAN, with_wrong_total
from tests.lsp.wire import PULLED, Json, Server

PLUGIN = '''
from gxlint import Finding, Reader, Span, hookimpl, rule

@rule("ACME001", "crashing")
def crashing(report):
    """Fails."""
    raise ZeroDivisionError
    yield

@rule("ACME002", "leaving")
def leaving(report):
    """Wants to leave."""
    raise SystemExit(3)
    yield

def blocks(text):
    raise RuntimeError("no blocks")

@hookimpl
def gxlint_rules():
    return [crashing]

@hookimpl
def gxlint_readers():
    return [Reader("acme", (".acme",), blocks)]
'''
REPORT = with_wrong_total()


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    with Server() as made:
        made.greet(PULLED, options={"delay": 0, "maxSize": 100_000})
        yield made
        assert made.leave() == 0


@pytest.fixture
def server(running: Server) -> Iterator[Server]:
    """A server that must still do its work after each test."""
    running.notes_now("window/showMessage")
    yield running
    for uri in ("untitled:last.md", "untitled:a.md"):
        running.open(uri, REPORT)
        assert codes(running, uri) == ["GXT002"]
        running.close(uri)


def codes(server: Server, uri: str) -> list[Any]:
    return [one["code"] for one in server.pulled(uri)["items"]]


def with_plugin(folder: Path, text: str) -> str:
    (folder / "acme.py").write_text(text)
    (folder / "gxlint.toml").write_text('plugins = ["acme.py"]')
    return (folder / "a.md").as_uri()


def test_a_crashing_rule_costs_its_own_findings_only(server: Server, tmp_path: Path) -> None:
    uri = with_plugin(tmp_path, PLUGIN)
    server.open(uri, REPORT)
    assert codes(server, uri) == ["GXE001", "GXT002"]


def test_a_rule_that_wants_to_leave_does_not_take_the_server_with_it(server: Server, tmp_path: Path) -> None:
    uri = with_plugin(tmp_path, PLUGIN.replace("[crashing]", "[leaving]"))
    server.open(uri, REPORT)
    assert set(codes(server, uri)) & {"GXE001", "GXE013"}


def test_a_plugin_that_does_not_load_is_told_and_costs_nothing_else(server: Server, tmp_path: Path) -> None:
    uri = with_plugin(tmp_path, "import nothing_of_this_name")
    server.open(uri, REPORT)
    assert codes(server, uri) == ["GXT002"]
    assert "nothing_of_this_name" in server.note("window/showMessage")["message"]


def test_a_reader_that_fails_becomes_a_finding(server: Server, tmp_path: Path) -> None:
    with_plugin(tmp_path, PLUGIN)
    uri = (tmp_path / "a.acme").as_uri()
    server.open(uri, REPORT)
    assert codes(server, uri) == ["GXE013"]


@pytest.mark.parametrize(
    "message",
    [
        {"method": "textDocument/didOpen", "params": None},
        {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": 5}}},
        {"method": "textDocument/didChange", "params": {"textDocument": {"uri": "a:b"}, "contentChanges": 7}},
        {"method": "textDocument/didChange", "params": {}},
        {"method": "workspace/didChangeConfiguration", "params": {"settings": [1, 2]}},
        {"method": "workspace/didChangeConfiguration", "params": {"settings": {"gxlint": {"severity": 5}}}},
        {
            "method": "workspace/didChangeConfiguration",
            "params": {"settings": {"gxlint": {"delay": 0, "maxSize": 100_000}}},
        },
        {"method": "workspace/didChangeWorkspaceFolders", "params": {"event": {}}},
        {"method": "$/cancelRequest", "params": {"id": "nobody"}},
        {"method": "$/setTrace", "params": {"value": "shout"}},
        {"method": "window/workDoneProgress/cancel", "params": {"token": 5}},
        {"method": "no/such/thing", "params": {"a": 1}},
        {"id": "nobody", "result": 5},
        {"id": "nobody", "error": {"code": 1, "message": "x"}},
        {"id": "nobody", "error": 5},
        {"id": None, "method": "textDocument/hover", "params": {}},
        {"id": {}, "method": 5},
        {"method": "gxlint/text", "id": "a", "params": [1]},
        {"method": "gxlint/preview", "id": "b", "params": 5},
        {"method": "workspace/executeCommand", "id": "c", "params": {"command": "gxlint.show", "arguments": [5, 5]}},
        {"method": "workspace/executeCommand", "id": "d", "params": {"command": "gxlint.explainRule"}},
        {"method": "workspace/executeCommand", "id": "e", "params": {"command": "gxlint.fixAll", "arguments": ["a"]}},
        {"method": "codeAction/resolve", "id": "f", "params": {"title": "x", "data": {"uri": 5}}},
        {
            "method": "textDocument/semanticTokens/full/delta",
            "id": "g",
            "params": {"textDocument": {"uri": "x"}, "previousResultId": "9"},
        },
    ],
    ids=lambda message: str(message)[:60],
)
def test_a_message_that_makes_no_sense_does_no_harm(server: Server, message: Json) -> None:
    server.write({"jsonrpc": "2.0", **message})
    if isinstance(message.get("id"), str) and "method" in message:
        assert {"result", "error"} & server.reply(message["id"]).keys()


@pytest.mark.parametrize("position", [{"line": 99_999, "character": 0}, {"line": 3, "character": 99_999}])
@pytest.mark.parametrize(
    "method",
    [
        "hover",
        "definition",
        "references",
        "documentHighlight",
        "completion",
        "selectionRange",
        "codeAction",
        "inlayHint",
    ],
)
def test_a_place_outside_the_document_is_no_error(server: Server, method: str, position: Json) -> None:
    server.open("untitled:a.md", REPORT)
    params: Json = {"textDocument": {"uri": "untitled:a.md"}, "position": position, "positions": [position]}
    params["range"] = {"start": position, "end": position}
    params["context"] = {"diagnostics": [], "includeDeclaration": True, "triggerKind": 1}
    server.ask(f"textDocument/{method}", params)


@pytest.mark.parametrize(
    "uri",
    [
        "untitled:Untitled-1",
        "vscode-notebook-cell:/a.md#x",
        "file:///%00",
        "http://[",
        "",
        "file://server/share/a.md",
        "file:///%E5%B9%B4/%E6%8A%A5.md",
    ],
)
def test_documents_with_any_uri_are_checked(server: Server, uri: str) -> None:
    server.open(uri, REPORT)
    assert codes(server, uri) == ["GXT002"]
    server.close(uri)
    assert codes(server, uri) == []


def test_requests_about_unknown_documents_are_answered_with_nothing(server: Server) -> None:
    unknown = {"textDocument": {"uri": "file:///nowhere/a.md"}}
    for method in ("documentSymbol", "foldingRange", "codeLens", "documentLink", "semanticTokens/full"):
        assert server.ask(f"textDocument/{method}", unknown) is None
    assert server.pulled("file:///nowhere/a.md") == {"kind": "full", "items": []}
    server.change("file:///nowhere/a.md", 2, {"text": "x"})
    server.close("file:///nowhere/a.md")


def test_a_file_in_gb18030_that_is_deleted_under_the_server_is_no_matter(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(REPORT.encode("gb18030"))
    server.open(file.as_uri(), REPORT)
    assert codes(server, file.as_uri()) == ["GXT002"]
    file.unlink()
    server.change(file.as_uri(), 2, {"text": CLEAN})
    assert codes(server, file.as_uri()) == []
    server.notify("textDocument/didSave", {"textDocument": {"uri": file.as_uri()}})
    server.close(file.as_uri())


def test_a_document_that_is_too_large_is_not_checked_and_that_is_said_once(server: Server) -> None:
    large = REPORT + "一" * 100_000
    server.open("untitled:a.md", large)
    assert codes(server, "untitled:a.md") == []
    server.change("untitled:a.md", 2, {"text": large + "一"})
    assert codes(server, "untitled:a.md") == []
    (message,) = server.notes_now("window/showMessage")
    assert "100000" in message["message"]
    server.change("untitled:a.md", 3, {"text": REPORT})
    assert codes(server, "untitled:a.md") == ["GXT002"]


def test_that_nothing_was_checked_is_told_apart_from_nothing_found(server: Server) -> None:
    def state() -> Any:
        return server.ask("gxlint/state", {"textDocument": {"uri": "untitled:a.md"}})

    none = {"error": 0, "warning": 0, "info": 0}
    assert state() is None
    server.open("untitled:a.md", REPORT)
    assert state() == {"state": "checked", "version": 1, "findings": {**none, "error": 1}}
    server.change("untitled:a.md", 2, {"text": "一封信"})
    assert state() == {"state": "noReport", "version": 2, "findings": none}
    server.change("untitled:a.md", 3, {"text": REPORT + "一" * 100_000})
    assert state() == {"state": "tooLarge", "version": 3, "findings": none}
    page = server.ask("gxlint/preview", {"textDocument": {"uri": "untitled:a.md"}})
    assert (page["state"], page["reports"]) == ("tooLarge", [])
    server.change("untitled:a.md", 4, {"text": CLEAN})
    assert state() == {"state": "checked", "version": 4, "findings": none}


def test_a_document_opened_twice_is_the_last_one(server: Server) -> None:
    server.open("untitled:a.md", CLEAN)
    server.open("untitled:a.md", REPORT, 5)
    assert codes(server, "untitled:a.md") == ["GXT002"]
    assert server.ask("gxlint/text", {"uri": "untitled:a.md"}) == {"version": 5, "text": REPORT}


def test_half_characters_do_no_harm(server: Server) -> None:
    server.open("untitled:a.md", REPORT.replace("我镇", "\ud842", 1))
    assert "GXT002" in codes(server, "untitled:a.md")
    assert server.copy("untitled:a.md") == REPORT.replace("我镇", "\ud842", 1)
