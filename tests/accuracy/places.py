"""Putting a defect into a report and knowing where it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from gxlint import Report, Span
from gxlint.report import Cell, LaidTable
from gxlint.testing import marked, report_of
from tests.accuracy.drafts import Draft


@dataclass(frozen=True, slots=True)
class Broken:
    """A report with one defect, and where it is."""

    text: str
    places: tuple[Span, ...]


Injector = Callable[[Draft, Random], Broken | None]
"""Puts one defect into a report; None where this report cannot have it."""


def said(draft: Draft, sentence: str) -> Broken:
    """A paragraph more at the end of section one; ``⟦…⟧`` marks the defect in it."""
    plain, spans = marked(sentence)
    text = draft.text()
    at = draft.room(text)
    printed = draft.paragraph(plain)
    kept = [place for place, character in enumerate(printed) if character not in "\n"]
    indent = len(printed) - len(printed.lstrip(" "))
    kept = kept[indent:]
    places = tuple(Span(at + kept[span.start], at + kept[max(span.start, span.end - 1)] + 1) for span in spans)
    return Broken(text[:at] + printed + text[at:], places or (Span(at, at + len(printed)),))


def find(text: str, words: str, start: int = 0) -> Span | None:
    """Where words stand, whatever the line breaks between them."""
    match = re.compile(r"\s*".join(map(re.escape, words))).search(text, start)
    return Span(*match.span()) if match else None


def put(text: str, span: Span, new: str) -> Broken:
    """Other words in this place."""
    return Broken(text[: span.start] + new + text[span.end :], (Span(span.start, span.start + len(new)),))


def instead(draft: Draft, old: str, new: str) -> Broken | None:
    """Other words in place of these, where the report has them."""
    text = draft.text()
    span = find(text, old)
    return None if span is None else put(text, span, new)


def cut(text: str, span: Span) -> Broken:
    """Without what stands here."""
    return put(text, span, "")


def line_of(text: str, at: int) -> Span:
    """The line of a place, its end included."""
    return Span(text.rfind("\n", 0, at) + 1, text.find("\n", at) + 1 or len(text))


def heading(draft: Draft, text: str, number: int) -> Span:
    """The line of the heading of section ``number``, from 0."""
    return line_of(text, text.index(draft.form.sections[number].title))


def table(report: Report, key: str) -> LaidTable:
    """The table of the report with this key."""
    return next(one for one in report.layout.tables if one.form.key == key)


def cell(report: Report, key: str, row: str, column: str) -> Cell:
    """A cell of a report in order."""
    found = table(report, key).cell(row, column)
    assert found is not None, (key, row, column)
    return found


def with_cells(draft: Draft, changes: Sequence[tuple[str, str, str, str]]) -> Broken:
    """Other figures in cells, given as table, row, column and what is printed there."""
    text = draft.text()
    report = report_of(text)
    edits = sorted((cell(report, *place).span, new) for *place, new in changes)
    places: list[Span] = []
    grown = 0
    for span, new in edits:
        start = span.start + grown
        text = text[:start] + new + text[start + span.end - span.start :]
        places.append(Span(start, start + len(new)) if new else _blank(text, start))
        grown += len(new) - (span.end - span.start)
    return Broken(text, tuple(places))


def _blank(text: str, at: int) -> Span:
    """A blank cell: as wide as the spaces in it."""
    spaces = " \xa0\u3000"
    start = at - len(text[:at]) + len(text[:at].rstrip(spaces))
    return Span(start, len(text) - len(text[at:].lstrip(spaces)))


def other_than(text: str, sound: str) -> Broken:
    """The report ``text``, broken where it differs from ``sound``."""
    short = min(len(text), len(sound))
    start = next((at for at in range(short) if text[at] != sound[at]), short)
    end = next((at for at in range(short - start) if text[-1 - at] != sound[-1 - at]), short - start)
    return Broken(text, (Span(start, len(text) - end),))
