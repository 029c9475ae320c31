"""The settings that only an editor has: what is shown, and when. What is checked is settled by the project's settings,
which are the same for the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal, get_args

Hints = Literal["off", "totals", "touched", "all"]
Run = Literal["onType", "onSave"]
Workspace = Literal["onCommand", "always"]


@dataclass(frozen=True, slots=True)
class EditorOptions:
    """What the client's configuration says under ``gxlint``, beside the keys of a settings file.

    ``enable``: False switches all checks off. ``run``: check while typing, or on opening and saving alone. ``delay``:
    milliseconds of pause before a new finding on the line that is being typed is shown; 0 shows all at once.
    ``hints``: beside which figures the editor shows what they mean: none, wrong totals, the rows that were edited and
    totals, or all. ``lens``: whether lines above tables tell how the figures tally. ``max_size``: the size in
    characters above which a document is not checked, 0 for no limit. ``max_findings``: how many findings are shown
    for a document, 0 for all. ``rule_pages``: the address of the rules' pages, ``{code}`` standing for the rule; empty
    where there is none. ``workspace``: whether a client that asks for the findings of the whole workspace gets them
    at once, or only after the command that checks it.
    """

    enable: bool = True
    run: Run = "onType"
    delay: int = 800
    hints: Hints = "touched"
    lens: bool = True
    max_size: int = 8_000_000
    max_findings: int = 0
    rule_pages: str = ""
    workspace: Workspace = "onCommand"


KEYS: Mapping[str, str] = {
    "enable": "enable",
    "run": "run",
    "delay": "delay",
    "inlayHints": "hints",
    "codeLens": "lens",
    "maxSize": "max_size",
    "maxFindings": "max_findings",
    "rulePages": "rule_pages",
    "workspace": "workspace",
}
"""The names of the configuration, each with its field."""

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "run": get_args(Run),
    "hints": get_args(Hints),
    "workspace": get_args(Workspace),
}
_DEFAULTS = EditorOptions()


def read_options(values: Mapping[str, object]) -> tuple[EditorOptions, tuple[str, ...]]:
    """The options in a client's configuration, and the names of those whose value is none they can have: these keep
    their default. Names that are not the editor's own are passed over."""
    good: dict[str, object] = {}
    bad: list[str] = []
    for name, key in KEYS.items():
        value = values.get(name)
        if value is None:
            continue
        if _fits(key, value):
            good[key] = value
        else:
            bad.append(name)
    return EditorOptions(**good), tuple(bad)  # type: ignore[arg-type]


def _fits(key: str, value: object) -> bool:
    if key in _CHOICES:
        return value in _CHOICES[key]
    kinds = {one.name: type(getattr(_DEFAULTS, one.name)) for one in fields(EditorOptions)}
    if kinds[key] is str:
        return isinstance(value, str) and (not value or "{code}" in value)
    if kinds[key] is int:
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return isinstance(value, bool)
