"""Whether a place lies in prose: the rules search the whole text once and ask only about what they found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from gxlint import Paragraph


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
