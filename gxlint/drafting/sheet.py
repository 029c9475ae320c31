"""A table of a form as it stands on the page: header cells that may be merged, and the labels in front of each row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gxlint.report import FormRow, FormTable


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A cell of the header, ``width`` columns wide. An empty text goes on with the cell above it."""

    text: str
    width: int = 1


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of figures. ``opens`` tells for each of the row's merged cells whether it begins in this row."""

    form: FormRow
    opens: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on the page. ``label_columns`` is how many columns stand in front of the figures."""

    table: FormTable
    headers: tuple[tuple[HeaderCell, ...], ...]
    rows: tuple[SheetRow, ...]
    label_columns: int


def sheet_of(table: FormTable) -> Sheet:
    """The table as the form prints it."""
    label_columns = max(len(row.groups) + bool(row.label) for row in table.rows)
    return Sheet(table, tuple(_headers(table, label_columns)), tuple(_rows(table)), label_columns)


def _rows(table: FormTable) -> Iterator[SheetRow]:
    before: tuple[str, ...] = ()
    for row in table.rows:
        yield SheetRow(row, opening(row.groups, before))
        before = row.groups


def opening(groups: tuple[str, ...], before: tuple[str, ...]) -> tuple[bool, ...]:
    """For each merged cell of a row whether it begins there; ``before`` are those of the row in front of it."""
    return tuple(before[: depth + 1] != groups[: depth + 1] for depth in range(len(groups)))


def _headers(table: FormTable, label_columns: int) -> Iterator[tuple[HeaderCell, ...]]:
    labels = [column.label for column in table.columns]
    for caption in table.captions:
        yield (HeaderCell(caption, label_columns + len(labels)),)
    if table.note and len(table.headers) == 2 and len(labels) > 3:
        yield from _request_headers(table, labels, label_columns)
    elif not label_columns and len(table.headers) == 4 and len(labels) % 3 == 0:
        yield from _review_headers(table.headers, labels)
    else:
        yield tuple(map(HeaderCell, (*table.headers, *labels)))


def _request_headers(table: FormTable, labels: list[str], label_columns: int) -> Iterator[tuple[HeaderCell, ...]]:
    """自然人 and 总计 on either side of the kinds of 法人或其他组织, all of them below 申请人情况."""
    applicants, organisations = table.headers
    first, *middle, last = labels
    yield HeaderCell(table.note, label_columns), HeaderCell(applicants, len(labels))
    yield (
        HeaderCell("", label_columns),
        HeaderCell(first),
        HeaderCell(organisations, len(middle)),
        HeaderCell(last),
    )
    yield HeaderCell("", label_columns), HeaderCell(""), *map(HeaderCell, middle), HeaderCell("")


def _review_headers(headers: tuple[str, ...], labels: list[str]) -> Iterator[tuple[HeaderCell, ...]]:
    """行政复议, and 行政诉讼 in two parts; the same columns below each of the three."""
    review, lawsuit, direct, after_review = headers
    third = len(labels) // 3
    yield HeaderCell(review, third), HeaderCell(lawsuit, 2 * third)
    yield *map(HeaderCell, labels[:third]), HeaderCell(direct, third), HeaderCell(after_review, third)
    yield *(HeaderCell("") for _ in range(third)), *map(HeaderCell, labels[third:])
