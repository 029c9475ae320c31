"""Relations (勾稽关系) with the figures of one report in them, and what broke them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gxlint.report.document import Cell
from gxlint.report.form import Comparison, FormColumn, FormRow
from gxlint.report.layout import LaidTable

_MOST_UNFILLED = 3


@dataclass(frozen=True, slots=True)
class Term:
    """One cell of a relation and its place on the form."""

    table: LaidTable
    row: FormRow
    column: FormColumn
    cell: Cell

    @property
    def key(self) -> tuple[int, str, str]:
        """Equal for the same cell, in whichever relation it stands."""
        return (self.cell.start, self.row.key, self.column.key)

    @property
    def value(self) -> int | Decimal:
        """The figure; a blank cell counts as 0."""
        return 0 if self.cell.value is None else self.cell.value

    @property
    def place(self) -> str:
        """``表三 · （三）不予公开第1项 · 自然人``."""
        return self.table.place(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the form in one row or one column of a report: Σ ``left`` compared with Σ ``right``.

    ``at`` is the row or the column in which it holds. ``known`` is False when a cell holds text in place of a figure,
    so that nothing can be said. ``left_sum`` and ``right_sum`` are the sums, blanks counted as 0.
    """

    kind: str
    table: LaidTable
    at: FormRow | FormColumn
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    comparison: Comparison
    known: bool
    left_sum: int | Decimal
    right_sum: int | Decimal

    @property
    def holds(self) -> bool:
        """Whether the figures keep the relation, or cannot be compared at all."""
        if not self.known:
            return True
        if self.comparison == "==":
            return self.left_sum == self.right_sum
        return self.left_sum <= self.right_sum

    @property
    def terms(self) -> tuple[Term, ...]:
        """All cells of the relation, the left side first."""
        return self.left + self.right

    @property
    def total(self) -> Term | None:
        """The cell that is the sum of the others; None where neither side is a single cell."""
        return self.left[0] if len(self.left) == 1 and self.comparison == "==" else None

    @property
    def unfilled_rows(self) -> tuple[FormRow, ...]:
        """The rows on the right side that were not filled in at all; none where they are many, for then blanks stand
        for 0."""
        rows = ((term.row, self.table.row(term.row.key)) for term in self.right if not term.cell.text)
        unfilled = [form for form, row in rows if row is not None and not any(cell.text for cell in row.cells)]
        return tuple(unfilled) if len(unfilled) <= _MOST_UNFILLED else ()

    def missing_from(self, term: Term) -> int | Decimal:
        """What has to be added to this cell, one of the relation's, to make both sides equal."""
        gap = self.right_sum - self.left_sum
        return gap if any(term.key == left.key for left in self.left) else -gap

    def would_hold(self, changes: Sequence[Change]) -> bool:
        """Whether the relation says something and holds when these cells have been changed."""
        if not self.known:
            return False
        figures = {term.key: value for term, value in changes}
        left, right = (sum(figures.get(term.key, term.value) for term in side) for side in (self.left, self.right))
        return left == right if self.comparison == "==" else left <= right

    @property
    def total_blank(self) -> bool:
        """Whether the sum was not filled in although there are figures to add."""
        return self.total is not None and self.total.cell.kind == "blank" and self.known and self.right_sum != 0


Change = tuple[Term, int | Decimal]
"""A cell and the figure it should hold."""


@dataclass(frozen=True, slots=True)
class Break:
    """Broken relations that have one cause, told as one story.

    ``kind`` is the kind under which the story is told. ``changes`` are the cells that would mend every relation: the
    one culprit, and behind it the total of its row where that has to follow; or several cells of one row or one column
    that only together explain all; empty when other cells could be wrong as well. ``implied`` are relations of
    a total column that are broken only because these are.
    """

    kind: str
    relations: tuple[Relation, ...]
    changes: tuple[Change, ...] = ()
    implied: tuple[Relation, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of all relations of the story."""
        return frozenset(relation.kind for relation in self.relations)

    @property
    def culprit(self) -> Term | None:
        """The one cell that explains every relation of the story, the first of them where several together do; None
        when other cells could be wrong as well."""
        return self.changes[0][0] if self.changes else None

    @property
    def expected(self) -> int | Decimal | None:
        """The figure that would mend them all, where the culprit is known."""
        return self.changes[0][1] if self.changes else None

    @property
    def at(self) -> Term:
        """Where to point: the culprit, else the total of the first relation, else its first cell."""
        first = self.relations[0]
        return self.culprit or first.total or first.left[0]

    @property
    def cause(self) -> Hashable:
        """Equal for the same story, whichever rule tells it."""
        return ("break", *((relation.kind, relation.left[0].cell.start) for relation in self.relations))
