"""The hooks a plugin may implement. Every one is called once, when plugins are loaded, and takes no argument."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol, runtime_checkable

import pluggy

from gxlint.readers import Reader
from gxlint.report import Form
from gxlint.rule import Rule

PROJECT = "gxlint"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@runtime_checkable
class Output(Protocol):
    """What the core knows of an output format: the name under which ``--output-format`` finds it."""

    @property
    def name(self) -> str:
        """The name, as typed by a person: ``json``."""
        ...


@hookspec
def gxlint_rules() -> Iterable[Rule]:
    """The rules of the plugin: what ``@rule`` made of its functions."""
    return ()


@hookspec
def gxlint_readers() -> Iterable[Reader]:
    """Readers for further file types."""
    return ()


@hookspec
def gxlint_forms() -> Iterable[Form]:
    """Further forms, or a form with the rows a province adds."""
    return ()


@hookspec
def gxlint_data() -> Iterable[Path]:
    """TOML files with further entries for data tables: documents, typos, terms, names of parts, kinds of organs."""
    return ()


@hookspec
def gxlint_outputs() -> Iterable[Output]:
    """Further output formats."""
    return ()
