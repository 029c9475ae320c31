"""What gxlint as a whole says of the published reports: all a careful reviewer marks, and nothing louder beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.session import Options, Session, check_text

# Row, rule and severity of every finding: the reviewer's marks that belong to the rules there are.
SEEDS = {
    "000": [
        (1, "GXS007", "info"),
        (2, "GXM001", "warning"),
        (4, "GXS009", "info"),
        (4, "GXS011", "info"),
        # 今年来: a year without its number, and a word left out.
        (5, "GXW006", "info"),
        (5, "GXW010", "info"),
        (6, "GXW009", "info"),
        (11, "GXF009", "info"),
        (394, "GXW004", "info"),
    ],
    "001": [
        (1, "GXM003", "warning"),
        (2, "GXC012", "warning"),
        (2, "GXM006", "error"),
        (7, "GXW009", "info"),
        (419, "GXW005", "info"),
    ],
    "002": [
        (4, "GXW005", "info"),
        (5, "GXS011", "info"),
        (28, "GXF009", "info"),
        (96, "GXF008", "warning"),
        (115, "GXF012", "info"),
        # One finding for the whole run of rows that lost two columns, and no sum of these rows.
        (128, "GXF004", "error"),
        (136, "GXF008", "warning"),
        (244, "GXF008", "warning"),
        (313, "GXF009", "info"),
        (315, "GXF009", "info"),
        (318, "GXF008", "warning"),
        (331, "GXF008", "warning"),
        (336, "GXF008", "warning"),
        (361, "GXW009", "info"),
        (364, "GXC012", "warning"),
        (364, "GXW006", "info"),
    ],
    "003": [
        # The name of the regulation, and the title inside the title of the notice.
        (3, "GXL006", "info"),
        (3, "GXL006", "info"),
        (3, "GXM001", "warning"),
        (3, "GXW008", "info"),
        (4, "GXS011", "info"),
        (14, "GXW001", "info"),
        (61, "GXW005", "info"),
    ],
    "004": [
        (1, "GXS006", "warning"),
        (1, "GXS009", "info"),
        (1, "GXS011", "info"),
        (4, "GXW006", "warning"),
        (85, "GXF009", "info"),
        (131, "GXF009", "info"),
        (405, "GXM002", "info"),
    ],
}

# Louder than advice: what conversion took away. The tables are consistent, so no total is wrong.
WILD_LOUD = {
    "001": [],
    "002": [],
    "003": [],
    "004": [(1, "GXS006", "warning")],
    "005": [(1, "GXS006", "warning"), (377, "GXS001", "error")],
}


def told(path: Path) -> list[tuple[int, str, str | None]]:
    """Row, code and severity of all findings, as ``gxlint check`` has them without settings."""
    text = path.read_text("utf-8")
    result = check_text(text, path.name, Session(Options(isolated=True)).project(path.parent))
    return sorted((text.count("\n", 0, one.span.start) + 1, one.code, one.severity) for one in result.findings)


@pytest.mark.parametrize("number", SEEDS)
def test_a_seed_is_told_what_the_reviewer_marked_and_nothing_else(seeds: dict[str, Path], number: str) -> None:
    assert told(seeds[number]) == SEEDS[number]


@pytest.mark.parametrize("number", WILD_LOUD)
def test_a_consistent_report_is_told_nothing_loud_but_what_it_lost(wild: dict[str, Path], number: str) -> None:
    findings = told(wild[number])
    assert [finding for finding in findings if finding[2] != "info"] == WILD_LOUD[number]
    assert not [code for _, code, _ in findings if code.startswith("GXT")]
