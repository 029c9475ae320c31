"""Rules on what conversion, web pages and templates leave behind in a report (GXM)."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint import Rule, hookimpl
from gxlint_markup.leftovers import annex_mark_leftover, template_instruction_left, web_chrome
from gxlint_markup.page_numbers import page_number_residue
from gxlint_markup.placeholders import placeholder_left
from gxlint_markup.stray_markup import stray_markup


@hookimpl
def gxlint_rules() -> Iterable[Rule]:
    """The rules of this family."""
    return (
        stray_markup,
        page_number_residue,
        annex_mark_leftover,
        web_chrome,
        template_instruction_left,
        placeholder_left,
    )


__all__ = [
    "annex_mark_leftover",
    "gxlint_rules",
    "page_number_residue",
    "placeholder_left",
    "stray_markup",
    "template_instruction_left",
    "web_chrome",
]
