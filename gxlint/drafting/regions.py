"""Where in the text a table of the report stands: whole lines, with the captions above them."""

from __future__ import annotations

from gxlint.drafting.draft import line_end, line_start
from gxlint.report import LaidTable, Report, Row
from gxlint.text import Span, fold


def rows_of(report: Report, table: LaidTable) -> tuple[Row, ...]:
    """The rows of the report that hold anything of this table, in order."""
    span = table.span
    return tuple(
        row
        for block in report.tables
        for row in block.rows
        if row.cells[0].start < max(span.end, span.start + 1) and row.cells[-1].end >= span.start
    )


def region_of(report: Report, table: LaidTable) -> Span:
    """The lines of a table: from its caption, which may stand above it as a line of its own, to its last cell."""
    rows = rows_of(report, table)
    first = min((row.cells[0].start for row in rows), default=table.span.start)
    last = max((row.cells[-1].end for row in rows), default=table.span.end)
    start = line_start(report.text, first)
    above = [one for one in report.paragraphs if one.end <= start and one.text.strip()]
    if above and _is_caption(above[-1].text, table) and not report.text[above[-1].end : start].strip():
        start = above[-1].start
    return Span(start, line_end(report.text, last))


def _is_caption(line: str, table: LaidTable) -> bool:
    folded = fold(line).strip("*#")
    return any(folded.endswith(fold(caption)) for caption in table.form.captions) and len(folded) < 40
