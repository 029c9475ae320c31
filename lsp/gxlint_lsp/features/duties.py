"""What each part of a report must contain."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.language import Message
from gxlint.report import Form, Report, Section
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.saying import say

_FEES_FROM = 2021
"""The rule on fees began with this year."""


def duties(analysis: Analysis, report: Report, section: Section) -> list[str]:
    """What the part must contain, a sentence each."""
    form = report.required or report.form
    return [say(analysis, message) for message in _of(section.key, form)]


def _of(key: str, form: Form) -> Iterator[Message]:
    number = {"number": form.document_number}
    if key == "overview":
        yield Message("文字报告五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。")
        yield Message("各级人民政府还应报告工作考核、社会评议和责任追究结果情况（条例第五十条）。")
    elif key == "disclosure":
        yield Message("以表格形式报告（{number}）：", number)
    elif key == "requests":
        yield Message("以表格形式报告（{number}）：", number)
        yield Message("每一列：本年新收加上年结转，等于办理结果总计加结转下年度继续办理。")
        yield Message("每一行：总计等于自然人加五类法人或其他组织；办理结果总计等于（一）至（六）各行之和。")
    elif key == "review":
        yield Message("以表格形式报告（{number}）：", number)
        yield Message("行政复议、未经复议直接起诉、复议后起诉三组，每组总计等于前四格之和。")
    elif key == "problems":
        yield Message("写明存在的主要问题，并逐条写明改进情况；不能只写“无”（条例第五十条）。")
    elif key == "other":
        if form.first_year >= _FEES_FROM:
            yield Message("在此报告收取信息处理费的情况，没有收取也要写明；没有其他事项时写“无其他需要报告的事项”。")
        else:
            yield Message("没有需要报告的事项时，写“无”。")


def tables_said(report: Report, section: Section) -> list[str]:
    """The tables of the form in this part, each with its columns and rows in the form's own words."""
    form = report.required or report.form
    said = []
    for table in form.tables:
        if table.section != section.key:
            continue
        columns = "、".join(column.label for column in table.columns[:8]) + ("…" if len(table.columns) > 8 else "")
        rows = "、".join(row.label for row in table.rows if row.label) if len(table.rows) <= 3 else ""
        head = "".join(table.captions) or table.name
        said.append(f"{head}：{rows} · {columns}" if rows else f"{head}：{columns}")
    return said
