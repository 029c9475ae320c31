"""Small changes to a clean report, and what the family says about them."""

from __future__ import annotations

from gxlint import Finding, read_report
from gxlint.engine import lint
from gxlint.fixes import fix_text
from gxlint.language import tell
from gxlint.testing import overlay, sample
from gxlint_forms import gxlint_rules


def text_with(*lines: str) -> str:
    """A clean report with these lines in it."""
    return overlay(sample(), "\n".join(lines))


def found_in(text: str, name: str = "", year: int | None = None) -> list[Finding]:
    """What the whole family finds in a text."""
    return list(lint(read_report(text, name, year), gxlint_rules()))


def codes(text: str, name: str = "", year: int | None = None) -> list[str]:
    """The codes of what the family finds."""
    return [finding.code for finding in found_in(text, name, year)]


def told(finding: Finding) -> str:
    """The Chinese message."""
    return tell(finding.message, finding.args)


def marked_text(text: str, finding: Finding) -> str:
    """The text a finding points at."""
    return text[finding.span.start : finding.span.end]


def mended(text: str, *, unsafe: bool) -> str:
    """The text after the family's fixes."""
    return fix_text(text, found_in, unsafe=unsafe).text
