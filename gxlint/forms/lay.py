"""Laying a report's tables on the official forms: every figure gets its row and column, every misfit gets a name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from gxlint.forms.align import Alignment, align
from gxlint.forms.grid import Grid, grid_of
from gxlint.forms.labels import header_misfits, is_headed, row_label_misfits
from gxlint.forms.segments import Segment, form_of, segments_of, table_in
from gxlint.forms.slips import loose_header_misfits
from gxlint.forms.stream import StreamRow, is_value, stream_of
from gxlint.forms.vocabulary import vocabulary
from gxlint.report import (
    Form,
    FormRow,
    FormTable,
    HeaderMissing,
    LaidRow,
    LaidTable,
    Layout,
    Misfit,
    PageNumber,
    Row,
    RowMissing,
    RowMoved,
    RowUnknown,
    RowWidth,
    Table,
    TableUnreadable,
)
from gxlint.text import Span

_READABLE = 0.3
"""A table of which fewer rows than this share were recognised is no readable table."""


def lay(
    tables: Sequence[Table], forms: Sequence[Form], required: Form | None, section_at: Callable[[int], str | None]
) -> tuple[Layout, tuple[PageNumber, ...]]:
    """Lay tables on the forms. ``required`` is the form in force for the report's year, ``section_at`` tells the key of
    the section an offset lies in.

    Also returns the lone figures between the rows of tables without cell marks that belong to no row: page numbers of
    the printed document.
    """
    words = vocabulary(forms)
    found = segments_of((row for table in tables for row in stream_of(table.rows, words)), words)
    segments = [segment for segment in found.segments if segment.rows]
    choices = [form_of(segment, forms) for segment in segments]
    votes = Counter(form.key for form, _ in choices if form)
    main = next((form for form in forms if votes and form.key == _winner(votes, required)), None)
    fallback = main or required or forms[-1]
    laid: list[LaidTable] = []
    misfits: list[Misfit] = []
    for segment, (form, _) in zip(segments, choices, strict=True):
        form_table = table_in(form or fallback, segment.key, forms)
        if form_table is None:
            continue
        table, problems = _lay_table(segment, form_table, (form or fallback).key, tables)
        if table is not None:
            if table.rows and not (segment.loose or is_headed(segment, table) or _goes_on(table, laid)):
                misfits.append(HeaderMissing(table))
            laid.append(table)
        misfits.extend(problems)
    if len(votes) < 2:
        misfits.extend(_absent_tables(laid, fallback))
    misfits.extend(_unreadable(tables, laid, misfits, section_at, fallback))
    seen = tuple((form.key, marks[0][1]) for form, marks in choices if form and marks)
    misfits.sort(key=lambda misfit: misfit.span.start)
    strays = tuple(PageNumber(cell.start, cell.end, inside_table=True, bare=True) for cell in found.stray)
    return Layout(main, tuple(laid), tuple(misfits), seen), strays


def _goes_on(table: LaidTable, before: Sequence[LaidTable]) -> bool:
    """Whether a table may stand under the header of the one before: both have the same columns."""
    return bool(before) and before[-1].form.columns == table.form.columns


def _winner(votes: Counter[str], required: Form | None) -> str:
    """The form most tables were made by; where two are equally frequent, the one that is not in force is the story."""
    best = max(votes.values())
    winners = sorted(key for key, count in votes.items() if count == best)
    return next((key for key in winners if required is None or key != required.key), winners[0])


def _lay_table(
    segment: Segment, form: FormTable, form_key: str, tables: Sequence[Table]
) -> tuple[LaidTable | None, list[Misfit]]:
    rows = _mend_broken_rows(segment.rows, form)
    alignment = align(rows, form)
    if len(form.rows) >= 5 and len(alignment.pairs) < max(2, _READABLE * len(form.rows)):
        return None, [TableUnreadable(_source(segment, tables), form.section)]
    grid = grid_of(rows, len(form.columns))
    laid_rows = tuple(_laid_row(rows[number], form.rows[target], form, grid) for number, target in alignment.pairs)
    span = Span(segment.start, segment.end)
    table = LaidTable(form, form_key, laid_rows, span)
    misfits: list[Misfit] = []
    misfits.extend(_width_misfits(table))
    misfits.extend(_row_misfits(table, rows, alignment))
    misfits.extend(row_label_misfits(table, [rows[number] for number, _ in alignment.pairs], alignment, rows))
    misfits.extend(loose_header_misfits(segment, table) if segment.loose else header_misfits(segment, table))
    return table, misfits


def _mend_broken_rows(rows: Sequence[StreamRow], form: FormTable) -> list[StreamRow]:
    """Put together a row that empty paragraphs inside its cells broke into several, and the one row of a table that was
    set as several tables side by side."""
    width = len(form.columns)
    figures = [row for row in rows if row.label is None and len(row.values) > 1]
    if (
        len(form.rows) == 1
        and not form.rows[0].label
        and 1 < len(figures) == len(rows)
        and sum(len(row.values) for row in figures) == width
    ):
        cells = tuple(cell for row in figures for cell in row.values)
        return [StreamRow(None, None, (), cells, Row(cells, rows[0].loose), rows[0].loose)]
    mended: list[StreamRow] = []
    for row in rows:
        last = mended[-1] if mended else None
        if (
            last is not None
            and last.label is not None
            and row.label is None
            and not row.others
            and row.values
            and not row.loose
            and len(last.values) + len(row.values) <= width
            and all(is_value(cell) for cell in row.values)
        ):
            mended[-1] = StreamRow(
                last.label, last.match, last.others, (*last.values, *row.values), last.source, last.loose
            )
        else:
            mended.append(row)
    return mended


def _laid_row(row: StreamRow, form_row: FormRow, form: FormTable, grid: Grid) -> LaidRow:
    values = grid.values(row, len(form.columns))
    return LaidRow(form_row, row.label, values, len(values) == len(form.columns), row.loose)


def _width_misfits(table: LaidTable) -> Iterable[Misfit]:
    run: list[LaidRow] = []
    for row in table.rows:
        if not row.whole and (not run or len(run[-1].cells) == len(row.cells)):
            run.append(row)
            continue
        if run:
            yield RowWidth(table, tuple(run), len(table.form.columns), len(run[0].cells))
        run = [] if row.whole else [row]
    if run:
        yield RowWidth(table, tuple(run), len(table.form.columns), len(run[0].cells))


def _row_misfits(table: LaidTable, rows: Sequence[StreamRow], alignment: Alignment) -> Iterable[Misfit]:
    form = table.form
    for (number, target), laid in zip(alignment.pairs, table.rows, strict=True):
        if number in alignment.moved:
            yield RowMoved(table, laid, form.rows[target - 1] if target else None)
    for number, target in alignment.repeated:
        if rows[number].values:
            yield RowUnknown(table, rows[number].source, rows[number].label, form.rows[target])
    for number in alignment.unknown:
        row = rows[number]
        if any(cell.text for cell in row.values) and (row.label is not None or len(row.values) >= len(form.columns)):
            yield RowUnknown(table, row.source, row.label)
    yield from _missing(table, {target for _, target in alignment.pairs})


def _missing(table: LaidTable, present: set[int]) -> Iterable[Misfit]:
    form = table.form
    run: list[FormRow] = []
    after: LaidRow | None = None
    by_key = {row.form.key: row for row in table.rows}
    for index, row in enumerate(form.rows):
        if index not in present:
            run.append(row)
            continue
        if run:
            yield _missing_run(table, run, after)
            run = []
        after = by_key[row.key]
    if run:
        yield _missing_run(table, run, after)


def _missing_run(table: LaidTable, run: Sequence[FormRow], after: LaidRow | None) -> RowMissing:
    at = after.span.end if after else table.span.start
    return RowMissing(table, tuple(run), after, Span(at, at))


def _absent_tables(laid: Sequence[LaidTable], form: Form) -> Iterable[Misfit]:
    """Tables of section two that are absent while others of them are there: their rows are missing."""
    present = {table.form.key for table in laid}
    for section in form.sections:
        of_section = [table for table in form.tables if table.section == section.key]
        here = [table for table in laid if table.form.section == section.key]
        if not here:
            continue
        at = here[0].span.start
        for form_table in of_section:
            if form_table.key in present:
                at = next(table for table in here if table.form.key == form_table.key).span.end
            else:
                empty = LaidTable(form_table, form.key, (), Span(at, at))
                yield RowMissing(empty, form_table.rows, None, Span(at, at))


def _unreadable(
    tables: Sequence[Table],
    laid: Sequence[LaidTable],
    misfits: Sequence[Misfit],
    section_at: Callable[[int], str | None],
    form: Form,
) -> Iterable[Misfit]:
    """Tables in a section that reports by table, none of which could be laid on the section's own tables."""
    for section in form.sections:
        if not section.table or any(table.form.section == section.key for table in laid):
            continue
        if any(isinstance(misfit, TableUnreadable) and misfit.section == section.key for misfit in misfits):
            continue
        for table in tables:
            if section_at(table.span.start) == section.key and _holds_figures(table):
                yield TableUnreadable(table, section.key)
                break


def _holds_figures(table: Table) -> bool:
    return sum(cell.value is not None for row in table.rows for cell in row.cells) >= 2


def _source(segment: Segment, tables: Sequence[Table]) -> Table:
    start = segment.start
    index = bisect_right(tables, start, key=lambda table: table.span.start) - 1
    if index >= 0 and start <= tables[index].span.end:
        return tables[index]
    return Table((segment.rows[0].source,))
