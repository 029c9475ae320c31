"""The fix that writes headings a report lacks."""

from __future__ import annotations

from collections.abc import Sequence

from gxlint import Edit, Fix, FormSection, Report
from gxlint_sections.structure import body_sections


def fix_of_headings(report: Report, parts: Sequence[FormSection]) -> Fix:
    """The fix that puts the headings of these parts in their places, in the style of the report's other headings."""
    from gxlint import draft_headings

    drafts = draft_headings(report, parts, body_sections(report))
    return Fix(
        tuple(Edit(draft.span, draft.text) for draft in drafts),
        "unsafe",
        "在应有的位置插入标题{titles}，正文另行补写",
        {"titles": [f"“{part.title}”" for part in parts]},
    )
