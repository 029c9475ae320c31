"""Reports written for the tests of doors: one without a fault, one with two."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.testing import sample

BOOKMARK = "[bookmark: _GoBack]"


@pytest.fixture
def clean_text() -> str:
    """A report without a fault."""
    return sample()


@pytest.fixture
def broken_text() -> str:
    """A report with a bookmark in row 7 (GXM001, safe fix) and a wrong total in table three (GXT003, unsafe fix)."""
    text = sample(organ="临河市白石镇人民政府").replace("（一）主动公开\n", f"（一）主动公开{BOOKMARK}\n", 1)
    row = next(line for line in text.split("\n") if line.startswith("| 一、本年新收"))
    return text.replace(row, row.rsplit("| 0 |", 1)[0] + "| 7 |", 1)


@pytest.fixture
def clean(tmp_path: Path, clean_text: str) -> Path:
    path = tmp_path / "云岭镇.md"
    path.write_text(clean_text, encoding="utf-8", newline="")
    return path


@pytest.fixture
def broken(tmp_path: Path, broken_text: str) -> Path:
    path = tmp_path / "白石镇.md"
    path.write_text(broken_text, encoding="utf-8", newline="")
    return path
