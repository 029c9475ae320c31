"""Wrong wordings with the contexts they are wrong in: the entries of the data files on slips of the pen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gxlint import Report
from gxlint_wording.prose import Place, Prose

CONTEXT = 16
"""How many characters on either side the context of an entry can ask about."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """One entry of a data file. ``wrong`` is what is printed, ``right`` what should be. The contexts are regular
    expressions, empty where the entry has none; ``mild`` slips are told as advice. ``note`` and ``source`` tell a
    reader of the file why and on what authority."""

    wrong: str
    right: str
    source: str
    before: str = ""
    not_before: str = ""
    after: str = ""
    not_after: str = ""
    mild: bool = False
    note: str = ""

    def check(self) -> None:
        """Raise ValueError unless the contexts are regular expressions."""
        for context in (self.before, self.not_before, self.after, self.not_after):
            try:
                re.compile(context)
            except re.error as error:
                raise ValueError(f"{context!r}: {error}") from error

    def stands_at(self, text: str, at: int) -> bool:
        """Whether the wrong wording stands at this place, in the context it is wrong in."""
        if not text.startswith(self.wrong, at):
            return False
        end = at + len(self.wrong)
        line, ahead = text[max(0, at - CONTEXT) : at], text[end : end + CONTEXT]
        return (
            (not self.before or re.match(self.before, ahead) is not None)
            and (not self.not_before or re.match(self.not_before, ahead) is None)
            and (not self.after or re.search(f"(?:{self.after})$", line) is not None)
            and (not self.not_after or re.search(f"(?:{self.not_after})$", line) is None)
        )


class Confusions:
    """Entries made ready for searching: one pattern for all wrong wordings, and the entries by their first character,
    those with the longest wording first."""

    __slots__ = ("_by_first", "_pattern")

    def __init__(self, entries: tuple[Confusion, ...]) -> None:
        ordered = sorted(entries, key=lambda one: (-len(one.wrong), one.wrong))
        self._by_first: dict[str, list[Confusion]] = {}
        for one in ordered:
            self._by_first.setdefault(one.wrong[0], []).append(one)
        self._pattern = re.compile("|".join(re.escape(one.wrong) for one in ordered))

    def found(self, report: Report) -> Iterator[tuple[Confusion, Place]]:
        """Every entry that stands in the report's prose, with its place."""
        prose = Prose(report)
        for passage in prose.passages():
            text = passage.text
            for match in self._pattern.finditer(text):
                at = match.start()
                known = next((one for one in self._by_first[text[at]] if one.stands_at(text, at)), None)
                if known is not None and prose.is_whole(place := Place(passage, at, at + len(known.wrong))):
                    yield known, place
