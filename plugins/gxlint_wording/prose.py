"""Where prose stands: the rules search the whole text once and ask only about what they found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from gxlint import Paragraph, Report


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
