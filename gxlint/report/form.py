"""What an official form is: its sections, tables, rows, columns and the relations between their figures.

The forms themselves are data (``gxlint/forms/*.toml``); these are the shapes they are read into.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NumberKind = Literal["count", "change", "money"]
"""``count``: a whole number, not negative. ``change``: a whole number that may be negative. ``money``: any number."""

Comparison = Literal["==", "<="]


@dataclass(frozen=True, slots=True)
class FormSection:
    """One of the six parts. ``variants`` are other accepted headings, ``legacy`` names of the form before 2019; all of
    them without the number in front. ``table``: this part reports by table."""

    key: str
    number: str
    heading: str
    variants: tuple[str, ...] = ()
    legacy: tuple[str, ...] = ()
    table: bool = False

    @property
    def title(self) -> str:
        """The heading as the form prints it: ``一、总体情况``."""
        return f"{self.number}、{self.heading}"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of figures. ``name`` says it to a reader (``行政复议 · 总计``), ``label`` is what its own header cell
    prints (``总计``)."""

    key: str
    label: str
    name: str
    number: NumberKind = "count"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of figures. ``name`` is the short way to say it, such that a figure can stand behind it:
    ``（三）不予公开第1项``; ``label`` is what the form prints; ``aliases`` are labels that mean the same; ``groups``
    are the labels of the merged cells in front of it. A row of table four has no label: its label is empty."""

    key: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormRelation:
    """A relation (勾稽关系) the figures of a table keep: the sum of ``left`` compares with the sum of ``right``.

    With ``each == "column"`` the terms are keys of rows and the relation holds in every column; with ``"row"`` they
    are keys of columns and it holds in every row. ``kind`` names the family of relations (``balance``); ``source``
    where it is laid down.
    """

    kind: str
    each: Literal["row", "column"]
    left: tuple[str, ...]
    right: tuple[str, ...]
    comparison: Comparison = "=="
    source: str = ""


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table of a form. ``name``: ``表三``, ``表二（五）``. ``captions`` are the lines printed above its header,
    ``note`` the 勾稽关系 note, ``headers`` every other label of its header."""

    key: str
    section: str
    name: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    relations: tuple[FormRelation, ...] = ()
    captions: tuple[str, ...] = ()
    note: str = ""
    headers: tuple[str, ...] = ()

    def row(self, key: str) -> FormRow:
        """The row with this key. Raises KeyError."""
        for row in self.rows:
            if row.key == key:
                return row
        raise KeyError(key)

    def column(self, key: str) -> FormColumn:
        """The column with this key. Raises KeyError."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Form:
    """An official form. ``first_year`` and ``last_year`` are the years *reported on*; ``last_year`` is None while the
    form is in force. ``notice`` names the notice that made it with its document number."""

    key: str
    title: str
    notice: str
    document_number: str
    first_year: int
    last_year: int | None
    sections: tuple[FormSection, ...]
    tables: tuple[FormTable, ...]

    def in_force(self, year: int) -> bool:
        """Whether a report on ``year`` has to use this form."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def table(self, key: str) -> FormTable | None:
        """The table with this key, or None where the form has none."""
        for table in self.tables:
            if table.key == key:
                return table
        return None
