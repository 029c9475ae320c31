"""What a reviewer would tell about broken relations: one story a cause.

The model already puts relations together that a single cell explains. What is added here follows from the table's own
sums: a total column repeats the breaks of the columns it adds up, and a wrong figure that was added up into the total
of its row is wrong there as well.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gxlint import FormColumn, Relation, Report, Term

Change = tuple[Term, int | Decimal]
"""A cell and the figure it should hold."""


@dataclass(frozen=True, slots=True)
class Story:
    """Broken relations with one cause. ``kind`` is the kind under which they are told.

    ``changes`` are the cells that would mend them all: the one culprit, and behind it the total of its row where that
    has to follow; empty when more than one cell could be wrong. ``implied`` are relations of a total column that are
    broken only because these are.
    """

    kind: str
    relations: tuple[Relation, ...]
    changes: tuple[Change, ...] = ()
    implied: tuple[Relation, ...] = ()

    @property
    def at(self) -> Term:
        """Where to point: the culprit, else the total of the first relation, else its first cell."""
        if self.changes:
            return self.changes[0][0]
        first = self.relations[0]
        return first.total or first.left[0]

    @property
    def cause(self) -> Hashable:
        """Equal for the same story, whichever rule tells it."""
        return ("break", *((relation.kind, relation.left[0].cell.start) for relation in self.relations))

    def of_kind(self, kind: str) -> bool:
        """Whether a relation of this kind belongs to the story."""
        return any(relation.kind == kind for relation in self.relations)


def stories(report: Report) -> Iterator[Story]:
    """The stories of a report's broken relations.

    A relation with a total in it that was left blank says nothing: the blank is the story (``total-blank``).
    """
    unfilled = {relation.left[0].cell.start for relation in report.relations if relation.total_blank}
    single: list[Relation] = []
    for told in report.breaks:
        if any(term.cell.start in unfilled for relation in told.relations for term in relation.terms):
            continue
        if told.culprit is not None and told.expected is not None and _can_be_checked(told.culprit, report):
            yield Story(told.kind, told.relations, ((told.culprit, told.expected),))
        else:
            single.extend(told.relations)
    if single:
        yield from _of_single_relations(single, _row_sums(report))


def _can_be_checked(culprit: Term, report: Report) -> bool:
    """Whether every relation of this cell says something. A stroke in its row would leave it suspect for no reason but
    that nothing vouches for it."""
    return all(relation.known for relation in touched(report, ((culprit, 0),)))


_RowSums = Mapping[tuple[int, str], Relation]
"""For a row (start of its table, key of the row) the relation that adds it up into its total."""


def _row_sums(report: Report) -> _RowSums:
    return {
        (relation.table.span.start, relation.left[0].row.key): relation
        for relation in report.relations
        if not isinstance(relation.at, FormColumn) and relation.total is not None
    }


def _of_single_relations(broken: Sequence[Relation], sums: _RowSums) -> Iterator[Story]:
    implied = [relation for relation in broken if _is_implied(relation, broken, sums)]
    left = [relation for relation in broken if relation not in implied]
    columns = {(relation.table.span.start, relation.at.key) for relation in left}
    while left:
        first = left.pop(0)
        partner = next((other for other in left if _common_change(first, other) is not None), None)
        related = (first,) if partner is None else (first, partner)
        if partner is not None:
            left.remove(partner)
        kinds = {relation.kind for relation in related}
        alone = sum(start == first.table.span.start for start, _ in columns) == 1
        repeated = tuple(relation for relation in implied if alone and relation.kind in kinds)
        yield _story(related, repeated, sums)


def _story(relations: tuple[Relation, ...], implied: tuple[Relation, ...], sums: _RowSums) -> Story:
    change = _common_change(*relations) if len(relations) == 2 else None
    if change is None:
        return Story(relations[0].kind, relations, (), implied)
    culprit, expected = change
    main = next((one for one in relations if one.total is not None and _same(one.total, culprit)), relations[0])
    changes: tuple[Change, ...] = (change,)
    row_sum = sums.get((culprit.table.span.start, culprit.row.key))
    if row_sum is not None and row_sum.known and row_sum.holds and not _same(row_sum.left[0], culprit):
        total = row_sum.left[0]
        changes = (change, (total, total.value + expected - culprit.value))
    return Story(main.kind, relations, changes, implied)


def _is_implied(relation: Relation, broken: Sequence[Relation], sums: _RowSums) -> bool:
    """Whether a relation of a total column is broken only because others are: every row in it adds up.

    A stroke counts as 0 here: that adds up as well.
    """
    if not isinstance(relation.at, FormColumn) or relation.comparison != "==":
        return False
    start = relation.table.span.start
    for term in relation.terms:
        row_sum = sums.get((start, term.row.key))
        if row_sum is None or row_sum.left_sum != row_sum.right_sum or not _same(row_sum.left[0], term):
            return False
    return any(
        other.kind == relation.kind and other.table is relation.table and other.at != relation.at for other in broken
    )


def _common_change(one: Relation, other: Relation) -> Change | None:
    """The one cell whose change would mend both relations of a column, with the figure it should hold."""
    if one.at != other.at or one.table is not other.table or one.kind == other.kind:
        return None
    shared = [term for term in one.terms if any(_same(term, candidate) for candidate in other.terms)]
    if len(shared) != 1 or one.comparison != "==" or other.comparison != "==":
        return None
    term = shared[0]
    gap = _gap(one, term)
    if gap != _gap(other, term) or term.value + gap < 0:
        return None
    return term, term.value + gap


def _gap(relation: Relation, term: Term) -> int | Decimal:
    """What has to be added to this cell to make the relation hold."""
    gap = relation.right_sum - relation.left_sum
    return gap if any(_same(term, left) for left in relation.left) else -gap


def _same(one: Term, other: Term) -> bool:
    return one.cell.start == other.cell.start and one.row.key == other.row.key and one.column.key == other.column.key


def would_hold(relation: Relation, changes: Sequence[Change]) -> bool:
    """Whether a relation says something and holds when the cells have been changed."""
    if not relation.known:
        return False
    sums = [
        sum((next((value for cell, value in changes if _same(cell, term)), term.value) for term in side), start=0)
        for side in (relation.left, relation.right)
    ]
    return sums[0] == sums[1] if relation.comparison == "==" else sums[0] <= sums[1]


def touched(report: Report, changes: Sequence[Change]) -> Iterator[Relation]:
    """The relations that hold one of the cells."""
    for relation in report.relations:
        if any(_same(cell, term) for term in relation.terms for cell, _ in changes):
            yield relation
