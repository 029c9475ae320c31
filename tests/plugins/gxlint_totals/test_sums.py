"""Broken sums are told once a cause, with the figures, and blame a cell only when it alone explains everything."""

from __future__ import annotations

import pytest

from gxlint import read_report
from gxlint.engine import lint
from gxlint.fixes import fix_text
from gxlint.testing import findings, sample
from gxlint_totals import gxlint_rules
from gxlint_totals.sums import balance
from tests.plugins.gxlint_totals.tables import (
    CARRIED_IN,
    CARRIED_OUT,
    GRANTED,
    NEW,
    REPEATED,
    TOTAL,
    cases,
    found_in,
    place,
    row,
    text_with,
    told,
)


def codes(text: str) -> list[str]:
    return [finding.code for finding in found_in(text)]


def test_a_clean_report_has_no_finding() -> None:
    assert found_in(sample()) == []
    assert found_in(sample(fill="figures")) == []
    assert found_in(sample(2020, fill="figures")) == []


def test_balance_tells_both_sums_and_the_difference() -> None:
    text = text_with(row(NEW, 3), row(GRANTED, 2), row(TOTAL, 2))

    (finding,) = found_in(text)

    assert finding.code == "GXT001"
    assert place(text, finding) == "表三 · 一、本年新收 · 自然人"
    assert told(finding).startswith("“自然人”列收办不平衡：一 3 + 二 0 = 3，三（七）2 + 四 0 = 2，差 1")


def test_balance_lists_the_other_cells_of_the_relation() -> None:
    text = text_with(row(NEW, 3), row(GRANTED, 2), row(TOTAL, 2))

    (finding,) = found_in(text)

    assert [place(text, finding)] + [str(one.args["place"]) for one in finding.related] == [
        "表三 · 一、本年新收 · 自然人",
        "表三 · 二、上年结转 · 自然人",
        "表三 · （七）总计 · 自然人",
        "表三 · 四、结转下年度 · 自然人",
    ]
    assert [one.args["value"] for one in finding.related] == ["0", "2", "0"]


def test_the_total_column_does_not_repeat_the_break_of_a_column_it_adds_up() -> None:
    text = text_with(row(NEW, 3), row(GRANTED, 2), row(TOTAL, 2))

    (finding,) = found_in(text)

    assert "“总计”列随之不平" in told(finding)


def test_every_column_that_does_not_balance_is_told() -> None:
    text = text_with(row(NEW, 3, 2))

    assert [(one.code, place(text, one)) for one in found_in(text)] == [
        ("GXT001", "表三 · 一、本年新收 · 自然人"),
        ("GXT001", "表三 · 一、本年新收 · 商业企业"),
    ]


def test_columns_that_make_up_for_each_other_are_one_story_where_one_row_explains_them() -> None:
    text = text_with(row(NEW, 2, 1), row(GRANTED, 1, 2), row(TOTAL, 1, 2))

    (finding,) = found_in(text)

    assert finding.code == "GXT001"
    assert "“一、本年新收”行的数字多半填错了列" in told(finding)
    assert "“自然人”填 2、应为 1；“商业企业”填 1、应为 2" in told(finding)


def test_one_wrong_cell_that_breaks_three_relations_is_one_story() -> None:
    text = text_with(row(NEW, 2), row(GRANTED, 2), row(TOTAL, 3, total=2))

    (finding,) = found_in(text)

    assert finding.code == "GXT002"
    assert place(text, finding) == "表三 · （七）总计 · 自然人"
    message = told(finding)
    assert "填的是 3，应为 2" in message
    assert "一 2 + 二 0 = 2 ≠ 三（七）3 + 四 0 = 3" in message
    assert "（七）总计 3 ≠ （一）予以公开 2" in message
    assert "总计 2 ≠ 自然人 3" in message


def test_the_story_of_a_cell_is_told_by_another_rule_when_its_own_is_off() -> None:
    text = text_with(row(NEW, 2), row(GRANTED, 2), row(TOTAL, 3, total=2))
    others = [rule for rule in gxlint_rules() if rule.code != "GXT002"]

    (finding,) = lint(read_report(text), others)

    assert finding.code in ("GXT001", "GXT003")
    assert "填的是 3，应为 2" in told(finding)


def test_a_wrong_result_that_breaks_its_row_and_its_column_is_one_story() -> None:
    text = text_with(row(NEW, 2), row(GRANTED, 3, total=2), row(TOTAL, 2))

    (finding,) = found_in(text)

    assert place(text, finding) == "表三 · （一）予以公开 · 自然人"
    assert "填的是 3，应为 2" in told(finding)


def test_a_wrong_row_total_that_breaks_its_column_is_one_story() -> None:
    text = text_with(row(NEW, 2, total=3), row(GRANTED, 2), row(TOTAL, 2))

    (finding,) = found_in(text)

    assert (finding.code, place(text, finding)) == ("GXT003", "表三 · 一、本年新收 · 总计")


def test_a_total_row_that_was_not_added_up_again_is_one_story() -> None:
    text = text_with(row(NEW, 1), row(GRANTED, 1))

    (finding,) = found_in(text)

    assert (finding.code, place(text, finding)) == ("GXT002", "表三 · （七）总计 · 自然人")
    assert "应为 1（该行总计相应由 0 改为 1）" in told(finding)


def test_no_cell_is_blamed_where_several_could_be_wrong() -> None:
    text = text_with(row(NEW, 3, 1, total=3), row(GRANTED, 3, 1), row(TOTAL, 3, 1), row(CARRIED_OUT, 0, total=-1))

    assert all("应为" not in told(finding) for finding in found_in(text))


def test_a_stroke_in_its_row_does_not_make_a_cell_the_culprit() -> None:
    text = text_with(row(NEW, 2), row(GRANTED, 1, "/"), row(REPEATED, 2), row(TOTAL, 2))

    findings_of_column = [one for one in found_in(text) if one.code == "GXT002"]

    assert [place(text, one) for one in findings_of_column] == ["表三 · （七）总计 · 自然人"]
    assert "应为" not in told(findings_of_column[0])


def test_the_parts_of_a_wrong_result_total_are_named_with_their_figures() -> None:
    text = text_with(row(NEW, 2), row(GRANTED, 2), row(REPEATED, 1), row(TOTAL, 2))

    (finding,) = found_in(text)

    assert told(finding).startswith(
        "“自然人”列：（七）总计 2，各项相加是 3（（一）予以公开 2 + （五）不予处理第2项 1），差 1"
    )


def test_blank_cells_count_as_nothing_in_a_sum() -> None:
    text = text_with(row(NEW, 2, "", ""), row(GRANTED, 2), row(TOTAL, 2))

    assert found_in(text) == []


def test_text_in_a_cell_leaves_its_relations_alone() -> None:
    text = text_with(row(NEW, 2, "/", total=3), row(GRANTED, 2), row(TOTAL, 2, total=2), row(CARRIED_IN, 0))

    assert codes(text) == ["GXT001"]
    assert "“总计”列" in told(found_in(text)[0])


def test_rows_of_the_wrong_width_have_no_sums() -> None:
    text = text_with(row(NEW, 2), "| （一）予以公开 | 0 | 0 | 0 | 0 | 1 |", row(TOTAL, 2))

    assert found_in(text) == []


def test_review_totals_are_checked_one_by_one() -> None:
    text = text_with(cases(2, 1, 0, 0, 2, 1, 1, 0, 0, 2, 1, 0, 0, 4, 4))

    found = found_in(text)

    assert [(one.code, place(text, one)) for one in found] == [
        ("GXT005", "表四 · 行政复议 · 总计"),
        ("GXT005", "表四 · 行政诉讼（复议后起诉） · 总计"),
    ]
    assert told(found[0]).startswith("行政复议：总计 2，各项相加是 3")


@pytest.mark.parametrize(
    ("issued", "repealed", "in_force", "broken"),
    [(5, 1, 3, True), (5, 1, 4, False), (0, 7, 0, False), (3, 5, 1, False), (1, 0, "", False), (1, "/", 0, False)],
)
def test_issued_is_at_most_what_is_in_force_or_repealed(
    issued: int, repealed: int | str, in_force: int | str, broken: bool
) -> None:
    text = text_with(f"| 行政规范性文件 | {issued} | {repealed} | {in_force} |")

    assert codes(text) == (["GXT006"] if broken else [])


def test_what_is_newly_public_is_part_of_all_that_is_public() -> None:
    text = text_with("（年份）2020", "| 规范性文件 | 1 | 3 | 2 |")

    (finding,) = found_in(text)

    assert finding.code == "GXT006"
    assert told(finding).startswith("“规范性文件”行：本年新公开数量 3，大于 对外公开总数量 2，多 1")


def test_a_document_made_public_in_an_earlier_year_is_no_break() -> None:
    assert found_in(text_with("（年份）2020", "| 规范性文件 | 0 | 0 | 1 |")) == []


def mended(text: str) -> str:
    return fix_text(text, found_in, unsafe=True).text


def test_the_fix_of_a_result_total_makes_every_relation_hold() -> None:
    right = text_with(row(NEW, 2), row(GRANTED, 2), row(TOTAL, 2))

    assert mended(text_with(row(NEW, 2), row(GRANTED, 2), row(TOTAL, 3, total=2))) == right
    assert mended(text_with(row(NEW, 2), row(GRANTED, 2))) == right


def test_a_result_total_is_not_fixed_when_the_balance_would_not_hold() -> None:
    text = text_with(row(NEW, 2), row(GRANTED, 2), row(REPEATED, 1), row(TOTAL, 2))

    assert [one.fix for one in found_in(text)] == [None]
    assert mended(text) == text


def test_a_row_total_is_fixed_only_when_one_cell_explains_it() -> None:
    explained = text_with(row(NEW, 2, total=3), row(GRANTED, 2), row(TOTAL, 2))
    unexplained = text_with(
        row(NEW, 3, 1, total=3), row(GRANTED, 3, 1), row(TOTAL, 3, 1), row(CARRIED_OUT, 0, total=-1)
    )

    assert mended(explained) == text_with(row(NEW, 2), row(GRANTED, 2), row(TOTAL, 2))
    assert mended(unexplained) == unexplained


def test_balance_is_never_fixed() -> None:
    text = text_with(row(NEW, 2), row(GRANTED, 2), row(TOTAL, 3, total=2))

    assert [one.fix for one in findings(text, balance)] == [None]


def test_the_fix_of_a_review_total_writes_the_sum() -> None:
    assert mended(text_with(cases(2, 1, 0, 0, 2))) == text_with(cases(2, 1, 0, 0, 3))


def test_a_fix_keeps_the_width_of_the_digits() -> None:
    text = text_with(cases("２", "１", "０", "０", "２"))

    assert mended(text) == text_with(cases("２", "１", "０", "０", "３"))


def test_no_fix_of_a_figure_is_safe() -> None:
    text = text_with(row(NEW, 2), row(GRANTED, 2), row(TOTAL, 3, total=2), cases(2, 1, 0, 0, 2))

    assert fix_text(text, found_in).text == text
