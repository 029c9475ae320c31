"""Rows too short, missing, unknown or moved: one finding for what belongs together."""

from __future__ import annotations

from gxlint.testing import sample
from tests.plugins.gxlint_forms.reports import codes, found_in, marked_text, text_with, told


def row(label: str, cells: int = 7) -> str:
    return f"| {label} |" + " 0 |" * cells


def test_a_run_of_rows_of_the_wrong_width_is_one_finding() -> None:
    text = text_with(row("2.重复申请", 5), row("3.要求提供公开出版物", 5), row("4.无正当理由大量反复申请", 5))

    (finding,) = found_in(text)

    assert (finding.code, finding.severity, finding.fix) == ("GXF004", "error", None)
    assert marked_text(text, finding) == "2.重复申请"
    assert "从“（五）不予处理第2项”到“（五）不予处理第4项”共 3 行，每行有 5 个数据单元格，格式规定 7 个" in told(
        finding
    )
    assert [text[one.span.start : one.span.end] for one in finding.related] == ["4.无正当理由大量反复申请"]


def test_runs_apart_are_told_apart() -> None:
    text = text_with(row("2.重复申请", 5), row("4.无正当理由大量反复申请", 5), row("（七）总计", 8))

    assert [told(one).split("有")[0] for one in found_in(text)] == [
        "表三“（五）不予处理第2项”行",
        "表三“（五）不予处理第4项”行",
        "表三“（七）总计”行",
    ]


def test_table_four_of_the_wrong_width_is_told_without_a_row_name() -> None:
    (finding,) = found_in(text_with("|" + " 0 |" * 14))

    assert told(finding).startswith("表四的数据有 14 个单元格，格式规定 15 个")


def test_missing_rows_that_stand_together_are_one_finding() -> None:
    text = text_with("（删去）2.重复申请", "（删去）3.要求提供公开出版物")

    (finding,) = found_in(text)

    assert (finding.code, finding.severity) == ("GXF005", "error")
    assert "缺少 2 行：“（五）不予处理第2项”、“（五）不予处理第3项”，应在“（五）不予处理第1项”之后" in told(finding)
    assert len(finding.span) == 0
    assert text[: finding.span.start].endswith("| 1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0")


def test_a_missing_first_row_is_told_at_the_beginning() -> None:
    assert "开头缺少 1 行：“一、本年新收”" in told(found_in(text_with("（删去）一、本年新收政府信息公开申请数量"))[0])


def test_many_missing_rows_are_not_all_named() -> None:
    labels = [f"{number}." for number in ("2.其他法律", "3.危及", "4.保护第三方", "5.属于三类", "6.属于四类")]
    text = text_with(*(f"（删去）{label.rstrip('.')}" for label in labels))

    (finding,) = found_in(text)

    assert "缺少 5 行（“（三）不予公开第2项”、" in told(finding)
    assert "“（三）不予公开第5项”等）" in told(finding)


def test_an_item_of_section_two_that_is_absent_is_one_finding() -> None:
    text = sample().replace(item_eight(), "")

    (finding,) = found_in(text)

    assert finding.code == "GXF005"
    assert told(finding) == ("缺少表二（八）“第二十条第（八）项”，其中应有“行政事业性收费”。请补上，没有发生的填 0。")


def item_eight() -> str:
    text = sample()
    return text[text.index("| 第二十条第（八）项 |") : text.index("三、收到和处理")]


def test_a_row_that_a_province_added_is_advice() -> None:
    text = text_with("| 行政规范性文件 | 0 | 0 | 0 |", "| 其他主动公开文件 | 12 | 0 | 12 |")

    (finding,) = found_in(text)

    assert (finding.code, finding.severity) == ("GXF006", "info")
    assert marked_text(text, finding) == "其他主动公开文件"


def test_a_row_that_is_there_twice_is_advice() -> None:
    text = sample().replace("| 规章 | 0 | 0 | 0 |", "| 规章 | 0 | 0 | 0 |\n| 规章 | 0 | 0 | 0 |")

    (finding,) = found_in(text)

    assert finding.code == "GXF006"
    assert "“规章”行出现了两次" in told(finding)


def test_a_strange_row_in_the_place_of_a_missing_one_is_one_finding() -> None:
    text = sample().replace("2.重复申请", "2.恶意多次来函情形")

    (finding,) = found_in(text)

    assert finding.code == "GXF005"
    assert marked_text(text, finding) == "2.恶意多次来函情形"


def test_a_row_that_moved_is_told_with_the_row_it_should_follow() -> None:
    text = moved("2.重复申请", behind="4.无正当理由大量反复申请")

    (finding,) = found_in(text)

    assert (finding.code, finding.severity) == ("GXF007", "warning")
    assert marked_text(text, finding) == "2.重复申请"
    assert "应紧接在“（五）不予处理第1项”之后" in told(finding)


def test_rows_moved_together_are_one_finding() -> None:
    rows = row("2.其他法律行政法规禁止公开") + "\n" + row("3.危及“三安全一稳定”") + "\n"
    text = sample().replace(rows, "")
    last = row("8.属于行政查询事项") + "\n"

    (finding,) = found_in(text.replace(last, last + rows))

    assert finding.code == "GXF007"
    assert "“（三）不予公开第2项”、“（三）不予公开第3项”" in told(finding)


def moved(label: str, behind: str) -> str:
    line = row(label) + "\n"
    text = sample()
    assert line in text
    return text.replace(line, "").replace(row(behind) + "\n", row(behind) + "\n" + line)


def test_empty_paragraphs_inside_cells_break_no_row() -> None:
    """A converter writes an empty line for an empty paragraph; the row goes on behind it."""
    text = (
        "青山县云岭镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n四、政府信息公开行政复议、行政诉讼情况\n\n"
        "\t行政复议\n\t行政诉讼\n\n"
        "\t结果维持\n\t结果纠正\n\t其他结果\n\t尚未审结\n\t总计\n\t未经复议直接起诉\n\t复议后起诉\n\n"
        "\t\n\t\n\t\n\t\n\t\n"
        + "\t结果维持\n\t结果\n\n纠正\n\t其他结果\n\t尚未审结\n\t总计\n" * 2
        + "\n\t\n0\n"
        + "\t0\n" * 14
        + "\n五、存在的主要问题及改进情况\n"
    )

    assert "GXF004" not in codes(text)
    assert "GXF012" not in codes(text)


def test_a_row_that_repeats_the_one_before_in_place_of_the_next_is_one_finding() -> None:
    text = sample().replace("| 2.重复申请 |", "| 1.信访举报投诉类申请 |")

    (finding,) = found_in(text)

    assert finding.code == "GXF005"
    assert told(finding) == (
        "表三缺少“（五）不予处理第2项”行，这里却又是“（五）不予处理第1项”行。请核对这一行的行名和数字。"
    )
