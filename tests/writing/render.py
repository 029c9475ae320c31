"""A whole report in one of the shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Literal, get_args

from gxlint.forms import bundled_forms
from gxlint.report import Form, FormSection
from tests.writing import marked, prose, unmarked
from tests.writing.figures import Figures
from tests.writing.grid import Grid, grid
from tests.writing.wear import Wear

Shape = Literal[
    "tab-cells",
    "tab-rows",
    "pipes",
    "pipe-cells",
    "closed-rows",
    "closed-cells",
    "opened-cells",
    "numbers",
    "figures",
    "aligned",
]
SHAPES: tuple[Shape, ...] = get_args(Shape)
CLOSED: tuple[Shape, ...] = ("closed-rows", "closed-cells", "opened-cells")
"""Shapes with a pipe behind every cell, as text taken out of web pages has it."""
MARKED: tuple[Shape, ...] = ("tab-cells", "tab-rows", "pipes", "pipe-cells", *CLOSED)
"""Shapes with marks between the cells."""
UNMARKED: tuple[Shape, ...] = ("numbers", "figures", "aligned")
"""Shapes whose rows have to be put together with the help of the form; a blank cell cannot be seen in them."""

_TABLES: dict[Shape, Callable[[Grid, Wear], Iterator[str]]] = {
    "tab-cells": marked.tab_cells,
    "tab-rows": marked.tab_rows,
    "pipes": marked.pipes,
    "pipe-cells": marked.pipe_cells,
    "closed-rows": marked.closed_rows,
    "closed-cells": marked.closed_cells,
    "opened-cells": marked.opened_cells,
    "numbers": unmarked.numbers,
    "figures": unmarked.figures,
    "aligned": unmarked.aligned,
}
_ONE_TABLE: tuple[Shape, ...] = ("tab-cells", "tab-rows", "pipe-cells", *CLOSED)
"""Shapes in which the tables of a section follow each other without a gap, as in one Word table."""


def form_for(year: int) -> Form:
    """The bundled form in force for reports on this year."""
    return next(form for form in bundled_forms() if form.in_force(year))


def render(
    form: Form,
    figures: Figures,
    shape: Shape,
    *,
    year: int,
    organ: str,
    line_end: str = "\n",
    random: Random | None = None,
    wear: Wear | None = None,
) -> str:
    """The text of a complete report. ``random`` chooses the prose, ``wear`` leaves the marks of conversion (default:
    none). A report in the shape ``pipes`` is Markdown, its headings included."""
    random = random or Random(0)
    wear = wear or Wear(Random(0), ())
    lines = [*_title(organ, year, shape, wear)]
    lines += _paragraphs(prose.preface(random, year), shape, wear)
    for section in form.sections:
        lines.append(f"## {section.title}\n\n" if shape == "pipes" else f"{section.title}\n")
        lines += _paragraphs(section_prose(section, form, figures, random, year, organ), shape, wear)
        lines += _tables(section, form, figures, shape, wear)
    return "".join(lines).replace("\n", line_end)


def section_prose(
    section: FormSection, form: Form, figures: Figures, random: Random, year: int, organ: str
) -> list[str]:
    """The paragraphs of a section; none of one that is all tables."""
    if section.key == "overview":
        return list(prose.overview(random, figures, year, organ))
    if section.key == "problems":
        return prose.problems(random, year, organ)
    return prose.other(random, form, year) if section.key == "other" else []


def _title(organ: str, year: int, shape: Shape, wear: Wear) -> Iterator[str]:
    if shape == "pipes":
        yield f"# {wear.marked(''.join(prose.title(organ, year)))}\n\n"
    else:
        yield from (f"{wear.marked(line)}\n" for line in prose.title(organ, year))


def _paragraphs(paragraphs: list[str], shape: Shape, wear: Wear) -> Iterator[str]:
    for text in paragraphs:
        printed = wear.marked(text)
        if shape == "pipes":
            yield f"{printed}\n\n"
        elif shape in UNMARKED:
            yield _set_in_lines(printed, 28, "  " if shape == "aligned" else "")
        else:
            yield f"{printed}\n"
        yield from _page_end(shape, wear, 6)


def _set_in_lines(text: str, width: int, indent: str) -> str:
    """A paragraph as the lines of a printed page: no line begins with a mark, no number is torn."""
    lines = []
    rest = indent + text
    while len(rest) > width:
        end = width
        while rest[end] in "，。；：、）" or (rest[end].isdigit() and rest[end - 1].isdigit()):
            end -= 1
        lines.append(rest[:end])
        rest = rest[end:]
    return "".join(f"{line}\n" for line in (*lines, rest))


def _tables(section: FormSection, form: Form, figures: Figures, shape: Shape, wear: Wear) -> Iterator[str]:
    tables = [table for table in form.tables if table.section == section.key]
    for table in tables:
        rows = list(_TABLES[shape](grid(table, figures[table.key]), wear))
        for number, row in enumerate(rows):
            yield row
            # A page number would split the header of a Markdown table from its rule.
            if number and number + 1 < len(rows):
                yield from _page_end(shape, wear, 8)
        if shape not in _ONE_TABLE or table is tables[-1]:
            yield "\n" if shape not in ("numbers", "figures") else ""


def _page_end(shape: Shape, wear: Wear, one_in: int) -> Iterator[str]:
    number = wear.page_number(one_in)
    if number:
        indent = " " * wear.random.choice((0, 30)) if shape == "aligned" else ""
        yield f"{indent}{number}\n" + (
            "\n" if shape in ("tab-cells", "pipe-cells") and wear.random.randrange(2) else ""
        )
