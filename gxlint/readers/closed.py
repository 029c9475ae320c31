"""Tables whose cells are closed by pipes instead of standing between them: ``规章 | 0 | 0 | 0 |``.

This is what text taken out of a web page looks like. A row stands on a line, or every cell does; a row that is narrower
than the table ends in further pipes (``行政许可 | 0 | ||``); a cell may begin on one line and be closed on the next.
Some of these texts open every row with a pipe at the beginning of a line as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gxlint.readers.cells import cell_at
from gxlint.readers.lines import is_page_number
from gxlint.report import Cell, PageNumber, Row

_RULE = re.compile(r"\|?[\s:|]*-{2,}[-\s:|]*\|?")
_PADDING = re.compile(r"\|{2,}$")
_HEADING = re.compile(r"[#\s]*[一二三四五六七八九十]+[、.．]")
_CAPTION = re.compile(r"第二十条")
_NUMBERED = re.compile(r"\d{1,2}[.．、]\s*[一-鿿]")
_SENTENCE = re.compile(r"[。；！？]")
_LONGEST_PIECE = 48
_LEAST_CELLS = 4
_LEAST_LETTERS = 2
_LETTERS_OF_LABEL = 4

Lines = Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class ClosedTable:
    """The rows of such a table, the page numbers between them, and the number of the line behind it."""

    rows: tuple[Row, ...]
    page_numbers: tuple[PageNumber, ...]
    end: int


def closed_table(text: str, lines: Lines, number: int) -> ClosedTable:
    """The table that begins at line ``number``; one without rows where none begins in front of its ``end``.

    Two lines at least have to be closed, and some cell has to hold a figure or nothing: a row of links is no table.
    """
    opened = _opens_rows(lines, number)
    if not opened and not (_is_closed(lines, number) and lines[number][1].lstrip()[:1] != "|"):
        return ClosedTable((), (), number + 1)
    if not any(_is_closed(lines, at) for at in (number + 1, number + 2)):
        return ClosedTable((), (), number + 1)
    end = _end(lines, number, opened=opened)
    printed = [line for line in lines[number:end] if not _RULE.fullmatch(line[1].strip())]
    rows = tuple(Row(cells, closed=True) for cells in _Cells(text, opened).rows(printed))
    cells = [cell for row in rows for cell in row.cells]
    if len(cells) < _LEAST_CELLS or all(cell.kind == "text" for cell in cells):
        return ClosedTable((), (), end)
    pages = tuple(_page_number(*line) for line in printed if is_page_number(line[1]))
    return ClosedTable(rows, pages, end)


def _opens_rows(lines: Lines, number: int) -> bool:
    """Whether a row opens here with a pipe of its own, its first cell on the next line."""
    if lines[number][1].rstrip() != "|" or number + 1 == len(lines):
        return False
    return _is_closed(lines, number + 1) and lines[number + 1][1].lstrip()[:1] != "|"


def _is_closed(lines: Lines, number: int) -> bool:
    return number < len(lines) and lines[number][1].rstrip().endswith("|")


def _end(lines: Lines, number: int, *, opened: bool) -> int:
    """The number of the line behind the last closed one; a single empty line between them parts nothing."""
    end = number
    for at in range(number, len(lines)):
        line = lines[at][1]
        if _is_closed(lines, at):
            end = at + 1
        elif at - end > 1 or (
            line.strip() and not is_page_number(line) and not _is_closed_below(lines, at, opened=opened)
        ):
            break
    return end


def _is_closed_below(lines: Lines, at: int, *, opened: bool) -> bool:
    """Whether a line without a pipe is the beginning of a cell that is closed on a line below: a piece of a label, or
    a label with the pipe on the next line and its figures right behind. A heading in front of a table is not."""
    below = [line.strip() for _, line in lines[at + 1 : at + 4]]
    if not below:
        return False
    if _is_piece(lines[at][1]):
        return opened or below[0].endswith("|")
    return not opened and below[0] == "|" and len(below) == 3 and below[2].rstrip("| ").isdigit()


def _is_piece(line: str) -> bool:
    """Whether a line may be a piece of a label: no heading, no caption above a table, no prose."""
    if len(line) > _LONGEST_PIECE or _HEADING.match(line):
        return False
    return _CAPTION.search(line) is None and _SENTENCE.search(line) is None


def _page_number(start: int, line: str) -> PageNumber:
    at = start + len(line) - len(line.lstrip())
    return PageNumber(at, at + len(line.strip()), inside_table=True)


class _Cells:
    """Goes through the lines of a table and gathers its rows. ``begun`` is where a cell began that is still open."""

    __slots__ = ("begun", "cells", "opened", "text")

    def __init__(self, text: str, opened: bool) -> None:
        self.text = text
        self.opened = opened
        self.begun = -1
        self.cells: list[Cell] = []

    def rows(self, lines: Lines) -> Iterator[tuple[Cell, ...]]:
        """The rows of these lines. Where most lines hold several cells, every line is a row."""
        counts = [line.count("|") for _, line in lines if "|" in _PADDING.sub("", line.rstrip())]
        by_line = not self.opened and 2 * sum(count > 1 for count in counts) > len(counts)
        for start, line in lines:
            if not line.strip() or is_page_number(line):
                continue
            opener = self.opened and line[0] == "|" and self.begun < 0
            if opener:
                yield from self.end_row()
            cells = list(self.closed_cells(start + opener, line[opener:]))
            if by_line and (line[0] != "|" or any(map(_is_words, cells))):
                yield from self.end_row()
            for cell in cells:
                if not by_line and not self.opened and self.begins_row(cell):
                    yield from self.end_row()
                self.cells.append(cell)
            # A label alone on its line may have its blank cells on the next.
            if (by_line and self.begun < 0 and len(self.cells) > 1) or _PADDING.search(line.rstrip()):
                yield from self.end_row()
        yield from self.end_row()

    def closed_cells(self, start: int, line: str) -> Iterator[Cell]:
        """The cells that end on this line, without the pipes that only fill up the row."""
        body = line.rstrip()
        padding = _PADDING.search(body)
        if padding is not None:
            front = body[: padding.start()].rstrip()
            body = front if not front or front.endswith("|") else front + "|"
        at = 0
        while (pipe := body.find("|", at)) >= 0:
            first = self.begun if self.begun >= 0 else start + at
            self.begun = -1
            yield cell_at(self.text, first, start + pipe)
            at = pipe + 1
        if body[at:].strip() and self.begun < 0:
            self.begun = start + at

    def begins_row(self, cell: Cell) -> bool:
        """Whether this cell is the label of another row: words behind figures, or behind the blanks of a row that has
        its label."""
        if cell.kind != "text" or not self.cells or not _is_words(cell):
            return False
        return not _is_words(self.cells[-1]) and any(map(_is_words, self.cells))

    def end_row(self) -> Iterator[tuple[Cell, ...]]:
        """The row that is complete, if it has any cell."""
        if self.cells:
            yield tuple(self.cells)
            self.cells = []


def _is_words(cell: Cell) -> bool:
    """Whether a cell holds words (``规章``, ``3.其他``) and no figure with something to it (``12件``, ``约3件``)."""
    letters = sum("一" <= character <= "鿿" for character in cell.text)
    if letters < _LEAST_LETTERS:
        return False
    figure = any(map(str.isdigit, cell.text)) and not _NUMBERED.match(cell.text)
    return letters >= _LETTERS_OF_LABEL or not figure
