from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.testing import report_of
from tests.gxlint.cli.conftest import Gxlint

ORGAN = "青山县云岭镇人民政府"


def test_a_blank_report_is_written_to_standard_output(gxlint: Gxlint) -> None:
    outcome = gxlint("new", "--year", "2025", "--organ", ORGAN)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"{ORGAN}2025年政府信息公开工作年度报告\n")
    assert report_of(outcome.out).layout.misfits == ()
    assert "\t" in outcome.out
    assert "|" not in outcome.out


@pytest.mark.parametrize(
    ("name", "arguments", "markdown"),
    [
        ("云岭镇.md", (), True),
        ("云岭镇.txt", (), False),
        ("云岭镇.md", ("--format", "text"), False),
        ("云岭镇.txt", ("--format", "markdown"), True),
    ],
)
def test_the_format_follows_the_name_unless_it_is_said(
    gxlint: Gxlint, tmp_path: Path, name: str, arguments: tuple[str, ...], markdown: bool
) -> None:
    outcome = gxlint("new", "--year", "2025", "--organ", ORGAN, *arguments, "-o", name)

    text = (tmp_path / name).read_text(encoding="utf-8")
    assert (outcome.code, outcome.out) == (0, "")
    assert name in outcome.err
    assert ("## 一、总体情况" in text, "| 规章 |" in text) == (markdown, markdown)


def test_what_was_written_is_clean_but_for_what_is_to_be_filled_in(gxlint: Gxlint) -> None:
    gxlint("new", "--year", "2025", "--organ", ORGAN, "-o", "云岭镇.txt")

    outcome = gxlint("check", "云岭镇.txt", "--output-format", "concise")

    assert {line.split()[2].rstrip(":") for line in outcome.out.splitlines()} == {"GXM005", "GXF012"}


def test_each_year_has_its_own_form(gxlint: Gxlint) -> None:
    assert "政府集中采购" in gxlint("new", "--year", "2020", "--organ", ORGAN).out
    assert "政府集中采购" not in gxlint("new", "--year", "2021", "--organ", ORGAN).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--year", "2018", "--organ", ORGAN), "没有 2018 年度的官方格式（最早为 2019 年度）"),
        (("--year", "2025"), "--organ"),
        (("--year", "2025", "--organ", " "), "--organ 不能为空"),
        (("--year", "2025", "--organ", ORGAN, "-o", "有.txt"), "有.txt：未写入：文件已存在"),
        (("--year", "2025", "--organ", ORGAN, "-o", "没有/这里.txt"), "未写入"),
    ],
)
def test_a_wrong_call_gives_2_and_says_why(
    gxlint: Gxlint, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "有.txt").write_text("原文", encoding="utf-8")

    outcome = gxlint("new", *arguments)

    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert (tmp_path / "有.txt").read_text(encoding="utf-8") == "原文"
