"""Where prose stands, and how it is read: line by line, or through the line breaks of a converter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gxlint import Edit, Paragraph, Passage, Report, Span, read_passages

_ENDS = frozenset("。！？；：…”’）》〉】〕!?;:)")
_FULL_LINE = 20
"""A line at least so long may have been wrapped."""
_FEW = 1
_LINE_BREAK = re.compile(r"[ \t\xa0\u3000]*(?:\r\n?|\n)[\s\u3000]*")


class Lines:
    """Lines of prose, to be asked whether an offset lies in one of them."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, lines: Iterable[Paragraph]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for line in lines:
            self._starts.append(line.start)
            self._ends.append(line.end)

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]

    def any_between(self, start: int, end: int) -> bool:
        """Whether a line begins in the range."""
        index = bisect_right(self._starts, start)
        return index < len(self._starts) and self._starts[index] < end


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a passage: ``start`` and ``end`` in its text, ``span`` in the text of the report."""

    passage: Passage
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the words stand in the report, line breaks inside them included."""
        return self.passage.span(self.start, self.end)

    def edit(self, right: str) -> Edit:
        """The edit that puts ``right`` in the place of the words, and leaves alone what both begin and end with: so
        that a line break inside the words stays where it can."""
        wrong = self.passage.text[self.start : self.end]
        shorter = min(len(wrong), len(right))
        same = next((at for at in range(shorter) if wrong[at] != right[at]), shorter)
        tail = next((at for at in range(shorter - same) if wrong[-1 - at] != right[-1 - at]), shorter - same)
        content = right[same : len(right) - tail]
        if same + tail < len(wrong):
            return Edit(self.passage.span(self.start + same, self.end - tail), content)
        at = self.passage.place(self.start + same - 1) + 1 if same else self.span.start
        return Edit(Span(at, at), content)


class Prose:
    """The prose of a report as it is read. Words that a line break parts count where a converter wrapped the lines,
    and nowhere else: the next line is another paragraph then. Words with a blank between them are two."""

    __slots__ = ("_report", "_wrapped")

    def __init__(self, report: Report) -> None:
        self._report = report
        self._wrapped: bool | None = None

    def passages(self) -> tuple[Passage, ...]:
        """The paragraphs, wrapped lines put together."""
        return read_passages(self._report)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Place]]:
        """Every match of a pattern in the passages whose words belong together."""
        for passage in self.passages():
            for match in pattern.finditer(passage.text):
                place = Place(passage, *match.span())
                if self.is_whole(place):
                    yield match, place

    def is_whole(self, place: Place) -> bool:
        """Whether nothing stands between the words but the line breaks of a converter."""
        span = place.span
        length = place.end - place.start
        if len(span) == length:
            return True
        printed = self._report.text[span.start : span.end]
        return len(_LINE_BREAK.sub("", printed)) == length and self.is_wrapped

    @property
    def is_wrapped(self) -> bool:
        """Whether a converter wrapped the lines."""
        if self._wrapped is None:
            self._wrapped = is_wrapped(self._report)
        return self._wrapped


def is_wrapped(report: Report) -> bool:
    """Whether a converter wrapped the lines of a report: then many of them end in the middle of a sentence."""
    full = [words for stretch in stretches(report) for line in stretch if len(words := line.text.strip()) >= _FULL_LINE]
    open_ended = sum(is_open(words) or words[-1].isalnum() for words in full)
    return open_ended > _FEW and 3 * open_ended > len(full)


def is_open(words: str) -> bool:
    """Whether a line lacks the mark that ends a sentence. Latin letters and figures at the end say nothing: an address
    or a number needs none."""
    last = words.rstrip()[-1:]
    return last not in _ENDS and (last in "，、,%％" or not last.isascii())


def stretches(report: Report) -> Iterator[list[Paragraph]]:
    """The printed lines of each stretch of sentences: the preface, and every part that reports in words. The parts that
    report by table are left out: pieces of a table that could not be read stand there too."""
    lines = [line for line in report.prose() if line.text and not line.text.isspace()]
    starts = [section.heading.start for section in report.sections]
    by_section: list[list[Paragraph]] = [[] for _ in range(len(starts) + 1)]
    for line in lines:
        by_section[bisect_right(starts, line.start)].append(line)
    for index, stretch in enumerate(by_section):
        if stretch and (not index or not report.sections[index - 1].form.table):
            yield stretch


def inside_title(text: str, at: int) -> bool:
    """Whether the place lies between the marks 《 and 》 that name a document or a publication."""
    opened = text.rfind("《", max(0, at - 80), at)
    return opened >= 0 and text.find("》", opened, at) < 0
