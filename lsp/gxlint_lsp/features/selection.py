"""Selection ranges: cell → row → table → section → report → document; in prose the line comes first."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types as t

from gxlint.text import Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.outline import outline, path_to


def provide(analysis: Analysis, params: t.SelectionRangeParams) -> list[t.SelectionRange]:
    """One chain for every place that was asked about, in the same order."""
    return [_chain(analysis, analysis.offset(position)) for position in params.positions]


def _chain(analysis: Analysis, offset: int) -> t.SelectionRange:
    chain = t.SelectionRange(analysis.range(Span(0, len(analysis.text))))
    outer = Span(0, len(analysis.text))
    for span in _inwards(analysis, offset):
        narrower = Span(max(span.start, outer.start), min(span.end, outer.end))
        if narrower != outer and narrower.start <= offset <= narrower.end:
            chain = t.SelectionRange(analysis.range(narrower), chain)
            outer = narrower
    return chain


def _inwards(analysis: Analysis, offset: int) -> Iterator[Span]:
    path = path_to(outline(analysis, [analysis.part_at(offset)]), offset)
    yield from (node.span for node in path)
    place = analysis.cell_at(offset)
    if place is not None:
        yield place.span
    elif not path or path[-1].kind not in ("table", "row"):
        yield analysis.index.line_span(analysis.index.row(offset))
