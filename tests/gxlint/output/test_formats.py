from __future__ import annotations

import dataclasses
import json
import re

import pytest

from gxlint.output import FileOutcome, Run, Style, formats


def shown(outcome: Run, name: str, style: Style | None = None) -> str:
    return "".join(formats({})[name].render(outcome, style or Style()))


def test_text_tells_a_clerk_all_there_is(outcome: Run) -> None:
    assert shown(outcome, "text") == (
        "甲县/2024年,报告.txt:12:2  错误  GXT003 row-total\n"
        "  总计 5，应为 3，差 2。\n"
        "  12 │ ⟦5⟧\n"
        "  位置：表三 · （三）不予公开第1项 · 总计\n"
        "  相关：第 10 行 自然人：3\n"
        "  相关：第 11、14 行 其余各列\n"
        "  可修正，须人工核对（--fix --unsafe-fixes）：改为 3\n"
        "\n"
        "甲县/2024年,报告.txt:20:3  提示  GXW001 halfwidth-punctuation\n"
        "  半角标点“,”<U+000A>应为“，”\n"
        "  20 │ 公开⟦,⟧透明\n"
        "  可自动修正（--fix）：改为全角\n"
        "\n"
        "检查了 2 个文件，其中年度报告 1 份；运行规则 2 条。发现错误 1 处、警告 0 处、提示 1 处。"
        "其中 1 处可自动修正（--fix），1 处可修正但须人工核对（--fix --unsafe-fixes）。\n"
    )


def test_text_in_english_has_no_chinese_words_of_its_own(outcome: Run) -> None:
    own = re.sub(
        r"甲县\S*|表三.*|总计 5.*|第 .*|半角.*|.*公开.*|.*其余各列|.*自然人.*|改为.*",
        "",
        shown(outcome, "text", Style("en")),
    )
    assert not re.search(r"[一-鿿]", own)


def test_colour_adds_nothing_but_colour(outcome: Run) -> None:
    for name in ("text", "concise"):
        coloured = shown(outcome, name, Style(color=True))
        assert "\x1b[" in coloured
        assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == shown(outcome, name)


def test_quiet_text_is_silent_only_where_nothing_was_found(outcome: Run) -> None:
    assert shown(Run((FileOutcome("a.txt"),)), "text", Style(quiet=True)) == ""
    assert shown(outcome, "text", Style(quiet=True)) == shown(outcome, "text")


def test_fixes_that_were_made_are_told_by_file(outcome: Run) -> None:
    fixed = Run((FileOutcome("a.txt", fixed={"GXW001": 2, "GXM001": 1}, reports=1),))
    assert shown(fixed, "text").startswith("a.txt：已修正 GXM001 × 1、GXW001 × 2\n检查了 1 个文件")
    assert "已修正 3 处。没有其他问题。" in shown(fixed, "text")


def test_concise_is_one_line_a_finding(outcome: Run) -> None:
    assert shown(outcome, "concise").split("\n") == [
        "甲县/2024年,报告.txt:12:2: 错误 GXT003 row-total: 总计 5，应为 3，差 2。 [?]",
        "甲县/2024年,报告.txt:20:3: 提示 GXW001 halfwidth-punctuation: 半角标点“,” 应为“，” [*]",
        "",
    ]


def test_json_is_one_array_of_findings_and_problems(outcome: Run) -> None:
    entries = json.loads(shown(outcome, "json"))
    assert [entry["code"] for entry in entries] == ["GXE011", "GXE010", "GXT003", "GXW001"]
    assert all(entry.keys() == entries[0].keys() for entry in entries)
    assert entries[2] == {
        "code": "GXT003",
        "name": "row-total",
        "severity": "error",
        "message": "总计 5，应为 3，差 2。",
        "filename": "甲县/2024年,报告.txt",
        "location": {"row": 12, "column": 2},
        "end_location": {"row": 12, "column": 3},
        "place": "表三 · （三）不予公开第1项 · 总计",
        "related": [
            {"message": "自然人：3", "location": {"row": 10, "column": 2}, "end_location": {"row": 10, "column": 3}},
            {"message": "其余各列", "location": {"row": 11, "column": 2}, "end_location": {"row": 11, "column": 3}},
            {"message": "其余各列", "location": {"row": 14, "column": 2}, "end_location": {"row": 14, "column": 3}},
        ],
        "fix": {
            "applicability": "unsafe",
            "message": "改为 3",
            "edits": [{"location": {"row": 12, "column": 2}, "end_location": {"row": 12, "column": 3}, "content": "3"}],
        },
        "url": None,
    }
    assert entries[3]["place"] is None
    assert entries[0]["filename"] == ""


def test_json_without_anything_is_an_empty_array() -> None:
    assert json.loads(shown(Run(()), "json")) == []


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_where_only_ascii_can_be_written_json_is_ascii(outcome: Run, name: str) -> None:
    plain = shown(outcome, name, Style(unicode=False))
    assert plain.isascii()
    assert json.loads(plain) == json.loads(shown(outcome, name))


def test_github_commands_are_one_line_each_and_escaped(outcome: Run) -> None:
    lines = shown(outcome, "github").splitlines()
    assert lines == [
        "::warning title=GXE011 plugin-failed::插件 acme：加载失败",
        "::error title=GXE010 unreadable-file,file=乙%3A县.txt,line=2,endLine=2,col=1,endColumn=1::"
        "第 7 字节不是 100%25 有效",
        "::error title=GXT003 row-total,file=甲县/2024年%2C报告.txt,line=12,endLine=12,col=2,endColumn=3::"
        "表三 · （三）不予公开第1项 · 总计%0A总计 5，应为 3，差 2。",
        "::notice title=GXW001 halfwidth-punctuation,file=甲县/2024年%2C报告.txt,line=20,endLine=20,col=3,endColumn=4::"
        "半角标点“,”%0A应为“，”",
    ]


def test_sarif_counts_columns_in_code_points_and_names_every_rule(outcome: Run) -> None:
    log = json.loads(shown(outcome, "sarif"))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["version"] == "1.2.3"
    assert {result["ruleId"] for result in run["results"]} <= {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    location = run["results"][0]["locations"][0]
    assert location["physicalLocation"]["region"] == {"startLine": 12, "startColumn": 2, "endLine": 12, "endColumn": 3}
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "表三 · （三）不予公开第1项 · 总计"
    assert location["physicalLocation"]["artifactLocation"]["uri"].isascii()
    assert run["results"][1]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "，"
    assert run["invocations"][0]["executionSuccessful"] is False
    assert [one["descriptor"]["id"] for one in run["invocations"][0]["toolExecutionNotifications"]] == [
        "GXE011",
        "GXE010",
    ]


def test_a_plugin_adds_a_format_and_cannot_replace_one() -> None:
    class Mine:
        def __init__(self, name: str) -> None:
            self.name = name

        def render(self, run: Run, style: Style) -> list[str]:
            return [self.name]

    known = formats({"mine": Mine("mine"), "json": Mine("json"), "bad": object()})
    assert list(known["mine"].render(Run(()), Style())) == ["mine"]
    assert "".join(known["json"].render(Run(()), Style())) == "[]\n"
    assert "bad" not in known


def test_a_summary_counts_only_files_that_were_checked(outcome: Run) -> None:
    assert "检查了 2 个文件" in shown(outcome, "text")
    assert "没有发现问题" not in shown(dataclasses.replace(outcome, files=outcome.files[1:2]), "text")
