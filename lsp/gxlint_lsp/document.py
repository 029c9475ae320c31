"""The server's copy of a document: a text with its version and its lines, changed by the edits that the client tells.

Lines end where ``gxlint.text.LineIndex`` says and nowhere else; the document classes of pygls also cut at form feed,
U+2028 and U+0085, after which every later edit lands in the wrong place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lsprotocol import types as t

from gxlint.text import LineIndex, Span, Unit

_HALF = re.compile("[\ud800-\udfff]")
_MOST_TOUCHED = 64
"""How many separate places of edits a document remembers; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text at one version.

    ``edits`` are what made it of the version before, one after the other: the place in the text before each edit and
    the length of what came in there. ``touched`` are the places that were edited since the document was opened, in the
    order of the text and counted in the text as it is now; ``touched_rows`` are their lines.
    """

    uri: str
    version: int
    text: str
    index: LineIndex
    language_id: str = ""
    touched: tuple[Span, ...] = ()
    edits: tuple[tuple[Span, int], ...] = ()

    @classmethod
    def of(cls, uri: str, version: int, text: str, language_id: str = "") -> Document:
        """A document as it is opened."""
        return cls(uri, version, text, LineIndex.of(text), language_id)

    def changed(
        self,
        changes: Iterable[t.TextDocumentContentChangeEvent],
        unit: Unit,
        version: int | None = None,
    ) -> Document:
        """The document after these changes, each of which counts in the text that the one before it left."""
        index, touched = self.index, self.touched
        edits: list[tuple[Span, int]] = []
        for change in changes:
            if isinstance(change, t.TextDocumentContentChangePartial):
                span = span_of(index, change.range, unit)
                span, content = _whole_characters(index.text, span, change.text)
                index = spliced(index, span, content)
                touched = _touched(touched, span, len(content))
                edits.append((span, len(content)))
            else:
                _, text = _whole_characters("", Span(0, 0), change.text)
                span, content = _difference(index.text, text)
                index = spliced(index, span, content)
                touched = _touched(touched, span, len(content))
                edits.append((span, len(content)))
        new = self.version if version is None else version
        return Document(self.uri, new, index.text, index, self.language_id, touched, tuple(edits))

    @property
    def touched_rows(self) -> frozenset[int]:
        """The lines (from 0) that were edited since the document was opened."""
        rows: set[int] = set()
        for span in self.touched:
            rows.update(range(self.index.row(span.start), self.index.row(span.end) + 1))
        return frozenset(rows)


def _difference(before: str, after: str) -> tuple[Span, str]:
    """The one edit that makes ``after`` of ``before``, as small as can be."""
    most = min(len(before), len(after))
    head = bisect_left(range(1, most + 1), True, key=lambda length: not after.startswith(before[:length]))
    tail = bisect_left(
        range(1, most - head + 1), True, key=lambda length: not after.endswith(before[len(before) - length :])
    )
    return Span(head, len(before) - tail), after[head : len(after) - tail]


def moved(offset: int, edits: Iterable[tuple[Span, int]]) -> int | None:
    """Where what stood behind the offset stands after the edits; None where one of them changed all around it."""
    for span, length in edits:
        if offset >= span.end:
            offset += length - len(span)
        elif offset > span.start:
            return None
    return offset


def moved_back(offset: int, edits: Sequence[tuple[Span, int]]) -> int | None:
    """Where the offset lay before the edits; None where one of them touched it."""
    for span, length in reversed(edits):
        if offset > span.start + length:
            offset -= length - len(span)
        elif offset >= span.start:
            return None
    return offset


def span_of(index: LineIndex, asked: t.Range, unit: Unit) -> Span:
    """The place that a range of the protocol names. A range that runs backwards is read forwards."""
    start = index.offset(max(asked.start.line, 0), max(asked.start.character, 0), unit)
    end = index.offset(max(asked.end.line, 0), max(asked.end.character, 0), unit)
    return Span(min(start, end), max(start, end))


def spliced(index: LineIndex, span: Span, content: str) -> LineIndex:
    """The index of the text with ``span`` replaced by ``content``; reads only the lines that the edit touches.

    One character beside the edit belongs to what is read again, because ``\\r`` and ``\\n`` may come together or part.
    """
    text = index.text[: span.start] + content + index.text[span.end :]
    grown = len(content) - len(span)
    starts = index.starts
    first = starts[max(bisect_right(starts, max(span.start - 1, 0)) - 1, 0)]
    kept = bisect_right(starts, first)
    rest = bisect_left(starts, span.end + 2)
    reread_to = (starts[rest] if rest < len(starts) else len(index.text)) + grown
    fresh = LineIndex.of(text[first:reread_to]).starts[1:]
    last = len(starts)
    if rest < last and fresh and first + fresh[-1] == reread_to:
        fresh = fresh[:-1]  # It is the first of the starts that follow.
    follow = starts[rest:] if grown == 0 else tuple([start + grown for start in starts[rest:]])
    return LineIndex(text, starts[:kept] + tuple(first + start for start in fresh) + follow)


def _touched(places: tuple[Span, ...], edited: Span, length: int) -> tuple[Span, ...]:
    """The places after an edit: those behind it move, those that meet it become one with it."""
    start, end = edited.start, edited.start + length
    grown = length - len(edited)
    apart: list[Span] = []
    for place in places:
        if place.end < edited.start:
            apart.append(place)
        elif place.start > edited.end:
            apart.append(place.shifted(grown))
        else:
            start = min(start, place.start)
            end = max(end, place.end + grown)
    return tuple(sorted([*apart[-_MOST_TOUCHED + 1 :], Span(start, max(start, end))]))


def _whole_characters(text: str, span: Span, content: str) -> tuple[Span, str]:
    """The edit with the halves of a character that came one by one put together, as they are one in the editor."""
    if not _HALF.search(content):
        return span, content
    start, end = span.start, span.end
    if start and content[0] >= "\udc00" and "\ud800" <= text[start - 1] < "\udc00":
        start, content = start - 1, text[start - 1] + content
    if end < len(text) and content[-1] < "\udc00" and "\udc00" <= text[end] <= "\udfff":
        end, content = end + 1, content + text[end]
    return Span(start, end), content.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
