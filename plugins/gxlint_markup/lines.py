"""Whole lines of a text: what a fix has to take away so that no empty line stays behind."""

from __future__ import annotations

from gxlint import Span


def whole_lines(text: str, start: int, end: int) -> Span:
    """The lines that ``text[start:end]`` stands on, the last one with its line end."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    last = end
    while last < len(text) and text[last] not in "\r\n":
        last += 1
    return Span(first, last + len(line_end_at(text, last)))


def line_end_at(text: str, at: int) -> str:
    """The line end that begins at ``at``; empty at the end of the text."""
    return "\r\n" if text.startswith("\r\n", at) else text[at : at + 1]


def without_its_line(text: str, start: int, end: int) -> Span:
    """What to delete to be rid of ``text[start:end]``: the whole line where nothing else stands on it, else just that.

    A line that begins with a tab is a cell of a table and stays, empty: it holds its column.
    """
    first, last = start, end
    while first and text[first - 1].isspace() and text[first - 1] not in "\t\r\n":
        first -= 1
    while last < len(text) and text[last].isspace() and text[last] not in "\t\r\n":
        last += 1
    alone = (first == 0 or text[first - 1] in "\r\n") and (last == len(text) or text[last] in "\r\n")
    return Span(first, last + len(line_end_at(text, last))) if alone else Span(start, end)
