"""Figures that are right and stand at the wrong place: in another column of their row, or in one another's row.

No single cell explains such breaks, but the figures of one row in another order do, or two cells of a column exchanged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from gxlint.report import Break, Change, FormColumn, Relation, Term

_Number = int | Decimal


def of_row(broken: Sequence[Relation], relations: Sequence[Relation]) -> Break | None:
    """The story of the one row whose own figures in other columns would mend every broken column; None where no row
    or several rows would. ``broken`` and ``relations`` are those of one table."""
    columns = [relation for relation in broken if isinstance(relation.at, FormColumn)]
    if len(columns) < 2 or any(relation.comparison != "==" for relation in columns):
        return None
    of_row: dict[str, list[Relation]] = {}
    for relation in relations:
        if isinstance(relation.at, FormColumn):
            for term in relation.terms:
                of_row.setdefault(term.row.key, []).append(relation)
    found = []
    for key, touched in of_row.items():
        if all(any(relation is other for other in touched) for relation in columns):
            changes = _rearranged(key, touched)
            if changes:
                found.append(changes)
    return Break(columns[0].kind, tuple(columns), found[0]) if len(found) == 1 else None


def _rearranged(row: str, touched: Sequence[Relation]) -> tuple[Change, ...]:
    """The changes of a row's cells that mend all relations they stand in, where they only move figures; else none."""
    cells: dict[str, Term] = {}
    missing: dict[str, _Number] = {}
    for relation in touched:
        term = next(term for term in relation.terms if term.row.key == row)
        gap = relation.missing_from(term)
        if not relation.known or relation.comparison != "==" or missing.setdefault(term.column.key, gap) != gap:
            return ()
        cells[term.column.key] = term
    before = Counter(term.value for term in cells.values())
    after = Counter(term.value + missing[key] for key, term in cells.items())
    if before != after:
        return ()
    return tuple((term, term.value + missing[key]) for key, term in cells.items() if missing[key])


def of_column(broken: Sequence[Relation], relations: Sequence[Relation]) -> Break | None:
    """The story of two cells of one column that, exchanged, mend the only two broken rows of a table; None where there
    are more broken relations, or no pair or several pairs would do."""
    if len(broken) != 2 or any(isinstance(one.at, FormColumn) or one.comparison != "==" for one in broken):
        return None
    first, second = broken
    if first.kind != second.kind or first.right_sum - first.left_sum != second.left_sum - second.right_sum:
        return None
    held = _sides(relations)
    others = {term.column.key: term for term in second.right}
    pairs = [
        (one, other)
        for one in first.right
        if (other := others.get(one.column.key)) is not None
        and one.value + first.missing_from(one) == other.value
        and held.get(one.key, set()) == held.get(other.key, set())
    ]
    if len(pairs) != 1:
        return None
    one, other = pairs[0]
    return Break(first.kind, (first, second), ((one, other.value), (other, one.value)))


def _sides(relations: Sequence[Relation]) -> Mapping[tuple[int, str, str], set[tuple[int, bool]]]:
    """For every cell the relations of columns it stands in, each with the side: two cells alike in this may be
    exchanged without breaking any of them."""
    sides: dict[tuple[int, str, str], set[tuple[int, bool]]] = {}
    for number, relation in enumerate(relations):
        if isinstance(relation.at, FormColumn):
            for is_left, terms in ((True, relation.left), (False, relation.right)):
                for term in terms:
                    sides.setdefault(term.key, set()).add((number, is_left))
    return sides
