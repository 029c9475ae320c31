"""From the text of a file to the reports in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gxlint.forms.breaks import breaks_of
from gxlint.forms.lay import lay
from gxlint.forms.loose import with_loose_tables
from gxlint.forms.relations import relations_of
from gxlint.forms.vocabulary import vocabulary
from gxlint.parser.headings import Heading, Headings, is_title_end, of_one_style, title_of
from gxlint.parser.identity import organ_of, year_of
from gxlint.parser.organs import OrganNames, bundled_organs
from gxlint.readers.lines import lines_of
from gxlint.report import (
    Block,
    Form,
    Layout,
    Organ,
    PageNumber,
    Paragraph,
    Report,
    Section,
    Table,
    Title,
)
from gxlint.text import Span

BlocksOf = Callable[[str], tuple[Block, ...]]

_TITLE_LINE = re.compile(r"(?:年度报告|年报|(?:工作(?:情况)?|公开情况)的?报告|工作总结)[^\r\n]{0,30}(?=[\r\n]|\Z)")
"""What every title has at the end of a line: where it stands once at most, a file is no compilation."""

_NOTICE = re.compile(r"的(?:通知|函|意见|方案|通报)[》]?\Z")
_LONGEST_NOTICE = 80
_SECTIONS_OF_A_WHOLE_REPORT = 4
_LEAST_EVIDENCE = 3
_NO_ORGAN = Organ("", "unknown")
_NO_LAYOUT = Layout(None, (), ())
_NONE_KNOWN: Mapping[str, Report] = {}


@dataclass(frozen=True, slots=True)
class Part:
    """One report of a file. ``offset`` is where its text begins in the text of the file: a compilation holds many."""

    report: Report
    offset: int


def parse_all(
    text: str,
    name: str,
    blocks_of: BlocksOf,
    forms: Sequence[Form],
    year: int | None = None,
    known: Mapping[str, Report] = _NONE_KNOWN,
    organs: OrganNames | None = None,
) -> tuple[Part, ...]:
    """Every report in the text of a file, at least one: where the text is no annual report, one that is not recognised.

    ``name`` is the file's name, in which a year is looked for last but one; ``year`` comes from the settings. A report
    that is ``known`` by its text, from an earlier call with the same other arguments, is not read again. ``organs``
    tells kinds of organs, by default as gxlint itself knows them. Linear in the length of the text.
    """
    if "公开" not in text:
        return (Part(_no_report(text, name, forms), 0),)
    cuts = tuple(_cuts(text, forms[-1])) if len(_TITLE_LINE.findall(text)) > 1 else ()
    organs = organs or bundled_organs()
    parts = []
    for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
        piece = text[start:end] if cuts else text
        report = known.get(piece) or _parse(piece, name, blocks_of(piece), forms, year, organs)
        parts.append(Part(report, start))
    return tuple(parts)


_HEADINGS: dict[int, tuple[Form, Headings]] = {}
"""Readers of headings by the identity of their form, which is kept with them: another could come to have its own."""


def _headings(lines: Iterable[Paragraph], form: Form) -> list[Heading]:
    if id(form) not in _HEADINGS:
        _HEADINGS[id(form)] = form, Headings(form)
    _, reader = _HEADINGS[id(form)]
    return [heading for line in lines if (heading := reader.read(line)) is not None]


def _cuts(text: str, form: Form) -> Iterator[int]:
    """The offsets at which a further report begins: at a title behind a report that had most of its parts."""
    lines = [
        Paragraph(start, start + len(line), line)
        for start, line in lines_of(text)
        if line and line[0] not in "\t|" and not line.isspace()
    ]
    headings = _headings(lines, form)
    at_heading = {heading.line.start: heading.form for heading in headings if not heading.renamed}
    starts = list(at_heading)
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if line.start in at_heading:
            seen.add(at_heading[line.start].key)
        elif len(seen) >= _SECTIONS_OF_A_WHOLE_REPORT and is_title_end(line.text):
            title = title_of(lines[max(0, index - 3) : index + 1], line.end + 1)
            following = bisect_right(starts, line.start)
            if title is not None and following < len(starts) and at_heading[starts[following]].number == "一":
                yield title.lines[0].start
                seen = set()


def _parse(
    text: str, name: str, blocks: Sequence[Block], forms: Sequence[Form], year: int | None, organs: OrganNames
) -> Report:
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    headings = of_one_style(_headings(lines, forms[-1]))
    title = title_of(lines, headings[0].line.start if headings else len(text) + 1)
    blocks = _with_prose_apart(blocks, headings)
    no_rows = {heading.line.start for heading in headings} | {line.start for line in (title.lines if title else ())}
    blocks = with_loose_tables(blocks, no_rows, vocabulary(forms))
    tables = tuple(block for block in blocks if isinstance(block, Table))
    paragraphs = tuple(block for block in blocks if isinstance(block, Paragraph))
    found_year = year_of(text, title, name, year)
    required = next((form for form in forms if found_year and form.in_force(found_year.value)), None)
    starts = [heading.line.start for heading in headings]

    def section_at(offset: int) -> str | None:
        index = bisect_right(starts, offset) - 1
        return headings[index].form.key if index >= 0 else None

    layout, strays = lay(tables, forms, required, section_at)
    if not _is_report(text, title, headings, layout) or _is_notice(lines, title, layout):
        return _no_report(text, name, forms)
    relations = relations_of(layout)
    numbers = [block for block in blocks if isinstance(block, PageNumber)]
    return Report(
        text=text,
        name=name,
        title=title,
        year=found_year,
        organ=organ_of(text, title, organs),
        paragraphs=paragraphs,
        page_numbers=tuple(sorted((*numbers, *strays), key=lambda number: number.start)),
        sections=tuple(_sections(headings, paragraphs, len(text))),
        tables=tables,
        layout=layout,
        relations=relations,
        breaks=breaks_of(relations),
        required=required,
        form=layout.form or required or forms[-1],
        recognised=True,
    )


def _with_prose_apart(blocks: Sequence[Block], headings: Sequence[Heading]) -> Sequence[Block]:
    """The blocks with the prose behind a heading on the same line made a paragraph of its own."""
    prose = {heading.line.start: heading for heading in headings if heading.prose is not None}
    if not prose:
        return blocks
    result: list[Block] = []
    for block in blocks:
        heading = prose.get(block.start) if isinstance(block, Paragraph) else None
        if heading is not None and heading.prose is not None:
            result += (heading.line, heading.prose)
        else:
            result.append(block)
    return result


def _is_report(text: str, title: Title | None, headings: Sequence[Heading], layout: Layout) -> bool:
    """Whether there is enough to call a text an annual report: a title, headings and tables that are official.

    Without a title a heading counts only where something is told under it: a list of the six parts is no report.
    """
    ends = (*(heading.line.start for heading in headings[1:]), len(text))
    keys = {
        heading.form.key
        for heading, end in zip(headings, ends, strict=False)
        if title is not None or text[heading.line.end : end].strip()
    }
    return 2 * (title is not None) + len(keys) + 2 * len(layout.tables) >= _LEAST_EVIDENCE


def _is_notice(lines: Sequence[Paragraph], title: Title | None, layout: Layout) -> bool:
    """Whether a text is a notice with the blank form behind it: it is called one above the title of the form, and no
    cell of a table is filled in."""
    if title is None or any(cell.text for table in layout.tables for row in table.rows for cell in row.cells):
        return False
    above = (line.text for line in lines if line.start < title.span.start)
    return any(_NOTICE.search(text.strip()) for text in above if len(text) <= _LONGEST_NOTICE)


def _sections(headings: Sequence[Heading], paragraphs: Sequence[Paragraph], end: int) -> Iterator[Section]:
    starts = [paragraph.start for paragraph in paragraphs]
    for index, heading in enumerate(headings):
        stop = headings[index + 1].line.start if index + 1 < len(headings) else end
        first = bisect_right(starts, heading.line.start)
        last = bisect_right(starts, stop - 1)
        yield Section(
            form=heading.form,
            number=heading.number,
            converted=heading.converted,
            wording=heading.wording,
            heading=heading.line,
            title_span=heading.title_span,
            body=Span(heading.line.end, stop),
            paragraphs=tuple(paragraphs[first:last]),
        )


def _no_report(text: str, name: str, forms: Sequence[Form]) -> Report:
    return Report(
        text=text,
        name=name,
        title=None,
        year=None,
        organ=_NO_ORGAN,
        paragraphs=(),
        page_numbers=(),
        sections=(),
        tables=(),
        layout=_NO_LAYOUT,
        relations=(),
        breaks=(),
        required=None,
        form=forms[-1],
        recognised=False,
    )
