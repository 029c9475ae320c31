from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.gxlint.cli.conftest import Gxlint

ONLY = ("--select", "GXT003,GXM001")


def test_adopting_on_an_archive_tells_only_what_is_new(gxlint: Gxlint, broken: Path, clean: Path) -> None:
    assert gxlint("check", *ONLY).code == 1

    made = gxlint("baseline", "create", *ONLY)

    assert (made.code, made.out) == (0, "gxlint-baseline.json：2 处（新增 2，删去 0）。\n")
    after = gxlint("check", *ONLY)
    assert (after.code, after.err) == (0, "")
    assert "另有 2 处在基线中，未列出。没有发现问题。" in after.out
    clean.write_text(
        clean.read_text(encoding="utf-8").replace("（一）主动公开", "（一）主动公开[bookmark: x]"), "utf-8"
    )
    new = gxlint("check", *ONLY, "--output-format", "concise")
    assert new.code == 1
    assert [line.partition(":")[0] for line in new.out.splitlines()] == ["云岭镇.md"]
    assert gxlint("check", *ONLY, "--no-ignores").out.count("GXM001") == 2


def test_what_has_vanished_is_told_and_pruned(gxlint: Gxlint, broken: Path) -> None:
    gxlint("baseline", "create", *ONLY)
    broken.write_text(broken.read_text(encoding="utf-8").replace("[bookmark: _GoBack]", ""), "utf-8")

    told = gxlint("check", *ONLY)

    assert told.code == 0
    assert "基线中有 1 处问题已不再出现，可运行 gxlint baseline prune" in told.err
    assert gxlint("baseline", "prune", *ONLY).out == "gxlint-baseline.json：1 处（新增 0，删去 1）。\n"
    assert gxlint("check", *ONLY).err == ""


def test_pruning_takes_nothing_new_in_and_updating_does(gxlint: Gxlint, broken: Path) -> None:
    gxlint("baseline", "create", *ONLY)
    broken.write_text(
        broken.read_text(encoding="utf-8").replace("一、总体情况\n", "一、总体情况[bookmark: y]\n"), "utf-8"
    )

    assert "新增 0" in gxlint("baseline", "prune", *ONLY).out
    assert gxlint("check", *ONLY).code == 1
    assert gxlint("baseline", "update", *ONLY).out == "gxlint-baseline.json：3 处（新增 1，删去 0）。\n"
    assert gxlint("check", *ONLY).code == 0


def test_files_that_were_not_asked_for_keep_their_place(gxlint: Gxlint, broken: Path, clean: Path) -> None:
    gxlint("baseline", "create", *ONLY)

    assert gxlint("baseline", "update", clean.name, *ONLY).out == "gxlint-baseline.json：2 处（新增 0，删去 0）。\n"
    broken.unlink()
    assert gxlint("baseline", "update", clean.name, *ONLY).out == "gxlint-baseline.json：2 处（新增 0，删去 0）。\n"
    assert gxlint("baseline", "prune", *ONLY).out == "gxlint-baseline.json：0 处（新增 0，删去 2）。\n"


def test_ignored_findings_are_not_taken_in(gxlint: Gxlint, broken: Path) -> None:
    gxlint("ignore", "GXM001", f"{broken.name}:7", "--reason", "x")

    assert gxlint("baseline", "create", *ONLY).out == "gxlint-baseline.json：1 处（新增 1，删去 0）。\n"
    assert gxlint("check", *ONLY).code == 0


def test_the_baseline_above_holds_for_folders_below(gxlint: Gxlint, tmp_path: Path, broken_text: str) -> None:
    folder = tmp_path / "2024年"
    folder.mkdir()
    (folder / "a.md").write_text(broken_text, encoding="utf-8")
    gxlint("baseline", "create", *ONLY)

    assert gxlint("check", "2024年", *ONLY).code == 0
    assert gxlint("baseline", "update", "2024年", *ONLY).code == 0
    assert not (folder / "gxlint-baseline.json").exists()


@pytest.mark.parametrize(
    ("there", "action", "said"),
    [
        (True, "create", "已有基线 gxlint-baseline.json；请用 update 或 prune"),
        (False, "update", "没有基线 gxlint-baseline.json；请先用 create"),
        (False, "prune", "没有基线 gxlint-baseline.json；请先用 create"),
    ],
)
def test_an_action_that_does_not_fit_gives_2(gxlint: Gxlint, broken: Path, there: bool, action: str, said: str) -> None:
    if there:
        gxlint("baseline", "create", *ONLY)

    outcome = gxlint("baseline", action, *ONLY)

    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_a_file_that_cannot_be_checked_leaves_no_baseline(gxlint: Gxlint, broken: Path, tmp_path: Path) -> None:
    (tmp_path / "坏.txt").write_bytes("政府信息公开".encode("gb18030") + b"\xff\xff\x00")

    assert gxlint("baseline", "create", *ONLY).code == 2
    assert not (tmp_path / "gxlint-baseline.json").exists()


def test_a_baseline_that_is_none_stops_the_check(gxlint: Gxlint, broken: Path, tmp_path: Path) -> None:
    (tmp_path / "gxlint-baseline.json").write_text("{", encoding="utf-8")

    outcome = gxlint("check", broken.name)

    assert outcome.code == 2
    assert "gxlint-baseline.json 第 1 行：不是基线文件" in outcome.err


def test_what_rules_found_that_were_not_asked_stays(gxlint: Gxlint, broken: Path) -> None:
    gxlint("baseline", "create", *ONLY)

    for action in ("prune", "update"):
        assert (
            gxlint("baseline", action, "--select", "GXM001").out == "gxlint-baseline.json：2 处（新增 0，删去 0）。\n"
        )
    assert gxlint("check", *ONLY).code == 0


def test_what_a_rule_found_that_there_is_no_more_is_pruned(gxlint: Gxlint, broken: Path, tmp_path: Path) -> None:
    gxlint("baseline", "create", *ONLY)
    file = tmp_path / "gxlint-baseline.json"
    file.write_text(file.read_text("utf-8").replace("GXM001", "GXM099"), "utf-8")

    assert gxlint("baseline", "prune", *ONLY).out == "gxlint-baseline.json：1 处（新增 0，删去 1）。\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "不是基线文件"),
        ("[" * 9999, "不是基线文件"),
        ("<<<<<<< HEAD\n{}\n", "第 1 行：不是基线文件"),
        ('{"version": "1", "findings": []}', "不是基线文件"),
        ('{"version": 2, "findings": []}', "由别的版本写成；请删去它，再用 gxlint baseline create 重写"),
        ('{"version": 1, "findings": [3]}', "基线的第 1 条不合格式"),
        (
            '{"version": 1, "findings": [{"file": "a", "rule": "GXM001", "place": "", "passage": "b", "count": -1}]}',
            "基线的第 1 条不合格式",
        ),
    ],
)
@pytest.mark.parametrize("command", [("check", "."), ("baseline", "update")])
def test_a_damaged_baseline_is_told_with_the_way_out_and_left_alone(
    gxlint: Gxlint, broken: Path, tmp_path: Path, text: str, said: str, command: tuple[str, ...]
) -> None:
    file = tmp_path / "gxlint-baseline.json"
    file.write_text(text, "utf-8")

    outcome = gxlint(*command)

    assert outcome.code == 2
    assert said in outcome.err
    assert "意外错误" not in outcome.err
    assert file.read_text("utf-8") == text


def test_a_report_is_known_whatever_way_its_name_is_written(gxlint: Gxlint, broken: Path, tmp_path: Path) -> None:
    """A Mac takes é apart, and a person may have typed a path as Windows has it."""
    folder = tmp_path / "cafe\u0301"
    folder.mkdir()
    broken.rename(folder / "甲.md")
    gxlint("baseline", "create", *ONLY)
    file = tmp_path / "gxlint-baseline.json"
    written = file.read_text("utf-8")

    for name in ("caf\u00e9/甲.md", "cafe\u0301/甲.md", "./caf\u00e9/甲.md", "caf\u00e9\\\\甲.md"):
        file.write_text(written.replace("caf\u00e9/甲.md", name), "utf-8")
        assert gxlint("check", *ONLY).code == 0


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_with_bytes_that_are_no_text_is_taken_in(gxlint: Gxlint, broken: Path, tmp_path: Path) -> None:
    broken.rename(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md"))

    assert gxlint("baseline", "create", *ONLY).code == 0
    assert gxlint("check", *ONLY).code == 0
