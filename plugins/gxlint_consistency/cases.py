"""GXC006: what the text says of reviews and lawsuits, and table four."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gxlint import Cell, Finding, LaidTable, Report, Statement, Topic, read_statements, rule
from gxlint_consistency.comparing import Held, Mismatch, cells_of, named, of_cells, printed


@rule("GXC006", "narrative-review", severity="warning", basis="国办公开办函〔2021〕30号：文字与表格应当一致")
def narrative_review(report: Report) -> Iterator[Finding]:
    """复议诉讼件数与表不符

    查什么
        正文说因政府信息公开被申请行政复议、提起行政诉讼多少件，其中维持、纠正、其他结果、尚未审结各多少件，与表四是否
        一致。行政诉讼与“未经复议直接起诉”“复议后起诉”之和比较。说“均获维持”而表四还有别的结果，也在此提示。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号：同一份报告的文字和表格说的是同一件事。

    为什么
        案件数有复议机关和法院的底册可对，错了很容易被发现。

    例
        错：
            2024年，因政府信息公开被申请行政复议⟦2件⟧。
            | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        错：
            2024年，我镇⟦未发生因政府信息公开引起的行政复议、行政诉讼案件⟧。
            | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        对：
            2024年，因政府信息公开被申请行政复议1件，被提起行政诉讼3件，其中结果维持2件；全县备案政府信息公开行政复议案件8件。
            | 1 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 1 | 1 | 0 | 1 | 0 | 2 |

    怎样改
        对照案件台账，改正文字或表格。不能自动修改。

    何时忽略
        文字说的是另一个范围，例如备案、审理的案件或市本级的案件。“新增”的案件不是全部，“行政复议12件，其中涉及政府信息
        公开的1件”的12件是全部案件，都不比较；复议、诉讼并列之后的“维持2件”看不出是哪一种，也不比较。

    English
        Reviews and lawsuits: text and table differ. Cases named in the text are compared with table four; lawsuits with
        both kinds of lawsuit together.
    """
    table = report.layout.table("review")
    if table is None:
        return
    said = [
        one for one in read_statements(report) if one.comparable and one.topics[0].startswith(("review", "lawsuit"))
    ]
    agreeing: set[tuple[Topic, ...]] = set()
    found: list[Mismatch] = []
    for one in said:
        held = _held(table, one)
        if held is None:
            continue
        if one.quantity.value == held.value:
            agreeing.add(one.topics)
        else:
            found.append(Mismatch(one, held))
    for mismatch in found:
        unsure = mismatch.statement.topics in agreeing and not mismatch.statement.every
        yield replace(_told(report, mismatch), severity="info" if unsure else None)


def _told(report: Report, mismatch: Mismatch) -> Finding:
    statement, held = mismatch.statement, mismatch.held
    cause, rank = of_cells(report, (held,), mismatch.cause)
    said = printed(report, statement)
    related = cells_of(report, held)
    if statement.every:
        return Finding(
            statement.span,
            "文中{count}件{said}，表四{name}却是 {value} 件，请核对。",
            {"count": statement.quantity.value, "said": said, "name": named(statement), "value": held.value},
            related=related,
            cause=cause,
            rank=rank,
        )
    if statement.denied:
        return Finding(
            statement.span,
            "文中说“{said}”，表四{name}却有 {value} 件，请核对。",
            {"said": said, "name": named(statement), "value": held.value},
            related=related,
            cause=cause,
            rank=rank,
        )
    return Finding(
        statement.span,
        "文中{name}“{said}”，表四为 {value} 件，请核对。",
        {"name": named(statement), "said": said, "value": held.value},
        related=related,
        cause=cause,
        rank=rank,
    )


def _held(table: LaidTable, statement: Statement) -> Held | None:
    """The figure of table four that a statement counts; None where the table cannot tell."""
    cells: list[Cell] = []
    for topic in statement.topics:
        kind, _, what = topic.partition(".")
        parts = ("review",) if kind == "review" else ("direct", "after_review")
        if what in ("direct", "after_review"):
            parts, what = (what,), ""
        for part in parts:
            cell = table.cell("cases", f"{part}.{what or 'total'}")
            if cell is None or not isinstance(cell.value, int):
                return None
            cells.append(cell)
    return Held(sum(int(cell.value or 0) for cell in cells), tuple(cells))
