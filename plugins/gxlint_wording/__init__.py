"""Rules on wording and typing (GXW)."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint import Rule, hookimpl
from gxlint_wording.constructions import mixed_construction
from gxlint_wording.contacts import contact_format
from gxlint_wording.doubled import doubled_word
from gxlint_wording.endings import unterminated_sentence
from gxlint_wording.marks import doubled_punctuation, unbalanced_pair
from gxlint_wording.personal import personal_data
from gxlint_wording.punctuation import halfwidth_punctuation
from gxlint_wording.terms import relative_year, term_consistency
from gxlint_wording.typos import typo
from gxlint_wording.whitespace import stray_whitespace


@hookimpl
def gxlint_rules() -> Iterable[Rule]:
    """The rules of this family."""
    return (
        halfwidth_punctuation,
        doubled_punctuation,
        unbalanced_pair,
        unterminated_sentence,
        stray_whitespace,
        typo,
        doubled_word,
        mixed_construction,
        term_consistency,
        relative_year,
        personal_data,
        contact_format,
    )


__all__ = [
    "contact_format",
    "doubled_punctuation",
    "doubled_word",
    "gxlint_rules",
    "halfwidth_punctuation",
    "mixed_construction",
    "personal_data",
    "relative_year",
    "stray_whitespace",
    "term_consistency",
    "typo",
    "unbalanced_pair",
    "unterminated_sentence",
]
