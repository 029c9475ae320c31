"""Completion: the headings that are still missing, the official labels inside a table, the notice in force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lsprotocol import types as t

from gxlint.drafting import period_sentence
from gxlint.language import Message
from gxlint.parser import Part
from gxlint.report import FormSection, LaidTable, Report, RowMissing
from gxlint.text import Span, fold
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.notices import Notice
from gxlint_lsp.features.saying import say
from gxlint_lsp.features.tables import touches

OPTIONS = t.CompletionOptions(trigger_characters=["、", "《", "〔", "|"], resolve_provider=False)

_LONGEST_START = 30
_FIGURE = re.compile(r"[\d\s.,０-９+-]*")
_MARKS = re.compile(r"[\s#*]*")


@dataclass(frozen=True, slots=True)
class _Offer:
    """A text that is offered. ``replaced`` is what it takes the place of."""

    text: str
    detail: str
    kind: t.CompletionItemKind
    replaced: Span
    insert: str = ""


def provide(analysis: Analysis, params: t.CompletionParams) -> t.CompletionList | None:
    """What can stand at the place, the most likely first; None where nothing is offered, as in a page with markup."""
    offset = analysis.offset(params.position)
    part = analysis.part_at(offset)
    if not part.report.recognised or analysis.view is not None:
        return None
    line = analysis.index.line_span(analysis.index.row(offset))
    before = analysis.text[line.start : offset]
    table = _table_at(part, offset, line)
    if table is not None and (offset in _inside(part, table) or before.strip("| \t")):
        offers = _labels(analysis, part, table, before, offset)
    else:
        offers = _lines(analysis, part, before, offset)
    items = [_item(analysis, number, offer) for number, offer in enumerate(offers)]
    return t.CompletionList(False, items) if items else None


def _item(analysis: Analysis, number: int, offer: _Offer) -> t.CompletionItem:
    return t.CompletionItem(
        offer.text,
        kind=offer.kind,
        detail=offer.detail,
        preselect=number == 0,
        sort_text=f"{number:03}",
        filter_text=offer.text,
        text_edit=t.TextEdit(analysis.range(offer.replaced), offer.insert or offer.text),
    )


def _lines(analysis: Analysis, part: Part, before: str, offset: int) -> Iterator[_Offer]:
    """What is offered outside the tables: headings where a line begins, the notice in front of part one."""
    report = part.report
    words = before[_MARKS.match(before).end() :] if _MARKS.match(before) else before  # type: ignore[union-attr]
    in_preface = _in_preface(report, offset - part.offset)
    if len(words) <= _LONGEST_START:
        typed = fold(words)
        for section in _missing(report, offset - part.offset):
            if not typed or _alike(typed, fold(section.title)) or _alike(typed, fold(section.heading)):
                marks = "" if words != before else _heading_marks(report)
                detail = say(analysis, Message("缺少的部分"))
                replaced = Span(offset - len(words), offset)
                yield _Offer(section.title, detail, t.CompletionItemKind.Module, replaced, marks + section.title)
    if in_preface:
        yield from _citations(analysis, report, before, offset)


def _alike(typed: str, official: str) -> bool:
    """Whether the characters typed stand in the official words in the same order."""
    rest = iter(official)
    return all(character in rest for character in typed)


def _missing(report: Report, inside: int) -> list[FormSection]:
    """The parts that the report has not, those that belong to this place first: behind a part that stands above it and
    in front of the next one."""
    order = {section.key: number for number, section in enumerate(report.form.sections)}
    present = {section.key for section in report.sections}
    above = max((order.get(one.key, 0) for one in report.sections if one.heading.start < inside), default=-1)
    missing = [section for section in report.form.sections if section.key not in present]
    return sorted(missing, key=lambda section: (order[section.key] < above, order[section.key]))


def _heading_marks(report: Report) -> str:
    """What the report's other headings have in front: ``## `` in Markdown, else nothing."""
    for section in report.sections:
        match = _MARKS.match(section.heading.text)
        marks = match[0] if match else ""
        if "#" in marks:
            return marks.lstrip()
    return ""


def _in_preface(report: Report, inside: int) -> bool:
    first = report.sections[0].heading.start if report.sections else len(report.text) + 1
    after_title = report.title.span.end if report.title is not None else 0
    return after_title < inside < first


def _citations(analysis: Analysis, report: Report, before: str, offset: int) -> Iterator[_Offer]:
    form = report.required or report.form
    notice = Notice(form.document_number, form.notice, form)
    in_force = say(analysis, Message("应用的格式"))
    texts = [(notice.cited, in_force), (notice.number, in_force)]
    if report.year is not None:
        texts.append((period_sentence(report.year.value), say(analysis, Message("统计期限"))))
    for text, detail in texts:
        begun = _begun(before, text)
        if begun or not before.strip() or before[-1] in "和、，。 　按照据":
            yield _Offer(text, detail, t.CompletionItemKind.Reference, Span(offset - begun, offset))


def _begun(before: str, text: str) -> int:
    """How much of the text stands already in front of the place."""
    most = min(len(before), len(text))
    return next((length for length in range(most, 0, -1) if before.endswith(text[:length])), 0)


def _table_at(part: Part, offset: int, line: Span) -> LaidTable | None:
    """The table that the place lies in, or whose last row it stands right behind."""
    around = Span(min(line.start, offset) - part.offset - 1, offset - part.offset)
    found = [table for table in part.report.layout.tables if touches(table.span, around)]
    return found[-1] if found else None


def _inside(part: Part, table: LaidTable) -> Span:
    return table.span.shifted(part.offset)


def _labels(analysis: Analysis, part: Part, table: LaidTable, before: str, offset: int) -> Iterator[_Offer]:
    """The official labels of the table, those of rows that are missing first. Nothing where a figure is typed."""
    piece = re.split(r"[|\t]", before)[-1]
    typed = piece.lstrip()
    if typed and _FIGURE.fullmatch(typed):
        return
    replaced = Span(offset - len(typed), offset)
    missing = [
        row.label
        for misfit in part.report.layout.misfits
        if isinstance(misfit, RowMissing) and misfit.table.form.key == table.form.key
        for row in misfit.rows
        if row.label
    ]
    row_missing = say(analysis, Message("缺少的行"))
    for label in dict.fromkeys(missing):
        yield _Offer(label, row_missing, t.CompletionItemKind.Field, replaced)
    for label in _official(table):
        if label not in missing and _alike(fold(typed), fold(label)):
            yield _Offer(label, table.form.name, t.CompletionItemKind.Value, replaced)


def _official(table: LaidTable) -> Iterable[str]:
    form = table.form
    labels = [*form.captions, *form.headers, *(column.label for column in form.columns)]
    for row in form.rows:
        labels += [*row.groups, row.label]
    return dict.fromkeys(label for label in labels if label)
