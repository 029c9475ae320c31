"""GXF004 to GXF007: rows of the wrong width, missing, unknown, or in another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gxlint import Finding, LaidRow, Misfit, Related, Report, RowMissing, RowMoved, RowUnknown, RowWidth, Span, rule
from gxlint_forms.drafts import fix_of_rows
from gxlint_forms.saying import printed, row_name

_BASIS = "国办公开办函〔2019〕60号、〔2021〕30号的表格"
_MOST_NAMED = 4


@rule("GXF004", "row-width", severity="error", basis=_BASIS)
def row_width(report: Report) -> Iterator[Finding]:
    """行列数不符

    查什么
        一行数据单元格的个数与规定的格式不同。连续多行同样不符的只提示一次；这些行不再核对勾稽关系。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号的表格：表三每行七个数，表四一行十五个数，表二各项见格式。

    为什么
        少了或多了单元格，就不知道每个数属于哪一列，无法核对，也无法汇总。

    例
        错：
            | ⟦（一）予以公开⟧ | 0 | 0 | 0 | 0 | 0 |
        对：
            | （一）予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

    怎样改
        对照表头补齐或删去单元格，没有发生的填 0。不能自动修改，因为不知道缺的是哪一列。

    何时忽略
        不应忽略。

    English
        Wrong number of cells. A row has more or fewer cells for figures than the form. One finding for a run of rows;
        their sums are not checked.
    """
    for misfit in report.layout.misfits:
        if not isinstance(misfit, RowWidth):
            continue
        table, rows = misfit.table, misfit.rows
        args = {
            "table": table.form.name,
            "first": row_name(rows[0].form, table),
            "last": row_name(rows[-1].form, table),
            "count": len(rows),
            "actual": misfit.actual,
            "expected": misfit.expected,
        }
        if not rows[0].form.name:
            message = (
                "{table}的数据有 {actual} 个单元格，格式规定 {expected} 个；没有核对勾稽关系。请对照表头补齐或删去。"
            )
        elif len(rows) == 1:
            message = (
                "{table}“{first}”行有 {actual} 个数据单元格，格式规定 {expected} 个；这一行没有核对勾稽关系。"
                "请对照表头补齐或删去。"
            )
        else:
            message = (
                "{table}从“{first}”到“{last}”共 {count} 行，每行有 {actual} 个数据单元格，格式规定 {expected} 个；"
                "这些行没有核对勾稽关系。请对照表头补齐或删去。"
            )
        related = (Related(_point(rows[-1]), "到这一行为止"),) if len(rows) > 1 else ()
        yield Finding(_point(rows[0]), message, args, related)


def _point(row: LaidRow) -> Span:
    """Where to point: the label, or the cells of a row without one."""
    return row.label.span if row.label is not None else row.span


@rule("GXF005", "row-missing", severity="error", basis=_BASIS, fixable="unsafe")
def row_missing(report: Report) -> Iterator[Finding]:
    """缺行

    查什么
        规定的表格里的行，报告没有。相连的几行只提示一次；表二整项缺少的，也在此提示。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号的表格。

    为什么
        缺行的表无法核对，也无法汇总；没有发生的也要保留该行并填 0。

    例
        错：
            （删去）2.重复申请
            | 1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0⟦⟧ |
        对：
            | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

    怎样改
        在指出的位置补上缺少的行，没有发生的填 0。须人工核对的修正插入空白行或空白表格；没有单元格标记的表格、行序
        打乱的表格不自动插入。

    何时忽略
        不应忽略。

    English
        Row of the form is missing. Rows that stand together in the form give one finding; so does a whole item of
        section two.
    """
    strangers: dict[int, list[RowUnknown]] = {}
    for misfit in report.layout.misfits:
        if isinstance(misfit, RowUnknown):
            strangers.setdefault(id(misfit.table), []).append(misfit)
    for misfit in report.layout.misfits:
        if isinstance(misfit, RowMissing) and not misfit.table.rows:
            yield replace(_missing_table(misfit), fix=fix_of_rows(report, misfit))
        elif isinstance(misfit, RowMissing):
            stranger = _in_place_of(misfit, strangers.get(id(misfit.table), ()))
            fix = fix_of_rows(report, misfit) if stranger is None else None
            yield replace(_missing_rows(misfit, stranger), fix=fix)


def _missing_table(misfit: RowMissing) -> Finding:
    table = misfit.table
    captions = table.form.captions or (table.form.name,)
    rows = [f"“{row_name(row, table)}”" for row in misfit.rows[:_MOST_NAMED]]
    message = "缺少{table}“{caption}”，其中应有{rows}。请补上，没有发生的填 0。"
    return Finding(misfit.span, message, {"table": table.form.name, "caption": captions[0], "rows": rows})


def _missing_rows(misfit: RowMissing, stranger: RowUnknown | None) -> Finding:
    table = misfit.table
    args: dict[str, object] = {
        "table": table.form.name,
        "rows": [f"“{row_name(row, table)}”" for row in misfit.rows[:_MOST_NAMED]],
        "count": len(misfit.rows),
        "after": row_name(misfit.after.form, table) if misfit.after else "",
    }
    if stranger is not None and stranger.repeated is not None:
        args["again"] = row_name(stranger.repeated, table)
        message = "{table}缺少{rows}行，这里却又是“{again}”行。请核对这一行的行名和数字。"
        return Finding(stranger.span, message, args, cause=("row-gap", stranger.span.start))
    if stranger is not None and stranger.label is not None:
        label = printed(stranger.label)
        message = "{table}缺少{rows}行，这里是规定的格式没有的“{label}”。请改成规定的行名。"
        return Finding(stranger.span, message, {**args, "label": label}, cause=("row-gap", stranger.span.start))
    if misfit.after is None:
        message = "{table}开头缺少 {count} 行：{rows}。请补上，没有发生的填 0。"
    elif len(misfit.rows) > _MOST_NAMED:
        message = "{table}缺少 {count} 行（{rows}等），应在“{after}”之后。请补上，没有发生的填 0。"
    else:
        message = "{table}缺少 {count} 行：{rows}，应在“{after}”之后。请补上，没有发生的填 0。"
    return Finding(misfit.span, message, args)


def _in_place_of(misfit: RowMissing, strangers: Sequence[RowUnknown]) -> RowUnknown | None:
    """The row that stands where one row of the form is missing: most likely that row under another name, its own or
    that of the row before. ``strangers`` are the rows of the table that the form has not, or has only once."""
    if len(misfit.rows) > 1:
        return None
    start = misfit.span.start
    behind = (row.span.start for row in misfit.table.rows if row.span.start > start)
    next_row = min(behind, default=None)
    between = [
        other for other in strangers if other.span.start >= start and (next_row is None or other.span.start <= next_row)
    ]
    return between[0] if len(between) == 1 else None


@rule("GXF006", "row-unknown", severity="info", basis=_BASIS)
def row_unknown(report: Report) -> Iterator[Finding]:
    """多出行

    查什么
        表格里有规定的格式没有的行，或者同一行出现两次。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号的表格。

    为什么
        多出的行不进入总计，容易使总计对不上。

    例
        错：
            | 行政规范性文件 | 0 | 0 | 0 |
            | ⟦其他主动公开文件⟧ | 12 | 0 | 12 |
        对：
            | 行政规范性文件 | 0 | 0 | 0 |

    怎样改
        确属本省统一增加的，保留；否则并入规定的行后删去。不能自动修改。

    何时忽略
        本省、本市的通知要求增加该行。

    English
        Row the form does not have. Some provinces add rows, hence only advice; the same row twice is told here as well.
    """
    for misfit in report.layout.misfits:
        if not isinstance(misfit, RowUnknown):
            continue
        table = misfit.table
        label = printed(misfit.label) if misfit.label is not None else ""
        if misfit.repeated is not None:
            args = {"table": table.form.name, "row": row_name(misfit.repeated, table)}
            message = "{table}里“{row}”行出现了两次，这一行没有计入。请删去多余的一行。"
            yield Finding(misfit.span, message, args, cause=("row-gap", misfit.span.start), rank=1)
        elif label:
            args = {"table": table.form.name, "label": label}
            message = "{table}的规定格式没有“{label}”行，没有核对。如不是上级统一增加的，请删去。"
            yield Finding(misfit.span, message, args, cause=("row-gap", misfit.span.start), rank=1)
        else:
            args = {"table": table.form.name}
            yield Finding(misfit.span, "{table}多出一行没有行名的数据，没有核对。请补上行名或删去。", args)


@rule("GXF007", "row-order", severity="warning", basis=_BASIS)
def row_order(report: Report) -> Iterator[Finding]:
    """行序不符

    查什么
        表格的行与规定格式的次序不同。相连移动的几行只提示一次。数字按行名核对，不受次序影响。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号的表格。

    为什么
        汇总常按位置取数，次序不同就会取错行。

    例
        错：
            （删去）2.重复申请
            | 4.无正当理由大量反复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
            | ⟦2.重复申请⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        对：
            | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

    怎样改
        把这一行移到指出的位置。不能自动修改。

    何时忽略
        不应忽略。

    English
        Rows in another order than in the form. Rows moved together give one finding. Figures are checked by the names
        of their rows all the same.
    """
    for run in _runs(report.layout.misfits):
        first = run[0]
        table = first.table
        names = [f"“{row_name(one.row.form, table)}”" for one in run]
        args: dict[str, object] = {"table": table.form.name, "rows": names}
        if first.follows is None:
            message = "{table}的{rows}行次序不对，应在最前面。请按规定的次序排列。"
        else:
            args["follows"] = row_name(first.follows, table)
            message = "{table}的{rows}行次序不对，应紧接在“{follows}”之后。请按规定的次序排列。"
        yield Finding(first.span, message, args)


def _runs(misfits: Sequence[Misfit]) -> Iterator[list[RowMoved]]:
    """Moved rows that follow each other in the report as they do in the form."""
    run: list[RowMoved] = []
    for misfit in misfits:
        if not isinstance(misfit, RowMoved):
            continue
        if run and not _follow_each_other(run[-1], misfit):
            yield run
            run = []
        run.append(misfit)
    if run:
        yield run


def _follow_each_other(one: RowMoved, other: RowMoved) -> bool:
    if one.table is not other.table or other.follows is None or other.follows.key != one.row.form.key:
        return False
    rows = one.table.rows
    return rows.index(other.row) == rows.index(one.row) + 1
