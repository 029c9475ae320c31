"""The form a report uses is compared with the form its year asks for."""

from __future__ import annotations

from gxlint import read_report
from gxlint.testing import sample
from tests.plugins.gxlint_forms.reports import codes, found_in, marked_text, mended, text_with, told

ORGAN = "青山县云岭镇人民政府"


def on_year(made_for: int, year: int | str) -> str:
    """A report on ``year`` with the tables of ``made_for``."""
    return text_with(f"（年份）{made_for}", f"{ORGAN}{year}年政府信息公开工作年度报告")


def without_year(text: str) -> str:
    """A text that does not say which year it is about."""
    return text.replace(f"{ORGAN}2020年", ORGAN).replace("2020年1月1日起至2020年12月31日止", "全年")


def test_the_right_form_for_its_year_is_no_finding() -> None:
    assert codes(sample(2019)) == codes(sample(2020)) == codes(sample(2021)) == codes(sample(2025)) == []


def test_an_outdated_form_is_one_finding_for_the_document() -> None:
    text = on_year(2020, 2022)

    (finding,) = found_in(text)

    assert (finding.code, finding.severity) == ("GXF001", "error")
    assert marked_text(text, finding) == "本年新制作数量"


def test_the_message_says_year_source_notice_and_marks() -> None:
    (finding,) = found_in(on_year(2020, 2022))

    message = told(finding)
    assert "2022 年（据标题）" in message
    assert "应使用国办公开办函〔2021〕30号的表格" in message
    assert "国办公开办函〔2019〕60号的" in message
    assert "“本年新制作数量”、“上一年项目数量”、“第二十条第（九）项”" in message


def test_the_first_year_of_the_new_form_is_2021() -> None:
    assert codes(on_year(2020, 2021)) == ["GXF001"]
    assert codes(on_year(2019, 2020)) == []


def test_without_a_year_no_form_is_outdated() -> None:
    text = without_year(sample(2020))

    assert read_report(text).year is None
    assert codes(text) == []


def test_the_year_may_come_from_the_file_name_or_the_settings() -> None:
    text = without_year(sample(2020))

    (by_name,) = found_in(text, name="云岭镇2023年年报.txt")
    (by_setting,) = found_in(text, year=2023)

    assert by_name.code == by_setting.code == "GXF001"
    assert "（据文件名）" in told(by_name)
    assert "（据设置）" in told(by_setting)


def test_the_form_of_2021_in_an_earlier_report_is_mixed() -> None:
    text = on_year(2024, 2020)

    (finding,) = found_in(text)

    assert (finding.code, finding.severity, finding.fix) == ("GXF002", "warning", None)
    assert "应使用国办公开办函〔2019〕60号的表格" in told(finding)


def test_an_old_row_name_in_the_form_of_2021_is_mixed() -> None:
    text = text_with("| 规范性文件 | 1 | 0 | 3 |")

    (finding,) = found_in(text)

    assert finding.code == "GXF002"
    assert marked_text(text, finding) == "规范性文件"
    assert mended(text, unsafe=False) == text
    assert mended(text, unsafe=True) == text_with("| 行政规范性文件 | 1 | 0 | 3 |")


def test_one_old_table_among_new_ones_is_one_finding_for_the_document() -> None:
    old, new = sample(2020), sample(2024)
    item = slice_of(old, "| 第二十条第（五）项 |", "| 第二十条第（六）项 |")
    text = new.replace(slice_of(new, "| 第二十条第（五）项 |", "| 第二十条第（六）项 |"), item)

    (finding,) = found_in(text)

    assert finding.code == "GXF002"
    assert marked_text(text, finding) == "上一年项目数量"
    assert mended(text, unsafe=True) == new


def test_an_old_table_with_figures_among_new_ones_is_left_to_a_person() -> None:
    old, new = sample(2020), sample(2024)
    item = slice_of(old, "| 第二十条第（五）项 |", "| 第二十条第（六）项 |").replace("| 行政许可 | 0", "| 行政许可 | 7")
    text = new.replace(slice_of(new, "| 第二十条第（五）项 |", "| 第二十条第（六）项 |"), item)

    (finding,) = found_in(text)

    assert (finding.code, finding.fix) == ("GXF002", None)


def test_forms_are_mixed_in_a_report_without_a_year_as_well() -> None:
    text = without_year(sample(2020)).replace(
        "本年新制作数量 | 本年新公开数量 | 对外公开总数量", "本年制发件数 | 本年废止件数 | 现行有效件数"
    )

    (finding,) = found_in(text)

    assert finding.code == "GXF002"
    assert told(finding).startswith("表格按国办公开办函〔2019〕60号填写，其中却有另一版表格的栏目：“本年制发件数”")


def test_an_old_form_with_one_new_table_is_outdated_and_not_mixed_as_well() -> None:
    old, new = on_year(2020, 2023), sample(2024)
    item = slice_of(new, "| 第二十条第（五）项 |", "| 第二十条第（六）项 |")
    text = old.replace(slice_of(old, "| 第二十条第（五）项 |", "| 第二十条第（六）项 |"), item)

    assert codes(text) == ["GXF001"]


def slice_of(text: str, begin: str, end: str) -> str:
    return text[text.index(begin) : text.index(end)]
