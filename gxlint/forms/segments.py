"""Sorting the stream of rows into the tables of the forms, and choosing the form each table was made by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gxlint.forms.naming import table_of_headers
from gxlint.forms.stream import StreamRow
from gxlint.forms.vocabulary import LabelMatch, LabelUse, Vocabulary
from gxlint.report import Cell, Form, FormTable
from gxlint.text import fold

_WIDE = 3
_MOST_PAGES = 999
_PIECE = 4
"""A piece of a merged cell that is written one or a few characters a line."""


@dataclass(slots=True)
class Segment:
    """The rows and the header cells of one table of the report. ``key`` is the key of the table in the forms."""

    key: str
    rows: list[StreamRow] = field(default_factory=list)
    headers: list[tuple[Cell, LabelMatch | None]] = field(default_factory=list)
    loose: bool = False

    @property
    def start(self) -> int:
        """Where the table begins in the text."""
        return min((cell.start for cell in self._cells()), default=0)

    @property
    def end(self) -> int:
        """Where the table ends in the text."""
        return max((cell.end for cell in self._cells()), default=0)

    def _cells(self) -> Iterator[Cell]:
        yield from (cell for cell, _ in self.headers)
        for row in self.rows:
            if row.label is not None:
                yield row.label
            yield from row.values


@dataclass(frozen=True, slots=True)
class Sorted:
    """The tables found, figures that belong to none, and the rows that no table claimed."""

    segments: tuple[Segment, ...]
    stray: tuple[Cell, ...]
    unclaimed: tuple[StreamRow, ...]


def segments_of(stream: Iterable[StreamRow], words: Vocabulary) -> Sorted:
    """Sort rows by the table that their labels name; headers and unknown rows go with their neighbours."""
    sorter = _Sorter(words)
    for row in stream:
        sorter.take(row)
    return Sorted(tuple(sorter.segments), tuple(sorter.stray), tuple(sorter.unclaimed))


class _Sorter:
    __slots__ = (
        "current",
        "open_segments",
        "pending",
        "segments",
        "sizes",
        "stray",
        "unclaimed",
        "widths",
        "words",
    )

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.segments: list[Segment] = []
        self.open_segments: dict[str, list[Segment]] = {}
        self.current: Segment | None = None
        self.pending: list[tuple[Cell, LabelMatch | None]] = []
        self.stray: list[Cell] = []
        self.unclaimed: list[StreamRow] = []
        self.sizes = {table.key: len(table.rows) for form in words.forms for table in form.tables}
        self.widths = {table.key: len(table.columns) for form in words.forms for table in form.tables}

    def take(self, row: StreamRow) -> None:
        use = row.row_use
        if use is not None:
            self.take_headers(row, use.table)
            self.enter(use)
            self.add(row)
        elif row.label is None and row.others:
            self.take_header_row(row)
        elif self.is_page_number(row):
            self.stray.extend(row.values)
        elif (key := self.table_of_figures(row)) is not None:
            self.open(key)
            self.add(row)
        elif self.current is not None:
            self.add(row)
        else:
            self.unclaimed.append(row)

    def is_page_number(self, row: StreamRow) -> bool:
        """Whether a row without cell marks is a lone figure between the rows of a table, or one behind a piece of the
        merged cell beside them."""
        if not row.loose or not _numbers_a_page(row.values) or self.current is None:
            return False
        if self.widths[self.current.key] < _WIDE:
            return False
        return row.label is None or (len(row.label.text) <= _PIECE and fold(row.label.text) in self.words.groups)

    def table_of_figures(self, row: StreamRow) -> str | None:
        """The table whose one row, which has no label, has as many figures as this row of figures alone; None where the
        row belongs to the current table."""
        if row.loose or row.label is not None:
            return None
        key = self.words.unlabelled.get(sum(bool(cell.text) for cell in row.values))
        return key if self.current is None or self.current.key != key else None

    def take_headers(self, row: StreamRow, table: str) -> None:
        """Header and group cells in front of a row of ``table``: they belong to it, or to the table before."""
        for cell, match in row.others:
            if row.loose or match is None or match.use("group", table) is None:
                self.pending.append((cell, match))

    def take_header_row(self, row: StreamRow) -> None:
        said = "".join(fold(cell.text) for cell, _ in row.others)
        key = (table_of_headers(said, self.words) if row.loose else None) or self.table_named(row.others)
        if key is not None and (self.current is None or self.current.key != key):
            self.open(key)
        if key is None and self.current is None:
            self.pending.extend(row.others)
            self.unclaimed.append(row)
            return
        if key is None:
            self.pending.extend(row.others)
        elif self.current is not None:
            self.current.headers.extend(self.pending)
            self.current.headers.extend(row.others)
            self.pending.clear()
        if row.values:
            self.take_values_behind_headers(row)

    def take_values_behind_headers(self, row: StreamRow) -> None:
        """Figures right behind a header are the row of a table whose rows have no label; a lone figure is none, but the
        number of a page. Several that belong to no row are told as a row without a label."""
        if self.current is not None and len(row.values) > 1 and (row.loose or self.sizes[self.current.key] == 1):
            self.add(StreamRow(None, None, (), row.values, row.source, row.loose))
        elif row.loose and _numbers_a_page(row.values):
            self.stray.extend(row.values)

    def table_named(self, cells: Sequence[tuple[Cell, LabelMatch | None]]) -> str | None:
        """The table these header cells name: the one they all fit, the current one where they fit several."""
        fitting: set[str] | None = None
        for _, match in cells:
            if match is not None:
                tables = {use.table for use in match.uses if use.role != "row"}
                fitting = tables if fitting is None else (fitting & tables or fitting)
        if not fitting:
            return None
        if self.current is not None and self.current.key in fitting:
            return self.current.key
        return next(iter(fitting)) if len(fitting) == 1 else None

    def enter(self, use: LabelUse) -> None:
        """Make the table of this row the current one. A table that begins again when most of it was there is a second
        table of the same kind."""
        if self.current is None or self.current.key != use.table:
            self.open(use.table)
        elif self.begins_again(use):
            self.begin(use.table)
        assert self.current is not None  # noqa: S101 - opened above
        self.current.headers.extend(self.pending)
        self.pending.clear()

    def open(self, key: str) -> None:
        """Go on with the last table of this kind that has room for more rows, or begin a new one."""
        earlier = self.open_segments.get(key, [])
        while earlier and len(earlier[-1].rows) >= self.sizes[key]:
            earlier.pop()
        if earlier:
            self.current = earlier[-1]
        else:
            self.begin(key)

    def begin(self, key: str) -> None:
        """Begin a new table of this kind."""
        self.current = Segment(key)
        self.segments.append(self.current)
        self.open_segments.setdefault(key, []).append(self.current)

    def begins_again(self, use: LabelUse) -> bool:
        assert self.current is not None  # noqa: S101 - asked only inside a table
        rows = self.current.rows
        first = rows[0].row_use if rows else None
        return first is not None and first.key == use.key and 2 * len(rows) > self.sizes[use.table] > 1

    def add(self, row: StreamRow) -> None:
        assert self.current is not None  # noqa: S101 - callers open a table first
        if self.pending and row.label is None:
            self.current.headers.extend(self.pending)
            self.pending.clear()
        self.current.rows.append(row)
        self.current.loose = self.current.loose or row.loose


def _numbers_a_page(cells: Sequence[Cell]) -> bool:
    """Whether these are one figure that the page of a report may have for its number."""
    value = cells[0].value if len(cells) == 1 else None
    return isinstance(value, int) and 0 < value <= _MOST_PAGES


def marks_of(segment: Segment, forms: Sequence[Form]) -> list[tuple[str, Cell]]:
    """The labels of a table that only some forms have, each with the key of a form that has it."""
    everywhere = len(forms)
    marks: list[tuple[str, Cell]] = []
    labels = [
        (cell, match.use("column", segment.key) or match.use("caption", segment.key))
        for cell, match in segment.headers
        if match
    ]
    labels += [(row.label, row.row_use) for row in segment.rows if row.label and row.values]
    for cell, use in labels:
        if cell is not None and use is not None and use.table == segment.key and len(use.forms) < everywhere:
            marks.extend((form.key, cell) for form in forms if form.key in use.forms)
    return marks


def form_of(segment: Segment, forms: Sequence[Form]) -> tuple[Form | None, list[tuple[str, Cell]]]:
    """The form this table was made by (None when its labels do not tell), and the marks that show it."""
    marks = marks_of(segment, forms)
    votes = {form.key: sum(key == form.key for key, _ in marks) for form in forms}
    best = max(votes.values(), default=0)
    winners = [form for form in forms if votes[form.key] == best]
    if not best or len(winners) > 1:
        return None, marks
    return winners[0], [mark for mark in marks if mark[0] == winners[0].key]


def table_in(form: Form, key: str, forms: Sequence[Form]) -> FormTable | None:
    """The table of this key in ``form``, else in the newest form that has one."""
    found = form.table(key)
    if found is None:
        found = next((table for other in reversed(forms) if (table := other.table(key))), None)
    return found
