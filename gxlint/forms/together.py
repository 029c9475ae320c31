"""Several wrong figures in one line of a table: each is known by the sum across the line, and together they mend all.

Two figures of one column that are wrong break their rows by what each is off, and the column by what both are off: no
single cell explains that. The same holds for two figures of one row.
"""

from __future__ import annotations

from collections.abc import Sequence

from gxlint.report import Break, Change, FormColumn, Relation, Term


def of_column(broken: Sequence[Relation], relations: Sequence[Relation]) -> Break | None:
    """The story of the one column in which every broken row has a figure that would mend it, all of them together
    mending the column; None where there is no such column. ``broken`` and ``relations`` are those of one table."""
    rows, columns = _by_direction(broken)
    keys = {relation.at.key for relation in columns}
    if len(rows) < 2 or len(keys) != 1:
        return None
    key = keys.pop()
    changes = [_change([row], next((term for term in row.terms if term.column.key == key), None)) for row in rows]
    return _mending(rows[0].kind, broken, relations, changes)


def of_row(broken: Sequence[Relation], relations: Sequence[Relation]) -> Break | None:
    """The story of the one broken row that has a figure in every broken column which would mend it, all of them
    together mending the row; None where there is no such row. Where the column of totals is broken as well, a figure
    of another row may be wrong that was added up into its total."""
    rows, columns = _by_direction(broken)
    keys = list(dict.fromkeys(relation.at.key for relation in columns))
    if len(rows) != 1 or len(keys) < 2 or rows[0].left[0].column.key in keys:
        return None
    changes = []
    for key in keys:
        of_column = [relation for relation in columns if relation.at.key == key]
        cell = next((term for term in of_column[0].terms if term.row.key == rows[0].at.key), None)
        changes.append(_change(of_column, cell))
    return _mending(columns[0].kind, broken, relations, changes)


def offsetting(broken: Sequence[Relation]) -> Break | None:
    """The story of columns that are off by as much in one direction as in the other while every row adds up: figures of
    some row stand in each other's column, and nothing tells of which."""
    rows, columns = _by_direction(broken)
    keys = {relation.at.key for relation in columns}
    if rows or len(columns) < 2 or len(keys) < len(columns) or len({relation.kind for relation in columns}) > 1:
        return None
    if not all(relation.comparison == "==" for relation in columns):
        return None
    if sum(relation.left_sum - relation.right_sum for relation in columns):
        return None
    return Break(columns[0].kind, tuple(columns))


def unfilled(broken: Sequence[Relation]) -> Break | None:
    """The story of totals that are larger than their parts while rows they add up were not filled in."""
    totals = [relation for relation in broken if relation.total is not None and isinstance(relation.at, FormColumn)]
    totals = [relation for relation in totals if relation.left_sum > relation.right_sum and relation.unfilled_rows]
    return Break(totals[0].kind, tuple(totals)) if len({relation.kind for relation in totals}) == 1 else None


def _by_direction(broken: Sequence[Relation]) -> tuple[list[Relation], list[Relation]]:
    """The relations of rows and those of columns."""
    columns = [relation for relation in broken if isinstance(relation.at, FormColumn)]
    return [relation for relation in broken if not isinstance(relation.at, FormColumn)], columns


def _change(relations: Sequence[Relation], term: Term | None) -> Change | None:
    """The figure of a cell that would mend all these relations, if it stands in all of them and it is one figure."""
    if term is None:
        return None
    wanted = set()
    for relation in relations:
        if relation.comparison != "==" or not any(other.key == term.key for other in relation.terms):
            return None
        wanted.add(term.value + relation.missing_from(term))
    value = wanted.pop()
    return (term, value) if not wanted and value >= 0 else None


def _mending(
    kind: str, broken: Sequence[Relation], relations: Sequence[Relation], changes: Sequence[Change | None]
) -> Break | None:
    """The story of these changes, if they mend every broken relation and break no other one."""
    made = tuple(change for change in changes if change is not None)
    if len(made) < len(changes):
        return None
    changed = {term.key for term, _ in made}
    touched = [relation for relation in relations if any(term.key in changed for term in relation.terms)]
    if not all(relation.would_hold(made) for relation in touched if relation.known):
        return None
    if not all(any(relation is other for other in touched) for relation in broken):
        return None
    return Break(kind, tuple(broken), made)
