from __future__ import annotations

import pytest

from gxlint.output import FileOutcome, Place, Run, ToldEdit, ToldFinding, ToldFix, ToldRelated, ToldRule
from gxlint.text import Location


def place(row: int, first: int, last: int, end_row: int = 0) -> Place:
    return Place(Location(row, first), Location(end_row or row, last))


@pytest.fixture
def total() -> ToldFinding:
    return ToldFinding(
        "GXT003",
        "row-total",
        "error",
        "总计 5，应为 3，差 2。",
        "甲县/2024年,报告.txt",
        place(12, 2, 3),
        "表三 · （三）不予公开第1项 · 总计",
        "\t5",
        (
            ToldRelated(place(10, 2, 3), "自然人：3"),
            ToldRelated(place(11, 2, 3), "其余各列"),
            ToldRelated(place(14, 2, 3), "其余各列"),
        ),
        ToldFix("unsafe", "改为 3", (ToldEdit(place(12, 2, 3), "3"),)),
    )


@pytest.fixture
def comma() -> ToldFinding:
    return ToldFinding(
        "GXW001",
        "halfwidth-punctuation",
        "info",
        "半角标点“,”\n应为“，”",
        "甲县/2024年,报告.txt",
        place(20, 3, 4),
        "",
        "公开,透明",
        fix=ToldFix("safe", "改为全角", (ToldEdit(place(20, 3, 4), "，"),)),
    )


@pytest.fixture
def outcome(total: ToldFinding, comma: ToldFinding) -> Run:
    unread = ToldFinding("GXE010", "unreadable-file", "error", "第 7 字节不是 100% 有效", "乙:县.txt", place(2, 1, 1))
    plugin = ToldFinding("GXE011", "plugin-failed", "warning", "插件 acme：加载失败", "")
    return Run(
        (
            FileOutcome("甲县/2024年,报告.txt", (total, comma), reports=1, failed=True),
            FileOutcome("乙:县.txt", problems=(unread,)),
            FileOutcome("说明.md"),
        ),
        (plugin,),
        (
            ToldRule("GXT003", "row-total", "行总计", "error"),
            ToldRule("GXW001", "halfwidth-punctuation", "半角标点", "info"),
        ),
        version="1.2.3",
    )
