"""``gxlint check`` on web pages: places in the source, fixes that leave the tags alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.gxlint.cli.conftest import Gxlint

PAGE = (ROOT / "examples" / "heshan-civil-affairs-2024.html").read_text("utf-8")


def marked(source: str, location: dict[str, int], end: dict[str, int]) -> str:
    """What stands there on one line of the source."""
    line = source.split("\n")[location["row"] - 1]
    assert location["row"] == end["row"]
    return line[location["column"] - 1 : end["column"] - 1]


def test_findings_point_into_the_source_and_name_the_cell(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "页.html").write_text(PAGE, "utf-8")
    outcome = gxlint("check", "--output-format", "json", ".")
    comma, balance = json.loads(outcome.out)
    assert (comma["code"], balance["code"]) == ("GXW001", "GXT001")
    assert marked(PAGE, comma["location"], comma["end_location"]) == ","
    assert marked(PAGE, balance["location"], balance["end_location"]) == "6"
    assert balance["place"] == "表三 · 一、本年新收 · 自然人"
    assert [marked(PAGE, one["location"], one["end_location"]) for one in balance["related"]] == ["1", "6", "2"]


def test_a_fix_changes_text_and_no_tag(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "页.html").write_bytes(PAGE.replace("\n", "\r\n").encode("gb18030"))
    assert gxlint("check", "--fix", ".").code == 1
    assert (tmp_path / "页.html").read_bytes() == PAGE.replace("办理,没", "办理，没").replace("\n", "\r\n").encode(
        "gb18030"
    )


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("<b>[bookmark: _GoBack]</b>", True),
        ("[bookmark: <b>_GoBack</b>]", False),
        ("[bookmark:&nbsp;_GoBack]", True),
    ],
)
def test_a_fix_across_a_tag_is_not_offered(gxlint: Gxlint, tmp_path: Path, words: str, offered: bool) -> None:
    (tmp_path / "页.html").write_text(PAGE.replace("（一）主动公开。", f"（一）主动公开。{words}", 1), "utf-8")
    (mark,) = json.loads(gxlint("check", "--select", "GXM001", "--output-format", "json", ".").out)
    assert (mark["fix"] is not None) == offered


def test_private_words_are_not_quoted_though_a_tag_stands_in_them(gxlint: Gxlint, tmp_path: Path) -> None:
    number = "110101199003070<b>01</b>1"
    (tmp_path / "页.html").write_text(
        PAGE.replace("（一）主动公开。", f"（一）主动公开。身份证号{number}。", 1), "utf-8"
    )
    out = gxlint("check", "--select", "GXW", ".").out
    assert "GXW011" in out
    assert "19900307" not in out


def test_a_finding_of_a_page_is_ignored_by_its_row_in_the_source(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "页.html").write_text(PAGE, "utf-8")
    (balance,) = json.loads(gxlint("check", "--select", "GXT001", "--output-format", "json", ".").out)
    row = balance["location"]["row"]
    assert gxlint("ignore", "GXT001", f"页.html:{row}", "--reason", "已核实").code == 0
    assert json.loads(gxlint("check", "--select", "GXT001", "--output-format", "json", ".").out) == []
    (tmp_path / "页.html").write_text(PAGE.replace("<body>", "<body>\n\n<p></p>"), "utf-8")
    assert gxlint("check", "--select", "GXT001", ".").code == 0, "the entry knows no row"


def test_what_would_add_rows_or_headings_is_not_offered_in_a_page(gxlint: Gxlint, tmp_path: Path) -> None:
    page = PAGE.replace("<div>五、存在的主要问题及改进情况</div>", "")
    (tmp_path / "页.html").write_text(page, "utf-8")
    (missing,) = json.loads(gxlint("check", "--select", "GXS001", "--output-format", "json", ".").out)
    assert missing["fix"] is None
    assert gxlint("check", "--fix", "--unsafe-fixes", "--select", "GXS001", ".").code == 1
    assert (tmp_path / "页.html").read_text("utf-8") == page


def test_navigation_of_a_page_is_no_residue(gxlint: Gxlint, tmp_path: Path) -> None:
    chrome = "<div>索引号：123</div><div>【打印】 【关闭窗口】 浏览次数：5</div></body>"
    (tmp_path / "页.html").write_text(PAGE.replace("</body>", chrome), "utf-8")
    assert json.loads(gxlint("check", "--select", "GXM", "--output-format", "json", ".").out) == []


def test_a_page_that_is_no_report_is_passed_over(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>政府信息公开指南</p><table><tr><td>1<td>2</table>", "utf-8")
    outcome = gxlint("check", ".")
    assert outcome.code == 0
    assert "年度报告 0 份" in outcome.out
