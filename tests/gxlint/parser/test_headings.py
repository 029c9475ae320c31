"""The title of a report and the headings of its six parts."""

from __future__ import annotations

import pytest

from gxlint import Report, read_report
from tests.writing import figures, form_for, render

from random import Random  # isort: skip


def written(year: int = 2024, organ: str = "青山县云岭镇人民政府") -> str:
    form = form_for(year)
    return render(form, figures(Random(5), form, 20), "pipes", year=year, organ=organ)


BODY = "一、总体情况\n正文。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"


def with_title(*lines: str) -> Report:
    return read_report("\n".join(lines) + "\n" + BODY)


def with_heading(official: str, printed: str) -> Report:
    lines = ["云岭镇2024年政府信息公开工作年度报告"]
    for section in form_for(2024).sections:
        lines += [printed if section.title == official else section.title, "正文。"]
    return read_report("\n".join(lines))


@pytest.mark.parametrize(
    ("printed", "wording"),
    [
        ("三、收到和处理政府信息公开申请情况", "official"),
        ("      三、收到和处理政府信息公开申请情况", "official"),
        ("## 三、收到和处理政府信息公开申请情况", "official"),
        ("**三、收到和处理政府信息公开申请情况**", "official"),
        ("[bookmark: _Toc1]三、收到和处理政府信息公开申请情况", "official"),
        ("三．收到和处理政府信息公开申请情况：", "official"),
        ("第三部分 收到和处理政府信息公开申请情况", "official"),
        ("收到和处理政府信息公开申请情况", "official"),
        ("三、2024年收到和处理政府信息公开申请情况", "official"),
        ("三、收到和处理政府信息公开申请的情况", "variant"),
        ("三、收到和处理政府信息公开申请请况", "variant"),
        ("三、依申请公开政府信息办理情况", "legacy"),
    ],
)
def test_a_heading_is_known_in_its_variants(printed: str, wording: str) -> None:
    section = with_heading("三、收到和处理政府信息公开申请情况", printed).section("requests")
    assert section is not None
    assert section.wording == wording


OFFICIAL = {section.number: section.title for section in form_for(2024).sections}


@pytest.mark.parametrize(
    "printed",
    [
        "一、工作总体推进情况",
        "一、2024年政府信息公开工作的总体情况",
        "四、因政府信息公开被申请行政复议和提起行政诉讼情况",
        "五、政府信息公开工作存在的不足及整改措施",
        "五、存在的问题及下一步工作打算",
        "六、其他需说明的事项",
    ],
)
def test_a_part_in_words_of_its_own_is_known_by_its_number_and_subject(printed: str) -> None:
    report = with_heading(OFFICIAL[printed[0]], printed)
    assert [section.form.number for section in report.sections] == list("一二三四五六")
    assert [section.wording for section in report.sections].count("variant") == 1


@pytest.mark.parametrize(
    "lines",
    [
        # The part is there under its name: this is a point of a list.
        ["一、总体情况", "一、工作总体推进情况", "二、主动公开工作推进情况", "三、申请办理工作推进"],
        # Not in its place among the others.
        ["二、主动公开政府信息情况", "一、工作总体推进情况"],
        # Twice: neither can be told from the other.
        ["一、总体工作推进", "一、总体概况如何"],
        # Another subject, a sentence, another number.
        ["一、加强组织领导"],
        ["一、总体推进有力，成效明显。"],
        ["二、工作总体推进情况"],
    ],
)
def test_a_point_of_a_list_is_no_part_in_words_of_its_own(lines: list[str]) -> None:
    wanted = [title for number, title in OFFICIAL.items() if number != "一" and title not in lines]
    kept = [line for line in lines if line in OFFICIAL.values()]
    text = "\n正文。\n".join(["云岭镇2024年政府信息公开工作年度报告", *lines, *wanted])
    printed = [section.heading.text for section in read_report(text).sections]
    assert printed == [*kept, *wanted]


@pytest.mark.parametrize(
    "line",
    [
        "三、本年度办理结果",
        "一、本年新收政府信息公开申请数量",
        "（三）收到和处理政府信息公开申请情况",
        "依申请公开情况",
        "本报告由总体情况、主动公开政府信息情况等六部分组成。",
        "一、总体情况……………1",
    ],
)
def test_other_lines_are_no_headings(line: str) -> None:
    report = with_heading("三、收到和处理政府信息公开申请情况", line)
    assert report.section("requests") is None
    assert len(report.sections) == 5


def test_numbering_that_a_converter_wrote_out_is_told() -> None:
    section = with_heading("一、总体情况", " 1、 总体情况").section("overview")
    assert section is not None
    assert (section.number, section.converted, section.wording) == ("1", True, "official")
    plain = with_heading("一、总体情况", "1.总体情况").section("overview")
    assert plain is not None
    assert not plain.converted


def test_the_words_of_a_heading_have_their_own_place() -> None:
    report = with_heading("五、存在的主要问题及改进情况", "  五、存在的主要问题及改进情况  ")
    section = report.section("problems")
    assert section is not None
    assert report.text[section.title_span.start : section.title_span.end] == "存在的主要问题及改进情况"


def test_a_section_reaches_to_the_next_heading() -> None:
    report = read_report(written())
    for section, following in zip(report.sections, report.sections[1:], strict=False):
        assert section.body.end == following.heading.start
        assert all(section.body.start <= paragraph.start < section.body.end for paragraph in section.paragraphs)
    assert report.sections[-1].body.end == len(report.text)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["云岭镇2024年政府信息公开工作年度报告"], "云岭镇2024年政府信息公开工作年度报告"),
        (
            ["青山县云岭镇人民政府", "2024 年政府信息公开工作年度报告"],
            "青山县云岭镇人民政府2024年政府信息公开工作年度报告",
        ),
        (["附件", "2024年云岭镇政府信息公开工作", "", "年度报告"], "2024年云岭镇政府信息公开工作年度报告"),
        (
            ["- 1 -", "# 云岭镇2024年度", "# [bookmark: _GoBack]信息公开工作年度报告"],
            "云岭镇2024年度信息公开工作年度报告",
        ),
        (
            ["首页 > 政务公开", "索引号：0012", "临河市水务局2024年政府信息公开年报"],
            "临河市水务局2024年政府信息公开年报",
        ),
        (["云岭镇政府信息公开工作年度报告（2024年）"], "云岭镇政府信息公开工作年度报告（2024年）"),
        # A list of properties of a web page, with the title in it or in front of it.
        (["索引号：0012", "    • 名称：2024年云岭镇政府信息公开工作年度报告"], "2024年云岭镇政府信息公开工作年度报告"),
        (["名称 临河市水务局2024年政府信息公开年报", "文号 关键词"], "临河市水务局2024年政府信息公开年报"),
        # The heading of a web page without the organ; the title of the report below.
        (
            ["2024年政府信息公开工作年度报告 ( 2025-01-30 )", "", "临河市水务局", "", "2024年政府信息公开工作年度报告"],
            "临河市水务局2024年政府信息公开工作年度报告",
        ),
    ],
)
def test_a_title_may_stand_on_several_lines(lines: list[str], title: str) -> None:
    report = with_title(*lines)
    assert report.title is not None
    assert report.title.text == title


def test_the_title_that_stands_alone_counts_before_that_in_a_list_of_properties() -> None:
    report = with_title("标题：云岭镇2024年政府信息公开工作年度报告", "", "云岭镇2024年政府信息公开工作年度报告")
    assert report.title is not None
    assert [line.text for line in report.title.lines] == ["云岭镇2024年政府信息公开工作年度报告"]


def test_a_title_without_an_organ_is_one_where_no_other_names_it() -> None:
    report = with_title("2024年政府信息公开工作年度报告", "", "2024年政府信息公开工作年度报告")
    assert report.title is not None
    assert len(report.title.lines) == 1


@pytest.mark.parametrize(
    "line",
    [
        "现将2024年政府信息公开工作情况，按年度报告",
        "根据要求，现公布云岭镇政府信息公开工作年度报告。",
        "2024年财政决算年度报告",
    ],
)
def test_a_sentence_or_another_report_is_no_title(line: str) -> None:
    assert with_title(line).title is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "今日菜单\n一、凉菜\n二、热菜\n",
        "关于做好2024年政府信息公开工作年度报告编制工作的通知\n各乡镇：\n请于1月20日前报送。\n",
        "云岭镇2024年政府工作报告\n一、总体情况\n信息公开工作有序推进。\n",
        "2024年政府信息公开工作年度报告\n（点击下载）\n",
    ],
)
def test_a_text_that_is_no_annual_report_is_not_recognised(text: str) -> None:
    report = read_report(text)
    assert not report.recognised
    assert report.text == text


def test_a_report_without_title_or_without_headings_is_still_recognised() -> None:
    text = written()
    assert read_report(text.partition("\n")[2]).recognised
    assert read_report("\n".join(line for line in text.split("\n") if line[:1] not in "一二三四五六")).recognised
