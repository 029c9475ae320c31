"""GXC001, GXC002: the years of a report and its statistical period."""

from __future__ import annotations

import pytest

from gxlint.testing import findings, marked
from gxlint_consistency import report_year, statistical_period
from tests.plugins.asking import fixed, levels, marked_words, with_lines

PERIOD = "本报告所列数据的统计期限自{}起至{}止。"


def preface(line: str, year: int = 2024) -> str:
    return with_lines(f"（前言）\n{line}", year)


def test_a_period_of_another_year_is_an_error_at_its_year() -> None:
    text = preface(PERIOD.format("2023年1月1日", "2023年12月31日"))
    assert (marked_words(report_year, text), levels(report_year, text)) == (["2023"], ["error"])
    assert marked_words(statistical_period, text) == []


def test_another_name_and_another_year_in_part_one_are_warnings() -> None:
    text = preface("现将2023年度政府信息公开工作年度报告予以公布。")
    assert (marked_words(report_year, text), levels(report_year, text)) == (["2023"], ["warning"])
    text = with_lines("一、总体情况\n2023年，我镇公开信息86条。\n2023年，我镇举办培训3次。")
    assert (marked_words(report_year, text), levels(report_year, text)) == (["2023"], ["warning"])
    assert len(findings(text, report_year)[0].related) == 2


@pytest.mark.parametrize(
    "lines",
    [
        "⟦2023⟧年，我镇认真落实各项要求。\n（一）主动公开。2024年公开信息30条。",
        "⟦2023⟧年度，云岭镇扎实推进信息公开。\n截至2024年12月31日，公开信息30条。",
        "2024年，我镇认真落实各项要求。\n（二）依申请公开。⟦2023⟧年，共收到政府信息公开申请3件。",
        "⟦2023⟧年，在县政府的指导下，我镇认真落实各项要求。\n（一）主动公开。2024年公开信息30条。",
        "2024年，我镇认真落实各项要求。\n（二）依申请公开情况\n⟦2023⟧年，我镇未收到政府信息公开申请。",
        "（一）主动公开。⟦2023⟧年，我镇公开信息30条。\n（二）依申请公开。⟦2023⟧年，我镇未收到申请。\n（三）其他。2024年无。",
    ],
)
def test_a_paragraph_left_over_from_last_year_is_told_once(lines: str) -> None:
    text, spans = marked(with_lines(f"一、总体情况\n{lines}"))
    found = findings(text, report_year)
    assert [one.span for one in found] == [spans[0]]
    assert len(found[0].related) == len(spans)


@pytest.mark.parametrize(
    "lines",
    [
        "2023年，我镇完善制度。2024年，我镇公开信息86条。",
        "2023年，我镇认真落实要求，打下基础。\n2024年，我镇公开信息30条。",
        "2023年，我镇被评为先进单位。\n（一）主动公开。2024年公开信息30条。",
        "2023年以来，我镇认真落实各项要求。\n（一）主动公开。2024年公开信息30条。",
        "2023年，我镇荣获政务公开先进单位称号。全年公开信息30条。",
        "2023年是改革之年，我镇认真落实各项要求。\n（一）主动公开。2024年公开信息30条。",
        "2024年，我镇认真落实各项要求。\n（二）依申请公开。2023年，我镇收到申请5件；今年未收到申请。",
        "2024年，我镇认真落实各项要求。\n2023年，我镇公开信息70条。",
        "2025年，我镇将认真落实各项要求。\n（一）主动公开。2024年公开信息30条。",
    ],
)
def test_last_year_beside_this_year_is_left_alone(lines: str) -> None:
    assert marked_words(report_year, with_lines(f"一、总体情况\n{lines}")) == []


def test_a_period_is_read_through_a_wrapped_line() -> None:
    text = preface(
        "  本报告根据《中华人民共和国政府信息公开条例》的规定编制。统\n计期限为2024年1月1日至202024年12月31日。"
    )
    assert marked_words(statistical_period, text) == ["202024年12月31日"]


@pytest.mark.parametrize(
    "line",
    [
        "本报告数据统计期为{}年1月1日至{}年12月31日。",
        "统计数据时间为{}年1月1日零时至{}年12月31日24时。",
        "统计期限自{}年1月1日始，至{}年12月31日止。",
        "数据起止时间为{}年1月1日至{}年12月31日。",
    ],
)
def test_a_period_is_known_by_many_names(line: str) -> None:
    assert levels(report_year, preface(line.format(2023, 2023))) == ["error"]
    assert marked_words(report_year, preface(line.format(2024, 2024))) == []


@pytest.mark.parametrize(
    "line",
    [
        "（前言）\n根据《青山县2023年政府信息公开工作年度报告》和《关于做好2023年政府信息公开工作年度报告编制工作的通知》编制。",
        "（前言）\n根据国办公开办函〔2021〕30号编制本报告。",
        "（前言）\n统计期限为2024年1月1日—12月31日。",
        "一、总体情况\n2023年底，我镇完善制度。2024年，我镇公开信息86条。",
        "一、总体情况\n我镇落实《2021年至2025年规划》，公开2023年决算和2025年预算，比2023年多公开20条。",
        "一、总体情况\n2023年以来，我镇公开信息86条。",
        "五、存在的主要问题及改进情况\n2025年，我镇将加强培训。2023年，存在两个问题。",
        "2023年，我镇公开信息70条。",
    ],
)
def test_years_that_belong_where_they_stand_are_left_alone(line: str) -> None:
    assert marked_words(report_year, with_lines(line)) == []


def test_a_year_known_from_the_file_name_alone_is_held_against_nothing() -> None:
    text = with_lines("一、总体情况\n2023年，我镇公开信息86条。").partition("\n")[2]
    text = text.replace("自2024年1月1日起至2024年12月31日止", "为全年", 1)
    assert findings(text, report_year, "2024年.txt") == []


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024年1月1日", "202024年12月31日", ["202024年12月31日"]),
        ("2024年1月1日", "2024年12月30日", ["2024年12月30日"]),
        ("2024年1月1日", "2023年12月31日", ["2023年12月31日"]),
        ("2023年1月1日", "2024年12月31日", ["2023年1月1日"]),
        ("2023年12月1日", "2024年11月30日", ["2023年12月1日", "2024年11月30日"]),
        ("2024 年 1 月 1 日", "11 月 30 日", ["11 月 30 日"]),
    ],
)
def test_a_period_that_is_not_the_year_is_told_and_mended(first: str, last: str, words: list[str]) -> None:
    text = preface(PERIOD.format(first, last))
    assert marked_words(statistical_period, text) == words
    assert set(levels(statistical_period, text)) == {"error"}
    assert marked_words(statistical_period, fixed(statistical_period, text, unsafe=True)) == []
    assert fixed(statistical_period, text) == text


@pytest.mark.parametrize(
    "line",
    [
        "统计期限自2024年1月1日起至2024年12月31日止。",
        "统计期限为2024年1月1日至12月31日。",
        "统计时间：2024年1月1日—2024年12月31日。",
        "统计期间为2024年1月1日到2024年12月31日。",
        "统计截止2024年12月31日。",
        "统计期限为2024年度。",
        "报告于2025年1月20日编制，统计数据来自各村。",
    ],
)
def test_periods_of_the_whole_year_are_left_alone(line: str) -> None:
    assert marked_words(statistical_period, preface(line)) == []
    assert marked_words(report_year, preface(line)) == []
