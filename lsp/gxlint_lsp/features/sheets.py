"""The tables of a report as grids for a page, with a verdict of every cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gxlint.report import Cell, FormColumn, FormRow, LaidRow, LaidTable, Relation, RowUnknown
from gxlint_lsp.features.grid import Printed, depth, header, row_labels
from gxlint_lsp.features.marks import Json, Marks
from gxlint_lsp.features.saying import figure, relation_said, said_label, shown
from gxlint_lsp.features.tables import Verdicts, broken, tally, verdicts_of


@dataclass(frozen=True, slots=True)
class _GridRow:
    """A row of the page: a row of the report, a row of the form that is missing, or one the form has not."""

    form: FormRow | None
    laid: LaidRow | None = None
    label: Cell | None = None
    cells: tuple[Cell, ...] = ()

    @property
    def state(self) -> str:
        """``laid``, ``width`` (more or fewer cells than the form has), ``missing`` or ``unknown`` to the form."""
        if self.laid is not None:
            return "laid" if self.laid.whole else "width"
        return "missing" if self.form is not None else "unknown"


class Sheets:
    """The tables of one report on their way to a model."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.report = marks.part.report
        self.verdicts: Verdicts = verdicts_of(self.report)
        self.of_cell: dict[int, list[Relation]] = {}
        for relation in self.report.relations:
            for term in relation.terms:
                self.of_cell.setdefault(id(term.cell), []).append(relation)

    def table(self, table: LaidTable) -> Json:
        """The table with its rows; ``findings`` are those that touch none of the cells shown."""
        counts = tally(self.report, table)
        rows = list(self._rows(table))
        return {
            "kind": "table",
            "key": table.form.key,
            "name": table.form.name,
            "range": self.marks.range(table.span),
            "columns": depth(table.form) + len(table.form.columns),
            "relations": {
                "held": counts.held,
                "broken": counts.broken,
                "blank": counts.blank,
                "open": counts.open,
            },
            "header": [[_printed(cell) for cell in row] for row in header(table.form)],
            "rows": rows,
            "findings": self.marks.left_at(table.span),
        }

    def _rows(self, table: LaidTable) -> Iterator[Json]:
        rows = self._grid_rows(table)
        front = depth(table.form)
        for row, labels in zip(rows, row_labels(table.form, [row.form for row in rows]), strict=True):
            merged = len(row.form.groups) if row.form is not None else 0
            cells = [self._label(row, front - merged) if one is None else _printed(one) for one in labels]
            span = row.laid.span if row.laid is not None else None
            yield {
                "key": row.form.key if row.form is not None else None,
                "state": row.state,
                "range": self.marks.range(span) if span is not None else None,
                "cells": [*cells, *self._figures(table, row)],
            }

    def _grid_rows(self, table: LaidTable) -> list[_GridRow]:
        """The rows of the report in its order, rows of the form that are missing where they belong, rows that the form
        has not where they stand."""
        rows = [_GridRow(row.form, row, row.label, row.cells) for row in table.rows]
        for misfit in self.report.layout.misfits:
            if isinstance(misfit, RowUnknown) and misfit.table.span == table.span:
                cells = tuple(one for one in misfit.row.cells if one is not misfit.label)
                at = sum(1 for row in rows if row.cells and row.cells[-1].start < misfit.row.span.start)
                rows.insert(at, _GridRow(None, None, misfit.label, cells))
        present = {row.form.key for row in table.rows}
        place = 0
        for form_row in table.form.rows:
            if form_row.key in present:
                place = next(n for n, row in enumerate(rows) if row.form is not None and row.form.key == form_row.key)
                place += 1
            else:
                rows.insert(place, _GridRow(form_row))
                place += 1
        return rows

    def _label(self, row: _GridRow, columns: int) -> Json:
        text = said_label(row.label.text) if row.label is not None else row.form.label if row.form is not None else ""
        cell: Json = {**_printed(Printed(text, 1, max(columns, 1))), "kind": "label"}
        if row.label is not None:
            cell |= {"range": self.marks.range(row.label.span), "findings": self.marks.at(row.label.span)}
        return cell

    def _figures(self, table: LaidTable, row: _GridRow) -> Iterator[Json]:
        columns: Sequence[FormColumn | None] = table.form.columns
        if row.laid is None and row.form is not None:
            yield from ({"text": "", "rows": 1, "columns": 1, "kind": "missing"} for _ in columns)
            return
        for number, cell in enumerate(row.cells):
            column = columns[number] if row.laid is not None and row.laid.whole else None
            yield self._figure(table, row.laid, column, cell)

    def _figure(self, table: LaidTable, row: LaidRow | None, column: FormColumn | None, cell: Cell) -> Json:
        verdict = self.verdicts.get(id(cell))
        model: Json = {
            "text": shown(cell) if cell.kind != "blank" else "",
            "rows": 1,
            "columns": 1,
            "kind": cell.kind,
            "range": self.marks.range(cell.span),
            "verdict": verdict.state if verdict is not None else "none",
            "findings": self.marks.at(cell.span),
        }
        if column is not None:
            model["column"] = column.key
        if verdict is not None and verdict.total:
            model["total"] = True
        if verdict is not None and verdict.state in ("wrong", "suspect"):
            model["expected"] = figure(verdict.expected) if verdict.expected is not None else None
            wrong = [one for one in self.of_cell.get(id(cell), ()) if one.known and broken(one)]
            model["relations"] = [relation_said(self.marks.analysis, one) for one in wrong]
        return model


def _printed(cell: Printed) -> Json:
    return {"text": cell.text, "rows": cell.rows, "columns": cell.columns, "kind": "header"}
