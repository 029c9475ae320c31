"""The text of a report: decoding, spans, and lines with their columns.

Offsets everywhere in gxlint are counted in Unicode code points from the start of the report's text.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Unit = Literal["utf-8", "utf-16", "utf-32"]
"""What a column counts: bytes of UTF-8, code units of UTF-16, or code points."""

_LINE_END = re.compile(r"\r\n|\n|\r")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class DecodeError(ValueError):
    """The bytes of a file are no text in the encoding they seem to be in.

    ``offset`` is the first bad byte (from 0), ``row`` its line (from 1), ``encoding`` what was tried.
    """

    def __init__(self, encoding: str, offset: int, row: int, reason: str) -> None:
        super().__init__(f"{encoding}: byte {offset} (row {row}): {reason}")
        self.encoding = encoding
        self.offset = offset
        self.row = row
        self.reason = reason


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points ``[start, end)`` in the report's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: object) -> bool:
        return isinstance(offset, int) and self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point, or an empty one lies strictly inside the other."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same range in a text that has ``by`` code points more in front."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Location:
    """A place for people and machine formats: row and column, both from 1."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text with what is needed to write it back byte for byte."""

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""

    def encode(self, text: str | None = None) -> bytes:
        """The bytes of ``text`` (default: the text as read) in this file's encoding, with its BOM.

        Raises UnicodeEncodeError where the encoding has no bytes for a character.
        """
        return self.bom + (self.text if text is None else text).encode(self.encoding)


def decode(data: bytes, encoding: str | None = None) -> Source:
    """Decode a file: BOM, then strict UTF-8, then strict GB18030; ``encoding`` overrides the ladder.

    A file most of whose characters are good UTF-8 is a damaged UTF-8 file, never GB18030: reading it as GB18030 would
    turn every character into another one. Raises DecodeError at the first bad byte, LookupError for an unknown
    encoding name. Line ends are kept as they are.
    """
    for bom, name in _BOMS:
        if data.startswith(bom) and (encoding is None or codecs.lookup(encoding) == codecs.lookup(name)):
            return Source(_strict(data[len(bom) :], name, len(bom)), name, bom)
    if encoding is not None:
        return Source(_strict(data, encoding), codecs.lookup(encoding).name)
    try:
        return Source(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _almost_utf8(data):
            raise _decode_error(error, data, "utf-8") from None
    return Source(_strict(data, "gb18030"), "gb18030")


def _strict(data: bytes, encoding: str, skipped: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _decode_error(error, data, encoding, skipped) from None


def _decode_error(error: UnicodeDecodeError, data: bytes, encoding: str, skipped: int = 0) -> DecodeError:
    before = data[: error.start].decode(encoding, "replace")
    return DecodeError(encoding, error.start + skipped, len(_LINE_END.findall(before)) + 1, error.reason)


def _almost_utf8(data: bytes) -> bool:
    read = data.decode("utf-8", "replace")
    bad = read.count("�") - data.count("�".encode())
    good = sum(character > "\x7f" for character in read) - bad
    return good > bad


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Rows and columns of a text. Lines end at ``\\n``, ``\\r\\n`` and ``\\r`` and nowhere else, as in every editor:
    form feed, U+2028 and U+0085 stay inside their line."""

    text: str
    starts: tuple[int, ...]
    """The offset at which each line begins; the first is 0."""

    @classmethod
    def of(cls, text: str) -> LineIndex:
        """The index of ``text``, in one pass."""
        return cls(text, (0, *(match.end() for match in _LINE_END.finditer(text))))

    def row(self, offset: int) -> int:
        """The line of ``offset``, from 0."""
        return bisect_right(self.starts, offset) - 1

    def line_span(self, row: int) -> Span:
        """The range of a line (from 0) without its line end."""
        start = self.starts[row]
        end = self.starts[row + 1] if row + 1 < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def line(self, row: int) -> str:
        """The text of a line (from 0) without its line end."""
        span = self.line_span(row)
        return self.text[span.start : span.end]

    def position(self, offset: int, unit: Unit = "utf-32") -> tuple[int, int]:
        """Row and column of an offset, both from 0, the column counted in ``unit``."""
        row = self.row(offset)
        return row, width(self.text[self.starts[row] : offset], unit)

    def location(self, offset: int) -> Location:
        """Row and column of an offset, both from 1, the column counted in code points."""
        row, column = self.position(offset)
        return Location(row + 1, column + 1)

    def offset(self, row: int, column: int, unit: Unit = "utf-32") -> int:
        """The offset of a row and a column, both from 0.

        A column past the end of its line means the end of the line, a row past the last one the end of the text, and
        a column inside a character the start of that character, as the language server protocol asks.
        """
        if row >= len(self.starts):
            return len(self.text)
        span = self.line_span(row)
        if unit == "utf-32":
            return min(span.start + column, span.end)
        line = self.text[span.start : span.end]
        low, high = 0, len(line)
        while low < high:
            middle = (low + high + 1) // 2
            if width(line[:middle], unit) <= column:
                low = middle
            else:
                high = middle - 1
        return span.start + low


def width(text: str, unit: Unit) -> int:
    """The length of ``text`` counted in ``unit``."""
    if unit == "utf-32" or text.isascii():
        return len(text)
    if unit == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
"""Characters without width that conversion and copying leave in a text."""

MARKUP_TOKEN = re.compile(rf"\[bookmark: [^\]\r\n]{{0,80}}\]|[{INVISIBLE}]")
"""What conversion leaves inside words and numbers and nobody sees on the page: such a token never changes what a label
or a figure says."""

_IGNORED = re.compile(rf"\[bookmark: [^\]\r\n]{{0,80}}\]|<br ?/?>|[\s{INVISIBLE}]+")
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord("、"): ".",
    ord("．"): ".",
    ord("“"): '"',
    ord("”"): '"',
    ord("＂"): '"',
    ord("【"): "[",
    ord("】"): "]",
}


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The form in which labels and headings are compared: white space and invisible markup deleted, full and half
    width folded, ``1、其他`` the same as ``1.其他``, every kind of double quotation mark the same."""
    return _IGNORED.sub("", text).translate(_FOLD)
