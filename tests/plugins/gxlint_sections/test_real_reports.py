"""What a careful reviewer marks in the published reports, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import gxlint_sections
from gxlint.testing import findings

RULES = list(gxlint_sections.gxlint_rules())

SEEDS = {"000": [("GXS007", 1)], "001": [], "002": [], "003": [], "004": [("GXS006", 1)]}
WILD = {"001": [], "002": [], "003": [], "004": [("GXS006", 1)], "005": [("GXS001", 377), ("GXS006", 1)]}


def found(path: Path) -> list[tuple[str, int]]:
    text = path.read_text("utf-8")
    told = [(one.code, text.count("\n", 0, one.span.start) + 1) for rule in RULES for one in findings(text, rule)]
    return sorted(told)


@pytest.mark.parametrize("number", SEEDS)
def test_the_seeds_are_told_what_a_reviewer_marks(seeds: dict[str, Path], number: str) -> None:
    assert found(seeds[number]) == SEEDS[number]


@pytest.mark.parametrize("number", WILD)
def test_reports_from_pdf_are_told_what_they_lost(wild: dict[str, Path], number: str) -> None:
    assert found(wild[number]) == WILD[number]


def test_all_lost_headings_are_named_in_one_finding(wild: dict[str, Path]) -> None:
    told = findings(wild["005"].read_text("utf-8"), gxlint_sections.missing_section)
    assert [one.args["count"] for one in told] == [5]
