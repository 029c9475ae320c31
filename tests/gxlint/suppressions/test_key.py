"""A key holds while its passage stands in its place, whatever happens elsewhere in the report."""

from __future__ import annotations

import pytest

from gxlint.suppressions import Key, key_of
from gxlint.testing import overlay, sample
from tests.gxlint.suppressions.conftest import Checked

TOTAL = "| 一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 7 |"
MARK = "[bookmark: _GoBack]我镇公开信息30条。"


def keys(checked: Checked, text: str, code: str) -> list[Key]:
    result = checked(text)
    return [key_of(finding, result.parts) for finding in result.findings if finding.code == code]


def test_a_finding_in_a_table_is_placed_by_row_and_column(checked: Checked) -> None:
    (key,) = keys(checked, overlay(sample(), TOTAL), "GXT003")

    assert key[:2] == ("GXT003", "表三 · 一、本年新收 · 总计")
    assert len(key.passage) == 12


def test_a_finding_in_prose_is_placed_by_section_and_item(checked: Checked) -> None:
    text = sample().replace("（二）依申请公开\n", f"（二）依申请公开\n{MARK}\n")

    (key,) = keys(checked, text, "GXM001")

    assert key.place == "一、总体情况 · 依申请公开"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("编制本报告。", "编制本报告，并予公布。\n\n另有说明。"),
        ("一、总体情况\n", "一、总体情况\n\n新加的一段。\n"),
        ("| 行政许可 | 0 |", "| 行政许可 | 8 |"),
        ("无其他需要报告的事项。", "没有其他需要报告的事项。"),
        ("\n", "\r\n"),
    ],
)
def test_edits_elsewhere_leave_the_key_as_it_was(checked: Checked, old: str, new: str) -> None:
    text = overlay(sample(), f"{MARK}\n{TOTAL}")
    assert old in text

    for code in ("GXT003", "GXM001"):
        assert keys(checked, text.replace(old, new), code) == keys(checked, text, code) != []


def test_the_key_changes_with_the_sentence(checked: Checked) -> None:
    text = sample().replace("（二）依申请公开\n", f"（二）依申请公开\n{MARK}\n")

    (before,) = keys(checked, text, "GXM001")
    (after,) = keys(checked, text.replace("30条", "31条"), "GXM001")

    assert before != after
    assert before.place == after.place


def test_the_key_changes_with_the_other_figures_of_the_relation(checked: Checked) -> None:
    (before,) = keys(checked, overlay(sample(), TOTAL), "GXT003")
    (after,) = keys(checked, overlay(sample(), TOTAL.replace("| 0 | 0 | 7", "| 2 | 0 | 7")), "GXT003")

    assert before.place == after.place
    assert before.passage != after.passage


def test_the_same_words_in_two_items_are_two_keys(checked: Checked) -> None:
    text = sample()
    for item in ("（一）主动公开\n", "（二）依申请公开\n"):
        text = text.replace(item, f"{item}{MARK}\n")

    found = keys(checked, text, "GXM001")

    assert len(found) == len(set(found)) == 2


def test_two_missing_parts_are_two_keys(checked: Checked) -> None:
    text = sample()
    for title in ("三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"):
        text = text[: text.index(title)] + text[text.index({"三": "四、政府", "四": "五、存在"}[title[0]]) :]

    found = keys(checked, text, "GXS001")

    assert len(set(found)) == 2


def test_reports_of_a_compilation_are_told_apart(checked: Checked) -> None:
    one, other = overlay(sample(), TOTAL), overlay(sample(organ="临河市白石镇人民政府"), TOTAL)

    found = keys(checked, f"{one}\n{other}", "GXT003")

    assert [key.place.partition(" / ")[0] for key in found] == [
        "青山县云岭镇人民政府2024年政府信息公开工作年度报告",
        "临河市白石镇人民政府2024年政府信息公开工作年度报告",
    ]
