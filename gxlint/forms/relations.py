"""Putting a report's figures into the relations of its form."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxlint.report import FormColumn, FormRelation, FormRow, LaidRow, LaidTable, Layout, Relation, Term


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
    relation: FormRelation, table: LaidTable, at: FormRow | FormColumn, left: tuple[Term, ...], right: tuple[Term, ...]
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
    return Relation(relation.kind, table, at, left, right, relation.comparison, known, left_sum, right_sum)
