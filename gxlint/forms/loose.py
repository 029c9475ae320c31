"""Finding the tables that carry no cell marks: lines of labels and figures that a converter wrote one below the other.

A line belongs to such a table when all of it is figures, a piece of official labels, or a piece of a label with
figures behind it. A run of such lines is a table only when an official label anchors it and it holds figures, so that
prose is never taken for a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gxlint.forms.stream import stands_for_figure
from gxlint.forms.vocabulary import Vocabulary
from gxlint.readers import cell_at
from gxlint.report import Block, Cell, PageNumber, Paragraph, Row, Table
from gxlint.text import MARKUP_TOKEN, fold

_FIGURES_BEHIND = re.compile(
    r"(?<=[\s\xa0\u3000])[-−]?[\d０-９][\d０-９.,\0]*(?=[\s\xa0\u3000]|$)"
    r"|^[-−]?[\d０-９][\d０-９.,\0]*(?=[\s\xa0\u3000]|$)"
)
_INSIDE = re.compile(rf"(?<=[^\s\]])(?:{MARKUP_TOKEN.pattern})+(?=[^\s])")
_WIDE_GAP = re.compile(r"[ \t\xa0\u3000]{2,}")
_GAP = re.compile(r"[\s\xa0\u3000]+")
_FIGURE = r"[-−]?[\d０-９][\d０-９.,\0]*"
_FIGURE_LINE = re.compile(rf"\s*{_FIGURE}(?:\s+{_FIGURE})*\s*")
_LONGEST_LABEL_LINE = 60
_LONGEST_STRANGER = 14
"""A line of an unknown label inside a table is short; prose is not."""


def with_loose_tables(blocks: Sequence[Block], headings: set[int], words: Vocabulary) -> list[Block]:
    """The blocks with every run of unmarked table lines made a Table of loose rows.

    ``headings`` are the offsets of the lines that are headings or title: they end a table.
    """
    result: list[Block] = []
    run: list[Block] = []
    for block in blocks:
        if isinstance(block, PageNumber) or (
            isinstance(block, Paragraph) and block.start not in headings and _may_belong(block.text, words)
        ):
            run.append(block)
        else:
            result.extend(_close(run, words))
            run = []
            result.append(block)
    result.extend(_close(run, words))
    return result


def _may_belong(line: str, words: Vocabulary) -> bool:
    line = _as_seen(line).replace("\0", "")
    if not line.strip():
        return True
    if len(line) > 3 * _LONGEST_LABEL_LINE:
        return False
    return _is_table_line(line, words) or _is_stranger(line)


def _is_table_line(line: str, words: Vocabulary) -> bool:
    if _FIGURE_LINE.fullmatch(line):
        return True
    label = fold(_FIGURES_BEHIND.sub("", line))
    if not label or label in words.pieces:
        return True
    if len(label) > _LONGEST_LABEL_LINE:
        return False
    pieces = [piece for piece in _GAP.split(_FIGURES_BEHIND.sub("", line)) if piece]
    if all(_is_known(piece, words) for piece in pieces):
        return True
    return words.look(line.strip()) is not None or words.nearly_a_piece(label)


def _is_known(piece: str, words: Vocabulary) -> bool:
    folded = fold(piece)
    if folded in words.pieces or stands_for_figure(piece):
        return True
    return words.look(piece) is not None or words.nearly_a_piece(folded)


def _is_stranger(line: str) -> bool:
    """A short line that is no sentence: a misspelt label, or a row the form has not."""
    label = fold(_FIGURES_BEHIND.sub("", line))
    return len(label) <= _LONGEST_STRANGER and not re.search(r"[。；;：:！？?]", label)


def _close(run: Sequence[Block], words: Vocabulary) -> Iterator[Block]:
    """The blocks of a run, its table lines made a table where an official label anchors it and it holds figures."""
    first, last = _bounds(run, words)
    if first is None or last is None:
        yield from run
        return
    yield from run[:first]
    table_run = run[first : last + 1]
    rows = tuple(row for block in table_run if isinstance(block, Paragraph) for row in _row(block))
    if rows:
        yield Table(rows)
    for block in table_run:
        if isinstance(block, PageNumber):
            yield PageNumber(block.start, block.end, inside_table=True)
    yield from run[last + 1 :]


def _bounds(run: Sequence[Block], words: Vocabulary) -> tuple[int | None, int | None]:
    """The first and the last block of the table in a run: from the first official label to the last figure."""
    first: int | None = None
    last: int | None = None
    for index, block in enumerate(run):
        if not isinstance(block, Paragraph) or not block.text.strip():
            continue
        if first is None:
            if _is_anchor(block.text, words):
                first = index
        elif _FIGURES_BEHIND.search(block.text) or stands_for_figure(block.text.strip()):
            last = index
    if first is None or last is None:
        return None, None
    return first, _with_tail(run, last, words)


def _is_anchor(line: str, words: Vocabulary) -> bool:
    """Whether a line holds a whole official label of two characters or more, or nothing but such labels."""
    labels = _FIGURES_BEHIND.sub("", line).strip()
    if any(len(piece) > 1 and words.look(piece) is not None for piece in (labels, *_WIDE_GAP.split(labels))):
        return True
    pieces = _GAP.split(labels)
    return all(len(piece) > 1 and words.look(piece) is not None for piece in pieces)


def _with_tail(run: Sequence[Block], last: int, words: Vocabulary) -> int:
    """The rest of a label or of the note behind the last figure belongs to the table as well."""
    for index in range(last + 1, len(run)):
        block = run[index]
        if not isinstance(block, Paragraph) or not block.text.strip():
            continue
        if len(fold(block.text)) < 2 or not _is_table_line(block.text, words):
            break
        last = index
    return last


def _row(paragraph: Paragraph) -> Iterator[Row]:
    cells = tuple(_cells(paragraph))
    if cells:
        yield Row(cells, loose=True)


def _cells(paragraph: Paragraph) -> Iterator[Cell]:
    """The pieces of a line: figures each on their own, labels cut where a wide gap separates columns."""
    seen = _as_seen(paragraph.text)
    at = 0
    for match in _FIGURES_BEHIND.finditer(seen):
        yield from _labels(paragraph, seen, at, match.start())
        yield _cell(paragraph, *match.span())
        at = match.end()
    yield from _labels(paragraph, seen, at, len(seen))


def _as_seen(line: str) -> str:
    """The line with blanks in place of marks of conversion: they stand beside words and figures as if they were white
    space. One inside a word or a figure is filled up, for nobody sees that it parts them."""
    if MARKUP_TOKEN.search(line) is None:
        return line
    line = _INSIDE.sub(lambda mark: "\0" * len(mark[0]), line)
    return MARKUP_TOKEN.sub(lambda mark: " " * len(mark[0]), line)


def _labels(paragraph: Paragraph, seen: str, begin: int, end: int) -> Iterator[Cell]:
    at = begin
    for gap in _WIDE_GAP.finditer(seen, begin, end):
        yield from _label(paragraph, seen, at, gap.start())
        at = gap.end()
    yield from _label(paragraph, seen, at, end)


def _label(paragraph: Paragraph, seen: str, begin: int, end: int) -> Iterator[Cell]:
    words = seen[begin:end]
    if words.strip():
        begin += len(words) - len(words.lstrip())
        yield _cell(paragraph, begin, begin + len(words.strip()))


def _cell(paragraph: Paragraph, begin: int, end: int) -> Cell:
    cell = cell_at(paragraph.text, begin, end)
    return Cell(cell.start + paragraph.start, cell.end + paragraph.start, cell.text, cell.value)
