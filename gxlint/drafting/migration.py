"""Moving a report from the tables of one form to those of another.

The keys of the forms carry the meaning: a figure moves when the other form has its table, its row and its column under
the same keys, and to no other place. Where one row became several, only a row that holds no figure but 0 has a certain
place, for the parts of 0 are 0. All else is left blank and told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gxlint.drafting.draft import Draft
from gxlint.drafting.regions import region_of
from gxlint.drafting.shape import Shape, is_marked, shape_of
from gxlint.drafting.writing import write_table
from gxlint.forms import bundled_forms
from gxlint.parser import parse_all
from gxlint.readers import PLAIN
from gxlint.report import Cell, Form, FormTable, LaidTable, Paragraph, Report, RowUnknown, RowWidth
from gxlint.text import MARKUP_TOKEN, Span

_Places = dict[tuple[str, str, str], str]

_NOTHING = 3
"""A stroke or a word in place of 0 is not longer than this."""


@dataclass(frozen=True, slots=True)
class LeftFigure:
    """What an old cell held that has no place on the new form. ``place`` names the cell to a reader."""

    place: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Migration:
    """``drafts`` put the new tables in the place of the old ones. ``moved`` counts the cells whose figure keeps its
    place; ``left`` are those that lose it, the ones that hold nothing but 0 in ``zeros``."""

    drafts: tuple[Draft, ...]
    moved: int
    left: tuple[LeftFigure, ...]
    zeros: tuple[LeftFigure, ...]


def migrate(report: Report, form: Form) -> Migration | None:
    """The tables of ``report`` on ``form``, in the shape they stand in.

    None where the outcome would not be certain: a table without cell marks, with a row of the wrong width, twice in the
    report, or with prose between its rows; or where the outcome, read again, is not the new form with these figures.
    """
    tables = {table.form.key: table for table in report.layout.tables if table.rows}
    if len(tables) < len(report.layout.tables):
        return None
    regions = {key: region_of(report, table) for key, table in tables.items()}
    if not _certain(report, tables.values(), regions.values()):
        return None
    figures: _Places = {}
    left: list[LeftFigure] = []
    filled = 0
    for table in tables.values():
        moved, lost = _carried(table, form.table(table.form.key))
        figures |= moved
        left += lost
        filled += sum(bool(cell.text) for row in table.rows for cell in row.cells)
    kept = filled - len(left)
    left += _of_unknown_rows(report)
    drafts = tuple(_drafts(report, form, tables, regions, figures))
    if not _reads_as(_applied(report.text, drafts), report, form, figures):
        return None
    return Migration(
        drafts,
        kept,
        tuple(one for one in left if not _is_nothing(one.text)),
        tuple(one for one in left if _is_nothing(one.text)),
    )


def _certain(report: Report, tables: Iterable[LaidTable], regions: Iterable[Span]) -> bool:
    if not all(map(is_marked, tables)) or any(isinstance(one, RowWidth) for one in report.layout.misfits):
        return False
    ordered = sorted(regions)
    if any(one.end > other.start for one, other in pairwise(ordered)):
        return False
    return not any(
        region.start < line.start < region.end and line.text.strip() and not _opens(report.text, region, line)
        for line in report.paragraphs
        for region in ordered
    )


def _opens(text: str, region: Span, line: Paragraph) -> bool:
    """Whether a line is the caption with which a region begins."""
    return not text[region.start : line.start].strip()


def _carried(table: LaidTable, new: FormTable | None) -> tuple[_Places, list[LeftFigure]]:
    """What a table holds, by its place on the new one, and what has no place there."""
    figures: _Places = {}
    left: list[LeftFigure] = []
    columns = {column.key for column in new.columns} if new else set()
    rows = {row.key for row in new.rows} if new else set()
    for row in table.rows:
        parts = [key for key in rows if key.startswith(f"{row.form.key}.")] if row.form.key not in rows else []
        if parts and not all(_is_nothing(cell.text) for cell in row.cells):
            parts = []
        targets = [row.form.key] if row.form.key in rows else parts
        for column, cell in zip(table.form.columns, row.cells, strict=True):
            if targets and column.key in columns:
                figures |= {(table.form.key, target, column.key): _printed(cell) for target in targets}
            elif cell.text:
                left.append(LeftFigure(table.place(row.form, column), _printed(cell), cell.span))
    return figures, left


def _of_unknown_rows(report: Report) -> Iterator[LeftFigure]:
    """The figures of rows that no form has, added by a province."""
    for misfit in report.layout.misfits:
        if isinstance(misfit, RowUnknown):
            cells = [cell for cell in misfit.row.cells if cell.text and cell is not misfit.label]
            label = "".join(misfit.label.text.split()) if misfit.label else ""
            place = " · ".join(part for part in (misfit.table.form.name, label) if part)
            figures = [cell for cell in cells if any(character.isdigit() for character in cell.text)]
            yield from (LeftFigure(place, _printed(cell), cell.span) for cell in figures)


def _printed(cell: Cell) -> str:
    return "".join(MARKUP_TOKEN.sub("", cell.text).split())


def _is_nothing(text: str) -> bool:
    """Whether a cell holds nothing, 0, or a stroke in place of 0."""
    digits = [character for character in text if character.isdigit()]
    return all(digit in "0０" for digit in digits) and (bool(digits) or len(text) <= _NOTHING)


def _drafts(
    report: Report, form: Form, tables: dict[str, LaidTable], regions: dict[str, Span], figures: _Places
) -> Iterator[Draft]:
    for section in form.sections:
        old = [table for table in tables.values() if table.form.section == section.key]
        if not old:
            continue
        pending: list[FormTable] = []
        written: list[Draft] = []
        for new in (table for table in form.tables if table.section == section.key):
            if new.key not in tables:
                pending.append(new)
                continue
            shape = shape_of(report, [tables[new.key]])
            written.append(Draft(regions[new.key], _written([*pending, new], shape, figures)))
            pending = []
        if not written:
            continue
        if pending:
            shape = shape_of(report, old)
            last = written[-1]
            written[-1] = Draft(last.span, last.text + shape.table_gap + _written(pending, shape, figures))
        yield from written
        for table in old:
            if form.table(table.form.key) is None:
                yield Draft(_with_gap(report.text, regions[table.form.key]), "")


def _written(tables: Sequence[FormTable], shape: Shape, figures: _Places) -> str:
    return shape.table_gap.join(write_table(table, shape, figures) for table in tables)


def _with_gap(text: str, region: Span) -> Span:
    """The region with the empty lines in front of it."""
    return Span(len(text[: region.start].rstrip("\r\n")), region.end)


def _applied(text: str, drafts: Sequence[Draft]) -> str:
    pieces: list[str] = []
    done = 0
    for draft in sorted(drafts, key=lambda one: one.span):
        pieces += (text[done : draft.span.start], draft.text)
        done = draft.span.end
    return "".join((*pieces, text[done:]))


def _reads_as(text: str, report: Report, form: Form, figures: _Places) -> bool:
    """Whether the text, read again, lies cleanly on the form and holds these figures."""
    year = report.year.value if report.year else None
    after = parse_all(text, report.name, PLAIN.blocks, bundled_forms(), year)[0].report
    layout = after.layout
    if layout.form is None or layout.form.key != form.key or layout.misfits:
        return False
    if any(key != form.key for key, _ in layout.forms_seen):
        return False
    for table in layout.tables:
        for row in table.rows:
            for column, cell in zip(table.form.columns, row.cells, strict=True):
                if cell.text != figures.get((table.form.key, row.form.key, column.key), ""):
                    return False
    return True
