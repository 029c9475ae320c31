"""What stands in a document: paragraphs, and tables with rows and cells, each with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gxlint.text import Span

CellKind = Literal["number", "blank", "text"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of prose as it stands in the file, without its line end."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The line's place in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    ``text`` is what is printed, without the white space around it (a wrapped label keeps its line break inside);
    ``start`` and ``end`` are the place of that text, or, for a blank cell, the place where a figure would go.
    ``value`` is the exact figure: ``int`` when printed without a decimal point, else ``Decimal`` with the printed
    precision; ``None`` when the cell holds no figure.
    """

    start: int
    end: int
    text: str
    value: int | Decimal | None = None

    @property
    def span(self) -> Span:
        """The printed text's place; empty for a blank cell."""
        return Span(self.start, self.end)

    @property
    def kind(self) -> CellKind:
        """``number``, ``blank`` (nothing printed) or ``text`` (anything else: ``/``, ``无``, ``251000元``)."""
        if self.value is not None:
            return "number"
        return "text" if self.text else "blank"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table as it was read. ``loose``: the row was put together from lines without cell marks, so that a
    blank cell cannot be seen in it. ``closed``: a mark stands behind every cell, a merged one stands once, and what
    fills up the row stands behind its last cell."""

    cells: tuple[Cell, ...]
    loose: bool = False
    closed: bool = False

    @property
    def span(self) -> Span:
        """From the first cell to the last."""
        return Span(self.cells[0].start, self.cells[-1].end)


@dataclass(frozen=True, slots=True)
class Table:
    """A run of rows that stand together in the document."""

    rows: tuple[Row, ...]

    @property
    def span(self) -> Span:
        """From the first cell to the last."""
        return Span(self.rows[0].cells[0].start, self.rows[-1].cells[-1].end)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The foot of a printed page left in the text: ``- 1 -``, ``第1页 共5页``. ``inside_table``: table rows go on
    after it. ``bare``: a figure without dashes that stands where no figure belongs, most likely a page number too."""

    start: int
    end: int
    inside_table: bool = False
    bare: bool = False

    @property
    def span(self) -> Span:
        """The printed text's place, without the white space around it."""
        return Span(self.start, self.end)


Block = Paragraph | Table | PageNumber
"""What a reader yields, in the order of the text."""
