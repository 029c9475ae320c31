"""Small changes to table three and four of a clean report, and what the family says about them."""

from __future__ import annotations

from gxlint import Finding, read_report
from gxlint.engine import lint
from gxlint.language import tell
from gxlint.testing import overlay, sample
from gxlint_totals import gxlint_rules

NEW = "一、本年新收政府信息公开申请数量"
CARRIED_IN = "二、上年结转政府信息公开申请数量"
GRANTED = "（一）予以公开"
REPEATED = "2.重复申请"
TOTAL = "（七）总计"
CARRIED_OUT = "四、结转下年度继续办理"

Figure = int | str


def row(label: str, *figures: Figure, total: Figure | None = None) -> str:
    """A row of table three: its first figures (the others are 0), and a total (by default the sum)."""
    cells = [*figures, *([0] * (6 - len(figures)))]
    added = sum(cell for cell in cells if isinstance(cell, int))
    return "| " + " | ".join(map(str, (label, *cells, added if total is None else total))) + " |"


def cases(*figures: Figure) -> str:
    """The row of table four: its first figures, the others are 0."""
    return "| " + " | ".join(map(str, [*figures, *([0] * (15 - len(figures)))])) + " |"


def text_with(*lines: str) -> str:
    """A clean report with these lines in it."""
    return overlay(sample(), "\n".join(lines))


def found_in(text: str) -> list[Finding]:
    """What the whole family finds in a text, one finding a cause."""
    return list(lint(read_report(text), gxlint_rules()))


def told(finding: Finding) -> str:
    """The Chinese message."""
    return tell(finding.message, finding.args)


def place(text: str, finding: Finding) -> str:
    """Where a finding points, as the report names it."""
    return read_report(text).place(finding.span)
