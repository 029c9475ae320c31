"""Finding tables, relations and verdicts: which relations a cell takes part in, and what they say of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gxlint.parser import Part
from gxlint.report import Break, LaidRow, LaidTable, Relation, Report
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis, CellPlace

State = Literal["holds", "unknown", "suspect", "wrong"]
"""What the relations say of a cell. ``holds``: all that it takes part in hold. ``unknown``: one of them cannot be
worked out. ``suspect``: one is broken, and this cell is one of several that may be wrong. ``wrong``: a total that is
not the sum of its parts, or the one cell that explains what is broken."""

_LOUDNESS: dict[State, int] = {"holds": 0, "unknown": 1, "suspect": 2, "wrong": 3}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the relations say of a cell. ``total``: it is the sum of others. ``sums`` are the sums that its parts give,
    where it is a total and not equal to them; ``expected`` is the figure that alone would mend all that is broken."""

    state: State
    total: bool = False
    sums: tuple[int | Decimal, ...] = ()
    expected: int | Decimal | None = None


def parts_in(analysis: Analysis, span: Span) -> Iterator[Part]:
    """The recognised reports that the span touches."""
    parts = analysis.parts
    at = max(bisect_right(parts, span.start, key=lambda part: part.offset) - 1, 0)
    while at < len(parts) and parts[at].offset <= span.end:
        if parts[at].report.recognised:
            yield parts[at]
        at += 1


def touches(span: Span, other: Span) -> bool:
    """Whether two spans share a place, be it an end."""
    return span.start <= other.end and other.start <= span.end


def tables_in(analysis: Analysis, span: Span) -> Iterator[tuple[Part, LaidTable]]:
    """The laid tables that the span touches."""
    for part in parts_in(analysis, span):
        for table in part.report.layout.tables:
            if touches(table.span.shifted(part.offset), span):
                yield part, table


def relations_at(place: CellPlace) -> tuple[Relation, ...]:
    """The relations that the cell takes part in; for the label of a row those that hold within the row."""
    relations = [one for one in place.part.report.relations if one.table is place.table]
    if place.cell is place.row.label:
        return tuple(one for one in relations if one.at is place.row.form)
    return tuple(one for one in relations if any(term.cell is place.cell for term in one.terms))


def is_total_of(relation: Relation, place: CellPlace) -> bool:
    """Whether the cell is the total of this relation."""
    return relation.total is not None and relation.total.cell is place.cell


def broken(relation: Relation) -> bool:
    """Whether the figures break the relation; a total that was left blank counts."""
    return not relation.holds


@dataclass(frozen=True, slots=True)
class Tally:
    """How the figures of a table tally: how many relations of the form hold, are ``broken``, are ``blank`` because
    rows of theirs are not filled in, and are ``open`` because they cannot be worked out. ``wrong`` are the broken
    ones."""

    held: int
    blank: int
    open: int
    wrong: tuple[Relation, ...] = ()

    @property
    def broken(self) -> int:
        """How many relations do not hold."""
        return len(self.wrong)

    @property
    def untouched(self) -> bool:
        """Whether nothing is filled in that could be checked."""
        return self.blank > 0 and not (self.held or self.wrong or self.open)


def tally(report: Report, table: LaidTable) -> Tally:
    """How the figures of the table tally. A blank counts as 0 only in a row that has figures: a row that is blank
    throughout is not filled in, and to say of its sums that they hold would be to say that they were checked."""
    relations = [one for one in report.relations if one.table is table]
    filled = {row.form.key for row in table.rows if any(cell.kind != "blank" for cell in row.cells)}
    known = [one for one in relations if one.known]
    wrong = tuple(one for one in known if broken(one))
    holding = [one for one in known if not broken(one)]
    held = sum(all(term.row.key in filled for term in one.terms) for one in holding)
    on_form = sum(
        len(table.form.columns) if one.each == "column" else len(table.form.rows) for one in table.form.relations
    )
    if table.rows and not filled:  # Also where blank cells cannot be told from none at all.
        return Tally(0, on_form, 0)
    return Tally(held, len(holding) - held, max(on_form - len(known), 0), wrong)


def one_line(analysis: Analysis, part: Part, row: LaidRow) -> bool:
    """Whether more than one cell of the row stands on a line, so that its figures are not bare."""
    cells = row.cells if row.label is None else (row.label, *row.cells)
    rows = [analysis.index.row(cell.start + part.offset) for cell in cells]
    return len(set(rows)) < len(rows)


Verdicts = dict[int, Verdict]
"""For the identity of a cell of the layout what is said of it; cells without a relation are not in it."""


def verdicts_of(report: Report) -> Verdicts:
    """The verdict of every cell that takes part in a relation. Linear in the number of terms."""
    unfilled = {id(one.left[0].cell) for one in report.relations if one.total_blank}
    unknown = {id(term.cell) for one in report.relations if not one.known for term in one.terms}
    culprits = {id(told): told for told in report.breaks if told.culprit and id(told.culprit.cell) not in unknown}
    explained = {id(one): told for told in culprits.values() for one in told.relations}
    found: Verdicts = {}
    for relation in report.relations:
        state = _state(relation, unfilled)
        total = relation.total
        for term in relation.terms:
            is_total = total is not None and term.cell is total.cell
            told = explained.get(id(relation))
            if state != "suspect":
                one = Verdict(state, is_total)
            elif told is not None:
                one = _told(told, relation, is_culprit=_is_culprit(told, term.cell), is_total=is_total)
            elif is_total:
                one = Verdict("wrong", True, (relation.right_sum,))
            else:
                one = Verdict("suspect")
            found[id(term.cell)] = _both(found.get(id(term.cell)), one)
    return found


def _state(relation: Relation, unfilled: set[int]) -> State:
    if not relation.known:
        return "unknown"
    if relation.holds:
        return "holds"
    blank = any(id(term.cell) in unfilled for term in relation.terms)
    return "unknown" if blank and not relation.total_blank else "suspect"


def _is_culprit(told: Break, cell: object) -> bool:
    return told.culprit is not None and told.culprit.cell is cell


def _told(told: Break, relation: Relation, *, is_culprit: bool, is_total: bool) -> Verdict:
    if is_culprit:
        return Verdict("wrong", is_total, (relation.right_sum,) if is_total else (), told.expected)
    return Verdict("holds", is_total)


def _both(before: Verdict | None, one: Verdict) -> Verdict:
    if before is None:
        return one
    state = max(before.state, one.state, key=lambda state: _LOUDNESS[state])
    sums = tuple(dict.fromkeys((*before.sums, *one.sums)))
    expected = before.expected if before.expected is not None else one.expected
    return Verdict(state, before.total or one.total, sums, expected)
