"""``gxlint/preview``: a report as a model for a page: its parts, its tables as grids, and a verdict of every cell.

The model is plain JSON. ``range`` is always a place in the document, as the client counts; ``version`` the version of
the document that was looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint.parser import Part
from gxlint.report import Paragraph, RowMissing, TableUnreadable
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.lens import findings_of
from gxlint_lsp.features.marks import Json, Marks, plain
from gxlint_lsp.features.prose import Passages
from gxlint_lsp.features.saying import printed
from gxlint_lsp.features.sheets import Sheets
from gxlint_lsp.features.state import state_of

METHOD = "gxlint/preview"
"""The request. Parameters: ``{textDocument: {uri}, report?: number}``; result: what ``provide`` returns, or null."""


def provide(analysis: Analysis, report: int | None = None) -> Json:
    """The model of the document. Of a compilation the whole of the report with this number (from 0, by default the
    first) and of the others the titles alone; ``reports`` is empty for what is no report, and for what was not looked
    at: ``state`` tells which."""
    parts = [part for part in analysis.parts if part.report.recognised]
    shown_part = min(max(report or 0, 0), len(parts) - 1) if parts else 0
    return {
        "uri": analysis.document.uri,
        "version": analysis.document.version,
        "state": state_of(analysis),
        "report": shown_part,
        "reports": [
            _Page(analysis, part).model() if number == shown_part else _head(analysis, part)
            for number, part in enumerate(parts)
        ],
    }


def _head(analysis: Analysis, part: Part) -> Json:
    report = part.report
    return {
        "title": report.title.text if report.title is not None else "",
        "range": plain(analysis.range(_title(part).shifted(part.offset))),
        "organ": report.organ.name,
        "year": report.year.value if report.year is not None else None,
        "form": report.layout.form.document_number if report.layout.form is not None else None,
        "required": report.required.document_number if report.required is not None else None,
        "findings": len(findings_of(analysis, part)),
    }


def _title(part: Part) -> Span:
    """Where the title stands, or would stand."""
    title = part.report.title
    return title.span if title is not None else Span(0, 0)


class _Page:
    """One report on its way to a model."""

    def __init__(self, analysis: Analysis, part: Part) -> None:
        self.analysis = analysis
        self.part = part
        self.report = part.report
        self.marks = Marks(analysis, part)
        self.sheets = Sheets(self.marks)
        self.passages = Passages(part.report)
        self.unreadable = [one for one in self.report.layout.misfits if isinstance(one, TableUnreadable)]

    def model(self) -> Json:
        return {
            **_head(self.analysis, self.part),
            "titleFindings": self.marks.at(_title(self.part)),
            "front": self.front(),
            "sections": list(self.sections()),
            "outline": list(self.outline()),
            "items": self.marks.items(),
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
        unreadable = {misfit.section for misfit in self.unreadable}
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
                "range": self.marks.range(section.heading.span),
                "findings": self.marks.at(section.heading.span),
                "blocks": self.blocks(section.paragraphs, section.span),
            }

    def blocks(self, lines: Sequence[Paragraph], span: Span) -> list[Json]:
        """These lines, and the tables that begin within the span, in the order of the text. A table that could not be
        read stands there too: the page must not look as if the report had none."""
        found = [
            (passage[0].start, self.paragraph(passage))
            for passage in self.passages.of(line for line in lines if line.text.strip())
        ]
        tables = [table for table in self.report.layout.tables if table.span.start in span]
        found += [(table.span.start, self.sheets.table(table)) for table in tables]
        found += [(one.span.start, self.note(one)) for one in self.unreadable if one.span.start in span]
        return [block for _, block in sorted(found, key=lambda one: one[0])]

    def note(self, unreadable: TableUnreadable) -> Json:
        """What stands for a table that could not be read."""
        span = unreadable.span
        return {"kind": "unreadable", "range": self.marks.range(span), "findings": self.marks.at(span)}

    def paragraph(self, lines: Sequence[Paragraph]) -> Json:
        """The lines of one passage, each a piece of its own with its own place. ``gap`` tells that words of other
        scripts would run into each other without a blank in front."""
        pieces: list[Json] = []
        before = ""
        for line in lines:
            text = printed(line.text)
            pieces.append(
                {
                    "text": text,
                    "gap": _word(before[-1:]) and _word(text[:1]),
                    "range": self.marks.range(line.span),
                    "findings": self.marks.at(line.span),
                }
            )
            before = text
        return {"kind": "paragraph", "pieces": pieces}


def _word(character: str) -> bool:
    return character.isascii() and character.isalnum()
