"""Where the pieces of a page stand in the document, and which findings touch them."""

from __future__ import annotations

from bisect import bisect_left

from lsprotocol import types as t

from gxlint.parser import Part
from gxlint.rule import Finding
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.lens import findings_of

Json = dict[str, object]


def plain(place: t.Range) -> Json:
    """A range as plain JSON."""
    return {
        "start": {"line": place.start.line, "character": place.start.character},
        "end": {"line": place.end.line, "character": place.end.character},
    }


class Marks:
    """The findings of one report of the document. Spans count in the text of the report; findings are named by their
    number. ``marked`` are the findings that have been asked for so far."""

    def __init__(self, analysis: Analysis, part: Part) -> None:
        self.analysis = analysis
        self.part = part
        self.findings = findings_of(analysis, part)
        self.marked: set[int] = set()
        self._starts = [finding.span.start for finding in self.findings]
        self._longest = max((len(finding.span) for finding in self.findings), default=0)

    def range(self, span: Span) -> Json:
        """The place of a span in the document."""
        return plain(self.analysis.range(span.shifted(self.part.offset)))

    def at(self, span: Span) -> list[int]:
        """The numbers of the findings that touch the span."""
        place = span.shifted(self.part.offset)
        found = []
        for number in range(bisect_left(self._starts, place.start - self._longest), len(self.findings)):
            other = self.findings[number].span
            if other.start > place.end:
                break
            if other.overlaps(place) or other == place or (len(other) == 0 and other.start in place):
                found.append(number)
        self.marked.update(found)
        return found

    def left_at(self, span: Span) -> list[int]:
        """Like ``at``, without those that another piece has shown."""
        before = self.marked.copy()
        return [number for number in self.at(span) if number not in before]

    def items(self) -> list[Json]:
        """The findings themselves, in the order of their numbers."""
        return [self._item(finding) for finding in self.findings]

    def _item(self, finding: Finding) -> Json:
        return {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity or "error",
            "message": self.analysis.message(finding),
            "range": plain(self.analysis.range(finding.span)),
        }
