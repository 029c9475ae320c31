"""Rules on the title and the six parts of a report (GXS)."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint import Rule, hookimpl
from gxlint_sections.aspects import (
    assessment_missing,
    fee_statement_missing,
    overview_aspects,
    overview_length,
)
from gxlint_sections.counts import part_count, problem_measure_count
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
        overview_aspects,
        overview_length,
        assessment_missing,
        fee_statement_missing,
        part_count,
        problem_measure_count,
    )


__all__ = [
    "assessment_missing",
    "duplicate_section",
    "empty_section",
    "fee_statement_missing",
    "gxlint_rules",
    "heading_numbering",
    "legacy_section_name",
    "missing_section",
    "overview_aspects",
    "overview_length",
    "part_count",
    "problem_measure_count",
    "section_order",
    "title_format",
    "title_missing",
]
