"""The lines of a report that belong together: a paragraph that a converter wrapped is one to its reader."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from gxlint.report import Paragraph, Report
from gxlint.statements import read_passages


class Passages:
    """Which passage of a report each line belongs to."""

    def __init__(self, report: Report) -> None:
        passages = read_passages(report)
        self._firsts = [one.places[0] for one in passages]
        self._lasts = [one.places[-1] for one in passages]

    def of(self, lines: Iterable[Paragraph]) -> list[list[Paragraph]]:
        """The lines in groups, one for each passage. A line that belongs to none is a group of its own."""
        groups: list[list[Paragraph]] = []
        before = -1
        for line in lines:
            number = self._number(line)
            if number >= 0 and number == before:
                groups[-1].append(line)
            else:
                groups.append([line])
            before = number
        return groups

    def _number(self, line: Paragraph) -> int:
        """The number of the passage that the line is part of; -1 for none."""
        number = bisect_left(self._firsts, line.end) - 1
        return number if number >= 0 and self._lasts[number] >= line.start else -1
