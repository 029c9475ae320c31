"""Paragraphs, tables with cell marks and page numbers in plain text and Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.readers import read_plain
from gxlint.report import PageNumber, Paragraph, Table


def cells(text: str) -> list[list[list[str]]]:
    """The printed cells of every table."""
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in read_plain(text)
        if isinstance(block, Table)
    ]


def prose(text: str) -> list[str]:
    return [block.text for block in read_plain(text) if isinstance(block, Paragraph)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_tab_begins_a_cell_and_an_empty_line_ends_a_row(line_end: str) -> None:
    text = line_end.join(["前文", "\t行政许可", "\t3", "", "\t行政处罚", "\t4", "", "", "后文", ""])
    assert cells(text) == [[["行政许可", "3"], ["行政处罚", "4"]]]
    assert prose(text) == ["前文", "后文"]


def test_a_wrapped_label_is_one_cell() -> None:
    assert cells("\t商业\n企业\n\t科研\n机构\n\n") == [[["商业\n企业", "科研\n机构"]]]


def test_an_empty_paragraph_inside_a_label_does_not_end_the_row() -> None:
    assert cells("\t（三）不予\n\n公开\n\t1.属于国家秘密\n\t0\n\n") == [[["（三）不予\n\n公开", "1.属于国家秘密", "0"]]]


def test_an_empty_first_paragraph_in_front_of_a_figure_does_not_end_the_row() -> None:
    assert cells("\t\n0\n\t1\n\n") == [[["0", "1"]]]


def test_a_line_of_white_space_is_an_empty_paragraph_of_its_cell() -> None:
    assert cells("\t行政处罚\n    \n\t14\n\n") == [[["行政处罚", "14"]]]


def test_a_heading_right_behind_the_last_figure_ends_the_table() -> None:
    text = "\t总计\n\t0\n五、存在的主要问题及改进情况\n"
    assert cells(text) == [[["总计", "0"]]]
    assert prose(text) == ["五、存在的主要问题及改进情况"]


def test_prose_behind_a_figure_is_no_part_of_its_cell() -> None:
    assert prose("\t总计\n\t0\n\n\n2024年，我镇工作有序。\n") == ["2024年，我镇工作有序。"]
    assert prose("\t总计\n\t0\n2024年，我镇工作有序。\n") == ["2024年，我镇工作有序。"]


def test_a_page_number_does_not_break_the_table_round_it() -> None:
    text = "\t甲\n\t1\n\n- 3 -\n\n\t乙\n\t2\n\n"
    assert cells(text) == [[["甲", "1"], ["乙", "2"]]]
    (number,) = (block for block in read_plain(text) if isinstance(block, PageNumber))
    assert (text[number.start : number.end], number.inside_table) == ("- 3 -", True)


def test_a_page_number_behind_the_table_stands_outside_it() -> None:
    blocks = read_plain("\t甲\n\t1\n\n\n- 3 -\n后文\n")
    assert [type(block).__name__ for block in blocks] == ["Table", "PageNumber", "Paragraph"]
    assert isinstance(blocks[1], PageNumber)
    assert not blocks[1].inside_table


@pytest.mark.parametrize("line", ["- 1 -", "— 12 —", "-4 -", "第1页 共5页", "第 3 页"])
def test_the_foot_of_a_page_is_known(line: str) -> None:
    assert [type(block) for block in read_plain(line)] == [PageNumber]


@pytest.mark.parametrize("line", ["-8", "- 8", "8", "第1页的内容", "——"])
def test_a_negative_figure_is_no_page_number(line: str) -> None:
    assert [type(block) for block in read_plain(line)] == [Paragraph]


def test_a_whole_row_may_stand_on_one_line() -> None:
    assert cells("信息内容\t本年处理决定数量\n行政处罚\t3\n\t\t1.属于国家秘密\t0\n") == [
        [["信息内容", "本年处理决定数量"], ["行政处罚", "3"], ["", "", "1.属于国家秘密", "0"]]
    ]


def test_a_number_and_a_tab_in_front_of_a_heading_make_no_table() -> None:
    assert prose("一、\t总体情况\n（一）\t主动公开\n1.\t机构建设\n") == [
        "一、\t总体情况",
        "（一）\t主动公开",
        "1.\t机构建设",
    ]


def test_pipe_tables_are_read_without_their_rule_and_emphasis() -> None:
    text = "| 信息内容 | 本年处理决定数量 |\n|---|--:|\n| **行政许可** | 3 |\n"
    assert cells(text) == [[["信息内容", "本年处理决定数量"], ["行政许可", "3"]]]


def test_pipe_tables_may_have_one_cell_a_line() -> None:
    assert cells("| 行政处罚 |\n| 3 |\n\n| 行政强制 |\n| 0 |\n") == [[["行政处罚", "3"], ["行政强制", "0"]]]


@given(st.text(st.sampled_from("\t\n|0一、年公开- \xa0\r"), max_size=120))
def test_every_block_says_what_stands_at_its_place_and_blocks_keep_the_order_of_the_text(text: str) -> None:
    last = 0
    for block in read_plain(text):
        assert block.span.start >= last
        last = block.span.end
        if isinstance(block, Paragraph):
            assert text[block.start : block.end] == block.text
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    assert text[cell.start : cell.end] == cell.text


def test_a_line_of_tabs_behind_a_row_with_tabs_is_a_row_of_blank_cells() -> None:
    (table,) = read_plain("结果维持\t结果纠正\t总计\n\t\t\n")

    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["结果维持", "结果纠正", "总计"], ["", "", ""]]


def test_a_line_of_tabs_among_cells_of_their_own_lines_is_an_empty_paragraph() -> None:
    (table,) = read_plain("\t行政许可\n\t0\n\t\t\n\n\t行政处罚\n\t1\n")

    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["行政许可", "0"], ["行政处罚", "1"]]


def test_a_cell_goes_on_as_long_as_a_label_does_and_not_for_thousands_of_lines() -> None:
    assert cells("\t" + "\n".join("一、本年新收政府信息公开申请数量") + "\n\t3\n")[0][0][1] == "3"
    text = "\t规章\n" + "不予\n" * 50_000 + "\t3\n"
    assert [row[-1] for table in cells(text) for row in table][-1] == "3"
    assert len(prose(text)) > 49_000


def test_a_rule_without_pipes_at_its_ends_makes_a_table_of_the_lines_around_it() -> None:
    text = "甲 | 乙\n--- | ---\n丙 | 3\n | 4\n\n丁 | 5\n"
    assert cells(text) == [[["甲", "乙"], ["丙", "3"], ["", "4"]]]
    assert prose(text) == ["丁 | 5"]
