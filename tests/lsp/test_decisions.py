"""What people have decided about reports holds in the editor as it does for the command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gxlint.session import Options, Session, SideFiles, ignore
from gxlint_lsp.decisions import FILES
from tests.lsp.reports import CLEAN, total_row, with_wrong_total
from tests.lsp.wire import PULLED, Json, Server, place

REPORT = with_wrong_total()
REASON = "原表如此，已核实"
ACTING: Json = {
    **PULLED,
    "textDocument": {
        **PULLED["textDocument"],
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}},
    },
}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with one finding, alone in its folder."""
    path = tmp_path / "a.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


def decide(path: Path) -> Path:
    """Put every finding of the report on the list."""
    result = Session(Options(ignores=False, baseline=False)).result(path)
    return ignore(path, result, result.findings, REASON)


def gxlint(*arguments: str, folder: Path) -> str:
    command = [sys.executable, "-m", "gxlint", *arguments]
    return subprocess.run(command, capture_output=True, check=False, cwd=folder, encoding="utf-8").stdout


def told_by_command(path: Path) -> dict[str, list[tuple[str, int]]]:
    """Codes and rows (from 0) by file name."""
    found: dict[str, list[tuple[str, int]]] = {}
    for one in json.loads(gxlint("check", "--output-format", "json", str(path), folder=path.parent)):
        name = Path(one["filename"]).name
        found.setdefault(name, []).append((one["code"], one["location"]["row"] - 1))
    return found


def shown(items: list[Json]) -> list[tuple[str, int]]:
    return [(one["code"], one["range"]["start"]["line"]) for one in items]


def codes(items: list[Json]) -> list[Any]:
    return [one["code"] for one in items]


def run(server: Server, command: str, *arguments: Any) -> Any:
    return server.ask("workspace/executeCommand", {"command": command, "arguments": list(arguments)})


def ignoring(server: Server, uri: str) -> Json:
    """The command of the action that leaves the finding."""
    row = {"start": place(total_row(), 0), "end": place(total_row(), 40)}
    asked = {"textDocument": {"uri": uri}, "range": row, "context": {"diagnostics": []}}
    (found,) = [
        one["command"]
        for one in server.ask("textDocument/codeAction", asked)
        if one.get("command", {}).get("command") == "gxlint.ignore"
    ]
    command: Json = found
    return command


def test_a_decision_holds_until_its_entry_is_removed(report: Path) -> None:
    uri = report.as_uri()
    with Server() as server:
        server.greet({}, folders=(report.parent,))
        server.open(uri, REPORT)
        assert codes(server.pushed(uri, 1)) == ["GXT002"]
        file = decide(report)
        assert server.pushed(uri, 1) == []
        file.write_text("")
        assert codes(server.pushed(uri, 1)) == ["GXT002"]


def test_a_baseline_holds_in_the_editor(report: Path) -> None:
    gxlint("baseline", "create", ".", folder=report.parent)
    assert (report.parent / "gxlint-baseline.json").exists()
    uri = report.as_uri()
    with Server() as server:
        server.greet(PULLED, folders=(report.parent,))
        server.open(uri, REPORT)
        assert server.pulled(uri)["items"] == []


@pytest.mark.parametrize("text", [REPORT, CLEAN], ids=["decided", "mended since"])
def test_editor_and_command_agree_with_decisions_present(report: Path, text: str) -> None:
    file = decide(report)
    report.write_text(text, encoding="utf-8")
    expected = told_by_command(report)
    uri = report.as_uri()
    with Server() as server:
        server.greet(PULLED, folders=(report.parent,))
        server.open(uri, text)
        assert shown(server.pulled(uri)["items"]) == expected.get(report.name, [])
        if file.name in expected:
            assert shown(server.pushed(file.as_uri())) == expected[file.name]
            server.close(uri)
            assert server.pushed(file.as_uri()) == []
        else:
            assert server.notes_now("textDocument/publishDiagnostics") == []
    assert (file.name in expected) == (text == CLEAN)


def test_checking_the_workspace_regards_decisions_and_shows_those_without_effect(report: Path) -> None:
    with Server() as server:
        server.greet({}, folders=(report.parent,))
        assert run(server, "gxlint.checkWorkspace")["error"] == 1
        assert codes(server.pushed(report.as_uri())) == ["GXT002"]
        file = decide(report)
        run(server, "gxlint.reload")
        assert run(server, "gxlint.checkWorkspace")["error"] == 0
        assert server.pushed(report.as_uri()) == []
        report.write_text(CLEAN, encoding="utf-8")
        run(server, "gxlint.checkWorkspace")
        assert codes(server.pushed(file.as_uri())) == ["GXE002"]
        run(server, "gxlint.clearWorkspace")
        assert server.pushed(file.as_uri()) == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_used_is_told_and_the_other_holds(report: Path, name: str) -> None:
    gxlint("baseline", "create", ".", folder=report.parent)
    decide(report)
    assert all((report.parent / one).exists() for one in FILES)
    (report.parent / name).write_text("[[[")
    uri = report.as_uri()
    with Server() as server:
        server.greet(PULLED, folders=(report.parent,))
        server.open(uri, REPORT)
        assert server.pulled(uri)["items"] == []
        (message,) = server.notes_now("window/showMessage")
        assert name in message["message"]


def test_an_untrusted_workspace_keeps_its_decisions(report: Path) -> None:
    decide(report)
    with Server() as server:
        server.greet(PULLED, folders=(report.parent,), options={"trusted": False})
        server.open(report.as_uri(), REPORT)
        assert server.pulled(report.as_uri())["items"] == []


def test_the_action_with_a_reason_writes_an_entry_and_the_finding_is_gone(report: Path) -> None:
    uri = report.as_uri()
    with Server() as server:
        server.greet(ACTING, folders=(report.parent,))
        server.open(uri, REPORT)
        command = ignoring(server, uri)
        answer = run(server, command["command"], *command["arguments"], REASON)
        file = report.parent / "gxlint-ignores.toml"
        assert answer == {"uri": file.as_uri(), "count": 1}
        assert server.pulled(uri)["items"] == []
        again = {"command": command["command"], "arguments": [*command["arguments"], REASON]}
        assert "GXT002" in server.refusal("workspace/executeCommand", again)["message"]
    decided = SideFiles().of(report)
    assert decided is not None
    assert [(one.rule, one.reason) for one in decided.ignores] == [("GXT002", REASON)]
    assert told_by_command(report) == {}


@pytest.mark.parametrize("reason", [[], [""], [" "], [None]])
def test_without_a_reason_nothing_is_written_and_the_way_is_told(report: Path, reason: list[Any]) -> None:
    uri = report.as_uri()
    with Server() as server:
        server.greet(ACTING, folders=(report.parent,))
        server.open(uri, REPORT)
        command = ignoring(server, uri)
        params = {"command": command["command"], "arguments": [*command["arguments"], *reason]}
        error = server.refusal("workspace/executeCommand", params)
        assert error["code"] == -32803
        assert f"gxlint ignore GXT002 {report}:{total_row() + 1} --reason" in error["message"]
        assert codes(server.pulled(uri)["items"]) == ["GXT002"]
    assert not (report.parent / "gxlint-ignores.toml").exists()


@pytest.mark.parametrize("where", [[], ["there"], [{"start": 3}]])
def test_a_place_that_is_none_is_refused(report: Path, where: list[Any]) -> None:
    with Server() as server:
        server.greet(ACTING, folders=(report.parent,))
        server.open(report.as_uri(), REPORT)
        params = {"command": "gxlint.ignore", "arguments": [report.as_uri(), "GXT002", *where]}
        assert server.refusal("workspace/executeCommand", params)["code"] == -32602
