"""GXM003–GXM005: what a notice, a web page and the template left behind, and what only looks like it."""

from __future__ import annotations

import pytest

from gxlint.testing import findings, sample
from gxlint_markup import annex_mark_leftover, template_instruction_left, web_chrome
from tests.plugins.asking import fixed, levels, marked_words, rows, with_lines

TITLE = "青山县云岭镇人民政府2024年政府信息公开工作年度报告"


@pytest.mark.parametrize("mark", ["附件", "附件1", "附件：", "附件1：", "附 件", "附件二", "附件2-1：", "## 附件"])
def test_an_annex_mark_above_the_title_goes_with_its_line(mark: str) -> None:
    text = f"{mark}\n{sample()}"
    assert rows(annex_mark_leftover, text) == [1]
    assert fixed(annex_mark_leftover, text) == text
    assert fixed(annex_mark_leftover, text, unsafe=True) == sample()


def test_an_annex_mark_in_front_of_the_title_leaves_the_title() -> None:
    assert fixed(annex_mark_leftover, f"附件3：　{sample()}", unsafe=True) == sample()


@pytest.mark.parametrize(
    "line", ["附件：表格一份", "附件1：政府信息公开申请办理情况统计表", "附件内容较多的县局", "附件处理中心："]
)
def test_first_lines_that_say_more_than_annex_are_left_alone(line: str) -> None:
    assert rows(annex_mark_leftover, f"{line}\n{sample()}") == []


def test_a_list_of_annexes_at_the_end_is_no_leftover() -> None:
    assert rows(annex_mark_leftover, f"{sample()}\n附件：\n附件1：统计表\n") == []


def test_web_furniture_in_front_and_behind_is_one_finding_each() -> None:
    text = (
        "首页 > 政务公开 > 年度报告\n索引号：QS001/2025-00001\n发布日期：2025-01-20\n"
        f"{sample()}\n【打印】 【关闭窗口】\n扫一扫在手机打开当前页\n主办单位：云岭镇 版权所有：云岭镇人民政府\n"
    )
    assert levels(web_chrome, text) == ["info", "info"]
    assert [len(one.related) for one in findings(text, web_chrome)] == [2, 2]
    assert fixed(web_chrome, text) == text
    assert fixed(web_chrome, text, unsafe=True).strip() == sample().strip()


@pytest.mark.parametrize("line", ["字体：【大 中 小】 浏览次数：88次", "来源：党政办 阅读量：12", "您的位置：首页"])
def test_a_line_of_page_buttons_between_title_and_text_is_furniture(line: str) -> None:
    text = with_lines(f"（前言）\n{line}")
    assert marked_words(web_chrome, text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "本报告的电子版可在县政府网站首页下载，扫描二维码查看。",
        "发布机构：青山县云岭镇人民政府",
        "如有疑问，请与云岭镇党政办联系，电话：0000-1234567。",
    ],
)
def test_a_preface_that_speaks_of_pages_and_codes_is_text(line: str) -> None:
    assert marked_words(web_chrome, with_lines(f"（前言）\n{line}")) == []


@pytest.mark.parametrize(
    "piece",
    [
        "关注本镇的公众号，也可扫描下方二维码，及时了解公开的信",
        "把信息分享到村民微信群",
        "网站全年公开86条，点击量：1200次，其",
    ],
)
def test_a_piece_of_a_wrapped_sentence_is_no_furniture(piece: str) -> None:
    assert findings(f"{sample().rstrip()}\n{piece}\n息。\n", web_chrome) == []


def test_a_path_in_a_wrapped_preface_is_no_furniture() -> None:
    text = sample().replace("编制本报告。", "编制本报告，可登录县政府网站首页>政府信息公开>年报栏\n目查阅。", 1)
    assert findings(text, web_chrome) == []


def test_printing_and_pages_in_the_middle_of_the_report_are_its_subject() -> None:
    text = with_lines("全年网站浏览次数：88万次。\n打印本页可得回执\n分享到：微信")
    assert marked_words(web_chrome, text) == []


def test_a_signature_and_a_date_at_the_end_are_no_furniture() -> None:
    assert marked_words(web_chrome, f"{sample()}\n青山县云岭镇人民政府\n2025年1月20日\n") == []


@pytest.mark.parametrize(
    "words",
    [
        "（文字描述）",
        "(文字描述)",
        "（文字描述，收取信息处理费情况在此处报告。）",
        "该部分以表格形式报告。表格如下：",
        "该部分以表格形式报告",
    ],
)
def test_an_instruction_of_the_template_alone_on_its_line_goes_with_it(words: str) -> None:
    text = with_lines(words)
    assert marked_words(template_instruction_left, text) == [words]
    assert fixed(template_instruction_left, text, unsafe=True) == sample()


@pytest.mark.parametrize("line", ["以文字描述和图表方式公开。", "（文字描述见附件）", "本部分以表格形式报告如下。"])
def test_other_sentences_with_the_same_words_are_no_instruction(line: str) -> None:
    assert marked_words(template_instruction_left, with_lines(line)) == []


def test_the_blank_form_tells_each_instruction_once() -> None:
    text = f"{TITLE}\n一、总体情况\n（文字描述）\n五、存在的主要问题及改进情况\n（文字描述）\n"
    assert rows(template_instruction_left, text) == [3, 5]
