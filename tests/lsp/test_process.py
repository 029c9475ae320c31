"""The server as a process: how it begins, what comes in and goes out, and how it ends."""

from __future__ import annotations

import io
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gxlint.testing import sample
from gxlint_lsp.transport import bodies
from tests.lsp.wire import PATIENCE, PULLED, Server

WORDS = "青山县密语"
PLUGIN = '''
import sys
from gxlint import Finding, Span, hookimpl, rule

@rule("ACME001", "chatty")
def chatty(report):
    """Prints and fails."""
    print("printed by a rule")
    sys.stdout.write("written by a rule\\n")
    raise ValueError(report.text)
    yield

@hookimpl
def gxlint_rules():
    return [chatty]
'''


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as made:
        yield made


def test_an_orderly_leave_gives_0(server: Server) -> None:
    server.greet()
    assert server.leave() == 0


def test_exit_without_shutdown_gives_1(server: Server) -> None:
    server.greet()
    server.notify("exit")
    assert server.process.wait(PATIENCE) == 1


def test_the_end_of_the_input_ends_the_server(server: Server) -> None:
    server.greet()
    assert server.process.stdin is not None
    server.process.stdin.close()
    assert server.process.wait(PATIENCE) == 1
    assert b"Fatal" not in b"".join(server.errors)


def test_a_busy_server_leaves_at_once(server: Server) -> None:
    server.greet()
    server.open("untitled:a.md", "\n".join(sample() for _ in range(300)))
    assert server.leave() == 0


def test_the_server_ends_when_the_editor_is_gone() -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]) as editor, Server() as server:
        server.ask("initialize", {"processId": editor.pid, "rootUri": None, "capabilities": {}})
        editor.send_signal(signal.SIGKILL)
        editor.wait()
        assert server.process.wait(PATIENCE) == 1


def test_stdio_is_accepted(tmp_path: Path) -> None:
    with Server("--stdio") as server:
        server.greet()
        assert server.leave() == 0


@pytest.mark.parametrize("option", ["--tcp=nowhere", "--tcp=host:99999", "--unknown"])
def test_options_that_cannot_be_used_give_2(option: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "gxlint", "server", option], capture_output=True, check=False, timeout=PATIENCE
    )
    assert (run.returncode, run.stdout) == (2, b"")


def test_over_tcp_one_client_is_served_and_the_server_ends_with_it() -> None:
    command = [sys.executable, "-m", "gxlint", "server", "--tcp", "127.0.0.1:0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        port = int(process.stderr.readline().rpartition(b":")[2])
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as connection:
            body = (
                b'{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": 1}}'
            )
            connection.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            with connection.makefile("rb") as stream:
                assert b'"gxlint"' in next(bodies(stream))
        assert process.wait(PATIENCE) == 1


def test_a_tcp_port_that_is_taken_gives_2() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "gxlint", "server", "--tcp", f"127.0.0.1:{port}"]
        run = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
        assert run.returncode == 2


def test_printing_rules_do_not_disturb_the_talk_and_the_log_keeps_the_report_to_itself(tmp_path: Path) -> None:
    (tmp_path / "acme.py").write_text(PLUGIN)
    (tmp_path / "gxlint.toml").write_text('plugins = ["acme.py"]')
    log = tmp_path / "server.log"
    uri = (tmp_path / "a.md").as_uri()
    with Server("--log-file", str(log)) as server:
        server.greet(PULLED, folders=(tmp_path,))
        server.notify("$/setTrace", {"value": "verbose"})
        server.open(uri, sample().replace("我镇", WORDS))
        assert "GXE001" in {one["code"] for one in server.pulled(uri)["items"]}
        server.write_bytes(f'{{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": "{WORDS}"}}'.encode())
        server.write_bytes(f"{{{WORDS}".encode())
        server.refusal("textDocument/hover", {"textDocument": WORDS})
        server.change("untitled:unknown", 4, {"text": WORDS})
        assert server.leave() == 0
        assert server.raw == []
        errors = b"".join(server.errors).decode()
    assert "printed by a rule" in errors
    assert "written by a rule" in errors
    said = log.read_text(encoding="utf-8")
    assert "textDocument/hover" in said
    assert WORDS not in said
    assert WORDS not in errors


def test_tracing_tells_methods_and_no_text(server: Server) -> None:
    server.greet(PULLED)
    server.notify("$/setTrace", {"value": "messages"})
    server.open("untitled:a.md", WORDS)
    trace = server.note("$/logTrace", lambda params: "didOpen" in params["message"])
    assert WORDS not in str(trace)
    server.notify("$/setTrace", {"value": "off"})
    server.ask("gxlint/text", {"uri": "untitled:a.md"})
    server.notes_now("$/logTrace")
    server.ask("gxlint/text", {"uri": "untitled:a.md"})
    assert server.notes_now("$/logTrace") == []


def test_requests_are_answered_while_large_work_is_under_way(server: Server) -> None:
    server.greet(PULLED)
    server.open("untitled:large.md", "\n".join(sample() for _ in range(400)))
    numbers = [
        server.send("textDocument/documentSymbol", {"textDocument": {"uri": "untitled:large.md"}}) for _ in range(20)
    ]
    assert server.ask("gxlint/text", {"uri": "untitled:nobody"}) is None
    assert all(number in server._replies and server._replies[number].empty() for number in numbers)


@pytest.mark.slow
def test_thousands_of_edits_leave_no_memory_behind(server: Server) -> None:
    def resident() -> int:
        status = Path(f"/proc/{server.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0])

    if not Path("/proc/self/status").exists():
        pytest.skip("the memory of a process is read from /proc")
    server.greet(PULLED)
    uri = "untitled:a.md"
    server.open(uri, sample())
    version = 1

    def type_on(count: int) -> None:
        nonlocal version
        for _ in range(count):
            version += 1
            content = "一" if version % 2 == 0 else ""
            start, end = {"line": 4, "character": 3}, {"line": 4, "character": 3 + (version % 2)}
            server.change(uri, version, {"range": {"start": start, "end": end}, "text": content})
        server.pulled(uri)

    type_on(6_000)
    grown = []
    for _ in range(3):
        before = resident()
        type_on(5_000)
        grown.append(resident() - before)
    # What is left behind by edits is left by those of every stretch; the heap may grow once for other reasons.
    assert min(grown) < 1_500, grown


class TestTheStreamOfMessages:
    def test_bodies_are_cut_by_their_length(self) -> None:
        stream = io.BytesIO(b"Content-Length: 2\r\n\r\n{}Content-Length: 4\r\nContent-Type: x\r\n\r\nnull")
        assert list(bodies(stream)) == [b"{}", b"null"]

    @pytest.mark.parametrize("junk", [b"\r\n", b"junk\r\n", b"Content-Length: many\r\n", b"\xff\xfe: \x00\r\n"])
    def test_header_lines_that_say_nothing_are_passed_over(self, junk: bytes) -> None:
        stream = io.BytesIO(junk + b"content-length:2\r\n\r\n{}")
        assert list(bodies(stream)) == [b"{}"]

    def test_an_unfinished_body_is_no_message(self) -> None:
        assert list(bodies(io.BytesIO(b"Content-Length: 999999999999\r\n\r\n{}"))) == []
