"""Missing rows, tables and sections are written where they belong, in the shape of the document."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint.drafting import Draft, draft_item, draft_rows, draft_section_tables, shape_of, write_table
from gxlint.fixes import apply
from gxlint.forms import bundled_forms
from gxlint.report import Report, RowMissing
from gxlint.rule import Edit
from gxlint.testing import overlay, report_of, sample
from tests.writing import MARKED, UNMARKED, Shape, figures, render

FORM = bundled_forms()[-1]
ORGAN = "青山县云岭镇人民政府"


def written(shape: Shape, seed: int = 1) -> str:
    random = Random(seed)
    return render(FORM, figures(random, FORM, 30), shape, year=2024, organ=ORGAN, random=random)


def with_draft(text: str, draft: Draft) -> str:
    return apply(text, [Edit(draft.span, draft.text)])


def without_rows(text: str, keys: list[str]) -> str:
    """The text without the lines of these rows of table three."""
    report = report_of(text)
    table = report.layout.table("requests")
    assert table is not None
    for key in reversed(keys):
        row = table.row(key)
        assert row is not None
        source = next(
            one for block in report.tables for one in block.rows if row.cells[0] in one.cells and row.label in one.cells
        )
        start = text.rindex("\n", 0, source.cells[0].start) + 1
        end = text.index("\n", source.cells[-1].end) + 1
        end += 1 if text[end : end + 1] == "\n" and shape_of(report).row_gap == "\n\n" else 0
        text = text[:start] + text[end:]
    return text


def missing(report: Report) -> list[RowMissing]:
    return [misfit for misfit in report.layout.misfits if isinstance(misfit, RowMissing)]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 24), st.integers(1, 4), st.sampled_from(MARKED))
def test_missing_rows_are_put_in_blank_where_they_belong(first: int, count: int, shape: Shape) -> None:
    rows = FORM.tables[4].rows
    keys = [row.key for row in rows[first : first + count]]
    text = without_rows(written(shape), keys)
    (gap,) = missing(report_of(text))
    assert [row.key for row in gap.rows] == keys

    draft = draft_rows(report_of(text), gap)

    assert draft is not None
    report = report_of(with_draft(text, draft))
    table = report.layout.table("requests")
    assert table is not None
    assert report.layout.misfits == ()
    assert [row.form.key for row in table.rows] == [row.key for row in rows]
    blank = {row.form.key for row in table.rows if not any(cell.text for cell in row.cells)}
    assert blank == set(keys)
    assert shape_of(report) == shape_of(report_of(text))


def test_rows_are_written_without_merged_cells_where_the_others_are() -> None:
    text = overlay(sample(), "（删去）2.重复申请")
    (gap,) = missing(report_of(text))
    draft = draft_rows(report_of(text), gap)

    assert draft is not None
    assert draft.text == "\n| 2.重复申请 |  |  |  |  |  |  |  |"


@pytest.mark.parametrize("shape", UNMARKED)
def test_no_blank_row_goes_into_a_table_that_could_not_show_it(shape: Shape) -> None:
    text = written(shape)
    report = report_of(text)
    table = report.layout.table("requests")
    assert table is not None
    gap = RowMissing(table, table.form.rows[:1], None, table.span)

    assert draft_rows(report, gap) is None


def test_rows_of_a_table_in_disorder_are_left_to_a_person() -> None:
    text = overlay(
        sample(),
        "（删去）2.重复申请\n（删去）3.要求提供公开出版物\n| 4.无正当理由大量反复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
        "| 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
    )
    gaps = missing(report_of(text))

    assert gaps
    assert [draft_rows(report_of(text), gap) for gap in gaps] == [None] * len(gaps)


@pytest.mark.parametrize("key", ["item1", "item5", "item6", "item8"])
@pytest.mark.parametrize("shape", MARKED)
def test_a_missing_item_is_put_in_among_the_others(shape: Shape, key: str) -> None:
    text = written(shape)
    report = report_of(text)
    table = report.layout.table(key)
    assert table is not None
    lines = text.split("\n")
    caption = next(at for at, line in enumerate(lines) if table.form.captions[0] in line)
    rest = [
        at
        for at, line in enumerate(lines[caption + 1 :], caption + 1)
        if "第二十条" in line or line[:2] in ("三、", "##")
    ]
    text = "\n".join(lines[:caption] + lines[rest[0] :])
    (gap,) = missing(report_of(text))

    draft = draft_item(report_of(text), gap)

    assert draft is not None
    after = report_of(with_draft(text, draft))
    assert after.layout.misfits == ()
    assert [one.form.key for one in after.layout.tables] == [one.key for one in FORM.tables]


@pytest.mark.parametrize("shape", MARKED)
@pytest.mark.parametrize("key", ["disclosure", "requests", "review"])
def test_the_tables_of_a_section_are_written_behind_its_words(shape: Shape, key: str) -> None:
    text = written(shape)
    report = report_of(text)
    section = report.section(key)
    assert section is not None
    words = "2024年有关情况如下。"
    text = f"{text[: section.heading.end]}\n{words}\n\n{text[section.span.end :]}"
    report = report_of(text)
    section = report.section(key)
    assert section is not None

    draft = draft_section_tables(report, section, FORM)

    after_text = with_draft(text, draft)
    after = report_of(after_text)
    assert [one.form.key for one in after.layout.tables] == [one.key for one in FORM.tables]
    assert after.layout.misfits == ()
    assert after_text.index(words) < min(table.span.start for table in after.layout.in_section(key))
    assert shape_of(after, after.layout.in_section(key)).marks == shape
    assert [one.key for one in after.sections] == [one.key for one in FORM.sections]


def test_a_report_that_ends_with_a_heading_gets_its_tables_behind_it() -> None:
    text = (
        f"{ORGAN}2024年政府信息公开工作年度报告\n一、总体情况\n全年公开30条。\n四、政府信息公开行政复议、行政诉讼情况"
    )
    report = report_of(text)

    draft = draft_section_tables(report, report.sections[-1], FORM)

    after = report_of(with_draft(text, draft))
    assert [table.form.key for table in after.layout.tables] == ["review"]
    assert write_table(FORM.tables[-1], shape_of(after)) in with_draft(text, draft)
