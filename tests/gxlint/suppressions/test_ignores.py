"""The file of ignores: read with every fault named, added to without touching what stands there."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.settings import SettingsError
from gxlint.suppressions import Ignore, Key, appended, read_ignores

ENTRY = """\
[[ignore]]
rule = "GXT003"
file = "云岭镇.md"
place = "表三 · 一、本年新收 · 总计"
passage = "0123456789ab"
reason = "上级已核实"
"""


def test_an_entry_is_read_with_its_row() -> None:
    (entry,) = read_ignores(f'# 说明\n\n{ENTRY}who = "张三"\nuntil = 2026-03-31\n', "gxlint-ignores.toml")

    assert entry == Ignore(
        "GXT003", "云岭镇.md", "表三 · 一、本年新收 · 总计", "0123456789ab", "上级已核实", "张三", date(2026, 3, 31), 3
    )


def test_an_empty_file_has_no_entries() -> None:
    assert read_ignores("# 还没有\n", "gxlint-ignores.toml") == ()


@pytest.mark.parametrize(
    ("text", "row", "said"),
    [
        (ENTRY.replace('reason = "上级已核实"\n', ""), 1, "没有写理由"),
        (ENTRY.replace("上级已核实", "  "), 1, "没有写理由"),
        (ENTRY.replace('file = "云岭镇.md"\n', ""), 1, "缺少 file"),
        (ENTRY.replace('"GXT003"', "3"), 1, "缺少 rule"),
        (ENTRY + 'reson = "x"\n', 7, "没有设置项 reson，是不是 reason？"),
        (ENTRY + 'until = "2026-03-31"\n', 7, "until 应为日期"),
        (ENTRY + "until = 2026-03-31T00:00:00\n", 7, "until 应为日期"),
        (ENTRY + "who = 3\n", 7, "who 应为字符串"),
        ("ignored = []\n", 1, "没有设置项 ignored，是不是 ignore？"),
        ("ignore = 3\n", 1, "每条记录以 [[ignore]] 开头"),
        ("[[ignore]\n", 1, "不合 TOML 语法"),
    ],
)
def test_what_is_wrong_is_said_with_its_row(text: str, row: int, said: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_ignores(text, "gxlint-ignores.toml")

    assert said in str(raised.value.reason)
    assert (raised.value.origin.file, raised.value.origin.row) == ("gxlint-ignores.toml", row)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_entries_are_added_behind_what_stands_there(end: str) -> None:
    before = f"# 我们的说明\n\n{ENTRY}# 结尾的话".replace("\n", end)

    after = appended(
        before, [Ignore("GXM001", "a.md", "前言", "ab", "先留着"), Ignore("GXM002", "b.md", "标题", "cd", "x")]
    )

    assert after.startswith(before + end)
    assert after.count("\n") == after.count(end)
    assert [one.rule for one in read_ignores(after, "")] == ["GXT003", "GXM001", "GXM002"]


def test_a_new_file_says_what_it_is() -> None:
    assert appended("", [Ignore("GXM001", "a.md", "前言", "ab", "先留着")]).startswith("# gxlint 的忽略清单")


def test_a_file_that_cannot_be_added_to_is_refused() -> None:
    with pytest.raises(ValueError, match="ignore"):
        appended("ignore = []\n", [Ignore("GXM001", "a.md", "前言", "ab", "x")])


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.dates() | st.none())
def test_any_words_are_read_back_as_they_were_written(words: str, until: date | None) -> None:
    entry = Ignore("GXM001", words, words, words, f"因{words}", words, until)

    (data,) = tomllib.loads(appended("", [entry]))["ignore"]

    assert data == {
        "rule": "GXM001",
        "file": words,
        "place": words,
        "passage": words,
        "reason": f"因{words}",
        "who": words,
        **({} if until is None else {"until": until}),
    }


@pytest.mark.parametrize(
    ("key", "name", "matches"),
    [
        (Key("GXT003", "表三 · 一、本年新收 · 总计", "0123456789ab"), "row-total", True),
        (Key("GXT003", "表三·一、本年新收·总计", "0123456789ab"), "row-total", True),
        (Key("GXT003", "表三 · 一、本年新收 · 总计", "ffffffffffff"), "row-total", False),
        (Key("GXT003", "表三 · 二、上年结转 · 总计", "0123456789ab"), "row-total", False),
        (Key("GXT001", "表三 · 一、本年新收 · 总计", "0123456789ab"), "balance", False),
    ],
)
def test_an_entry_matches_its_finding_only(key: Key, name: str, matches: bool) -> None:
    (entry,) = read_ignores(ENTRY, "")
    (by_name,) = read_ignores(ENTRY.replace("GXT003", "row-total"), "")

    assert entry.matches(key, name) == by_name.matches(key, name) == matches
