"""A total and its parts: they light up together, and lead to each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lsprotocol import types as t

from gxlint.report import Relation, Term
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis, CellPlace
from gxlint_lsp.features.tables import broken, is_total_of, relations_at


def highlights(analysis: Analysis, params: t.DocumentHighlightParams) -> list[t.DocumentHighlight] | None:
    """On a total: it and its parts, and whatever else belongs to a broken relation of it. On any other cell all its
    relations. Totals are marked as written, parts as read. None outside the tables, so that the editor goes on with
    what it does itself."""
    place = analysis.cell_at(analysis.offset(params.position))
    if place is None:
        return None
    relations = _shown(place)
    totals = {id(relation.total.cell) for relation in relations if relation.total is not None}
    cells = {id(term.cell): term.cell for relation in relations for term in relation.terms}
    if not cells:
        return None
    ordered = sorted(cells.values(), key=lambda cell: cell.start)
    return [
        t.DocumentHighlight(
            analysis.range(cell.span.shifted(place.part.offset)),
            t.DocumentHighlightKind.Write if id(cell) in totals else t.DocumentHighlightKind.Read,
        )
        for cell in ordered
    ]


def definition(analysis: Analysis, params: t.DefinitionParams) -> list[t.LocationLink] | list[t.Location] | None:
    """From a total to its parts, from a part to its totals, and from one side of a balance to the other."""
    place = analysis.cell_at(analysis.offset(params.position))
    if place is None:
        return None
    terms = list(_targets(place))
    if analysis.client.links:
        return [_link(analysis, place, term) for term in terms]
    return [_location(analysis, place, term) for term in terms]


def references(analysis: Analysis, params: t.ReferenceParams) -> list[t.Location] | None:
    """Every cell that shares a relation with this one; the cell itself only where declarations are asked for."""
    place = analysis.cell_at(analysis.offset(params.position))
    if place is None:
        return None
    terms = {id(term.cell): term for relation in relations_at(place) for term in relation.terms}
    if not params.context.include_declaration:
        terms.pop(id(place.cell), None)
    ordered = sorted(terms.values(), key=lambda term: term.cell.start)
    return [_location(analysis, place, term) for term in ordered]


def _shown(place: CellPlace) -> Sequence[Relation]:
    relations = relations_at(place)
    own = [one for one in relations if is_total_of(one, place)]
    if not own:
        return relations
    return [one for one in relations if one in own or (one.known and broken(one))]


def _targets(place: CellPlace) -> Iterable[Term]:
    relations = relations_at(place)
    own = [one for one in relations if is_total_of(one, place)]
    found: dict[int, Term] = {}
    for relation in own or relations:
        on_left = any(term.cell is place.cell for term in relation.left)
        for term in relation.right if on_left else relation.left:
            found.setdefault(id(term.cell), term)
    return found.values()


def _location(analysis: Analysis, place: CellPlace, term: Term) -> t.Location:
    return t.Location(analysis.document.uri, analysis.range(term.cell.span.shifted(place.part.offset)))


def _link(analysis: Analysis, place: CellPlace, term: Term) -> t.LocationLink:
    row = term.table.row(term.row.key)
    cell = term.cell.span.shifted(place.part.offset)
    around = row.span.shifted(place.part.offset) if row is not None else cell
    around = Span(min(around.start, cell.start), max(around.end, cell.end))
    return t.LocationLink(
        analysis.document.uri, analysis.range(around), analysis.range(cell), analysis.range(place.span)
    )
