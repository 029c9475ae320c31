"""GXT004: totals that were left blank."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxlint import Finding, Fix, LaidTable, Message, Related, Report, Term, rule
from gxlint_totals.saying import figure, written

_MOST_NAMED = 5


@rule(
    "GXT004",
    "total-blank",
    severity="warning",
    basis="国办公开办函〔2019〕60号、〔2021〕30号表三、表四总计栏",
    fixable="unsafe",
)
def total_blank(report: Report) -> Iterator[Finding]:
    """总计未填

    查什么
        表三、表四中各项已有数字、总计却空着的单元格。每张表只提示一次，列出各格应填的数。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号格式表三、表四“总计”栏和（七）总计。

    为什么
        空着的总计无法与其他数字核对，汇总时会被当作 0。

    例
        错：
            | 一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 0 | 0 | 0 |⟦⟧ |
            | （一）予以公开 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |
            | （七）总计 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |
        对：
            | 一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |
            | （一）予以公开 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |
            | （七）总计 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |

    怎样改
        填上各项之和。须人工核对的修正会填上这个和；按行相加与按列相加不同的格不填。

    何时忽略
        不应忽略。整行都空着的行不在此列（见 GXF012）。

    English
        Total left blank. The parts of a sum are filled in and the sum is not. One finding for a table; the unsafe fix
        fills in the sums, except where the row and the column give different ones.
    """
    unfilled: dict[int, dict[int, tuple[Term, set[int | Decimal]]]] = {}
    for relation in report.relations:
        total = relation.left[0]
        if not total.cell.text and relation.total_blank:
            sums = unfilled.setdefault(id(relation.table), {})
            sums.setdefault(total.cell.start, (total, set()))[1].add(relation.right_sum)
    for sums in unfilled.values():
        blanks = sorted(sums.values(), key=lambda one: one[0].cell.start)
        yield _finding(blanks[0][0].table, blanks)


def _finding(table: LaidTable, blanks: list[tuple[Term, set[int | Decimal]]]) -> Finding:
    named = [_place_and_sum(term, found) for term, found in blanks[:_MOST_NAMED]]
    args = {"table": table.form.name, "count": len(blanks), "places": named}
    certain = [(term, next(iter(found))) for term, found in blanks if len(found) == 1]
    fix = None
    if certain:
        edits = tuple(written(term.cell, value) for term, value in certain)
        fix = Fix(edits, "unsafe", "在 {count} 个空着的总计中填上各项之和", {"count": len(certain)})
    if len(blanks) > _MOST_NAMED:
        message = "{table}有 {count} 个总计没有填，如{places}。请按各项之和填写。"
    else:
        message = "{table}有 {count} 个总计没有填：{places}。"
    related = tuple(Related(term.cell.span, "{place}：空白", {"place": term.place}) for term, _ in blanks[1:])
    return Finding(blanks[0][0].cell.span, message, args, related, fix)


def _place_and_sum(term: Term, sums: set[int | Decimal]) -> Message:
    place = " · ".join(part for part in (term.row.name, term.column.name) if part)
    if len(sums) > 1:
        return Message("“{place}”（按行、按列相加不同，请核对）", {"place": place})
    return Message("“{place}”应为 {sum}", {"place": place, "sum": figure(next(iter(sums)))})
