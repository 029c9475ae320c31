"""How tables, rows and labels are called in a message."""

from __future__ import annotations

from gxlint import Cell, FormRow, LaidTable


def sheet_of(table: LaidTable) -> str:
    """The table as people count them: all items of section two are ``表二``."""
    return table.form.name.partition("（")[0]


def row_name(row: FormRow, table: LaidTable) -> str:
    """The name of a row; of the one row without a label the name of its table."""
    return row.name or table.form.name


def printed(cell: Cell) -> str:
    """A label as it reads: without the line breaks and the white space that a cell puts into it."""
    return "".join(cell.text.split())
