"""The blank form in force, to be filled in."""

from __future__ import annotations

from lsprotocol import types as t

from gxlint.report import Form, FormTable
from gxlint.rule import Edit
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.edits import workspace_edit
from gxlint_lsp.features.notices import Notice

COMMAND = "gxlint.insertBlankForm"
"""The command that inserts it. Arguments: the document's URI, a position (optional), the year (optional)."""

ORGAN = "（机关名称）"


def provide(
    analysis: Analysis, year: int, position: t.Position | None = None, organ: str = ORGAN
) -> t.WorkspaceEdit | None:
    """The edit that puts the blank form for reports on ``year`` in front of the line of ``position``, by default at the
    end of the document. None where no form is in force for the year."""
    form = next((one for one in analysis.project.registry.forms if one.in_force(year)), None)
    if form is None:
        return None
    index = analysis.index
    if position is not None:
        at = index.starts[index.row(analysis.offset(position))]
        text = blank_report(form, year, organ)
    else:
        at = len(analysis.text)
        text = ("" if index.starts[-1] == at else "\n") + blank_report(form, year, organ)
    return workspace_edit(analysis, [Edit(Span(at, at), text)])


def blank_report(form: Form, year: int, organ: str = ORGAN) -> str:
    """A report with title, preface, the headings of the six parts and the official tables without figures, as
    Markdown."""
    notice = Notice(form.document_number, form.notice, form)
    lines = [
        f"{organ}{year}年政府信息公开工作年度报告",
        "",
        f"根据《中华人民共和国政府信息公开条例》第五十条和{notice.cited}的规定，编制本报告。{period(year)}",
        "",
    ]
    for section in form.sections:
        lines += [section.title, ""]
        for table in form.tables:
            if table.section == section.key:
                lines += [*blank_table(table), ""]
    return "\n".join(lines)


def blank_table(table: FormTable) -> list[str]:
    """The rows of a table as the form prints it, its cells for figures blank, as Markdown."""
    from gxlint.testing.sample import table_lines

    return list(
        table_lines(table, {(table.key, row.key, column.key): "" for row in table.rows for column in table.columns})
    )


def period(year: int) -> str:
    """The sentence on the statistical period."""
    return f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
