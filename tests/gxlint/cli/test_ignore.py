from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.gxlint.cli.conftest import Gxlint


def row_of(text: str, words: str) -> int:
    return next(row for row, line in enumerate(text.split("\n"), 1) if words in line)


def test_a_finding_is_ignored_at_the_place_the_check_names(gxlint: Gxlint, broken: Path) -> None:
    line = gxlint("check", broken.name, "--select", "GXT003", "--output-format", "concise").out
    place = line.partition(": ")[0]

    outcome = gxlint("ignore", "GXT003", place, "--reason", "上级已核实", "--who", "张三", "--until", "2999-12-31")

    assert (outcome.code, outcome.out) == (0, "已记入 gxlint-ignores.toml：GXT003 1 处。\n")
    check = gxlint("check", broken.name, "--select", "GXT003,GXM001")
    assert "GXT003" not in check.out
    assert "另有 1 处已列入忽略清单，未列出。" in check.out
    assert "GXT003" in gxlint("check", broken.name, "--no-ignores").out


def test_the_rule_may_be_named_and_only_the_row_given(gxlint: Gxlint, broken: Path) -> None:
    row = row_of(broken.read_text(encoding="utf-8"), "[bookmark")

    assert gxlint("ignore", "stray-markup", f"{broken.name}:{row}", "--reason", "x").code == 0
    assert 'rule = "GXM001"' in (broken.parent / "gxlint-ignores.toml").read_text(encoding="utf-8")


def test_what_is_ignored_already_is_not_written_again(gxlint: Gxlint, broken: Path) -> None:
    row = row_of(broken.read_text(encoding="utf-8"), "[bookmark")
    gxlint("ignore", "GXM001", f"{broken.name}:{row}", "--reason", "x")
    before = (broken.parent / "gxlint-ignores.toml").read_bytes()

    outcome = gxlint("ignore", "GXM001", f"{broken.name}:{row}", "--reason", "y")

    assert (outcome.code, outcome.out) == (0, "GXM001 在这一行已经忽略。\n")
    assert (broken.parent / "gxlint-ignores.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("GXM001", "白石镇.md:7"), "--reason"),
        (("GXM001", "白石镇.md:7", "--reason", " "), "--reason 不能为空"),
        (("GXM001", "白石镇.md", "--reason", "x"), "位置应写作 文件:行号"),
        (("GXM001", "没有.md:7", "--reason", "x"), "没有.md：文件不存在"),
        (("GXM001", "白石镇.md:3", "--reason", "x"), "第 3 行没有 GXM001 的问题；该规则的问题在第 7 行"),
        (("GXS001", "白石镇.md:7", "--reason", "x"), "第 7 行没有 GXS001 的问题；这一行的问题是 GXM001"),
        (("GXS001", "白石镇.md:3", "--reason", "x"), "第 3 行没有 GXS001 的问题"),
        (("GXM001", "白石镇.md:7", "--reason", "x", "--until", "明年"), "--until"),
    ],
)
def test_a_wrong_call_gives_2_says_why_and_writes_nothing(
    gxlint: Gxlint, broken: Path, arguments: tuple[str, ...], said: str
) -> None:
    outcome = gxlint("ignore", *arguments)

    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert not (broken.parent / "gxlint-ignores.toml").exists()


def test_a_list_without_a_reason_stops_the_check(gxlint: Gxlint, broken: Path) -> None:
    (broken.parent / "gxlint-ignores.toml").write_text(
        '[[ignore]]\nrule = "GXM001"\nfile = "白石镇.md"\nplace = "前言"\npassage = "0"\n', encoding="utf-8"
    )

    outcome = gxlint("check", broken.name)

    assert (outcome.code, outcome.out) == (2, "")
    assert "gxlint-ignores.toml 第 1 行：这条记录没有写理由" in outcome.err


def test_an_entry_without_effect_fails_the_check_and_is_told_in_both_languages(gxlint: Gxlint, clean: Path) -> None:
    (clean.parent / "gxlint-ignores.toml").write_text(
        '[[ignore]]\nrule = "GXM001"\nfile = "云岭镇.md"\nplace = "前言"\npassage = "0"\nreason = "x"\n',
        encoding="utf-8",
    )

    outcome = gxlint("check", clean.name)
    english = gxlint("check", clean.name, "--language", "en")

    assert (outcome.code, english.code) == (1, 1)
    assert "gxlint-ignores.toml:1:1  警告  GXE002 unused-suppression\n" in outcome.out
    assert "1 │ ⟦[[ignore]]⟧\n" in outcome.out
    assert "GXE002 unused-suppression" in english.out
    assert "没有对应的问题" not in english.out


ROW = "白石镇.md:7"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("GXM099", ROW, "--reason", "x"), "没有规则 GXM099，是不是 GX"),
        (("stray-marup", ROW, "--reason", "x"), "没有规则 stray-marup，是不是 stray-markup"),
        (("GXM001", ROW, "--reason", "x", "--until", "2020-01-01"), "--until 2020-01-01 已经过去"),
        (("GXM001", ROW, "--reason", "x", "--until", "2020-13-01"), "--until 应为日期，如 2026-03-31，现为 2020-13-01"),
        (("GXM001", ROW), "缺少 --reason"),
        (("GXM001", ROW, "--resaon", "x", "--reason", "x"), "没有选项或多写了 --resaon x，是不是 --reason"),
    ],
)
def test_a_wrong_call_is_refused_in_the_readers_language(
    gxlint: Gxlint, broken: Path, arguments: tuple[str, ...], said: str
) -> None:
    outcome = gxlint("ignore", *arguments)

    assert outcome.code == 2
    assert said in outcome.err
    assert not broken.with_name("gxlint-ignores.toml").exists()


def test_an_entry_survives_edits_elsewhere_and_lapses_with_the_passage(gxlint: Gxlint, broken: Path) -> None:
    text = broken.read_text("utf-8").replace("（一）主动公开[bookmark: _GoBack]", "（一）主动公开\n[bookmark: x]")
    broken.write_text(text, "utf-8")
    assert gxlint("ignore", "GXM001", "白石镇.md:8", "--reason", "核实过").code == 0
    elsewhere = text.replace("\n\n", "\n\n\n", 1).replace("（一）主动", "（一）机构。设党政办公室。\n（二）主动")
    only = ("check", "--select", "GXM001", "--output-format", "concise")

    broken.write_text(elsewhere.replace("| 0 |", "| 1 |", 3), "utf-8")
    assert gxlint(*only).out == ""
    broken.write_text(text.replace("[bookmark: x]", "[bookmark: x]全年"), "utf-8")
    assert [line.split()[2] for line in gxlint(*only).out.splitlines()] == ["GXM001", "GXE002"]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("./白石镇.md", True),
        (".\\\\白石镇.md", True),
        ("x/../白石镇.md", True),
        ("白石镇", False),
        ("../白石镇.md", False),
        ("C:/白石镇.md", False),
        (".", False),
        ("", False),
    ],
)
def test_an_entry_is_either_known_by_its_file_or_told(gxlint: Gxlint, broken: Path, name: str, known: bool) -> None:
    gxlint("ignore", "GXM001", ROW, "--reason", "核实过")
    file = broken.with_name("gxlint-ignores.toml")
    file.write_text(file.read_text("utf-8").replace('file = "白石镇.md"', f'file = "{name}"'), "utf-8")

    told = gxlint("check", "--select", "GXM001", "--output-format", "concise").out

    assert [line.split()[2] for line in told.splitlines()] == ([] if known else ["GXM001", "GXE002"])


def test_a_report_that_exists_by_an_absolute_path_is_told_all_the_same(gxlint: Gxlint, broken: Path) -> None:
    gxlint("ignore", "GXM001", ROW, "--reason", "核实过")
    file = broken.with_name("gxlint-ignores.toml")
    file.write_text(file.read_text("utf-8").replace('"白石镇.md"', f'"{broken.as_posix()}"'), "utf-8")

    assert "文件名从忽略清单所在的文件夹写起" in gxlint("check", "--select", "GXM001").out


def test_what_an_editor_wrote_around_the_entries_stays(gxlint: Gxlint, broken: Path) -> None:
    file = broken.with_name("gxlint-ignores.toml")
    file.write_bytes("\ufeff# 全镇的记录\r\n".encode())

    assert gxlint("ignore", "GXM001", ROW, "--reason", '含“引号”"和\\\n换行').code == 0

    data = file.read_bytes()
    assert data.startswith("\ufeff# 全镇的记录\r\n\r\n[[ignore]]\r\n".encode())
    assert data.count(b"\n") == data.count(b"\r\n")
    assert gxlint("check", "--select", "GXM001").code == 0


def test_a_list_that_cannot_be_written_is_named(gxlint: Gxlint, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = broken.with_name("gxlint-ignores.toml")
    file.write_text("# 全镇的记录\n", "utf-8")
    monkeypatch.setattr("os.access", lambda path, mode: False)

    outcome = gxlint("ignore", "GXM001", ROW, "--reason", "x")

    assert (outcome.code, outcome.err) == (2, "gxlint: gxlint-ignores.toml：未写入：没有权限\n")
    assert file.read_text("utf-8") == "# 全镇的记录\n"


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_with_bytes_that_are_no_text_is_refused(gxlint: Gxlint, broken: Path, tmp_path: Path) -> None:
    broken.rename(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md"))

    outcome = gxlint("ignore", "GXM001", os.fsdecode(b"\xff.md:7"), "--reason", "x")

    assert outcome.code == 2
    assert "文件名不是 UTF-8" in outcome.err
