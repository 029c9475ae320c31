"""Where in the text a table of the report stands: whole lines, with the captions above them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from gxlint.drafting.draft import after_line, line_before, line_end, line_start
from gxlint.report import LaidTable, Report, Row
from gxlint.text import Span, fold

_PADDING = re.compile(r"[ \t]*\|{2,}[ \t]*")
"""A line of pipes that only fills up the row above it."""


def row_start(text: str, row: Row) -> int:
    """Where the first line of a row begins: that of a pipe which opens the row where one does."""
    first = row.cells[0].start
    start = line_start(text, first)
    above, opening = line_before(text, start)
    opened = opening.rstrip() == "|" and not text[start:first].strip() and text[start : start + 1] in (" ", "\t")
    return above if opened else start


def row_end(text: str, row: Row) -> int:
    """Where the last line of a row ends, that of pipes which fill it up included."""
    end = line_end(text, row.cells[-1].end)
    below = after_line(text, end)
    while below > end and _PADDING.fullmatch(text, below, line_end(text, below)):
        end = line_end(text, below)
        below = after_line(text, end)
    return end


def rows_of(report: Report, table: LaidTable) -> tuple[Row, ...]:
    """The rows of the report that hold anything of this table, in order."""
    start, end = table.span.start, max(table.span.end, table.span.start + 1)
    found: list[Row] = []
    for block in report.tables:
        if block.rows[0].cells[0].start < end and block.rows[-1].cells[-1].end >= start:
            first = bisect_left(block.rows, start, key=lambda row: row.cells[-1].end)
            last = bisect_left(block.rows, end, key=lambda row: row.cells[0].start)
            found += block.rows[first:last]
    return tuple(found)


def region_of(report: Report, table: LaidTable) -> Span:
    """The lines of a table: from its caption, which may stand above it as a line of its own, to its last cell."""
    rows = rows_of(report, table)
    start = min((row_start(report.text, row) for row in rows), default=line_start(report.text, table.span.start))
    end = max((row_end(report.text, row) for row in rows), default=line_end(report.text, table.span.end))
    at = bisect_right(report.paragraphs, start, key=lambda one: one.end) - 1
    while at >= 0 and not report.paragraphs[at].text.strip():
        at -= 1
    above = report.paragraphs[at] if at >= 0 else None
    if above and _is_caption(above.text, table) and not report.text[above.end : start].strip():
        start = above.start
    return Span(start, end)


def _is_caption(line: str, table: LaidTable) -> bool:
    folded = fold(line).strip("*#")
    return any(folded.endswith(fold(caption)) for caption in table.form.captions) and len(folded) < 40
