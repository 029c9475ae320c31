"""Hover."""

from __future__ import annotations

import pytest
from lsprotocol import types as t

from gxlint.language import Language
from gxlint.report import Section
from gxlint.testing import sample
from gxlint.text import Unit
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.client import Client
from gxlint_lsp.features import hover
from tests.conftest import SEEDS, needs_reports
from tests.lsp.features.analysing import (
    UNITS,
    analyse,
    cell_span,
    identifier,
    position_of,
    printed,
    with_figure,
    written,
)


def over(analysis: Analysis, position: t.Position) -> t.Hover | None:
    return hover.provide(analysis, t.HoverParams(identifier(analysis), position))


def text_over(analysis: Analysis, position: t.Position) -> str:
    shown = over(analysis, position)
    assert shown is not None
    assert isinstance(shown.contents, t.MarkupContent)
    return shown.contents.value


@pytest.mark.parametrize("unit", UNITS)
def test_a_cell_shows_its_row_and_three_columns_on_either_side_with_itself_in_bold(unit: Unit) -> None:
    analysis = analyse(
        with_figure(written(organ="𠮷岭镇人民政府"), "requests", "results.granted", "charity", "777"), unit=unit
    )
    span = cell_span(analysis, "requests", "results.granted", "charity")
    shown = over(analysis, analysis.position(span.start))
    assert shown is not None
    assert shown.range is not None
    assert printed(analysis, shown.range) == "777"
    lines = text_over(analysis, analysis.position(span.start)).split("\n")
    header = next(line for line in lines if line.startswith("| 表三"))
    assert [cell.strip() for cell in header.strip("|").split("|")][1:] == [
        "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计",
    ]  # fmt: skip
    row = next(line for line in lines if line.startswith("| （一）予以公开"))
    assert row.count("**777**") == 1
    assert len([line for line in lines if line.startswith("| ")]) == 7
    assert any("✗" in line for line in lines)


def test_columns_that_are_left_out_are_told() -> None:
    analysis = analyse(written())
    shown = text_over(analysis, analysis.position(cell_span(analysis, "requests", "new", "natural").start))
    assert "| 表三 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | … |" in shown


def test_relations_are_said_with_their_figures() -> None:
    text = sample(fill="figures")
    analysis = analyse(text, name="report.md")
    shown = text_over(analysis, analysis.position(cell_span(analysis, "requests", "carried_out", "natural").start))
    assert "✓ 自然人：一、本年新收 10 + 二、上年结转 1 = 11 = （七）总计 10 + 四、结转下年度 1 = 11" in shown
    broken = analyse(with_figure(text, "requests", "carried_out", "natural", "3"))
    shown = text_over(broken, broken.position(cell_span(broken, "requests", "carried_out", "natural").start))
    assert "✗ 自然人：一、本年新收 10 + 二、上年结转 1 = 11 ≠ （七）总计 10 + 四、结转下年度 3 = 13，差 2" in shown


def test_a_cell_that_holds_no_figure_is_named() -> None:
    analysis = analyse(with_figure(written(), "requests", "new", "natural", "无"))
    shown = text_over(analysis, analysis.position(cell_span(analysis, "requests", "new", "total").start))
    assert "有格不是数字，无法核对（自然人 无）" in shown


def test_a_client_without_markdown_gets_plain_lines() -> None:
    analysis = analyse(with_figure(written(), "requests", "new", "natural", "4321"), client=Client())
    shown = over(analysis, analysis.position(cell_span(analysis, "requests", "new", "natural").start))
    assert shown is not None
    assert isinstance(shown.contents, t.MarkupContent)
    assert shown.contents.kind is t.MarkupKind.PlainText
    assert "→ 自然人 4321" in shown.contents.value.split("\n")
    assert not set("*|`") & set(shown.contents.value)


def test_a_label_shows_its_row() -> None:
    analysis = analyse(written())
    shown = text_over(analysis, position_of(analysis, "（一）予以公开", 2))
    assert "**（一）予以公开**" in shown
    assert "✓ （一）予以公开：总计" in shown


def test_a_row_of_the_wrong_width_shows_its_cells_without_columns() -> None:
    text = sample(fill="figures").replace("| 规章 | 0 | 0 | 0 |", "| 规章 | 0 | 0 |", 1)
    analysis = analyse(text)
    shown = text_over(analysis, position_of(analysis, "| 规章 | 0", 7))
    assert "| 规章 | **0** | 0 |" in shown


def test_marks_of_markdown_in_a_cell_show_as_they_stand() -> None:
    analysis = analyse(with_figure(written(), "requests", "new", "natural", "*_<b>"))
    shown = text_over(analysis, analysis.position(cell_span(analysis, "requests", "new", "natural").start))
    assert "**\\*\\_\\<b\\>**" in shown


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("一、总体情况", "监督保障"),
        ("二、主动公开政府信息情况", "第二十条第（八）项：行政事业性收费 · 本年收费金额（单位：万元）"),
        ("三、收到和处理", "表三：自然人、商业企业"),
        ("四、政府信息公开行政复议", "每组总计等于前四格之和"),
        ("五、存在的主要问题", "逐条写明改进情况"),
        ("六、其他需要报告", "信息处理费"),
    ],
)
def test_a_heading_tells_what_the_part_must_contain(heading: str, words: str) -> None:
    analysis = analyse(written())
    assert words in text_over(analysis, position_of(analysis, heading, 3))


def test_fees_are_no_duty_before_their_rule_began() -> None:
    analysis = analyse(written(year=2019))
    assert "信息处理费" not in text_over(analysis, position_of(analysis, "六、其他需要报告", 3))


def test_a_heading_in_other_words_shows_the_official_ones() -> None:
    analysis = analyse(written().replace("一、总体情况", "一、总体工作情况", 1))
    shown = text_over(analysis, position_of(analysis, "一、总体工作", 3))
    assert shown.startswith("**一、总体情况**")
    assert "“总体工作情况”" in shown


def test_the_title_shows_year_and_forms() -> None:
    analysis = analyse(written("pipes", year=2020))
    shown = text_over(analysis, position_of(analysis, "政府信息公开工作年度报告", 3))
    assert "2020" in shown
    assert "应用格式：国办公开办函〔2019〕60号" in shown


@pytest.mark.parametrize(
    ("cited", "name"),
    [
        ("国办公开办函〔2021〕30号", "关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知"),
        ("〔2019〕60号", "政府信息公开工作年度报告有关事项的通知"),
        ("国办公开办函[2021]30号", "年度报告格式〉的通知"),
        ("国办函〔2020〕109号", "政府信息公开信息处理费管理办法"),
    ],
)
def test_a_document_number_shows_the_name_of_the_notice(cited: str, name: str) -> None:
    analysis = analyse(written().replace("一、总体情况\n", f"一、总体情况\n按照{cited}办理。\n", 1))
    assert name in text_over(analysis, position_of(analysis, cited, len(cited) - 2))


def test_the_number_of_another_organ_is_no_known_notice() -> None:
    analysis = analyse(written().replace("一、总体情况\n", "一、总体情况\n按照青政发〔2021〕30号办理。\n", 1))
    assert over(analysis, position_of(analysis, "〔2021〕30号办理", 3)) is None


def test_a_finding_shows_what_its_rule_says() -> None:
    analysis = analyse(with_figure(written(), "requests", "new", "total", "9999"))
    shown = text_over(analysis, position_of(analysis, "9999"))
    assert "**GXT003** `row-total` 行总计" in shown
    assert "**怎样改**" in shown


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_shown_where_nothing_is_known(language: Language) -> None:
    analysis = analyse(written(), language=language)
    (overview, *_) = analysis.parts[0].report.sections
    assert isinstance(overview, Section)
    prose = next(line for line in overview.paragraphs if len(line.text) > 20 and "（" not in line.text)
    assert over(analysis, analysis.position(prose.start + 10)) is None
    assert over(analyse("一封信\n"), t.Position(0, 1)) is None
    assert over(analyse(""), t.Position(0, 0)) is None


def test_texts_are_told_in_english() -> None:
    analysis = analyse(with_figure(written(), "requests", "new", "total", "9999"), language="en")
    shown = text_over(analysis, position_of(analysis, "9999"))
    assert "off by" in shown
    assert "Row total is not the sum of its row" in shown
    assert "five matters" in text_over(analysis, position_of(analysis, "一、总体情况", 3))


@needs_reports
def test_every_cell_of_a_published_report_says_what_it_is() -> None:
    for path in SEEDS:
        analysis = analyse(path.read_text("utf-8"))
        for table in analysis.parts[0].report.layout.tables:
            for row in table.rows:
                for cell in row.cells[:2]:
                    shown = text_over(analysis, analysis.position(cell.start))
                    assert shown.startswith(f"**{table.form.name}")
