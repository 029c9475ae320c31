"""Checking a document: what the worker does with a text, its settings and its rules."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from gxlint.language import Language, Message, tell
from gxlint.parser import parse_all
from gxlint.problems import check_failed, unreadable_file
from gxlint.readers import PLAIN
from gxlint.rule import Finding, Rule
from gxlint.session import FileError, FileResult, Kept, Project, check_text
from gxlint.session.files import as_source, may_be_report, read_bytes
from gxlint.session.walk import Excludes
from gxlint.text import LineIndex, Span, Unit
from gxlint_lsp.analysis import Analysis, Skipped
from gxlint_lsp.client import Client
from gxlint_lsp.configuration import Scope
from gxlint_lsp.decisions import Stale
from gxlint_lsp.document import Document
from gxlint_lsp.interruptible import Look, interruptible
from gxlint_lsp.log import failed
from gxlint_lsp.projects import Projects
from gxlint_lsp.rule_pages import RulePages
from gxlint_lsp.uris import name_of, to_path

if TYPE_CHECKING:
    from gxlint.suppressions import Suppressions


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check gave. ``notices`` are sentences for the person that the settings or plugins gave rise to;
    ``seconds`` is how long it took; ``kept`` makes the next check of the document quicker; ``stale`` are entries about
    the report that suppress nothing."""

    analysis: Analysis
    notices: tuple[str, ...] = ()
    seconds: float = 0.0
    kept: Kept = field(default_factory=Kept)
    stale: Stale | None = None

    @property
    def too_large(self) -> bool:
        """Whether the document was not checked for its size."""
        return self.analysis.skipped == "tooLarge"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What holds for every document of a session with a client: how it counts columns and what it can do."""

    unit: Unit = "utf-16"
    client: Client = field(default_factory=Client)


class Checks:
    """Checks documents and files with the project of their folder. Used by the worker alone."""

    def __init__(self, projects: Projects, circumstances: Circumstances, version: str = "") -> None:
        self.projects = projects
        self.circumstances = circumstances
        self.pages = RulePages(version)

    def check(
        self, document: Document, scope: Scope, look: Look = lambda: None, before: Outcome | None = None
    ) -> Outcome:
        """Check a document as the command would check a file of its name and text. ``before`` is an earlier outcome of
        the same document, if there is one. Raises nothing but what ``look`` raises, which is called now and then: what
        goes wrong becomes a finding."""
        begun = perf_counter()
        path = to_path(document.uri)
        project = self.projects.project(path.parent if path is not None else _somewhere(scope), scope)
        name = name_of(document.uri, document.language_id)
        decided = self.projects.decisions.of(path, project.settings.language)
        skipped = self._skipped(document, path, scope)
        kept = Kept()
        if before is not None and before.analysis.project is project and before.analysis.result.name == name:
            kept = before.kept
        if skipped is not None:
            result = unchecked(name, document.text, project)
        else:
            result = checked(document.text, name, interruptible(project, look), path, decided, kept)
        notices = (*self._bad(scope, project.settings.language), *self.projects.notices)
        self.projects.notices = []
        analysis = self._analysis(document, result, project, scope, decided, skipped)
        stale = self.projects.decisions.stale(path, result, project)
        return Outcome(analysis, notices, perf_counter() - begun, kept, stale)

    def check_file(self, path: Path, uri: str, scope: Scope) -> Outcome | None:
        """Check a file of the disk; None for what is no report, and for what has gone."""
        project = self.projects.project(path.parent, scope)
        decided = self.projects.decisions.of(path, project.settings.language)
        index = LineIndex.of("")
        try:
            data = read_bytes(path)
        except FileError:
            return None
        try:
            source, _ = as_source(data, project.reader(path.name), project.settings.encoding)
            result = checked(source.text, path.name, project, path, decided)
            index = LineIndex.of(source.text)
            if not result.recognised and not result.findings:
                return None
        except FileError as error:
            if not may_be_report(data):
                return None
            result = _problem(path.name, "", project, unreadable_file, error.reason)
        except (Exception, SystemExit) as error:
            failed("reader", error)
            result = _broken(path.name, "", project, error)
        document = Document(uri, 0, index.text, index)
        stale = self.projects.decisions.stale(path, result, project)
        return Outcome(self._analysis(document, result, project, scope, decided), stale=stale)

    def _analysis(
        self,
        document: Document,
        result: FileResult,
        project: Project,
        scope: Scope,
        decided: Suppressions | None,
        skipped: Skipped | None = None,
    ) -> Analysis:
        unit, client = self.circumstances.unit, self.circumstances.client
        language, options = project.settings.language, scope.options
        own_pages = client.descriptions and not options.rule_pages
        if own_pages:
            options = replace(options, rule_pages=self.pages.address(language))
        analysis = Analysis(document, unit, result, language, project, client, options, decided, skipped)
        if own_pages and options.rule_pages:
            self.pages.write(analysis, {finding.code for finding in result.findings})
        return analysis

    def _bad(self, scope: Scope, language: Language) -> Iterator[str]:
        """What is wrong with the editor's own settings."""
        for name in scope.bad:
            yield told(language, Message("编辑器设置 gxlint.{name} 的值不可用，已按默认值处理", {"name": name}))

    def _skipped(self, document: Document, path: Path | None, scope: Scope) -> Skipped | None:
        """Why the document is not to be looked at, None where it is."""
        if not scope.options.enable:
            return "off"
        if self._excluded(path, scope):
            return "excluded"
        return "tooLarge" if 0 < scope.options.max_size < len(document.text) else None

    def _excluded(self, path: Path | None, scope: Scope) -> bool:
        if path is None:
            return False
        return Excludes(lambda folder: self.projects.project(folder, scope)).above(path)


def checked(
    text: str,
    name: str,
    project: Project,
    path: Path | None,
    decided: Suppressions | None = None,
    kept: Kept | None = None,
) -> FileResult:
    """What the command finds in this text. The reader of a plugin that raises becomes a finding, as there."""
    try:
        return check_text(text, name, project, path, decided, kept)
    except (Exception, SystemExit) as error:
        failed("check", error)
        return _broken(name, text, project, error)


def unchecked(name: str, text: str, project: Project, *findings: Finding) -> FileResult:
    """The result for a text that is not looked at."""
    parts = parse_all("", name, PLAIN.blocks, project.registry.forms)
    return FileResult(name, text, parts, findings)


def _broken(name: str, text: str, project: Project, error: BaseException) -> FileResult:
    reason = Message("检查时出错：{kind}: {error}", {"kind": type(error).__name__, "error": error})
    return _problem(name, text, project, check_failed, reason)


def _problem(name: str, text: str, project: Project, rule: Rule, reason: Message) -> FileResult:
    finding = Finding(
        Span(0, min(1, len(text))),
        "{reason}",
        {"reason": reason},
        severity=rule.severity,
        code=rule.code,
        name=rule.name,
    )
    return unchecked(name, text, project, finding)


def _somewhere(scope: Scope) -> Path:
    """The folder that a document without a file counts to: where the command would run."""
    return scope.folder if scope.folder is not None else Path(os.path.abspath(os.curdir))  # noqa: PTH100


def told(language: Language, message: Message) -> str:
    """A sentence of the server in the reader's language."""
    return tell(message.template, message.args, language, "gxlint_lsp")
