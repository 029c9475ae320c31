"""GXW004: paragraphs that do not end, and all the lines that need no mark at their end."""

from __future__ import annotations

import pytest

from gxlint.testing import findings, sample
from gxlint_wording import unterminated_sentence
from tests.plugins.asking import fixed, levels, rows, with_lines

SENTENCE = "我镇严格落实信息发布审核制度，坚持先审查、后公开，定期清理公开目录"


def test_a_paragraph_without_a_full_stop_is_advice() -> None:
    text = with_lines(SENTENCE)
    found = findings(text, unterminated_sentence)
    assert [(one.severity, len(one.span)) for one in found] == [("info", 0)]
    assert text[: found[0].span.start].endswith("公开目录")
    assert fixed(unterminated_sentence, text) == text
    assert fixed(unterminated_sentence, text, unsafe=True) == with_lines(f"{SENTENCE}。")


@pytest.mark.parametrize("ending", ["余", "的", "和", "、", "以及"])
def test_a_paragraph_that_breaks_off_is_a_warning(ending: str) -> None:
    text = with_lines(f"我镇严格落实信息发布审核制度，坚持先审查、后公开，全年公开信息30{ending}")
    assert levels(unterminated_sentence, text) == ["warning"]
    assert fixed(unterminated_sentence, text, unsafe=True) == text


def test_a_paragraph_that_may_go_on_behind_an_empty_line_is_only_advice() -> None:
    broken = "我镇严格落实信息发布审核制度，坚持先审查、后公开，及时公开目录、"
    for behind, level in (("指南和财政预决算。", "info"), ("（六）其他。没有其他情况。", "warning")):
        text = with_lines(f"{broken}\n{behind}").replace(f"{broken}\n", f"{broken}\n\n")
        assert levels(unterminated_sentence, text) == [level]


def test_nothing_without_a_full_stop_is_mended_safely() -> None:
    text = with_lines("六、其他需要报告的事项\n无")
    assert levels(unterminated_sentence, text) == ["info"]
    assert fixed(unterminated_sentence, text) == with_lines("六、其他需要报告的事项\n无。")


def test_a_sentence_that_says_there_is_nothing_is_left_to_a_person() -> None:
    text = with_lines("六、其他需要报告的事项\n无其他需要报告的事项")
    assert levels(unterminated_sentence, text) == ["info"]
    assert fixed(unterminated_sentence, text) == text


@pytest.mark.parametrize(
    "line",
    [
        "（六）强化组织领导，压实工作责任",
        "（六）坚持以公开促落实，全面推进重点领域政府信息主动公开工作再上新台阶",
        "健全工作机制，推动政府信息公开工作落地见效",
        "一、加强学习，提高认识",
        "附件：青山县云岭镇政府信息公开目录，共三十个类别六十五项内容",
        "联系地址：青山县云岭镇人民路一号便民服务大厅，党政综合办公室",
        "青山县云岭镇人民政府",
        "2025年1月10日",
        "如有疑问，请与青山县云岭镇人民政府党政办公室联系，电话：0000-0000000",
        "本报告电子版可从青山县人民政府网站下载，网址：http://www.example.gov.cn/",
        "主要做法有以下几个方面，现将有关情况报告如下：",
        "坚持以公开为常态，落实“谁公开、谁审查、谁负责，先审查、后公开”",
        "严格执行条例，及时公开信息（含财政预决算、民生保障、乡村振兴等）",
    ],
)
def test_headings_labels_signatures_and_quotations_need_no_full_stop(line: str) -> None:
    assert levels(unterminated_sentence, with_lines(line)) == []


def test_a_text_that_a_converter_wrapped_is_left_alone() -> None:
    lines = (
        "2024年，我镇坚持以公开为常态、不公开为例外，围绕中心工",
        "作，及时公开财政预决算、民生保障、乡村振兴等领域的政府信",
        "息，全年主动公开政府信息86条，办理政府信息公开申请3件，和",
        "上年相比增加2件，均在法定期限内答复，没有发生行政复议的",
        "情况，也没有发生行政诉讼。",
    )
    assert levels(unterminated_sentence, with_lines("\n".join(lines))) == []


def test_one_line_that_goes_on_below_is_no_paragraph() -> None:
    assert levels(unterminated_sentence, with_lines(f"{SENTENCE}\n和公开指南。")) == []


def test_a_paragraph_in_front_of_an_item_has_ended() -> None:
    text = with_lines(f"{SENTENCE}\n（六）其他。全年没有其他情况。")
    assert levels(unterminated_sentence, text) == ["info"]


@pytest.mark.parametrize("blank", ["  ", "\xa0", "\u3000"])
def test_blanks_behind_the_mark_do_not_hide_it(blank: str) -> None:
    assert levels(unterminated_sentence, with_lines(f"{SENTENCE}。{blank}")) == []


def test_pieces_of_a_table_that_was_not_recognised_are_left_alone() -> None:
    text = sample().replace("\n四、政府信息公开", f"\n{SENTENCE}\n\n四、政府信息公开", 1)
    assert rows(unterminated_sentence, text) == []
