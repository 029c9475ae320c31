"""Plain text and Markdown: paragraphs, and the tables that carry cell marks.

Several kinds of marks are understood, and may stand in one file: a tab in front of every cell, one cell a line, rows
separated by an empty line (what Tika makes of Word); a whole row on a line with tabs between the cells; Markdown pipe
tables, also with one cell a line; cells closed by pipes (``closed``). Tables without any marks are lines here; laying
them out needs the form.
"""

from __future__ import annotations

import re

from gxlint.readers.cells import cell_at
from gxlint.readers.closed import closed_table
from gxlint.readers.lines import is_page_number, is_unseen, lines_of
from gxlint.report import Block, Cell, PageNumber, Paragraph, Row, Table
from gxlint.text import INVISIBLE, MARKUP_TOKEN

_HEADING = re.compile(r"[#\s]*[一二三四五六七八九十]+[、.．]")
_PIPE_RULE = re.compile(r"\|?[\s:|]*-{2,}[-\s:|]*\|?")
_BEFORE_PIPE = " \xa0\u3000" + INVISIBLE
_UNSEEN = "[" + _BEFORE_PIPE
_UNSEEN_IN_FRONT = re.compile(rf"(?:{MARKUP_TOKEN.pattern}|[ \xa0\u3000])+")
"""What may stand in front of the mark of a cell and is no content."""
_PIPE = re.compile(r"(?<!\\)\|")
_LIST_NUMBER = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]+(?:部分|章|节)?)\t"
)
_TAB_BETWEEN = re.compile(r"[^\t\r\n]\t+[^\t\r\n]")
_SENTENCE = re.compile(r"[。；！？]")
_LONGEST_PIECE = 48
"""A wrapped piece of a label is no longer than the longest label and holds no sentence; anything else is prose."""
_LONGEST_CELL = 600
"""No cell is longer than this, though its label be written one character a line."""


def read_plain(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text or Markdown file, in the order of the text. Linear in the length of the text."""
    reader = _PlainReader(text)
    for number, (start, line) in enumerate(reader.lines):
        if number < reader.closed_until:
            continue
        # Most lines of a report are the next cell of an open row: the rest of the walk is kept off their way.
        if line[:1] == "\t" and reader.cell_start >= 0 and not reader.blank_lines and line.find("\t", 1) < 0:
            reader.cells.append(cell_at(text, reader.cell_start, reader.cell_end))
            reader.cell_start = start + 1
            reader.cell_end = start + len(line)
        else:
            reader.take(number, start, line)
    reader.end_table()
    return tuple(reader.blocks)


class _PlainReader:
    """Walks the lines once. A table is open while ``rows`` or ``cells`` hold something."""

    __slots__ = (
        "bare_row",
        "blank_lines",
        "blocks",
        "cell_end",
        "cell_start",
        "cells",
        "closed_until",
        "lines",
        "not_closed_until",
        "one_cell_lines",
        "page_between",
        "rows",
        "text",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.blocks: list[Block] = []
        self.rows: list[Row] = []
        self.cells: list[Cell] = []
        self.cell_start = -1
        self.cell_end = -1
        self.blank_lines = 0
        self.bare_row = -2
        self.closed_until = 0
        self.not_closed_until = 0
        self.page_between = False
        # Without a tab between two texts anywhere, a tab behind a cell only closes it.
        self.one_cell_lines = _TAB_BETWEEN.search(text) is None

    @property
    def in_table(self) -> bool:
        return bool(self.rows or self.cells or self.cell_start >= 0)

    def take(self, number: int, start: int, line: str) -> None:
        """One line of the file."""
        if line and line[0] in _UNSEEN:
            unseen = _UNSEEN_IN_FRONT.match(line)
            if unseen is not None and line[unseen.end() : unseen.end() + 1] in ("\t", "|"):
                start, line = start + unseen.end(), line[unseen.end() :]
        if line.startswith("\t") and ("\t" not in line[1:] or (self.one_cell_lines and line.strip("\t"))):
            self.take_tab_cell(start, line)
        elif not line:
            self.blank_lines += 1
        elif line[0] == "\t" and self.is_blank_row(line):
            self.take_tab_row(start, line)
        elif line.isspace() or is_unseen(line):
            # An empty paragraph inside a cell or between two paragraphs: never a row end.
            pass
        elif "\t" in line.strip(" ") and _has_cells(line):
            self.take_tab_row(start, line)
        elif "|" in line and self.take_piped(number, start, line):
            pass
        elif is_page_number(line):
            self.take_page_number(start, line)
        else:
            self.take_text(number, start, line)

    def take_tab_cell(self, start: int, line: str) -> None:
        if self.blank_lines:
            self.end_row()
            if self.blank_lines > 1 and not self.page_between:
                self.end_table()
        self.end_cell()
        self.blank_lines = 0
        self.page_between = False
        self.cell_start, self.cell_end = start + 1, start + len(line)

    def is_blank_row(self, line: str) -> bool:
        """Whether a line of nothing but tabs is a row of blank cells: it follows a row with tabs between its cells."""
        return len(line) > 1 and not line.strip("\t") and bool(self.rows) and not self.one_cell_lines

    def take_tab_row(self, start: int, line: str) -> None:
        self.end_row()
        if self.blank_lines > 1 and not self.page_between:
            self.end_table()
        self.blank_lines = 0
        self.page_between = False
        at = start
        cells = []
        for piece in line.split("\t"):
            cells.append(cell_at(self.text, at, at + len(piece)))
            at += len(piece) + 1
        self.rows.append(Row(tuple(cells)))

    def is_bare_row(self, number: int, line: str) -> bool:
        """Whether a line is a row of a Markdown table without pipes at its ends: the rule stands below it, or it is the
        rule, or it follows such a row."""
        if (
            self.bare_row == number - 1
            or _is_bare_rule(line)
            or (number + 1 < len(self.lines) and _is_bare_rule(self.lines[number + 1][1]))
        ):
            self.bare_row = number
        return self.bare_row == number

    def take_pipes(self, start: int, line: str, *, bare: bool) -> None:
        if _PIPE_RULE.fullmatch(MARKUP_TOKEN.sub("", line).strip() if "[" in line else line.strip()):
            return
        pipes = [start + match.start() for match in _PIPE.finditer(line)]
        inner_start, bounds = (start, pipes) if bare else (pipes[0] + 1, pipes[1:])
        if bare or not bounds or line[bounds[-1] - start + 1 :].strip().strip(INVISIBLE):
            bounds.append(start + len(line))
        cells = []
        for end in bounds:
            cells.append(_without_emphasis(self.text, cell_at(self.text, inner_start, end)))
            inner_start = end + 1
        if len(cells) == 1:
            self.take_pipe_cell(cells[0])
            return
        self.end_row()
        if self.blank_lines and not self.page_between:
            self.end_table()
        self.blank_lines = 0
        self.page_between = False
        self.rows.append(Row(tuple(cells)))

    def take_pipe_cell(self, cell: Cell) -> None:
        if self.blank_lines:
            self.end_row()
            if self.blank_lines > 1 and not self.page_between:
                self.end_table()
        self.end_cell()
        self.blank_lines = 0
        self.page_between = False
        self.cells.append(cell)

    def take_piped(self, number: int, start: int, line: str) -> bool:
        """A line with pipes, if they part cells."""
        bare = self.is_bare_row(number, line)
        if not bare and self.take_closed(number):
            return True
        if bare or line.lstrip(_BEFORE_PIPE).startswith("|"):
            self.take_pipes(start, line, bare=bare)
            return True
        return False

    def take_closed(self, number: int) -> bool:
        """The table of cells closed by pipes that begins here, if one does."""
        if self.in_table or number < self.not_closed_until:
            return False
        found = closed_table(self.text, self.lines, number)
        if not found.rows:
            self.not_closed_until = found.end
            return False
        self.blank_lines = 0
        self.blocks += (Table(found.rows), *found.page_numbers)
        self.closed_until = found.end
        return True

    def take_page_number(self, start: int, line: str) -> None:
        at = start + len(line) - len(line.lstrip())
        self.blocks.append(PageNumber(at, at + len(line.strip()), inside_table=self.in_table))
        self.page_between = self.in_table

    def take_text(self, number: int, start: int, line: str) -> None:
        if self.cell_start >= 0 and self.continues_cell(number, line):
            self.cell_end = start + len(line)
            self.blank_lines = 0
            return
        self.end_table()
        self.blank_lines = 0
        self.blocks.append(Paragraph(start, start + len(line), line))

    def continues_cell(self, number: int, line: str) -> bool:
        """Whether a line without a mark is a further line of the open cell: a wrapped label, or the figure below an
        empty first paragraph. A heading or prose behind the table is not."""
        if _HEADING.match(line) or line.lstrip().startswith("#"):
            return False
        if len(line) > _LONGEST_PIECE or self.cell_end - self.cell_start > _LONGEST_CELL or _SENTENCE.search(line):
            return False
        cell = cell_at(self.text, self.cell_start, self.cell_end)
        figure_like = not any("一" <= character <= "鿿" for character in line)
        if not self.blank_lines:
            return cell.kind != "number"
        if cell.kind == "blank":
            return figure_like and self.blank_lines == 1
        next_line = self.lines[number + 1][1] if number + 1 < len(self.lines) else ""
        return cell.kind == "text" and not figure_like and next_line.startswith("\t")

    def end_cell(self) -> None:
        if self.cell_start >= 0:
            self.cells.append(cell_at(self.text, self.cell_start, self.cell_end))
            self.cell_start = -1

    def end_row(self) -> None:
        self.end_cell()
        if self.cells:
            self.rows.append(Row(tuple(self.cells)))
            self.cells = []

    def end_table(self) -> None:
        self.end_row()
        if self.rows:
            self._insert_table(Table(tuple(self.rows)))
            self.rows = []
        self.page_between = False

    def _insert_table(self, table: Table) -> None:
        """Put the table in front of the page numbers that were met inside or behind it, keeping the order of the text;
        one behind its last row does not stand inside it."""
        at = len(self.blocks)
        while at and isinstance(before := self.blocks[at - 1], PageNumber) and before.start > table.span.start:
            if before.start > table.span.end:
                self.blocks[at - 1] = PageNumber(before.start, before.end)
            at -= 1
        self.blocks.insert(at, table)


def _has_cells(line: str) -> bool:
    """Whether tabs part a line into cells. One tab behind a list number is how an editor sets a numbered heading."""
    tabs = line.count("\t")
    return tabs > 1 or (tabs == 1 and not line.startswith("\t") and _LIST_NUMBER.match(line) is None)


def _is_bare_rule(line: str) -> bool:
    return "|" in line and line[:1] != "|" and "--" in line and _PIPE_RULE.fullmatch(line.strip()) is not None


def _without_emphasis(text: str, cell: Cell) -> Cell:
    if len(cell.text) > 2 and cell.text[0] == cell.text[-1] == "*":
        marks = 2 if cell.text.startswith("**") else 1
        return cell_at(text, cell.start + marks, cell.end - marks)
    return cell
