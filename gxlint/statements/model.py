"""What a statement is: how many of what, for whom, in which period."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gxlint.text import Span

Topic = Literal[
    "received",
    "new",
    "carried_in",
    "answered",
    "carried_out",
    "granted",
    "partial",
    "denied",
    "unavailable",
    "unprocessed",
    "other_result",
    "review",
    "review.upheld",
    "review.corrected",
    "review.other",
    "review.pending",
    "lawsuit",
    "lawsuit.direct",
    "lawsuit.after_review",
    "lawsuit.upheld",
    "lawsuit.corrected",
    "lawsuit.other",
    "lawsuit.pending",
    "regulation.issued",
    "regulation.repealed",
    "regulation.in_force",
    "normative.issued",
    "normative.repealed",
    "normative.in_force",
    "fee",
]
"""What is counted. ``received``: requests received, be it this year's alone or with those carried in; ``new``: this
year's alone; ``answered``: all that were settled; ``other_result`` the row 其他处理; ``fee``: fees for requests, in
元."""

OUTCOMES: tuple[Topic, ...] = ("granted", "partial", "denied", "unavailable", "unprocessed", "other_result")
"""The six results of a request, in the order of the form."""

Holder = Literal["organ", "subordinate", "several", "unsure"]
"""For whom something is counted: the organ that reports, or all it reports for; one unit below or beside it; several
units together; words that were not understood."""

Period = Literal["year", "last", "other"]
"""In which time: the year reported on, the year before, any other time."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as a reader takes it in.

    ``text`` has no white space, no conversion marks, figures in half width and the marks of a sentence in full width;
    where white space parts two digits one blank is left, for nobody knows whether they are one number. ``section`` is
    the key of the part it stands in, empty in front of the first; ``heading`` the words of the item it stands under
    (``（二）依申请公开``), empty where there are none.
    """

    text: str
    section: str
    heading: str
    starts: tuple[int, ...]
    places: tuple[int, ...]
    """Where each unbroken run of characters begins: in ``text``, and in the text of the report."""

    def place(self, at: int) -> int:
        """The offset in the report's text of the character at ``at`` of this passage's text."""
        run = bisect_right(self.starts, at) - 1
        return self.places[run] + at - self.starts[run]

    def span(self, start: int, end: int) -> Span:
        """The range in the report's text of a range of this passage's text, which is not empty."""
        return Span(self.place(start), self.place(end - 1) + 1)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. ``value`` is exact as printed, money in 元; ``exact`` is False for 余, 约, 多 and for
    round numbers such as 1.2万. ``unit`` is 件, 条, %, 元 …; ``start`` and ``end`` are its place in the text read."""

    value: int | Decimal
    unit: str
    exact: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A quantity in a sentence, and what is known of it.

    ``topics`` is what is counted; with more than one the quantity is their sum (予以公开和部分公开3件); empty where it
    is not known. ``narrowed``: words limit it to a part (a reason, a channel, a kind of applicant). ``denied``: the
    sentence says that there was none (未收到). ``every``: it says so of all it named before (均获维持).
    ``lead`` are the words between the quantity before and this one, marks included; ``phrase`` those that name what is
    counted. ``depth`` counts the brackets around it. ``span`` is the place of the quantity, or of the words that deny.
    """

    quantity: Quantity
    topics: tuple[Topic, ...]
    holder: Holder
    period: Period
    narrowed: bool
    lead: str
    phrase: str
    depth: int
    span: Span
    denied: bool = False
    every: bool = False

    @property
    def comparable(self) -> bool:
        """Whether it speaks beyond doubt of the whole year and the whole organ, and with an exact figure."""
        return (
            bool(self.topics)
            and self.quantity.exact
            and self.holder == "organ"
            and self.period == "year"
            and not self.narrowed
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage with its statements, in order. ``start`` and ``end`` are its place in the passage."""

    passage: Passage
    start: int
    end: int
    statements: tuple[Statement, ...]

    @property
    def text(self) -> str:
        """The sentence without white space."""
        return self.passage.text[self.start : self.end]
