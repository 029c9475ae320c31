"""GXC003-006, 010, 011, 014, 015: what the text says, and what the tables hold."""

from __future__ import annotations

import pytest

from gxlint import Rule
from gxlint.testing import findings, sample
from gxlint_consistency import (
    breakdown_sum,
    fee_contradiction,
    narrative_outcome,
    narrative_received,
    narrative_review,
    narrative_zero,
    outcome_sum,
    regulation_count,
    unqualified_regulation,
)
from tests.plugins.asking import levels, marked_words, with_lines
from tests.plugins.gxlint_consistency import phrasings

COMPARING = (narrative_received, narrative_zero, narrative_outcome, narrative_review, regulation_count)
REVIEWED = "| 1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |"


def told(line: str) -> list[tuple[str, str, str]]:
    """Code, severity and words of what the comparing rules find about a line in ``phrasings.report``."""
    text = phrasings.report(line)
    return [
        (rule.code, one.severity or "", text[one.span.start : one.span.end])
        for rule in COMPARING
        for one in findings(text, rule)
    ]


@pytest.mark.parametrize("figure", [10, 2, 12, 13])
def test_the_year_alone_with_those_carried_in_settled_and_one_column_are_all_right(figure: int) -> None:
    assert told(f"全年收到政府信息公开申请{figure}件。") == []


def test_none_in_the_text_and_some_in_the_table_and_the_reverse() -> None:
    assert told("2024年，我镇未收到政府信息公开申请。") == [("GXC004", "warning", "未收到政府信息公开申请")]
    text = sample().replace("未收到政府信息公开申请，无上年结转的申请", "收到政府信息公开申请3件")
    assert marked_words(narrative_zero, text) == ["3件"]
    assert marked_words(narrative_received, text) == []


@pytest.mark.parametrize(
    "line",
    ["未收到群众来信来访。", "未收到关于网站的投诉。", "未收到要求更正政府信息的申请。", "未收到逾期答复的反映。"],
)
def test_only_sentences_on_requests_deny_them(line: str) -> None:
    assert told(line) == []


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("2024年我镇没有制发规范性文件。", "GXC014", "没有制发规范性文件"),
        ("全年无结转下年度继续办理的政府信息公开申请。", "GXC005", "无结转下年度继续办理的政府信息公开申请"),
        ("本年度涉及政府信息公开的行政复议、行政诉讼均为0件。", "GXC006", "0件"),
        ("全年没有上年结转的申请。", "GXC004", "没有上年结转的申请"),
    ],
)
def test_nothing_in_the_text_and_something_in_the_table(line: str, code: str, words: str) -> None:
    assert told(line) == [(code, "warning", words)]


def test_a_second_statement_beside_one_that_agrees_is_advice() -> None:
    found = told("全年收到政府信息公开申请12件。\n我镇共受理政府信息公开申请53件。")
    assert found == [("GXC003", "info", "53件")]


def test_a_part_of_a_result_is_not_the_result() -> None:
    assert told("收到政府信息公开申请12件，因第三方不同意等原因不予公开9件，涉及个人隐私不予公开8件。") == []


def test_granted_and_partly_granted_are_two_groups() -> None:
    assert told("全年予以公开和部分公开政府信息公开申请8件。") == []
    assert told("全年予以公开和部分公开政府信息公开申请7件。") == [("GXC005", "warning", "7件")]


@pytest.mark.parametrize(
    "line",
    [
        "全县备案政府信息公开行政复议案件30件。",
        "市本级发生政府信息公开行政复议30件。",
        "县司法局审理行政复议案件30件，推进政务公开。",
        "2023年，因政府信息公开被申请行政复议30件。",
    ],
)
def test_cases_of_others_are_not_compared(line: str) -> None:
    assert told(line) == []


def test_all_upheld_with_open_cases_is_told() -> None:
    line = "2024年，因政府信息公开被申请行政复议2件，均获维持。"
    assert marked_words(narrative_review, with_lines(f"{line}\n{REVIEWED}")) == ["均获维持"]
    upheld = "| 2 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
    assert marked_words(narrative_review, with_lines(f"{line}\n{upheld}")) == []


def test_no_case_in_the_text_and_one_in_the_table() -> None:
    text = with_lines(f"未发生因政府信息公开引起的行政复议、行政诉讼案件。\n{REVIEWED}")
    assert levels(narrative_review, text) == ["warning"]


@pytest.mark.parametrize("line", ["公开政策文件30件。", "解读规范性文件30件。", "清理规范性文件30件，修改3件。"])
def test_a_wider_notion_of_documents_is_not_compared(line: str) -> None:
    assert told(line) == []


def test_a_county_that_does_not_name_the_whole_region_is_only_advised() -> None:
    row = "| 行政规范性文件 | 3 | 1 | 9 |"
    county = "青山县人民政府"
    text = with_lines(f"2024年制发行政规范性文件2件。\n{row}", organ=county)
    assert levels(regulation_count, text) == ["info"]
    text = with_lines(f"2024年全县制发行政规范性文件2件。\n{row}", organ=county)
    assert levels(regulation_count, text) == ["warning"]


def test_documents_open_to_the_public_are_not_those_in_force() -> None:
    row = "| 规范性文件 | 3 | 3 | 9 |"
    text = with_lines(f"2020年，现行有效规范性文件8件，制定规范性文件4件。\n{row}", 2020)
    assert marked_words(regulation_count, text) == ["4件"]


def test_a_table_that_cannot_be_read_is_compared_with_nothing() -> None:
    row = "| （一）予以公开 | 0 | 0 | 0 | 0 | 1 |"
    text = with_lines(f"2024年，我镇收到政府信息公开申请3件，予以公开3件。\n{row}")
    assert findings(text, narrative_outcome) == []


def test_a_cell_that_breaks_a_relation_is_one_story_with_the_text() -> None:
    row = "| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 52 |"
    found = findings(with_lines(f"（填数）figures\n{row}"), narrative_received)
    assert [(one.rank, one.cause[0] if isinstance(one.cause, tuple) else None) for one in found] == [(1, "break")]


@pytest.mark.parametrize(
    ("organ", "told_of"),
    [
        ("青山县云岭镇人民政府", True),
        ("望江区东桥街道办事处", True),
        ("青山县人民政府", True),
        ("望江区人民政府", True),
        ("青山县水务局", True),
        ("白石市人民政府", False),
        ("临河市水务局", False),
        ("云岭省人民政府", False),
        ("山南自治州人民政府", False),
        ("国家水务局", False),
    ],
)
def test_only_those_that_cannot_make_regulations_are_asked(organ: str, told_of: bool) -> None:
    text = with_lines("| 规章 | 1 | 0 | 3 |", organ=organ)
    assert marked_words(unqualified_regulation, text) == (["1"] if told_of else [])


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("2024年，我镇收取信息处理费120元。", 1),
        ("2023年，我镇收取信息处理费120元。", 0),
        ("县民政局收取信息处理费120元。", 1),
        ("我镇收取行政事业性收费120元。", 0),
    ],
)
def test_fees_elsewhere_contradict_that_none_was_charged(line: str, count: int) -> None:
    assert levels(fee_contradiction, with_lines(line)) == ["info"] * count


UNPAID = "| 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("我镇依申请公开政府信息不收费。", ["不收费"]),
        ("全年未发出收费通知。", ["未发出收费通知"]),
        ("我镇免收信息处理费。", ["免收信息处理费"]),
        ("发出收费通知1件，申请人未缴费。", []),
    ],
)
def test_requests_given_up_for_an_unpaid_fee_contradict_that_nothing_is_charged(line: str, words: list[str]) -> None:
    assert marked_words(fee_contradiction, with_lines(f"{line}\n{UNPAID}")) == words
    other = "| 3.其他 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |"
    assert marked_words(fee_contradiction, with_lines(f"{line}\n{other}")) == []


def test_a_fee_that_nobody_paid_was_not_collected() -> None:
    assert levels(fee_contradiction, with_lines(UNPAID)) == []


@pytest.mark.parametrize("rule", [outcome_sum, breakdown_sum])
def test_results_that_the_table_confirms_need_not_be_complete(rule: Rule) -> None:
    text = phrasings.report("全年收到政府信息公开申请{new}件，其中予以公开{granted}件，无法提供{unavailable}件。")
    assert findings(text, rule) == []
