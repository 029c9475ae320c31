"""Tables that are absent or cannot be read are told once, and nothing else is said about them."""

from __future__ import annotations

from gxlint.testing import sample
from tests.plugins.gxlint_forms.reports import codes, found_in, marked_text, text_with, told

REQUESTS = "三、收到和处理政府信息公开申请情况"


def test_a_part_that_reports_by_table_needs_one() -> None:
    text = text_with(f"（删去表格）{REQUESTS}")

    (finding,) = found_in(text)

    assert (finding.code, finding.severity) == ("GXF003", "error")
    assert marked_text(text, finding) == "收到和处理政府信息公开申请情况"
    assert "如果表格是图片" in told(finding)
    assert "国办公开办函〔2021〕30号" in told(finding)


def test_every_part_without_its_table_is_told() -> None:
    text = text_with(
        "（删去表格）二、主动公开政府信息情况",
        f"（删去表格）{REQUESTS}",
        "（删去表格）四、政府信息公开行政复议、行政诉讼情况",
    )

    assert codes(text) == ["GXF003", "GXF003", "GXF003"]


def test_a_part_that_is_absent_itself_is_no_missing_table() -> None:
    assert codes(text_with(f"（删去表格）{REQUESTS}", f"（删去）{REQUESTS}")) == []


def test_a_table_below_a_missing_heading_is_there() -> None:
    assert codes(text_with(f"（删去）{REQUESTS}")) == []


def test_tables_at_the_end_of_the_report_are_there() -> None:
    text = text_with(f"（删去表格）{REQUESTS}")
    table = text_with()[text_with().index("| （本列数据") : text_with().index("四、政府信息公开行政复议")]

    assert codes(text + "\n附表\n\n" + table) == []


def test_a_table_that_cannot_be_read_is_one_finding_and_no_missing_rows() -> None:
    kept = ["2.重复申请", "3.要求提供公开出版物"]
    rows = "".join(f"| {label} | 0 | 0 | 0 | 0 | 0 | 0 | 9 |\n" for label in kept)
    text = text_with(f"（删去表格）{REQUESTS}").replace(REQUESTS, f"{REQUESTS}\n\n{rows}")

    (finding,) = found_in(text)

    assert (finding.code, finding.severity, finding.fix) == ("GXF014", "warning", None)
    assert marked_text(text, finding).startswith("2.重复申请")


def test_a_table_below_the_heading_of_another_part_is_told() -> None:
    text = sample()
    third, fourth = "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"
    text = text.replace(third, "X").replace(fourth, third).replace("X", fourth)

    found = [finding for finding in found_in(text) if finding.code == "GXF003"]

    assert [told(finding) for finding in found] == [
        f"“{fourth}”部分没有表格，表四放在了“{third}”部分。请移到相应的标题下面。",
        f"“{third}”部分没有表格，表三放在了“{fourth}”部分。请移到相应的标题下面。",
    ]


def test_a_report_on_a_year_before_the_official_tables_lacks_none() -> None:
    parts = "一、概述\n我镇公开信息30条。\n二、主动公开政府信息的情况\n公开30条。\n三、依申请公开政府信息情况\n无。\n"

    assert found_in("云岭镇2017年政府信息公开工作年度报告\n" + parts) == []
    assert "GXF003" in codes("云岭镇2022年政府信息公开工作年度报告\n" + parts)
