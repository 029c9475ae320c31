"""GXF008, GXF009, GXF010: the words in the headers and in front of the rows."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint import (
    Cell,
    Edit,
    Finding,
    Fix,
    HeaderMissing,
    HeaderRepeated,
    LabelMisspelt,
    LabelVariant,
    Related,
    Report,
    Span,
    fold,
    rule,
)
from gxlint_forms.saying import printed

_BASIS = "国办公开办函〔2019〕60号、〔2021〕30号的表格"
_MANY = 4
"""More labels than this that differ in the same way are one finding."""


@rule("GXF008", "label-typo", severity="warning", basis=_BASIS, fixable="safe")
def label_typo(report: Report) -> Iterator[Finding]:
    """表头错字

    查什么
        表头、行名与规定的格式只差一两个字，如“结果维护”（结果维持）、“只记这一情形”（只计）、“合计”（总计）、
        “信访投诉举报类”（信访举报投诉类）。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号的表格。

    为什么
        表头是法定格式的用语，错字有损公文的严肃性，也使程序认不出该行该列。

    例
        错：
            | ⟦1.信访投诉举报类申请⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        对：
            | 1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

    怎样改
        改成规定的用语。常见的错字在一份清单里，可以安全地自动修改；其余的只是疑似，自动修改须经确认。

    何时忽略
        上级下发的表格就是这样写的。

    English
        Misspelt label. A label differs from the official one by a character or two. The fix is safe for a closed list
        of known slips and unsafe for everything that only resembles the official label.
    """
    for misfit in report.layout.misfits:
        if not isinstance(misfit, LabelMisspelt):
            continue
        args = {"label": printed(misfit.cell), "official": misfit.official}
        edits = tuple(Edit(span, content) for span, content in misfit.edits)
        if misfit.known:
            fix = Fix(edits, "safe", "改为“{official}”", args) if edits else None
            yield Finding(misfit.span, "“{label}”应为“{official}”。", args, fix=fix)
        else:
            if not edits and _stands_alone(report, misfit.cell):
                edits = (Edit(misfit.cell.span, misfit.official),)
            fix = Fix(edits, "unsafe", "改为“{official}”", args) if edits else None
            yield Finding(misfit.span, "“{label}”疑为“{official}”之误，请核对。", args, fix=fix)


def _stands_alone(report: Report, cell: Cell) -> bool:
    """Whether nothing else stands between the pieces of a label: those of a merged cell beside it are not replaced."""
    return fold(report.text[cell.start : cell.end]) == fold(cell.text)


@rule("GXF009", "label-variant", severity="info", basis=_BASIS, fixable="unsafe")
def label_variant(report: Report) -> Iterator[Finding]:
    """表头表述差异

    查什么
        表头、行名说的是规定的内容，但有增减：加了括号说明、省去了括号里的话、用了简称，或者漏了行名、表内的勾稽关系
        说明、整行表头。只有空格、换行、全角半角不同的不算。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号的表格。

    为什么
        表头是统一规定的，各写各的不便于比较和汇总。

    例
        错：
            | ⟦（二）部分公开⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        错：
            | ⟦行政规范性文件（本单位制发的）⟧ | 0 | 0 | 0 |
        对：
            | （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

    怎样改
        改成规定的用语。自动修改须经确认；加写的内容有金额单位的，不自动修改。

    何时忽略
        上级下发的表格就是这样写的。

    English
        Label worded differently. Something was added to the official label, left out or abbreviated, or the note on the
        balance is missing. White space and the width of characters do not count.
    """
    variants = [misfit for misfit in report.layout.misfits if isinstance(misfit, LabelVariant)]
    unnumbered = [misfit for misfit in variants if _lacks_number(misfit)]
    if len(unnumbered) > _MANY:
        yield _unnumbered(unnumbered)
        variants = [misfit for misfit in variants if not _lacks_number(misfit)]
    yield from map(_without_header, (one for one in report.layout.misfits if isinstance(one, HeaderMissing)))
    for misfit in variants:
        args = {"label": printed(misfit.cell), "official": misfit.official}
        if not misfit.cell.text:
            fix = Fix((Edit(misfit.span, misfit.official),), "unsafe", "补上“{official}”", args)
            yield Finding(
                misfit.span,
                "这里空着，规定的格式写有“{official}”。",
                args,
                fix=fix if _has_room(report.text, misfit.span.end) else None,
            )
            continue
        fix = Fix((Edit(misfit.span, misfit.official),), "unsafe", "改为“{official}”", args)
        message = "“{label}”与规定的“{official}”表述不同。"
        yield Finding(
            misfit.span,
            message,
            args,
            fix=None if _adds_unit(misfit) or not _stands_alone(report, misfit.cell) else fix,
        )


def _lacks_number(misfit: LabelVariant) -> bool:
    """Whether nothing but the number in front of the official label was left out."""
    said, official = fold(misfit.cell.text), fold(misfit.official)
    return bool(said) and official.endswith(said) and official[: -len(said)].rstrip(".").isdigit()


def _unnumbered(misfits: list[LabelVariant]) -> Finding:
    first = misfits[0]
    args = {"count": len(misfits), "label": printed(first.cell), "official": first.official}
    edits = tuple(Edit(misfit.span, misfit.official) for misfit in misfits)
    return Finding(
        first.span,
        "有 {count} 个行名省去了序号，如“{label}”应为“{official}”。",
        args,
        tuple(Related(one.span, "应为“{official}”", {"official": one.official}) for one in misfits[1:]),
        Fix(edits, "unsafe", "补上 {count} 个行名的序号", args),
    )


def _without_header(misfit: HeaderMissing) -> Finding:
    columns = list(dict.fromkeys(f"“{column.label}”" for column in misfit.table.form.columns))
    row = misfit.table.rows[0]
    span = row.label.span if row.label is not None else Span(row.span.start, row.span.start)
    return Finding(
        span,
        "{table}没有表头，看不出每一列填的是什么。请按规定的格式补上{columns}等栏目名称。",
        {"table": misfit.table.form.name, "columns": columns[:_MANY]},
    )


def _has_room(text: str, at: int) -> bool:
    """Whether a blank cell is there to write into: a figure does not follow at once."""
    return not text[at : at + 1].strip(" \t\r\n|\xa0\u3000")


def _adds_unit(misfit: LabelVariant) -> bool:
    """Whether the label says a unit of money that the form does not: without it the figures lose their meaning."""
    return "元" in misfit.cell.text and "元" not in misfit.official


@rule(
    "GXF010",
    "duplicate-header",
    severity="warning",
    basis=_BASIS,
    fixable="unsafe",
)
def duplicate_header(report: Report) -> Iterator[Finding]:
    """表头重复

    查什么
        表头有两格相同，而规定的格式在这里是两个不同的栏目。表四的“结果维持”等本来就出现三次，不算重复。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号的表格。

    为什么
        两栏同名，就不知道哪一栏的数字是什么，另有一栏却没有名称。

    例
        错：
            | 信息内容 | 本年制发件数 | ⟦本年制发件数⟧ | 现行有效件数 |
        对：
            | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |

    怎样改
        改成规定的栏目名，并核对该栏的数字填的是什么。自动修改须经确认。

    何时忽略
        不应忽略。

    English
        Header repeated. Two header cells are equal where the form has two different columns. The unsafe fix writes the
        name of the column that is missing.
    """
    for misfit in report.layout.misfits:
        if isinstance(misfit, HeaderRepeated):
            args = {"label": printed(misfit.cell), "official": misfit.official}
            fix = Fix((Edit(misfit.span, misfit.official),), "unsafe", "改为“{official}”", args)
            yield Finding(misfit.span, "表头“{label}”重复，这一格应为“{official}”，请一并核对该栏数字。", args, fix=fix)
