"""What plugin authors test with: the sample is a clean report, an overlay changes what its example shows, examples are
checked where they are marked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gxlint.engine import lint
from gxlint.parser import parse_all
from gxlint.plugins import load
from gxlint.report import Report
from gxlint.rule import Edit, Finding, Fix, Rule, rule
from gxlint.testing import check_examples, check_fixes, examples, findings, marked, overlay, report_of, sample
from gxlint.testing.sample import Fill
from gxlint.text import Span

REGISTRY = load()
BUNDLED = [one for plugin in REGISTRY.plugins if plugin.bundled and plugin.name != "core" for one in plugin.rules]
ORGANS = ["青山县云岭镇人民政府", "临河市水务局", "青山县人民政府", "临河市城东街道办事处", "云州市人民政府"]
YEARS = [2019, 2020, 2021, 2024, 2025]


@rule("ACME001", "half-width-comma", severity="info", fixable="safe")
def half_width_comma(report: Report) -> Iterator[Finding]:
    """句中不用半角逗号

    查什么
        正文中的半角逗号。

    例
        错：
            二、主动公开政府信息情况
            全年公开政策解读⟦,⟧回应关切⟦,⟧方便群众。
        错：我镇⟦,⟧公开信息。
        对：
            公开政策解读，回应关切。

            另起一段。

    怎样改
        改用全角逗号。

    English
        Half-width comma.
    """
    for paragraph in report.prose():
        for at, character in enumerate(paragraph.text):
            if character == ",":
                span = Span(paragraph.start + at, paragraph.start + at + 1)
                yield Finding(span, "半角逗号", fix=Fix((Edit(span, "，"),), "safe", "改用全角逗号"))


@pytest.mark.parametrize("fill", ["zeros", "figures"])
@pytest.mark.parametrize("organ", ORGANS)
@pytest.mark.parametrize("year", YEARS)
def test_no_rule_has_anything_to_say_about_the_sample(year: int, organ: str, fill: Fill) -> None:
    (part,) = parse_all(sample(year, organ, fill=fill), "", REGISTRY.readers[0].blocks, REGISTRY.forms)
    assert [(one.code, one.message, one.args) for one in lint(part.report, REGISTRY.rules.values())] == []


@pytest.mark.parametrize("fill", ["zeros", "figures"])
@pytest.mark.parametrize("year", YEARS)
def test_the_sample_is_read_as_a_whole_report_on_the_form_in_force(year: int, fill: Fill) -> None:
    report = report_of(sample(year, fill=fill))
    assert report.recognised
    assert report.year is not None
    assert (report.year.value, report.organ.kind) == (year, "township")
    assert [section.key for section in report.sections] == [section.key for section in report.form.sections]
    assert report.layout.form is report.required is report.form
    assert report.layout.misfits == ()
    assert all(row.whole for table in report.layout.tables for row in table.rows)
    assert {table.form.key for table in report.layout.tables} == {table.key for table in report.form.tables}
    assert report.relations
    assert all(relation.holds and relation.known for relation in report.relations)
    assert any(relation.left_sum for relation in report.relations) is (fill == "figures")


def test_there_is_no_sample_for_a_year_without_an_official_form() -> None:
    with pytest.raises(ValueError, match="2018"):
        sample(2018)


def test_marks_are_taken_out_and_remembered() -> None:
    assert marked("总计⟦5⟧件⟦⟧。") == ("总计5件。", (Span(2, 3), Span(4, 4)))
    assert marked("⟦一⟦二⟧⟧") == ("一二", (Span(0, 2), Span(1, 2)))
    assert marked("没有") == ("没有", ())


@pytest.mark.parametrize("text", ["⟦一", "一⟧", "⟧⟦"])
def test_a_mark_without_its_other_half_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="⟧"):
        marked(text)


def changed(example: str) -> tuple[list[str], list[str]]:
    """The lines that an overlay takes out of the sample and those it puts in, without empty ones."""
    before, after = sample().split("\n"), overlay(sample(), example).split("\n")
    return [line for line in before if line not in after], [line for line in after if line not in before]


def test_a_row_replaces_the_row_with_its_label_and_keeps_merged_cells_in_front() -> None:
    assert changed("| 行政许可 | ⟦7⟧ |") == (["| 行政许可 | 0 |"], ["| 行政许可 | ⟦7⟧ |"])
    removed, added = changed("| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |")
    assert removed == ["| 三、本年度办理结果 | （一）予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"]
    assert added == ["| 三、本年度办理结果 | （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |"]
    assert changed("| 三、本年度办理结果 | （一）予以公开 | 1 |")[1] == ["| 三、本年度办理结果 | （一）予以公开 | 1 |"]


def test_a_misspelt_row_replaces_the_one_it_resembles_and_a_strange_one_is_added() -> None:
    removed, added = changed("| ⟦1.信访投诉举报类申请⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |")
    assert removed == ["| （五）不予处理 | 1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"]
    assert added == ["| （五）不予处理 | ⟦1.信访投诉举报类申请⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"]
    assert changed("| 省级另加的内容 | 0 |") == ([], ["| 省级另加的内容 | 0 |"])
    lines = overlay(sample(), "| 行政强制 | 0 |\n| 省级另加的内容 | 0 |").split("\n")
    assert lines[lines.index("| 行政强制 | 0 |") + 1] == "| 省级另加的内容 | 0 |"


def test_a_row_of_figures_alone_is_that_of_table_four() -> None:
    row = f"| {' | '.join('1' * 15)} |"
    removed, added = changed(row)
    assert added == [row]
    assert removed == [row.replace("1", "0")]


def test_lines_under_a_heading_are_the_prose_of_the_part_and_its_tables_stay() -> None:
    report = report_of(overlay(sample(), "五、存在的主要问题及改进情况\n一是公开不及时。\n二是加强督促。"))
    section = report.section("problems")
    assert section is not None
    assert [one.text for one in section.paragraphs if one.text] == ["一是公开不及时。", "二是加强督促。"]
    report = report_of(overlay(sample(), "三、收到和处理政府信息公开申请情况\n无。"))
    section = report.section("requests")
    assert section is not None
    assert [one.text for one in section.paragraphs if one.text] == ["无。"]
    assert report.layout.table("requests") is not None


def test_a_heading_alone_leaves_the_prose_and_may_be_worded_otherwise() -> None:
    assert changed("一、⟦概述⟧") == (["一、总体情况"], ["一、⟦概述⟧"])
    assert changed("六、其他需要报告得事项") == (["六、其他需要报告的事项"], ["六、其他需要报告得事项"])
    removed, added = changed("六、其他需要报告的事项\n（空）")
    assert (len(removed), added) == (1, [])


def test_headings_in_another_order_move_parts_and_a_second_one_adds_a_part() -> None:
    moved = report_of(overlay(sample(), "六、其他需要报告的事项\n五、存在的主要问题及改进情况"))
    assert [section.key for section in moved.sections][-2:] == ["other", "problems"]
    twice = report_of(overlay(sample(), "一、总体情况\n甲。\n一、总体情况\n乙。"))
    assert [section.key for section in twice.sections][:3] == ["overview", "overview", "disclosure"]


def test_the_title_the_preface_and_lines_of_no_part_have_their_places() -> None:
    lines = overlay(sample(), "⟦附件⟧\n临河市水务局\n2024年政府信息公开工作年度报告").split("\n")
    assert lines[:3] == ["⟦附件⟧", "临河市水务局", "2024年政府信息公开工作年度报告"]
    assert not any("云岭镇" in line for line in lines)
    lines = overlay(sample(), "（前言）\n统计期限自2024年1月1日起。").split("\n")
    assert [line for line in lines if line][:3] == [
        "青山县云岭镇人民政府2024年政府信息公开工作年度报告",
        "统计期限自2024年1月1日起。",
        "一、总体情况",
    ]
    lines = [line for line in overlay(sample(), "其他一句话。").split("\n") if line]
    assert lines[lines.index("二、主动公开政府信息情况") - 1] == "其他一句话。"


def test_lines_rows_headings_and_tables_can_be_deleted() -> None:
    assert changed("（删去）| 行政强制".replace("| ", "")) == (["| 行政强制 | 0 |"], [])
    assert changed("（删去）（六）其他处理")[0][0].startswith("| （六）其他处理 | 1.")
    assert changed("（删去）五、存在的主要问题") == (["五、存在的主要问题及改进情况"], [])
    assert (
        report_of(overlay(sample(), "（删去表格）三、收到和处理政府信息公开申请情况")).layout.table("requests") is None
    )
    marked_row = "| （五）不予处理 | 1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0⟦⟧ |"
    assert changed("（删去）2.重复申请⟦⟧")[1] == [marked_row]
    with pytest.raises(ValueError, match="不存在的行"):
        overlay(sample(), "（删去）不存在的行")


def test_another_year_organ_or_fill_can_be_asked_for() -> None:
    assert overlay(sample(), "（年份）2020") == sample(2020)
    assert overlay(sample(), "（年份）2020\n（机关）临河市水务局\n（填数）figures") == sample(
        2020, "临河市水务局", fill="figures"
    )
    assert overlay(sample(), "（原文）\n只有这一行") == "只有这一行\n"


def test_examples_stand_in_blocks_on_the_page() -> None:
    shown = examples(half_width_comma)
    assert shown.bad == (
        "二、主动公开政府信息情况\n全年公开政策解读⟦,⟧回应关切⟦,⟧方便群众。",
        "我镇⟦,⟧公开信息。",
    )
    assert shown.good == ("公开政策解读，回应关切。\n\n另起一段。",)


def test_a_rule_whose_examples_hold_passes() -> None:
    check_examples(half_width_comma)
    check_fixes(half_width_comma)


def variant(**parts: str) -> Rule:
    """The rule above with words of its page replaced."""
    page = half_width_comma.page
    for old, new in zip(parts["old"].split("|"), parts["new"].split("|"), strict=True):
        page = page.replace(old, new)
    fields = {name: getattr(half_width_comma, name) for name in ("code", "name", "severity", "function", "title")}
    return Rule(**fields, page=page, fixable="safe")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("我镇⟦,⟧", "⟦我镇⟧,", r"(?s)bad example 2.*- row \d+: .*⟦我镇⟧.*\+ row \d+: .*⟦,⟧"),
        ("政策解读，", "政策解读,", r"(?s)good example 1.*\+ row"),
        ("⟦,⟧公开", ",公开", "marks nothing"),
        ("对：", "可：", "needs at least one"),
    ],
)
def test_a_rule_whose_examples_do_not_hold_is_told_so(old: str, new: str, told: str) -> None:
    with pytest.raises(AssertionError, match=told):
        check_examples(variant(old=old, new=new))


def test_a_crashing_rule_fails_its_test_with_the_place() -> None:
    @rule("ACME002", "crashes")
    def crashes(report: Report) -> Iterator[Finding]:
        """出错"""
        yield from ()
        raise KeyError("nothing")

    with pytest.raises(AssertionError, match=r"KeyError.*test_testing\.py:\d+"):
        findings(sample(), crashes)


@pytest.mark.parametrize(
    ("content", "safety", "told"),
    [
        (",", "safe", "cannot be applied"),
        (",,", "unsafe", "a unsafe fix|never comes to rest"),
        ("7", "safe", "changes a figure"),
    ],
)
def test_a_fix_that_does_not_mend_is_told(content: str, safety: str, told: str) -> None:
    def function(report: Report) -> Iterator[Finding]:
        for one in half_width_comma(report):
            yield Finding(one.span, "半角逗号", fix=Fix((Edit(one.span, content),), safety, "改"))  # type: ignore[arg-type]

    changing = Rule("ACME003", "bad-fix", "info", function, "标题", half_width_comma.page, fixable="unsafe")
    safe = Rule("ACME003", "bad-fix", "info", function, "标题", half_width_comma.page, fixable="safe")
    with pytest.raises(AssertionError, match=told):
        check_fixes(safe if safety == "safe" else changing)


@pytest.mark.parametrize("rule", BUNDLED, ids=lambda rule: str(rule.code))
def test_the_examples_of_every_bundled_rule_hold(rule: Rule) -> None:
    check_examples(rule)
