"""A whole blank report on an official form."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.drafting.inserts import write_tables
from gxlint.drafting.shape import Shape
from gxlint.parser.organs import bundled_organs
from gxlint.report import Form, FormSection

_ASPECTS = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
"""What section one reports on. Source: 国办公开办函〔2021〕30号."""
_INSTRUCTION = "（文字描述）"
_FEE_INSTRUCTION = "（文字描述，收取信息处理费情况在此处报告。）"
"""The form's own words for what is to be written; gxlint asks for their replacement as long as they stand there."""
_OF_GOVERNMENTS = "工作考核、社会评议和责任追究结果情况"
"""What the report of a government has to say as well. Source: 《政府信息公开条例》第五十条第四项."""
_FEES_SINCE = 2021


def blank_report(form: Form, year: int, organ: str, shape: Shape, *, marked_headings: bool | None = None) -> str:
    """A report of ``organ`` on ``year``: title, preface, the six headings, the official tables with blank cells, and
    the form's own instructions where prose is to be written. ``marked_headings`` puts ``#`` in front of the headings,
    by default where the tables are Markdown. Line ends are ``\\n``."""
    markdown = shape.marks == "pipes" if marked_headings is None else marked_headings
    pieces = [f"{'# ' if markdown else ''}{organ}{year}年政府信息公开工作年度报告", _preface(form, year)]
    for section in form.sections:
        pieces.append(f"{'## ' if markdown else ''}{section.title}")
        tables = [table for table in form.tables if table.section == section.key]
        pieces += [write_tables(tables, shape)] if tables else _prose(section, year, organ)
    return "\n\n".join(pieces) + "\n"


def period_sentence(year: int) -> str:
    """The sentence on the statistical period."""
    return f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"


def _preface(form: Form, year: int) -> str:
    notice = form.notice.replace("《", "〈").replace("》", "〉")
    return (
        f"根据《中华人民共和国政府信息公开条例》第五十条和《{notice}》（{form.document_number}）的规定，编制本报告。"
        f"{period_sentence(year)}"
    )


def _prose(section: FormSection, year: int, organ: str) -> Iterator[str]:
    if section.key == "overview":
        for number, aspect in zip("一二三四五", _ASPECTS, strict=True):
            yield f"（{number}）{aspect}\n{_INSTRUCTION}"
        if bundled_organs().organ(organ, "").government:
            yield f"{_OF_GOVERNMENTS}：{_INSTRUCTION}"
    else:
        yield _FEE_INSTRUCTION if section.key == "other" and year >= _FEES_SINCE else _INSTRUCTION
