"""The reports of the workspace that are not open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.reports import CLEAN, with_wrong_total
from tests.lsp.wire import PULLED, PUSHED, Json, Server

WITH_PROGRESS: Json = {**PUSHED, "window": {"workDoneProgress": True}}
ALWAYS = {"workspace": "always", "delay": 0}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two folders of reports and other things."""
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "bad.md").write_text(with_wrong_total())
    (tmp_path / "one" / "good.md").write_text(CLEAN)
    (tmp_path / "one" / "letter.md").write_text("你好")
    (tmp_path / "two" / "gbk.txt").write_bytes(with_wrong_total().encode("gb18030"))
    (tmp_path / "two" / "broken.txt").write_bytes("政府信息公开工作年度报告".encode() * 20 + b"\xff\xfe\x00")
    (tmp_path / "two" / "picture.png").write_bytes(b"\x89PNG")
    return tmp_path


def folders(folder: Path) -> tuple[Path, Path]:
    return folder / "one", folder / "two"


def check(server: Server, **others: Any) -> Json:
    params = {"command": "gxlint.checkWorkspace", "arguments": [], **others}
    answer: Json = server.ask("workspace/executeCommand", params)
    return answer


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    with Server() as made:
        made.greet(WITH_PROGRESS, folders=folders(folder), options={"delay": 0})
        yield made


def test_the_command_checks_every_report_and_tells_what_it_found(server: Server, folder: Path) -> None:
    summary = check(server)
    assert {key: summary[key] for key in ("files", "reports", "error", "cancelled")} == {
        "files": 5,
        "reports": 4,
        "error": 3,
        "cancelled": False,
    }
    bad, gbk = (folder / "one" / "bad.md").as_uri(), (folder / "two" / "gbk.txt").as_uri()
    assert [one["code"] for one in server.pushed(bad)] == ["GXT002"]
    assert [one["code"] for one in server.pushed(gbk)] == ["GXT002"]
    assert [one["code"] for one in server.pushed((folder / "two" / "broken.txt").as_uri())] == ["GXE010"]
    assert server.notes_now("textDocument/publishDiagnostics") == []


def test_progress_is_shown_under_a_token_of_the_server(server: Server) -> None:
    check(server)
    (create,) = [one for one in server.requests if one["method"] == "window/workDoneProgress/create"]
    told = server.notes_now("$/progress")
    assert {one["token"] for one in told} == {create["params"]["token"]}
    assert [one["value"]["kind"] for one in told] == ["begin", *["report"] * 5, "end"]
    assert told[0]["value"]["cancellable"] is True


def test_progress_is_shown_under_the_clients_token(server: Server) -> None:
    check(server, workDoneToken="mine")
    assert {one["token"] for one in server.notes_now("$/progress")} == {"mine"}


def test_the_command_can_be_cancelled(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.md").write_text(with_wrong_total())
    with Server() as server:
        server.greet(WITH_PROGRESS, folders=(tmp_path,))
        asked = server.send(
            "workspace/executeCommand",
            {"command": "gxlint.checkWorkspace", "arguments": [], "workDoneToken": "mine"},
        )
        server.note("$/progress", lambda params: params["value"]["kind"] == "report")
        server.notify("window/workDoneProgress/cancel", {"token": "mine"})
        summary = server.reply(asked)["result"]
        assert summary["cancelled"] is True
        assert summary["files"] < 300
        assert server.note("$/progress", lambda params: params["value"]["kind"] == "end")


def test_an_open_document_counts_as_it_is_in_the_editor(server: Server, folder: Path) -> None:
    uri = (folder / "one" / "bad.md").as_uri()
    server.open(uri, CLEAN)
    assert server.pushed(uri, 1) == []
    assert check(server)["error"] == 2
    assert [one for one in server.notes_now("textDocument/publishDiagnostics") if one["uri"] == uri] == []


def test_after_closing_the_file_counts_again(server: Server, folder: Path) -> None:
    uri = (folder / "one" / "bad.md").as_uri()
    check(server)
    assert server.pushed(uri)
    server.open(uri, CLEAN)
    assert server.pushed(uri, 1) == []
    server.close(uri)
    assert server.pushed(uri) == []
    assert [one["code"] for one in server.pushed(uri)] == ["GXT002"]


def test_what_was_mended_on_the_disk_is_cleared_by_the_next_check(server: Server, folder: Path) -> None:
    uri = (folder / "one" / "bad.md").as_uri()
    check(server)
    assert server.pushed(uri)
    (folder / "one" / "bad.md").write_text(CLEAN)
    (folder / "two" / "gbk.txt").unlink()
    assert check(server)["error"] == 1
    assert server.pushed(uri) == []
    assert server.pushed((folder / "two" / "gbk.txt").as_uri()) != []
    assert server.pushed((folder / "two" / "gbk.txt").as_uri()) == []


def test_clearing_takes_everything_back(server: Server, folder: Path) -> None:
    check(server)
    server.notes_now("textDocument/publishDiagnostics")
    server.ask("workspace/executeCommand", {"command": "gxlint.clearWorkspace"})
    cleared = server.notes_now("textDocument/publishDiagnostics")
    assert len(cleared) == 3
    assert all(one["diagnostics"] == [] for one in cleared)


def test_the_editor_goes_on_working_during_the_check(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.md").write_text(with_wrong_total())
    with Server() as server:
        server.greet(WITH_PROGRESS, folders=(tmp_path,), options={"delay": 0})
        asked = server.send("workspace/executeCommand", {"command": "gxlint.checkWorkspace", "arguments": []})
        server.note("$/progress", lambda params: params["value"]["kind"] == "report")
        server.open("untitled:a.md", with_wrong_total())
        assert server.pushed("untitled:a.md", 1)
        assert server._replies[asked].empty()
        assert server.reply(asked)["result"]["files"] == 200


def _pull(server: Server, known: dict[str, str]) -> dict[str, Json]:
    previous = [{"uri": uri, "value": value} for uri, value in known.items()]
    answer = server.ask("workspace/diagnostic", {"previousResultIds": previous})
    return {one["uri"]: one for one in answer["items"]}


def test_a_client_that_asks_gets_all_and_then_only_what_has_changed(folder: Path) -> None:
    bad = (folder / "one" / "bad.md").as_uri()
    with Server() as server:
        server.greet(PULLED, folders=folders(folder), options=ALWAYS)
        first = _pull(server, {})
        assert {uri.rpartition("/")[2]: len(one["items"]) for uri, one in first.items()} == {
            "bad.md": 1,
            "gbk.txt": 1,
            "broken.txt": 1,
        }
        known = {uri: one["resultId"] for uri, one in first.items()}
        again = _pull(server, known)
        assert {one["kind"] for one in again.values()} == {"unchanged"}
        assert again.keys() == first.keys()
        (folder / "one" / "bad.md").write_text(CLEAN + "\n\n")
        third = _pull(server, known)
        assert (third[bad]["kind"], third[bad]["items"]) == ("full", [])
        assert server.notes_now("textDocument/publishDiagnostics") == []


def test_what_is_open_is_left_to_the_documents_own_diagnostics(folder: Path) -> None:
    bad = (folder / "one" / "bad.md").as_uri()
    with Server() as server:
        server.greet(PULLED, folders=folders(folder), options=ALWAYS)
        server.open(bad, CLEAN)
        assert bad not in _pull(server, {})


def test_without_the_command_a_client_that_asks_gets_nothing_unless_it_wants_all(folder: Path) -> None:
    with Server() as server:
        server.greet(PULLED, folders=folders(folder))
        assert _pull(server, {}) == {}
        check(server)
        assert server.notes_now("textDocument/publishDiagnostics") == []
        assert len(_pull(server, {})) == 3
        assert any(one["method"] == "workspace/diagnostic/refresh" for one in server.requests)


def test_files_that_have_gone_are_cleared_for_a_client_that_asks(folder: Path) -> None:
    with Server() as server:
        server.greet(PULLED, folders=folders(folder), options=ALWAYS)
        gone = (folder / "one" / "never.md").as_uri()
        assert _pull(server, {gone: "3"})[gone]["items"] == []


def _spelt_otherwise(uri: str) -> str:
    """The same address as another program writes it: VS Code makes ``c%3A`` of ``C:``."""
    return uri.replace("/one/", "/%6Fne/")


def test_a_client_that_spells_addresses_otherwise_is_told_in_its_own_spelling(folder: Path) -> None:
    with Server() as server:
        server.greet(PULLED, folders=folders(folder), options=ALWAYS)
        known = {_spelt_otherwise(uri): one["resultId"] for uri, one in _pull(server, {}).items()}
        again = _pull(server, known)
        assert again.keys() == known.keys()
        assert {one["kind"] for one in again.values()} == {"unchanged"}
        bad = next(uri for uri in known if uri.endswith("bad.md"))
        server.open(bad, CLEAN)
        assert bad not in _pull(server, known)


def test_a_closed_document_is_cleared_once_for_a_client_that_asks(folder: Path) -> None:
    bad = _spelt_otherwise((folder / "one" / "bad.md").as_uri())
    with Server() as server:
        server.greet(PULLED, folders=folders(folder))
        server.open(bad, with_wrong_total())
        assert len(server.pulled(bad)["items"]) == 1
        assert _pull(server, {}) == {}
        server.close(bad)
        assert _pull(server, {})[bad]["items"] == []
        assert _pull(server, {}) == {}


def test_a_closed_document_shows_what_its_file_says_where_files_are_checked(folder: Path) -> None:
    bad = (folder / "one" / "bad.md").as_uri()
    with Server() as server:
        server.greet(PULLED, folders=folders(folder), options=ALWAYS)
        known = {uri: one["resultId"] for uri, one in _pull(server, {}).items()}
        server.open(bad, CLEAN)
        server.close(bad)
        told = _pull(server, known)[bad]
        assert (told["kind"], len(told["items"])) == ("full", 1)
