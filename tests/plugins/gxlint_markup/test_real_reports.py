"""What a careful reviewer marks in the published reports, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import gxlint_markup
from gxlint.testing import findings
from tests.plugins.asking import fixed, reading

RULES = list(gxlint_markup.gxlint_rules())

SEEDS = {
    "000": [("GXM001", 2)],
    "001": [("GXM003", 1), ("GXM006", 2)],
    "002": [],
    "003": [("GXM001", 3)],
    "004": [("GXM002", 405)],
}
WILD = {
    "001": [("GXM002", row) for row in (1, 22, 48, 81, 225, 381)],
    "002": [("GXM002", row) for row in (1, 22, 48, 70, 116, 173)],
    "003": [("GXM002", row) for row in (26, 52, 94, 165, 235, 276)],
    "004": [],
    "005": [("GXM002", 247)],
}


def found(path: Path) -> list[tuple[str, int]]:
    text = path.read_text("utf-8")
    told = [(one.code, text.count("\n", 0, one.span.start) + 1) for rule in RULES for one in findings(text, rule)]
    return sorted(told)


@pytest.mark.parametrize("number", SEEDS)
def test_the_seeds_are_told_what_a_reviewer_marks(seeds: dict[str, Path], number: str) -> None:
    assert found(seeds[number]) == SEEDS[number]


@pytest.mark.parametrize("number", WILD)
def test_reports_from_pdf_are_told_their_page_numbers(wild: dict[str, Path], number: str) -> None:
    assert found(wild[number]) == WILD[number]


@pytest.mark.parametrize("number", ["001", "002", "003", "004", "005"])
def test_safe_fixes_leave_the_tables_of_real_reports_as_they_were_read(wild: dict[str, Path], number: str) -> None:
    text = wild[number].read_text("utf-8")
    mended = text
    for rule in RULES:
        mended = fixed(rule, mended)
    assert reading(mended) == reading(text)
