"""The outline of a document: reports, sections, sub-headings, tables and rows, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from gxlint.language import Message
from gxlint.parser import Part
from gxlint.report import LaidTable, Paragraph, Report, Section, TableUnreadable
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.saying import cut, printed, said_label, say, shown

Kind = Literal["report", "section", "subheading", "table", "row"]

_LONGEST_NAME = 40
_LONGEST_DETAIL = 60
_SUBHEADING = re.compile(r"[\s#*]*[（(][一二三四五六七八九十]{1,3}[）)]")
_END_OF_NAME = re.compile(r"[。：；:;]")


@dataclass(slots=True)
class Node:
    """A piece of a document. ``span`` takes in its children, ``named`` is the place of its name; both count from the
    start of the document. ``name`` is never empty and at most 40 characters long."""

    kind: Kind
    name: str
    span: Span
    named: Span
    detail: str = ""
    children: list[Node] = field(default_factory=list)


def outline(analysis: Analysis, parts: Iterable[Part] | None = None) -> list[Node]:
    """The reports among ``parts`` (default: all of the document) as trees."""
    chosen = analysis.parts if parts is None else parts
    return [_report(analysis, part) for part in chosen if part.report.recognised]


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node, each before its children."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def path_to(nodes: Iterable[Node], offset: int) -> list[Node]:
    """The nodes that the offset lies in, the outermost first."""
    for node in nodes:
        if node.span.start <= offset <= node.span.end:
            return [node, *path_to(node.children, offset)]
    return []


def _report(analysis: Analysis, part: Part) -> Node:
    report = part.report
    whole = _trimmed(report.text, 0, len(report.text))
    if report.title is not None:
        name, named = report.title.text, report.title.span
    else:
        name, named = say(analysis, Message("年度报告（没有标题）")), Span(whole.start, whole.start)
    children = [_section(report, section) for section in report.sections]
    homes = [(section.span, node) for section, node in zip(report.sections, children, strict=True)]
    for table in _tables(analysis, report):
        home = next((node for span, node in homes if span.start <= table.span.start < span.end), None)
        (home.children if home else children).append(table)
    year = str(report.year.value) if report.year is not None else ""
    root = Node("report", _name(name), whole, named, year, children)
    _settle(root, part.offset)
    return root


def _settle(node: Node, offset: int) -> None:
    """Put the children in order, let every node take in its children, and count from the start of the document."""
    node.children.sort(key=lambda child: child.span.start)
    for child in node.children:
        _settle(child, offset)
    span, named = node.span.shifted(offset), node.named.shifted(offset)
    ends = [child.span.end for child in node.children]
    starts = [child.span.start for child in node.children]
    node.span = Span(min(span.start, named.start, *starts), max(span.end, named.end, *ends))
    node.named = named


def _section(report: Report, section: Section) -> Node:
    span = _trimmed(report.text, section.heading.start, section.span.end)
    named = Span(min(section.heading.start + _indent(section.heading.text), section.heading.end), section.heading.end)
    return Node("section", _name(section.heading.text), span, named, children=list(_subheadings(report, section)))


def _subheadings(report: Report, section: Section) -> Iterator[Node]:
    heads = [one for one in section.paragraphs if _SUBHEADING.match(one.text)]
    stops = sorted(table.span.start for table in report.layout.tables)
    for number, head in enumerate(heads):
        end = heads[number + 1].start if number + 1 < len(heads) else section.span.end
        end = min([end, *(stop for stop in stops if head.end <= stop)])
        yield Node("subheading", _name(heading_words(head)), _trimmed(report.text, head.start, end), _named(head))


def is_subheading(line: Paragraph) -> bool:
    """Whether a line of prose begins with ``（一）``."""
    return _SUBHEADING.match(line.text) is not None


def heading_words(line: Paragraph) -> str:
    """The words of a sub-heading: up to the end of the first sentence, where prose follows on the same line."""
    match = _END_OF_NAME.search(line.text)
    return line.text[: match.start()] if match else line.text


def _named(line: Paragraph) -> Span:
    return Span(line.start + _indent(line.text), line.start + len(heading_words(line)))


def _tables(analysis: Analysis, report: Report) -> Iterator[Node]:
    for table in report.layout.tables:
        yield _table(analysis, table)
    for misfit in report.layout.misfits:
        if isinstance(misfit, TableUnreadable):
            span = misfit.span
            yield Node("table", say(analysis, Message("未能识别的表格")), span, Span(span.start, span.start))


def _table(analysis: Analysis, table: LaidTable) -> Node:
    rows = []
    unlabelled = say(analysis, Message("数据行"))
    for row in table.rows:
        figures = cut(" ".join(shown(cell) for cell in row.cells), _LONGEST_DETAIL)
        named = row.label.span if row.label is not None else Span(row.span.start, row.span.start)
        rows.append(Node("row", _name(row.form.name or unlabelled), row.span, named, figures))
    caption = said_label("".join(table.form.captions))
    return Node("table", _name(table.form.name), table.span, Span(table.span.start, table.span.start), caption, rows)


def _name(text: str) -> str:
    return cut(printed(text).strip("#* ") or "—", _LONGEST_NAME)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space around it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
