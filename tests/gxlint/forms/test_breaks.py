"""What broke the relations: one story a cause, though several cells are wrong together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gxlint import Break, read_report
from gxlint.testing import overlay, sample

ZEROS = " 0 | 0 | 0 | 0 | 0 | 0"
NEW = "一、本年新收政府信息公开申请数量"


def breaks(*rows: str) -> tuple[Break, ...]:
    """The stories of the sample report with figures, with these rows in it."""
    return read_report(overlay(sample(fill="figures"), "\n".join(rows))).breaks


def changed(story: Break) -> list[tuple[str, int | Decimal, int | Decimal]]:
    """Column, figure and right figure of every cell of a story."""
    return [(term.column.label, term.value, value) for term, value in story.changes]


def test_figures_in_each_others_column_are_one_story_of_their_row() -> None:
    (story,) = breaks("| （一）予以公开 | 1 | 6 | 0 | 0 | 0 | 0 | 7 |")
    assert changed(story) == [("自然人", 1, 6), ("商业企业", 6, 1)]
    assert {term.row.key for term, _ in story.changes} == {"results.granted"}


def test_a_row_pushed_one_column_aside_is_one_story() -> None:
    (story,) = breaks("| （一）予以公开 | 0 | 6 | 1 | 0 | 0 | 0 | 7 |")
    assert changed(story) == [("自然人", 0, 6), ("商业企业", 6, 1), ("科研机构", 1, 0)]


def test_a_total_row_that_was_not_added_up_is_one_story_with_its_total() -> None:
    (story,) = breaks("| （七）总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |")
    assert changed(story) == [("自然人", 0, 10), ("商业企业", 0, 2), ("总计", 0, 12)]


def test_two_cells_of_a_column_in_each_others_row_are_one_story() -> None:
    (story,) = breaks(
        "| （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 2 | 0 | 0 | 0 | 0 | 0 | 1 |",
        "| 1.本机关不掌握相关政府信息 | 1 | 1 | 0 | 0 | 0 | 0 | 3 |",
    )
    assert [(term.row.key, value) for term, value in story.changes] == [
        ("results.partial", 1),
        ("results.unavailable.not-held", 2),
    ]


def test_two_rows_that_explain_as_much_leave_it_open_which_of_them_it_was() -> None:
    (story,) = breaks(
        "| （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 0 | 1 | 0 | 0 | 0 | 0 | 1 |",
        "| 4.保护第三方合法权益 | 0 | 1 | 0 | 0 | 0 | 0 | 1 |",
        "| （七）总计 | 9 | 3 | 0 | 0 | 0 | 0 | 12 |",
        f"| {NEW} | 9 | 3 | 0 | 0 | 0 | 0 | 12 |",
    )
    assert story.changes == ()
    assert [relation.at.key for relation in story.relations] == ["natural", "commercial"]


def test_two_wrong_cells_of_a_column_are_one_story_that_names_both() -> None:
    (story,) = breaks(
        "| （一）予以公开 | 9 | 1 | 0 | 0 | 0 | 0 | 7 |",
        "| 1.本机关不掌握相关政府信息 | 6 | 1 | 0 | 0 | 0 | 0 | 3 |",
    )
    assert [(term.row.key, term.value, value) for term, value in story.changes] == [
        ("results.granted", 9, 6),
        ("results.unavailable.not-held", 6, 2),
    ]


def test_a_cell_exchanged_with_the_total_of_its_column_is_one_story() -> None:
    (story,) = breaks(
        "| （一）予以公开 | 10 | 1 | 0 | 0 | 0 | 0 | 7 |",
        "| （七）总计 | 6 | 2 | 0 | 0 | 0 | 0 | 12 |",
    )
    assert [(term.row.key, value) for term, value in story.changes] == [("results.granted", 6), ("results.total", 10)]
    assert len(story.relations) == 4


def test_two_wrong_cells_of_a_row_are_one_story_that_names_both() -> None:
    (story,) = breaks("| （一）予以公开 | 9 | 1 | 0 | 0 | 4 | 0 | 7 |")
    assert changed(story) == [("自然人", 9, 6), ("法律服务机构", 4, 0)]


def test_a_wrong_total_beside_a_figure_added_up_in_another_row_names_no_right_cell() -> None:
    """The row whose total is wrong has a figure in the broken column, too, and that figure is right."""
    stories = breaks(
        "| （一）予以公开 | 6 | 1 | 0 | 0 | 0 | 0 | 9 |",
        "| （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 4 | 0 | 0 | 0 | 0 | 0 | 4 |",
    )
    named = {(term.row.key, term.column.key) for story in stories for term, _ in story.changes}
    assert ("results.granted", "natural") not in named
    assert named <= {("results.granted", "total"), ("results.partial", "natural"), ("results.partial", "total")}


def test_a_figure_that_stays_as_it_is_is_not_among_the_changes() -> None:
    stories = breaks(
        "| （七）总计 | 2 | 10 | 0 | 0 | 0 | 0 | 12 |",
        "| 2.重复申请 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |",
    )
    assert all(term.value != value for story in stories for term, value in story.changes)


def test_totals_that_count_what_a_blank_row_does_not_say_are_one_story() -> None:
    (story,) = breaks("| （一）予以公开 |  |  |  |  |  |  |  |")
    assert story.changes == ()
    assert [relation.at.key for relation in story.relations] == ["natural", "commercial", "total"]
    assert {row.key for relation in story.relations for row in relation.unfilled_rows} == {"results.granted"}


def test_where_many_rows_are_blank_they_stand_for_zeros() -> None:
    blank = sample(fill="figures").replace("| 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "|  |  |  |  |  |  |  |")
    wrong = overlay(blank, "| （一）予以公开 | 4 | 1 | 0 | 0 | 0 | 0 | 7 |")
    (story,) = read_report(wrong).breaks
    assert changed(story) == [("自然人", 4, 6)]
    assert not any(relation.unfilled_rows for relation in read_report(wrong).relations)


def test_columns_that_are_off_by_different_amounts_are_told_apart() -> None:
    """Nothing offsets them, so that no figure was put into the wrong column."""
    stories = breaks(
        "| （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 4 | 0 | 0 | 0 | 0 | 0 | 4 |",
        "| 4.保护第三方合法权益 | 0 | 1 | 0 | 0 | 0 | 0 | 1 |",
    )
    assert len(stories) == 2


@pytest.mark.parametrize("printed", ["", "-1", "0.5"])
def test_of_cells_that_explain_as_much_the_one_that_holds_no_count_is_to_blame(printed: str) -> None:
    (story,) = breaks(f"| 1 |{printed} | 0 | 0 | 3 | {ZEROS} | 0 | 0 | 0 | 0 |")
    assert story.culprit is not None
    assert (story.culprit.column.key, story.expected) == ("review.corrected", 2)


def test_two_blanks_that_explain_as_much_leave_it_open() -> None:
    (story,) = breaks(f"| 1 |  |  | 0 | 3 | {ZEROS} | 0 | 0 | 0 | 0 |")
    assert story.culprit is None


def test_tables_of_one_kind_have_their_own_stories() -> None:
    one = sample(fill="figures")
    table = one[one.index("| （本列数据") : one.index("四、政府信息公开行政复议")]
    wrong = table.replace("| （一）予以公开 | 6 |", "| （一）予以公开 | 5 |")
    report = read_report(one.replace(table, wrong + wrong))
    assert [story.expected for story in report.breaks] == [6, 6]
