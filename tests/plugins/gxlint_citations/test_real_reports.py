"""What a careful reviewer marks in the published reports, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import gxlint_citations
from gxlint.testing import findings

RULES = list(gxlint_citations.gxlint_rules())

SEEDS = {"000": [], "001": [], "002": [], "003": [("GXL006", 3, "info"), ("GXL006", 3, "info")], "004": []}


def found(path: Path) -> list[tuple[str, int, str]]:
    text = path.read_text("utf-8")
    return sorted(
        (one.code, text.count("\n", 0, one.span.start) + 1, one.severity or "")
        for rule in RULES
        for one in findings(text, rule)
    )


@pytest.mark.parametrize("number", SEEDS)
def test_the_seeds_are_told_what_a_reviewer_marks(seeds: dict[str, Path], number: str) -> None:
    assert found(seeds[number]) == SEEDS[number]


@pytest.mark.parametrize("number", ["001", "002", "003", "004", "005"])
def test_reports_from_pdf_cite_what_is_in_force(wild: dict[str, Path], number: str) -> None:
    assert found(wild[number]) == []


def test_the_short_name_is_told_once_with_every_place(seeds: dict[str, Path]) -> None:
    text = seeds["003"].read_text("utf-8")
    told = findings(text, gxlint_citations.statute_name)[0]
    places = [told.span, *(one.span for one in told.related)]
    assert [text.count("\n", 0, place.start) + 1 for place in places] == [3, 6, 407]
