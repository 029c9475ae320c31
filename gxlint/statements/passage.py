"""Prose as it is read: the lines of one paragraph put together, without white space, every place mapped back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from gxlint.report import Paragraph, Report
from gxlint.statements.model import Passage
from gxlint.text import INVISIBLE

_DROPPED = re.compile(rf"\[bookmark: [^\]\r\n]{{0,80}}\]|\*\*|[\s{INVISIBLE}]+")
_ITEM = re.compile(
    r"[#*\s]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]{1,2}[，、]"
    r"|[一二三四五六七八九十]是|[-•●·])"
)
_ENDED = frozenset("。！？；：!?;:")
_INTRODUCES = tuple("：；:;")
_STOPS = re.compile(r"[。；：，]")
_BETWEEN = re.compile(r"[\s\xa0]*(?:[-—–－]+ *\d+ *[-—–－]+[\s\xa0]*)?")
_SHORTEST_WRAPPED_LINE = 18
_LONGEST_ITEM_HEADING = 30
_SURELY_WRAPPED = 3
_MISSING = 5
"""So many columns may be missing to a full line: no line begins with a mark, and no number is torn."""
_LAST_HALF_WIDTH = "\u2e7f"
_FOLD = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))} | {
    ord("％"): "%",
    ord("．"): ".",
    ord(";"): "；",
    ord(":"): "：",
    ord("("): "（",
    ord(")"): "）",
}
_COMMA = re.compile(r",(?!\d{3}(?!\d))")


def passages(report: Report) -> Iterator[Passage]:
    """The paragraphs of a report's prose, in order; lines that a converter wrapped are put together again.

    Headings of parts and the title are no prose; the heading of an item is a passage of its own where it stands on a
    line of its own.
    """
    bounds = sorted((section.heading.start, section.key) for section in report.sections)
    firsts = [start for start, _ in bounds]
    section = heading = ""
    for lines in _paragraphs(report):
        at = bisect_right(firsts, lines[0].start)
        here = bounds[at - 1][1] if at else ""
        if here != section:
            section, heading = here, ""
        text, starts, places = _joined(lines)
        if not text:
            continue
        heading = _heading_in(text) or heading
        yield Passage(text, section, heading, starts, places)


def _heading_in(text: str) -> str:
    """The heading with which a paragraph begins: the words behind an item's number, up to the first mark."""
    if _ITEM.match(text) is None:
        return ""
    stop = _STOPS.search(text)
    words = text[: stop.start()] if stop else text
    return words if len(words) <= _LONGEST_ITEM_HEADING else ""


def _paragraphs(report: Report) -> Iterator[list[Paragraph]]:
    prose = list(report.prose())
    width = _width_of_page(prose)
    lines: list[Paragraph] = []
    for line in prose:
        if lines and not _goes_on(report.text, lines[-1], line, width):
            yield lines
            lines = []
        lines.append(line)
    if lines:
        yield lines


def _width_of_page(prose: Sequence[Paragraph]) -> int:
    """How wide the lines of a wrapped text are, in columns of half a character; 0 where it is not wrapped: fewer than
    three lines break off."""
    widths = [_width(line.text) for line in prose if _breaks_off(line.text.strip())]
    return max(widths) if len(widths) >= _SURELY_WRAPPED else 0


def _breaks_off(printed: str) -> bool:
    return len(printed) >= _SHORTEST_WRAPPED_LINE and printed[-1] not in _ENDED


def _width(text: str) -> int:
    return sum(2 if character > _LAST_HALF_WIDTH else 1 for character in text.rstrip())


def _goes_on(text: str, line: Paragraph, following: Paragraph, width: int) -> bool:
    """Whether a line was wrapped by a converter, so that the next one goes on with its sentence. A full line may end in
    a colon by chance; a short one introduces what follows."""
    printed = line.text.strip()
    full = width > 0 and printed[-1:] in _INTRODUCES and width - _MISSING <= _width(line.text) <= width
    if not (_breaks_off(printed) or full) or not following.text.strip():
        return False
    between = text[line.end : following.start]
    if between.count("\n") > 1 and _BETWEEN.fullmatch(between) and not any(mark in between for mark in "-—–－"):
        return False
    if _BETWEEN.fullmatch(between) is None or _ITEM.match(following.text):
        return False
    # The heading of an item on its own line.
    return not (_ITEM.match(printed) and _STOPS.search(printed) is None and len(printed) <= _LONGEST_ITEM_HEADING)


def _joined(lines: Sequence[Paragraph]) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """The text of some lines as one, and where its runs begin in it and in the report."""
    pieces: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    length = 0

    def add(piece: str, place: int) -> None:
        nonlocal length
        if not piece:
            return
        if pieces and piece[0].isdigit() and pieces[-1][-1].isdigit():
            pieces.append(" ")
            starts.append(length)
            places.append(place - 1)
            length += 1
        pieces.append(piece)
        starts.append(length)
        places.append(place)
        length += len(piece)

    for line in lines:
        done = 0
        for match in _DROPPED.finditer(line.text):
            add(line.text[done : match.start()], line.start + done)
            done = match.end()
        add(line.text[done:], line.start + done)
    text = "".join(pieces).translate(_FOLD)
    return (_COMMA.sub("，", text) if "," in text else text), tuple(starts), tuple(places)
