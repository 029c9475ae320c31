"""Rules on the title and the six parts of a report (GXS)."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint import Rule, hookimpl
from gxlint_sections.empty import empty_section
from gxlint_sections.numbering import heading_numbering
from gxlint_sections.parts import duplicate_section, legacy_section_name, missing_section, section_order
from gxlint_sections.title import title_format, title_missing


@hookimpl
def gxlint_rules() -> Iterable[Rule]:
    """The rules of this family."""
    return (
        missing_section,
        section_order,
        duplicate_section,
        empty_section,
        heading_numbering,
        title_missing,
        title_format,
        legacy_section_name,
    )


__all__ = [
    "duplicate_section",
    "empty_section",
    "gxlint_rules",
    "heading_numbering",
    "legacy_section_name",
    "missing_section",
    "section_order",
    "title_format",
    "title_missing",
]
