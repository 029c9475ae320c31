"""What a careful reviewer marks in the published reports, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import gxlint_sections
from gxlint.testing import findings

RULES = [rule for rule in gxlint_sections.gxlint_rules() if rule.default]

SEEDS = {
    "000": [("GXS007", 1), ("GXS009", 4), ("GXS011", 4)],
    "001": [],
    "002": [("GXS011", 5)],
    "003": [("GXS011", 4)],
    "004": [("GXS006", 1), ("GXS009", 1), ("GXS011", 1)],
}
WILD = {
    "001": [("GXS011", 10)],
    "002": [("GXS011", 10)],
    "003": [("GXS011", 13)],
    "004": [("GXS006", 1)],
    "005": [("GXS001", 377), ("GXS006", 1)],
}

MISSING = {
    "000": ["政府信息管理", "政府信息公开平台建设"],
    "004": ["依申请公开", "政府信息管理", "监督保障"],
}


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


@pytest.mark.parametrize("number", MISSING)
def test_the_aspects_that_a_seed_leaves_out_are_those_a_reviewer_names(seeds: dict[str, Path], number: str) -> None:
    told = findings(seeds[number].read_text("utf-8"), gxlint_sections.overview_aspects)
    assert [[str(aspect) for aspect in one.args["missing"]] for one in told] == [MISSING[number]]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("number", "expected"), [("000", []), ("001", []), ("002", []), ("003", []), ("004", [394])])
def test_the_seed_with_a_problem_without_a_measure_is_told_when_asked_for(
    seeds: dict[str, Path], number: str, expected: list[int]
) -> None:
    text = seeds[number].read_text("utf-8")
    told = findings(text, gxlint_sections.problem_measure_count)
    assert [text.count("\n", 0, one.span.start) + 1 for one in told] == expected
