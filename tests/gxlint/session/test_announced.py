"""A fix that gives figures up is told even to those who applied it unread."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.session import Options, Session
from gxlint.testing import overlay, sample

OUTDATED = "（年份）2020\n青山县云岭镇人民政府2023年政府信息公开工作年度报告\n"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("| 行政许可 | 12 | 0 | 30 |", ["表二（五） · 行政许可 · 上一年项目数量 12"]),
        ("| 行政许可 | 0 | 0 | 30 |", []),
    ],
)
def test_figures_that_a_fix_gave_up_are_told_afterwards(tmp_path: Path, row: str, told: list[str]) -> None:
    path = tmp_path / "云岭镇2023.md"
    path.write_text(overlay(sample(), OUTDATED + row), encoding="utf-8")
    options = Options(overrides={"select": ["GXF001"]}, fix=True, unsafe=True)

    (file,) = Session(options).run([path]).files

    assert file.fixed == {"GXF001": 1}
    assert [problem.code for problem in file.problems] == ["GXF001"] * len(told)
    assert all(words in problem.message for words, problem in zip(told, file.problems, strict=True))
    assert "| 行政许可 | 30 |" in path.read_text(encoding="utf-8")
