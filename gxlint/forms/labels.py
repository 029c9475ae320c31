"""Comparing the labels of a laid table with the official ones: misspelt, varied, of another form, repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from gxlint.forms.align import Alignment, resembling
from gxlint.forms.letters import letter_edits, own_pieces, spelt
from gxlint.forms.segments import Segment
from gxlint.forms.stream import StreamRow
from gxlint.forms.vocabulary import LabelMatch, LabelUse, mend, misspellings
from gxlint.report import (
    Cell,
    FormTable,
    HeaderRepeated,
    LabelForeign,
    LabelMisspelt,
    LabelRole,
    LabelVariant,
    LaidRow,
    LaidTable,
    Misfit,
)
from gxlint.text import Span, fold


def row_label_misfits(
    table: LaidTable, matched: Sequence[StreamRow], alignment: Alignment, rows: Sequence[StreamRow]
) -> Iterator[Misfit]:
    """The misfits of the labels in front of the figures: the row's own, and the groups before it."""
    guessed = {id(rows[number]) for number in alignment.guessed}
    for laid, row in zip(table.rows, matched, strict=True):
        official = laid.form.label
        if laid.label is None and official:
            yield LabelVariant(_place_of_label(laid, row), official, "row")
        elif laid.label is not None and id(row) in guessed:
            if fold(official).endswith(fold(laid.label.text)):
                yield LabelVariant(laid.label, official, "row")
            else:
                yield LabelMisspelt(laid.label, official, "row", known=False)
        elif laid.label is not None and row.match is not None and official:
            yield from compared(laid.label, row.match, official, "row", table, row.source.cells)
        if not row.loose:
            yield from _groups(row, laid.form.groups, table)


def _place_of_label(laid: LaidRow, row: StreamRow) -> Cell:
    """The blank cell in front of the figures of a row without a label; where it has none, the place before them."""
    figures = laid.cells[0] if laid.cells else row.source.cells[0]
    at = row.source.cells.index(figures)
    before = row.source.cells[at - 1] if at else figures
    return before if not before.text else Cell(figures.start, figures.start, "")


def is_headed(segment: Segment, table: LaidTable) -> bool:
    """Whether any label of a column stands above the table."""
    return any(match is not None and match.use("column", table.form.key) for _, match in segment.headers)


def _groups(row: StreamRow, groups: Sequence[str], table: LaidTable) -> Iterator[Misfit]:
    uses = tuple(LabelUse(table.form.key, "group", "", group, frozenset()) for group in groups)
    for cell, match in row.others:
        if match is not None:
            use = match.use("group", table.form.key)
            if use is not None:
                yield from compared(cell, match, use.official, "group", table)
        elif (likely := resembling(cell, uses)) is not None and not _is_piece(cell, likely.uses[0].official):
            yield LabelMisspelt(cell, likely.uses[0].official, "group", known=False)


def header_misfits(segment: Segment, table: LaidTable) -> Iterator[Misfit]:
    """The misfits of captions, note and column labels. Only for tables with cell marks: elsewhere a header is a heap of
    pieces of labels."""
    form = table.form
    columns: list[tuple[Cell, str]] = []
    strangers: list[Cell] = []
    for cell, match in segment.headers:
        use = header_use(match, form)
        if use is None:
            if match is None and cell.text and cell.value is None:
                strangers.append(cell)
            continue
        if use.role == "column" and use.key:
            columns.append((cell, use.key))
        if use.role == "column" and table.form_key not in use.forms:
            yield LabelForeign(cell, _column_at(form, len(columns) - 1), "column", next(iter(sorted(use.forms))))
        elif match is not None:
            yield from compared(cell, match, use.official, use.role, table)
    yield from _repeated(columns, form)
    yield from _strangers(strangers, columns, form)
    yield from _note(segment, form)


def header_use(match: LabelMatch | None, form: FormTable) -> LabelUse | None:
    """What a label says in the header of a table: its caption, its note or a column."""
    if match is None:
        return None
    for role in ("caption", "note", "column"):
        if (use := match.use(role, form.key)) is not None:
            return use
    return None


def compared(
    cell: Cell,
    match: LabelMatch,
    official: str,
    role: LabelRole,
    table: LaidTable,
    pieces: Sequence[Cell] = (),
) -> Iterable[Misfit]:
    """How a label differs from the official one. ``pieces`` are the cells it was put together from, and others."""
    if match.quality in ("misspelt", "alike"):
        known = match.quality == "misspelt"
        edits = _mending(cell, official, pieces) if known else _by_letters(cell, official, pieces)
        yield LabelMisspelt(cell, official, role, known=known, edits=edits)
    elif match.quality == "variant":
        yield LabelVariant(cell, official, role)
    elif (
        role == "row" and fold(official) not in fold(cell.text) and not fold(official).startswith(fold(cell.text)[-6:])
    ):
        foreign = match.use("row", table.form.key)
        if foreign is not None and table.form_key not in foreign.forms:
            yield LabelForeign(cell, official, role, next(iter(sorted(foreign.forms))))


def _mending(cell: Cell, official: str, pieces: Sequence[Cell]) -> tuple[tuple[Span, str], ...]:
    """The smallest replacements that mend a label of the closed list; the whole label where white space is between."""
    if len(own_pieces(cell, pieces)) > 1:
        return _by_letters(cell, official, pieces)
    whole, part = misspellings()
    said = fold(cell.text)
    edits = [_smallest(cell, wrong, right) for wrong, right in whole if wrong in cell.text and fold(wrong) == said]
    if not edits:
        edits = sorted(_smallest(cell, wrong, right) for wrong, right in part if wrong in cell.text)
    if edits and all(one[0].end <= other[0].start for one, other in pairwise(edits)):
        return tuple(edits)
    return ((cell.span, official),) if mend(said) == fold(official) else ()


def _by_letters(cell: Cell, official: str, pieces: Sequence[Cell]) -> tuple[tuple[Span, str], ...]:
    """The replacements of single letters that mend a label of several pieces; none for one that is whole."""
    own = own_pieces(cell, pieces)
    if len(own) < 2:
        return ()
    letters = spelt(own)
    return letter_edits(letters, fold(official)[: len(letters)])


def _smallest(cell: Cell, wrong: str, right: str) -> tuple[Span, str]:
    at = cell.start + cell.text.index(wrong)
    head = 0
    while head < min(len(wrong), len(right)) and wrong[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(wrong), len(right)) - head and wrong[-1 - tail] == right[-1 - tail]:
        tail += 1
    return Span(at + head, at + len(wrong) - tail), right[head : len(right) - tail]


def _repeated(columns: Sequence[tuple[Cell, str]], form: FormTable) -> Iterator[Misfit]:
    """A header that says one column twice in one row of headers and leaves another out."""
    keys = [key for _, key in columns]
    absent = [column for column in form.columns if column.key not in keys]
    if len(columns) != len(form.columns) or len(absent) != 1:
        return
    seen: set[str] = set()
    for cell, key in columns:
        if key in seen:
            yield HeaderRepeated(cell, absent[0].label)
        seen.add(key)


def _strangers(strangers: Sequence[Cell], columns: Sequence[tuple[Cell, str]], form: FormTable) -> Iterator[Misfit]:
    keys = {key for _, key in columns}
    uses = tuple(
        LabelUse(form.key, "column", column.key, column.label, frozenset())
        for column in {column.label: column for column in form.columns}.values()
        if column.key not in keys
    )
    for cell in strangers:
        if (likely := resembling(cell, uses)) is not None and not _is_piece(cell, likely.uses[0].official):
            yield LabelMisspelt(cell, likely.uses[0].official, "column", known=False)


def _note(segment: Segment, form: FormTable) -> Iterator[Misfit]:
    """A note that was left out: its cell stands empty in front of the header."""
    if not form.note or any(match and match.use("note", form.key) for _, match in segment.headers):
        return
    first = segment.headers[0][0] if segment.headers else None
    if first is not None and not first.text:
        yield LabelVariant(first, form.note, "note")


def _is_piece(cell: Cell, official: str) -> bool:
    """Whether a cell holds a part of a label whose rest a converter put into another cell: 商业 above 企业."""
    said, whole = fold(cell.text), fold(official)
    return said in whole and len(whole) - len(said) > 1


def _column_at(form: FormTable, index: int) -> str:
    return form.columns[index].label if 0 <= index < len(form.columns) else ""
