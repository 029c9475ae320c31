"""The lines of a text with their offsets, and the lines that are no content at all."""

from __future__ import annotations

import re

from gxlint.text import INVISIBLE, MARKUP_TOKEN

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_PAGE_NUMBER = re.compile(
    r"[-—–－‐]{1,2}[ \t\xa0\u3000]*\d{1,4}[ \t\xa0\u3000]*[-—–－‐]{1,2}"
    r"|第[ \xa0\u3000]*\d{1,4}[ \xa0\u3000]*页(?:[ \xa0\u3000,，/]*共[ \xa0\u3000]*\d{1,4}[ \xa0\u3000]*页)?"
)


def lines_of(text: str) -> list[tuple[int, str]]:
    """Every line of the text without its line end, with the offset at which it begins."""
    lines: list[tuple[int, str]] = []
    start = 0
    if "\r" not in text:
        for line in text.split("\n"):
            lines.append((start, line))
            start += len(line) + 1
        return lines
    for match in _LINE.finditer(text):
        lines.append((match.start(), match[1]))
        if match.end() == len(text):
            break
    return lines


def is_unseen(line: str) -> bool:
    """Whether a line holds nothing but marks of conversion that nobody sees on the page."""
    first = line[0]
    return (first == "[" or first in INVISIBLE) and not MARKUP_TOKEN.sub("", line).strip()


def is_page_number(line: str) -> bool:
    """Whether a line holds the foot of a printed page and nothing else: ``- 1 -``, ``— 1 —``, ``第1页 共5页``.

    ``-8`` is a figure, not a page number.
    """
    stripped = line.strip()
    return 2 < len(stripped) < 24 and _PAGE_NUMBER.fullmatch(stripped) is not None
