"""The text of a report inside a file that holds markup too, and the way back from one to the other."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from gxlint.text import LineIndex, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """``text[start:start + length]`` of a view was read off ``source[source_start:source_end]``. ``same``: it stands
    there letter for letter; otherwise it stands for markup (a row end, ``&nbsp;``), which may be nothing at all."""

    start: int
    length: int
    source_start: int
    source_end: int
    same: bool


@dataclass(frozen=True, slots=True)
class View:
    """What a reader takes for the ``text`` of the file ``source``, which holds markup too. ``pieces`` make up the text
    without a gap, in the order of both; ``index`` are its lines."""

    source: str
    text: str
    pieces: tuple[Piece, ...]
    index: LineIndex

    def source_offset(self, offset: int, *, end: bool = False) -> int:
        """Where an offset of the text lies in the source; with ``end`` the place behind the character before it."""
        if not self.pieces:
            return 0
        if end and offset > 0:
            piece = self._piece(offset - 1)
            return piece.source_start + offset - piece.start if piece.same else piece.source_end
        piece = self._piece(offset)
        inside = offset - piece.start
        if piece.same:
            return piece.source_start + inside
        return piece.source_start if inside < max(piece.length, 1) else piece.source_end

    def source_span(self, span: Span) -> Span:
        """Where a span of the text lies in the source, markup inside it included."""
        start = self.source_offset(span.start)
        return Span(start, max(start, self.source_offset(span.end, end=True)) if span.end > span.start else start)

    def exact(self, span: Span) -> Span | None:
        """The same, where nothing but this text stands there, so that it can be replaced; None elsewhere."""
        if not self.pieces:
            return None
        first, last = self._at(span.start), self._at(max(span.end - 1, span.start))
        pieces = self.pieces[first : last + 1]
        joined = all(one.source_end == other.source_start for one, other in pairwise(pieces))
        whole = all(piece.same or _inside(piece, span) for piece in pieces)
        return self.source_span(span) if joined and whole else None

    def offset(self, source_offset: int) -> int:
        """The offset in the text for one of the source: that of the next text where markup stands there."""
        at = max(bisect_right(self.pieces, source_offset, key=lambda piece: piece.source_start) - 1, 0)
        if not self.pieces or source_offset < self.pieces[at].source_start:
            return 0
        piece = self.pieces[at]
        if piece.same:
            return piece.start + min(source_offset - piece.source_start, piece.length)
        return piece.start + (piece.length if source_offset >= piece.source_end else 0)

    def _at(self, offset: int) -> int:
        return max(bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1, 0)

    def _piece(self, offset: int) -> Piece:
        return self.pieces[self._at(offset)]


def _inside(piece: Piece, span: Span) -> bool:
    """Whether a piece that stands for markup is replaced as a whole, and stands for something."""
    return (
        piece.source_end > piece.source_start and span.start <= piece.start and piece.start + piece.length <= span.end
    )


class ViewWriter:
    """Writes a view piece by piece. ``end`` is what was written last, ``"\\n"`` at the very beginning."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self.end = "\n"

    def copy(self, start: int, end: int) -> None:
        """A piece of the source, letter for letter."""
        self._write(self.source[start:end], start, end, same=True)

    def put(self, text: str, start: int, end: int) -> None:
        """``text``, which stands for what the source has there."""
        self._write(text, start, end, same=False)

    def _write(self, text: str, start: int, end: int, *, same: bool) -> None:
        if text:
            self._texts.append(text)
            self._pieces.append(Piece(self._length, len(text), start, end, same))
            self._length += len(text)
            self.end = text[-1]

    def view(self) -> View:
        """The view of all that was written."""
        text = "".join(self._texts)
        return View(self.source, text, tuple(self._pieces), LineIndex.of(text))
