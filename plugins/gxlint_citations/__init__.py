"""Rules on the laws and notices a report cites (GXL)."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint import Rule, hookimpl
from gxlint_citations.form import annual_plan_year, number_brackets, statute_name
from gxlint_citations.notices import notice_prefix, notice_title_mismatch, outdated_notice


@hookimpl
def gxlint_rules() -> Iterable[Rule]:
    """The rules of this family."""
    return (outdated_notice, notice_title_mismatch, notice_prefix, number_brackets, annual_plan_year, statute_name)


__all__ = [
    "annual_plan_year",
    "gxlint_rules",
    "notice_prefix",
    "notice_title_mismatch",
    "number_brackets",
    "outdated_notice",
    "statute_name",
]
