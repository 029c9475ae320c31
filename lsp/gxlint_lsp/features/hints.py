"""Inlay hints: beside a bare figure what it means, beside a wrong total the sum it should be."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types as t

from gxlint.language import Message
from gxlint.parser import Part
from gxlint.report import FormColumn, LaidRow, LaidTable
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis, CellPlace
from gxlint_lsp.features.saying import figure, meaning, relation_said, say, short_column
from gxlint_lsp.features.tables import (
    Verdict,
    Verdicts,
    broken,
    one_line,
    relations_at,
    tables_in,
    touches,
    verdicts_of,
)

OPTIONS = t.InlayHintOptions(resolve_provider=False)


def provide(analysis: Analysis, params: t.InlayHintParams) -> list[t.InlayHint]:
    """The hints in the range that was asked for, as many as the editor's setting wants: none, those of totals, those of
    totals and of the rows that were edited since the document was opened, or all."""
    if analysis.options.hints == "off":
        return []
    asked = analysis.span(params.range)
    found: list[t.InlayHint] = []
    part: Part | None = None
    verdicts: Verdicts = {}
    for owner, table in tables_in(analysis, asked):
        if owner is not part:
            part, verdicts = owner, verdicts_of(owner.report)
        for row in table.rows:
            if row.whole and touches(row.span.shifted(owner.offset), asked):
                found.extend(_of_row(analysis, asked, owner, table, row, verdicts))
    return found


def _of_row(
    analysis: Analysis, asked: Span, part: Part, table: LaidTable, row: LaidRow, verdicts: Verdicts
) -> Iterator[t.InlayHint]:
    level = analysis.options.hints
    whole = level == "all" or (level == "touched" and _touched(analysis, part, row))
    beside = one_line(analysis, part, row)
    for column, cell in zip(table.form.columns, row.cells, strict=True):
        verdict = verdicts.get(id(cell))
        amiss = verdict is not None and verdict.state == "wrong"
        named = whole or (verdict is not None and verdict.total and not beside)
        if not (named or amiss) or not touches(cell.span.shifted(part.offset), asked):
            continue
        said = _meaning(row, column, beside=beside) if named else ""
        if amiss and verdict is not None:
            said = say(analysis, _amiss(said, verdict))
        if said:
            yield _hint(analysis, CellPlace(part, table, row, column, cell), said, amiss=amiss)


def _touched(analysis: Analysis, part: Part, row: LaidRow) -> bool:
    """Whether a line of the row was edited."""
    index, span = analysis.document.index, row.span.shifted(part.offset)
    first, last = analysis.row(span.start), analysis.row(span.end)
    return any(
        index.row(edited.start) <= last and first <= index.row(edited.end) for edited in analysis.document.touched
    )


def _meaning(row: LaidRow, column: FormColumn, *, beside: bool) -> str:
    """Row and column; the column alone where the label of the row stands on the same line."""
    return short_column(column) if beside else meaning(row.form, column)


def _amiss(said: str, verdict: Verdict) -> Message:
    if verdict.expected is not None:
        expected = figure(verdict.expected)
        if said:
            return Message("{meaning}，应为 {expected}", {"meaning": said, "expected": expected})
        return Message("应为 {expected}", {"expected": expected})
    sums: object = [figure(one) for one in verdict.sums]
    if said:
        return Message("{meaning}，各项之和 {sums}", {"meaning": said, "sums": sums})
    return Message("各项之和 {sums}", {"sums": sums})


def _hint(analysis: Analysis, place: CellPlace, said: str, *, amiss: bool) -> t.InlayHint:
    tooltip = place.table.place(place.row.form, place.column)
    if amiss:
        wrong = [one for one in relations_at(place) if one.known and broken(one)]
        tooltip = "\n".join([tooltip, *(relation_said(analysis, one) for one in wrong)])
    return t.InlayHint(
        analysis.range(place.span).end,
        said,
        t.InlayHintKind.Type,
        tooltip=tooltip,
        padding_left=True,
    )
