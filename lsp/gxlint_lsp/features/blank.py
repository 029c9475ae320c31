"""The blank form in force, to be filled in."""

from __future__ import annotations

from lsprotocol import types as t

from gxlint.rule import Edit
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.edits import workspace_edit

COMMAND = "gxlint.insertBlankForm"
"""The command that inserts it. Arguments: the document's URI, a position (optional), the year (optional), the organ
(optional)."""

ORGAN = "（机关名称）"


def provide(
    analysis: Analysis, year: int, position: t.Position | None = None, organ: str = ORGAN
) -> t.WorkspaceEdit | None:
    """The edit that puts the blank form for reports on ``year`` in front of the line of ``position``, by default at the
    end of the document. Its tables have bars between the cells, so that blank ones can be seen. None where no form is
    in force for the year, and in a page with markup."""
    form = next((one for one in analysis.project.registry.forms if one.in_force(year)), None)
    if form is None or analysis.view is not None:
        return None
    from gxlint.drafting import MARKDOWN_TABLES, blank_report

    markdown = analysis.document.language_id == "markdown"
    text = blank_report(form, year, organ, MARKDOWN_TABLES, marked_headings=markdown)
    index = analysis.index
    if position is not None:
        at = index.starts[index.row(analysis.offset(position))]
    else:
        at = len(analysis.text)
        text = ("" if index.starts[-1] == at else "\n") + text
    return workspace_edit(analysis, [Edit(Span(at, at), text)])
