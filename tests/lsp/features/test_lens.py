"""Code lenses."""

from __future__ import annotations

from dataclasses import replace

from lsprotocol import types as t

from gxlint.drafting import MARKDOWN_TABLES, blank_report
from gxlint.forms import bundled_forms
from gxlint.testing import sample
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features import lens
from gxlint_lsp.features.tables import tally
from gxlint_lsp.options import EditorOptions
from tests.conftest import SEEDS, needs_reports
from tests.lsp.features.analysing import ABLE, analyse, with_figure, written


def lines(analysis: Analysis) -> dict[int, t.Command]:
    found = {}
    for one in lens.provide(analysis):
        assert one.command is not None
        assert one.range.start == one.range.end == t.Position(one.range.start.line, 0)
        found[one.range.start.line] = one.command
    return found


def titles(analysis: Analysis) -> list[str]:
    return [one.title for one in lines(analysis).values()]


def test_above_title_and_tables_stands_what_holds() -> None:
    assert titles(analyse(sample(fill="figures"))) == [
        "格式：国办公开办函〔2021〕30号　未发现问题",
        "勾稽：2 式全部相符",
        "勾稽：39 式全部相符",
        "勾稽：3 式全部相符",
    ]


def test_broken_relations_and_findings_are_counted() -> None:
    analysis = analyse(with_figure(sample(fill="figures"), "review", "cases", "review.total", "4"))
    assert "勾稽：2 式相符，1 式不符" in titles(analysis)
    assert titles(analysis)[0] == f"格式：国办公开办函〔2021〕30号　发现 {len(analysis.findings)} 处问题"


def test_what_cannot_be_worked_out_is_counted_apart() -> None:
    text = with_figure(sample(fill="figures"), "review", "cases", "review.total", "无")
    assert "勾稽：2 式相符，1 式无法核对" in titles(analyse(text))
    row = next(line for line in text.split("\n") if "（一）予以公开" in line)
    # Without the row no column of table three can be added up, and the sum of the row itself is gone too.
    assert "勾稽：31 式相符，8 式无法核对" in titles(analyse(text.replace(row + "\n", "")))


def test_a_table_that_is_blank_is_not_filled_in_rather_than_right() -> None:
    form = next(one for one in bundled_forms() if one.in_force(2024))
    analysis = analyse(blank_report(form, 2024, "青山县人民政府", MARKDOWN_TABLES))
    assert titles(analysis)[1:] == ["勾稽：尚未填写"] * 3
    english = analyse(analysis.text, language="en")
    assert titles(english)[1:] == ["Relations: not filled in yet"] * 3


def test_of_a_table_that_is_partly_blank_no_more_is_said_than_was_checked() -> None:
    text = sample(fill="figures")
    row = next(line for line in text.split("\n") if "（一）予以公开" in line)
    label = next(cell for cell in row.split("|") if "予以公开" in cell)
    blank = row[: row.index(label) + len(label)] + "|  " * 7 + "|"
    analysis = analyse(text.replace(row, blank, 1))
    (said,) = [title for title in titles(analysis)[1:] if "尚未填写" in title]
    counts = tally(analysis.parts[0].report, analysis.parts[0].report.layout.tables[-2])
    assert counts.blank > 0
    assert counts.held + counts.broken + counts.blank + counts.open == 39
    assert f"{counts.blank} 式尚未填写" in said


def test_blanks_in_a_row_with_figures_count_as_nothing() -> None:
    text = sample().replace("| 规章 | 0 | 0 | 0 |", "| 规章 | 0 |  | 0 |", 1)
    assert titles(analyse(text))[1:] == titles(analyse(sample()))[1:]
    text = with_figure(sample(), "review", "cases", "review.upheld", " ")
    assert titles(analyse(text))[3] == "勾稽：3 式全部相符"


def test_a_lens_leads_to_the_first_broken_relation() -> None:
    analysis = analyse(with_figure(sample(fill="figures"), "review", "cases", "review.total", "4"))
    command = next(one for one in lines(analysis).values() if "不符" in one.title)
    assert command.command == lens.SHOW
    assert command.arguments is not None
    uri, place = command.arguments
    assert isinstance(place, dict)
    assert uri == analysis.document.uri
    start = t.Position(place["start"]["line"], place["start"]["character"])
    assert analysis.text[analysis.offset(start)] == "4"


def test_a_lens_that_leads_nowhere_has_no_command() -> None:
    assert {one.command for one in lines(analyse(sample(fill="figures"))).values()} == {""}
    text = with_figure(sample(fill="figures"), "review", "cases", "review.total", "4")
    plain = analyse(text, client=replace(ABLE, show_document=False))
    assert {one.command for one in lines(plain).values()} == {""}


def test_every_report_of_a_compilation_counts_its_own_findings() -> None:
    broken = with_figure(written(organ="青山县白石镇人民政府"), "review", "cases", "review.total", "4444")
    analysis = analyse(written() + "\n" + broken)
    heads = [title for title in titles(analysis) if title.startswith("格式")]
    assert len(heads) == 2
    counts = [int("".join(c for c in head.partition("　")[2] if c.isdigit()) or 0) for head in heads]
    assert sum(counts) == len(analysis.findings)
    assert counts[1] > counts[0]


def test_lenses_can_be_switched_off() -> None:
    assert not lens.provide(analyse(sample(), options=EditorOptions(lens=False)))
    assert not lens.provide(analyse("一封信\n"))


def test_lenses_are_told_in_english() -> None:
    assert titles(analyse(sample(), language="en"))[1] == "Relations: all 2 hold"


@needs_reports
def test_published_reports_with_right_figures_hold() -> None:
    for path in SEEDS:
        analysis = analyse(path.read_text("utf-8"))
        assert not [title for title in titles(analysis) if "不符" in title]
        assert f"发现 {len(analysis.findings)} 处问题" in titles(analysis)[0]
