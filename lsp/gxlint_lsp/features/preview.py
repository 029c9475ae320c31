"""``gxlint/preview``: a report as a model for a page: its parts, its tables as grids, and a verdict of every cell.

The model is plain JSON. ``range`` is always a place in the document, as the client counts; ``version`` the version of
the document that was looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types as t

from gxlint.parser import Part
from gxlint.report import (
    Cell,
    FormColumn,
    FormRow,
    LaidRow,
    LaidTable,
    Paragraph,
    Relation,
    RowMissing,
    RowUnknown,
    TableUnreadable,
)
from gxlint.rule import Finding
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.grid import Printed, depth, header, row_labels
from gxlint_lsp.features.lens import findings_of
from gxlint_lsp.features.saying import figure, printed, relation_said, said_label, shown
from gxlint_lsp.features.tables import Verdicts, broken, unchecked, verdicts_of

METHOD = "gxlint/preview"
"""The request. Parameters: ``{textDocument: {uri}, report?: number}``; result: what ``provide`` returns, or null."""

Json = dict[str, object]


def provide(analysis: Analysis, report: int | None = None) -> Json:
    """The model of the document. Of a compilation the whole of the report with this number (from 0, by default the
    first) and of the others the titles alone; ``reports`` is empty for what is no report."""
    parts = [part for part in analysis.parts if part.report.recognised]
    shown_part = min(max(report or 0, 0), len(parts) - 1) if parts else 0
    return {
        "uri": analysis.document.uri,
        "version": analysis.document.version,
        "report": shown_part,
        "reports": [
            _Page(analysis, part).model() if number == shown_part else _head(analysis, part)
            for number, part in enumerate(parts)
        ],
    }


def _head(analysis: Analysis, part: Part) -> Json:
    report = part.report
    span = report.title.span if report.title is not None else Span(0, 0)
    return {
        "title": report.title.text if report.title is not None else "",
        "range": _range(analysis, span.shifted(part.offset)),
        "organ": report.organ.name,
        "year": report.year.value if report.year is not None else None,
        "form": report.layout.form.document_number if report.layout.form is not None else None,
        "required": report.required.document_number if report.required is not None else None,
        "findings": len(findings_of(analysis, part)),
    }


def _range(analysis: Analysis, span: Span) -> Json:
    return _plain(analysis.range(span))


def _plain(place: t.Range) -> Json:
    return {
        "start": {"line": place.start.line, "character": place.start.character},
        "end": {"line": place.end.line, "character": place.end.character},
    }


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


class _Page:
    """One report on its way to a model."""

    def __init__(self, analysis: Analysis, part: Part) -> None:
        self.analysis = analysis
        self.part = part
        self.report = part.report
        self.findings = findings_of(analysis, part)
        self.starts = [finding.span.start for finding in self.findings]
        self.longest = max((len(finding.span) for finding in self.findings), default=0)
        self.verdicts: Verdicts = verdicts_of(part.report)
        self.of_cell: dict[int, list[Relation]] = {}
        for relation in part.report.relations:
            for term in relation.terms:
                self.of_cell.setdefault(id(term.cell), []).append(relation)

    def model(self) -> Json:
        return {
            **_head(self.analysis, self.part),
            "front": self.front(),
            "sections": list(self.sections()),
            "outline": list(self.outline()),
            "items": [self.finding(finding) for finding in self.findings],
        }

    def outline(self) -> Iterator[Json]:
        """The parts of the form in its order, each with the tables that it should have and has not. ``missing`` tells
        that the report has not the part itself; an unreadable table counts as there."""
        report = self.report
        present = {section.key for section in report.sections}
        absent = {
            (misfit.table.form.section, misfit.table.form.key)
            for misfit in report.layout.misfits
            if isinstance(misfit, RowMissing) and not misfit.table.rows
        }
        readable = {table.form.section for table in report.layout.tables if table.rows}
        unreadable = {misfit.section for misfit in report.layout.misfits if isinstance(misfit, TableUnreadable)}
        for section in report.form.sections:
            nothing = section.key not in readable and section.key not in unreadable
            yield {
                "key": section.key,
                "title": section.title,
                "missing": section.key not in present,
                "tables": [
                    {"key": table.key, "name": table.name}
                    for table in report.form.tables
                    if table.section == section.key and (nothing or (section.key, table.key) in absent)
                ],
            }

    def front(self) -> list[Json]:
        """What stands in front of part one, without the title."""
        first = self.report.sections[0].heading.start if self.report.sections else len(self.report.text) + 1
        title = {line.start for line in self.report.title.lines} if self.report.title is not None else set()
        lines = [line for line in self.report.paragraphs if line.start < first and line.start not in title]
        return self.blocks(lines, Span(0, first))

    def sections(self) -> Iterator[Json]:
        for section in self.report.sections:
            yield {
                "key": section.key,
                "title": printed(section.heading.text),
                "range": self.range(section.heading.span),
                "findings": self.findings_at(section.heading.span),
                "blocks": self.blocks(section.paragraphs, section.span),
            }

    def blocks(self, lines: Sequence[Paragraph], span: Span) -> list[Json]:
        """These lines, and the tables that begin within the span, in the order of the text."""
        found = [(line.start, self.paragraph(line)) for line in lines if line.text.strip()]
        tables = [table for table in self.report.layout.tables if table.span.start in span]
        found += [(table.span.start, self.table(table)) for table in tables]
        return [block for _, block in sorted(found, key=lambda one: one[0])]

    def paragraph(self, line: Paragraph) -> Json:
        return {
            "kind": "paragraph",
            "text": printed(line.text),
            "range": self.range(line.span),
            "findings": self.findings_at(line.span),
        }

    def table(self, table: LaidTable) -> Json:
        relations = [one for one in self.report.relations if one.table is table]
        wrong = [one for one in relations if one.known and broken(one)]
        return {
            "kind": "table",
            "key": table.form.key,
            "name": table.form.name,
            "range": self.range(table.span),
            "columns": depth(table.form) + len(table.form.columns),
            "relations": {
                "held": sum(one.known for one in relations) - len(wrong),
                "broken": len(wrong),
                "open": unchecked(table, relations),
            },
            "header": [[_printed(cell) for cell in row] for row in header(table.form)],
            "rows": list(self.rows(table)),
        }

    def rows(self, table: LaidTable) -> Iterator[Json]:
        rows = self.grid_rows(table)
        front = depth(table.form)
        for row, labels in zip(rows, row_labels(table.form, [row.form for row in rows]), strict=True):
            merged = len(row.form.groups) if row.form is not None else 0
            cells = [self.label(row, front - merged) if one is None else _printed(one) for one in labels]
            span = row.laid.span if row.laid is not None else None
            yield {
                "key": row.form.key if row.form is not None else None,
                "state": row.state,
                "range": self.range(span) if span is not None else None,
                "cells": [*cells, *self.figures(table, row)],
            }

    def grid_rows(self, table: LaidTable) -> list[_GridRow]:
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

    def label(self, row: _GridRow, columns: int) -> Json:
        text = said_label(row.label.text) if row.label is not None else row.form.label if row.form is not None else ""
        cell: Json = {**_printed(Printed(text, 1, max(columns, 1))), "kind": "label"}
        if row.label is not None:
            cell |= {"range": self.range(row.label.span), "findings": self.findings_at(row.label.span)}
        return cell

    def figures(self, table: LaidTable, row: _GridRow) -> Iterator[Json]:
        columns: Sequence[FormColumn | None] = table.form.columns
        if row.laid is None and row.form is not None:
            yield from ({"text": "", "rows": 1, "columns": 1, "kind": "missing"} for _ in columns)
            return
        for number, cell in enumerate(row.cells):
            column = columns[number] if row.laid is not None and row.laid.whole else None
            yield self.figure(table, row.laid, column, cell)

    def figure(self, table: LaidTable, row: LaidRow | None, column: FormColumn | None, cell: Cell) -> Json:
        verdict = self.verdicts.get(id(cell))
        model: Json = {
            "text": shown(cell) if cell.kind != "blank" else "",
            "rows": 1,
            "columns": 1,
            "kind": cell.kind,
            "range": self.range(cell.span),
            "verdict": verdict.state if verdict is not None else "none",
            "findings": self.findings_at(cell.span),
        }
        if column is not None:
            model["column"] = column.key
        if verdict is not None and verdict.total:
            model["total"] = True
        if verdict is not None and verdict.state in ("wrong", "suspect"):
            model["expected"] = figure(verdict.expected) if verdict.expected is not None else None
            wrong = [one for one in self.of_cell.get(id(cell), ()) if one.known and broken(one)]
            model["relations"] = [relation_said(self.analysis, one) for one in wrong]
        return model

    def finding(self, finding: Finding) -> Json:
        return {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity or "error",
            "message": self.analysis.message(finding),
            "range": _range(self.analysis, finding.span),
        }

    def findings_at(self, span: Span) -> list[int]:
        """The numbers of the findings that touch the span."""
        place = span.shifted(self.part.offset)
        found = []
        for number in range(bisect_left(self.starts, place.start - self.longest), len(self.findings)):
            other = self.findings[number].span
            if other.start > place.end:
                break
            if other.overlaps(place) or other == place or (len(other) == 0 and other.start in place):
                found.append(number)
        return found

    def range(self, span: Span) -> Json:
        return _range(self.analysis, span.shifted(self.part.offset))


def _printed(cell: Printed) -> Json:
    return {"text": cell.text, "rows": cell.rows, "columns": cell.columns, "kind": "header"}
