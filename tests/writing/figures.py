"""Figures that keep every relation of their form."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from random import Random

from gxlint.report import Form, FormRelation, FormTable

Value = int | Decimal
Figures = dict[str, dict[str, dict[str, Value]]]
"""Key of the table → key of the row → key of the column → figure."""


def figures(random: Random, form: Form, magnitude: int = 20) -> Figures:
    """Figures for every cell of the form, consistent with all of its relations.

    ``magnitude`` is the largest part a sum is made of: 0 gives an all-zero report, 20 a town, 5000 a city.
    """
    return {table.key: _table(random, table, magnitude) for table in form.tables}


def _table(random: Random, table: FormTable, magnitude: int) -> dict[str, dict[str, Value]]:
    cells = {
        row.key: {column.key: _draw(random, row.key, column.number, magnitude) for column in table.columns}
        for row in table.rows
    }
    # Sums of rows first: a total column adds up finished rows, so it keeps the relations of the other columns.
    for relation in _in_order(relation for relation in table.relations if relation.each == "column"):
        for column in table.columns:
            _keep(relation, cells, column.key)
    for relation in table.relations:
        if relation.each == "row":
            for values in cells.values():
                _keep_in_row(relation, values)
    for values in cells.values():
        _keep_counts_apart(table, values)
    return cells


def _draw(random: Random, row: str, number: str, magnitude: int) -> Value:
    if magnitude == 0 or (row == "regulation" and magnitude < 1000):
        return 0  # Towns and county departments cannot make 规章.
    if number == "money":
        # 万元; a town that reports thousands of them is asked whether it meant 元.
        amount, places = random.randint(0, min(magnitude * 100, 90_000)), random.choice((0, 2, 4))
        return Decimal(amount).scaleb(-places) if places else amount // 100
    if number == "change":
        return random.randint(-3, 3)
    return random.choice((0, 0, 1, random.randint(0, magnitude), random.randint(0, magnitude)))


def _in_order(relations: Iterable[FormRelation]) -> list[FormRelation]:
    """Relations so that each one adds only figures that the ones before it have settled."""
    waiting = list(relations)
    ordered: list[FormRelation] = []
    while waiting:
        unsettled = {relation.left[0] for relation in waiting}
        ready = [relation for relation in waiting if not unsettled & set(relation.right)]
        ordered += ready
        waiting = [relation for relation in waiting if relation not in ready]
    return ordered


def _keep(relation: FormRelation, cells: dict[str, dict[str, Value]], column: str) -> None:
    """Set the first row on the left so that the relation holds in this column."""
    total = sum(cells[row][column] for row in relation.right)
    for row in relation.left[1:]:
        cells[row][column] = min(cells[row][column], total)
        total -= cells[row][column]
    cells[relation.left[0]][column] = total


def _keep_in_row(relation: FormRelation, values: dict[str, Value]) -> None:
    left = sum(values[column] for column in relation.left)
    right = sum(values[column] for column in relation.right)
    if relation.comparison == "==":
        values[relation.left[0]] += right - left
    elif left > right:
        values[relation.right[0]] += left - right


def _keep_counts_apart(table: FormTable, values: dict[str, Value]) -> None:
    """A count that changed is not negative afterwards, and a count of cases behind it is not its sum by chance."""
    columns = table.columns
    for at, column in enumerate(columns):
        if column.number != "change":
            continue
        previous = columns[at - 1].key
        values[column.key] = max(values[column.key], -values[previous])
        after = values[previous] + values[column.key]
        if at + 1 < len(columns) and values[columns[at + 1].key] == after != values[previous]:
            values[columns[at + 1].key] += 1
