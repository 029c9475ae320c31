"""Web pages: the text that a reader sees, tables as rows of cells, every character with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

from gxlint.readers.tags import tokens
from gxlint.readers.view import View, ViewWriter

Kind = Literal["text", "character", "block", "table", "table-end", "row", "row-end", "cell", "cell-end"]

_SUBJECTS = ("公开", "申请")
"""What stands in every report."""
_UNSEEN = {
    *("head", "script", "style", "noscript", "template", "svg", "select", "textarea", "iframe", "nav", "header"),
    *("footer", "aside", "button"),
}
"""What is not part of the text, or belongs to the site and not to the report."""
_BLOCKS = {
    *("address", "article", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "html", "legend", "li"),
    *("main", "ol", "p", "pre", "section", "summary", "tbody", "tfoot", "thead", "title", "ul"),
}
_TABLE: dict[str, tuple[Kind, Kind]] = {
    "table": ("table", "table-end"),
    "tr": ("row", "row-end"),
    "td": ("cell", "cell-end"),
    "th": ("cell", "cell-end"),
}
_WHITE = " \t\r\n\f\xa0"
_PIECE = re.compile(rf"[{_WHITE}]+|[^{_WHITE}|]+|\|")


@dataclass(frozen=True, slots=True)
class _Event:
    kind: Kind
    start: int
    end: int
    text: str = ""


def html_view(source: str) -> View:
    """The text of a page. Lines are its paragraphs; rows of a table are lines of cells between bars; tables that only
    arrange the page are no tables. Linear in the length of the source."""
    if "&#" not in source and not all(one in source for one in _SUBJECTS):  # A site has many pages, few reports.
        return ViewWriter(source).view()
    events = list(_events(source))
    page = _Page(source)
    for event, shown in zip(events, _of_figures(events), strict=True):
        page.take(event, in_table=shown)
    return page.writer.view()


def _events(source: str) -> Iterator[_Event]:
    """What matters of a page: text, and where blocks, rows and cells begin and end."""
    unseen: list[str] = []
    for token in tokens(source):
        if token.kind in {"text", "character"}:
            if not unseen:
                text = unescape(source[token.start : token.end]) if token.kind == "character" else ""
                yield _Event(token.kind, token.start, token.end, text)
            continue
        name = token.name
        _enter(name, unseen, opens=token.kind == "open" and not source.endswith("/>", token.start, token.end))
        if unseen:
            continue
        if name in _TABLE:
            yield _Event(_TABLE[name][token.kind == "close"], token.start, token.end)
        elif name in _BLOCKS or name in _UNSEEN:
            yield _Event("block", token.start, token.end)


def _enter(name: str, unseen: list[str], *, opens: bool) -> None:
    """Keep ``unseen``, the open elements that are no part of the text, from the outermost in."""
    if name == "body":
        unseen.clear()
    elif name in _UNSEEN:
        if opens:
            unseen.append(name)
        elif name in unseen:
            del unseen[unseen.index(name) :]


def _of_figures(events: list[_Event]) -> list[bool]:
    """For each event whether it lies in a table for its own sake: one with several cells in a row and no table inside.
    A table that holds another, or one cell a row, only arranges the page."""
    shown = [False] * len(events)
    open_tables: list[int] = []
    arranging: set[int] = set()
    widest: dict[int, int] = {}
    cells = 0
    closed: list[tuple[int, int]] = []
    for number, event in enumerate(events):
        if event.kind == "table":
            if open_tables:  # The ones around it are known already.
                arranging.add(open_tables[-1])
            open_tables.append(number)
        elif event.kind == "table-end" and open_tables:
            closed.append((open_tables.pop(), number))
        elif open_tables and event.kind == "row":
            cells = 0
        elif open_tables and event.kind == "cell":
            cells += 1
            widest[open_tables[-1]] = max(widest.get(open_tables[-1], 0), cells)
    closed += [(start, len(events) - 1) for start in open_tables]
    for start, end in closed:
        if start not in arranging and widest.get(start, 0) > 1:
            shown[start : end + 1] = [True] * (end + 1 - start)
    return shown


class _Page:
    """Writes the view: white space as a browser shows it, a line a block, a line a row of a table."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.writer = ViewWriter(source)
        self._white: tuple[int, int] | None = None
        self._row = False
        self._cell = False

    def take(self, event: _Event, *, in_table: bool) -> None:
        """One event, in order."""
        if event.kind == "text":
            if in_table and not self._cell:
                return  # White space between rows; text there is an error that browsers show elsewhere.
            for match in _PIECE.finditer(self.source, event.start, event.end):
                self._text(match[0], match.start(), match.end())
        elif event.kind == "character":
            if not in_table or self._cell:
                self._text(event.text, event.start, event.end, same=False)
        elif in_table:
            self._mark(event)
        else:
            self._line(event.start)

    def _mark(self, event: _Event) -> None:
        """The edge of a row or a cell; a block inside a cell is white space."""
        if event.kind in ("row", "row-end", "table", "table-end"):
            self._end_row(event.start)
            self._row = event.kind == "row"
        elif event.kind == "cell":
            self.writer.put(" | " if self.writer.end != "\n" else "| ", event.start, event.start)
            self._white, self._cell, self._row = None, True, True
        elif event.kind == "cell-end":
            self._cell = False
        elif self._cell:
            self._white = self._white or (event.start, event.start)

    def _end_row(self, at: int) -> None:
        if self._row and self.writer.end != "\n":
            self.writer.put(" |", at, at)
        self._cell = self._row = False
        self._line(at)

    def _line(self, at: int) -> None:
        self._white = None
        if self.writer.end != "\n":
            self.writer.put("\n", at, at)

    def _text(self, text: str, start: int, end: int, *, same: bool = True) -> None:
        if text.strip(_WHITE) == "":
            self._white = (self._white[0] if self._white else start, end)
            return
        self._space(text)
        if text == "|":
            self.writer.put("｜", start, end)
        elif same:
            self.writer.copy(start, end)
        else:
            self.writer.put(text, start, end)

    def _space(self, following: str) -> None:
        """The white space in front of what follows, as one space. None at the edge of a line or a cell, and none for
        the line break of the source between two Chinese characters, which nobody typed."""
        white, self._white = self._white, None
        if white is None or self.writer.end == "\n" or (self._cell and self.writer.end == " "):
            return
        broken = "\n" in self.source[white[0] : white[1]] or white[0] == white[1]
        if broken and ord(self.writer.end) > 0x2E7F and ord(following[0]) > 0x2E7F:
            return
        self.writer.put(" ", *white)
