"""From rows as they were read to rows with a label: which cell names the row, and which cells are for figures.

The rows of all tables of a report are read as one stream. A row's label is found by what it says, not by its position,
so that merged cells, wrapped labels, rows broken by empty paragraphs and tables without any cell marks all come out
alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gxlint.forms.naming import cells_of, joined, named_rows, table_of_headers
from gxlint.forms.vocabulary import LabelMatch, LabelUse, Vocabulary
from gxlint.report import Cell, Row
from gxlint.text import fold

_PLACEHOLDER = re.compile(
    r"[-—–/／\\_＿.．·*＊]{1,6}|无|空|零|[oO○〇Ｏ]|[约增减加＋+－-]?\s*\d[\d,，.．\s]*\s*[%％]?"
    r"(?:万?元|亿元|万|件|个|项|条|次|部|宗|起|份|人|余)*"
)
_LONGEST_PLACEHOLDER = 40
_PIECE = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class StreamRow:
    """A row of the stream. ``label`` names it, ``match`` is what the label says (None: nothing the forms know),
    ``others`` are the other label cells in front, each with its match, ``values`` the cells for figures."""

    label: Cell | None
    match: LabelMatch | None
    others: tuple[tuple[Cell, LabelMatch | None], ...]
    values: tuple[Cell, ...]
    source: Row
    loose: bool = False

    @property
    def row_use(self) -> LabelUse | None:
        """The row of the forms that the label names, None where it names no row."""
        return self.match.use("row") if self.match else None


def stream_of(rows: Iterable[Row], words: Vocabulary) -> Iterator[StreamRow]:
    """The labelled rows of these rows, in order. ``loose`` rows are put together until a figure is followed by text."""
    pending: list[Row] = []
    for row in rows:
        if row.loose:
            pending.append(row)
            continue
        if pending:
            yield from _loose_rows(pending, words)
            pending = []
        yield from _marked_rows(row, words)
    yield from _loose_rows(pending, words)


def is_value(cell: Cell) -> bool:
    """Whether a cell stands for a figure, even if it is none: ``/``, ``无``, ``251000元``."""
    return cell.value is not None or (bool(cell.text) and stands_for_figure(cell.text))


def stands_for_figure(text: str) -> bool:
    """Whether a text says a figure in a way of its own, or that there is none."""
    return len(text) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(text) is not None


def _marked_rows(row: Row, words: Vocabulary) -> Iterator[StreamRow]:
    cells = row.cells
    matches = [words.look(cell.text) if cell.text and cell.value is None else None for cell in cells]
    starts = _row_starts(cells, matches)
    if not starts:
        yield from _unlabelled(row, cells, matches, words)
        return
    begin = 0
    for number, at in enumerate(starts):
        end = _group_start(cells, matches, at, starts[number + 1]) if number + 1 < len(starts) else len(cells)
        others = tuple((cells[i], matches[i]) for i in range(begin, at) if cells[i].text)
        yield StreamRow(cells[at], matches[at], others, cells[at + 1 : end], row)
        begin = end


def _row_starts(cells: Sequence[Cell], matches: Sequence[LabelMatch | None]) -> list[int]:
    """The cells that name a row: the last such cell in front of figures, once more behind every run of figures."""
    starts: list[int] = []
    fresh = True
    for index, match in enumerate(matches):
        if match is not None and match.use("row") is not None:
            if fresh and starts and not _values_between(cells, starts[-1], index):
                starts[-1] = index
            else:
                starts.append(index)
            fresh = True
    return starts


def _values_between(cells: Sequence[Cell], low: int, high: int) -> bool:
    return any(is_value(cell) for cell in cells[low + 1 : high])


def _group_start(cells: Sequence[Cell], matches: Sequence[LabelMatch | None], low: int, high: int) -> int:
    """Where what stands in front of the row label at ``high`` begins: labels that are known, and as many other cells
    as the form has merged cells there."""
    match = matches[high]
    use = match.use("row") if match else None
    merged = use.depth if use else 0
    at = high
    while at - 1 > low and not is_value(cells[at - 1]) and (merged or matches[at - 1] is not None):
        at -= 1
        merged = max(0, merged - 1)
    return at


def _unlabelled(
    row: Row, cells: tuple[Cell, ...], matches: Sequence[LabelMatch | None], words: Vocabulary
) -> Iterator[StreamRow]:
    """A row none of whose cells names a row of the forms: a header, a caption, a row the form has not, or figures."""
    labels = _labels_in_front(cells)
    headers = sum(match is not None and match.use("column") is not None for match in matches)
    has_figures = bool(labels) and any(cell.value is not None for cell in cells)
    if has_figures and headers > 1 and len(labels) > 1 and matches[labels[-1]] is None:
        # A header with the first row behind it, the label of which is misspelt.
        yield from _unlabelled(row, cells[: labels[-1]], matches[: labels[-1]], words)
        yield StreamRow(cells[labels[-1]], None, (), cells[labels[-1] + 1 :], row, row.loose)
    elif any(match is not None for match in matches) and not (has_figures and headers < 2):
        others = tuple(
            (cell, match)
            for index, (cell, match) in enumerate(zip(cells, matches, strict=True))
            if cell.text or len(cells) <= 3 or not index
        )
        yield StreamRow(None, None, others, _behind_headers(cells, words), row, row.loose)
    elif not labels:
        yield StreamRow(None, None, (), cells, row, row.loose)
    else:
        at = labels[-1]
        others = tuple((cells[i], matches[i]) for i in labels[:-1])
        yield StreamRow(cells[at], matches[at], others, cells[at + 1 :], row, row.loose)


def _behind_headers(cells: tuple[Cell, ...], words: Vocabulary) -> tuple[Cell, ...]:
    """The figures in a row of headers: a whole row without a label that stands behind them, blanks included, else
    whatever figure is among them."""
    last = max((index for index, cell in enumerate(cells) if cell.text and not is_value(cell)), default=-1)
    behind = cells[last + 1 :]
    while len(behind) > 1 and not behind[-1].text and len(behind) not in words.unlabelled:
        behind = behind[:-1]
    return behind if len(behind) in words.unlabelled else tuple(cell for cell in cells if cell.value is not None)


def _labels_in_front(cells: Sequence[Cell]) -> list[int]:
    """The cells with text in front of the first one that stands for a figure."""
    first = next((index for index, cell in enumerate(cells) if is_value(cell)), len(cells))
    return [index for index in range(first) if cells[index].text]


def _loose_rows(rows: Sequence[Row], words: Vocabulary) -> Iterator[StreamRow]:
    texts: list[Cell] = []
    values: list[Cell] = []
    whole_line = False
    for row in rows:
        if whole_line and len(row.cells) == 1 and is_value(row.cells[0]):
            # A figure alone below a line that is a whole row belongs to no row: the number of a page.
            yield from _loose_row(texts, values, words)
            yield StreamRow(None, None, (), row.cells, row, loose=True)
            texts, values, whole_line = [], [], False
            continue
        before = len(values)
        for cell in row.cells:
            if is_value(cell):
                values.append(cell)
                continue
            if values:
                yield from _loose_row(texts, values, words)
                texts, values, before = [], [], 0
            texts.append(cell)
        whole_line = not before and len(values) in words.widths
    if texts or values:
        yield from _loose_row(texts, values, words)


def _loose_row(texts: list[Cell], values: list[Cell], words: Vocabulary) -> Iterator[StreamRow]:
    """The rows said by these texts: the last one has the values, rows named before it have none."""
    row = Row((*texts, *values), loose=True)
    pieces, found = named_rows(texts, words)
    begun = 0
    for number, (begin, end, match) in enumerate(found):
        first, last = cells_of(pieces, begin, end)
        others = tuple(_looked_up(pieces[begun:first], words))
        own = tuple(values) if number == len(found) - 1 else ()
        yield StreamRow(joined(pieces[first : last + 1]), match, others, own, row, loose=True)
        begun = last + 1
    if found:
        return
    others = tuple(_looked_up(texts, words))
    said = "".join(fold(cell.text) for cell in texts)
    nearest = others[-1][1] if others else None
    names_row = nearest is not None and nearest.use("row") is not None
    if values and texts and (names_row or (nearest is None and table_of_headers(said, words) is None)):
        yield StreamRow(texts[-1], nearest, others[:-1], tuple(values), row, loose=True)
    else:
        yield StreamRow(None, None, others, tuple(values), row, loose=True)


def _looked_up(cells: Iterable[Cell], words: Vocabulary) -> Iterator[tuple[Cell, LabelMatch | None]]:
    """These cells with what they say; a line of several labels that are set apart by single blanks as several cells,
    known or not where any of them is."""
    for cell in cells:
        match = words.look(cell.text)
        found = list(_PIECE.finditer(cell.text)) if match is None else []
        matches = [words.look(piece[0]) for piece in found]
        if len(found) > 1 and any(matches):
            for piece, said in zip(found, matches, strict=True):
                yield Cell(cell.start + piece.start(), cell.start + piece.end(), piece[0]), said
        else:
            yield cell, match
