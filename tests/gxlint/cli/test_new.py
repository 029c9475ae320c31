from __future__ import annotations

import os
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


@pytest.mark.parametrize(
    "organ", ["青山县，财政局", "# 财政局", "a|b", "《财政局》", "<b>财政局</b>", "财\u200b政局", "甲" * 70]
)
def test_what_is_no_name_of_an_organ_is_refused(gxlint: Gxlint, tmp_path: Path, organ: str) -> None:
    outcome = gxlint("new", "--year", "2024", "--organ", organ, "-o", "a.md")

    assert outcome.code == 2
    assert "不像机关名称" in outcome.err
    assert not [*tmp_path.iterdir()]


def test_a_year_of_five_figures_is_refused(gxlint: Gxlint) -> None:
    assert "--year 应为四位数的年份，现为 20244" in gxlint("new", "--year", "20244", "--organ", "青山县财政局").err


def test_a_folder_that_is_not_there_is_named(gxlint: Gxlint) -> None:
    outcome = gxlint("new", "--year", "2024", "--organ", "青山县财政局", "-o", "没有/a.md")
    assert (outcome.code, outcome.err) == (2, "gxlint: 没有/a.md：未写入：没有文件夹 没有\n")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_nowhere_is_not_replaced(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("没有.md")

    assert gxlint("new", "--year", "2024", "--organ", "青山县财政局", "-o", "a.md").code == 2
    assert (tmp_path / "a.md").is_symlink()
