"""Folding: sections, sub-headings, tables, and rows that run over several lines."""

from __future__ import annotations

from lsprotocol import types as t

from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.outline import outline, walk


def provide(analysis: Analysis, params: t.FoldingRangeParams | None = None) -> list[t.FoldingRange]:
    """One range a line at most, the outermost where several begin on the same line."""
    ranges: list[t.FoldingRange] = []
    begun: set[int] = set()
    for node in walk(outline(analysis)):
        first, last = analysis.row(node.span.start), analysis.row(node.span.end)
        if last <= first or first in begun or (node.kind == "report" and len(analysis.parts) == 1):
            continue
        begun.add(first)
        label = f"{node.name} …" if node.kind == "table" else None
        ranges.append(t.FoldingRange(first, last, kind=t.FoldingRangeKind.Region, collapsed_text=label))
    return ranges
