"""Titles and headings as people write them: numbered in another way, with prose behind, in a list, on a web page."""

from __future__ import annotations

import pytest

from gxlint import Report, read_report
from gxlint.testing import sample
from tests.writing import form_for

TITLE = "青山县云岭镇人民政府2024年政府信息公开工作年度报告"
SECTIONS = form_for(2024).sections
KEYS = [section.key for section in SECTIONS]


def with_headings(*headings: str, prose: str = "正文。") -> Report:
    return read_report("\n".join([TITLE, *(line for heading in headings for line in (heading, prose))]))


def with_title(*lines: str) -> Report:
    return read_report("\n".join([*lines, *sample().split("\n")[1:]]))


def keys(report: Report) -> list[str]:
    return [section.key for section in report.sections]


@pytest.mark.parametrize(
    "style",
    [
        "第{number}部分 {words}",
        "第{number}部分{words}",
        "第{number}章　{words}",
        "（{number}）{words}",
        "({number}) {words}",
    ],
)
def test_parts_numbered_in_another_way_are_the_six_parts(style: str) -> None:
    report = with_headings(*(style.format(number=one.number, words=one.heading) for one in SECTIONS))
    assert keys(report) == KEYS
    assert [section.number for section in report.sections] == [one.number for one in SECTIONS]


@pytest.mark.parametrize(
    "point", ["1.主动公开情况", "主动公开情况", "（二）主动公开政府信息情况", "<b>1.主动公开情况</b>"]
)
def test_a_point_with_the_words_of_a_part_is_no_further_part(point: str) -> None:
    text = sample().replace("（一）主动公开\n", f"{point}\n")
    assert point in text
    assert keys(read_report(text)) == KEYS


def test_a_few_bracketed_points_are_no_parts() -> None:
    report = with_headings("（一）总体情况", "（二）主动公开政府信息情况", "一、总体情况", "二、主动公开政府信息情况")
    assert keys(report) == ["overview", "disclosure"]


@pytest.mark.parametrize("mark", ["：", "。", "　", " "])
@pytest.mark.parametrize(
    "prose", ["2024年，我镇主动公开信息86条。", "我镇认真落实政府信息公开各项要求，" * 8 + "取得实效。"]
)
def test_prose_behind_a_heading_is_the_prose_of_its_part(mark: str, prose: str) -> None:
    report = with_headings(f"一、总体情况{mark}{prose}", *(one.title for one in SECTIONS[1:]))
    assert keys(report) == KEYS
    first = report.sections[0]
    assert first.paragraphs[0].text == prose
    assert report.text[first.title_span.start : first.title_span.end] == "总体情况"
    for paragraph in report.paragraphs:
        assert report.text[paragraph.start : paragraph.end] == paragraph.text


@pytest.mark.parametrize(
    "entry", ["{title}……………{page}", "{title}......{page}", "{title} {page}", "{title}　（{page}）"]
)
def test_the_entries_of_a_table_of_contents_are_no_headings(entry: str) -> None:
    contents = "\n".join(entry.format(title=one.title, page=page) for page, one in enumerate(SECTIONS, 1))
    text = sample().replace("\n一、总体情况\n", f"\n目　录\n{contents}\n一、总体情况\n")
    assert keys(read_report(text)) == KEYS


def test_a_heading_in_html_is_a_heading() -> None:
    text = sample().replace("一、总体情况\n", "<h2>一、总体情况</h2>\n", 1)
    report = read_report(text)
    assert keys(report) == KEYS
    assert report.text[report.sections[0].title_span.start :].startswith("总体情况</h2>")


@pytest.mark.parametrize(
    "lines",
    [
        ("青山县云岭镇人民政府", "政府信息公开工作年度报告", "（2024年度）"),
        ("云政发〔2025〕3号", "青山县云岭镇人民政府", "关于2024年政府信息公开工作年度报告的报告"),
        ("青山县云岭镇人民政府关于报送2024年政府信息公开工作年度报告的函",),
        (TITLE + "。",),
        (f"《{TITLE}》",),
        (f"标题：{TITLE}",),
        (f"<h1>{TITLE}</h1>",),
        ("青 山 县 云 岭 镇 人 民 政 府", "2024 年 政 府 信 息 公 开 工 作 年 度 报 告"),
        (TITLE.replace("2024", "２０２４"),),
        (TITLE.replace("2024年", "二0二四年"),),
        (TITLE.replace("2024年", "2024"),),
    ],
)
def test_a_title_is_read_whatever_stands_around_it(lines: tuple[str, ...]) -> None:
    report = with_title(*lines)
    assert report.title is not None
    assert report.year is not None
    assert (report.year.value, report.year.source) == (2024, "title")
    assert report.organ.name == "青山县云岭镇人民政府"
    assert report.organ.kind == "township"


@pytest.mark.parametrize(
    "line", ["现公布云岭镇2024年政府信息公开工作年度报告。", "根据要求编制了2024年政府信息公开工作年度报告。"]
)
def test_a_sentence_about_the_report_is_no_title(line: str) -> None:
    assert with_title(line).title is None


def test_a_list_of_the_six_parts_is_no_report() -> None:
    listed = "\n".join(["# 格式说明", "", *(section.title for section in SECTIONS), "", "以上六个部分缺一不可。"])
    assert not read_report(listed).recognised
    assert read_report(f"{TITLE}\n{listed}").recognised


def test_a_notice_with_the_blank_form_is_no_report_and_one_with_figures_is() -> None:
    notice = "关于做好2024年政府信息公开工作年度报告编制工作的通知\n\n各乡镇人民政府：\n请按附件格式报送。\n\n"
    blank = sample().replace("| 0", "| ")
    assert not read_report(notice + blank).recognised
    assert read_report(blank).recognised
    assert read_report(notice + sample()).recognised
