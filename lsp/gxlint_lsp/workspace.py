"""The reports of the workspace that are not open: checked by a command, or for a client that asks for all diagnostics.

A file is read again only when it, its settings, the plugins or the decisions about it have changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lsprotocol import types as t

from gxlint.rule import Severity
from gxlint.session import Project, targets
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.checks import Checks
from gxlint_lsp.configuration import Configuration, Scope
from gxlint_lsp.decisions import Stale, StaleEntries
from gxlint_lsp.desk import Desk
from gxlint_lsp.features.diagnostics import provide
from gxlint_lsp.log import failed
from gxlint_lsp.progress import Progress
from gxlint_lsp.uris import from_path, to_path

_LIST_AGAIN = 5.0
"""Seconds for which the list of the files of the workspace counts as up to date for a client that keeps asking."""


@dataclass(frozen=True, slots=True)
class _Checked:
    """What a file held when it was checked. ``stamp``: its time and size, how it is shown, and what
    was decided about it; ``project`` is what it was checked with; ``about`` tells whose report it is."""

    stamp: tuple[object, ...]
    project: Project | None = None
    serial: int = 0
    report: bool = False
    items: list[t.Diagnostic] = field(default_factory=list)
    counts: dict[Severity, int] = field(default_factory=dict)
    about: dict[str, object] = field(default_factory=dict)
    stale: Stale | None = None


class Workspace:
    """The files of the workspace's folders. ``push`` sends the diagnostics of one that is not open (None for a client
    that asks itself); ``stale`` shows entries that suppress nothing."""

    def __init__(
        self,
        desk: Desk,
        checks: Checks,
        configuration: Configuration,
        push: Callable[[str, None, list[t.Diagnostic]], None] | None,
        stale: StaleEntries,
    ) -> None:
        self._desk = desk
        self._checks = checks
        self._configuration = configuration
        self._push = push
        self._stale = stale
        self._files: dict[Path, _Checked] = {}
        self._list: tuple[Path, ...] = ()
        self._listed_at = -_LIST_AGAIN
        self._serial = 0
        self._pushed: set[str] = set()
        self._closed: set[str] = set()
        self._tasks: set[asyncio.Future[None]] = set()
        self.asked_for = False
        self._loop = asyncio.get_running_loop()

    async def check(self, progress: Progress) -> dict[str, Any]:
        """Check every file of the folders and give the numbers; push the findings of those that are not open."""
        self.asked_for = True
        summary: dict[str, Any] = {"files": 0, "reports": 0, "cancelled": False, "documents": []}
        totals: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
        paths = await self._listed()
        for number, path in enumerate(paths):
            if progress.cancelled:
                summary["cancelled"] = True
                break
            progress.report(f"{number + 1}/{len(paths)} {path.name}", number * 100 // len(paths))
            uri, checked = await self._checked(path)
            summary["files"] += 1
            self._tell(uri, checked)
            if not checked.report:
                continue
            summary["reports"] += 1
            summary["documents"].append(dict[str, Any](uri=uri, **checked.about, **checked.counts))
            for severity, count in checked.counts.items():
                totals[severity] += count
        if not summary["cancelled"]:
            self._take_back({self._uri(path) for path in paths})
        return {**summary, "error": totals["error"], "warning": totals["warning"], "info": totals["info"]}

    def _tell(self, uri: str, checked: _Checked) -> None:
        if self._push is None or self._desk.get(uri) is not None:
            return
        if checked.items or uri in self._pushed:
            self._push(uri, None, checked.items)
            (self._pushed.add if checked.items else self._pushed.discard)(uri)

    def clear(self) -> None:
        """Take back all findings of files that are not open."""
        self.asked_for = False
        self._stale.keep({opened.document.uri for opened in self._desk})
        self._take_back(set())

    def _take_back(self, left: set[str]) -> None:
        """Take back the findings of all files but those that are ``left``."""
        for uri in self._pushed - left:
            if self._push is not None and self._desk.get(uri) is None:
                self._push(uri, None, [])
        self._pushed &= left

    def closed(self, uri: str) -> bool:
        """A document has been closed: what counts for it now is its file. Whether that is checked."""
        self._closed.add(uri)
        path = to_path(uri)
        if not self.asked_for or path is None or path not in self._files:
            return False
        task = asyncio.ensure_future(self._check_again(path))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return True

    async def _check_again(self, path: Path) -> None:
        uri, checked = await self._checked(path)
        self._pushed.add(uri)
        self._tell(uri, checked)

    async def answer(self, known: dict[str, str]) -> list[t.WorkspaceDocumentDiagnosticReport]:
        """The answer to a client that asks for all diagnostics and knows those with these result identifiers. Files
        that have nothing to show and had nothing before are not mentioned.

        A document that was closed lately is told once whatever the client knows: closing, it keeps what the document
        had. Addresses are told in the client's own spelling, which on Windows is not ours (``c%3A`` for ``C:``).
        """
        wanted = self.asked_for or any(scope.options.workspace == "always" for scope in self._configuration.scopes)
        closed, self._closed = self._closed, set()
        if not wanted and not known and not closed:
            return []
        spelt = {path: uri for uri in (*known, *closed) if (path := to_path(uri)) is not None}
        reports: list[t.WorkspaceDocumentDiagnosticReport] = []
        mentioned: set[str] = set()
        for path in await self._listed(_LIST_AGAIN) if wanted else ():
            ours, checked = await self._checked(path)
            uri = spelt.get(path, ours)
            mentioned.add(uri)
            if self._is_open(uri):
                continue
            identifier = str(checked.serial)
            if known.get(uri) == identifier and uri not in closed:
                reports.append(t.WorkspaceUnchangedDocumentDiagnosticReport(uri, identifier))
            elif checked.items or uri in known or uri in closed:
                reports.append(t.WorkspaceFullDocumentDiagnosticReport(uri, checked.items, result_id=identifier))
        gone = (uri for uri in dict.fromkeys((*known, *closed)) if uri not in mentioned and not self._is_open(uri))
        return [*reports, *(t.WorkspaceFullDocumentDiagnosticReport(uri, []) for uri in gone)]

    def _is_open(self, uri: str) -> bool:
        """Whether the client has the document open, whatever spelling of its address it used."""
        path = to_path(uri)
        return self._desk.get(uri) is not None or (path is not None and self._desk.get(self._uri(path)) is not None)

    async def _listed(self, age: float = 0.0) -> tuple[Path, ...]:
        now = self._loop.time()
        if now - self._listed_at >= age:
            folders = [(folder, self._configuration.scope(folder)) for folder in self._configuration.folders.values()]
            self._list = await self._desk.worker.patient(lambda job: self._targets(folders))
            self._listed_at = now
            self._files = {path: one for path, one in self._files.items() if path in set(self._list)}
        return self._list

    def _targets(self, folders: list[tuple[Path, Scope]]) -> tuple[Path, ...]:
        """The files of the folders; on the worker's thread."""
        found: dict[Path, None] = {}
        for folder, scope in folders:
            try:
                made = targets([folder], lambda one, scope=scope: self._checks.projects.project(one, scope))  # type: ignore[misc]
            except OSError as error:
                failed("workspace", error)
                continue
            found.update((target.path.absolute(), None) for target in made if not target.excluded and not target.named)
        return tuple(found)

    async def _checked(self, path: Path) -> tuple[str, _Checked]:
        """The findings of a file, from its document where it is open."""
        uri = self._uri(path)
        opened = self._desk.get(uri)
        if opened is not None:
            analysis = await self._desk.newest(uri)
            if analysis is not None:
                stamp = ("open", analysis.document.version)
                counts = _counts(one.severity for one in analysis.findings)
                return uri, _Checked(stamp, None, 0, analysis.result.recognised, [], counts, _about(analysis))
        scope = self._configuration.scope(path)
        known = self._files.get(path)
        checked: _Checked = await self._desk.worker.patient(lambda job: self._check(path, uri, scope, known))
        if checked is not known:
            if known is None or known.items != checked.items:
                self._serial += 1
            serial = self._serial if known is None or known.items != checked.items else known.serial
            checked = self._files[path] = replace(checked, serial=serial)
        if self._desk.get(uri) is None:
            self._stale.checked(uri, checked.stale)
        return uri, checked

    def _check(self, path: Path, uri: str, scope: Scope, known: _Checked | None) -> _Checked:
        """Read and check a file unless it is known; on the worker's thread."""
        project = self._checks.projects.project(path.parent, scope)
        try:
            status = path.stat()
            decided = self._checks.projects.decisions.of(path, project.settings.language)
            stamp: tuple[object, ...] = (status.st_mtime_ns, status.st_size, scope.options, decided)
        except OSError:
            stamp = ("gone",)
        if known is not None and known.stamp == stamp and known.project is project:
            return known
        outcome = self._checks.check_file(path, uri, scope) if scope.options.enable else None
        if outcome is None:
            return _Checked(stamp, project)
        analysis = outcome.analysis
        counts = _counts(one.severity for one in analysis.findings)
        return _Checked(stamp, project, 0, True, provide(analysis), counts, _about(analysis), outcome.stale)

    def _uri(self, path: Path) -> str:
        """The URI of a file, in the spelling of the client where it has the file open."""
        for opened in self._desk:
            if to_path(opened.document.uri) == path:
                return opened.document.uri
        return from_path(path)


def _about(analysis: Analysis) -> dict[str, object]:
    """Whose report it is, on which year and in which form; None for what the text does not tell. Of a compilation the
    first report counts; ``parts`` is how many there are."""
    reports = [part.report for part in analysis.parts if part.report.recognised]
    if not reports:
        return {}
    first = reports[0]
    return {
        "organ": first.organ.name or None,
        "year": first.year.value if first.year is not None else None,
        "form": first.layout.form.document_number if first.layout.form is not None else None,
        "parts": len(reports),
    }


def _counts(severities: Any) -> dict[Severity, int]:
    counts: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
    for severity in severities:
        counts[severity or "error"] += 1
    return counts
