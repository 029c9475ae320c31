"""Tables of a form as text, in a given shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gxlint.drafting.shape import Shape
from gxlint.drafting.sheet import HeaderCell, SheetRow, sheet_of
from gxlint.report import FormTable

Figures = Mapping[tuple[str, str, str], str]
"""What to print at (table, row, column), by the keys of the form; nothing where a place is absent."""

_NO_FIGURES: Figures = {}


def write_table(table: FormTable, shape: Shape, figures: Figures = _NO_FIGURES) -> str:
    """The whole table, captions and header included, blank where ``figures`` has nothing. No line end behind it."""
    sheet = sheet_of(table)
    rows = [_header(header, shape) for header in sheet.headers]
    rows += [write_row_cells(table, row, shape, sheet.label_columns, figures) for row in sheet.rows]
    lines = [write_cells(cells, shape) for cells in rows]
    if shape.marks == "pipes":
        lines.insert(1, write_cells(["---"] * len(rows[0]), shape))
    return shape.row_gap.join(lines)


def write_row_cells(
    table: FormTable, row: SheetRow, shape: Shape, label_columns: int, figures: Figures = _NO_FIGURES
) -> list[str]:
    """The cells of one row: its merged cells and its label as the shape has them, then its figures."""
    printed = [figures.get((table.key, row.form.key, column.key), "") for column in table.columns]
    return [*_labels(row, shape, label_columns), *printed]


def write_cells(cells: Sequence[str], shape: Shape) -> str:
    """One row with the marks of the shape, no line end behind it."""
    match shape.marks:
        case "tab-rows":
            written = "\t".join(cells)
        case "pipes":
            written = f"| {' | '.join(cells)} |"
        case "closed-rows":
            written = f"{' | '.join(cells)} |".lstrip()
        case _:
            written = "\n".join(_cell_lines(cells, shape))
    return written


def _cell_lines(cells: Sequence[str], shape: Shape) -> Iterator[str]:
    """The lines of a row whose cells each stand on a line."""
    if shape.marks == "opened-cells":
        yield "|"
    for cell in cells:
        match shape.marks:
            case "tab-cells":
                yield f"\t{cell}"
            case "pipe-cells":
                yield f"| {cell}"
            case "opened-cells":
                yield f" {cell} |"
            case _:
                yield f"{cell} |".lstrip()


def _header(header: Sequence[HeaderCell], shape: Shape) -> list[str]:
    return list(_header_cells(header, shape))


def _header_cells(header: Sequence[HeaderCell], shape: Shape) -> Iterator[str]:
    # Alone on a line without a tab a caption would be no cell.
    spread = shape.merging == "spread" or (shape.marks == "tab-rows" and len(header) == 1)
    for cell in header:
        if cell.text or shape.merging != "bare":
            yield cell.text
        if spread:
            yield from [""] * (cell.width - 1)


def _labels(row: SheetRow, shape: Shape, label_columns: int) -> Iterator[str]:
    groups = zip(row.form.groups, row.opens, strict=True)
    labels = [group if opens else "" for group, opens in groups if opens or shape.merging != "bare"]
    labels += [row.form.label] if row.form.label else []
    yield from labels
    if shape.merging == "spread":
        yield from [""] * (label_columns - len(labels))
