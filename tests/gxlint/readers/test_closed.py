"""Cells closed by pipes, as text taken out of web pages has them: rows on lines, cells on lines, rows opened."""

from __future__ import annotations

import pytest

from gxlint.readers import read_plain
from gxlint.report import Block, PageNumber, Paragraph, Table


def rows(text: str) -> list[list[str]]:
    (table,) = (block for block in read_plain(text) if isinstance(block, Table))
    return [[cell.text for cell in row.cells] for row in table.rows]


def kinds(blocks: tuple[Block, ...]) -> list[type[Block]]:
    return [type(block) for block in blocks]


def test_a_row_stands_on_a_line_with_a_pipe_behind_every_cell() -> None:
    text = "第二十条第（一）项 |\n信息内容 | 本年制发件数 |\n规章 | 0 |\n行政规范性文件 | 3 |\n"
    assert rows(text) == [["第二十条第（一）项"], ["信息内容", "本年制发件数"], ["规章", "0"], ["行政规范性文件", "3"]]


def test_pipes_that_fill_up_a_row_are_no_cells_and_blanks_between_them_are() -> None:
    text = "第二十条第（五）项 | |||\n信息内容 | 本年处理决定数量 | ||\n规章 | | 0 | 1 |\n行政许可 | 4 | ||\n"
    assert rows(text) == [
        ["第二十条第（五）项"],
        ["信息内容", "本年处理决定数量"],
        ["规章", "", "0", "1"],
        ["行政许可", "4"],
    ]


def test_a_row_that_begins_with_a_pipe_goes_on_with_the_cell_above() -> None:
    text = "三、本年度办理结果 | （一）予以公开 | 1 | 1 |\n| （二）部分公开 | 0 | 0 |\n"
    assert rows(text)[1] == ["", "（二）部分公开", "0", "0"]


def test_a_label_alone_on_its_line_may_have_its_blank_cells_on_the_next() -> None:
    text = "规章 | 0 | 0 | 1 |\n行政处罚 | 4 | ||\n行政强制 |\n| ||\n第二十条第（八）项 |\n| 其他 | 1 | 2 |\n"
    assert rows(text)[2:] == [["行政强制", ""], ["第二十条第（八）项"], ["", "其他", "1", "2"]]


def test_cells_on_lines_make_rows_that_begin_with_words_behind_figures() -> None:
    text = "信息内容 |\n本年制发件数 |\n现行有效件数 |\n规章 |\n0 |\n|\n行政规范性文件 |\n2 |\n5 |\n"
    assert rows(text)[0] == ["信息内容", "本年制发件数", "现行有效件数", "规章", "0", ""]
    assert rows(text)[1] == ["行政规范性文件", "2", "5"]


@pytest.mark.parametrize("printed", ["/", "无", "12件", "约3件", "减4", "251000元"])
def test_a_cell_that_stands_for_a_figure_is_no_label(printed: str) -> None:
    assert rows(f"2.重复申请 |\n0 |\n{printed} |\n0 |\n3.其他 |\n0 |\n0 |\n0 |\n") == [
        ["2.重复申请", "0", printed, "0"],
        ["3.其他", "0", "0", "0"],
    ]


def test_a_row_of_blanks_ends_where_words_follow() -> None:
    text = "行政处罚 |\n|\n||\n规章 |\n|\n|\n|\n行政规范性文件 |\n|\n|\n2 |\n"
    assert rows(text) == [["行政处罚", ""], ["规章", "", "", ""], ["行政规范性文件", "", "", "2"]]


def test_pipes_on_a_line_of_their_own_end_a_row() -> None:
    text = "第二十条第（五）项 |\n|||\n信息内容 |\n本年处理决定数量 |\n||\n行政许可 |\n12 |\n||\n"
    assert rows(text) == [["第二十条第（五）项"], ["信息内容", "本年处理决定数量"], ["行政许可", "12"]]


def test_a_pipe_on_a_line_of_its_own_opens_a_row_where_the_table_begins_with_one() -> None:
    text = "| \n 信息内容  | \n 本年制发件数  |\n| \n 规章  | \n   |\n| \n 行政规范性文件  | \n 2  | ||\n"
    assert rows(text) == [["信息内容", "本年制发件数"], ["规章", ""], ["行政规范性文件", "2"]]


@pytest.mark.parametrize("label", ["三、本年度办理结果\n|", "本年度\n办理结果 |", "本年度办理结果 |"])
def test_a_label_may_be_closed_on_a_line_below(label: str) -> None:
    found = rows(f"二、上年结转 |\n0 |\n0 |\n{label}\n（一）予以公开 |\n1 |\n1 |\n")[1]
    assert ["".join(cell.split()) for cell in found] == [
        "".join(label.rstrip("|").split()),
        "（一）予以公开",
        "1",
        "1",
    ]


def test_a_heading_between_two_tables_belongs_to_neither() -> None:
    table = "申请人情况 |\n自然人 |\n法人 |\n一、本年新收 |\n0 |\n0 |\n"
    blocks = read_plain(f"行政许可 |\n1 |\n行政处罚 |\n2 |\n三、收到和处理政府信息公开申请情况\n|\n{table}")
    assert [kind for kind in kinds(blocks) if kind is not PageNumber][:2] == [Table, Paragraph]
    assert any(isinstance(block, Paragraph) and block.text.startswith("三、收到") for block in blocks)


def test_the_number_of_a_page_parts_no_rows() -> None:
    blocks = read_plain("规章 | 0 | 0 |\n- 3 -\n行政规范性文件 | 2 | 5 |\n")
    assert kinds(blocks) == [Table, PageNumber]
    assert isinstance(blocks[1], PageNumber)
    assert blocks[1].inside_table


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 政务公开 | 机构职能 |\n新闻 | 通知 | 公告 |\n",
        "字号：大 | 中 | 小 |\n2024年，我镇公开信息3条。\n",
        "打印 |\n关闭 |\n",
    ],
)
def test_links_with_pipes_behind_them_are_no_table(text: str) -> None:
    assert Table not in kinds(read_plain(text))


def test_prose_behind_a_table_is_prose() -> None:
    blocks = read_plain("规章 | 0 | 0 |\n行政规范性文件 | 2 | 5 |\n以上数据由法制办提供。\n附表 | 见后\n")
    assert kinds(blocks) == [Table, Paragraph, Paragraph]


def test_many_lines_of_links_are_looked_at_once() -> None:
    assert kinds(read_plain("友情链接 |\n" * 30_000)) == [Paragraph] * 30_000
