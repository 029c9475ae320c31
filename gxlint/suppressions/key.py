"""What a finding is known by from one version of a report to the next: its rule, its place and the passage.

No line numbers and no offsets: a key holds as long as the passage itself stands in the same place of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint.parser import Part
from gxlint.report import Report, Section
from gxlint.rule import Finding
from gxlint.text import Span, fold

_ENDS = "。！？\r\n"
_DIGITS = 12
_ITEM = re.compile(r"[\s\u3000#*]*[（(][一二三四五六七八九十\d]{1,2}[）)]\s*([^。：:；，,\s*]{0,16})")


def known_name(name: str) -> str:
    """The name of a report, relative to the folder of a side file, as such names are compared: with slashes, without
    ``./``, its characters composed, as some systems take them apart."""
    from posixpath import normpath
    from unicodedata import normalize

    return normpath(normalize("NFC", name).replace("\\", "/"))


class Key(NamedTuple):
    """``rule`` is a code. ``place`` is what a person is told: table, row and column (``表三 · （七）总计 · 总计``), or
    the section and its item (``一、总体情况 · 主动公开``). ``passage`` is a hash of the words and figures the
    finding is about."""

    rule: str
    place: str
    passage: str


def key_of(finding: Finding, parts: Sequence[Part]) -> Key:
    """The key of a finding whose spans count from the start of the file; ``parts`` are the reports in it."""
    part = next((one for one in reversed(parts) if one.offset <= finding.span.start), parts[0])
    report, offset = part.report, part.offset
    span = finding.span.shifted(-offset)
    place = report.place(span)
    pieces = [*_own_words(finding, report, span, in_table=bool(place))]
    pieces += [_words(report.text, one.span.shifted(-offset)) for one in finding.related]
    place = place or _section(report, span)
    if sum(one.report.recognised for one in parts) > 1 and report.title is not None:
        place = f"{report.title.text} / {place}"
    return Key(finding.code, place, _hash(pieces))


def _own_words(finding: Finding, report: Report, span: Span, *, in_table: bool) -> Iterator[str]:
    """The cell, or in prose the whole sentence. What a finding at a point is about is not there: its values say it."""
    if span.start == span.end:
        yield from (str(value) for value in finding.args.values())
    elif in_table:
        yield _words(report.text, span)
    else:
        yield _words(report.text, _sentence(report.text, span))


def _sentence(text: str, span: Span) -> Span:
    start = max(text.rfind(mark, 0, span.start) for mark in _ENDS) + 1
    ends = [end for mark in _ENDS if (end := text.find(mark, span.end)) >= 0]
    return Span(start, min(ends, default=len(text)))


def _words(text: str, span: Span) -> str:
    return fold(text[max(span.start, 0) : span.end])


def _section(report: Report, span: Span) -> str:
    if report.title is not None and report.title.span.start <= span.start < report.title.span.end:
        return "标题"
    inside = [section for section in report.sections if section.heading.start <= span.start]
    if not inside:
        return "前言"
    titles = [inside[-1].form.title, _item(inside[-1], span)]
    return " · ".join(title for title in titles if title)


def _item(section: Section, span: Span) -> str:
    """The numbered item of a section that the place lies in, without the number, which another item in front would
    change: ``主动公开``; empty outside of items."""
    for paragraph in reversed(section.paragraphs):
        if paragraph.start <= span.start and (item := _ITEM.match(paragraph.text)):
            return item[1]
    return ""


def _hash(pieces: Sequence[str]) -> str:
    from hashlib import sha256

    return sha256("\x1f".join(pieces).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
