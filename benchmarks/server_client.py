"""A client of the language server that does nothing but measure: it speaks the protocol byte by byte."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Any

Json = dict[str, Any]

CAPABILITIES: Json = {
    "textDocument": {
        "synchronization": {"didSave": True},
        "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True, "dataSupport": True},
        "diagnostic": {},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "inlayHint": {},
        "semanticTokens": {
            "requests": {"range": True, "full": {"delta": True}},
            "tokenTypes": [],
            "tokenModifiers": [],
            "formats": ["relative"],
        },
    },
    "workspace": {"configuration": True, "diagnostics": {"refreshSupport": True}},
    "window": {"workDoneProgress": True},
}
"""What matters here of what a modern editor tells of itself."""


class Server:
    """A server process. Everything happens in the thread that calls; replies that nobody waits for yet are kept."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self.started = perf_counter()
        environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
        self._replies: dict[int, Json] = {}
        self._number = 0

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.ask("shutdown", None)
            self.notify("exit", None)
        else:
            self.process.kill()
        self.process.wait(60)
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()

    def greet(self) -> None:
        """``initialize`` and ``initialized``."""
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": CAPABILITIES})
        self.notify("initialized", {})

    def open(self, uri: str, text: str) -> None:
        """Open a document."""
        document = {"uri": uri, "languageId": "plaintext", "version": 0, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def notify(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._write({"jsonrpc": "2.0", "method": method, "params": params})

    def send(self, method: str, params: Any) -> int:
        """Send a request and give its number."""
        self._number += 1
        self._write({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params})
        return self._number

    def ask(self, method: str, params: Any) -> Any:
        """The result of a request, once it is there. Raises RuntimeError for an error."""
        return self.result(self.send(method, params))

    def result(self, number: int) -> Any:
        """The result of this request, once it is there. Raises RuntimeError for an error."""
        while number not in self._replies:
            self._read()
        reply = self._replies.pop(number)
        if "error" in reply:
            raise RuntimeError(f"the server refuses: {reply['error']}")
        return reply["result"]

    def answered(self, number: int) -> bool:
        """Whether the reply to this request has been read."""
        return number in self._replies

    def diagnose(self, uri: str) -> int:
        """Ask for the diagnostics of a document."""
        return self.send("textDocument/diagnostic", {"textDocument": {"uri": uri}})

    @property
    def memory(self) -> float:
        """MiB of memory that the process holds; 0 where the system does not tell."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        except OSError:
            return 0.0
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    @property
    def cpu(self) -> float:
        """CPU time of the process in ms; 0 where the system does not tell."""
        try:
            status = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8")
        except OSError:
            return 0.0
        fields = status.rpartition(")")[2].split()
        return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _write(self, message: Json) -> None:
        body = json.dumps(message).encode()
        assert self.process.stdin is not None  # noqa: S101
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None  # noqa: S101
        length = 0
        while line := stream.readline():
            if not line.strip():
                break
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        else:
            raise RuntimeError("the server has ended")
        message = json.loads(stream.read(length))
        if "method" not in message:
            self._replies[message["id"]] = message
        elif "id" in message:
            asked = message["params"]["items"] if message["method"] == "workspace/configuration" else None
            result = [None] * len(asked) if asked is not None else None
            self._write({"jsonrpc": "2.0", "id": message["id"], "result": result})
