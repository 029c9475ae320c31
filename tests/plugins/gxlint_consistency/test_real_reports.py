"""Published reports agree with their tables in the prose: the family says what a reviewer marks and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

import gxlint_consistency
from gxlint.engine import lint
from gxlint.testing import report_of

RULES = list(gxlint_consistency.gxlint_rules())
SEEDS = {"000": [], "001": ["GXC012"], "002": ["GXC012"], "003": [], "004": []}


def codes(path: Path) -> list[str]:
    return [one.code for one in lint(report_of(path.read_text("utf-8"), path.name), RULES)]


@pytest.mark.parametrize("number", SEEDS)
def test_the_seeds(seeds: dict[str, Path], number: str) -> None:
    assert codes(seeds[number]) == SEEDS[number]


@pytest.mark.parametrize("number", ["001", "002", "003", "004", "005"])
def test_the_reports_of_cities(wild: dict[str, Path], number: str) -> None:
    assert codes(wild[number]) == []


@pytest.mark.parametrize(
    ("number", "right", "wrong", "code"),
    [
        ("001", "3119 件", "3191 件", "GXC003"),
        ("003", "3050件", "3051件", "GXC005"),
        ("001", "顺延到下年度", "结转下年度", ""),
        ("001", "结果维持72 件", "结果维持27 件", "GXC006"),
        ("003", "行政诉讼    46件", "行政诉讼    64件", "GXC006"),
        ("004", "予以公开1191件", "予以公开1911件", "GXC005"),
        ("004", "3607件", "3706件", "GXC003"),
        ("005", "部分公开471", "部分公开417", "GXC005"),
        ("005", "8140件", "8410件", "GXC007"),
        ("004", "市级47", "市级57", "GXC007"),
    ],
)
def test_a_slip_of_the_pen_in_a_published_report_is_found(
    wild: dict[str, Path], number: str, right: str, wrong: str, code: str
) -> None:
    text = wild[number].read_text("utf-8")
    assert right in text
    found = [one.code for one in lint(report_of(text.replace(right, wrong, 1)), RULES) if one.severity == "warning"]
    assert found == ([code] if code else [])
