"""From the characters of a cell to a Cell: what is printed, where, and which figure it is."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from gxlint.report import Cell
from gxlint.text import INVISIBLE, MARKUP_TOKEN

_LONGEST_FIGURE = 18
_UNSEEN = "[" + INVISIBLE
_FIGURE = re.compile(r"(-?\d{1,18})(\.\d{1,12})?")
_WIDE = {ord("．"): ".", ord("－"): "-", ord("−"): "-"} | {ord("０") + digit: str(digit) for digit in range(10)}


@lru_cache(maxsize=8192)
def figure(printed: str) -> int | Decimal | None:
    """The figure a cell shows: ``int`` without a decimal point, ``Decimal`` with its printed precision otherwise, None
    when it is anything but a plain figure.

    Full-width digits, white space around the figure and invisible conversion marks inside it do not change the figure;
    signs, units, separators and Chinese numerals make it text.
    """
    match = _FIGURE.fullmatch(MARKUP_TOKEN.sub("", printed).strip().translate(_WIDE))
    if match is None or not match[1].isascii():
        return None
    return Decimal(match[0]) if match[2] else int(match[1])


def cell_at(text: str, start: int, end: int) -> Cell:
    """The cell whose content is ``text[start:end]``, white space around it left out. One that holds nothing but marks
    of conversion, which nobody sees, is blank."""
    raw = text[start:end]
    if raw.isdigit() and raw.isascii() and len(raw) <= _LONGEST_FIGURE:
        return Cell(start, end, raw, int(raw))
    printed = raw.strip()
    if not printed or (printed[0] in _UNSEEN and not MARKUP_TOKEN.sub("", printed).strip()):
        return Cell(start, start, "")
    start += len(raw) - len(raw.lstrip())
    return Cell(start, start + len(printed), printed, figure(printed))
