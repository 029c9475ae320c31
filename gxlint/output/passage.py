"""The line a finding stands in, with its place marked in the line itself.

A row of carets under the line never lines up below Chinese text: quotation marks, dashes and dots are one or two cells
wide, as the font has it.
"""

from __future__ import annotations

from gxlint.output.told import ToldFinding
from gxlint.output.words import COLORS, painted, visible

AROUND = 24
"""How many characters of the line are shown on either side of the place."""

LONGEST = 60
"""How many characters of the place itself are shown."""

_MARKS = ("⟦", "⟧")
_PLAIN_MARKS = ("[[", "]]")
_GAP = "……"


def passage(finding: ToldFinding, *, color: bool = False, unicode: bool = True) -> str:
    """The line with the place between ``⟦`` and ``⟧``, shortened around it. A place that goes on in later lines is
    marked to the end of the first one."""
    start, end = finding.place.start, finding.place.end
    line = finding.line
    first = start.column - 1
    last = end.column - 1 if end.row == start.row else len(line)
    opening, closing = _MARKS if unicode else _PLAIN_MARKS
    marked = opening + _marked(line[first:last]) + (_GAP if end.row > start.row else "") + closing
    code = f"1;7;{COLORS[finding.severity]}"
    return _before(line[:first]) + painted(marked, code, color=color) + _behind(line[last:])


def _before(text: str) -> str:
    text = text.lstrip(" \t\u3000\xa0")
    if len(text) > AROUND:
        text = _GAP + text[-AROUND:]
    return visible(text)


def _behind(text: str) -> str:
    text = text.rstrip()
    if len(text) > AROUND:
        text = text[:AROUND] + _GAP
    return visible(text)


def _marked(text: str) -> str:
    if text.isspace():  # What cannot be seen is named, but for the ordinary space.
        return "".join(one if one == " " else f"<U+{ord(one):04X}>" for one in _middle(text))
    return visible(_middle(text))


def _middle(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST // 2] + _GAP + text[-LONGEST // 2 :]
