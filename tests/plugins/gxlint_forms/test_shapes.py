"""Consistent reports in every shape a converter writes: the tables are right, whatever they look like."""

from __future__ import annotations

from hypothesis import given, settings

from tests.plugins.gxlint_forms.reports import found_in, told
from tests.writing.strategies import Written, written_reports


@settings(max_examples=60, deadline=None)
@given(written_reports())
def test_a_right_table_in_any_shape_has_no_finding(written: Written) -> None:
    assert [(one.code, told(one)) for one in found_in(written.text)] == []
