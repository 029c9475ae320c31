"""GXW001: half-width marks between Chinese characters, and everything that needs its half-width marks."""

from __future__ import annotations

import pytest

from gxlint.testing import findings, sample
from gxlint_wording import halfwidth_punctuation
from tests.plugins.asking import fixed, levels, marked_words, with_lines, wrapped


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("公开办事结果,不断增强透明度。", "公开办事结果，不断增强透明度。"),
        ("公开渠道:公开栏;公众号。", "公开渠道：公开栏；公众号。"),
        ("谁来公开?怎样公开!要明确。", "谁来公开？怎样公开！要明确。"),
        ("印发《办法》,明确责任。", "印发《办法》，明确责任。"),
        ("坚持“应公开尽公开”,“先审后发”。", "坚持“应公开尽公开”，“先审后发”。"),
        ("各部门(单位)要落实。", "各部门（单位）要落实。"),
        ("(一)加强领导。", "（一）加强领导。"),
        ("落实条例(国务院令第七百一十一号)。", "落实条例（国务院令第七百一十一号）。"),
    ],
)
def test_marks_between_chinese_characters_become_full_width(line: str, mended: str) -> None:
    text = with_lines(line)
    assert set(levels(halfwidth_punctuation, text)) == {"info"}
    assert fixed(halfwidth_punctuation, text) == with_lines(mended)


@pytest.mark.parametrize(
    "line",
    [
        "网址为http://www.example.gov.cn/,邮箱:a@b.cn。",
        "上午9:30至11:30办理，比例为3:2。",
        "印发政府公报1,000份。",
        "电话:0000-1234567,传真(0000)1234567。",
        "设备LED,WIFI;APP已开通。",
        "投资(2024年)增长。",
        "引入API(接口)服务。",
        "公开结果, 不断增强。",
        "条例(draft)已公布。",
    ],
)
def test_addresses_times_figures_and_foreign_words_keep_their_marks(line: str) -> None:
    assert marked_words(halfwidth_punctuation, with_lines(line)) == []


def test_every_mark_is_pointed_at_and_a_pair_of_brackets_as_a_whole() -> None:
    text = with_lines("公开结果,不断增强;各部门(单位)落实。")
    assert marked_words(halfwidth_punctuation, text) == [",", ";", "(单位)"]


def test_a_bracket_without_its_partner_is_left_alone() -> None:
    assert marked_words(halfwidth_punctuation, with_lines("各部门(单位要落实。")) == []


def test_tables_and_headings_are_not_searched() -> None:
    text = with_lines("| 本年收费金额(单位:万元) |\n四、政府信息公开行政复议,行政诉讼情况")
    assert findings(text, halfwidth_punctuation) == []


def test_a_mark_at_the_end_of_a_paragraph_is_left_alone() -> None:
    assert marked_words(halfwidth_punctuation, with_lines("公开办事结果,\n不断增强透明度。")) == []


def test_a_mark_at_the_end_of_a_wrapped_line_stands_between_chinese_characters() -> None:
    words = "我镇坚持以公开为常态、不公开为例外，进一步公开办事流程和结果,不断增强透明度。"
    at = words.index(",") + 1
    text = wrapped(with_lines(words), at)
    assert ",\n" in text
    assert marked_words(halfwidth_punctuation, text) == [","]
    assert fixed(halfwidth_punctuation, text) == text.replace(",\n", "，\n")
    text = wrapped(with_lines(words.replace(",不断", ",LED")), at)
    assert marked_words(halfwidth_punctuation, text) == []


def test_a_report_typed_in_half_width_is_one_finding_mended_at_once() -> None:
    few = with_lines("公开,公开;公开:公开,公开,公开,公开(公开)。".replace("(公开)", ""))
    assert len(findings(few, halfwidth_punctuation)) == 6
    text = sample(fill="figures").translate(str.maketrans("，；：（）", ",;:()"))
    found = findings(text, halfwidth_punctuation)
    assert [one.severity for one in found] == ["info"]
    assert len(found[0].related) + 1 == found[0].args["count"]
    mended = fixed(halfwidth_punctuation, text)
    assert findings(mended, halfwidth_punctuation) == []
    assert mended.translate(str.maketrans("，；：（）", ",;:()")) == text
