"""Edits between two texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gxlint.fixes import apply
from gxlint_lsp.features.edits import difference

LINES = st.lists(st.sampled_from(["甲", "乙丙", "𠮷", "", "\t3", "\r", "甲乙丙丁"]), max_size=8).map("\n".join)


@given(LINES, LINES)
def test_the_difference_makes_one_text_of_the_other(before: str, after: str) -> None:
    made = before
    for edit in sorted(difference(before, after), key=lambda one: one.span, reverse=True):
        made = made[: edit.span.start] + edit.content + made[edit.span.end :]
    assert made == after


def test_only_what_differs_is_touched() -> None:
    before = "一\n二二二\n三\n"
    (edit,) = difference(before, "一\n二22二\n三\n")
    assert before[edit.span.start : edit.span.end] == "二"
    assert edit.content == "22"
    assert apply(before, [edit]) == "一\n二22二\n三\n"
