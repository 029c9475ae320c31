"""GXF003, GXF014: tables that are absent, or cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint import Finding, Related, Report, Section, TableUnreadable, rule
from gxlint_forms.drafts import fix_of_section

_FIRST_YEAR_OF_TABLES = 2019
"""Reports on earlier years had no official tables."""


@rule(
    "GXF003",
    "table-missing",
    severity="error",
    basis="国办公开办函〔2019〕60号、〔2021〕30号：第二、三、四部分以表格形式报告",
    fixable="unsafe",
)
def table_missing(report: Report) -> Iterator[Finding]:
    """章节无表格

    查什么
        第二、三、四部分有标题，却没有可以识别的表格。整章缺失由 GXS001 提示。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号格式：第二、三、四部分以表格形式报告。

    为什么
        这三部分必须以表格报告。没有发生的也要填 0，不能用“无”或一句话代替，也不能贴图片。

    例
        错：
            四、⟦政府信息公开行政复议、行政诉讼情况⟧
            我镇未发生行政复议和行政诉讼。
            （删去表格）四、政府信息公开行政复议、行政诉讼情况
        对：
            四、政府信息公开行政复议、行政诉讼情况
            我镇未发生行政复议和行政诉讼。

    怎样改
        按规定的格式补上表格；表格是图片的，换成文字表格。须人工核对的修正在这一部分的文字之后插入空白表格。

    何时忽略
        表格放在另外的附件文件里时。

    English
        Section without a table. Sections two, three and four report by table; a sentence or a picture does not do. The
        unsafe fix writes the blank tables of the section, in the shape of the report's other tables.
    """
    unreadable = {misfit.section for misfit in report.layout.misfits if isinstance(misfit, TableUnreadable)}
    if _before_tables(report):
        return
    there = {table.form.section for table in report.layout.tables if table.rows}
    for section in _first_of_each(report):
        if section.key in there and (elsewhere := _in_another_part(report, section)) is not None:
            yield elsewhere
        if section.form.table and section.key not in there and section.key not in unreadable:
            yield Finding(
                section.title_span,
                "“{title}”部分没有可识别的表格。应按{number}填列表格，没有发生的填 0；如果表格是图片，请换成文字表格。",
                {"title": section.form.title, "number": (report.required or report.form).document_number},
                fix=fix_of_section(report, section),
            )


def _before_tables(report: Report) -> bool:
    return report.year is not None and report.year.value < _FIRST_YEAR_OF_TABLES


def _in_another_part(report: Report, section: Section) -> Finding | None:
    """The finding on a section whose tables all stand under the heading of another part that reports by table."""
    tables = [table for table in report.layout.in_section(section.key) if table.rows]
    homes = [next((one for one in report.sections if table.span.start in one.span), None) for table in tables]
    others = [home for home in homes if home is not None and home.form.table and home.key != section.key]
    if not others or len(others) < len(tables):
        return None
    args = {"title": section.form.title, "table": tables[0].form.name, "other": others[0].form.title}
    return Finding(
        section.title_span,
        "“{title}”部分没有表格，{table}放在了“{other}”部分。请移到相应的标题下面。",
        args,
        (Related(tables[0].rows[0].span, "{table}在这里", {"table": tables[0].form.name}),),
    )


def _first_of_each(report: Report) -> Iterator[Section]:
    seen: set[str] = set()
    for section in report.sections:
        if section.key not in seen:
            seen.add(section.key)
            yield section


@rule("GXF014", "unreadable-table", severity="warning", basis="国办公开办函〔2019〕60号、〔2021〕30号的表格")
def unreadable_table(report: Report) -> Iterator[Finding]:
    """表格无法识别

    查什么
        第二、三、四部分里有表格，但行名与规定的格式对不上，无法知道每个数填的是什么。这样的表不再核对勾稽关系。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号的表格。

    为什么
        认不出行和列，就无法核对，汇总时也无法取数。

    例
        错：
            （原文）
            青山县云岭镇人民政府2024年政府信息公开工作年度报告
            一、总体情况
            2024年，我镇主动公开政府信息86条。
            三、收到和处理政府信息公开申请情况
            | ⟦来访 | 12 | 3⟧ |
            | 来电 | 40 | 5 |
            | 来函 | 7 | 1 |
            四、政府信息公开行政复议、行政诉讼情况
        对：
            | 一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

    怎样改
        对照规定的格式检查行名和列数，缺行、合并错位的改正后再检查一遍。

    何时忽略
        该表是规定表格之外的补充，并且规定的表格另有。

    English
        Table cannot be read. A table stands where the form has one, but its rows are not those of the form. Nothing
        else is said about the figures of such a table.
    """
    for misfit in report.layout.misfits:
        if isinstance(misfit, TableUnreadable) and not _before_tables(report):
            title = next((form.title for form in report.form.sections if form.key == misfit.section), "")
            yield Finding(
                misfit.table.rows[0].span,
                "“{title}”部分的表格与规定的格式对不上，无法识别，也没有核对其中的数字。请对照{number}检查行名和列数。",
                {"title": title, "number": (report.required or report.form).document_number},
            )
