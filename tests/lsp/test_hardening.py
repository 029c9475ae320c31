"""Every defect of pygls that is closed: each test runs against the hardened server, and against a plain one of pygls,
where it must fail. Once it passes there, pygls has been mended and the workaround can go."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from lsprotocol import types as t
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from gxlint_lsp.hardening import HardenedServer, begins
from gxlint_lsp.log import open_log

WORDS = "青山县密语"
"""Words of a report, which must not get into any log."""


class _Talk:
    """A server without a process: messages go in, what it sends is kept."""

    def __init__(self, server: LanguageServer) -> None:
        self.server = server
        self.written: list[bytes] = []
        self.loop = asyncio.new_event_loop()
        self.protocol: Any = server.protocol
        self.protocol.set_writer(self)

    def write(self, data: bytes) -> None:
        self.written.append(data)

    def receive(self, message: Any) -> None:
        """Hand over a message as the input loop does, and let the server do what it has to."""
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.loop.call_soon(self._handle, body)
        self.loop.run_until_complete(asyncio.sleep(0.005))

    def _handle(self, body: bytes) -> None:
        if isinstance(self.server, HardenedServer):
            self.server.protocol.receive(body)
            return
        try:
            message = json.loads(body, object_hook=self.protocol.structure_message)
            self.protocol.handle_message(message)
        except Exception as error:
            self.server.report_server_error(error, JsonRpcException)

    def ask(self, method: str, params: Any = None, number: int = 1) -> None:
        self.receive({"jsonrpc": "2.0", "id": number, "method": method, "params": params})

    def notify(self, method: str, params: Any = None) -> None:
        self.receive({"jsonrpc": "2.0", "method": method, "params": params})

    @property
    def sent(self) -> list[dict[str, Any]]:
        return [json.loads(data.partition(b"\r\n\r\n")[2]) for data in self.written]

    def reply(self, number: int) -> dict[str, Any]:
        return next(one for one in self.sent if one.get("id") == number and "method" not in one)


FAILS_THERE = pytest.param(LanguageServer, marks=pytest.mark.xfail(strict=True), id="plain pygls")


@pytest.fixture(params=[pytest.param(HardenedServer, id="hardened"), FAILS_THERE])
def talk(request: pytest.FixtureRequest) -> Iterator[_Talk]:
    made = _Talk(request.param("test", "1"))
    yield made
    made.loop.run_until_complete(made.loop.shutdown_default_executor())
    made.loop.close()


def _greet(talk: _Talk, capabilities: dict[str, Any] | None = None) -> None:
    talk.ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities or {}}, 900)
    talk.notify("initialized", {})


@pytest.mark.parametrize(
    "capabilities",
    [
        {"workspace": {"symbol": {"tagSupport": {"valueSet": [1, 2]}}}},
        {"textDocument": {"publishDiagnostics": {"tagSupport": {"valueSet": [1, 2, 3]}}}},
        {"textDocument": {"documentSymbol": {"symbolKind": {"valueSet": [1, 27]}}}},
        {"textDocument": {"codeAction": {"tagSupport": {"valueSet": [1, 2]}}}},
        {"workspace": {"workspaceEdit": {"resourceOperations": ["create", "teleport"]}}},
    ],
)
def test_a_client_newer_than_lsprotocol_is_answered(talk: _Talk, capabilities: dict[str, Any]) -> None:
    _greet(talk, capabilities)
    assert "result" in talk.reply(900)


def test_a_malformed_request_is_refused(talk: _Talk) -> None:
    _greet(talk)
    talk.ask("textDocument/hover", {"textDocument": 5}, 7)
    assert talk.reply(7)["error"]["code"] == -32602


def test_a_body_that_is_no_json_is_refused(talk: _Talk) -> None:
    _greet(talk)
    talk.receive(b"{nonsense")
    assert talk.sent[-1]["error"]["code"] == -32700


def test_parameters_may_hold_a_key_called_jsonrpc(talk: _Talk) -> None:
    @talk.server.feature("test/echo")
    def echo(params: Any) -> Any:
        return "heard"

    _greet(talk)
    talk.ask("test/echo", {"inner": {"jsonrpc": "2.0", "id": 3}}, 8)
    assert talk.reply(8)["result"] == "heard"


def test_an_unknown_request_without_parameters_is_refused(talk: _Talk) -> None:
    _greet(talk)
    talk.receive({"jsonrpc": "2.0", "id": 9, "method": "test/unknown"})
    assert talk.reply(9)["error"]["code"] == -32601


def test_notifications_leave_nothing_behind(talk: _Talk) -> None:
    @talk.server.feature("test/coroutine")
    async def coroutine(params: Any) -> None:
        await asyncio.sleep(0)

    @talk.server.feature("test/function")
    def function(params: Any) -> None:
        pass

    _greet(talk)
    for _ in range(20):
        talk.notify("test/coroutine", {})
        talk.notify("test/function", {})
        talk.notify("$/setTrace", {"value": "off"})
    assert len(talk.protocol._request_futures) == 0


def test_a_refused_request_to_the_client_leaves_nothing_behind(talk: _Talk) -> None:
    _greet(talk)
    talk.protocol.send_request(t.WORKSPACE_DIAGNOSTIC_REFRESH, None, msg_id="mine")
    talk.receive({"jsonrpc": "2.0", "id": "mine", "error": {"code": -32601, "message": "no"}})
    assert not talk.protocol._request_futures
    assert not talk.protocol._result_types


def test_a_reply_that_nobody_waits_for_any_more_does_no_harm(talk: _Talk) -> None:
    errors: list[BaseException] = []
    talk.server.report_server_error = lambda error, source: errors.append(error)  # type: ignore[method-assign]
    _greet(talk)
    future = talk.protocol.send_request(t.WORKSPACE_DIAGNOSTIC_REFRESH, None, msg_id="mine")
    future.cancel()
    talk.receive({"jsonrpc": "2.0", "id": "mine", "result": None})
    assert errors == []
    assert not talk.protocol._request_futures


def test_shutdown_is_answered_while_work_is_under_way(talk: _Talk) -> None:
    @talk.server.feature("test/slow")
    async def slow(params: Any) -> None:
        await asyncio.sleep(60)

    @talk.server.command("test.slow")
    async def slow_command(*arguments: Any) -> None:
        await asyncio.sleep(60)

    _greet(talk)
    for number in range(5):
        talk.ask("workspace/executeCommand", {"command": "test.slow", "arguments": []}, number)
        talk.ask("test/slow", {}, 10 + number)
    talk.ask("shutdown", None, 99)
    assert "result" in talk.reply(99)
    assert {talk.reply(number)["error"]["code"] for number in (0, 1, 2, 3, 4, 10, 14)} == {-32800}


def test_a_reply_of_the_client_counts_after_shutdown(talk: _Talk) -> None:
    _greet(talk)
    talk.ask("shutdown", None, 99)
    future = talk.protocol.send_request(t.WORKSPACE_DIAGNOSTIC_REFRESH, None, msg_id="mine")
    talk.receive({"jsonrpc": "2.0", "id": "mine", "result": None})
    assert future.done()


def test_a_request_after_shutdown_is_refused(talk: _Talk) -> None:
    _greet(talk)
    talk.ask("shutdown", None, 98)
    talk.ask("textDocument/hover", {"textDocument": {"uri": "a:b"}, "position": {"line": 0, "character": 0}}, 99)
    assert talk.reply(99)["error"]["code"] == -32600


def test_a_request_before_initialize_is_refused(talk: _Talk) -> None:
    talk.ask("workspace/executeCommand", {"command": "a", "arguments": []}, 5)
    assert talk.reply(5)["error"]["code"] == -32002


def test_cancelling_a_command_stops_it(talk: _Talk) -> None:
    stopped = []

    @talk.server.command("test.slow")
    async def slow_command(*arguments: Any) -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            stopped.append(True)
            raise

    _greet(talk)
    talk.ask("workspace/executeCommand", {"command": "test.slow", "arguments": []}, 5)
    talk.notify("$/cancelRequest", {"id": 5})
    assert stopped == [True]
    assert talk.reply(5)["error"]["code"] == -32800


def test_a_failing_handler_opens_no_window(talk: _Talk) -> None:
    @talk.server.feature("test/failing")
    def failing(params: Any) -> None:
        raise RuntimeError("boom")

    _greet(talk)
    talk.notify("test/failing", {})
    talk.receive({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 3}})
    assert [one["method"] for one in talk.sent if "method" in one] == []


def test_a_failing_request_tells_where_and_not_what(talk: _Talk) -> None:
    @talk.server.feature("test/failing")
    def failing(params: Any) -> None:
        raise KeyError(WORDS)

    _greet(talk)
    talk.ask("test/failing", {}, 5)
    error = talk.reply(5)["error"]
    assert (error["code"], WORDS in str(error)) == (-32603, False)
    assert "KeyError" in error["message"]


def test_chinese_goes_over_the_wire_as_it_is(talk: _Talk) -> None:
    talk.server.window_log_message(t.LogMessageParams(t.MessageType.Info, "合计"))
    head, _, body = talk.written[-1].partition(b"\r\n\r\n")
    assert "合计".encode() in body
    assert f"Content-Length: {len(body)}".encode() in head


def test_text_of_a_report_gets_into_no_log(talk: _Talk, caplog: pytest.LogCaptureFixture) -> None:
    foreign = logging.getLogger("pygls")
    before = foreign.level, foreign.propagate, foreign.handlers[:]
    if isinstance(talk.server, HardenedServer):
        open_log(None)

    @talk.server.feature("test/failing")
    def failing(params: Any) -> None:
        raise KeyError(WORDS)

    with caplog.at_level(logging.DEBUG):
        _greet(talk)
        talk.notify("test/failing", {"text": WORDS})
        talk.ask("test/failing", {"text": WORDS}, 5)
        talk.ask("test/unknown", {"text": WORDS}, 6)
        talk.ask("textDocument/hover", {"textDocument": WORDS}, 7)
        talk.receive(f"{{{WORDS}".encode())
    foreign.level, foreign.propagate, foreign.handlers[:] = before
    assert WORDS not in caplog.text


class TestTheHardenedServerAlone:
    """What plain pygls does right already and must stay right."""

    @pytest.fixture
    def talk(self) -> Iterator[_Talk]:
        made = _Talk(HardenedServer("test", "1"))
        yield made
        made.loop.close()

    def test_half_a_character_can_be_sent(self, talk: _Talk) -> None:
        talk.server.window_log_message(t.LogMessageParams(t.MessageType.Info, "半\ud842"))
        assert talk.sent[-1]["params"]["message"] == "半\ud842"

    def test_a_request_is_looked_at_before_the_messages_behind_it(self, talk: _Talk) -> None:
        seen: list[str] = []

        @talk.server.feature("test/edit")
        def edit(params: Any) -> None:
            seen.append("edit")

        @talk.server.feature("test/place")
        @begins
        def place(params: Any) -> Callable[[], Awaitable[str]]:
            seen.append("place")

            async def answer() -> str:
                return "answer"

            return answer

        _greet(talk)
        for method, number in (("test/place", 5), ("test/edit", None)):
            message = {"jsonrpc": "2.0", "method": method, "params": {}} | ({"id": number} if number else {})
            talk.loop.call_soon(talk._handle, json.dumps(message).encode())
        talk.receive({"jsonrpc": "2.0", "method": "test/edit", "params": {}})
        assert seen == ["place", "edit", "edit"]
        assert talk.reply(5)["result"] == "answer"

    def test_a_second_initialize_is_refused(self, talk: _Talk) -> None:
        _greet(talk)
        talk.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 2)
        assert talk.reply(2)["error"]["code"] == -32600

    def test_an_unknown_command_is_refused(self, talk: _Talk) -> None:
        _greet(talk)
        talk.ask("workspace/executeCommand", {"command": "nobody.knows"}, 2)
        assert talk.reply(2)["error"]["code"] == -32602

    @pytest.mark.parametrize(
        "body", [b"[]", b"null", b"5", b'"a"', b"{}", b'{"id": 3}', b'{"method": 5, "id": 1}', b"[" * 100_000]
    )
    def test_whatever_comes_the_next_request_is_answered(self, talk: _Talk, body: bytes) -> None:
        _greet(talk)
        talk.receive(body)
        talk.ask("shutdown", None, 2)
        assert "result" in talk.reply(2)
