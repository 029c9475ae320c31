"""Figures of table two that were taken for something else: advice, and only where there is reason for it."""

from __future__ import annotations

import pytest

from gxlint.testing import overlay, sample
from tests.plugins.gxlint_totals.tables import found_in, text_with, told


@pytest.mark.parametrize(
    ("previous", "change", "decisions"),
    [("12", "3", "15"), ("12", "3", "9"), ("12", "-3", "9")],
)
def test_decisions_that_are_items_plus_or_minus_their_change_are_advice(
    previous: str, change: str, decisions: str
) -> None:
    (finding,) = found_in(text_with("（年份）2020", f"| 行政许可 | {previous} | {change} | {decisions} |"))

    assert (finding.code, finding.severity, finding.fix) == ("GXT007", "info", None)
    assert f"处理决定数量 {decisions} 恰好等于上一年项目数量 {previous}" in told(finding)


@pytest.mark.parametrize(
    ("previous", "change", "decisions"),
    [
        ("3", "0", "12"),
        ("14", "6", "59"),
        ("85", "2", "0"),
        ("9", "1", "0"),
        ("8", "0", "0"),
        ("0", "5", "5"),
        ("12", "0", "12"),
        ("5", "-5", "0"),
        ("12", "-3", "15"),
        ("12", "减3", "9"),
        ("12", "", "12"),
    ],
)
def test_independent_figures_are_no_finding(previous: str, change: str, decisions: str) -> None:
    assert found_in(text_with("（年份）2019", f"| 行政许可 | {previous} | {change} | {decisions} |")) == []


def fee(organ: str, amount: str) -> str:
    return overlay(sample(), f"（机关）{organ}\n| 行政事业性收费 | {amount} |")


@pytest.mark.parametrize(
    ("organ", "amount"),
    [
        ("青山县云岭镇人民政府", "251000"),
        ("青山县云岭镇人民政府", "1859950.00"),
        ("平江市城东街道办事处", "1950"),
        ("临河市水务局", "2510000"),
        ("临河市水务局", "359950.50"),
    ],
)
def test_a_fee_of_the_size_of_yuan_is_advice(organ: str, amount: str) -> None:
    (finding,) = found_in(fee(organ, amount))

    assert (finding.code, finding.severity, finding.fix) == ("GXT008", "info", None)


@pytest.mark.parametrize(
    ("organ", "amount"),
    [
        ("平江市人民政府", "96171.6"),
        ("平江市人民政府", "596171"),
        ("青山县人民政府", "251000"),
        ("青山县云岭镇人民政府", "20.3"),
        ("青山县云岭镇人民政府", "999"),
        ("青山县云岭镇人民政府", "0"),
        ("临河市水务局", "59237.2449"),
        ("临河市水务局", "35000"),
        ("临江省自然资源厅", "2510000"),
    ],
)
def test_a_plausible_fee_is_no_finding(organ: str, amount: str) -> None:
    assert found_in(fee(organ, amount)) == []


def test_the_advice_on_money_says_what_the_figure_means() -> None:
    (finding,) = found_in(fee("青山县云岭镇人民政府", "251000"))

    assert told(finding) == (
        "“行政事业性收费”填的是 251000，单位为万元，合 25.1 亿元。请核对是否误以元为单位；如是，应填 25.1。"
    )


def test_amounts_of_the_form_of_2019_have_no_unit() -> None:
    text = text_with("（年份）2020", "| 政府集中采购 | 4 | 1859950.00 |")

    assert found_in(text) == []
