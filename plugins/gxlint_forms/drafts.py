"""The fixes that write what is missing: the form in force, a table, a row. All of them need a person's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint import Edit, Fix, Form, Message, Related, Report, RowMissing, Section

if TYPE_CHECKING:
    from gxlint import Migration


_MOST_GAPS = 50
"""A report with more gaps than this in its tables is damaged in another way than by rows left out."""


def migration(report: Report, form: Form) -> Migration | None:
    """The tables of the report on ``form``; None where the outcome would not be certain."""
    from gxlint import migrate

    return migrate(report, form)


def fix_of_migration(moving: Migration, form: Form) -> Fix:
    """The fix that puts the new tables in place. Its message lists every figure that is given up."""
    lost: Message | str = ""
    if moving.left:
        figures = [f"{one.place} {one.text}" for one in moving.left]
        lost = Message("；以下数字在新表格中没有确定的位置，不再保留，请抄下备查：{figures}", {"figures": figures})
    zeros: Message | str = ""
    if moving.zeros:
        zeros = Message("；另有 {count} 格为 0 或斜杠的旧栏目一并去掉", {"count": len(moving.zeros)})
    return Fix(
        tuple(Edit(draft.span, draft.text) for draft in moving.drafts),
        "unsafe",
        "换成{number}的表格：栏目相同的 {moved} 格照抄，新增的行和栏目留空待填{lost}{zeros}",
        {"number": form.document_number, "moved": moving.moved, "lost": lost, "zeros": zeros},
        announce=bool(moving.left),
    )


def figures_given_up(moving: Migration) -> tuple[Related, ...]:
    """The places of the figures that the migration gives up."""
    message = "换表后这个数没有确定的位置：{place} {figure}"
    return tuple(Related(one.span, message, {"place": one.place, "figure": one.text}) for one in moving.left)


def fix_of_section(report: Report, section: Section) -> Fix:
    """The fix that writes the blank tables of a section that has none."""
    from gxlint import draft_section_tables

    form = report.required or report.form
    draft = draft_section_tables(report, section, form)
    message = "插入{number}的空白表格，单元格留空待填"
    return Fix((Edit(draft.span, draft.text),), "unsafe", message, {"number": form.document_number})


def fix_of_rows(report: Report, missing: RowMissing) -> Fix | None:
    """The fix that writes missing rows, or a missing table beside others; None where their place is not certain."""
    from gxlint import draft_item, draft_rows

    if sum(isinstance(misfit, RowMissing) for misfit in report.layout.misfits) > _MOST_GAPS:
        return None
    draft = draft_rows(report, missing) if missing.table.rows else draft_item(report, missing)
    if draft is None:
        return None
    edits = (Edit(draft.span, draft.text),)
    if not missing.table.rows:
        return Fix(edits, "unsafe", "插入空白的{table}，单元格留空待填", {"table": missing.table.form.name})
    return Fix(edits, "unsafe", "插入 {count} 行空白行，单元格留空待填", {"count": len(missing.rows)})
