"""What people have decided about reports, in the files beside these: lists of ignores, baselines."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types as t

from gxlint.language import Language, Message
from gxlint.session import FileResult, Project, SideFiles
from gxlint.session.beside import told_unused
from gxlint.session.sidefiles import BASELINE_FILE, IGNORES_FILE
from gxlint.settings import SettingsError
from gxlint_lsp.features.diagnostics import diagnostic_beside
from gxlint_lsp.uris import from_path

if TYPE_CHECKING:
    from gxlint.suppressions import Suppressions

FILES = (IGNORES_FILE, BASELINE_FILE)
"""The names of the files, each looked for upward from the report."""


@dataclass(frozen=True, slots=True)
class Stale:
    """The entries about one report that suppress nothing: the file of ignores they stand in, a finding for each."""

    file: Path
    items: tuple[t.Diagnostic, ...]


class Decisions:
    """The suppressions of every report. Used by the worker alone. ``tell`` takes what there is to say to the person
    about a file that cannot be used."""

    def __init__(self, tell: Callable[[Message, Language], None]) -> None:
        self._tell = tell
        self._both = SideFiles()
        self._either = (SideFiles(baseline=False), SideFiles(ignores=False))

    def of(self, path: Path | None, language: Language) -> Suppressions | None:
        """What was decided about a report; None where nothing was, and for a document that is no file. Raises nothing:
        a file that cannot be used is passed over and told."""
        if path is None:
            return None
        for side in (self._both, *self._either):
            try:
                return side.of(path)
            except SettingsError as error:
                self._tell(Message("该文件有误，其中的记录未生效：{error}", {"error": error.message}), language)
        return None

    def stale(self, path: Path | None, result: FileResult, project: Project) -> Stale | None:
        """The entries that suppress nothing in ``result``, the check of the report with what ``of`` gave."""
        file = self._both.ignores(path.parent) if path is not None and result.unused else None
        if file is None:
            return None
        told = told_unused(file.shown, result.unused, project, project.settings.language)
        return Stale(file.path, tuple(map(diagnostic_beside, told))) if told else None

    def look_again(self) -> None:
        """Read the files anew the next time they are asked for."""
        for side in (self._both, *self._either):
            side.look_again()


class StaleEntries:
    """Shows entries that suppress nothing where they stand: in the file of ignores, open or not. They are known from
    the checks of the reports, so ``push`` sends them to every client."""

    def __init__(self, push: Callable[[str, None, list[t.Diagnostic]], None]) -> None:
        self._push = push
        self._known: dict[str, Stale] = {}

    def checked(self, uri: str, stale: Stale | None) -> None:
        """A report has been checked; None where nothing is stale, or the report is no longer looked at."""
        before = self._known.pop(uri, None)
        if stale is not None:
            self._known[uri] = stale
        if stale != before:
            for file in dict.fromkeys(one.file for one in (before, stale) if one is not None):
                self._show(file)

    def keep(self, uris: Container[str]) -> None:
        """Take back what is shown about all reports but these."""
        for uri in [one for one in self._known if one not in uris]:
            self.checked(uri, None)

    def _show(self, file: Path) -> None:
        items = [item for one in self._known.values() if one.file == file for item in one.items]
        self._push(from_path(file), None, sorted(items, key=lambda item: item.range.start.line))
