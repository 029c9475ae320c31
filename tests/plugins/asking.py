"""Asking one rule about a text, for the tests of the bundled rules."""

from __future__ import annotations

from gxlint import Rule, read_report
from gxlint.fixes import fix_text
from gxlint.testing import findings, overlay, sample

Reading = list[tuple[str, list[tuple[str, bool, list[object]]]]]


def with_lines(example: str, year: int = 2024, organ: str = "青山县云岭镇人民政府") -> str:
    """The clean sample report with the lines of an example laid over it."""
    return overlay(sample(year, organ), example)


def wrapped(text: str, width: int = 24, indent: str = "") -> str:
    """A report as a converter of PDF files writes it: every paragraph of prose in lines of ``width`` characters."""
    title, *rest = text.split("\n")
    lines = [title]
    for line in rest:
        if line.startswith("|") or len(line) <= width:
            lines.append(line)
        else:
            printed = indent + line
            lines += [printed[at : at + width] for at in range(0, len(printed), width)]
    return "\n".join(lines)


def marked_words(rule: Rule, text: str) -> list[str]:
    """The words a rule points at, in order; ``""`` for a point."""
    return [text[one.span.start : one.span.end] for one in findings(text, rule)]


def rows(rule: Rule, text: str) -> list[int]:
    """The lines (from 1) a rule points at."""
    return [text.count("\n", 0, one.span.start) + 1 for one in findings(text, rule)]


def levels(rule: Rule, text: str) -> list[str]:
    """The severities of what a rule finds."""
    return [one.severity or "" for one in findings(text, rule)]


def fixed(rule: Rule, text: str, *, unsafe: bool = False) -> str:
    """The text after the fixes of one rule."""
    return fix_text(text, lambda changed: findings(changed, rule), unsafe=unsafe).text


def reading(text: str) -> Reading:
    """Every figure of the tables of a report, by table and row of the form."""
    report = read_report(text)
    return [
        (table.form.key, [(row.form.key, row.whole, [cell.value for cell in row.cells]) for row in table.rows])
        for table in report.layout.tables
    ]
