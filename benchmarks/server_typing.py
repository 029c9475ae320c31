"""How people type: now in a figure, now in a sentence, a few characters in one place, sometimes one back."""

from __future__ import annotations

from random import Random
from typing import Any

from benchmarks.server_client import Server

_HAN = "年度政府信息公开工作报告依法办理申请件次，。"
_STAY = 12
"""Characters that are typed in one place, on average, before the person goes to another."""
_BACK = 0.4
"""How often a character is taken back. So often that the document hardly grows."""


class Typist:
    """A person who edits a document of a server. The text must have no characters beyond U+FFFF, so that columns in
    UTF-16 are those of Python."""

    def __init__(self, server: Server, uri: str, text: str, seed: int = 1) -> None:
        self.server = server
        self.uri = uri
        self._lines = text.split("\n")
        self._random = Random(seed)
        self._version = 0
        self._line = self._column = self._typed = 0
        self._move()

    def type(self) -> None:
        """Tell the server of one more keystroke."""
        if self._random.random() < 1 / _STAY:
            self._move()
        line = self._lines[self._line]
        if self._typed and self._random.random() < _BACK:
            self._edit(self._column - 1, self._column, "")
            self._typed -= 1
        else:
            figure = not line.strip() or line.strip()[:1].isdigit()
            self._edit(self._column, self._column, self._random.choice("0123456789" if figure else _HAN))
            self._typed += 1

    def _move(self) -> None:
        while self._typed:  # What was typed there is taken back, so that the document keeps its size.
            self._edit(self._column - 1, self._column, "")
            self._typed -= 1
        self._line = self._random.randrange(len(self._lines))
        self._column = len(self._lines[self._line])

    def _edit(self, start: int, end: int, content: str) -> None:
        line = self._lines[self._line]
        self._lines[self._line] = line[:start] + content + line[end:]
        self._column = start + len(content)
        self._version += 1
        ends: list[Any] = [{"line": self._line, "character": at} for at in (start, end)]
        change = {"range": {"start": ends[0], "end": ends[1]}, "text": content}
        document = {"uri": self.uri, "version": self._version}
        self.server.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    @property
    def place(self) -> Any:
        """Where the person is."""
        return {"line": self._line, "character": self._column}
