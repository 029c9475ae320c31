"""Putting a report's figures into the relations of its form, and finding what broke them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gxlint.report import Break, FormRelation, LaidRow, LaidTable, Layout, Relation, Term


def relations_of(layout: Layout) -> tuple[Relation, ...]:
    """Every relation of the forms for which the report has all cells. Rows of the wrong width have no cells."""
    return tuple(relation for table in layout.tables for relation in _of_table(table))


def _of_table(table: LaidTable) -> Iterator[Relation]:
    rows = {row.form.key: row for row in table.rows if row.whole}
    columns = {column.key: index for index, column in enumerate(table.form.columns)}
    for relation in table.form.relations:
        if relation.each == "row":
            for row in rows.values():
                yield _relation(relation, table, row, columns)
        elif all(key in rows for key in (*relation.left, *relation.right)):
            for column in table.form.columns:
                index = columns[column.key]
                left = tuple(Term(table, rows[key].form, column, rows[key].cells[index]) for key in relation.left)
                right = tuple(Term(table, rows[key].form, column, rows[key].cells[index]) for key in relation.right)
                yield _evaluated(relation, table, column, left, right)


def _relation(relation: FormRelation, table: LaidTable, row: LaidRow, columns: dict[str, int]) -> Relation:
    def terms(keys: tuple[str, ...]) -> tuple[Term, ...]:
        return tuple(Term(table, row.form, table.form.columns[columns[key]], row.cells[columns[key]]) for key in keys)

    return _evaluated(relation, table, row.form, terms(relation.left), terms(relation.right))


def _evaluated(
    relation: FormRelation, table: LaidTable, at: object, left: tuple[Term, ...], right: tuple[Term, ...]
) -> Relation:
    left_sum: int | Decimal = 0
    right_sum: int | Decimal = 0
    known = True
    for term in left:
        known = known and (term.cell.value is not None or not term.cell.text)
        left_sum += term.cell.value or 0
    for term in right:
        known = known and (term.cell.value is not None or not term.cell.text)
        right_sum += term.cell.value or 0
    return Relation(relation.kind, table, at, left, right, relation.comparison, known, left_sum, right_sum)  # type: ignore[arg-type]


def breaks_of(relations: Sequence[Relation]) -> tuple[Break, ...]:
    """The broken relations, one Break a cause.

    A cell explains relations when one other figure in it would mend all of them and every other relation of that cell
    holds already and would go on to hold. Where exactly one cell explains two or more broken relations, they are one
    story; where one cell and only one explains a single relation, it is named as well; everything else is told relation
    by relation. A total that was left blank is no broken relation.
    """
    broken = [relation for relation in relations if not relation.holds and not relation.total_blank]
    if not broken:
        return ()
    by_cell = _relations_by_cell(relations)
    stories: list[Break] = []
    while broken:
        culprit = _culprit(broken, by_cell)
        if culprit is None:
            break
        term, delta, explained = culprit
        stories.append(Break(_main_kind(explained, term), explained, term, term.value + delta))
        broken = [relation for relation in broken if relation not in explained]
    stories.extend(Break(relation.kind, (relation,)) for relation in broken)
    return tuple(sorted(stories, key=lambda story: story.at.cell.start))


_CellKey = tuple[int, str, str]


def _key(term: Term) -> _CellKey:
    return (term.cell.start, term.row.key, term.column.key)


def _relations_by_cell(relations: Sequence[Relation]) -> dict[_CellKey, list[Relation]]:
    by_cell: dict[_CellKey, list[Relation]] = {}
    for relation in relations:
        if relation.known and not relation.total_blank:
            for term in relation.terms:
                by_cell.setdefault(_key(term), []).append(relation)
    return by_cell


def _culprit(
    broken: Sequence[Relation], by_cell: dict[_CellKey, list[Relation]]
) -> tuple[Term, int | Decimal, tuple[Relation, ...]] | None:
    """The cell that explains the most broken relations, if no other cell explains one of the same relations."""
    candidates: list[tuple[Term, int | Decimal, tuple[Relation, ...]]] = []
    seen: set[_CellKey] = set()
    for relation in broken:
        for term in relation.terms:
            key = _key(term)
            if key in seen:
                continue
            seen.add(key)
            delta = _explaining_change(term, by_cell[key])
            if delta is not None and term.value + delta >= 0:
                candidates.append((term, delta, tuple(one for one in by_cell[key] if not one.holds)))
    candidates.sort(key=lambda candidate: -len(candidate[2]))
    for term, delta, explained in candidates:
        rivals = [one for one in candidates if one[0] is not term and _share(one[2], explained)]
        if all(len(rival[2]) < len(explained) for rival in rivals):
            return term, delta, explained
    return None


def _share(one: Sequence[Relation], other: Sequence[Relation]) -> bool:
    return any(relation in other for relation in one)


def _explaining_change(term: Term, relations: Sequence[Relation]) -> int | Decimal | None:
    """The change of this cell after which every one of its relations holds, None where there is none.

    Every relation of the cell must be broken now: one that holds would be broken by the change.
    """
    delta: int | Decimal | None = None
    for relation in relations:
        if relation.comparison != "==" or relation.holds:
            return None
        gap = relation.right_sum - relation.left_sum
        needed = gap if any(_key(one) == _key(term) for one in relation.left) else -gap
        if delta is None:
            delta = needed
        elif delta != needed:
            return None
    return delta


def _main_kind(relations: Sequence[Relation], culprit: Term) -> str:
    """The kind to tell the story under: the one in which the culprit is the total, else the first."""
    for relation in relations:
        if relation.total is not None and _key(relation.total) == _key(culprit):
            return relation.kind
    return relations[0].kind
