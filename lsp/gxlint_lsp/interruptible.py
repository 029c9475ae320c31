"""A project whose checks can be broken off: between the reports of a compilation, and between their rules.

The check itself knows nothing of it: what it calls back into, the reader and the rules, looks whether anybody still
waits. The breaking off is no ``Exception``, because a rule that raises one is a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from gxlint.readers import PLAIN, Reader
from gxlint.report import Block, Report
from gxlint.rule import Finding, Rule
from gxlint.session import Project
from gxlint.settings import Selection

Look = Callable[[], None]
"""Raises where the work is no longer wanted."""


@dataclass(frozen=True, slots=True)
class InterruptibleProject(Project):
    """The same project, looking up from its work now and then."""

    look: Look = lambda: None

    def reader(self, name: str) -> Reader:
        """The reader of the project, or the one for plain text."""
        found = Project.reader(self, name) or PLAIN

        def blocks(text: str) -> tuple[Block, ...]:
            self.look()
            return found.blocks(text)

        return replace(found, blocks=blocks)


class _Selection(Selection):
    """The same selection with a rule in front that finds nothing."""

    def __init__(self, selection: Selection, look: Look) -> None:
        self.__dict__.update(selection.__dict__)
        self._look = look

    def rules(self, path: Path | None = None) -> tuple[Rule, ...]:
        rules = super().rules(path)
        return (_looking(self._look), *rules)


def _looking(look: Look) -> Rule:
    def function(report: Report) -> Iterable[Finding]:
        look()
        return ()

    return Rule("GXE000", "look", "info", function, "", "")


def interruptible(project: Project, look: Look) -> InterruptibleProject:
    """A project that checks as this one does, and in whose checks ``look`` is called now and then."""
    return InterruptibleProject(project.settings, project.registry, _Selection(project.selection, look), look)
