"""Tables as people, editors and converters bend them: the figures keep their places, and what does not fit is told."""

from __future__ import annotations

import re
from random import Random

import pytest

from gxlint import (
    HeaderMissing,
    LabelMisspelt,
    LabelVariant,
    Report,
    RowMissing,
    RowUnknown,
    RowWidth,
    read_report,
)
from gxlint.forms.align import likeness
from gxlint.report import Cell
from tests.writing import UNMARKED, Shape, figures, form_for, render

ORGAN = "青山县云岭镇人民政府"
RULED_ROW = re.compile(r"(?m)^\|.*\|$")


def written(shape: Shape = "pipes") -> str:
    form = form_for(2024)
    return render(form, figures(Random(7), form, 30), shape, year=2024, organ=ORGAN)


def laid(text: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """What stands in the cells of every row, by the keys of table and row."""
    return {
        (table.form.key, row.form.key): tuple(cell.text for cell in row.cells)
        for table in read_report(text).layout.tables
        for row in table.rows
    }


def misfits(text: str) -> list[object]:
    return list(read_report(text).layout.misfits)


def cell_of(report: Report, row: str, column: str, table: str = "requests") -> Cell:
    laid_table = report.layout.table(table)
    assert laid_table is not None
    cell = laid_table.cell(row, column)
    assert cell is not None
    return cell


def line_of(text: str, label: str) -> str:
    return next(line for line in text.split("\n") if label in line)


@pytest.mark.parametrize("lost", [4, 6, 9])
def test_a_column_lost_from_every_row_is_one_run_of_narrow_rows(lost: int) -> None:
    """The blank cells behind a merged label must not stand in for the figures that are gone."""

    def without_column(line: str) -> str:
        cells = line.split("|")
        return "|".join(cells[:lost] + cells[lost + 1 :]) if len(cells) == 12 else line

    text = "\n".join(map(without_column, written().split("\n")))
    (misfit,) = misfits(text)
    assert isinstance(misfit, RowWidth)
    assert (len(misfit.rows), misfit.actual, misfit.expected) == (25, 6, 7)


def test_a_row_whose_figures_were_pushed_aside_by_a_blank_is_not_whole() -> None:
    text = written()
    pushed = text.replace("8.属于行政查询事项 |", "8.属于行政查询事项 |  |")
    (misfit,) = misfits(pushed)
    assert isinstance(misfit, RowWidth)
    assert (misfit.rows[0].form.key, misfit.actual) == ("results.denied.inquiry", 8)


def test_a_row_without_its_label_is_told_where_the_label_belongs() -> None:
    text = written().replace("| 4.保护第三方合法权益 |", "|  |")
    (misfit,) = misfits(text)
    assert isinstance(misfit, LabelVariant)
    assert (misfit.official, misfit.cell.text) == ("4.保护第三方合法权益", "")
    assert text[: misfit.span.start].endswith("|  |  |")
    assert laid(text) == laid(written())


def test_a_table_without_any_header_is_told_and_read_all_the_same() -> None:
    text = written()
    header = line_of(text, "本年制发件数") + "\n"
    (misfit,) = misfits(text.replace(header, ""))
    assert isinstance(misfit, HeaderMissing)
    assert misfit.table.form.key == "item1"
    assert laid(text.replace(header, "")) == laid(text)


def test_items_under_one_header_lack_none() -> None:
    text = written()
    before, _, rest = text.partition("| 第二十条第（六）项 |")
    header = line_of(text, "本年处理决定数量") + "\n"
    joined = before.rstrip("\n") + "\n" + "| 第二十条第（六）项 |" + rest.replace(header, "", 1)
    assert misfits(joined) == []


def test_the_figures_of_table_four_are_known_by_their_number_where_the_header_is_gone() -> None:
    text = written()
    start = text.index("| 行政复议 |")
    figures_line = [line for line in text[start:].split("\n") if line.count("|") == 16][-1]
    end = text.index(figures_line)
    bare = text[:start] + text[end:]
    assert laid(bare) == laid(text)
    assert [type(misfit) for misfit in misfits(bare)] == [HeaderMissing]


def test_table_four_set_as_two_tables_is_one_row() -> None:
    text = written()
    row = laid(text)["review", "cases"]
    start, end = text.index("| 行政复议 |"), text.index("## 五、")
    names = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计"
    apart = (
        f"| 行政复议 |  |  |  |  |\n| --- | --- | --- | --- | --- |\n| {names} |\n| {' | '.join(row[:5])} |\n\n"
        f"| 行政诉讼 |  |  |  |  |  |  |  |  |  |\n| 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |\n"
        f"| {names} | {names} |\n| {' | '.join(row[5:])} |\n\n"
    )
    assert laid(text[:start] + apart + text[end:]) == laid(text)
    assert misfits(text[:start] + apart + text[end:]) == []


def test_a_misspelt_label_beside_a_merged_cell_is_no_header() -> None:
    """Its figures are no page numbers, and the row is not missing."""
    text = written().replace("（一）予以公开", "（一）予已公开")
    (misfit,) = misfits(text)
    assert isinstance(misfit, LabelMisspelt)
    assert misfit.official == "（一）予以公开"
    assert read_report(text).page_numbers == ()
    assert laid(text) == laid(written())


def test_a_row_called_like_a_column_is_a_row_the_form_has_not() -> None:
    line = line_of(written(), "| 行政规范性文件 |")
    text = written().replace(line, line + "\n| 合计 | 4 | 2 | 5 |")
    (misfit,) = misfits(text)
    assert isinstance(misfit, RowUnknown)
    assert read_report(text).page_numbers == ()


def test_figures_of_a_table_with_cell_marks_are_never_page_numbers() -> None:
    metadata = "| 索引号 | 0123 | 主题分类 | 其他 |\n| --- | --- | --- | --- |\n\n"
    report = read_report(metadata + written())
    assert report.page_numbers == ()
    assert report.layout.misfits == ()


def test_a_label_without_its_number_means_the_row_that_is_open() -> None:
    text = written().replace("| 3.其他 |", "| 其他 |")
    (misfit,) = misfits(text)
    assert isinstance(misfit, LabelVariant)
    assert misfit.official == "3.其他"


def test_two_entries_of_the_closed_list_make_one_edit() -> None:
    text = written().replace("（七）总计", "（七）合计")
    (misfit,) = misfits(text)
    assert isinstance(misfit, LabelMisspelt)
    assert [content for _, content in misfit.edits] == ["总"]


def test_a_note_left_out_of_a_spread_header_is_told() -> None:
    text = written().replace("| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |", "|  |")
    (misfit,) = misfits(text)
    assert isinstance(misfit, LabelVariant)
    assert misfit.role == "note"


NARROW_HEADERS = {
    "a letter a line": (
        "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结 结 其 尚\n结 结 其 尚 结 结 其 尚\n果 果 他 未\n"
        "总计 果 果 他 未 总 果 果 他 未 总\n维 纠 结 审\n维 纠 结 审 计 维 纠 结 审 计\n"
        "持 正 果 结\n持 正 果 结 持 正 果 结\n"
    ),
    "two letters a line": (
        "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结果 结果 其他 尚未 总\n"
        "维持 纠正 结果 审结 计 结果 结果 其他 尚未 总 结果 结果 其他 尚未 总\n"
        "维持 纠正 结果 审结 计 维持 纠正 结果 审结 计\n"
    ),
    "whole labels": (
        "行政复议 行政诉讼\n结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉\n"
        "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n"
    ),
}


@pytest.mark.parametrize("header", NARROW_HEADERS.values(), ids=NARROW_HEADERS)
def test_the_header_of_table_four_may_be_set_in_narrow_columns(header: str) -> None:
    text = written("figures")
    start = text.index("行政复议\n", text.index("四、政府信息公开行政复议"))
    figures_line = next(line for line in text[start:].split("\n") if len(line.split()) == 15)
    narrow = text[:start] + header + text[text.index(figures_line) :]
    assert laid(narrow) == laid(text)
    assert misfits(narrow) == []


@pytest.mark.parametrize("shape", ["closed-rows", "tab-rows", "closed-cells"])
def test_a_header_whose_labels_are_parted_over_two_rows_is_not_misspelt(shape: Shape) -> None:
    text = written(shape)
    parted = text
    for label in ("商业企业", "科研机构", "社会公益组织", "法律服务机构"):
        parted = parted.replace(label, label[:-2])
    row = next(line for line in text.split("\n") if "法律服务机构" in line) + "\n"
    below = row.replace("法律服务机构", "企业") if shape == "closed-cells" else row
    for label in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"):
        below = below.replace(label, label[-2:])
    at = parted.index("一、本年新收")
    assert misfits(parted[:at] + below + parted[at:]) == []
    assert laid(parted[:at] + below + parted[at:]) == laid(text)


def test_a_markdown_table_without_pipes_at_its_ends_is_a_table() -> None:
    text = RULED_ROW.sub(lambda line: line[0][2:-2], written())
    assert "\n| " not in text
    assert laid(text) == laid(written())
    assert misfits(text) == []


def test_a_sentence_with_a_pipe_is_no_table() -> None:
    report = read_report(written().replace("## 二、", "信息公开 | 政务服务两个栏目均已更新。\n\n## 二、", 1))
    assert any("政务服务两个栏目" in paragraph.text for paragraph in report.paragraphs)


@pytest.mark.parametrize("front", [" ", "\u3000", "\xa0 ", "\u200b", "[bookmark: _GoBack]"])
def test_what_nobody_sees_in_front_of_a_cell_mark_changes_nothing(front: str) -> None:
    for shape in ("tab-cells", "pipe-cells"):
        text = written(shape)
        bent = re.sub(r"(?m)^(?=[\t|])", front, text)
        assert bent != text
        assert laid(bent) == laid(text)
        assert misfits(bent) == []


def test_a_cell_with_nothing_but_a_bookmark_is_blank() -> None:
    text = written("tab-cells")
    report = read_report(text)
    cell = cell_of(report, "results.granted", "natural")
    marked = read_report(text[: cell.start] + "[bookmark: _GoBack]" + text[cell.end :])
    assert cell_of(marked, "results.granted", "natural").kind == "blank"


@pytest.mark.parametrize("shape", UNMARKED)
@pytest.mark.parametrize("token", ["\u200b", "[bookmark: _GoBack]"])
def test_a_mark_inside_a_figure_or_a_label_does_not_part_it(shape: Shape, token: str) -> None:
    text = written(shape)
    cell = cell_of(read_report(text), "new", "total")
    assert len(cell.text) > 1
    at, label = cell.start + 1, text.index("重复申请", text.index("三、收到"))
    bent = text[:at] + token + text[at : label + 2] + token + text[label + 2 :]
    assert cell_of(read_report(bent), "new", "total").value == cell.value
    assert misfits(bent) == []


@pytest.mark.parametrize("shape", UNMARKED)
@pytest.mark.parametrize("printed", ["/", "—", "O", "5件", "1,208"])
@pytest.mark.parametrize(("row", "column"), [("carried_in", "research"), ("carried_out", "total")])
def test_a_cell_without_a_figure_keeps_its_place_between_unmarked_figures(
    shape: Shape, printed: str, row: str, column: str
) -> None:
    text = written(shape)
    cell = cell_of(read_report(text), row, column)
    bent = read_report(text[: cell.start] + printed + text[cell.end :])
    assert bent.layout.misfits == ()
    assert cell_of(bent, row, column).text == printed


@pytest.mark.parametrize("shape", ["figures", "aligned"])
def test_a_lone_figure_below_a_whole_row_is_a_page_number(shape: Shape) -> None:
    text = written(shape)
    total = cell_of(read_report(text), "results.denied.inquiry", "total")
    end = text.index("\n", total.end) + 1
    report = read_report(text[:end] + "7\n" + text[end:])
    assert report.layout.misfits == ()
    assert [(report.text[one.start : one.end], one.bare) for one in report.page_numbers] == [("7", True)]


def test_labels_on_one_line_show_the_form_of_an_unmarked_table() -> None:
    """One label of the old form does not make the whole report one of the old form."""
    report = read_report(written("figures").replace("行政规范性文件", "规范性文件"))
    assert report.layout.form is not None
    assert report.layout.form.key == "2021"
    assert not any(isinstance(misfit, RowWidth | RowMissing) for misfit in report.layout.misfits)


def test_a_long_line_of_digits_and_a_letter_is_no_riddle() -> None:
    text = written("numbers").replace("规章\n", "规章\n" + "1" * 150 + "x\n", 1)
    assert read_report(text).recognised


@pytest.mark.parametrize("count", [3_000])
def test_many_unknown_rows_and_tables_are_read(count: int) -> None:
    unknown = "".join(f"不明情形{number}\t1\t1\t1\t1\t1\t1\t1\n" for number in range(count))
    text = (
        f"{ORGAN}2024年政府信息公开工作年度报告\n一、总体情况\n一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n"
    )
    assert read_report(text + unknown).recognised
    many = "规章\t0\t0\t0\n行政规范性文件\t0\t0\t0\n行政许可\t0\n" * count
    assert len(read_report(text + many).layout.tables) == 2 * count


def test_likeness_below_the_least_asked_for_is_not_worked_out() -> None:
    assert likeness("予以公开", "予已公开") == 0.75
    assert likeness("予以公开", "予已公开", 0.7) == 0.75
    assert likeness("予以公开", "结转下年", 0.5) == 0.0
    assert likeness("公开" * 500_000, "予以公开", 0.5) == 0.0
    assert likeness("", "", 0.5) == 1.0
