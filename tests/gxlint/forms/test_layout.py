"""Every figure gets its row and column, every misfit gets its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint import (
    HeaderRepeated,
    LabelForeign,
    LabelMisspelt,
    LabelVariant,
    Report,
    RowMissing,
    RowMoved,
    RowUnknown,
    RowWidth,
    TableUnreadable,
    read_report,
)
from tests.conftest import needs_reports
from tests.writing import CLOSED, MARKED, Shape, figures, form_for, render
from tests.writing.strategies import Written, written_reports

ORGAN = "青山县云岭镇人民政府"


def laid(report: Report) -> dict[str, dict[str, dict[str, object]]]:
    """The figures at their keys, as the generator of reports writes them down."""
    return {
        table.form.key: {
            row.form.key: {column.key: cell.value for column, cell in zip(table.form.columns, row.cells, strict=True)}
            for row in table.rows
            if row.whole
        }
        for table in report.layout.tables
    }


def written(shape: Shape = "pipes", year: int = 2024, seed: int = 7, magnitude: int = 30) -> str:
    form = form_for(year)
    return render(form, figures(Random(seed), form, magnitude), shape, year=year, organ=ORGAN)


def misfits(text: str, kind: type) -> list[object]:
    return [misfit for misfit in read_report(text).layout.misfits if isinstance(misfit, kind)]


@settings(max_examples=150, deadline=None)
@given(written_reports())
def test_a_consistent_report_in_any_shape_is_read_back_with_the_same_figures(report: Written) -> None:
    read = read_report(report.text)
    assert laid(read) == report.figures
    assert read.layout.form is not None
    assert read.layout.form.key == report.form.key
    assert [section.key for section in read.sections] == [section.key for section in report.form.sections]
    assert [misfit for misfit in read.layout.misfits if not isinstance(misfit, LabelVariant)] == []
    assert read.breaks == ()


@settings(max_examples=80, deadline=None)
@given(written_reports(), st.data())
def test_a_damaged_report_is_read_without_a_guess(report: Written, data: st.DataObject) -> None:
    """Whatever is cut out or put in, every cell still says what stands at its place, and a whole row has as many cells
    as the form has columns."""
    text = report.text
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.sampled_from((0, 1, 3, 40, 400)))
        text = (
            text[:start]
            + data.draw(st.sampled_from(("", "\n", "\t", "0", "|", "总计", "一、", "[", " ")))
            + text[start + length :]
        )
    read = read_report(text)
    for table in read.layout.tables:
        for row in table.rows:
            assert row.whole == (len(row.cells) == len(table.form.columns))
            for cell in row.cells:
                assert text[cell.start : cell.end] == cell.text
    for misfit in read.layout.misfits:
        assert 0 <= misfit.span.start <= misfit.span.end <= len(text)


@needs_reports
def test_three_conversions_of_one_report_have_the_same_figures(wild: dict[str, Path]) -> None:
    read = [laid(read_report(wild[number].read_bytes().decode("utf-8"))) for number in ("001", "002", "003")]
    assert read[0] == read[1] == read[2]
    assert sum(len(row) for table in read[0].values() for row in table.values()) == 200


@needs_reports
def test_what_one_year_carries_out_the_next_carries_in(wild: dict[str, Path]) -> None:
    before, after = (laid(read_report(wild[number].read_text("utf-8")))["requests"] for number in ("004", "005"))
    assert before["carried_out"] == after["carried_in"]
    assert before["carried_out"]["total"] == 121


@needs_reports
@pytest.mark.parametrize(
    ("number", "form"), [("000", "2019"), ("001", "2019"), ("002", "2019"), ("003", "2021"), ("004", "2019")]
)
def test_the_real_reports_are_laid_on_their_form_whole(seeds: dict[str, Path], number: str, form: str) -> None:
    layout = read_report(seeds[number].read_text("utf-8"), seeds[number].name).layout
    assert layout.form is not None
    assert layout.form.key == form
    assert [table.form.key for table in layout.tables] == [table.key for table in layout.form.tables]
    assert [len(table.rows) for table in layout.tables] == [len(table.rows) for table in layout.form.tables]


@needs_reports
def test_a_run_of_rows_with_lost_columns_is_one_misfit(seeds: dict[str, Path]) -> None:
    found = [one for one in read_report(seeds["002"].read_text("utf-8")).layout.misfits if isinstance(one, RowWidth)]
    assert [(len(one.rows), one.expected, one.actual) for one in found] == [(21, 7, 5)]


@needs_reports
def test_the_blank_form_is_laid_with_every_cell_blank() -> None:
    from tests.conftest import REPORTS

    report = read_report((REPORTS.parent / "forms" / "annual-report-form-2021.txt").read_text("utf-8"))
    assert report.layout.misfits == ()
    assert all(cell.kind == "blank" for table in report.layout.tables for row in table.rows for cell in row.cells)
    assert [len(table.rows) for table in report.layout.tables] == [2, 1, 2, 1, 25, 1]


@pytest.mark.parametrize("shape", [shape for shape in MARKED if shape not in CLOSED])
def test_a_row_that_lost_a_cell_is_not_laid_on_columns(shape: Shape) -> None:
    text = written(shape)
    row = next(
        row for table in read_report(text).layout.tables for row in table.rows if row.form.key == "results.partial"
    )
    cell = row.cells[3]
    end = row.cells[4].start
    report = read_report(text[: cell.start] + text[end:])
    (misfit,) = (one for one in report.layout.misfits if isinstance(one, RowWidth))
    assert (misfit.expected, misfit.actual) == (7, 6)
    table = report.layout.table("requests")
    assert table is not None
    assert table.cell("results.partial", "natural") is None
    assert table.cell("results.granted", "natural") is not None


def test_a_missing_row_is_named_with_the_row_it_follows() -> None:
    text = re.sub(r".*2\.重复申请.*\n", "", written())
    (misfit,) = misfits(text, RowMissing)
    assert isinstance(misfit, RowMissing)
    assert [row.label for row in misfit.rows] == ["2.重复申请"]
    assert misfit.after is not None
    assert misfit.after.form.label == "1.信访举报投诉类申请"


def test_rows_that_are_missing_together_are_one_misfit() -> None:
    text = re.sub(r".*(2\.重复申请|3\.要求提供公开出版物).*\n", "", written())
    (misfit,) = misfits(text, RowMissing)
    assert isinstance(misfit, RowMissing)
    assert len(misfit.rows) == 2


def test_a_table_of_section_two_that_is_absent_is_missing_rows() -> None:
    text = re.sub(r"(?s)\| 第二十条第（八）项.*?\n\n", "\n", written())
    (misfit,) = misfits(text, RowMissing)
    assert isinstance(misfit, RowMissing)
    assert [row.label for row in misfit.rows] == ["行政事业性收费"]


def test_a_row_the_form_has_not_is_unknown() -> None:
    text = re.sub(
        r"(.*\n)(.*2\.重复申请.*\n)", r"\1|  |  | 9.涉及其他情形 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n\2", written(), count=1
    )
    (misfit,) = misfits(text, RowUnknown)
    assert isinstance(misfit, RowUnknown)
    assert misfit.label is not None
    assert misfit.label.text == "9.涉及其他情形"
    assert misfit.repeated is None


def test_a_row_that_stands_twice_is_told_as_repeated() -> None:
    text = re.sub(r"(.*2\.重复申请.*\n)", r"\1\1", written(), count=1)
    (misfit,) = misfits(text, RowUnknown)
    assert isinstance(misfit, RowUnknown)
    assert misfit.repeated is not None
    assert misfit.repeated.label == "2.重复申请"


def test_a_row_in_another_place_is_moved_and_keeps_its_figures() -> None:
    text = written()
    moved = re.sub(r"(.*2\.重复申请.*\n)(.*3\.要求提供公开出版物.*\n)", r"\2\1", text, count=1)
    assert moved != text
    report = read_report(moved)
    (misfit,) = (one for one in report.layout.misfits if isinstance(one, RowMoved))
    assert misfit.row.form.label in ("2.重复申请", "3.要求提供公开出版物")
    assert laid(report) == laid(read_report(text))


@pytest.mark.parametrize(
    ("right", "wrong", "edit"),
    [("结果维持", "结果维护", ("护", "持")), ("信访举报投诉", "信访投诉举报", ("投诉举报", "举报投诉"))],
)
def test_a_misspelling_of_the_closed_list_is_mended_by_the_smallest_edit(
    right: str, wrong: str, edit: tuple[str, str]
) -> None:
    text = written().replace(right, wrong, 1)
    (misfit,) = misfits(text, LabelMisspelt)
    assert isinstance(misfit, LabelMisspelt)
    assert misfit.known
    assert [(text[span.start : span.end], content) for span, content in misfit.edits] == [edit]


def test_a_label_that_only_resembles_the_official_one_is_recognised_and_told() -> None:
    text = written().replace("4.保护第三方合法权益", "4.保扩第三人合法权益")
    report = read_report(text)
    (misfit,) = (one for one in report.layout.misfits if isinstance(one, LabelMisspelt))
    assert (misfit.known, misfit.official) == (False, "4.保护第三方合法权益")
    assert laid(report) == laid(read_report(written()))


@pytest.mark.parametrize(
    ("official", "printed"),
    [
        ("行政规范性文件", "行政规范性文件（本单位制发的）"),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"),
        ("第二十条第（五）项", "《条例》第二十条第（五）项"),
        ("2.重复申请", "重复申请"),
    ],
)
def test_words_added_or_left_out_make_a_variant(official: str, printed: str) -> None:
    (misfit,) = misfits(written().replace(official, printed), LabelVariant)
    assert isinstance(misfit, LabelVariant)
    assert misfit.official == official


@pytest.mark.parametrize(
    ("official", "printed"),
    [
        ("3.其他", "3、其他"),
        ("（七）总计", "(七)总计"),
        ("危及“三安全一稳定”", '危及"三安全一稳定"'),
        ("规章", "规    章"),
    ],
)
def test_spaces_width_and_the_mark_behind_a_number_are_no_difference(official: str, printed: str) -> None:
    assert read_report(written().replace(official, printed)).layout.misfits == ()


def test_a_label_of_the_other_form_is_foreign_and_the_row_keeps_its_place() -> None:
    report = read_report(re.sub(r"\| 行政规范性文件", "| 规范性文件", written()))
    (misfit,) = (one for one in report.layout.misfits if isinstance(one, LabelForeign))
    assert (misfit.cell.text, misfit.official, misfit.form_key) == ("规范性文件", "行政规范性文件", "2019")
    assert laid(report) == laid(read_report(written()))


def test_a_header_that_says_one_column_twice_is_told() -> None:
    (misfit,) = misfits(written().replace("本年废止件数", "本年制发件数"), HeaderRepeated)
    assert isinstance(misfit, HeaderRepeated)
    assert misfit.official == "本年废止件数"


def test_the_form_in_use_is_read_from_the_tables_not_from_the_year() -> None:
    report = read_report(written("tab-cells", 2020).replace("2020年", "2024年"))
    assert report.required is not None
    assert report.layout.form is not None
    assert (report.layout.form.key, report.required.key) == ("2019", "2021")
    assert report.layout.misfits == ()


def test_tables_of_both_forms_are_each_laid_on_their_own() -> None:
    new, old = written("pipes", 2024), written("pipes", 2020)
    table_two = re.search(r"(?s)二、主动公开.*?(?=\n.{0,3}三、收到)", old)
    assert table_two is not None
    mixed = re.sub(r"(?s)二、主动公开.*?(?=\n.{0,3}三、收到)", lambda _: table_two[0], new)
    report = read_report(mixed)
    assert {table.form_key for table in report.layout.tables if table.form.section == "disclosure"} == {"2019"}
    assert {table.form_key for table in report.layout.tables if table.form.key == "requests"} == {"2021"}
    assert {key for key, _ in report.layout.forms_seen} == {"2019", "2021"}
    assert not misfits(mixed, RowMissing)


def test_a_table_none_of_whose_rows_is_known_is_unreadable_once() -> None:
    rows = "".join(f"| 其他项目{n} | {n} | 0 |\n" for n in range(12))
    text = re.sub(
        r"(?s)(三、收到和处理.*?\n).*?(?=\n[^\n]{0,3}四、政府)", lambda match: match[1] + "\n" + rows, written()
    )
    report = read_report(text)
    assert [one.section for one in report.layout.misfits if isinstance(one, TableUnreadable)] == ["requests"]
    assert report.layout.in_section("requests") == ()
    assert not any(relation.kind == "balance" for relation in report.relations)


def test_a_table_of_another_kind_in_section_one_is_left_alone() -> None:
    text = written().replace(
        "二、主动公开政府信息情况",
        "| 渠道 | 数量 |\n|---|---|\n| 网站 | 12 |\n| 公众号 | 30 |\n\n二、主动公开政府信息情况",
        1,
    )
    assert read_report(text).layout.misfits == ()


def test_a_lone_figure_between_repeated_headers_is_a_page_number() -> None:
    text = written("numbers")
    at = text.index("（四）无")
    report = read_report(
        f"{text[:at]}（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n6\n申请人情况\n{text[at:]}"
    )
    assert [(report.text[one.start : one.end], one.bare) for one in report.page_numbers if one.bare] == [("6", True)]
    assert laid(report) == laid(read_report(text))


def test_a_row_whose_cells_are_broken_by_empty_lines_is_put_together() -> None:
    text = written("tab-cells", magnitude=0)
    broken = text.replace("\t行政处罚\n\t0", "\t行政处罚\n\n\t0").replace(
        "\t2.重复申请\n\t0\n\t0\n", "\t2.重复申请\n\t0\n\n\t0\n\n"
    )
    assert broken != text
    assert laid(read_report(broken)) == laid(read_report(text))
    assert read_report(broken).layout.misfits == ()


@needs_reports
@pytest.mark.parametrize(
    "bend",
    [
        lambda text: re.sub(r"\n\n+", "\n", text),
        lambda text: text.replace("\t", ""),
        lambda text: text.replace("\t", "    "),
        lambda text: re.sub(r"\n\n(?=\t)", "\n\n\n", text),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\n".join(line if line.startswith("\t") else f" {line}" for line in text.split("\n")),
        lambda text: re.sub(r"(?m)^\t0$", "\t０", text),
    ],
    ids=["no empty lines", "no tabs", "tabs to spaces", "more empty lines", "crlf", "cr", "indented", "full width"],
)
@pytest.mark.parametrize("number", ["000", "001", "003", "004"])
def test_a_real_report_bent_further_keeps_its_figures(
    seeds: dict[str, Path], number: str, bend: Callable[[str], str]
) -> None:
    text = seeds[number].read_text("utf-8")
    assert laid(read_report(bend(text))) == laid(read_report(text))
