"""What an editor is told, when, and by which way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.lsp.reports import CLEAN, total_row, with_wrong_total
from tests.lsp.wire import PULLED, PUSHED, Json, Server, replace

URI = "untitled:a.md"
AT_ONCE = {"delay": 0}
LATE = {"delay": 1500}
NEVER = {"delay": 3_600_000}
_CELL = (total_row(), len("| （七）总计 | "))


def _typed(text: str) -> Json:
    """The figure in the total's first cell replaced."""
    line, column = _CELL
    return replace((line, column), (line, column + 1), text)


@pytest.fixture
def pushed() -> Iterator[Server]:
    with Server() as server:
        server.greet(PUSHED, options=AT_ONCE)
        yield server


@pytest.fixture
def pulled() -> Iterator[Server]:
    with Server() as server:
        server.greet(PULLED, options=AT_ONCE)
        yield server


def codes(items: list[Json]) -> list[Any]:
    return [one["code"] for one in items]


def test_a_client_without_pull_is_told_version_by_version(pushed: Server) -> None:
    pushed.open(URI, CLEAN)
    assert codes(pushed.pushed(URI, 1)) == []
    pushed.change(URI, 2, _typed("9"))
    assert codes(pushed.pushed(URI, 2)) == ["GXT002"]
    assert pushed.refusal("textDocument/diagnostic", {"textDocument": {"uri": URI}})["code"] == -32601


def test_a_client_with_pull_is_told_nothing_unasked(pulled: Server) -> None:
    pulled.open(URI, with_wrong_total())
    assert codes(pulled.pulled(URI)["items"]) == ["GXT002"]
    pulled.change(URI, 2, {"text": CLEAN})
    assert pulled.pulled(URI)["items"] == []
    pulled.close(URI)
    assert pulled.ask("gxlint/text", {"uri": URI}) is None
    assert pulled.notes_now("textDocument/publishDiagnostics") == []


def test_pull_is_offered_to_those_who_can_and_to_no_others() -> None:
    for capabilities, offered in ((PUSHED, False), (PULLED, True)):
        with Server() as server:
            assert ("diagnosticProvider" in server.greet(capabilities)["capabilities"]) is offered


def test_what_has_not_changed_is_answered_unchanged(pulled: Server) -> None:
    pulled.open(URI, with_wrong_total())
    first = pulled.pulled(URI)
    assert pulled.pulled(URI, first["resultId"]) == {"kind": "unchanged", "resultId": first["resultId"]}
    last = len(with_wrong_total().split("\n")) - 1
    pulled.change(URI, 2, replace((last, 0), (last, 0), "\n"))
    assert pulled.pulled(URI, first["resultId"])["kind"] == "unchanged"
    pulled.change(URI, 3, replace((0, 0), (0, 0), "\n"))
    assert pulled.pulled(URI, first["resultId"])["kind"] == "full"


def test_closing_clears(pushed: Server) -> None:
    pushed.open(URI, with_wrong_total())
    assert codes(pushed.pushed(URI, 1)) == ["GXT002"]
    pushed.close(URI)
    assert pushed.pushed(URI) == []


def test_nothing_comes_for_a_document_that_was_closed_during_its_check(pushed: Server) -> None:
    large = "\n".join([with_wrong_total()] * 60)
    pushed.open(URI, large)
    pushed.close(URI)
    assert pushed.pushed(URI) == []
    pushed.open("untitled:b.md", CLEAN)
    pushed.pushed("untitled:b.md", 1)
    assert [one for one in pushed.notes_now("textDocument/publishDiagnostics") if one["uri"] == URI] == []


def test_in_a_burst_of_edits_nothing_stale_is_told_and_the_last_word_is_right(pushed: Server) -> None:
    pushed.open(URI, CLEAN)
    figures = "123456789" * 20 + "0"
    for version, figure in enumerate(figures, 2):
        pushed.change(URI, version, _typed(figure))
    assert codes(pushed.pushed(URI, len(figures) + 1)) == []
    told = [one["version"] for one in pushed.notes_now("textDocument/publishDiagnostics")]
    assert told == sorted(told)
    assert max(told, default=0) <= len(figures) + 1


def test_a_newer_edit_supersedes_a_slow_check(pulled: Server) -> None:
    large = "\n".join([CLEAN] * 40)
    pulled.open(URI, large)
    line, column = _CELL
    asked = []
    for version in range(2, 12):
        pulled.change(URI, version, replace((line, column), (line, column + 1), str(version % 10)))
        asked.append(pulled.send("textDocument/diagnostic", {"textDocument": {"uri": URI}}))
    answers = [pulled.reply(number) for number in asked]
    assert codes(answers[-1]["result"]["items"]) == ["GXT002"]


def test_what_is_mended_disappears_at_once_and_what_is_new_on_the_typed_line_waits() -> None:
    with Server() as server:
        server.greet(PUSHED, options=NEVER)
        server.open(URI, with_wrong_total())
        assert codes(server.pushed(URI, 1)) == ["GXT002"]
        line, column = _CELL
        server.change(URI, 2, replace((line, column), (line, column + 3), "0"))
        assert server.pushed(URI, 2) == []
        server.change(URI, 3, _typed("8"))
        assert server.pushed(URI, 3) == []


def test_what_waits_is_shown_after_a_pause() -> None:
    with Server() as server:
        server.greet(PUSHED, options=LATE)
        server.open(URI, CLEAN)
        server.pushed(URI, 1)
        server.change(URI, 2, _typed("8"))
        assert server.pushed(URI, 2) == []
        assert codes(server.pushed(URI, 2)) == ["GXT002"]


def test_what_waits_is_shown_at_once_when_the_document_is_saved() -> None:
    with Server() as server:
        server.greet(PUSHED, options=NEVER)
        server.open(URI, CLEAN)
        server.pushed(URI, 1)
        server.change(URI, 2, _typed("8"))
        assert server.pushed(URI, 2) == []
        server.notify("textDocument/didSave", {"textDocument": {"uri": URI}})
        assert codes(server.pushed(URI, 2)) == ["GXT002"]


def test_a_client_that_asks_is_made_to_ask_again_after_the_pause() -> None:
    with Server() as server:
        server.greet(PULLED, options=LATE)
        server.open(URI, CLEAN)
        server.pulled(URI)
        server.change(URI, 2, _typed("8"))
        assert server.pulled(URI)["items"] == []
        while not any(one["method"] == "workspace/diagnostic/refresh" for one in server.requests):
            server.ask("gxlint/text", {"uri": URI})
        assert codes(server.pulled(URI)["items"]) == ["GXT002"]


def test_a_client_that_cannot_be_made_to_ask_again_is_told_all_at_once() -> None:
    with Server() as server:
        server.greet({"textDocument": {"diagnostic": {}}}, options=NEVER)
        server.open(URI, CLEAN)
        server.pulled(URI)
        server.change(URI, 2, _typed("8"))
        assert codes(server.pulled(URI)["items"]) == ["GXT002"]


def test_what_is_new_away_from_the_typed_line_does_not_wait() -> None:
    with Server() as server:
        server.greet(PUSHED, options=NEVER)
        server.open(URI, CLEAN)
        server.pushed(URI, 1)
        server.change(URI, 2, {"text": with_wrong_total().replace("一、总体情况", "一、总体情况 ")}, _typed_elsewhere())
        assert codes(server.pushed(URI, 2)) == ["GXT002"]


def _typed_elsewhere() -> Json:
    return replace((4, 0), (4, 0), "")


def test_what_was_shown_before_stays_while_its_line_is_typed_on() -> None:
    with Server() as server:
        server.greet(PUSHED, options=NEVER)
        server.open(URI, with_wrong_total())
        assert codes(server.pushed(URI, 1)) == ["GXT002"]
        server.change(URI, 2, _typed("7"))
        assert codes(server.pushed(URI, 2)) == ["GXT002"]
        server.change(URI, 3, replace((0, 0), (0, 0), "\n"))
        assert codes(server.pushed(URI, 3)) == ["GXT002"]


def test_on_saving_alone_if_the_person_wants_that() -> None:
    with Server() as server:
        server.greet(PUSHED, options={"run": "onSave"})
        server.open(URI, CLEAN)
        server.pushed(URI, 1)
        server.change(URI, 2, _typed("8"))
        server.notify("textDocument/didSave", {"textDocument": {"uri": URI}})
        assert codes(server.pushed(URI, 2)) == ["GXT002"]
        assert server.notes_now("textDocument/publishDiagnostics") == []


def test_a_diagnostic_carries_no_more_than_the_client_understands() -> None:
    with Server() as server:
        server.greet({}, options=AT_ONCE)
        server.open(URI, with_wrong_total())
        (plain,) = server.pushed(URI, 1)
    assert {"relatedInformation", "codeDescription", "data", "tags"} & set(plain) == set()
    with Server() as server:
        server.greet(PUSHED, options={**AT_ONCE, "rulePages": "https://example.org/{code}"})
        server.open(URI, with_wrong_total())
        (rich,) = server.pushed(URI, 1)
    assert rich["codeDescription"]["href"] == "https://example.org/GXT002"
    assert rich["relatedInformation"]
    assert rich["range"]["start"]["line"] == total_row()
