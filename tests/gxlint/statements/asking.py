"""Asking what a line of prose states, in an invented report."""

from __future__ import annotations

from gxlint import Statement, read_statements
from gxlint.testing import overlay, report_of, sample

TOWN = "青山县云岭镇人民政府"


def stated(line: str, organ: str = TOWN, year: int = 2024) -> list[Statement]:
    """The statements of one line, put into part one of the clean sample."""
    text = overlay(sample(year, organ), line)
    start = text.index(line)
    return [one for one in read_statements(report_of(text)) if start <= one.span.start < start + len(line)]


def shown(line: str, organ: str = TOWN, year: int = 2024) -> list[str]:
    """The comparable statements of one line, each as ``topic+topic figure``."""
    return [f"{'+'.join(one.topics)} {one.quantity.value}" for one in stated(line, organ, year) if one.comparable]
