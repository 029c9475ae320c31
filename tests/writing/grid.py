"""A table of a form with figures in it, as it would stand on the page: cells that may be merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from gxlint.report import FormTable
from tests.writing.figures import Value

Kind = Literal["items", "requests", "review"]


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A cell of the header; ``span`` columns wide. An empty text goes on with the cell above it."""

    text: str
    span: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A row of figures. ``groups`` are the merged cells in front of the label; ``opens`` tells for each of them whether
    it begins in this row."""

    groups: tuple[str, ...]
    opens: tuple[bool, ...]
    label: str
    figures: tuple[str, ...]

    @property
    def printed_groups(self) -> tuple[str, ...]:
        """The text of the merged cells as a converter writes it: empty where the cell goes on."""
        return tuple(group if opens else "" for group, opens in zip(self.groups, self.opens, strict=True))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on the page. ``label_columns`` is how many columns stand in front of the figures."""

    kind: Kind
    table: FormTable
    headers: tuple[tuple[HeaderCell, ...], ...]
    lines: tuple[Line, ...]
    label_columns: int


def grid(table: FormTable, values: Mapping[str, Mapping[str, Value]]) -> Grid:
    """Lay the figures out on the official table."""
    label_columns = max(len(row.groups) + bool(row.label) for row in table.rows)
    kind: Kind = "items" if table.captions else "requests" if label_columns else "review"
    headers = {"items": _item_headers, "requests": _request_headers, "review": _review_headers}[kind](table)
    return Grid(kind, table, headers, tuple(_lines(table, values)), label_columns)


def printed(value: Value) -> str:
    """A figure as people print it."""
    return format(value, "f") if not isinstance(value, int) else str(value)


def _lines(table: FormTable, values: Mapping[str, Mapping[str, Value]]) -> Iterator[Line]:
    before: tuple[str, ...] = ()
    for row in table.rows:
        opens = tuple(before[: at + 1] != row.groups[: at + 1] for at in range(len(row.groups)))
        shown = tuple(printed(values[row.key][column.key]) for column in table.columns)
        yield Line(row.groups, opens, row.label, shown)
        before = row.groups


def _item_headers(table: FormTable) -> tuple[tuple[HeaderCell, ...], ...]:
    width = 1 + len(table.columns)
    labels = (*table.headers, *(column.label for column in table.columns))
    return (*((HeaderCell(caption, width),) for caption in table.captions), tuple(map(HeaderCell, labels)))


def _request_headers(table: FormTable) -> tuple[tuple[HeaderCell, ...], ...]:
    applicants, legal_persons = table.headers
    first, *middle, last = (column.label for column in table.columns)
    return (
        (HeaderCell(table.note, 3), HeaderCell(applicants, 2 + len(middle))),
        (HeaderCell("", 3), HeaderCell(first), HeaderCell(legal_persons, len(middle)), HeaderCell(last)),
        (HeaderCell("", 3), HeaderCell(""), *map(HeaderCell, middle), HeaderCell("")),
    )


def _review_headers(table: FormTable) -> tuple[tuple[HeaderCell, ...], ...]:
    review, lawsuit, direct, after_review = table.headers
    labels = [column.label for column in table.columns]
    third = len(labels) // 3
    return (
        (HeaderCell(review, third), HeaderCell(lawsuit, 2 * third)),
        (*map(HeaderCell, labels[:third]), HeaderCell(direct, third), HeaderCell(after_review, third)),
        (*(HeaderCell("") for _ in range(third)), *map(HeaderCell, labels[third:])),
    )
