"""GXT007, GXT008: figures of table two that were most likely taken for something else."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxlint import Cell, Finding, FormColumn, LaidRow, Option, Related, Report, rule
from gxlint_totals.saying import figure

_PER_WAN = 10_000
_YUAN_DECIMALS = 2


@rule("GXT007", "decisions-equal-items", severity="info", basis="国办公开办函〔2019〕60号表二（五）、（六）各栏的含义")
def decisions_equal_items(report: Report) -> Iterator[Finding]:
    """处理决定数误填

    查什么
        2019年格式表二（五）、（六）：处理决定数量 恰好等于 上一年项目数量 加（或减）本年增/减。

    依据
        国办公开办函〔2019〕60号格式表二（五）、（六）各栏的含义。

    为什么
        前两栏是事项数，处理决定数量是当年的办件数，三者互不相干。恰好等于两栏之和，多半是误作本年项目数量填写。

    例
        错：
            （年份）2020
            | 行政许可 | 12 | 3 | ⟦15⟧ |
        对：
            （年份）2020
            | 行政许可 | 12 | 3 | 208 |

    怎样改
        核实当年作出的处理决定件数。不能自动修改。

    何时忽略
        办件数碰巧等于这个数。有一栏为 0 时本来就不提示。

    English
        Number of decisions equals the number of items. In the form of 2019 the decisions are cases settled this year;
        when they equal last year's items plus or minus the change, they were probably taken for this year's items.
    """
    for table in report.layout.tables:
        keys = [column.key for column in table.form.columns]
        if keys != ["previous", "change", "decisions"]:
            continue
        for row in table.rows:
            if row.whole and (sign := _sum_sign(row)):
                previous, change, decisions = row.cells
                yield Finding(
                    decisions.span,
                    "“{row}”的处理决定数量 {decisions} 恰好等于上一年项目数量 {previous} {sign} 本年增/减 {change}。"
                    "该栏应填当年的办件数，不是事项数，请核对。",
                    {
                        "row": row.form.name,
                        "decisions": decisions.value,
                        "previous": previous.value,
                        "sign": sign,
                        "change": change.value if change.value is None or change.value >= 0 else f"({change.value})",
                    },
                    related=_others(row, table.form.columns),
                )


def _sum_sign(row: LaidRow) -> str:
    """Whether the decisions are the items plus their change, or minus a decrease that was written without its sign;
    empty where they are neither, or a figure is 0."""
    previous, change, decisions = (cell.value for cell in row.cells)
    if not previous or not change or not decisions or previous == decisions:
        return ""
    if decisions == previous + change:
        return "+"
    return "-" if change > 0 and decisions == previous - change else ""


def _others(row: LaidRow, columns: tuple[FormColumn, ...]) -> tuple[Related, ...]:
    return tuple(
        Related(cell.span, "{column}：{value}", {"column": column.name, "value": cell.text})
        for cell, column in zip(row.cells[:2], columns, strict=False)
    )


@rule(
    "GXT008",
    "money-unit",
    severity="info",
    basis="国办公开办函〔2021〕30号表二（八）：单位为万元",
    options=[
        # No township or street collects ten million yuan in administrative fees, no department of a city or county a
        # thousand million.
        Option("township", 1_000, "乡镇、街道的金额从多少万元起可疑", least=1),
        Option("department", 100_000, "部门的金额从多少万元起可疑", least=1),
    ],
)
def money_unit(report: Report, *, township: int, department: int) -> Iterator[Finding]:
    """金额单位可疑

    查什么
        2021年格式表二（八）的收费金额以万元为单位，填的数却大得像是以元为单位。只看乡镇（街道）和部门的报告：乡镇
        （街道）从 1000 万元起、部门从 10 亿元起，并且是整数或者恰好两位小数。这两个数可用选项 `township`、`department`
        设定。

    依据
        国办公开办函〔2021〕30号格式表二（八）：本年收费金额（单位：万元）。

    为什么
        财务报表以元为单位，照抄过来就大了一万倍，会使汇总数完全失真。

    例
        错：
            青山县云岭镇人民政府2023年政府信息公开工作年度报告
            | 行政事业性收费 | ⟦251000⟧ |
        对：
            青山县云岭镇人民政府2023年政府信息公开工作年度报告
            | 行政事业性收费 | 25.1 |
        对：
            平江市人民政府2023年政府信息公开工作年度报告
            | 行政事业性收费 | 96171.6 |

    怎样改
        核对单位。确以元为单位的，除以 10000 后填写。不能自动修改。

    何时忽略
        收费确有这么多。市、县政府的报告不提示。

    English
        Unit of money looks wrong. The fee column counts in ten thousand yuan, and the figure has the size and the
        decimals of plain yuan. Only townships, streets and departments are looked at; options set from which sums on.
    """
    least = {"township": township, "department": department}.get(report.organ.kind)
    if least is None or "省" in report.organ.name or "自治区" in report.organ.name:
        return
    for table in report.layout.tables:
        for index, column in enumerate(table.form.columns):
            if column.number == "money" and "万元" in column.label:
                for row in table.rows:
                    if row.whole and _looks_like_yuan(row.cells[index], least):
                        yield _money_finding(row, row.cells[index])


def _looks_like_yuan(cell: Cell, least: int) -> bool:
    if cell.value is None or cell.value < least:
        return False
    return isinstance(cell.value, int) or cell.value.as_tuple().exponent == -_YUAN_DECIMALS


def _money_finding(row: LaidRow, cell: Cell) -> Finding:
    value = Decimal(cell.value or 0)
    return Finding(
        cell.span,
        "“{row}”填的是 {value}，单位为万元，合 {hundred_millions} 亿元。"
        "请核对是否误以元为单位；如是，应填 {converted}。",
        {
            "row": row.form.name,
            "value": cell.text,
            "hundred_millions": _plain(value / _PER_WAN),
            "converted": _plain(value / _PER_WAN),
        },
    )


def _plain(value: Decimal) -> str:
    said = figure(value)
    return said.rstrip("0").rstrip(".") if "." in said else said
