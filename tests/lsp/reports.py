"""Small reports for tests, with figures to break."""

from __future__ import annotations

from gxlint.testing import sample

CLEAN = sample()
"""A report without findings."""

_TOTAL = "| （七）总计 |"


def row_of(text: str, label: str) -> int:
    """The line (from 0) that begins with the label."""
    return next(number for number, line in enumerate(text.split("\n")) if line.startswith(label))


def with_wrong_total(text: str = CLEAN) -> str:
    """The report with a total of table three that does not add up."""
    lines = text.split("\n")
    row = row_of(text, _TOTAL)
    cells = lines[row].split("|")
    cells[2] = " 999 "
    lines[row] = "|".join(cells)
    return "\n".join(lines)


def total_row(text: str = CLEAN) -> int:
    """The line of that total."""
    return row_of(text, _TOTAL)
