"""Kinds of organs: by how their names end, and by how they speak of themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from gxlint.data import DataTable, EntryError
from gxlint.report import Organ, OrganKind

KINDS: tuple[OrganKind, ...] = tuple(kind for kind in get_args(OrganKind) if kind != "unknown")

_GOVERNMENT_OF = ("人民政府", "政府")
"""What ends the name of a government behind the place; what kind of place it is decides."""
_PLACEHOLDER = re.compile(r"[XxＸｘ×]{2}|某某")


@dataclass(frozen=True, slots=True)
class OrganName:
    """How organs of a kind are called: the ``endings`` of their names, and their ``own`` words for themselves.
    ``government``: they are people's governments, on which the regulation lays duties of their own."""

    kind: str
    source: str
    endings: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    government: bool = False

    def check(self) -> None:
        """Raise EntryError for another kind, and for an entry that tells no organ from another."""
        if self.kind not in KINDS:
            raise EntryError("choice", "kind", KINDS)
        words = (*self.endings, *self.own)
        if not words or not all(word.strip() for word in words):
            raise EntryError("missing", "endings", ())


ORGANS = DataTable("organs", OrganName, Path(__file__).with_name("organs.toml"))


class OrganNames:
    """Tells the kind of an organ. Built once for a set of entries; of equal words the last entry counts."""

    __slots__ = ("_by_ending", "_by_own_word", "_longest", "_own_words")

    def __init__(self, entries: Iterable[OrganName]) -> None:
        self._by_ending: dict[str, OrganName] = {}
        self._by_own_word: dict[str, OrganName] = {}
        for entry in entries:
            self._by_ending.update(dict.fromkeys(entry.endings, entry))
            self._by_own_word.update(dict.fromkeys(entry.own, entry))
        self._longest = max(map(len, self._by_ending), default=0)
        words = sorted(self._by_own_word, key=len, reverse=True)
        self._own_words = re.compile("|".join(map(re.escape, words)) or "(?!)")

    def organ(self, name: str, text: str) -> Organ:
        """The organ of this name, whose report ``text`` is: its kind from the name, else from how the report speaks."""
        entry = self._named(name)
        if entry is not None:
            return Organ(name, _kind(entry), "title", entry.government)
        kind, government = self._by_self_reference(text)
        return Organ(name, kind, "self-reference" if kind != "unknown" else "none", government)

    def _named(self, name: str) -> OrganName | None:
        if not name or _PLACEHOLDER.search(name):
            return None
        for ending in _GOVERNMENT_OF:
            if name.endswith(ending):
                place = self._ending(name.removesuffix(ending))
                if place is not None and place.kind != "department":
                    return place
                break
        return self._ending(name)

    def _ending(self, name: str) -> OrganName | None:
        for length in range(min(self._longest, len(name)), 0, -1):
            if (entry := self._by_ending.get(name[-length:])) is not None:
                return entry
        return None

    def _by_self_reference(self, text: str) -> tuple[OrganKind, bool]:
        """我镇 tells a township, 我局 a department; 我市 tells a government only where nothing smaller is said.

        Every organ speaks of its superior as 我市, 我县.
        """
        found = [self._by_own_word[match[0]] for match in self._own_words.finditer(text)]
        counts = Counter(_kind(entry) for entry in found)
        smaller: list[tuple[int, OrganKind]] = [
            (counts[kind], kind) for kind in KINDS if kind != "government" and counts[kind]
        ]
        if not smaller:
            return ("government" if counts["government"] else "unknown"), False
        kind = max(smaller)[1]
        return kind, all(entry.government for entry in found if entry.kind == kind)


def _kind(entry: OrganName) -> OrganKind:
    return next(kind for kind in KINDS if kind == entry.kind)


@cache
def bundled_organs() -> OrganNames:
    """What gxlint itself knows of organs."""
    return OrganNames(ORGANS.entries())
