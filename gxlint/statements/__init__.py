"""Statements: what the prose of a report says about quantities, read once for all rules that compare it."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.report import Report
from gxlint.statements.model import OUTCOMES, Holder, Passage, Period, Quantity, Sentence, Statement, Topic

_passages: tuple[Report, tuple[Passage, ...]] | None = None
_sentences: tuple[Report, tuple[Sentence, ...]] | None = None
"""The report asked about last: the rules of a run ask one after the other about the same one."""

# What reads is loaded when it is first asked: many runs look at no report.


def read_passages(report: Report) -> tuple[Passage, ...]:
    """The paragraphs of a report's prose as a reader takes them in: wrapped lines put together, white space left out,
    every place mapped back."""
    global _passages  # noqa: PLW0603 - a memory of one, replaced as a whole
    known = _passages
    if known is None or known[0] is not report:
        from gxlint.statements.passage import passages

        known = _passages = (report, tuple(passages(report)))
    return known[1]


def read_sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences of a report's prose that hold a quantity or say that there was none, in order."""
    global _sentences  # noqa: PLW0603 - as above
    known = _sentences
    if known is None or known[0] is not report:
        from gxlint.statements.read import read

        known = _sentences = (report, read(report, read_passages(report)))
    return known[1]


def quantities(text: str) -> Iterator[Quantity]:
    """The numbers with a unit in a text without white space, in order."""
    from gxlint.statements import quantity

    return quantity.quantities(text)


def read_statements(report: Report) -> Iterator[Statement]:
    """Every statement of a report's prose, in order; those that nothing is known of but their quantity included."""
    for sentence in read_sentences(report):
        yield from sentence.statements


__all__ = [
    "OUTCOMES",
    "Holder",
    "Passage",
    "Period",
    "Quantity",
    "Sentence",
    "Statement",
    "Topic",
    "quantities",
    "read_passages",
    "read_sentences",
    "read_statements",
]
