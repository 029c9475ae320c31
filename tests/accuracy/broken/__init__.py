"""Defects to put into reports that are in order, by the rule that is for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.accuracy.broken import figures, sections, statements, tables, words
from tests.accuracy.places import Injector

INJECTORS: Mapping[str, Sequence[Injector]] = dict(
    sorted(
        {
            **figures.INJECTORS,
            **sections.INJECTORS,
            **statements.INJECTORS,
            **tables.INJECTORS,
            **words.INJECTORS,
        }.items()
    )
)
"""Code of the rule → its defects, which take turns."""
