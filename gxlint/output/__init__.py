"""Output formats: a run → lines of text. One module a format, each with ``render(run, style)``.

A plugin's format is an object with ``name`` and ``render``, given to the hook ``gxlint_outputs``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from gxlint.language import Language
from gxlint.output.told import (
    NOWHERE,
    FileOutcome,
    Place,
    Run,
    Teller,
    ToldEdit,
    ToldFinding,
    ToldFix,
    ToldRelated,
    ToldRule,
    counts,
)


@dataclass(frozen=True, slots=True)
class Style:
    """How to write for the place where the output goes: the language, with colour or not, all characters or only those
    of ASCII, with a summary or not where nothing was found."""

    language: Language = "zh"
    color: bool = False
    unicode: bool = True
    quiet: bool = False


class Output(Protocol):
    """An output format. ``render`` yields pieces of text, line ends included."""

    @property
    def name(self) -> str:
        """The name, as typed by a person: ``json``."""
        ...

    def render(self, run: Run, style: Style) -> Iterator[str]:
        """The whole output of a run."""
        ...


_BUNDLED = {
    "text": "gxlint.output.text",
    "concise": "gxlint.output.concise",
    "json": "gxlint.output.json",
    "github": "gxlint.output.github",
    "sarif": "gxlint.output.sarif",
}


@dataclass(frozen=True, slots=True)
class _Bundled:
    """A format of gxlint's own; its module is imported when it is used."""

    name: str

    def render(self, run: Run, style: Style) -> Iterator[str]:
        """The whole output of a run."""
        from importlib import import_module

        render: Iterator[str] = import_module(_BUNDLED[self.name]).render(run, style)
        return render


def formats(others: Mapping[str, object]) -> dict[str, Output]:
    """Every format by name: gxlint's own, then those of plugins (``others``). A plugin cannot replace one of gxlint's
    own; what has no ``render`` is left out."""
    found: dict[str, Output] = {name: _Bundled(name) for name in _BUNDLED}
    for name, output in others.items():
        if name not in found and callable(getattr(output, "render", None)):
            found[name] = output  # type: ignore[assignment]
    return found


HUMAN = ("text", "concise")
"""The formats made for people: problems stand on standard error only, not among the findings."""

__all__ = [
    "HUMAN",
    "NOWHERE",
    "FileOutcome",
    "Output",
    "Place",
    "Run",
    "Style",
    "Teller",
    "ToldEdit",
    "ToldFinding",
    "ToldFix",
    "ToldRelated",
    "ToldRule",
    "counts",
    "formats",
]
