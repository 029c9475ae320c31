"""Matching the rows of one table with the rows of its form, in linear time where the labels are right."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gxlint.forms.stream import StreamRow
from gxlint.forms.vocabulary import LabelMatch, LabelUse
from gxlint.report import Cell, FormRow, FormTable
from gxlint.text import fold

_CLOSE_IN_GAP = 0.5
_CLOSE_ANYWHERE = 0.75


@dataclass(frozen=True, slots=True)
class Alignment:
    """``pairs`` are indices of stream rows and form rows that belong together, in the order of the stream; ``moved``
    the stream rows that stand in another order than the form's; ``repeated`` those whose form row was already there;
    ``guessed`` those whose label only resembles the form's."""

    pairs: tuple[tuple[int, int], ...]
    moved: frozenset[int]
    repeated: tuple[tuple[int, int], ...]
    unknown: tuple[int, ...]
    guessed: frozenset[int]


def align(rows: Sequence[StreamRow], form: FormTable) -> Alignment:
    """Which row of the form every row of the stream is. A label that says a row of the form decides; for the others
    the rows still open in the same gap are tried, then all that are open."""
    index_of = {row.key: index for index, row in enumerate(form.rows)}
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    repeated: list[tuple[int, int]] = []
    left: list[int] = []
    for number, row in enumerate(rows):
        target = index_of.get(_key(row, form.key))
        if target is None:
            left.append(number)
        elif target in taken:
            repeated.append((number, target))
        else:
            pairs[number] = target
            taken.add(target)
    if len(form.rows) == 1 and not form.rows[0].label:
        _take_only_row(rows, left, pairs)
    guessed = _guess(rows, form, left, pairs)
    moved = _moved(pairs)
    unknown = tuple(number for number in left if number not in pairs)
    return Alignment(tuple(sorted(pairs.items())), moved, tuple(repeated), unknown, guessed)


def _key(row: StreamRow, table: str) -> str:
    use = row.match.use("row", table) if row.match else None
    return use.key if use else ""


def _take_only_row(rows: Sequence[StreamRow], left: list[int], pairs: dict[int, int]) -> None:
    """A form of one row without a label takes the row of figures, or of blanks, that has no label either."""
    candidates = [number for number in left if rows[number].label is None and len(rows[number].values) > 1]
    filled = [number for number in candidates if any(cell.text for cell in rows[number].values)]
    if candidates:
        pairs[(filled or candidates)[0]] = 0


def _guess(rows: Sequence[StreamRow], form: FormTable, left: list[int], pairs: dict[int, int]) -> frozenset[int]:
    guessed: set[int] = set()
    for number in left:
        if number in pairs or not rows[number].values:
            continue
        open_rows = [index for index in range(len(form.rows)) if index not in pairs.values() and form.rows[index].label]
        if not open_rows:
            break
        low = max((target for other, target in pairs.items() if other < number), default=-1)
        high = min((target for other, target in pairs.items() if other > number), default=len(form.rows))
        gap = [index for index in open_rows if low < index < high]
        target = _closest(rows[number], form.rows, gap, _CLOSE_IN_GAP)
        if target is None:
            target = _closest(rows[number], form.rows, open_rows, _CLOSE_ANYWHERE)
        if target is None and rows[number].label is None and len(gap) == 1 and _full(rows[number], form):
            target = gap[0]
        if target is not None:
            pairs[number] = target
            guessed.add(number)
    return frozenset(guessed)


def _full(row: StreamRow, form: FormTable) -> bool:
    return sum(bool(cell.text) for cell in row.values) == len(form.columns)


def _closest(row: StreamRow, form_rows: Sequence[FormRow], among: Sequence[int], least: float) -> int | None:
    if row.label is None:
        return None
    said = fold(row.label.text)
    scored = sorted(((likeness(said, fold(form_rows[index].label), least), -index) for index in among), reverse=True)
    if not scored or scored[0][0] < least or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return -scored[0][1]


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """How alike two folded labels are, from 0 to 1: one minus the edit distance over the longer length.

    0 where they are certainly less alike than ``least``: only characters that both have can stay as they are.
    """
    if len(one) < len(other):
        one, other = other, one
    if not one:
        return 1.0
    if len(other) < least * len(one):
        return 0.0
    known = frozenset(other)
    if sum(character in known for character in one) < least * len(one):
        return 0.0
    return 1 - distance(one, other) / len(one)


def distance(one: str, other: str) -> int:
    """The number of characters to insert, delete or replace to make one string of the other."""
    if len(one) < len(other):
        one, other = other, one
    previous = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        current = [i]
        for j, b in enumerate(other, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a != b)))
        previous = current
    return previous[-1]


def _moved(pairs: dict[int, int]) -> frozenset[int]:
    """The rows outside the longest run of rows that keep the form's order."""
    numbers = sorted(pairs)
    targets = [pairs[number] for number in numbers]
    if all(a < b for a, b in pairwise(targets)):
        return frozenset()
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for position, target in enumerate(targets):
        at = bisect_left(tails, target)
        before.append(tail_at[at - 1] if at else -1)
        if at == len(tails):
            tails.append(target)
            tail_at.append(position)
        else:
            tails[at] = target
            tail_at[at] = position
    kept: set[int] = set()
    position = tail_at[-1]
    while position >= 0:
        kept.add(position)
        position = before[position]
    return frozenset(number for position, number in enumerate(numbers) if position not in kept)


def resembling(cell: Cell, uses: Sequence[LabelUse]) -> LabelMatch | None:
    """The one label among ``uses`` that a cell most likely means, None where none is alike or two are equally alike."""
    said = fold(cell.text)
    if len(said) < 2:
        return None
    scored = sorted(((likeness(said, fold(use.official), _CLOSE_IN_GAP), use.official) for use in uses), reverse=True)
    if not scored or scored[0][0] < _CLOSE_IN_GAP or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return LabelMatch(tuple(use for use in uses if use.official == scored[0][1]), "misspelt")
