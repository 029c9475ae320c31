"""Document links."""

from __future__ import annotations

import pytest

from gxlint.text import Unit
from gxlint_lsp.features import links
from gxlint_lsp.options import EditorOptions
from tests.lsp.features.analysing import UNITS, analyse, printed, written

PAGES = EditorOptions(rule_pages="https://example.org/{code}.md")


@pytest.mark.parametrize("unit", UNITS)
def test_codes_of_rules_lead_to_their_pages(unit: Unit) -> None:
    text = written().replace(
        "一、总体情况\n", "一、总体情况\n𠮷：见GXT003、GXM001，不见XGXT003、GXT0031和GXZ999。\n", 1
    )
    analysis = analyse(text, options=PAGES, unit=unit)
    found = links.provide(analysis)
    assert [(printed(analysis, one.range), one.target) for one in found] == [
        ("GXT003", "https://example.org/GXT003.md"),
        ("GXM001", "https://example.org/GXM001.md"),
    ]
    assert found[0].tooltip == "GXT003 row-total  行总计"


def test_without_an_address_there_are_no_links() -> None:
    text = written().replace("一、总体情况\n", "一、总体情况\n见GXT003和国办公开办函〔2021〕30号。\n", 1)
    assert links.provide(analyse(text)) == []


def test_what_is_no_report_has_no_links() -> None:
    assert links.provide(analyse("见GXT003。\n", options=PAGES)) == []
