"""A client that speaks the protocol byte by byte to a server that was started as an editor starts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import Empty, Queue
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any

CACHE = TemporaryDirectory(prefix="gxlint-tests-")
"""What a server would write into the cache of the person who runs the tests."""
PATIENCE = 20.0
"""Seconds after which a test gives up waiting."""

Json = dict[str, Any]
Answer = Callable[[Any], Any]

PUSHED: Json = {
    "textDocument": {
        "publishDiagnostics": {
            "versionSupport": True,
            "relatedInformation": True,
            "codeDescriptionSupport": True,
            "dataSupport": True,
        }
    },
    "workspace": {"applyEdit": True, "workspaceEdit": {"documentChanges": True}},
}
"""The abilities of a client that is told its diagnostics."""
PULLED: Json = {
    **PUSHED,
    "textDocument": {**PUSHED["textDocument"], "diagnostic": {"dynamicRegistration": False}},
    "workspace": {**PUSHED["workspace"], "diagnostics": {"refreshSupport": True}},
}
"""The abilities of a client that asks for them."""


class Server:
    """A server process and the client's side of the talk with it.

    ``answers`` maps a method that the server may request to what it is answered; other requests get ``null``. With a
    method in ``silent`` no answer comes at all, with one in ``refusing`` an error.
    """

    def __init__(
        self,
        *options: str,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
        command: list[str] | None = None,
    ) -> None:
        self.process = subprocess.Popen(
            command or [sys.executable, "-m", "gxlint", "server", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "XDG_CACHE_HOME": CACHE.name, **(environment or {})},
            cwd=folder,
        )
        self.answers: dict[str, Answer] = {}
        self.silent: set[str] = set()
        self.refusing: set[str] = set()
        self.notes: Queue[Json] = Queue()
        self.kept: list[Json] = []
        self.requests: list[Json] = []
        self.errors: list[bytes] = []
        self.raw: list[bytes] = []
        self._replies: dict[Any, Queue[Json]] = {}
        self._number = 0
        self._lock = threading.Lock()
        self._readers = [threading.Thread(target=work, daemon=True) for work in (self._read, self._read_errors)]
        for reader in self._readers:
            reader.start()

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        for reader in self._readers:
            reader.join(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while header := stream.readline():
            name, _, value = header.strip().partition(b":")
            if name.lower() != b"content-length":
                self.raw.append(header)
                continue
            while stream.readline().strip():
                pass
            body = stream.read(int(value))
            self._take(json.loads(body))
        for replies in list(self._replies.values()):
            replies.put({"error": {"code": 0, "message": "the server has ended"}})

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.errors.append(line)

    def _take(self, message: Json) -> None:
        if "method" not in message:
            self._replies.setdefault(message.get("id"), Queue()).put(message)
        elif "id" in message:
            self.requests.append(message)
            if message["method"] in self.refusing:
                error = {"code": -32601, "message": "no"}
                self.write({"jsonrpc": "2.0", "id": message["id"], "error": error})
            elif message["method"] not in self.silent:
                answer = self.answers.get(message["method"])
                result = answer(message.get("params")) if answer is not None else None
                self.write({"jsonrpc": "2.0", "id": message["id"], "result": result})
        else:
            self.notes.put(message)

    def write(self, message: Any) -> None:
        """Send a message."""
        self.write_bytes(json.dumps(message).encode())

    def write_bytes(self, body: bytes) -> None:
        """Send a body that may be no message."""
        self.write_raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def write_raw(self, data: bytes) -> None:
        """Send bytes as they are."""
        assert self.process.stdin is not None
        with self._lock:
            self.process.stdin.write(data)
            self.process.stdin.flush()

    def notify(self, method: str, params: Any = None) -> None:
        """Send a notification."""
        self.write({"jsonrpc": "2.0", "method": method, "params": params})

    def send(self, method: str, params: Any = None) -> int:
        """Send a request; its reply is fetched with ``reply``."""
        self._number += 1
        self._replies[self._number] = Queue()
        self.write({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params})
        return self._number

    def reply(self, number: Any, within: float = PATIENCE) -> Json:
        """The whole reply to a request."""
        found = self._replies.setdefault(number, Queue()).get(timeout=within)
        self._replies.pop(number, None)
        return found

    def ask(self, method: str, params: Any = None) -> Any:
        """The result of a request. Raises AssertionError for an error."""
        reply = self.reply(self.send(method, params))
        assert "error" not in reply, reply["error"]
        return reply["result"]

    def refusal(self, method: str, params: Any = None) -> Json:
        """The error of a request that is refused."""
        reply = self.reply(self.send(method, params))
        assert "error" in reply, reply
        error: Json = reply["error"]
        return error

    def note(self, method: str, wanted: Callable[[Any], bool] = lambda params: True, within: float = PATIENCE) -> Any:
        """The parameters of the next notification of this kind; others before it are kept for later."""
        for place, message in enumerate(self.kept):
            if message["method"] == method and wanted(message.get("params")):
                del self.kept[place]
                return message.get("params")
        while True:
            message = self.notes.get(timeout=within)
            if message["method"] == method and wanted(message.get("params")):
                return message.get("params")
            self.kept.append(message)

    def notes_now(self, method: str) -> list[Any]:
        """The parameters of all notifications of this kind that have come and have not been fetched."""
        while True:
            try:
                self.kept.append(self.notes.get_nowait())
            except Empty:
                break
        found = [message.get("params") for message in self.kept if message["method"] == method]
        self.kept = [message for message in self.kept if message["method"] != method]
        return found

    # The life of a session

    def greet(
        self, capabilities: Json | None = None, *, folders: tuple[Path, ...] = (), options: Any = None, **others: Any
    ) -> Json:
        """``initialize`` and ``initialized``; gives the server's answer."""
        params: Json = {
            "processId": None,
            "rootUri": None,
            "capabilities": PUSHED if capabilities is None else capabilities,
            "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name} for folder in folders] or None,
            **others,
        }
        if options is not None:
            params["initializationOptions"] = options
        answer: Json = self.ask("initialize", params)
        self.notify("initialized", {})
        return answer

    def leave(self) -> int:
        """``shutdown`` and ``exit``; gives the exit code."""
        self.ask("shutdown")
        self.notify("exit")
        return self.process.wait(PATIENCE)

    # Documents

    def open(self, uri: str, text: str, version: int = 1, language: str = "plaintext") -> None:
        """Open a document."""
        document = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def change(self, uri: str, version: int, *changes: Json) -> None:
        """Edit a document."""
        self.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)},
        )

    def close(self, uri: str) -> None:
        """Close a document."""
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def copy(self, uri: str) -> str:
        """The text that the server takes the document for."""
        text: str = self.ask("gxlint/text", {"uri": uri})["text"]
        return text

    def pushed(self, uri: str, version: int | None = None) -> list[Json]:
        """The diagnostics that are pushed for this version of a document."""
        params = self.note(
            "textDocument/publishDiagnostics",
            lambda one: one["uri"] == uri and (version is None or one.get("version") == version),
        )
        items: list[Json] = params["diagnostics"]
        return items

    def pulled(self, uri: str, known: str | None = None) -> Json:
        """The answer to a client that asks for the diagnostics of a document."""
        params = {"textDocument": {"uri": uri}, "previousResultId": known}
        answer: Json = self.ask("textDocument/diagnostic", params)
        return answer


def place(line: int, character: int) -> Json:
    """A position."""
    return {"line": line, "character": character}


def replace(start: tuple[int, int], end: tuple[int, int], text: str) -> Json:
    """A change of a part of a document."""
    return {"range": {"start": place(*start), "end": place(*end)}, "text": text}
