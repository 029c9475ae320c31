"""Pages of rules as a person reads them."""

from __future__ import annotations

from gxlint.pages import readable
from gxlint.testing import report_of, sample

PAGE = """标题

例
    错：
        （年份）2020
        （机关）临河市水务局
        （删去）2.重复申请
        （删去表格）四、情况
        （原文）
        （二）⟦错⟧
"""


def test_an_example_says_in_words_which_report_it_is_laid_on() -> None:
    assert readable(PAGE).split("\n")[4:-1] == [
        "        （2020年度的报告）",
        "        （临河市水务局的报告）",
        "        （原处没有“2.重复申请”这一行）",
        "        （“四、情况”没有表格）",
        "        （二）⟦错⟧",
    ]


def test_a_page_without_examples_stays_as_it_is() -> None:
    page = "标题\n\n查什么\n    甲（年份）\n"
    assert readable(page) == page


def test_the_figures_that_an_example_names_are_those_of_the_sample() -> None:
    table = report_of(sample(fill="figures")).layout.table("requests")
    assert table is not None

    def total(key: str) -> int:
        cell = table.cell(key, "total")
        assert cell is not None
        assert isinstance(cell.value, int)
        return cell.value

    assert readable("        （填数）figures\n") == (
        f"        （表三：新收{total('new')}件，上年结转{total('carried_in')}件；予以公开{total('results.granted')}件，"
        f"部分公开{total('results.partial')}件，不予公开{total('results.denied.third-party')}件，"
        f"无法提供{total('results.unavailable.not-held')}件；结转下年度{total('carried_out')}件）\n"
    )
