"""What the features of the editor look at: a document together with what gxlint found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from lsprotocol import types as t

from gxlint.language import Language, tell
from gxlint.parser import Part
from gxlint.readers import View
from gxlint.report import Cell, FormColumn, LaidRow, LaidTable
from gxlint.rule import Finding, Rule
from gxlint.session import FileResult, Project, check_read
from gxlint.text import LineIndex, Span, Unit
from gxlint_lsp.client import Client
from gxlint_lsp.document import Document, span_of
from gxlint_lsp.options import EditorOptions
from gxlint_lsp.uris import to_path

if TYPE_CHECKING:
    from gxlint.suppressions import Suppressions

_NOTHING: Mapping[str, object] = {}

Skipped = Literal["off", "excluded", "tooLarge"]
"""Why a document was not looked at: checking is switched off, its file is excluded, or it is too large."""


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell of a laid table, with all it belongs to.

    The spans of ``part``, ``table``, ``row`` and ``cell`` count from the start of the part's text; ``span`` is the
    cell's place in the whole document. ``column`` is None for the row's label (then ``cell`` is ``row.label``) and for
    a row whose cells have no columns because it is not whole.
    """

    part: Part
    table: LaidTable
    row: LaidRow
    column: FormColumn | None
    cell: Cell

    @property
    def span(self) -> Span:
        """The cell's place in the document."""
        return self.cell.span.shifted(self.part.offset)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document at one version, with the findings of the rules of its project.

    ``unit`` is what the client counts columns in. Every span that is taken or given counts code points in the whole
    text that was read, whatever part it lies in; of a page with markup that is not the document's own text, and
    ``position``, ``range``, ``offset``, ``span`` and ``row`` lead from one to the other. ``options`` are the editor's
    own settings, ``client`` what the client can do, ``suppressions`` what people have decided about the report.
    ``skipped`` tells why nothing was looked at; that there are no findings means nothing then.
    """

    document: Document
    unit: Unit
    result: FileResult
    language: Language
    project: Project
    client: Client = field(default_factory=Client)
    options: EditorOptions = field(default_factory=EditorOptions)
    suppressions: Suppressions | None = None
    skipped: Skipped | None = None

    @property
    def text(self) -> str:
        """The text that was read: the document's, without its markup."""
        return self.result.text

    @property
    def index(self) -> LineIndex:
        """The lines of the text that was read."""
        return self.document.index if self.view is None else self.view.index

    @property
    def view(self) -> View | None:
        """How the text was read off a document with markup; None where it is the document itself."""
        return self.result.view

    @property
    def parts(self) -> tuple[Part, ...]:
        """The reports in the document, at least one (perhaps not recognised as a report)."""
        return self.result.parts

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, by place."""
        return self.result.findings

    def recheck(self, text: str) -> tuple[Finding, ...]:
        """What the same rules find in another text that is read off the document. Of a page with markup that is known
        without its fixes: where they would stand in the page is not."""
        path = to_path(self.document.uri)
        found = check_read(text, self.result.name, self.project, path, self.suppressions).findings
        return found if self.view is None else tuple(replace(one, fix=None) for one in found)

    def position(self, offset: int) -> t.Position:
        """The place of an offset, as the client counts."""
        return t.Position(*self.document.index.position(self.document_offset(offset), self.unit))

    def range(self, span: Span) -> t.Range:
        """The span, as the client counts."""
        if self.view is not None:
            span = self.view.source_span(span)
        index = self.document.index
        return t.Range(
            t.Position(*index.position(span.start, self.unit)), t.Position(*index.position(span.end, self.unit))
        )

    def row(self, offset: int) -> int:
        """The line of the document, from 0, that an offset lies in."""
        return self.document.index.row(self.document_offset(offset))

    def document_offset(self, offset: int) -> int:
        """Where in the document's own text an offset of the text lies."""
        return offset if self.view is None else self.view.source_offset(offset)

    def offset(self, position: t.Position) -> int:
        """The offset of a place that the client names; past the end of a line means its end."""
        offset = self.document.index.offset(max(position.line, 0), max(position.character, 0), self.unit)
        return offset if self.view is None else self.view.offset(offset)

    def span(self, asked: t.Range) -> Span:
        """The span of a range that the client names."""
        span = span_of(self.document.index, asked, self.unit)
        return span if self.view is None else Span(self.view.offset(span.start), self.view.offset(span.end))

    def part_at(self, offset: int) -> Part:
        """The part of the document that the offset lies in."""
        return self.result.part(offset)

    def cell_at(self, offset: int) -> CellPlace | None:
        """The cell at an offset: the one it lies in, else the one it touches, else the one on the same line with only
        blanks between. None outside the tables that were laid on the form."""
        part = self.part_at(offset)
        inside = offset - part.offset
        if not part.report.recognised:
            return None
        text = part.report.text
        touching: CellPlace | None = None
        near: CellPlace | None = None
        for place in cells_of(part):
            cell = place.cell
            if cell.start <= inside < cell.end:
                return place
            if touching is None and cell.start <= inside <= cell.end:
                touching = place
            elif near is None and (gap := _gap(text, cell, inside)) is not None and not gap.strip(" \t\u3000"):
                near = place
        return touching or near

    def findings_in(self, span: Span) -> tuple[Finding, ...]:
        """The findings that touch the span, also with no more than an end."""
        return tuple(one for one in self.findings if one.span.start <= span.end and span.start <= one.span.end)

    def rule(self, code: str) -> Rule | None:
        """The rule with this code, None for one that the project does not know."""
        return self.project.registry.rules.get(code)

    def tell(self, template: str, args: Mapping[str, object] = _NOTHING, code: str = "") -> str:
        """A message in the reader's language; ``code`` is the rule whose catalogue translates it, by default the
        core's does."""
        rule = self.rule(code) if code else None
        return tell(template, args, self.language, rule.module if rule is not None else "gxlint")

    def message(self, finding: Finding) -> str:
        """What the finding says, in the reader's language."""
        return self.tell(finding.message, finding.args, finding.code)


def cells_of(part: Part) -> Iterator[CellPlace]:
    """Every label and every cell for a figure of the part's laid tables, in the order of tables and rows."""
    for table in part.report.layout.tables:
        for row in table.rows:
            if row.label is not None:
                yield CellPlace(part, table, row, None, row.label)
            for number, cell in enumerate(row.cells):
                yield CellPlace(part, table, row, table.form.columns[number] if row.whole else None, cell)


def _gap(text: str, cell: Cell, offset: int) -> str | None:
    """What stands between the cell and the offset; None where that is too far to be one cell's padding."""
    start, end = (cell.end, offset) if offset > cell.end else (offset, cell.start)
    return text[start:end] if end - start <= 40 else None
