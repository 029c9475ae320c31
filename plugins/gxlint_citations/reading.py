"""Reading citations: titles between 《 and 》, document numbers, and which of them belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from gxlint import Span

_TITLE = re.compile(r"《[^《》]{0,160}(?:《[^《》]{1,100}》[^《》]{0,100}){0,2}》")
_NUMBER = re.compile(
    r"(?P<open>[〔【［\[（(﹝{])\s?(?P<year>(?:19|20)\d\d)\s?(?P<close>[〕】］\]）)﹞}])\s{0,2}(?:第\s?)?(?P<number>\d{1,4})\s?号"
)
_ORDER = re.compile(r"国(?:务院)?令\s{0,2}[（(〔]?第?\s{0,3}(?P<number>\d{3})\s?号")
_NAME_BEFORE = re.compile(r"[\u4e00-\u9fff]+\Z")
_WORDS_BEFORE = re.compile(r"^.*(?:按照|根据|依据|依照|落实|贯彻|执行|印发|和|与|及|的|据|照)")
_BETWEEN = re.compile(r"\s*[（(\[〔]?\s*(?:文号[：:]?)?\s*")
_LONGEST_PREFIX = 10
_REACH = 30
_ENDS = "。！？"


@dataclass(frozen=True, slots=True)
class Number:
    """A document number as printed. ``prefix`` is what stands in front of the brackets, as far as it can be told;
    ``year`` is 0 for an order of the State Council, which has none. ``brackets`` are the two marks around the year."""

    prefix: str
    year: int
    number: int
    brackets: str
    span: Span
    opened: int
    closed: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A title, a number, or a title with its number behind it. ``title`` lacks the marks around it."""

    title: str
    title_span: Span | None
    number: Number | None

    @property
    def span(self) -> Span:
        """Title and number."""
        spans = [one for one in (self.title_span, self.number.span if self.number else None) if one is not None]
        return Span(min(one.start for one in spans), max(one.end for one in spans))


@lru_cache(maxsize=4)
def citations(text: str) -> tuple[Citation, ...]:
    """Every citation in a text, in order."""
    titles = [match.span() for match in _TITLE.finditer(text)] if "《" in text else []
    found: list[Citation] = []
    numbers = _numbers(text)
    taken = set()
    for start, end in titles:
        between = _BETWEEN.match(text, end)
        at = between.end() if between else end
        number = next((one for one in numbers if end <= one.span.start <= at), None)
        if number is not None:
            taken.add(number.span)
        found.append(Citation(text[start + 1 : end - 1], Span(start, end), number))
    found += [Citation("", None, number) for number in numbers if number.span not in taken]
    return tuple(sorted(found, key=lambda one: one.span))


def sentence_at(text: str, span: Span) -> str:
    """The sentence a place stands in, without white space."""
    start = max(text.rfind(mark, 0, span.start) for mark in _ENDS) + 1
    ends = [at for mark in _ENDS if (at := text.find(mark, span.end)) >= 0]
    return "".join(text[start : min(ends, default=len(text))].split())


def _numbers(text: str) -> list[Number]:
    if "号" not in text:
        return []
    found = []
    for match in _NUMBER.finditer(text):
        prefix, start = _prefix(text, match.start())
        found.append(
            Number(
                prefix,
                int(match["year"]),
                int(match["number"]),
                match["open"] + match["close"],
                Span(start, match.end()),
                match.start("open"),
                match.start("close"),
            )
        )
    for match in _ORDER.finditer(text):
        span = Span(*match.span())
        found.append(Number("国务院令", 0, int(match["number"]), "", span, span.start, span.start))
    return sorted(found, key=lambda one: one.span)


def _prefix(text: str, end: int) -> tuple[str, int]:
    """The Chinese characters in front of the brackets that may be the prefix, and where they begin. A line break may
    stand inside."""
    head = text[max(0, end - _REACH) : end]
    match = _NAME_BEFORE.search("".join(head.split()))
    words = match[0] if match else ""
    introduced = _WORDS_BEFORE.match(words)
    if introduced and introduced.end() < len(words):
        words = words[introduced.end() :]
    words = words[-_LONGEST_PREFIX:]
    at, left = end, len(words)
    while left:
        at -= 1
        left -= not text[at].isspace()
    return words, at
