"""Finding what broke the relations of a report: one story a cause.

A cell explains relations when one other figure in it would mend all of them and no other relation of that cell holds
already, for the change would break it. What a table's own sums imply is no cause of its own: a total column repeats the
breaks of the columns it adds up, and a wrong figure that was added up into the total of its row is wrong there as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from gxlint.forms import misplaced, together
from gxlint.report import Break, Change, FormColumn, Relation, Term

_CellKey = tuple[int, str, str]
_RowSums = Mapping[tuple[int, str], Relation]
"""For a row (start of its table, key of the row) the relation that adds it up into its total."""


def breaks_of(relations: Sequence[Relation]) -> tuple[Break, ...]:
    """The broken relations, one Break a cause, in the order of the text.

    A relation with a total in it that was left blank says nothing: that blank is a matter of its own. No cell stands in
    two tables, so each table has its own stories.
    """
    if all(relation.holds for relation in relations):
        return ()
    by_table: dict[int, list[Relation]] = {}
    for relation in relations:
        by_table.setdefault(id(relation.table), []).append(relation)
    stories = [story for of_table in by_table.values() for story in _in_table(of_table)]
    return tuple(sorted(stories, key=lambda story: story.at.cell.start))


def _in_table(relations: Sequence[Relation]) -> list[Break]:
    unfilled = {relation.left[0].key for relation in relations if relation.total_blank}
    broken = [
        relation
        for relation in relations
        if not relation.holds and not any(term.key in unfilled for term in relation.terms)
    ]
    stories: list[Break] = []
    of_cell = _relations_by_cell(relations, unfilled)
    while broken and (story := _of_one_cell(broken, of_cell)) is not None:
        stories.append(story)
        broken = [relation for relation in broken if not _among(relation, story.relations)]
    blank = together.unfilled(broken)
    if blank is not None:
        stories.append(blank)
        broken = [relation for relation in broken if not _among(relation, blank.relations)]
    told = (
        misplaced.of_row(broken, relations)
        or misplaced.of_column(broken, relations)
        or together.of_column(broken, relations)
        or together.of_row(broken, relations)
        or together.offsetting(broken)
    )
    if told is not None:
        stories.append(told)
        broken = [relation for relation in broken if not _among(relation, told.relations)]
    stories.extend(_of_rows(tuple(_of_columns(broken, _row_sums(relations)))))
    return stories


def _among(relation: Relation, others: Sequence[Relation]) -> bool:
    return any(relation is other for other in others)


def _relations_by_cell(relations: Sequence[Relation], unfilled: set[_CellKey]) -> dict[_CellKey, list[Relation]]:
    of_cell: dict[_CellKey, list[Relation]] = {}
    for relation in relations:
        if not any(term.key in unfilled for term in relation.terms):
            for term in relation.terms:
                of_cell.setdefault(term.key, []).append(relation)
    return of_cell


def _of_one_cell(broken: Sequence[Relation], of_cell: Mapping[_CellKey, Sequence[Relation]]) -> Break | None:
    """The story of the cell that explains the most broken relations, if no other cell explains as many of the same."""
    candidates: list[tuple[Change, Sequence[Relation]]] = []
    for term in {term.key: term for relation in broken for term in relation.terms}.values():
        change = _explaining_change(term, of_cell[term.key])
        if change is not None:
            candidates.append((change, of_cell[term.key]))
    candidates.sort(key=lambda candidate: -len(candidate[1]))
    for change, explained in candidates:
        rivals = [
            (rival[0], other)
            for rival, other in candidates
            if rival is not change and len(other) >= len(explained) and any(_among(one, explained) for one in other)
        ]
        if not rivals or (_is_odd(change[0]) and all(_is_equal(rival, explained) for rival in rivals)):
            return Break(_main_kind(explained, change[0]), tuple(explained), (change,))
    return None


def _is_odd(term: Term) -> bool:
    """Whether a cell is suspect by itself: it holds no figure, or none that counts anything."""
    value = term.cell.value
    return value is None or value < 0 or (isinstance(value, Decimal) and term.column.number == "count")


def _is_equal(rival: tuple[Term, Sequence[Relation]], explained: Sequence[Relation]) -> bool:
    """Whether another cell explains as much and no more, and is not suspect by itself."""
    return len(rival[1]) == len(explained) and not _is_odd(rival[0])


def _explaining_change(term: Term, relations: Sequence[Relation]) -> Change | None:
    """The change of this cell after which every one of its relations holds, None where there is none.

    Every relation of the cell must be broken now: one that holds would be broken by the change. One that says nothing
    (a stroke stands in its row) leaves the cell suspect for no reason but that nothing vouches for it.
    """
    changes = set()
    for relation in relations:
        if relation.comparison != "==" or not relation.known or relation.holds:
            return None
        changes.add(relation.missing_from(term))
    if len(changes) != 1:
        return None
    expected = term.value + changes.pop()
    return (term, expected) if expected >= 0 else None


def _main_kind(relations: Sequence[Relation], culprit: Term) -> str:
    """The kind to tell the story under: the one in which the culprit is the total, else the first."""
    for relation in relations:
        if relation.total is not None and relation.total.key == culprit.key:
            return relation.kind
    return relations[0].kind


def _row_sums(relations: Sequence[Relation]) -> _RowSums:
    return {
        (relation.table.span.start, relation.left[0].row.key): relation
        for relation in relations
        if not isinstance(relation.at, FormColumn) and relation.total is not None
    }


def _of_columns(broken: Sequence[Relation], sums: _RowSums) -> Iterator[Break]:
    """The stories of relations that no single cell explains. Two of one column that share a cell which would mend both
    are one; a total column that follows from one broken column is told with it."""
    implied = [relation for relation in broken if _is_implied(relation, broken, sums)]
    left = [relation for relation in broken if not _among(relation, implied)]
    columns = {(relation.table.span.start, relation.at.key) for relation in left}
    while left:
        first = left.pop(0)
        partner = next((other for other in left if _common_change(first, other) is not None), None)
        related: tuple[Relation, ...] = (first,)
        if partner is not None:
            related = (first, partner)
            left = [relation for relation in left if relation is not partner]
        kinds = {relation.kind for relation in related}
        alone = sum(start == first.table.span.start for start, _ in columns) == 1
        following = tuple(relation for relation in implied if alone and relation.kind in kinds)
        yield _story(related, following, sums)


def _of_rows(stories: Sequence[Break]) -> Iterator[Break]:
    """The stories with those put together whose culprits stand in one row: the row was not filled in, or not added up.

    The total of the row has to follow all of its cells.
    """
    of_row: dict[tuple[int, str], list[Break]] = {}
    for story in stories:
        if story.culprit is not None:
            of_row.setdefault((story.culprit.table.span.start, story.culprit.row.key), []).append(story)
    for story in stories:
        if story.culprit is None:
            yield story
    for of_same in of_row.values():
        changes = [story.changes[0] for story in of_same]
        followers = [story.changes[1] for story in of_same if len(story.changes) > 1]
        if len(of_same) > 1 and len(followers) == len(of_same):
            total = followers[0][0]
            value = total.value + sum(value - total.value for _, value in followers)
            changes += [(total, value)] if value != total.value else []
        elif len(of_same) == 1:
            changes += followers
        relations = tuple(relation for story in of_same for relation in story.relations)
        implied = tuple({id(one): one for story in of_same for one in story.implied}.values())
        yield Break(of_same[0].kind, relations, tuple(changes), implied)


def _story(relations: tuple[Relation, ...], implied: tuple[Relation, ...], sums: _RowSums) -> Break:
    change = _common_change(*relations) if len(relations) == 2 else None
    if change is None:
        return Break(relations[0].kind, relations, (), implied)
    culprit, expected = change
    changes: tuple[Change, ...] = (change,)
    row_sum = sums.get((relations[0].table.span.start, culprit.row.key))
    if row_sum is not None and row_sum.known and row_sum.holds and row_sum.left[0].key != culprit.key:
        total = row_sum.left[0]
        changes = (change, (total, total.value + expected - culprit.value))
    return Break(_main_kind(relations, culprit), relations, changes, implied)


def _is_implied(relation: Relation, broken: Sequence[Relation], sums: _RowSums) -> bool:
    """Whether a relation of a total column is broken only because others are: every row in it adds up.

    A stroke counts as 0 here: that adds up as well.
    """
    if not isinstance(relation.at, FormColumn) or relation.comparison != "==":
        return False
    for term in relation.terms:
        row_sum = sums.get((relation.table.span.start, term.row.key))
        if row_sum is None or row_sum.left_sum != row_sum.right_sum or row_sum.left[0].key != term.key:
            return False
    return any(
        other.kind == relation.kind and other.table is relation.table and other.at != relation.at for other in broken
    )


def _common_change(one: Relation, other: Relation) -> Change | None:
    """The one cell whose change would mend both relations of a column, with the figure it should hold."""
    if one.at != other.at or one.table is not other.table or one.kind == other.kind:
        return None
    if one.comparison != "==" or other.comparison != "==":
        return None
    keys = {term.key for term in other.terms}
    shared = [term for term in one.terms if term.key in keys]
    if len(shared) != 1 or one.missing_from(shared[0]) != other.missing_from(shared[0]):
        return None
    expected: int | Decimal = shared[0].value + one.missing_from(shared[0])
    return (shared[0], expected) if expected >= 0 else None
