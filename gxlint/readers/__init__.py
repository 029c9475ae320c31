"""Readers: a file type → blocks (paragraphs, tables, page numbers) with their places in the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gxlint.readers.cells import cell_at, figure
from gxlint.readers.plain import read_plain
from gxlint.readers.view import View, ViewWriter
from gxlint.report import Block


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads one type of file.

    ``suffixes`` are the file name endings in lower case (``.txt``). ``blocks`` makes blocks of the text. ``extract``
    makes the text of the bytes where a file is converted; None means that the file is text and the decode ladder of
    ``gxlint.text`` applies, so that fixes can be written back. ``view`` makes the text to be read out of a file's text
    that holds markup too; places are told in the file itself.
    """

    name: str
    suffixes: tuple[str, ...]
    blocks: Callable[[str], tuple[Block, ...]]
    extract: Callable[[bytes], str] | None = None
    view: Callable[[str], View] | None = None


def _html_view(source: str) -> View:
    from gxlint.readers.html import html_view  # The names of all characters are loaded for pages alone.

    return html_view(source)


PLAIN = Reader("plain", (".txt", ".text"), read_plain)
MARKDOWN = Reader("markdown", (".md", ".markdown"), read_plain)
HTML = Reader("html", (".html", ".htm", ".shtml"), read_plain, view=_html_view)


def bundled_readers() -> tuple[Reader, ...]:
    """The readers that gxlint brings along."""
    return (PLAIN, MARKDOWN, HTML)


__all__ = [
    "HTML",
    "MARKDOWN",
    "PLAIN",
    "Reader",
    "View",
    "ViewWriter",
    "bundled_readers",
    "cell_at",
    "figure",
    "read_plain",
]
