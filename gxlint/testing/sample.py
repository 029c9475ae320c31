"""A complete annual report without a defect, written on the form in force for its year. Place, organ and figures are
invented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from gxlint.drafting import Shape, write_table
from gxlint.forms import bundled_forms
from gxlint.report import Form, FormTable

Fill = Literal["zeros", "figures"]
"""``zeros``: every figure is 0. ``figures``: figures that keep every relation of the form."""

ORGAN = "青山县云岭镇人民政府"
YEAR = 2024

_SHAPE = Shape("pipes", "bare")
"""Short rows: an example on a rule's page shows a row without the merged cells in front of it."""

Figures = Mapping[tuple[str, str, str], str]
"""What is printed at (table, row, column), by the keys of the form; 0 elsewhere."""

_REQUESTS = {
    "new": (10, 2),
    "carried_in": (1, 0),
    "results.granted": (6, 1),
    "results.partial": (1, 0),
    "results.denied.third-party": (1, 0),
    "results.unavailable.not-held": (2, 1),
    "results.total": (10, 2),
    "carried_out": (1, 0),
}
"""Figures of 自然人 and 商业企业 in table three."""

_SINGLE = {
    ("item1", "normative-document", "issued"): "1",
    ("item1", "normative-document", "in_force"): "3",
    ("item1", "normative-document", "newly_made"): "1",
    ("item1", "normative-document", "newly_public"): "1",
    ("item1", "normative-document", "public_total"): "3",
    ("item5", "licence", "previous"): "12",
    ("item5", "licence", "decisions"): "24",
    ("item5", "other-service", "previous"): "30",
    ("item5", "other-service", "change"): "-2",
    ("item5", "other-service", "decisions"): "15",
    ("item6", "penalty", "previous"): "8",
    ("item6", "penalty", "decisions"): "5",
    ("item8", "fee", "previous"): "2",
    ("item8", "fee", "fee"): "1.25",
    ("item9", "purchase", "purchases"): "2",
    ("item9", "purchase", "amount"): "13.50",
    ("review", "cases", "review.upheld"): "1",
    ("review", "cases", "review.total"): "1",
}


def sample(year: int = YEAR, organ: str = ORGAN, *, fill: Fill = "zeros") -> str:
    """A report of ``organ`` on ``year``: title, preface and the six parts, tables as Markdown rows, one a line.

    No rule of gxlint has anything to say about it. Raises ValueError when no official form is in force for the year.
    """
    form = next((one for one in bundled_forms() if one.in_force(year)), None)
    if form is None:
        raise ValueError(f"no official form is in force for reports on {year}")
    figures = _figures() if fill == "figures" else {}
    prose = _prose(year, organ, filled=bool(figures))
    lines = [f"{organ}{year}年政府信息公开工作年度报告", "", _preface(year, form), ""]
    for section in form.sections:
        lines += [section.title, "", *prose.get(section.key, ())]
        for table in form.tables:
            if table.section == section.key:
                lines += [*table_lines(table, figures), ""]
        if lines[-1]:
            lines.append("")
    return "\n".join(lines)


def _figures() -> Figures:
    figures = dict(_SINGLE)
    for row, (natural, commercial) in _REQUESTS.items():
        figures["requests", row, "natural"] = str(natural)
        figures["requests", row, "commercial"] = str(commercial)
        figures["requests", row, "total"] = str(natural + commercial)
    return figures


def table_lines(table: FormTable, figures: Figures) -> Iterator[str]:
    """The rows of a table as the form prints it, one a line: captions, header, figures."""
    places = ((table.key, row.key, column.key) for row in table.rows for column in table.columns)
    yield from write_table(table, _SHAPE, {place: figures.get(place, "0") for place in places}).split("\n")


def _preface(year: int, form: Form) -> str:
    notice = form.notice.replace("《", "〈").replace("》", "〉")
    return (
        f"根据《中华人民共和国政府信息公开条例》第五十条和《{notice}》（{form.document_number}）的规定，编制本报告。"
        f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
    )


def _prose(year: int, organ: str, *, filled: bool) -> Mapping[str, list[str]]:
    self = _self_reference(organ)
    received = (
        f"{year}年，{self}新收政府信息公开申请12件，上年结转1件，均依法依规办理；结转下年度继续办理1件。"
        if filled
        else f"{year}年，{self}未收到政府信息公开申请，无上年结转的申请。"
    )
    fee = f"{year}年，{self}未收取信息处理费。" if year >= 2021 else ""
    return {
        "overview": [
            "（一）主动公开",
            f"{year}年，{self}围绕中心工作，及时公开财政预决算、民生保障、乡村振兴等领域的政府信息，全年主动公开政府信息86条。",
            "（二）依申请公开",
            received,
            "（三）政府信息管理",
            f"{self}严格落实政府信息发布审核制度，坚持先审查后公开，定期清理公开目录，确保信息内容准确、更新及时。",
            "（四）政府信息公开平台建设",
            f"{self}依托政府门户网站和便民服务大厅公开专区发布信息，方便群众查阅。",
            "（五）监督保障",
            f"{self}明确专人负责政府信息公开工作，将其纳入年度工作考核，开展社会评议，全年未发生责任追究情形。",
        ],
        "problems": [
            "存在的主要问题：一是政策解读的形式不够丰富；二是工作人员的业务能力有待提高。",
            f"改进情况：一是{self}采用图解、问答等形式解读政策；二是{self}组织业务培训，提高工作人员的能力。",
        ],
        "other": [f"{fee}无其他需要报告的事项。"],
    }


def _self_reference(organ: str) -> str:
    for ending, name in _SELF.items():
        if organ.endswith(ending):
            return name
    return "本机关"


_SELF = {
    "镇人民政府": "我镇",
    "乡人民政府": "我乡",
    "县人民政府": "我县",
    "区人民政府": "我区",
    "市人民政府": "我市",
    "省人民政府": "我省",
    "街道办事处": "我街道",
    "委员会": "我委",
    "局": "我局",
}
