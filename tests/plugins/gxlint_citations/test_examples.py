"""The examples on the rules' pages hold, and so do their fixes."""

from __future__ import annotations

import pytest

import gxlint_citations
from gxlint import Rule
from gxlint.testing import check_examples, check_fixes

RULES = list(gxlint_citations.gxlint_rules())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_the_page_hold(rule: Rule) -> None:
    check_examples(rule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_fixes_of_the_examples_settle_and_are_what_the_rule_announces(rule: Rule) -> None:
    check_fixes(rule)
