"""Pages of rules."""

from __future__ import annotations

from gxlint_lsp.features.pages import page, page_url, sections_of, summary
from gxlint_lsp.options import EditorOptions
from tests.lsp.features.analysing import analyse, project, written


def test_every_rule_has_a_summary_and_a_page_in_both_languages() -> None:
    for language, word in (("zh", "查什么"), ("en", "English")):
        analysis = analyse(written(), language=language)  # type: ignore[arg-type]
        for rule in project().registry.rules.values():
            said = summary(analysis, rule, markdown=True)
            assert said.startswith(f"**{rule.code}** `{rule.name}` ")
            assert len(said) > len(rule.code) + len(rule.name) + 20
            whole = page(analysis, rule)
            assert whole.startswith(f"# {rule.code} {rule.name}")
            assert f"## {word}" in whole or language == "en"


def test_the_sections_of_a_page_lose_their_margin() -> None:
    sections = sections_of("题目\n\n查什么\n    第一行\n    第二行\n\n例\n    错：\n        | 1 |")
    assert sections == {"": "题目", "查什么": "第一行\n第二行", "例": "错：\n    | 1 |"}


def test_examples_are_code() -> None:
    analysis = analyse(written())
    rule = analysis.rule("GXT003")
    assert rule is not None
    lines = page(analysis, rule).split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("    |"))
    assert lines[at - 1] == ""


def test_an_unknown_rule_has_no_address() -> None:
    analysis = analyse(written(), options=EditorOptions(rule_pages="x:{code}"))
    assert page_url(analysis, "GXT003") == "x:GXT003"
    assert page_url(analysis, "ACME001") is None
