"""The model for a page."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from lsprotocol import types as t

from gxlint.drafting import MARKDOWN_TABLES, blank_report
from gxlint.forms import bundled_forms
from gxlint.testing import sample
from gxlint.text import Span, Unit
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features import preview
from tests.conftest import SEEDS, WILD, needs_reports
from tests.lsp.features.analysing import UNITS, analyse, with_figure, written
from tests.writing import SHAPES, Shape


def model(analysis: Analysis, report: int | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(preview.provide(analysis, report)))
    return found


def page(analysis: Analysis) -> dict[str, Any]:
    found = model(analysis)
    one: dict[str, Any] = found["reports"][found["report"]]
    return one


def tables(one: dict[str, Any]) -> dict[str, dict[str, Any]]:
    blocks = [*one["front"], *(block for section in one["sections"] for block in section["blocks"])]
    return {block["key"]: block for block in blocks if block["kind"] == "table"}


def span_of(analysis: Analysis, place: dict[str, Any]) -> Span:
    start, end = (t.Position(**place[name]) for name in ("start", "end"))
    return analysis.span(t.Range(start, end))


def widths(rows: list[list[dict[str, Any]]]) -> list[int]:
    """How many columns each row takes up, with the cells that reach down into it."""
    taken = [0] * len(rows)
    for number, row in enumerate(rows):
        for cell in row:
            for below in range(number, min(number + cell["rows"], len(rows))):
                taken[below] += cell["columns"]
    return taken


@pytest.mark.parametrize("year", [2019, 2024])
@pytest.mark.parametrize("shape", SHAPES)
def test_header_and_rows_fill_the_grid(shape: Shape, year: int) -> None:
    for table in tables(page(analyse(written(shape, year=year)))).values():
        rows = [*table["header"], *(row["cells"] for row in table["rows"])]
        assert widths(rows) == [table["columns"]] * len(rows)


@pytest.mark.parametrize("unit", UNITS)
def test_every_range_is_the_place_of_what_is_shown(unit: Unit) -> None:
    analysis = analyse(written(organ="𠮷岭镇人民政府", end="\r\n"), unit=unit)
    one = page(analysis)
    for table in tables(one).values():
        for row in table["rows"]:
            for cell in row["cells"]:
                if "range" in cell and cell["kind"] == "number":
                    span = span_of(analysis, cell["range"])
                    assert analysis.text[span.start : span.end] == cell["text"]
    for section in one["sections"]:
        span = span_of(analysis, section["range"])
        assert analysis.text[span.start : span.end].strip() == section["title"]


def test_a_wrong_cell_says_what_is_wrong_and_what_it_should_be() -> None:
    text = with_figure(sample(fill="figures"), "requests", "new", "total", "13")
    analysis = analyse(text, version=21)
    found = model(analysis)
    assert found["version"] == 21
    one = page(analysis)
    table = tables(one)["requests"]
    assert table["relations"] == {"held": 37, "broken": 2, "blank": 0, "open": 0}
    (wrong,) = [cell for row in table["rows"] for cell in row["cells"] if cell.get("verdict") == "wrong"]
    assert (wrong["text"], wrong["expected"], wrong["total"]) == ("13", "12", True)
    assert any("总计 13 ≠" in said for said in wrong["relations"])
    assert [one["items"][number]["code"] for number in wrong["findings"]] == ["GXT003"]


def test_a_row_that_is_missing_stands_where_it_belongs() -> None:
    text = "\n".join(line for line in sample().split("\n") if "2.重复申请" not in line)
    rows = tables(page(analyse(text)))["requests"]["rows"]
    states = [(row["key"], row["state"]) for row in rows]
    at = states.index(("results.unprocessed.repeated", "missing"))
    assert states[at - 1][0] == "results.unprocessed.petition"
    assert len(rows) == 25


def test_a_row_that_the_form_has_not_is_shown_too() -> None:
    row = next(line for line in sample().split("\n") if "行政强制" in line)
    rows = tables(page(analyse(sample().replace(row, f"{row}\n| 行政检查 | 7 |", 1))))["item6"]["rows"]
    assert [one["state"] for one in rows] == ["laid", "laid", "unknown"]
    assert [cell["text"] for cell in rows[2]["cells"]] == ["行政检查", "7"]


def test_a_row_of_the_wrong_width_keeps_its_cells() -> None:
    rows = tables(page(analyse(sample().replace("| 规章 | 0 | 0 | 0 |", "| 规章 | 5 | 6 |", 1))))["item1"]["rows"]
    assert rows[0]["state"] == "width"
    assert [cell["text"] for cell in rows[0]["cells"]] == ["规章", "5", "6"]


def test_a_compilation_gives_the_report_that_is_asked_for() -> None:
    text = written(organ="青山县云岭镇人民政府") + "\n" + written(organ="青山县白石镇人民政府")
    analysis = analyse(text)
    found = model(analysis, 1)
    assert found["report"] == 1
    assert [one["organ"] for one in found["reports"]] == ["青山县云岭镇人民政府", "青山县白石镇人民政府"]
    assert ["sections" in one for one in found["reports"]] == [False, True]
    heading = found["reports"][1]["sections"][0]
    span = span_of(analysis, heading["range"])
    assert analysis.text[span.start : span.end] == heading["title"]
    assert model(analysis, 99)["report"] == 1


def test_what_is_no_report_has_no_page_and_says_so() -> None:
    found = model(analyse("一封信\n"))
    assert (found["state"], found["reports"]) == ("noReport", [])
    assert model(analyse(sample()))["state"] == "checked"


def test_a_text_that_was_not_looked_at_says_why() -> None:
    analysis = analyse("")
    for reason in ("off", "excluded", "tooLarge"):
        assert model(replace(analysis, skipped=reason))["state"] == reason  # type: ignore[arg-type]


def paragraphs(one: dict[str, Any]) -> list[dict[str, Any]]:
    blocks = [*one["front"], *(block for section in one["sections"] for block in section["blocks"])]
    return [block for block in blocks if block["kind"] == "paragraph"]


WRAPPED = (
    "2024年，我镇认真贯彻落实《中华人民共和国政府信息公开条例》，\n"
    "全年通过政府网站主动公开政府信息120条，并且按照要求及时更新了 Web\n"
    "Site 上的栏目。\n"
)


@pytest.mark.parametrize("unit", UNITS)
def test_the_lines_of_a_wrapped_paragraph_are_pieces_of_one(unit: Unit) -> None:
    heading = "一、总体情况"
    text = sample().replace(heading + "\n", heading + "\n\n" + WRAPPED + "\n", 1)
    analysis = analyse(text, unit=unit)
    (wrapped,) = [one for one in paragraphs(page(analysis)) if len(one["pieces"]) > 1]
    lines = WRAPPED.splitlines()
    assert [one["text"] for one in wrapped["pieces"]] == lines
    assert [one["gap"] for one in wrapped["pieces"]] == [False, False, True]
    for piece, line in zip(wrapped["pieces"], lines, strict=True):
        span = span_of(analysis, piece["range"])
        assert analysis.text[span.start : span.end] == line


def test_lines_that_end_a_sentence_are_paragraphs_of_their_own() -> None:
    assert all(len(one["pieces"]) == 1 for one in paragraphs(page(analyse(sample()))))


def test_a_finding_on_the_title_is_marked_there() -> None:
    text = sample().replace("2024年政府信息公开", "2024年度政府信息公开", 1)
    analysis = analyse(text)
    one = page(analysis)
    assert "GXS007" in [one["items"][number]["code"] for number in one["titleFindings"]]
    assert page(analyse(sample()))["titleFindings"] == []


def test_a_table_that_could_not_be_read_is_there_as_a_note() -> None:
    lines = sample().split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith("三、"))
    last = next(number for number, line in enumerate(lines) if line.startswith("四、"))
    table = [next(line for line in lines if "四、结转下年度" in line), ""]
    analysis = analyse("\n".join([*lines[: first + 1], "", *table, *lines[last:]]))
    one = page(analysis)
    requests = next(section for section in one["sections"] if section["key"] == "requests")
    (note,) = requests["blocks"]
    assert note["kind"] == "unreadable"
    assert note["findings"]
    span = span_of(analysis, note["range"])
    assert "四、结转下年度" in analysis.text[span.start : span.end]
    assert next(part["tables"] for part in one["outline"] if part["key"] == "requests") == []


def test_findings_on_a_table_that_are_on_none_of_its_cells_are_marked_on_the_table() -> None:
    row = next(line for line in sample().split("\n") if "2.重复申请" in line)
    one = page(analyse(sample().replace(row + "\n", "", 1)))
    table = tables(one)["requests"]
    on_cells = {number for row in table["rows"] for cell in row["cells"] for number in cell.get("findings", ())}
    assert table["findings"] or on_cells
    assert not on_cells & set(table["findings"])


def test_a_blank_form_is_not_filled_in_rather_than_right() -> None:
    form = next(one for one in bundled_forms() if one.in_force(2024))
    analysis = analyse(blank_report(form, 2024, "青山县人民政府", MARKDOWN_TABLES))
    for table in tables(page(analysis)).values():
        relations = table["relations"]
        assert relations["held"] == relations["broken"] == relations["open"] == 0
        assert (relations["blank"] > 0) == (table["key"] in ("item1", "requests", "review")), table["key"]


@needs_reports
def test_published_reports_have_all_their_tables_on_the_page() -> None:
    for path in (*SEEDS, *WILD):
        analysis = analyse(path.read_text("utf-8"))
        one = page(analysis)
        assert list(tables(one)) == [table.form.key for table in analysis.parts[0].report.layout.tables]
        for key, table in tables(one).items():
            rows = [row["cells"] for row in table["rows"] if row["state"] == "laid"]
            assert len(rows) > 0 or path.name.startswith("002"), key
