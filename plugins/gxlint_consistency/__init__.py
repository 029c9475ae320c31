"""Rules on a report's agreement with itself (GXC)."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint import Rule, hookimpl
from gxlint_consistency.cases import narrative_review
from gxlint_consistency.documents import regulation_count, unqualified_regulation
from gxlint_consistency.fees import fee_contradiction
from gxlint_consistency.foreign_organ import foreign_organ
from gxlint_consistency.organ_name import organ_name
from gxlint_consistency.outcome_sum import outcome_sum
from gxlint_consistency.period import statistical_period
from gxlint_consistency.repeated import repeated_figure
from gxlint_consistency.requests import narrative_outcome, narrative_received, narrative_zero
from gxlint_consistency.shares import percentage
from gxlint_consistency.sums import breakdown_sum
from gxlint_consistency.years import report_year


@hookimpl
def gxlint_rules() -> Iterable[Rule]:
    """The rules of this family."""
    return (
        report_year,
        statistical_period,
        narrative_received,
        narrative_zero,
        narrative_outcome,
        narrative_review,
        breakdown_sum,
        percentage,
        repeated_figure,
        fee_contradiction,
        unqualified_regulation,
        organ_name,
        foreign_organ,
        regulation_count,
        outcome_sum,
    )


__all__ = [
    "breakdown_sum",
    "fee_contradiction",
    "foreign_organ",
    "gxlint_rules",
    "narrative_outcome",
    "narrative_received",
    "narrative_review",
    "narrative_zero",
    "organ_name",
    "outcome_sum",
    "percentage",
    "regulation_count",
    "repeated_figure",
    "report_year",
    "statistical_period",
    "unqualified_regulation",
]
