"""Moving a report to another form: nothing changes its meaning, nothing is lost without a word."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint.drafting import Migration, migrate, shape_of
from gxlint.engine import lint
from gxlint.fixes import apply
from gxlint.forms import bundled_forms
from gxlint.plugins import load
from gxlint.report import Report
from gxlint.rule import Edit
from gxlint.testing import report_of
from tests.writing import KINDS, MARKED, UNMARKED, Figures, Shape, Wear, figures, render

OLD, NEW = bundled_forms()
ORGAN = "青山县云岭镇人民政府"


def outdated(
    truth: Figures,
    shape: Shape = "tab-cells",
    *,
    random: Random | None = None,
    line_end: str = "\n",
    worn: bool = False,
) -> str:
    """A report on 2023 with the tables of 2019."""
    random = random or Random(7)
    wear = Wear(random, KINDS if worn else ())
    return render(OLD, truth, shape, year=2023, organ=ORGAN, random=random, wear=wear, line_end=line_end)


def zeros() -> Figures:
    return figures(Random(1), OLD, 0)


def migrated(text: str) -> tuple[Migration, str]:
    outcome = migrate(report_of(text), NEW)
    assert outcome is not None
    return outcome, apply(text, (Edit(draft.span, draft.text) for draft in outcome.drafts))


def printed(report: Report, *tables: str) -> dict[tuple[str, str, str], str]:
    return {
        (table.form.key, row.form.key, column.key): cell.text
        for table in report.layout.tables
        if table.form.key in tables
        for row in table.rows
        for column, cell in zip(table.form.columns, row.cells, strict=True)
    }


def with_odd_cells(text: str, random: Random) -> str:
    """The text with cells that are blank or hold a stroke, a word, a unit, a separator or digits of full width."""
    cells = [cell for table in report_of(text).layout.tables for row in table.rows for cell in row.cells]
    for cell in sorted(random.sample(cells, random.choice((1, 4, 40))), key=lambda one: -one.start):
        odd = random.choice(("", "/", "—", "无", "12件", "1,208", "１２", "3.5"))
        text = text[: cell.start] + odd + text[cell.end :]
    return text


@settings(max_examples=100, deadline=None)
@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from(MARKED),
    st.sampled_from((0, 3, 40, 5000)),
    st.sampled_from(("\n", "\r\n")),
    st.booleans(),
    st.booleans(),
)
def test_no_figure_of_tables_three_and_four_changes(
    seed: int, shape: Shape, magnitude: int, line_end: str, worn: bool, odd: bool
) -> None:
    random = Random(seed)
    text = outdated(figures(random, OLD, magnitude), shape, random=random, line_end=line_end, worn=worn)
    text = with_odd_cells(text, random) if odd else text
    before = report_of(text)

    outcome, after_text = migrated(text)

    after = report_of(after_text)
    assert after.layout.form is not None
    assert (after.layout.form.key, after.layout.misfits) == (NEW.key, ())
    assert shape_of(after).marks == shape_of(before).marks == shape
    assert ("\r\n" in after_text) == (line_end == "\r\n")
    assert after_text.count("\r") == (after_text.count("\n") if line_end == "\r\n" else 0)
    old, new = printed(before, "requests", "review"), printed(after, "requests", "review")
    assert len(old) == 23 * 7 + 15
    told = {(one.place, one.text) for one in (*outcome.left, *outcome.zeros)}
    for (table, row, column), figure in old.items():
        if row != "results.other":
            assert new[table, row, column] == figure
            continue
        places = [new[table, f"{row}.{part}", column] for part in ("no-correction", "no-payment", "other")]
        name = next(one.name for one in NEW.tables[4].columns if one.key == column)
        kept = all(set(old[table, row, key]) <= set("0０/—无") for _, _, key in old if (table, row, key) in old)
        if kept:
            assert places == [figure] * 3
        else:
            assert places == [""] * 3
            assert not figure or (f"表三 · （六）其他处理 · {name}", figure) in told


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from(MARKED), st.sampled_from((3, 5000)))
def test_every_old_figure_is_kept_or_told(seed: int, shape: Shape, magnitude: int) -> None:
    random = Random(seed)
    text = outdated(figures(random, OLD, magnitude), shape, random=random)
    before = report_of(text)
    outcome, _ = migrated(text)

    cells = printed(before, *(table.key for table in OLD.tables))
    filled = sum(bool(text) for text in cells.values())

    assert outcome.moved + len(outcome.left) + len(outcome.zeros) == filled
    assert {text[one.span.start : one.span.end] for one in outcome.left} == {one.text for one in outcome.left}
    assert all(set(one.text) & set("123456789") for one in outcome.left)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from(MARKED))
def test_the_outcome_is_neither_outdated_nor_mixed_nor_short_of_rows(seed: int, shape: Shape) -> None:
    random = Random(seed)
    _, text = migrated(outdated(figures(random, OLD, 40), shape, random=random))
    rules = [load().rules[code] for code in ("GXF001", "GXF002", "GXF003", "GXF004", "GXF005", "GXF006", "GXF014")]

    assert [finding.code for finding in lint(report_of(text), rules)] == []


def test_figures_whose_column_is_the_same_move_and_the_rest_stays_blank() -> None:
    truth = zeros()
    truth["item6"]["penalty"] = {"previous": 8, "change": -1, "decisions": 31}
    truth["item1"]["normative-document"] = {"newly_made": 2, "newly_public": 2, "public_total": 9}
    outcome, text = migrated(outdated(truth))

    new = printed(report_of(text), "item1", "item5", "item6", "item8")

    assert new["item6", "penalty", "decisions"] == "31"
    assert new["item5", "licence", "decisions"] == "0"
    assert {new["item1", row, column] for _, row, column in new if ("item1", row, column) in new} == {""}
    assert new["item8", "fee", "fee"] == ""
    assert [(one.place, one.text) for one in outcome.left] == [
        ("表二（一） · 规范性文件 · 本年新制作数量", "2"),
        ("表二（一） · 规范性文件 · 本年新公开数量", "2"),
        ("表二（一） · 规范性文件 · 对外公开总数量", "9"),
        ("表二（六） · 行政处罚 · 上一年项目数量", "8"),
        ("表二（六） · 行政处罚 · 本年增/减", "-1"),
    ]


def test_a_row_that_became_three_is_divided_only_where_it_is_zero() -> None:
    truth = zeros()
    outcome, text = migrated(outdated(truth))
    rows = [f"results.other.{part}" for part in ("no-correction", "no-payment", "other")]
    assert {printed(report_of(text), "requests")["requests", row, "natural"] for row in rows} == {"0"}

    truth["requests"]["results.other"]["natural"] = 2
    outcome, text = migrated(outdated(truth))
    new = printed(report_of(text), "requests")
    assert {new["requests", row, column.key] for row in rows for column in NEW.tables[4].columns} == {""}
    assert [(one.place, one.text) for one in outcome.left] == [("表三 · （六）其他处理 · 自然人", "2")]


def test_a_figure_that_was_not_divided_breaks_the_total_openly() -> None:
    truth = zeros()
    for row, column in (("results.other", "natural"), ("results.total", "natural"), ("new", "natural")):
        truth["requests"][row][column] = 2
        truth["requests"][row]["total"] = 2
    _, text = migrated(outdated(truth))

    assert {kind for one in report_of(text).breaks for kind in one.kinds} == {"result-total"}


def test_strokes_and_words_in_cells_move_as_they_stand() -> None:
    text = outdated(zeros(), "pipes").replace("| 行政许可 | 0 | 0 | 0 |", "| 行政许可 | / | 无 | 约12件 |")
    outcome, after = migrated(text)

    assert printed(report_of(after), "item5")["item5", "licence", "decisions"] == "约12件"
    assert outcome.left == ()
    assert {"/", "无"} <= {one.text for one in outcome.zeros}


def test_the_figures_of_a_row_that_a_province_added_are_told() -> None:
    row = "| 规范性文件 | 0 | 0 | 0 |"
    text = outdated(zeros(), "pipes").replace(row, f"{row}\n| 其他主动公开文件 | 12 | 0 | 15 |")

    outcome, _ = migrated(text)

    assert [(one.place, one.text) for one in outcome.left] == [
        ("表二（一） · 其他主动公开文件", "12"),
        ("表二（一） · 其他主动公开文件", "15"),
    ]


@pytest.mark.parametrize("shape", UNMARKED)
def test_tables_without_cell_marks_are_left_to_a_person(shape: Shape) -> None:
    assert migrate(report_of(outdated(zeros(), shape)), NEW) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| 行政强制 | 0 | 0 | 0 |", "| 行政强制 | 0 | 0 |"),
        (
            "| 行政强制 | 0 | 0 | 0 |",
            "| 行政强制 | 0 | 0 | 0 |\n\n以上数据由执法部门提供。\n\n| 行政强制 | 0 | 0 | 0 |",
        ),
    ],
    ids=["a row too short", "prose between rows"],
)
def test_what_is_not_certain_is_left_to_a_person(old: str, new: str) -> None:
    text = outdated(zeros(), "pipes")
    assert old in text

    assert migrate(report_of(text.replace(old, new)), NEW) is None


def test_captions_above_the_tables_are_not_doubled() -> None:
    text = outdated(zeros(), "tab-rows").replace("第二十条第（一）项\t\t\t\n", "第二十条第（一）项\n")
    text = text.replace("第二十条第（九）项\t\t\n", "第二十条第（九）项\n")
    _, after = migrated(text)

    assert after.count("第二十条第（一）项") == 1
    assert "第（九）项" not in after


def test_nothing_outside_the_tables_changes() -> None:
    text = outdated(zeros(), "tab-cells")
    _, after = migrated(text)

    def prose(report: Report) -> list[str]:
        return [paragraph.text for paragraph in report.paragraphs]

    assert prose(report_of(after)) == prose(report_of(text))
