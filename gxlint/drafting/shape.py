"""The shape of the tables of a document: what marks their cells, and how merged cells are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from gxlint.drafting.draft import line_end, line_start
from gxlint.drafting.sheet import opening
from gxlint.report import LaidTable, Report, Row, Table

Marks = Literal["tab-cells", "tab-rows", "pipes", "pipe-cells", "closed-rows", "closed-cells", "opened-cells"]
"""``tab-cells``: one cell a line behind a tab, an empty line between rows (what a converter makes of a Word table).
``tab-rows``: a row a line with tabs between the cells. ``pipes``: Markdown tables. ``pipe-cells``: one cell a line
behind a pipe. The others are what is taken out of web pages: cells with a pipe behind them, a row a line
(``closed-rows``) or a cell a line (``closed-cells``), or a cell a line below a pipe that opens the row
(``opened-cells``)."""

Merging = Literal["once", "spread", "bare"]
"""``once``: a cell merged over columns stands once, one that goes on from the row above is empty, as in a Word table.
``spread``: empty cells stand for all of a merged cell but its first, so that every row is equally wide; never where
cells are closed. ``bare``: what only goes on is left out."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How tables are written in a document."""

    marks: Marks
    merging: Merging

    @property
    def row_gap(self) -> str:
        """What parts two rows."""
        return "\n\n" if self.marks in ("tab-cells", "pipe-cells") else "\n"

    @property
    def table_gap(self) -> str:
        """What parts two tables of one part of the report: nothing more than two rows where they can be one table."""
        return "\n\n" if self.marks == "pipes" else self.row_gap


CELLS_ON_LINES: tuple[Marks, ...] = ("tab-cells", "pipe-cells", "closed-cells", "opened-cells")
"""Marks with which every cell stands on a line of its own."""

TAB_ROWS = Shape("tab-rows", "spread")
"""For plain text: opens in a spreadsheet as it stands."""

MARKDOWN_TABLES = Shape("pipes", "spread")
"""For Markdown."""


def shape_of(report: Report, tables: Iterable[LaidTable] = ()) -> Shape:
    """The shape of most rows of these tables of the report (default: all of them).

    Where none of them has cell marks, that of other tables in the report; else Markdown for a Markdown file, and rows
    with tabs for any other: without marks a blank cell could not be seen.
    """
    return _of_rows(report, tuple(tables)) or _of_rows(report, report.layout.tables) or _of_document(report)


def is_marked(table: LaidTable) -> bool:
    """Whether the rows of a table have cell marks."""
    return bool(table.rows) and not any(row.loose for row in table.rows)


def source_rows(report: Report) -> dict[int, Row]:
    """The rows of the report as they were read, by the place at which each of their cells begins."""
    return {cell.start: row for table in report.tables for row in table.rows for cell in row.cells}


def _of_rows(report: Report, tables: Iterable[LaidTable]) -> Shape | None:
    rows = source_rows(report)
    opened = {row.cells[0].start for block in report.tables for row in _opened_rows(report.text, block)}
    marks: Counter[Marks] = Counter()
    merging: Counter[Merging] = Counter()
    for table in tables:
        for row, ways in _ways(table, rows):
            found = _marks(report.text, row)
            if found == "closed-cells" and row.cells[0].start in opened:
                found = "opened-cells"
            if found is not None:
                marks[found] += 1
                merging.update(ways)
    if not marks:
        return None
    best = marks.most_common(1)[0][0]
    return Shape(best, _merging(best, merging, rows.values()))


def _marks(text: str, row: Row) -> Marks | None:
    if row.loose or len(row.cells) < 2:
        return None
    first = row.cells[0]
    between = text[first.end : row.cells[1].start]
    lines = "\n" in between or "\r" in between
    if "|" not in between:
        return "tab-cells" if lines else "tab-rows"
    closed = text[first.end :].lstrip(" \t\xa0\u3000")[:1] == "|"
    if lines:
        return "closed-cells" if closed else "pipe-cells"
    behind = text[row.cells[-1].end : line_end(text, row.cells[-1].end)]
    opened = "|" in text[line_start(text, first.start) : first.start]
    return "closed-rows" if behind.strip() and not opened else "pipes"


def _opened_rows(text: str, table: Table) -> Sequence[Row]:
    """The rows of a table each of which a pipe of its own opens: then one stands above the first cell."""
    above = text[: table.rows[0].cells[0].start].rstrip()
    return table.rows if above.endswith("|") and line_start(text, len(above)) == len(above) - 1 else ()


def _ways(table: LaidTable, rows: dict[int, Row]) -> Iterator[tuple[Row, list[Merging]]]:
    """The rows of a laid table, each with the ways of merging that would put as many cells in front of its figures."""
    label_columns = max(len(row.groups) + bool(row.label) for row in table.form.rows)
    before: tuple[str, ...] = ()
    for laid in table.rows:
        if not laid.whole or (row := rows.get(laid.cells[0].start)) is None:
            continue
        groups = laid.form.groups
        front = row.cells.index(laid.cells[0])
        expected: dict[Merging, int] = {
            "once": len(groups) + 1,
            "spread": -1 if row.closed else label_columns,
            "bare": sum(opening(groups, before)) + 1,
        }
        before = groups
        telling = laid.form.label and len(set(expected.values())) > 1
        yield row, [way for way, cells in expected.items() if telling and cells == front]


def _merging(marks: Marks, votes: Counter[Merging], rows: Iterable[Row]) -> Merging:
    """The way most rows agree with; where the tables have no merged cells, what goes with their marks. Where nothing
    shows the end of a row, an empty cell that only goes on could as well be one of the row above."""
    if marks == "closed-cells":
        return "bare"
    usual: Merging = "once" if marks in CELLS_ON_LINES or marks == "closed-rows" else "spread"
    if marks == "pipes" and any(len(row.cells) == 1 for row in rows):
        usual = "bare"
    if not votes:
        return usual
    most = max(votes.values())
    return usual if votes[usual] == most else max(votes, key=lambda way: votes[way])


def _of_document(report: Report) -> Shape:
    markdown = report.name.lower().endswith((".md", ".markdown")) or any(
        section.heading.text.startswith("#") for section in report.sections
    )
    return MARKDOWN_TABLES if markdown else TAB_ROWS
