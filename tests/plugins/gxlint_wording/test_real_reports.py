"""What a careful reviewer marks in the published reports, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import gxlint_wording
from gxlint.testing import findings
from tests.plugins.asking import fixed, reading

RULES = list(gxlint_wording.gxlint_rules())

SEEDS = {
    "000": [("GXW004", 394, "info"), ("GXW006", 5, "info"), ("GXW009", 6, "info"), ("GXW010", 5, "info")],
    "001": [("GXW005", 419, "info"), ("GXW009", 7, "info")],
    "002": [("GXW005", 4, "info"), ("GXW006", 364, "info"), ("GXW009", 361, "info")],
    "003": [("GXW001", 14, "info"), ("GXW005", 61, "info"), ("GXW008", 3, "info")],
    "004": [("GXW006", 4, "warning")],
}

# A character that the report itself has twice.
WILD = {"001": [], "002": [], "003": [], "004": [], "005": [("GXW007", 18, "info")]}


def found(path: Path) -> list[tuple[str, int, str]]:
    text = path.read_text("utf-8")
    told = [
        (one.code, text.count("\n", 0, one.span.start) + 1, one.severity or "")
        for rule in RULES
        for one in findings(text, rule)
    ]
    return sorted(told)


@pytest.mark.parametrize("number", SEEDS)
def test_the_seeds_are_told_what_a_reviewer_marks(seeds: dict[str, Path], number: str) -> None:
    assert found(seeds[number]) == SEEDS[number]


@pytest.mark.parametrize("number", WILD)
def test_wrapped_lines_of_reports_from_pdf_are_no_fault(wild: dict[str, Path], number: str) -> None:
    assert found(wild[number]) == WILD[number]


def test_every_line_of_blanks_between_the_parts_is_one_place(seeds: dict[str, Path]) -> None:
    text = seeds["002"].read_text("utf-8")
    told = findings(text, gxlint_wording.stray_whitespace)[0]
    places = [told.span, *(one.span for one in told.related)]
    assert [text.count("\n", 0, place.start) + 1 for place in places] == [4, 12, 13, 14, 88, 311, 359]


@pytest.mark.parametrize("number", SEEDS)
def test_safe_fixes_leave_the_tables_as_they_were_read(seeds: dict[str, Path], number: str) -> None:
    text = seeds[number].read_text("utf-8")
    mended = text
    for rule in RULES:
        mended = fixed(rule, mended)
    assert reading(mended) == reading(text)
