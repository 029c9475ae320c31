"""Labels letter by letter: where in the text each letter of a label stands that is written in several pieces."""

from __future__ import annotations

from collections.abc import Sequence

from gxlint.report import Cell
from gxlint.text import Span, fold

_MOST_EDITS = 3


def spelt(pieces: Sequence[Cell]) -> list[tuple[str, int]]:
    """The folded letters of these pieces one behind the other, each with its place in the text."""
    return [
        (letter, piece.start + at)
        for piece in pieces
        for at, character in enumerate(piece.text)
        for letter in fold(character)
    ]


def own_pieces(label: Cell, cells: Sequence[Cell]) -> list[Cell]:
    """Those of ``cells`` that a label was put together from, a line each. Between them others may stand."""
    own: list[Cell] = []
    lines = label.text.split("\n")
    for cell in cells:
        inside = label.start <= cell.start and cell.end <= label.end and len(own) < len(lines)
        if inside and cell.text == lines[len(own)]:
            own.append(cell)
    return own if len(own) == len(lines) else []


def letter_edits(letters: Sequence[tuple[str, int]], right: str) -> tuple[tuple[Span, str], ...]:
    """The replacements of single letters that make ``right`` of them; none where it is not about a few letters."""
    if len(letters) != len(right):
        return ()
    edits = tuple((Span(at, at + 1), new) for (old, at), new in zip(letters, right, strict=True) if old != new)
    return edits if len(edits) <= _MOST_EDITS else ()
