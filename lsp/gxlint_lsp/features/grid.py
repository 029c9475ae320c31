"""An official table as it is printed: header rows and the labels in front of the figures, with their merged cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gxlint.report import FormRow, FormTable


@dataclass(frozen=True, slots=True)
class Printed:
    """A cell of a header, or a label, with the rows and columns it takes up."""

    text: str
    rows: int = 1
    columns: int = 1


def depth(form: FormTable) -> int:
    """How many columns of labels stand in front of the figures; 0 where rows have no label."""
    return max((len(row.groups) + bool(row.label) for row in form.rows), default=0)


def header(form: FormTable) -> list[list[Printed]]:
    """The header rows of a table, captions among them. Tables three and four have the merged cells of the official
    form, any other table one row of columns."""
    front = depth(form)
    width = front + len(form.columns)
    captions = [[Printed(caption, 1, width)] for caption in form.captions]
    labels = [Printed(column.label) for column in form.columns]
    if form.key == "requests" and len(form.headers) == 2 and len(labels) > 2:
        applicants, organisations = form.headers
        return [
            *captions,
            [Printed(form.note, 3, front), Printed(applicants, 1, len(labels))],
            [Printed(labels[0].text, 2), Printed(organisations, 1, len(labels) - 2), Printed(labels[-1].text, 2)],
            labels[1:-1],
        ]
    if form.key == "review" and len(form.headers) == 4 and len(labels) == 15:
        review, lawsuit, direct, after = form.headers
        return [
            *captions,
            [Printed(review, 1, 5), Printed(lawsuit, 1, 10)],
            [*(Printed(one.text, 2) for one in labels[:5]), Printed(direct, 1, 5), Printed(after, 1, 5)],
            labels[5:],
        ]
    in_front = [Printed("".join(form.headers), 1, front)] if front else []
    return [*captions, [*in_front, *labels]]


def row_labels(form: FormTable, rows: Sequence[FormRow | None]) -> list[list[Printed | None]]:
    """For each row the cells in front of its figures: merged cells where they begin, the row's own label last, None in
    its place. A row that is None (one the form has not) has a single place for its label."""
    front = depth(form)
    found: list[list[Printed | None]] = []
    before: tuple[str, ...] = ()
    for number, row in enumerate(rows):
        groups = row.groups if row is not None else ()
        cells: list[Printed | None] = []
        for level in range(len(groups)):
            path = groups[: level + 1]
            if before[: level + 1] != path:
                cells.append(Printed(groups[level], _run(rows[number:], path)))
        if front:
            cells.append(None)
        found.append(cells)
        before = groups
    return found


def _run(rows: Sequence[FormRow | None], path: tuple[str, ...]) -> int:
    """How many rows from the first on stand under the same merged cells."""
    count = 0
    for row in rows:
        if row is None or row.groups[: len(path)] != path:
            break
        count += 1
    return count
