"""Which rows a run of pieces of labels names: in tables without cell marks a label may be written in several pieces,
among the pieces of the merged cells beside it, and with its figures in the middle."""

from __future__ import annotations

from collections.abc import Sequence

from gxlint.forms.vocabulary import LabelMatch, Quality, Vocabulary, mend_evenly
from gxlint.report import Cell
from gxlint.text import fold

_Named = tuple[int, int, LabelMatch]
"""A row label found in folded text: from where to where, and what it says."""
_LEAST_PREFIX = 6
"""A label that figures interrupt is recognised by at least so many characters."""
_LEAST_ALIKE = 6
_ALIKE = 8
"""One character in so many may be another one in a label that is taken for a misspelt one."""


def named_rows(texts: list[Cell], words: Vocabulary) -> tuple[list[Cell], list[_Named]]:
    """The rows these texts name. Where the last label does not reach the end, pieces of the merged cell beside it may
    stand in its middle: then they are left out."""
    said = "".join(fold(cell.text) for cell in texts)
    found = _row_labels_in(said, words)
    if found and found[-1][1] == len(said):
        return texts, found
    own = [cell for cell in texts if fold(cell.text) not in words.groups]
    said = "".join(fold(cell.text) for cell in own)
    found_without = _row_labels_in(said, words)
    if found_without and found_without[-1][1] == len(said):
        return own, found_without
    return texts, found


def _row_labels_in(said: str, words: Vocabulary) -> list[_Named]:
    """The row labels in what was said since the last figure, in order; where two overlap, the longer one.

    Where no label ends it, figures may stand in the middle of one: then its beginning at the end is enough. Either may
    be misspelt.
    """
    found: list[_Named] = []
    mended = mend_evenly(said)
    for label, uses in words.row_labels:
        at = mended.rfind(label)
        end = at + len(label)
        if at >= 0 and not any(at < other_end and begin < end for begin, other_end, _ in found):
            quality: Quality = "exact" if any(fold(use.official) == label for use in uses) else "variant"
            found.append((at, end, LabelMatch(uses, quality if mended[at:end] == said[at:end] else "misspelt")))
    if not any(end == len(said) for _, end, _ in found):
        last = _begun_label(said, words) or _alike_label(said, words)
        if last is not None:
            found = [one for one in found if one[1] <= last[0]]
            found.append(last)
    return sorted(found, key=lambda one: one[0])


def _begun_label(said: str, words: Vocabulary) -> _Named | None:
    """The row label whose beginning ends what was said."""
    for label, uses in words.row_labels:
        at = said.rfind(label[:_LEAST_PREFIX])
        if at < 0 or not _LEAST_PREFIX <= len(said) - at <= len(label):
            continue
        begun = said[at:]
        if label.startswith(begun):
            return at, len(said), LabelMatch(uses, "exact")
        if len(begun) > _LEAST_PREFIX and _slips(begun, label) <= _most_slips(begun):
            known = mend_evenly(begun + label[len(begun) :]) == label
            return at, len(said), LabelMatch(uses, "misspelt" if known else "alike")
    return None


def _alike_label(said: str, words: Vocabulary) -> _Named | None:
    """The one row label that what was said ends with but for a few characters; None where several are as near."""
    nearest: list[_Named] = []
    fewest = len(said)
    for label, uses in words.row_labels:
        at = len(said) - len(label)
        if at < 0 or len(label) < _LEAST_ALIKE:
            continue
        slips = _slips(said[at:], label)
        if slips > min(fewest, _most_slips(label)):
            continue
        if slips < fewest:
            nearest = []
            fewest = slips
        # The longest comes first; the same label without its number is no other one.
        if not any({use.key for use in uses} <= {use.key for use in match.uses} for _, _, match in nearest):
            nearest.append((at, len(said), LabelMatch(uses, "alike")))
    return nearest[0] if len(nearest) == 1 else None


def _slips(one: str, other: str) -> int:
    """How many characters differ, each compared with the one at its place."""
    return sum(a != b for a, b in zip(one, other, strict=False))


def _most_slips(label: str) -> int:
    return max(1, len(label) // _ALIKE)


def table_of_headers(said: str, words: Vocabulary) -> str | None:
    """The table whose header stands in ``said``: the one with the most of its own labels there, at least two."""
    best, most = None, 1
    for key, labels in words.header_labels.items():
        count = sum(label in said for label in labels)
        if count > most:
            best, most = key, count
    return best


def cells_of(cells: Sequence[Cell], begin: int, end: int) -> tuple[int, int]:
    """The first and the last of the cells whose folded texts, one behind the other, hold this range."""
    first = last = 0
    at = 0
    for index, cell in enumerate(cells):
        length = len(fold(cell.text))
        if at <= begin < at + length:
            first = index
        if at < end:
            last = index
        at += length
    return first, last


def joined(cells: Sequence[Cell]) -> Cell:
    """The pieces of a label as one cell, a line each."""
    if len(cells) == 1:
        return cells[0]
    return Cell(cells[0].start, cells[-1].end, "\n".join(cell.text for cell in cells))
