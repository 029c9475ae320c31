"""What a layout is: the tables of a report laid on an official form, and a typed misfit for all that did not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gxlint.report.document import Cell, Row, Table
from gxlint.report.form import Form, FormColumn, FormRow, FormTable
from gxlint.text import Span

LabelRole = Literal["row", "group", "column", "caption", "note"]


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row of a report's table that is this row of the form.

    ``label`` is the cell that names it (None where the row has no label of its own), ``cells`` are its cells for
    figures exactly as read, from left to right. The cells have columns only when the row is ``whole``.
    """

    form: FormRow
    label: Cell | None
    cells: tuple[Cell, ...]
    whole: bool
    loose: bool = False

    @property
    def span(self) -> Span:
        """From the label to the last cell."""
        cells = self.cells if self.label is None else (self.label, *self.cells)
        return Span(min(cell.start for cell in cells), max(cell.end for cell in cells))


@dataclass(frozen=True, slots=True)
class LaidTable:
    """One table of the form with the rows of the report that were recognised as its rows, in the report's order."""

    form: FormTable
    form_key: str
    rows: tuple[LaidRow, ...]
    span: Span

    def row(self, key: str) -> LaidRow | None:
        """The report's row for this key of the form, or None where the report has none."""
        for row in self.rows:
            if row.form.key == key:
                return row
        return None

    def cell(self, row_key: str, column_key: str) -> Cell | None:
        """The cell at this row and column, or None where the row is absent or not whole. Raises KeyError for a column
        that the form has not."""
        row = self.row(row_key)
        if row is None or not row.whole:
            return None
        return row.cells[self.form.columns.index(self.form.column(column_key))]

    def place(self, row: FormRow, column: FormColumn | None = None) -> str:
        """The way to name a place to a reader: ``表三 · （三）不予公开第1项 · 自然人``."""
        parts = (self.form.name, row.name, column.name if column else "")
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class RowWidth:
    """Rows that stand together and have fewer or more cells than the form (``actual`` ≠ ``expected``)."""

    table: LaidTable
    rows: tuple[LaidRow, ...]
    expected: int
    actual: int

    @property
    def span(self) -> Span:
        """The first row of the run."""
        return self.rows[0].span


@dataclass(frozen=True, slots=True)
class RowMissing:
    """Rows of the form that the report has not and that stand together in the form.

    ``after`` is the report's row they should follow (None: they come first); ``span`` is an empty one at the place
    where they belong. Where a whole table of section two is absent, ``table`` has no rows.
    """

    table: LaidTable
    rows: tuple[FormRow, ...]
    after: LaidRow | None
    span: Span


@dataclass(frozen=True, slots=True)
class RowUnknown:
    """A row with figures that the form has not. ``repeated``: it repeats a row of the form that is there already."""

    table: LaidTable
    row: Row
    label: Cell | None
    repeated: FormRow | None = None

    @property
    def span(self) -> Span:
        """The label, or the whole row where it has none."""
        return self.label.span if self.label else self.row.span


@dataclass(frozen=True, slots=True)
class RowMoved:
    """A row that stands in another place than in the form; ``follows`` is the form's row in front of it."""

    table: LaidTable
    row: LaidRow
    follows: FormRow | None

    @property
    def span(self) -> Span:
        """The row's label, or its cells."""
        return self.row.label.span if self.row.label else self.row.span


@dataclass(frozen=True, slots=True)
class LabelMisspelt:
    """A label that is almost the official one. ``known``: the mistake is one of the closed list of the form's data, so
    that the official label is beyond doubt. ``edits`` are the smallest replacements that mend it, where they are known
    or the label stands in several pieces."""

    cell: Cell
    official: str
    role: LabelRole
    known: bool
    edits: tuple[tuple[Span, str], ...] = ()

    @property
    def span(self) -> Span:
        """The label."""
        return self.cell.span


@dataclass(frozen=True, slots=True)
class LabelVariant:
    """A label that says the official words with something added, left out or abbreviated. An empty cell stands for a
    label or note that was left out."""

    cell: Cell
    official: str
    role: LabelRole

    @property
    def span(self) -> Span:
        """The label."""
        return self.cell.span


@dataclass(frozen=True, slots=True)
class LabelForeign:
    """A label of another form inside this table: ``规范性文件`` for ``行政规范性文件``."""

    cell: Cell
    official: str
    role: LabelRole
    form_key: str

    @property
    def span(self) -> Span:
        """The label."""
        return self.cell.span


@dataclass(frozen=True, slots=True)
class HeaderRepeated:
    """Two equal header cells where the form has two different ones: ``cell`` should say ``official``."""

    cell: Cell
    official: str

    @property
    def span(self) -> Span:
        """The second of the two."""
        return self.cell.span


@dataclass(frozen=True, slots=True)
class HeaderMissing:
    """A table with cell marks above whose rows no label of a column stands."""

    table: LaidTable

    @property
    def span(self) -> Span:
        """The first row of the table."""
        return self.table.rows[0].span if self.table.rows else self.table.span


@dataclass(frozen=True, slots=True)
class TableUnreadable:
    """A table stands where the form has one, but its rows could not be recognised."""

    table: Table
    section: str

    @property
    def span(self) -> Span:
        """The whole table."""
        return self.table.span


Misfit = (
    RowWidth
    | RowMissing
    | RowUnknown
    | RowMoved
    | LabelMisspelt
    | LabelVariant
    | LabelForeign
    | HeaderRepeated
    | HeaderMissing
    | TableUnreadable
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The tables of a report laid on their forms.

    ``form`` is the form the tables are made by, recognised from the tables themselves; None where they carry no mark
    of either form. ``forms_seen`` are the keys of all forms that left a mark, each with the label that shows it.
    """

    form: Form | None
    tables: tuple[LaidTable, ...]
    misfits: tuple[Misfit, ...]
    forms_seen: tuple[tuple[str, Cell], ...] = ()

    def table(self, key: str) -> LaidTable | None:
        """The first table laid on the form's table of this key."""
        for table in self.tables:
            if table.form.key == key:
                return table
        return None

    def in_section(self, section_key: str) -> tuple[LaidTable, ...]:
        """The tables that belong to this section of the form."""
        return tuple(table for table in self.tables if table.form.section == section_key)
