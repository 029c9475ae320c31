"""Rules on a report's agreement with itself (GXC)."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint import Rule, hookimpl
from gxlint_consistency.organ_name import organ_name


@hookimpl
def gxlint_rules() -> Iterable[Rule]:
    """The rules of this family."""
    return (organ_name,)


__all__ = [
    "gxlint_rules",
    "organ_name",
]
