"""What every test may use: the places of real reports, where they are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
"""The root of the repository."""

# A test never fails by the clock. What is to be merged is tried with the same examples every time.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("merge", settings.get_profile("steady"), derandomize=True)
settings.load_profile("merge" if os.environ.get("CI") else "steady")

REPORTS = ROOT.parent / "shared" / "reports"
"""Published reports lie beside the repository, never inside it; tests that read them are skipped where they are not."""

SEEDS: tuple[Path, ...] = tuple(sorted((REPORTS / "seeds").glob("*.txt")))
"""Reports as a converter of Word documents wrote them; empty where they are not at hand."""

WILD: tuple[Path, ...] = tuple(sorted((REPORTS / "wild").glob("*.txt")))
"""Reports as converters of PDF files wrote them; empty where they are not at hand."""

NO_REPORTS = (
    f"the published reports are not at hand (looked in {REPORTS.parent.name}/{REPORTS.name} beside the repository)"
)

needs_reports = pytest.mark.skipif(not (SEEDS and WILD), reason=NO_REPORTS)
"""Marks a test that reads published reports."""


def real_report(number: str, among: tuple[Path, ...]) -> Path:
    """The report whose file name starts with ``number``; skips the test where it is not at hand."""
    for path in among:
        if path.name.startswith(number):
            return path
    pytest.skip(NO_REPORTS)


@pytest.fixture
def seeds() -> dict[str, Path]:
    """Number (``000``) → file of the reports in ``SEEDS``."""
    if not SEEDS:
        pytest.skip(NO_REPORTS)
    return {path.name[:3]: path for path in SEEDS}


@pytest.fixture
def wild() -> dict[str, Path]:
    """Number (``001``) → file of the reports in ``WILD``."""
    if not WILD:
        pytest.skip(NO_REPORTS)
    return {path.name[:3]: path for path in WILD}
