"""GXS009–GXS012: what the prose has to tell, and how long part one may be."""

from __future__ import annotations

import pytest

from gxlint.testing import findings, sample
from gxlint_sections import assessment_missing, fee_statement_missing, overview_aspects, overview_length
from tests.plugins.asking import levels, marked_words, with_lines

ASPECTS = {
    "主动公开": "全年公开政府信息30条。",
    "依申请公开": "没有收到公开申请。",
    "政府信息管理": "修订公开目录。",
    "政府信息公开平台建设": "维护政府网站。",
    "监督保障": "开展社会评议。",
}


def missing(text: str) -> list[str]:
    return [str(aspect) for one in findings(text, overview_aspects) for aspect in one.args["missing"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize("left_out", [name for name in ASPECTS if name != "主动公开"])
def test_an_aspect_that_is_left_out_is_named(left_out: str) -> None:
    lines = "\n".join(words for name, words in ASPECTS.items() if name != left_out)
    text = with_lines(f"一、总体情况\n{lines}")
    assert levels(overview_aspects, text) == ["info"]
    assert missing(text) == [left_out]


@pytest.mark.parametrize(
    "line",
    [
        "全年公布各类信息30条，无人提出信息公开申请，开展规范性文件清理，办好微信公众号，接受群众监督。",
        "围绕主动公开、依申请公开、政府信\n息管理、平台建\n设、监督保障，做好政府信息公开。",
    ],
)
def test_other_words_and_wrapped_lines_tell_the_same(line: str) -> None:
    assert missing(with_lines(f"一、总体情况\n{line}")) == []


def test_an_empty_overview_is_another_rules_matter() -> None:
    assert levels(overview_aspects, with_lines("一、总体情况\n（空）")) == []


def test_a_report_of_the_time_before_the_six_parts_is_left_alone() -> None:
    text = sample().replace("2024年", "2017年")
    assert findings(text, overview_aspects) == []
    assert findings(text, assessment_missing) == []


def test_the_length_is_counted_without_blanks_and_off_by_default() -> None:
    assert not overview_length.default
    assert levels(overview_length, with_lines(f"一、总体情况\n{'公开 ' * 500}")) == []
    assert levels(overview_length, with_lines(f"一、总体情况\n{'公开' * 501}")) == ["info"]


SILENT = "一、总体情况\n全年公开政府信息30条，按照考核要求更新栏目。"


@pytest.mark.parametrize("organ", ["青山县云岭镇人民政府", "青山县人民政府", "青山县云岭乡人民政府", "临河市人民政府"])
def test_a_government_has_to_speak_of_assessment(organ: str) -> None:
    assert levels(assessment_missing, with_lines(SILENT, organ=organ)) == ["info"]


@pytest.mark.parametrize("organ", ["临河市水务局", "望江区东桥街道办事处", "青山县人民政府办公室"])
def test_departments_and_street_offices_are_exempt(organ: str) -> None:
    assert levels(assessment_missing, with_lines(SILENT, organ=organ)) == []


@pytest.mark.parametrize(
    "words",
    ["纳入年度考核", "开展社会评议", "没有发生责任追究", "未被追责", "年度考\n核结果良好", "没有被追究相关责任"],
)
def test_any_word_on_assessment_anywhere_is_enough(words: str) -> None:
    assert levels(assessment_missing, with_lines(f"{SILENT}\n六、其他需要报告的事项\n{words}。")) == []


def test_a_report_on_2021_or_later_has_to_speak_of_fees() -> None:
    text = with_lines("六、其他需要报告的事项\n无其他需要报告的事项。")
    assert marked_words(fee_statement_missing, text) == ["其他需要报告的事项"]
    assert levels(fee_statement_missing, text) == ["warning"]


@pytest.mark.parametrize(
    "words",
    [
        "未收取信息处理费",
        "尚未存在“收取信息处理费”的情况",
        "均不收费",
        "没有向申请人收取任何费用",
        "依法减免2件",
        "信息处理\n费为零",
    ],
)
@pytest.mark.parametrize("part", ["一、总体情况", "六、其他需要报告的事项"])
def test_any_statement_anywhere_is_enough(words: str, part: str) -> None:
    other = "六、其他需要报告的事项\n无。\n" if part != "六、其他需要报告的事项" else ""
    assert levels(fee_statement_missing, with_lines(f"{other}{part}\n{words}。")) == []


@pytest.mark.parametrize("year", [2019, 2020])
def test_there_is_no_duty_before_2021(year: int) -> None:
    assert levels(fee_statement_missing, with_lines("六、其他需要报告的事项\n无。", year=year)) == []


def test_a_report_of_unknown_year_and_an_empty_part_are_left_alone() -> None:
    unknown = with_lines("六、其他需要报告的事项\n无。").replace("2024年", "")
    assert levels(fee_statement_missing, unknown) == []
    assert levels(fee_statement_missing, with_lines("六、其他需要报告的事项\n（空）")) == []


def test_the_fees_of_table_two_are_no_statement() -> None:
    text = with_lines("六、其他需要报告的事项\n无。")
    assert "本年收费金额" in text
    assert levels(fee_statement_missing, text) == ["warning"]
