"""Rows and tables that a report lacks, blank, in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint.drafting.draft import Draft, line_end, line_start
from gxlint.drafting.regions import region_of, row_end, row_start, rows_of
from gxlint.drafting.shape import Shape, is_marked, shape_of
from gxlint.drafting.sheet import SheetRow, opening, sheet_of
from gxlint.drafting.writing import write_cells, write_row_cells, write_table
from gxlint.report import Form, FormRow, FormTable, Report, RowMissing, RowMoved, Section
from gxlint.text import Span


def draft_rows(report: Report, missing: RowMissing) -> Draft | None:
    """The missing rows of a table that is there, blank, as its other rows are written.

    None where a blank row cannot be put in with certainty: in a table without cell marks it could not be seen, and in
    one whose rows have another order than the form's its place is not known.
    """
    table = missing.table
    moved = any(isinstance(one, RowMoved) and one.table.span == table.span for one in report.layout.misfits)
    if not is_marked(table) or moved:
        return None
    shape = shape_of(report, (table,))
    label_columns = sheet_of(table.form).label_columns
    before = missing.after.form.groups if missing.after else ()
    rows = [
        write_cells(write_row_cells(table.form, row, shape, label_columns), shape)
        for row in _sheet_rows(missing.rows, before)
    ]
    if missing.after is not None:
        last = missing.after.span.end
        source = next((row for row in rows_of(report, table) if row.cells[0].start <= last <= row.cells[-1].end), None)
        at = row_end(report.text, source) if source else line_end(report.text, last)
        return Draft(Span(at, at), shape.row_gap + shape.row_gap.join(rows))
    first = table.rows[0].span.start
    source = next((row for row in rows_of(report, table) if row.cells[0].start <= first <= row.cells[-1].end), None)
    at = row_start(report.text, source) if source else line_start(report.text, first)
    return Draft(Span(at, at), shape.row_gap.join(rows) + shape.row_gap)


def _sheet_rows(rows: Sequence[FormRow], before: tuple[str, ...]) -> Iterator[SheetRow]:
    for row in rows:
        yield SheetRow(row, opening(row.groups, before))
        before = row.groups


def draft_item(report: Report, missing: RowMissing) -> Draft | None:
    """A whole table of a section that has others, blank, behind the one it follows on the form; None where the tables
    around it have no cell marks."""
    form = missing.table.form
    neighbours = [table for table in report.layout.in_section(form.section) if table.rows]
    if not neighbours or not all(map(is_marked, neighbours)):
        return None
    shape = shape_of(report, neighbours)
    text = write_table(form, shape)
    before = [table for table in neighbours if table.span.end <= missing.span.start]
    if before:
        at = region_of(report, before[-1]).end
        return Draft(Span(at, at), shape.table_gap + text)
    at = region_of(report, neighbours[0]).start
    return Draft(Span(at, at), text + shape.table_gap)


def draft_section_tables(report: Report, section: Section, form: Form) -> Draft:
    """The blank tables of a section that has none, behind its words."""
    printed = [paragraph for paragraph in section.paragraphs if paragraph.text.strip()]
    at = line_end(report.text, printed[-1].end if printed else section.heading.end)
    tables = [table for table in form.tables if table.section == section.key]
    text = write_tables(tables, shape_of(report))
    return Draft(Span(at, at), f"\n\n{text}" + ("" if _gap_follows(report.text, at) else "\n"))


def write_tables(tables: Sequence[FormTable], shape: Shape) -> str:
    """Blank tables of one section, one below the other; no line end behind them."""
    return shape.table_gap.join(write_table(table, shape) for table in tables)


def _gap_follows(text: str, at: int) -> bool:
    following = at + (2 if text.startswith("\r\n", at) else 1)
    return following >= len(text) or not text[following : line_end(text, following)].strip()
