"""Published reports: their figures agree, or cannot be checked; nothing may be said about their sums."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxlint import read_report
from tests.conftest import SEEDS, WILD, needs_reports
from tests.plugins.gxlint_totals.tables import found_in


@needs_reports
@pytest.mark.parametrize("path", [*SEEDS, *WILD], ids=lambda path: path.stem)
def test_published_reports_have_no_totals_finding(path: Path) -> None:
    assert found_in(path.read_text("utf-8")) == []


@needs_reports
@pytest.mark.parametrize("path", WILD, ids=lambda path: path.stem)
def test_the_sums_of_published_reports_are_really_checked(path: Path) -> None:
    report = read_report(path.read_text("utf-8"))

    kinds = {relation.kind for relation in report.relations if relation.known and relation.left_sum}

    assert kinds >= {"balance", "result-total", "row-total", "review-total", "stock-flow"}
