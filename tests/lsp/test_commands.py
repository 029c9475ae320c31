"""The commands, and the requests of the features as they go through the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.reports import CLEAN, total_row, with_wrong_total
from tests.lsp.wire import PULLED, Json, Server, place, replace

URI = "untitled:a.md"
DOCUMENT = {"textDocument": {"uri": URI}}
SHOWING: Json = {
    **PULLED,
    "window": {"showDocument": {"support": True}},
    "textDocument": {
        **PULLED["textDocument"],
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}},
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit"]},
        },
        "hover": {"contentFormat": ["markdown"]},
    },
}


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    with Server() as made:
        made.answers["window/showDocument"] = lambda params: {"success": True}
        made.answers["workspace/applyEdit"] = lambda params: {"applied": True}
        made.greet(SHOWING, options={"delay": 0, "inlayHints": "all"})
        yield made


@pytest.fixture
def server(running: Server) -> Iterator[Server]:
    running.requests.clear()
    yield running
    running.close(URI)


def run(server: Server, command: str, *arguments: Any) -> Any:
    return server.ask("workspace/executeCommand", {"command": command, "arguments": list(arguments)})


def requested(server: Server, method: str) -> Json:
    (request,) = [one for one in server.requests if one["method"] == method]
    params: Json = request["params"]
    return params


def test_every_command_that_is_offered_is_known(server: Server) -> None:
    with Server() as fresh:
        offered = fresh.greet()["capabilities"]["executeCommandProvider"]["commands"]
    assert {"gxlint.checkWorkspace", "gxlint.explainRule", "gxlint.insertBlankForm", "gxlint.effectiveSettings"} <= set(
        offered
    )


def test_explaining_a_rule_shows_its_page(server: Server) -> None:
    answer = run(server, "gxlint.explainRule", "gxt002")
    assert answer["code"] == "GXT002"
    shown = requested(server, "window/showDocument")
    assert shown["uri"] == answer["url"]
    path = Path(shown["uri"].removeprefix("file://"))
    assert path.read_text(encoding="utf-8") == answer["page"]
    assert path.name == "GXT002.md"


def test_explaining_a_rule_that_does_not_exist_is_refused(server: Server) -> None:
    error = server.refusal("workspace/executeCommand", {"command": "gxlint.explainRule", "arguments": ["GXT999"]})
    assert error["code"] == -32602


def test_a_client_that_cannot_show_documents_is_told_the_rule_in_short() -> None:
    with Server() as server:
        server.greet({})
        run(server, "gxlint.explainRule", "GXT002")
        assert "GXT002" in server.note("window/showMessage")["message"]


def test_the_link_of_a_code_leads_to_a_page(server: Server) -> None:
    server.open(URI, with_wrong_total())
    (diagnostic,) = server.pulled(URI)["items"]
    assert Path(diagnostic["codeDescription"]["href"].removeprefix("file://")).is_file()


def test_settings_tell_who_decided(tmp_path: Path, server: Server) -> None:
    (tmp_path / "gxlint.toml").write_text('language = "en"\nignore = ["GXW"]\n')
    told = run(server, "gxlint.effectiveSettings", (tmp_path / "a.md").as_uri())
    assert told["file"] == str(tmp_path / "gxlint.toml")
    assert "gxlint.toml" in told["settings"]["ignore"]["origin"]
    off = {rule["code"] for rule in told["rules"] if not rule["on"]}
    assert {code for code in off if code.startswith("GXW")}
    assert "totals" in {plugin["name"] for plugin in told["plugins"]}


def test_inserting_the_form_edits_the_document(server: Server) -> None:
    server.open(URI, "第一行\n")
    assert run(server, "gxlint.insertBlankForm", URI, place(0, 0), 2023) is True
    edit = requested(server, "workspace/applyEdit")["edit"]["documentChanges"][0]
    assert edit["textDocument"] == {"uri": URI, "version": 1}
    assert "2023年" in edit["edits"][0]["newText"]


def test_fixing_everything_makes_the_safe_fixes_alone(server: Server) -> None:
    server.open(URI, with_wrong_total(CLEAN.replace("，", ",", 1)))
    before = [one["code"] for one in server.pulled(URI)["items"]]
    assert "GXT002" in before
    run(server, "gxlint.fixAll", URI)
    for request in server.requests:
        if request["method"] == "workspace/applyEdit":
            assert "999" not in str(request["params"]["edit"])


def test_showing_a_range_goes_to_the_editor(server: Server) -> None:
    where = {"start": place(1, 0), "end": place(1, 2)}
    assert run(server, "gxlint.show", URI, where) is True
    assert requested(server, "window/showDocument")["selection"] == where


def test_reloading_checks_again(server: Server) -> None:
    server.open(URI, with_wrong_total())
    run(server, "gxlint.reload")
    assert [one["code"] for one in server.pulled(URI)["items"]] == ["GXT002"]


@pytest.mark.parametrize(
    "method",
    [
        "documentSymbol",
        "foldingRange",
        "codeLens",
        "documentLink",
        "inlayHint",
        "semanticTokens/full",
        "semanticTokens/range",
    ],
)
def test_features_of_a_whole_document_are_answered(server: Server, method: str) -> None:
    server.open(URI, with_wrong_total())
    asked = {**DOCUMENT, "range": {"start": place(0, 0), "end": place(999, 0)}}
    answer = server.ask(f"textDocument/{method}", asked)
    assert answer or method == "documentLink"


def test_features_of_a_place_are_answered(server: Server) -> None:
    server.open(URI, with_wrong_total())
    where = {**DOCUMENT, "position": place(total_row(), 12)}
    server.pulled(URI)
    assert "999" in server.ask("textDocument/hover", where)["contents"]["value"]
    assert server.ask("textDocument/definition", where)
    assert server.ask("textDocument/references", {**where, "context": {"includeDeclaration": True}})
    assert len(server.ask("textDocument/documentHighlight", where)) > 1
    assert server.ask("textDocument/selectionRange", {**DOCUMENT, "positions": [where["position"]]})
    assert server.ask("gxlint/preview", DOCUMENT)["reports"][0]["findings"] == 1


def test_a_code_action_is_resolved(server: Server) -> None:
    server.open(URI, with_wrong_total())
    at = {"start": place(total_row(), 0), "end": place(total_row(), 20)}
    found = server.ask("textDocument/codeAction", {**DOCUMENT, "range": at, "context": {"diagnostics": []}})
    assert found
    for action in found:
        if "edit" not in action and "data" in action:
            assert server.ask("codeAction/resolve", action)["edit"]


def test_tokens_are_told_by_what_has_changed(server: Server) -> None:
    server.open(URI, CLEAN)
    first = server.ask("textDocument/semanticTokens/full", DOCUMENT)
    server.change(URI, 2, replace((0, 0), (0, 0), "\n"))
    asked = {**DOCUMENT, "previousResultId": first["resultId"]}
    delta = server.ask("textDocument/semanticTokens/full/delta", asked)
    data = list(first["data"])
    for edit in sorted(delta["edits"], key=lambda one: -one["start"]):
        data[edit["start"] : edit["start"] + edit["deleteCount"]] = edit.get("data", [])
    assert data == server.ask("textDocument/semanticTokens/full", DOCUMENT)["data"]
    unknown = server.ask("textDocument/semanticTokens/full/delta", {**DOCUMENT, "previousResultId": "unknown"})
    assert unknown["data"] == data


def test_a_place_in_another_version_is_no_answer(server: Server) -> None:
    server.open(URI, "\n".join([CLEAN] * 30))
    asked = server.send("textDocument/definition", {**DOCUMENT, "position": place(total_row(), 12)})
    server.change(URI, 2, replace((0, 0), (0, 0), "\n"))
    assert server.reply(asked)["error"]["code"] == -32801


def test_long_work_shows_progress() -> None:
    with Server() as server:
        server.greet({**PULLED, "window": {"workDoneProgress": True}})
        server.open(URI, "\n".join([CLEAN] * 400))
        begun = server.note("$/progress", lambda params: params["value"]["kind"] == "begin")
        assert "a.md" in begun["value"]["title"]
        server.note("$/progress", lambda params: params["value"]["kind"] == "end")
