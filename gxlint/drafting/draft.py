"""What a draft is, and the lines of a text around the place it goes to."""

from __future__ import annotations

from dataclasses import dataclass

from gxlint.text import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """Text for a document: it replaces what stands at ``span``; an empty span inserts. Line ends are ``\\n``."""

    span: Span
    text: str


def line_start(text: str, offset: int) -> int:
    """Where the line of ``offset`` begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of ``offset`` ends, in front of its line end."""
    ends = [end for mark in "\r\n" if (end := text.find(mark, offset)) >= 0]
    return min(ends, default=len(text))


def after_line(text: str, offset: int) -> int:
    """Where the line behind that of ``offset`` begins; the end of the text where there is none."""
    end = line_end(text, offset)
    return end + (2 if text.startswith("\r\n", end) else 1 if end < len(text) else 0)


def blank_before(text: str, offset: int) -> bool:
    """Whether the line in front of the line that begins at ``offset`` is empty, or there is none."""
    return not line_before(text, offset)[1].strip()


def line_before(text: str, offset: int) -> tuple[int, str]:
    """Where the line in front of the line that begins at ``offset`` begins, and what it says; the empty line at 0 where
    there is none."""
    if not offset:
        return 0, ""
    last = offset - (2 if text.endswith("\r\n", 0, offset) else 1)
    start = line_start(text, last)
    return start, text[start:last]
