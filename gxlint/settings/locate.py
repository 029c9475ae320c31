"""Where the keys of a TOML file stand. ``tomllib`` gives values without their lines, and a person who is told that a
setting is wrong, or why a rule runs, wants to know the line."""

from __future__ import annotations

from gxlint.text import LineIndex

Path = tuple[str | int, ...]
"""Keys from the outermost in; the number of an element for an array (from 0)."""

_BLANK = " \t"
_SPACE = " \t\r\n"


def rows(text: str) -> dict[Path, int]:
    """The row, from 1, of every key and every array element of a TOML document that ``tomllib`` has accepted."""
    scanner = _Scanner(text)
    scanner.document()
    return scanner.rows


class _Scanner:
    """Walks a valid document once. It judges nothing: ``tomllib`` has done so."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.lines = LineIndex.of(text)
        self.rows: dict[Path, int] = {}
        self.tables: dict[Path, int] = {}

    def document(self) -> None:
        prefix: Path = ()
        while self.skip(_SPACE):
            if self.text[self.position] == "[":
                prefix = self.header()
            else:
                self.pair(prefix)

    def header(self) -> Path:
        start = self.position
        repeated = self.text.startswith("[[", start)
        self.position += 2 if repeated else 1
        path = self.key()
        if repeated:
            number = self.tables.get(path, 0)
            self.tables[path] = number + 1
            path = (*path, number)
        self.note(path, start)
        self.position += 2 if repeated else 1
        return path

    def pair(self, prefix: Path) -> None:
        self.skip(_BLANK)
        start = self.position
        path = (*prefix, *self.key())
        self.note(path, start)
        self.position += 1
        self.value(path)

    def key(self) -> Path:
        parts: list[str] = []
        while True:
            self.skip(_BLANK)
            start = self.position
            if self.text[start] in "\"'":
                parts.append(self.string())
            else:
                self.until(" \t.=]")
                parts.append(self.text[start : self.position])
            self.skip(_BLANK)
            if self.text[self.position] != ".":
                return tuple(parts)
            self.position += 1

    def value(self, path: Path) -> None:
        self.skip(_BLANK)
        first = self.text[self.position]
        if first in "\"'":
            self.string()
        elif first == "[":
            self.array(path)
        elif first == "{":
            self.inline_table(path)
        else:
            self.until(",]}#\r\n")

    def array(self, path: Path) -> None:
        self.position += 1
        number = 0
        while self.skip(_SPACE) and self.text[self.position] != "]":
            self.note((*path, number), self.position)
            self.value((*path, number))
            number += 1
            self.skip(_SPACE + ",")
        self.position += 1

    def inline_table(self, path: Path) -> None:
        self.position += 1
        while self.skip(_SPACE + ",") and self.text[self.position] != "}":
            self.pair(path)
        self.position += 1

    def string(self) -> str:
        """Step over a string and give what it says where it stands as a key, which is never one of several lines."""
        quote = self.text[self.position]
        ends = quote * 3 if self.text.startswith(quote * 3, self.position) else quote
        start = self.position
        self.position += len(ends)
        while not self.text.startswith(ends, self.position):
            self.position += 2 if quote == '"' and self.text[self.position] == "\\" else 1
        self.position += len(ends)
        while len(ends) == 3 and self.text.startswith(quote, self.position):
            self.position += 1  # A string of several lines may end in quotation marks of its own.
        raw = self.text[start : self.position]
        if quote == '"' and "\\" in raw and len(ends) == 1:
            import tomllib

            return str(tomllib.loads(f"key = {raw}")["key"])
        return raw[len(ends) : -len(ends)]

    def skip(self, characters: str) -> bool:
        """Step over these characters and, where line ends are among them, over comments; whether anything is left."""
        while self.position < len(self.text):
            character = self.text[self.position]
            if character == "#" and "\n" in characters:
                self.until("\n")
            elif character in characters:
                self.position += 1
            else:
                return True
        return False

    def until(self, characters: str) -> None:
        while self.position < len(self.text) and self.text[self.position] not in characters:
            self.position += 1

    def note(self, path: Path, position: int) -> None:
        row = self.lines.row(position) + 1
        for length in range(1, len(path) + 1):
            self.rows.setdefault(path[:length], row)
