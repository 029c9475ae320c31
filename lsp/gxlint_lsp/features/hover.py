"""Hover: a cell with its table around it and its relations, a heading with what the part must contain, a document
number with the name of the notice, a finding with what its rule says."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types as t

from gxlint.language import Message
from gxlint.parser import Part
from gxlint.report import LaidRow, Report, Section
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis, CellPlace
from gxlint_lsp.features.duties import duties, tables_said
from gxlint_lsp.features.notices import Notice, cited_in
from gxlint_lsp.features.pages import summary
from gxlint_lsp.features.saying import cut, printed, relation_said, row_said, say, short_column, shown
from gxlint_lsp.features.tables import relations_at

_COLUMNS_BESIDE = 3
_ROWS_BESIDE = 2
_MOST_RULES = 3
_LONGEST_LABEL = 24


def provide(analysis: Analysis, params: t.HoverParams) -> t.Hover | None:
    """What is known about the place; None where that is nothing."""
    offset = analysis.offset(params.position)
    markdown = analysis.client.markdown
    pieces: list[str] = []
    span: Span | None = None
    place = analysis.cell_at(offset)
    if place is not None:
        pieces.append(_cell(analysis, place, markdown=markdown))
        span = place.span
    else:
        found = next(_elsewhere(analysis, offset, markdown=markdown), None)
        if found is not None:
            span = found[0]
            pieces.append(found[1])
    rules = dict.fromkeys(one.code for one in analysis.findings_in(Span(offset, offset)))
    for code in [*rules][:_MOST_RULES]:
        rule = analysis.rule(code)
        if rule is not None:
            pieces.append(summary(analysis, rule, markdown=markdown))
    if not pieces:
        return None
    kind = t.MarkupKind.Markdown if markdown else t.MarkupKind.PlainText
    text = ("\n\n---\n\n" if markdown else "\n\n").join(pieces)
    return t.Hover(t.MarkupContent(kind, text), analysis.range(span) if span else None)


def _elsewhere(analysis: Analysis, offset: int, *, markdown: bool) -> Iterator[tuple[Span, str]]:
    line = analysis.index.line_span(analysis.index.row(offset))
    for span, notice in cited_in(analysis, line):
        if span.start <= offset <= span.end:
            yield span, _notice(analysis, notice, markdown=markdown)
    part = analysis.part_at(offset)
    report, inside = part.report, offset - part.offset
    for section in report.sections:
        if section.heading.start <= inside <= section.heading.end:
            yield section.heading.span.shifted(part.offset), _heading(analysis, report, section, markdown=markdown)
    if report.title is not None and report.title.span.start <= inside <= report.title.span.end:
        yield report.title.span.shifted(part.offset), _title(analysis, part, markdown=markdown)


def _cell(analysis: Analysis, place: CellPlace, *, markdown: bool) -> str:
    head = place.table.place(place.row.form, place.column)
    grid = _Grid(place)
    relations = [relation_said(analysis, one) for one in relations_at(place)]
    if not markdown:
        return "\n".join([head, "", *grid.plain(), *([""] if relations else []), *relations])
    listed = [f"- {escaped(one)}" for one in relations]
    return "\n".join([f"**{escaped(head)}**", "", *grid.markdown(), "", *listed]).rstrip()


class _Grid:
    """The table around a cell: the columns and rows near it, with its own row and column among them."""

    def __init__(self, place: CellPlace) -> None:
        self.place = place
        columns = place.table.form.columns
        self.whole = place.row.whole
        at = columns.index(place.column) if place.column is not None else 0
        self.columns = range(max(at - _COLUMNS_BESIDE, 0), min(at + _COLUMNS_BESIDE + 1, len(columns)))
        if place.column is None:
            self.columns = range(len(place.row.cells) if not self.whole else min(len(columns), 2 * _COLUMNS_BESIDE + 1))
        rows = place.table.rows
        here = next(number for number, row in enumerate(rows) if row is place.row)
        near = rows[max(here - _ROWS_BESIDE, 0) : here + _ROWS_BESIDE + 1]
        self.rows = [row for row in near if row is place.row or (self.whole and row.whole)]
        self.cut_left = self.columns.start > 0
        self.cut_right = self.whole and self.columns.stop < len(columns)

    def header(self) -> list[str]:
        columns = self.place.table.form.columns
        names = [short_column(columns[at]) if self.whole else "" for at in self.columns]
        return self._framed(self.place.table.form.name, names)

    def cells(self, row: LaidRow, *, mark: str) -> list[str]:
        label = cut(row_said(row.form, self.place.table), _LONGEST_LABEL)
        if self.place.cell is row.label:
            label = f"{mark}{label}{mark}"
        figures = [
            f"{mark}{shown(row.cells[at])}{mark}" if row.cells[at] is self.place.cell else shown(row.cells[at])
            for at in self.columns
        ]
        return self._framed(label, figures)

    def _framed(self, label: str, cells: list[str]) -> list[str]:
        return [label, *(["…"] if self.cut_left else []), *cells, *(["…"] if self.cut_right else [])]

    def markdown(self) -> Iterator[str]:
        header = self.header()
        yield _piped(escaped(one) for one in header)
        yield _piped(["---", *["--:"] * (len(header) - 1)])
        for row in self.rows:
            yield _piped(_escaped_but_bold(one) for one in self.cells(row, mark="**"))

    def plain(self) -> Iterator[str]:
        """One line a figure: names are too wide for a grid in plain text."""
        columns = self.place.table.form.columns
        yield f"{row_said(self.place.row.form, self.place.table)}："
        for at in self.columns:
            cell = self.place.row.cells[at]
            name = short_column(columns[at]) if self.whole else f"{at + 1}"
            yield f"{'→' if cell is self.place.cell else ' '} {name} {shown(cell)}"


def _piped(cells: Iterator[str] | list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _heading(analysis: Analysis, report: Report, section: Section, *, markdown: bool) -> str:
    title = f"**{escaped(section.form.title)}**" if markdown else section.form.title
    lines = [title]
    if section.wording != "official":
        words = {"printed": printed(report.text[section.title_span.start : section.title_span.end])}
        lines.append(say(analysis, Message("报告中写作“{printed}”。", words)))
    lines += duties(analysis, report, section)
    tables = tables_said(report, section)
    gap = "\n\n" if markdown else "\n"
    return gap.join([*lines, "\n".join(f"- {one}" for one in tables)] if tables else lines)


def _title(analysis: Analysis, part: Part, *, markdown: bool) -> str:
    report = part.report
    lines = [f"**{escaped(report.title.text)}**" if markdown else report.title.text] if report.title else []
    if report.year is not None:
        lines.append(say(analysis, Message("报告年度：{year}", {"year": report.year.value})))
    if report.layout.form is not None:
        lines.append(say(analysis, Message("所用格式：{number}", {"number": report.layout.form.document_number})))
    if report.required is not None:
        lines.append(say(analysis, Message("应用格式：{number}", {"number": report.required.document_number})))
    return ("\n\n" if markdown else "\n").join(lines)


def _notice(analysis: Analysis, notice: Notice, *, markdown: bool) -> str:
    lines = [f"**{notice.number}**" if markdown else notice.number, notice.titled]
    form = notice.form
    if form is not None:
        years = {"first": form.first_year, "last": form.last_year or ""}
        lines.append(
            say(
                analysis,
                Message("现行格式，用于 {first} 年度及以后的年度报告。", years)
                if form.last_year is None
                else Message("用于 {first} 至 {last} 年度的年度报告，现已不用。", years),
            )
        )
    return ("\n\n" if markdown else "\n").join(lines)


_SPECIAL = "\\`*_{}[]<>#|~"


def escaped(text: str) -> str:
    """The text as Markdown that shows it as it stands."""
    return "".join(f"\\{character}" if character in _SPECIAL else character for character in text)


def _escaped_but_bold(text: str) -> str:
    if len(text) > 4 and text.startswith("**") and text.endswith("**"):
        return f"**{escaped(text[2:-2])}**"
    return escaped(text)
