"""The documents that reports cite: entries of the data file, made ready for looking up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from gxlint import DataTable

_MARKS = str.maketrans("", "", "《》〈〉<>＜＞“”\"＂'‘’")
_SPACE = re.compile(r"\s+")
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_NUMBER = re.compile(r"(?P<prefix>\D+?)(?:〔(?P<year>\d{4})〕|第)(?P<number>\d+)号")


@dataclass(frozen=True, slots=True)
class Document:
    """A law or notice.

    ``titles`` are the names it is cited under, ``short`` the name that lacks its beginning. ``in_force_from`` and
    ``in_force_to`` are the first and the last day on which it applies; documents of one ``subject`` follow each other.
    Reports on a year are written in the year after: so these days tell for which years reported on it is the one to
    cite, unless ``first_year`` and ``last_year`` do. ``source`` says where title and number were read.
    """

    titles: tuple[str, ...]
    number: str
    issuer: str
    year: int
    source: str
    short: str = ""
    in_force_from: str = ""
    in_force_to: str = ""
    subject: str = ""
    first_year: int | None = None
    last_year: int | None = None
    note: str = ""

    def check(self) -> None:
        """Raise ValueError unless the number, where there is one, can be taken apart, and the days are days."""
        if self.number and _NUMBER.fullmatch(self.number) is None:
            raise ValueError(f"{self.number!r}: 国办发〔2020〕17号 / 国务院令第711号")
        for day in (self.in_force_from, self.in_force_to):
            if day and _DAY.fullmatch(day) is None:
                raise ValueError(f"{day!r}: 2019-05-15")
        if self.in_force_from and self.in_force_to and self.in_force_to < self.in_force_from:
            raise ValueError(f"in_force_from {self.in_force_from} > in_force_to {self.in_force_to}")

    def holds_for(self, year: int) -> bool:
        """Whether a report on ``year`` has to cite this document."""
        first = self.first_year or int(self.in_force_from[:4] or 0)
        last = self.last_year or (int(self.in_force_to[:4]) - 1 if self.in_force_to else year)
        return first <= year <= last


DOCUMENTS = DataTable("documents", Document, Path(__file__).with_name("documents.toml"))


@dataclass(frozen=True, slots=True)
class Parts:
    """A document number taken apart. ``year`` is 0 for an order of the State Council, which has none."""

    prefix: str
    year: int
    number: int


@cache
def parts_of(document: Document) -> Parts:
    """The parts of a document's number; empty and zeros where it has none."""
    match = _NUMBER.fullmatch(document.number)
    return Parts(match["prefix"], int(match["year"] or 0), int(match["number"])) if match else Parts("", 0, 0)


@cache
def keys_of(document: Document) -> tuple[str, ...]:
    """Its titles as ``title_key`` gives them."""
    return tuple(title_key(title) for title in document.titles)


@lru_cache(maxsize=256)
def title_key(title: str) -> str:
    """The form in which titles are compared: without white space and marks of quotation, brackets in full width."""
    return _SPACE.sub("", title).translate(_MARKS).replace("(", "（").replace(")", "）")


class Library:
    """The documents by title and by number."""

    __slots__ = ("_by_number", "_by_title", "documents", "prefixes")

    def __init__(self, documents: tuple[Document, ...]) -> None:
        self.documents = documents
        self._by_title: dict[str, list[Document]] = {}
        self._by_number: dict[tuple[int, int], list[Document]] = {}
        for one in documents:
            parts = parts_of(one)
            self._by_number.setdefault((parts.year, parts.number), []).append(one)
            for key in keys_of(one):
                self._by_title.setdefault(key, []).append(one)
        self.prefixes = tuple({parts_of(one).prefix for one in documents if parts_of(one).year})

    def titled(self, title: str) -> list[Document]:
        """The documents that have this title."""
        return self._by_title.get(title_key(title), []) if title else []

    def numbered(self, year: int, number: int) -> list[Document]:
        """The documents with this year and number, whatever their prefix."""
        return self._by_number.get((year, number), [])

    def successor(self, document: Document, year: int) -> Document | None:
        """The document of the same subject that a report on ``year`` has to cite."""
        for one in self.documents:
            if one.subject == document.subject and one is not document and one.holds_for(year):
                return one
        return None


@cache
def library(more: tuple[Document, ...]) -> Library:
    """The documents of the data file and ``more``."""
    return Library((*DOCUMENTS.entries(), *more))
