"""GXF001, GXF002: the form a report was made by, and the form it should have been made by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint import Cell, Edit, Finding, Fix, Form, LabelForeign, Message, Related, Report, rule
from gxlint_forms.drafts import figures_given_up, fix_of_migration, migration
from gxlint_forms.saying import printed

_MOST_NAMED = 4
_YEAR_SOURCES = {
    "title": Message("据标题"),
    "period": Message("据统计期限"),
    "name": Message("据文件名"),
    "setting": Message("据设置"),
}


@rule("GXF001", "outdated-form", severity="error", basis="国办公开办函〔2021〕30号", fixable="unsafe")
def outdated_form(report: Report) -> Iterator[Finding]:
    """使用旧版表格

    查什么
        2021年及以后的年度报告，表格却是2019年格式（试行）的：有“本年新制作数量”“上一年项目数量”“其他对外管理服务
        事项”“政府集中采购”等栏目。每份报告只提示一次；不知道报告年份时不提示。

    依据
        国办公开办函〔2021〕30号，自2021年度报告起执行；此前的2019、2020年度用国办公开办函〔2019〕60号的格式。

    为什么
        两版表格的栏目和含义不同，用旧表填的数无法汇总，公布后须重新填报。

    例
        错：
            （年份）2020
            青山县云岭镇人民政府2023年政府信息公开工作年度报告
            | 信息内容 | ⟦本年新制作数量⟧ | 本年新公开数量 | 对外公开总数量 |
        对：
            （年份）2020

    怎样改
        换用现行格式，重新统计填报。可以自动换表，须人工核对：表三、表四和处理决定数量等栏目相同的数字照抄；新增的行和
        栏目留空；“（六）其他处理”由一行变为三行，原数为 0 的三行都填 0，不为 0 的留空。旧表有而新表没有的数字，逐一
        列在修正说明里，请先抄下备查。行列不符、重复或没有单元格标记的表格不自动换。

    何时忽略
        不应忽略。如果报告年份认错了，请用设置指明年份。

    English
        Outdated form. A report on 2021 or a later year uses the tables of 2019. One finding for a report, and only when
        its year is known. The unsafe fix writes the tables of the form in force: figures whose column is the same move,
        what is new stays blank, and every figure without a certain place is listed in the fix's message.
    """
    used, required, year = report.layout.form, report.required, report.year
    if used is None or required is None or year is None or used.first_year >= required.first_year:
        return
    marks = [cell for key, cell in report.layout.forms_seen if key == used.key]
    if not marks:
        return
    moving = migration(report, required)
    yield Finding(
        marks[0].span,
        "本报告的年份是 {year} 年（{source}），应使用{number}的表格，但表格是{old_number}的（有{marks}）。"
        "请换用现行表格重新填报。",
        {
            "year": year.value,
            "source": _YEAR_SOURCES[year.source],
            "number": required.document_number,
            "old_number": used.document_number,
            "marks": _named(marks),
        },
        related=(*_others(marks[1:]), *(figures_given_up(moving) if moving else ())),
        fix=fix_of_migration(moving, required) if moving else None,
    )


@rule("GXF002", "mixed-form", severity="warning", basis="国办公开办函〔2019〕60号、〔2021〕30号", fixable="unsafe")
def mixed_form(report: Report) -> Iterator[Finding]:
    """新旧表格混用

    查什么
        一份报告里既有现行格式、又有另一版格式的表格或栏目，如2021年以后的表里写“规范性文件”而不是“行政规范性文件”；
        2019、2020年度的报告提前用了2021年格式。整份都是旧版的，由 GXF001 提示。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号。

    为什么
        栏目混用说明表格是拼凑或手工改成的，数字的口径不清。

    例
        错：
            | ⟦规范性文件⟧ | 0 | 0 | 0 |
        对：
            （年份）2020
            | 规范性文件 | 0 | 0 | 0 |

    怎样改
        统一换成该年度应用的格式。只有行名不同时，须人工核对的修正会换成正确的行名；混入的旧版栏目都是 0 或空白时，会
        换成现行的表格；其他情形须重新填报。

    何时忽略
        不应忽略。

    English
        Old and new form mixed. Labels or whole tables of another form stand among those of the form in force, or the
        form of 2021 is used for an earlier year. The unsafe fix replaces names of rows, and writes the tables of the
        form in force where what is old holds no figure but 0.
    """
    wanted = report.required or report.layout.form
    used = report.layout.form
    if wanted is None or used is None or used.first_year < wanted.first_year:
        return
    foreign = [
        misfit for misfit in report.layout.misfits if isinstance(misfit, LabelForeign) and misfit.form_key != wanted.key
    ]
    marks = [cell for key, cell in report.layout.forms_seen if key != wanted.key]
    cells = sorted({*marks, *(misfit.cell for misfit in foreign)}, key=lambda cell: cell.start)
    if not cells:
        return
    args: dict[str, object] = {"number": wanted.document_number, "marks": _named(cells)}
    related = _others(cells[1:])
    if report.year is not None and report.required is not None:
        args |= {"year": report.year.value, "source": _YEAR_SOURCES[report.year.source]}
        message = (
            "本报告的年份是 {year} 年（{source}），应使用{number}的表格，其中却有另一版表格的栏目：{marks}。"
            "请统一为应使用的表格。"
        )
    else:
        message = "表格按{number}填写，其中却有另一版表格的栏目：{marks}。请统一为一种表格。"
    fix = _relabelling(foreign) if len(foreign) == len(cells) else _plain_migration(report, wanted)
    yield Finding(cells[0].span, message, args, related, fix)


def _plain_migration(report: Report, wanted: Form) -> Fix | None:
    """The tables on the newer form, where no figure but 0 is given up."""
    if any(key > wanted.key for key, _ in report.layout.forms_seen):
        return None
    moving = migration(report, wanted)
    return fix_of_migration(moving, wanted) if moving and not moving.left else None


def _relabelling(foreign: Sequence[LabelForeign]) -> Fix | None:
    if any(misfit.role != "row" or not misfit.official for misfit in foreign):
        return None
    edits = tuple(Edit(misfit.cell.span, misfit.official) for misfit in foreign)
    return Fix(edits, "unsafe", "改为“{official}”", {"official": foreign[0].official})


def _named(cells: Sequence[Cell]) -> list[str]:
    labels = list(dict.fromkeys(f"“{printed(cell)}”" for cell in cells))
    return labels[:_MOST_NAMED]


def _others(cells: Sequence[Cell]) -> tuple[Related, ...]:
    return tuple(Related(cell.span, "另一版表格的栏目“{label}”", {"label": printed(cell)}) for cell in cells)
