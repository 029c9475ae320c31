"""Text against tables in many wordings: silent where they agree, loud at the figure that differs."""

from __future__ import annotations

import re

import pytest

import gxlint_consistency
from gxlint.engine import lint
from gxlint.testing import report_of
from tests.plugins.gxlint_consistency import phrasings
from tests.plugins.gxlint_consistency.phrasings import CASES, DOCUMENTS, OTHERS, OUTCOMES, RECEIVED

RULES = list(gxlint_consistency.gxlint_rules())
ALL = (*RECEIVED, *OUTCOMES, *CASES, *DOCUMENTS, *OTHERS)


def told(text: str) -> list[tuple[str, str, str]]:
    """Code, severity and words of the findings of the family."""
    return [(one.code, one.severity or "", text[one.span.start : one.span.end]) for one in lint(report_of(text), RULES)]


@pytest.mark.parametrize("line", ALL)
def test_a_sentence_that_agrees_with_the_tables_is_left_alone(line: str) -> None:
    assert told(phrasings.report(line)) == []


def test_all_of_them_together_are_left_alone_but_for_advice() -> None:
    loud = [
        one for one in told(phrasings.report(*RECEIVED, *OUTCOMES, *CASES, *DOCUMENTS, *OTHERS)) if one[1] != "info"
    ]
    assert loud == []


def _changed() -> list[tuple[str, str, str]]:
    """Every sentence with every figure of it, and the rule that has to notice."""
    rules = [(RECEIVED, "GXC003"), (OUTCOMES, "GXC005"), (CASES, "GXC006"), (DOCUMENTS, "GXC014")]
    return [
        (line, name, "GXC003" if name in ("new", "all", "carried_in") else code)
        for lines, code in rules
        for line in lines
        for name in dict.fromkeys(re.findall(r"\{(\w+)\}", line))
    ]


@pytest.mark.parametrize(("line", "name", "code"), _changed())
def test_a_figure_that_differs_from_the_table_is_told_at_its_place(line: str, name: str, code: str) -> None:
    wrong = phrasings.FIGURES[name] + 41
    found = [one for one in told(phrasings.report(line, **{name: wrong})) if one[1] == "warning"]
    assert [(one[0], one[2]) for one in found] == [(code, f"{wrong}件")]
