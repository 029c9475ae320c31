"""An editor's side of a document: text and positions by the words of the protocol, written without the code under
test."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import Any, Literal

Unit = Literal["utf-8", "utf-16", "utf-32"]
UNITS: tuple[Unit, ...] = ("utf-8", "utf-16", "utf-32")

_LINE_END = re.compile("\r\n|\n|\r")
_BYTES = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}

NASTY = (
    "\f",
    "\v",
    "\u2028",
    "\u2029",
    "\x85",
    "\x1c",
    "𠮷",
    "𣲗",
    "e\u0301",
    "\u200b",
    "\r\n",
    "\r",
    "\n",
    "\t",
    "👨‍👩‍👧",
    "合计",
    "0",
    " ",
)
"""What some programs take for a line end, what takes two units in UTF-16, what makes one character of several, and what
is a line end."""


@dataclass(slots=True)
class Editor:
    """A document in an editor that counts columns in ``unit``."""

    text: str
    unit: Unit = "utf-16"

    def position(self, offset: int) -> dict[str, int]:
        """Line and column of an offset that does not lie inside a line end."""
        lines = _LINE_END.split(self.text[:offset])
        name, size = _BYTES[self.unit]
        return {"line": len(lines) - 1, "character": len(lines[-1].encode(name)) // size}

    def range(self, start: int, end: int) -> dict[str, Any]:
        """A range as the protocol tells it."""
        return {"start": self.position(start), "end": self.position(end)}

    def boundary(self, offset: int) -> int:
        """The offset, or the one before where it lies inside a line end."""
        inside = 0 < offset < len(self.text) and self.text[offset - 1 : offset + 1] == "\r\n"
        return offset - inside

    def edit(self, start: int, end: int, content: str) -> dict[str, Any]:
        """Replace a range, and give the change as the editor would tell it."""
        start, end = self.boundary(start), self.boundary(end)
        change = {"range": self.range(start, end), "text": content}
        self.text = self.text[:start] + content + self.text[end:]
        return change

    def any_edit(self, chance: random.Random) -> dict[str, Any]:
        """Some edit as a careless person makes it: typing, deleting, pasting, all over the text."""
        start = chance.randrange(len(self.text) + 1)
        end = min(len(self.text), start + chance.choice((0, 0, 0, 1, 1, 2, 5, 30)))
        content = "".join(chance.choice(NASTY) for _ in range(chance.choice((0, 1, 1, 2, 4))))
        return self.edit(start, end, content)
