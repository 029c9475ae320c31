"""Tables with marks between the cells: tabs or pipes. Each function yields the rows of a table, ready to print."""

from __future__ import annotations

from collections.abc import Iterator

from tests.writing.grid import Grid
from tests.writing.wear import Wear


def tab_cells(grid: Grid, wear: Wear) -> Iterator[str]:
    """One cell a line behind a tab, an empty line behind every row: what Tika makes of a Word table.

    A horizontally merged cell appears once, the continuation of a vertically merged one is an empty cell.
    """
    for header in grid.headers:
        labels = [wear.cell_label(cell.text, last=cell is header[-1]) for cell in header]
        yield "".join(f"\t{label}\n" for label in labels) + "\n"
    for line in grid.lines:
        labels = [*line.printed_groups, *([line.label] if line.label else [])]
        cells = [*map(wear.cell_label, labels), *map(wear.cell_figure, line.figures)]
        yield "".join(f"\t{cell}\n" for cell in cells) + "\n"


def tab_rows(grid: Grid, wear: Wear) -> Iterator[str]:
    """One row a line with tabs between the cells: what copying from a browser or a spreadsheet gives.

    Merged cells are spread over empty cells, so that the columns of a table stand below each other.
    """
    for row in _spread(grid, wear):
        yield "\t".join(row) + "\n"


def pipes(grid: Grid, wear: Wear) -> Iterator[str]:
    """A Markdown table; merged cells are spread over empty cells."""
    for number, row in enumerate(_spread(grid, wear)):
        yield f"| {' | '.join(row)} |\n"
        if number == 0:
            yield f"|{' --- |' * len(row)}\n"


def pipe_cells(grid: Grid, wear: Wear) -> Iterator[str]:
    """One cell a line behind a pipe, an empty line behind every row."""
    for header in grid.headers:
        yield "".join(f"| {wear.marked(cell.text, 40)}\n" for cell in header) + "\n"
    for line in grid.lines:
        labels = [*line.printed_groups, *([line.label] if line.label else [])]
        cells = [*(wear.marked(label, 40) for label in labels), *map(wear.line_figure, line.figures)]
        yield "".join(f"| {cell}\n" for cell in cells) + "\n"


def closed_rows(grid: Grid, wear: Wear) -> Iterator[str]:
    """A row a line with a pipe behind every cell: text taken out of a web page. Some fill up narrow rows with pipes."""
    for cells, padding in _closed(grid, wear):
        yield f"{' | '.join(cells)} |".lstrip(" ") + f" {padding}".rstrip() + "\n"


def closed_cells(grid: Grid, wear: Wear) -> Iterator[str]:
    """The same with every cell on a line of its own, and no sign where a row ends but the pipes that fill it up."""
    for cells, padding in _closed(grid, wear):
        yield "".join(f"{cell} |\n".lstrip(" ") for cell in cells) + (f"{padding}\n" if padding else "")


def opened_cells(grid: Grid, wear: Wear) -> Iterator[str]:
    """Every cell on a line of its own, below a pipe that opens the row."""
    for cells, padding in _closed(grid, wear):
        yield "| \n" + " \n".join(f" {cell}  |" for cell in cells) + f" {padding}".rstrip() + "\n"


def _closed(grid: Grid, wear: Wear) -> Iterator[tuple[list[str], str]]:
    """The cells of every row and the pipes that fill it up. Continued cells of merged ones are empty or not there."""
    bare = wear.random.randrange(2) == 0
    padded = wear.random.randrange(3) > 0
    width = grid.label_columns + len(grid.table.columns)
    rows: list[tuple[list[str], tuple[str, ...]]] = [([cell.text for cell in header], ()) for header in grid.headers]
    rows += [([*line.printed_groups, *([line.label] if line.label else [])], line.figures) for line in grid.lines]
    for labels, figures in rows:
        cells = [wear.marked(label, 40) for label in labels if label or not bare]
        cells += map(wear.line_figure, figures)
        yield cells, "|" * (width - len(cells)) if padded else ""


def _spread(grid: Grid, wear: Wear) -> Iterator[list[str]]:
    for header in grid.headers:
        yield [text for cell in header for text in (wear.marked(cell.text, 40), *[""] * (cell.span - 1))]
    for line in grid.lines:
        labels = [*line.printed_groups, *([line.label] if line.label else [])]
        labels += [""] * (grid.label_columns - len(labels))
        yield [*(wear.marked(label, 40) for label in labels), *map(wear.line_figure, line.figures)]
