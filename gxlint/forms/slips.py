"""Misspelt labels in the header of a table without cell marks, which is a heap of pieces of labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gxlint.forms.labels import compared, header_use
from gxlint.forms.letters import letter_edits, spelt
from gxlint.forms.naming import joined
from gxlint.forms.segments import Segment
from gxlint.forms.vocabulary import even_misspellings, mend_evenly
from gxlint.report import Cell, FormTable, LabelMisspelt, LabelRole, LaidTable, Misfit
from gxlint.text import fold

_LEAST_NEARLY = 4
_LONGEST_COLUMN = 24
_LINE_END = 2


def loose_header_misfits(segment: Segment, table: LaidTable) -> Iterator[Misfit]:
    """The slips of the closed list in the header of a table without cell marks, which is a heap of pieces of labels."""
    run: list[Cell] = []
    for cell, match in segment.headers:
        if match is None:
            run.append(cell)
            continue
        yield from _slips_in(run, table)
        run = []
        use = header_use(match, table.form)
        if use is not None and match.quality == "misspelt":
            yield from compared(cell, match, use.official, use.role, table)
    yield from _slips_in(run, table)
    yield from _nearly_columns(segment, table.form)


def _nearly_columns(segment: Segment, form: FormTable) -> Iterator[Misfit]:
    """Pieces of the header that together say a column but for one letter, which is not said as often as it should."""
    whole = "".join(fold(cell.text) for cell, _ in segment.headers)
    wanted = Counter(fold(column.label) for column in form.columns)
    officials = {fold(column.label): column.label for column in form.columns}
    missing = {label for label, count in wanted.items() if len(label) >= _LEAST_NEARLY and whole.count(label) < count}
    if not missing:
        return
    pieces = [(cell, fold(cell.text)) for cell, match in segment.headers if match is None]
    one_a_line = _one_a_line(segment)
    for at in range(len(pieces)):
        said = ""
        for end, (_, piece) in enumerate(pieces[at:], at + 1):
            said += piece
            label = next((one for one in missing if len(one) == len(said) and _differ(said, one) == 1), None)
            if label is not None and mend_evenly(said) != label:
                cell = joined([cell for cell, _ in pieces[at:end]])
                yield LabelMisspelt(cell, officials[label], "column", known=False)
            if len(said) > _LONGEST_COLUMN or not one_a_line:
                break


def _one_a_line(segment: Segment) -> bool:
    """Whether every piece of the header stands on a line of its own, one right below the other. Where columns are lined
    up by spaces, what follows a piece belongs to another column."""
    cells = [cell for cell, _ in segment.headers]
    return all(other.start - one.end <= _LINE_END for one, other in pairwise(cells))


def _differ(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _slips_in(run: Sequence[Cell], table: LaidTable) -> Iterator[Misfit]:
    """The slips in pieces that follow each other: over several of them, or in one that is an end of a label."""
    said = "".join(fold(cell.text) for cell in run)
    pieces = [(cell, piece) for cell in run if len(piece := fold(cell.text)) > 1]
    for wrong, right in even_misspellings():
        at = said.find(wrong)
        ends = [] if at >= 0 else [(cell, len(piece)) for cell, piece in pieces if _is_end(piece, wrong, right)]
        official = _label_with(right, table.form) if at >= 0 or ends else None
        if official is None:
            continue
        yield from (_slip(spelt([cell]), right[-length:], *official) for cell, length in ends)
        letters = spelt(run)
        while at >= 0:
            yield _slip(letters[at : at + len(wrong)], right, *official)
            at = said.find(wrong, at + len(wrong))


def _is_end(piece: str, wrong: str, right: str) -> bool:
    """Whether a piece is the end of a misspelt label, with the slip in it: 维护 below 结果."""
    return len(piece) < len(wrong) and wrong.endswith(piece) and not right.endswith(piece)


def _label_with(words: str, form: FormTable) -> tuple[str, LabelRole] | None:
    """The label of the form that holds these folded words, and its role."""
    return next(((label, role) for label, role in _labels_of(form) if words in fold(label)), None)


def _slip(letters: Sequence[tuple[str, int]], right: str, official: str, role: LabelRole) -> LabelMisspelt:
    start, end = letters[0][1], letters[-1][1] + 1
    wrong = "".join(character for character, _ in letters)
    return LabelMisspelt(Cell(start, end, wrong), official, role, known=True, edits=letter_edits(letters, right))


def _labels_of(form: FormTable) -> Iterator[tuple[str, LabelRole]]:
    yield from ((column.label, "column") for column in form.columns)
    yield from ((header, "column") for header in form.headers)
    yield from ((row.label, "row") for row in form.rows)
