"""Published reports: what a careful reviewer marks in their tables, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxlint import LineIndex
from tests.conftest import NO_REPORTS, REPORTS, SEEDS, WILD, needs_reports, real_report
from tests.plugins.gxlint_forms.reports import found_in

SEEN = {
    "000": [(11, "GXF009")],
    "001": [],
    "002": [
        (28, "GXF009"),
        (96, "GXF008"),
        (115, "GXF012"),
        (128, "GXF004"),
        (136, "GXF008"),
        (244, "GXF008"),
        (313, "GXF009"),
        (315, "GXF009"),
        (318, "GXF008"),
        (331, "GXF008"),
        (336, "GXF008"),
    ],
    "003": [],
    "004": [(85, "GXF009"), (131, "GXF009")],
}
"""Line and rule of every finding in the reports of Word documents."""


@needs_reports
@pytest.mark.parametrize("number", SEEN)
def test_findings_in_reports_of_word_documents(number: str) -> None:
    path = real_report(number, SEEDS)
    text = path.read_text("utf-8")
    lines = LineIndex.of(text)

    assert [(lines.location(one.span.start).row, one.code) for one in found_in(text, path.name)] == SEEN[number]


@needs_reports
def test_the_broken_table_is_one_finding_for_its_run_of_rows() -> None:
    text = real_report("002", SEEDS).read_text("utf-8")

    (finding,) = (one for one in found_in(text) if one.code == "GXF004")

    assert (finding.args["count"], finding.args["actual"], finding.args["expected"]) == (21, 5, 7)


@needs_reports
@pytest.mark.parametrize("path", WILD, ids=lambda path: path.stem)
def test_reports_of_pdf_files_get_advice_at_most(path: Path) -> None:
    found = found_in(path.read_text("utf-8"), path.name)

    assert {one.severity for one in found} <= {"info"}
    assert {one.code for one in found} <= {"GXF009"}


def test_the_blank_official_form_is_told_table_by_table() -> None:
    path = REPORTS.parent / "forms" / "annual-report-form-2021.txt"
    if not path.exists():
        pytest.skip(NO_REPORTS)

    assert [one.code for one in found_in(path.read_text("utf-8"))] == ["GXF012"] * 3
