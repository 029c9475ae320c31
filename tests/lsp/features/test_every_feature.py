"""Half-typed reports: whatever a document holds, every feature answers, and with places that lie in the document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random

import pytest
from lsprotocol import types as t
from lsprotocol.converters import get_converter

from gxlint.text import Unit
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.client import Client
from gxlint_lsp.features import (
    actions,
    blank,
    completion,
    diagnostics,
    folding,
    hints,
    hover,
    lens,
    links,
    preview,
    selection,
    state,
    symbols,
    tokens,
    totals,
)
from gxlint_lsp.options import EditorOptions
from tests.lsp.features.analysing import ABLE, UNITS, analyse, identifier, whole, written
from tests.writing import SHAPES

PIECES = (
    "𠮷",
    "\r\n",
    "\r",
    "\n",
    "\t",
    "|",
    "\x0c",
    "\u2028",
    "é",
    "0",
    "-1",
    "国办公开办函〔2021〕30号",
    "一、总体情况\n",
    "",
)
OPTIONS = EditorOptions(hints="all", rule_pages="https://example.org/{code}")


def worn(random: Random, text: str) -> str:
    """The text after a few careless edits."""
    for _ in range(random.randrange(1, 9)):
        start = random.randrange(len(text) + 1)
        end = min(len(text), start + random.choice((0, 0, 1, 2, 30, 300)))
        text = text[:start] + random.choice(PIECES) + text[end:]
    return text


def answers(analysis: Analysis, position: t.Position) -> Iterator[tuple[str, object]]:
    document = identifier(analysis)
    every = whole(analysis)
    asked: dict[str, Callable[[], object]] = {
        "diagnostics": lambda: diagnostics.provide(analysis),
        "actions": lambda: actions.provide(
            analysis, t.CodeActionParams(document, t.Range(position, position), t.CodeActionContext([]))
        ),
        "completion": lambda: completion.provide(analysis, t.CompletionParams(document, position)),
        "definition": lambda: totals.definition(analysis, t.DefinitionParams(document, position)),
        "highlights": lambda: totals.highlights(analysis, t.DocumentHighlightParams(document, position)),
        "references": lambda: totals.references(
            analysis, t.ReferenceParams(t.ReferenceContext(True), document, position)
        ),
        "folding": lambda: folding.provide(analysis),
        "hints": lambda: hints.provide(analysis, t.InlayHintParams(document, every)),
        "hover": lambda: hover.provide(analysis, t.HoverParams(document, position)),
        "lens": lambda: lens.provide(analysis),
        "links": lambda: links.provide(analysis),
        "preview": lambda: preview.provide(analysis),
        "state": lambda: state.provide(analysis),
        "selection": lambda: selection.provide(analysis, t.SelectionRangeParams(document, [position])),
        "symbols": lambda: symbols.provide(analysis),
        "tokens": lambda: tokens.provide(analysis),
        "blank": lambda: blank.provide(analysis, 2024, position),
    }
    for name, ask in asked.items():
        yield name, ask()


def positions(value: object) -> Iterator[tuple[int, int]]:
    if isinstance(value, dict):
        if value.keys() == {"line", "character"}:
            yield value["line"], value["character"]
        for one in value.values():
            yield from positions(one)
    elif isinstance(value, list):
        for one in value:
            yield from positions(one)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("client", [ABLE, Client()], ids=["able", "plain"])
def test_every_feature_answers_for_half_typed_reports(unit: Unit, client: Client) -> None:
    random = Random(f"{unit}{client.markdown}")
    converter = get_converter()
    for number in range(14):
        shape = SHAPES[number % len(SHAPES)]
        text = worn(random, written(shape, year=random.choice((2019, 2024)), end=random.choice(("\n", "\r\n"))))
        analysis = analyse(text, unit=unit, client=client, options=OPTIONS)
        position = analysis.position(random.randrange(len(text) + 1))
        for name, answer in answers(analysis, position):
            plain = json.loads(json.dumps(converter.unstructure(answer)))
            for line, character in positions(plain):
                place = t.Position(line, character)
                assert analysis.position(analysis.offset(place)) == place, (name, text)
