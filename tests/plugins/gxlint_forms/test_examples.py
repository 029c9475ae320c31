"""The examples on the rules' pages, executed."""

from __future__ import annotations

import pytest

from gxlint import Rule
from gxlint.testing import check_examples, check_fixes
from gxlint_forms import gxlint_rules

RULES = pytest.mark.parametrize("rule", gxlint_rules(), ids=lambda rule: rule.code)


@RULES
def test_examples_are_found_where_they_are_marked(rule: Rule) -> None:
    check_examples(rule)


@RULES
def test_fixes_of_the_examples_come_to_rest(rule: Rule) -> None:
    check_fixes(rule)


def test_the_family_brings_the_rules_of_the_catalogue() -> None:
    assert {rule.code: (rule.name, rule.severity) for rule in gxlint_rules()} == {
        "GXF001": ("outdated-form", "error"),
        "GXF002": ("mixed-form", "warning"),
        "GXF003": ("table-missing", "error"),
        "GXF004": ("row-width", "error"),
        "GXF005": ("row-missing", "error"),
        "GXF006": ("row-unknown", "info"),
        "GXF007": ("row-order", "warning"),
        "GXF008": ("label-typo", "warning"),
        "GXF009": ("label-variant", "info"),
        "GXF010": ("duplicate-header", "warning"),
        "GXF011": ("not-a-number", "warning"),
        "GXF012": ("blank-cell", "info"),
        "GXF013": ("slash-cell", "info"),
        "GXF014": ("unreadable-table", "warning"),
    }
