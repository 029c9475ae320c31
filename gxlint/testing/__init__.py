"""What a plugin author tests with: a clean report, small changes to it, and the examples on a rule's page.

from gxlint.testing import check_examples
from acme_gxlint import phone_number

def test_examples():
    check_examples(phone_number)
"""

from __future__ import annotations

from gxlint.testing.examples import Examples, check_examples, check_fixes, examples, findings, marked, report_of
from gxlint.testing.overlay import overlay
from gxlint.testing.sample import Fill, sample

__all__ = [
    "Examples",
    "Fill",
    "check_examples",
    "check_fixes",
    "examples",
    "findings",
    "marked",
    "overlay",
    "report_of",
    "sample",
]
