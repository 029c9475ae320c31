"""Document symbols: title, sections, sub-headings, tables and rows. The editor's sticky header is made of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lsprotocol import types as t

from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.outline import Kind, Node, outline

_KINDS: Mapping[Kind, t.SymbolKind] = {
    "report": t.SymbolKind.Module,
    "section": t.SymbolKind.Namespace,
    "subheading": t.SymbolKind.String,
    "table": t.SymbolKind.Array,
    "row": t.SymbolKind.Field,
}


def provide(
    analysis: Analysis, params: t.DocumentSymbolParams | None = None
) -> list[t.DocumentSymbol] | list[t.SymbolInformation]:
    """The outline as a tree, or as a flat list for a client that cannot show trees. Empty for what is no report."""
    nodes = outline(analysis)
    if analysis.client.symbol_trees:
        return [_symbol(analysis, node) for node in nodes]
    return [symbol for node in nodes for symbol in _flat(analysis, node, None)]


def _symbol(analysis: Analysis, node: Node) -> t.DocumentSymbol:
    return t.DocumentSymbol(
        node.name,
        _KINDS[node.kind],
        analysis.range(node.span),
        analysis.range(node.named),
        node.detail or None,
        children=[_symbol(analysis, child) for child in node.children],
    )


def _flat(analysis: Analysis, node: Node, container: str | None) -> Iterator[t.SymbolInformation]:
    location = t.Location(analysis.document.uri, analysis.range(node.span))
    yield t.SymbolInformation(location, node.name, _KINDS[node.kind], container_name=container)
    for child in node.children:
        yield from _flat(analysis, child, node.name)
