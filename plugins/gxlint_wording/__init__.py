"""Rules on wording and typing (GXW)."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint import Rule, hookimpl
from gxlint_wording.punctuation import halfwidth_punctuation
from gxlint_wording.typos import typo
from gxlint_wording.whitespace import stray_whitespace


@hookimpl
def gxlint_rules() -> Iterable[Rule]:
    """The rules of this family."""
    return (halfwidth_punctuation, stray_whitespace, typo)


__all__ = [
    "gxlint_rules",
    "halfwidth_punctuation",
    "stray_whitespace",
    "typo",
]
