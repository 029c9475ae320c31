"""The examples on the rules' pages, executed."""

from __future__ import annotations

import pytest

from gxlint import Rule
from gxlint.testing import check_examples, check_fixes
from gxlint_totals import gxlint_rules

RULES = pytest.mark.parametrize("rule", gxlint_rules(), ids=lambda rule: rule.code)


@RULES
def test_examples_are_found_where_they_are_marked(rule: Rule) -> None:
    check_examples(rule)


@RULES
def test_fixes_of_the_examples_come_to_rest(rule: Rule) -> None:
    check_fixes(rule)


def test_the_family_brings_the_rules_of_the_catalogue() -> None:
    assert {rule.code: rule.name for rule in gxlint_rules()} == {
        "GXT001": "balance",
        "GXT002": "result-total",
        "GXT003": "row-total",
        "GXT004": "total-blank",
        "GXT005": "review-total",
        "GXT006": "stock-flow",
        "GXT007": "decisions-equal-items",
        "GXT008": "money-unit",
    }
