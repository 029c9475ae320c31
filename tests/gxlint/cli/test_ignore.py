from __future__ import annotations

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
