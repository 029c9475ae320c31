"""Numbers with a unit: in every script, exact or not, and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gxlint.statements import quantities
from gxlint.statements.quantity import read_han
from tests.writing.numerals import in_characters


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("收到申请12件", 12, "件"),
        ("收到申请1,200件", 1200, "件"),
        ("占58.3%", Decimal("58.3"), "%"),
        ("收到申请三百二十件，", 320, "件"),
        ("收到申请十二件，", 12, "件"),
        ("收到申请一百零五件，", 105, "件"),
        ("收到申请三件。", 3, "件"),
        ("收取信息处理费260元", 260, "元"),
        ("收取信息处理费1.5万元", 15000, "元"),
        ("培训3次", 3, "次"),
        ("访问2600000人次", 2600000, "人次"),
    ],
)
def test_an_exact_number_is_read_with_its_unit(text: str, value: int | Decimal, unit: str) -> None:
    assert [(one.value, one.unit, one.exact) for one in quantities(text)] == [(value, unit, True)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两千余次", 2000),
        ("4600余条", 4600),
        ("16万余条", 160000),
        ("1.2万条", 12000),
        ("约300件", 300),
        ("近40件", 40),
        ("300多件", 300),
        ("30件左右", 30),
        ("数十件", 10),
        ("超过12件", 12),
    ],
)
def test_an_approximate_number_is_not_exact(text: str, value: int) -> None:
    assert [(one.value, one.exact) for one in quantities(text)] == [(value, False)]


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月1日",
        "第26号",
        "第二十条",
        "一件事一次办",
        "五项机制",
        "每一件申请",
        "“三公”经费",
        "12345热线",
        "十九届四中全会",
        "3个月内",
        "20个工作日",
        "《条例》二十五条",
        "一百二件",
        "第3件",
        "3部门",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert list(quantities(text)) == []


@pytest.mark.parametrize(
    ("han", "value"),
    [("二〇二四", 2024), ("两百一十五", 215), ("三万零六", 30006), ("一亿二千万", 120_000_000), ("三千五", None)],
)
def test_chinese_numbers_have_one_meaning_or_none(han: str, value: int | None) -> None:
    assert read_han(han) == value


@pytest.mark.parametrize("value", [1, 2, 9, 10, 12, 20, 100, 105, 110, 115, 320, 1000, 1005, 1050, 2002, 9999])
def test_a_count_in_characters_is_read_back(value: int) -> None:
    found = list(quantities(f"收到政府信息公开申请{in_characters(value)}件，"))
    assert [(one.value, one.unit, one.exact) for one in found] == [(value, "件", True)]
