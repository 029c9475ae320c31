"""Web pages: what is read off them, and the way back to the source."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.forms import bundled_forms
from gxlint.parser import parse_all
from gxlint.readers import HTML, PLAIN
from gxlint.readers.html import html_view
from gxlint.readers.tags import tokens
from gxlint.text import Span
from tests.writing import figures
from tests.writing.pages import page


def lines(source: str) -> list[str]:
    return html_view(f"<p>申请公开</p>{source}").text.splitlines()[1:]


def place(source: str, words: str) -> str:
    """What stands in the source where ``words`` were read."""
    view = html_view(source)
    at = view.text.index(words)
    span = view.source_span(Span(at, at + len(words)))
    return source[span.start : span.end]


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("<div>甲<br>乙<br/>丙</div>", ["甲", "乙", "丙"]),
        ("<p>政府<span>信息</span>公开</p>", ["政府信息公开"]),
        ("<p>  甲\n   乙  </p>", ["甲乙"]),
        ("<p>by\n  mail</p>", ["by mail"]),
        ("<p>&nbsp;&nbsp;甲&ldquo;乙&rdquo;&#x4e19;&lt;</p>", ["甲“乙”丙<"]),
        ("<p>甲<!-- 乙 -->丙</p>", ["甲丙"]),
        ("<script>甲</script><style>乙</style><nav><p>丙</p></nav><p>丁</p>", ["丁"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
    ],
)
def test_text_is_read_as_a_browser_shows_it(source: str, read: list[str]) -> None:
    assert lines(source) == read


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("<table><tr><td>甲</td><td>1</td></tr><tr><th>乙<td>&nbsp;</table>", ["| 甲 | 1 |", "| 乙 |  |"]),
        ("<table>\n<tr>\n<td>\n甲\n</td>\n<td><p>1</p>\n</td></tr></table>", ["| 甲 | 1 |"]),
        ("<table><tr><td>结果<br>维持</td><td>a|b</td></tr></table>", ["| 结果维持 | a｜b |"]),
        ("<table><tr><td>甲</td><td>1</td></tr></table>后文", ["| 甲 | 1 |", "后文"]),
    ],
)
def test_rows_of_a_table_are_lines_of_cells(source: str, read: list[str]) -> None:
    assert lines(source) == read


def test_a_table_that_arranges_the_page_is_none() -> None:
    inner = "<table><tr><td>甲</td><td>1</td></tr></table>"
    assert lines(f"<table><tr><td><p>前</p>{inner}<p>后</p></td><td>旁</td></tr></table>") == [
        "前",
        "| 甲 | 1 |",
        "后",
        "旁",
    ]
    assert lines("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>") == ["甲", "乙"]


def test_places_lead_back_to_the_source() -> None:
    source = "<p>申请公开</p><table><tr><td>政府<b>采购</b>&nbsp;项</td><td>12</td></tr></table>"
    assert place(source, "12") == "12"
    assert place(source, "政府采购") == "政府<b>采购"
    view = html_view(source)
    at = view.text.index("政府采购 项")
    assert view.exact(Span(at, at + 2)) is not None
    assert view.exact(Span(at, at + 4)) is None, "a tag stands inside"
    assert view.exact(Span(at + 2, at + 4)) is not None
    assert view.exact(Span(at + 4, at + 5)) is not None, "&nbsp; as a whole"


def test_a_page_about_something_else_is_not_looked_into() -> None:
    assert html_view("<p>天气预报</p>").text == ""
    assert html_view("<p>政府信息公开指南</p>").text == ""


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "</", '<a b="', "<a b='c' ", "<table>", "<table><tr><td>", "&#", "<script>"]
)
def test_no_place_is_looked_at_twice_whatever_is_never_closed(piece: str) -> None:
    source = "申请公开" + piece * 3000
    spans = [(token.start, token.end) for token in tokens(source)]
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert html_view(source).text.startswith("申请公开")


@given(st.integers(0, 2**32 - 1), st.sampled_from(bundled_forms()), st.sampled_from((0, 3, 40, 5000)))
def test_every_figure_of_a_page_is_read_and_found_again(seed: int, form: object, magnitude: int) -> None:
    form = next(one for one in bundled_forms() if one == form)
    random = Random(seed)
    truth = figures(random, form, magnitude)
    source = page(form, truth, year=form.first_year, organ="青山县云岭镇人民政府", random=random)
    view = html_view(source)
    (part,) = parse_all(view.text, "report.html", HTML.blocks, bundled_forms())
    report = part.report
    assert report.layout.form == form
    assert not report.layout.misfits
    assert len(report.sections) == 6
    read = {
        table.form.key: {
            row.form.key: {c.key: cell.value for c, cell in zip(table.form.columns, row.cells, strict=True)}
            for row in table.rows
        }
        for table in report.layout.tables
    }
    assert read == truth
    for table in report.layout.tables:
        for row in table.rows:
            for cell in row.cells:
                span = view.source_span(cell.span)
                assert html_view(f"申请公开<i>{source[span.start : span.end]}</i>").text == f"申请公开{cell.text}"


@given(st.text("甲乙1 \t\n|<>/&;#&nbsp公开table<tr><td></td></tr><p>", max_size=200))
def test_any_text_is_read_and_every_place_lies_in_it(source: str) -> None:
    source = "申请公开" + source
    view = html_view(source)
    assert PLAIN.blocks(view.text) is not None
    before = 0
    for offset in range(len(view.text)):
        span = view.source_span(Span(offset, offset + 1))
        assert before <= span.start <= span.end <= len(source)
        before = span.start
        exact = view.exact(Span(offset, offset + 1))
        if exact is not None and len(exact) == 1 and view.text[offset] not in " ｜":
            assert source[exact.start : exact.end] == view.text[offset]
    for offset in range(len(source) + 1):
        assert 0 <= view.offset(offset) <= len(view.text)
