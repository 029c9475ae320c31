"""Whether a document was checked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gxlint.testing import sample
from gxlint_lsp.analysis import Skipped
from gxlint_lsp.features import state
from tests.lsp.features.analysing import analyse, with_figure


def test_findings_are_counted_by_severity() -> None:
    analysis = analyse(with_figure(sample(fill="figures"), "review", "cases", "review.total", "4"), version=5)
    found = state.provide(analysis)
    assert (found["state"], found["version"]) == ("checked", 5)
    counts = found["findings"]
    assert isinstance(counts, dict)
    assert set(counts) == {"error", "warning", "info"}
    assert sum(counts.values()) == len(analysis.findings) > 0


def test_a_report_in_order_was_checked_and_a_letter_is_no_report() -> None:
    assert state.state_of(analyse(sample())) == "checked"
    assert state.state_of(analyse("一封信\n")) == "noReport"


@pytest.mark.parametrize("reason", ["off", "excluded", "tooLarge"])
def test_what_was_not_looked_at_is_not_in_order(reason: Skipped) -> None:
    assert state.state_of(replace(analyse(sample()), skipped=reason)) == reason
