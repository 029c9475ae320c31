"""The report model: what an annual report says, every part with its place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from gxlint.report.document import Block, Cell, CellKind, PageNumber, Paragraph, Row, Table
from gxlint.report.form import (
    Comparison,
    Form,
    FormColumn,
    FormRelation,
    FormRow,
    FormSection,
    FormTable,
    NumberKind,
)
from gxlint.report.layout import (
    HeaderMissing,
    HeaderRepeated,
    LabelForeign,
    LabelMisspelt,
    LabelRole,
    LabelVariant,
    LaidRow,
    LaidTable,
    Layout,
    Misfit,
    RowMissing,
    RowMoved,
    RowUnknown,
    RowWidth,
    TableUnreadable,
)
from gxlint.report.relation import Break, Change, Relation, Term
from gxlint.text import LineIndex, Span

YearSource = Literal["title", "period", "name", "setting"]
OrganKind = Literal["government", "township", "department", "unknown"]


@dataclass(frozen=True, slots=True)
class Title:
    """The title, which may stand on up to four lines. ``text`` is the lines put together without white space and
    without conversion marks; ``lines`` are the lines themselves."""

    text: str
    lines: tuple[Paragraph, ...]

    @property
    def span(self) -> Span:
        """From the first line to the last."""
        return Span(self.lines[0].start, self.lines[-1].end)


@dataclass(frozen=True, slots=True)
class Year:
    """The year reported on, and where it was read: in the title, the statistical period, the file's name, or the
    settings. ``span`` is the place in the text, None for the last two."""

    value: int
    source: YearSource
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Organ:
    """The organ that reports. ``name`` as the title gives it (empty when it gives none). ``kind``: a government of a
    province, city or county; a township or street; a department. ``source``: where the kind was read. ``government``:
    it is known to be a people's government (人民政府), and not its office, a street office or a zone."""

    name: str
    kind: OrganKind
    source: Literal["title", "self-reference", "none"] = "none"
    government: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One of the six parts as it stands in the report.

    ``number`` is the number as printed (``一``, ``1``, or empty); ``converted`` tells that it is automatic numbering
    that a converter wrote out in Arabic digits. ``wording`` tells how the heading compares with the form.
    ``heading`` is the line, ``title_span`` the words of the heading in it without the number, ``body`` everything up to
    the next heading.
    """

    form: FormSection
    number: str
    converted: bool
    wording: Literal["official", "variant", "legacy"]
    heading: Paragraph
    title_span: Span
    body: Span
    paragraphs: tuple[Paragraph, ...]

    @property
    def key(self) -> str:
        """The key of the section in the form: ``overview``, ``disclosure``, ``requests``, ``review``, ``problems``,
        ``other``."""
        return self.form.key

    @property
    def span(self) -> Span:
        """Heading and body."""
        return Span(self.heading.start, max(self.heading.end, self.body.end))


@dataclass(frozen=True, slots=True)
class Report:
    """An annual report on government information disclosure.

    ``text`` is the whole text and every span counts code points in it. ``paragraphs`` are the lines of prose outside
    tables, headings and title included; ``tables`` the tables as they stand; ``layout`` the same tables laid on the
    official form; ``relations`` every relation of the form with this report's figures; ``breaks`` the broken ones, one
    entry a cause. ``required`` is the form in force for the report's year, None when the year is not known.
    ``recognised`` is False for a text that is no annual report.
    """

    text: str
    name: str
    title: Title | None
    year: Year | None
    organ: Organ
    paragraphs: tuple[Paragraph, ...]
    page_numbers: tuple[PageNumber, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    layout: Layout
    relations: tuple[Relation, ...]
    breaks: tuple[Break, ...]
    required: Form | None
    form: Form
    recognised: bool

    def section(self, key: str) -> Section | None:
        """The first section with this key, or None."""
        for section in self.sections:
            if section.key == key:
                return section
        return None

    def breaks_of(self, kind: str) -> Iterator[Break]:
        """The broken relations among which at least one is of this kind (``balance``, ``row-total`` …)."""
        return (one for one in self.breaks if kind in one.kinds)

    def prose(self) -> Iterator[Paragraph]:
        """The lines of prose without title and section headings."""
        skipped = {line.start for line in self.title.lines} if self.title else set()
        skipped.update(section.heading.start for section in self.sections)
        return (paragraph for paragraph in self.paragraphs if paragraph.start not in skipped)

    def place(self, span: Span) -> str:
        """How to name the place to a reader where it lies in a laid table (``表三 · （三）不予公开第1项 · 自然人``);
        empty elsewhere."""
        for table in self.layout.tables:
            if table.span.start <= span.start < max(table.span.end, table.span.start + 1):
                return _place_in(table, span)
        return ""


def _place_in(table: LaidTable, span: Span) -> str:
    for row in table.rows:
        if row.label is not None and row.label.start <= span.start < row.label.end:
            return table.place(row.form)
        for index, cell in enumerate(row.cells):
            if cell.start <= span.start <= cell.end and span.end <= cell.end:
                return table.place(row.form, table.form.columns[index] if row.whole else None)
    return table.form.name


__all__ = [
    "Block",
    "Break",
    "Cell",
    "CellKind",
    "Change",
    "Comparison",
    "Form",
    "FormColumn",
    "FormRelation",
    "FormRow",
    "FormSection",
    "FormTable",
    "HeaderMissing",
    "HeaderRepeated",
    "LabelForeign",
    "LabelMisspelt",
    "LabelRole",
    "LabelVariant",
    "LaidRow",
    "LaidTable",
    "Layout",
    "LineIndex",
    "Misfit",
    "NumberKind",
    "Organ",
    "OrganKind",
    "PageNumber",
    "Paragraph",
    "Relation",
    "Report",
    "Row",
    "RowMissing",
    "RowMoved",
    "RowUnknown",
    "RowWidth",
    "Section",
    "Span",
    "Table",
    "TableUnreadable",
    "Term",
    "Title",
    "Year",
]
