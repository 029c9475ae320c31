"""Where the figures of a row begin: merged cells of labels may leave blank cells in front of them, or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from gxlint.forms.stream import StreamRow
from gxlint.report import Cell


@dataclass(frozen=True, slots=True)
class Grid:
    """How the rows of one table are set.

    ``labels`` is the number of cells in front of the figures where every row has the same cells and a label merged over
    several columns leaves blank ones behind it; 0 where merged cells stand only once. ``merged`` is for those tables
    the number of blank cells that most rows with the label at this place have behind it.
    """

    labels: int = 0
    merged: dict[int, int] = field(default_factory=dict)

    def values(self, row: StreamRow, width: int) -> tuple[Cell, ...]:
        """The cells of a row for figures, ``width`` of them where the row is whole.

        A blank cell in front is left out only where the table has one there by its nature, so that a row whose figures
        were pushed aside is not taken for a whole one; one behind may come from a closing mark.
        """
        place = _place(row)
        values = row.values
        behind = self.labels - place - 1 if self.labels and place >= 0 else self.merged.get(place, 0)
        if self.labels and place < 0:
            behind = self.labels if _leading_blanks(values) >= self.labels else 0
        if row.source.closed:
            behind = 0
        if 0 < behind <= _leading_blanks(values):
            values = values[behind:]
        while len(values) > width and not values[-1].text:
            values = values[:-1]
        return values


def grid_of(rows: Sequence[StreamRow], width: int) -> Grid:
    """The grid of the rows of a table whose form has ``width`` columns of figures."""
    marked = [row for row in rows if not row.loose and row.values]
    if all(len(row.values) == width and row.values[0].text for row in marked):
        return Grid()
    labels = _label_columns(marked)
    if labels:
        return Grid(labels)
    found: dict[int, Counter[int]] = {}
    for row in marked:
        merged = min(_leading_blanks(row.values), max(0, len(row.values) - width))
        found.setdefault(_place(row), Counter())[merged] += 1
    usual = {place: counts.most_common(1)[0] for place, counts in found.items()}
    return Grid(0, {place: merged for place, (merged, most) in usual.items() if 2 * most > found[place].total()})


def _label_columns(rows: Sequence[StreamRow]) -> int:
    """The number of label columns of a table in which all rows have as many cells, whatever their labels; else 0."""
    counts = Counter(len(row.source.cells) for row in rows)
    if not counts:
        return 0
    cells, most = counts.most_common(1)[0]
    even = [row for row in rows if len(row.source.cells) == cells]
    places = Counter(_place(row) for row in even if row.label is not None)
    if 2 * most <= len(rows) or len(places) < 2:
        return 0
    labels = places.most_common(1)[0][0] + 1
    further_left = [row for row in even if row.label is not None and _place(row) + 1 < labels]
    spread = [row for row in further_left if _leading_blanks(row.values) >= labels - _place(row) - 1]
    return labels if spread and 2 * len(spread) > len(further_left) else 0


def _place(row: StreamRow) -> int:
    """The place of the row's label among its cells, -1 where it has none or the cells hold several rows."""
    if row.label is None:
        return -1
    place = len(row.source.cells) - len(row.values) - 1
    return place if place >= 0 and row.source.cells[place] == row.label else -1


def _leading_blanks(values: Sequence[Cell]) -> int:
    return next((number for number, cell in enumerate(values) if cell.text), len(values))
