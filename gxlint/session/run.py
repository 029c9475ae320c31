"""A session: paths → outcomes. It finds settings and plugins for every folder, reads, checks, fixes and writes."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from gxlint.language import Language, Message, tell, tell_title
from gxlint.output import FileOutcome, Place, Run, Teller, ToldFinding, ToldRule
from gxlint.plugins import Registry, load
from gxlint.problems import check_failed, not_a_report, plugin_failed, unreadable_file
from gxlint.rule import SEVERITIES, Rule, Severity
from gxlint.session import files
from gxlint.session.check import FileResult, Project, check_text
from gxlint.session.files import FileError
from gxlint.session.walk import Target, targets
from gxlint.settings import Settings, find
from gxlint.settings import load as load_settings
from gxlint.text import Location, Source

if TYPE_CHECKING:
    from gxlint.fixes import FixOutcome

MANY = 64
"""From more files than this on, the work is shared between processes."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller asks for, beside paths.

    ``overrides`` are settings that outrank those of files; ``source`` names the caller in what is said about them,
    empty for the command line. ``config`` is the only settings file to use, ``isolated`` uses none. ``fix`` writes
    fixes, ``diff`` only shows them; both apply the safe ones and with ``unsafe`` all. ``only_reports`` passes over what
    is no report without a word, even where it was named. ``strict_plugins`` makes a plugin that fails an error.
    """

    overrides: Mapping[str, object] = field(default_factory=dict)
    source: str = ""
    config: Path | None = None
    isolated: bool = False
    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    only_reports: bool = False
    strict_plugins: bool = False


class Session:
    """Checks files. Settings and plugins are loaded once for every folder that has its own."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.language: Language | None = "en" if options.overrides.get("language") == "en" else None
        self._files: dict[Path, Path | None] = {}
        self._projects: dict[tuple[Path, Path | None], Project] = {}
        self._registries: dict[tuple[object, ...], Registry] = {}

    def project(self, folder: Path) -> Project:
        """The project that holds for the files in ``folder`` (absolute). Raises SettingsError."""
        if folder not in self._files:
            self._files[folder] = self._settings_file(folder)
        file = self._files[folder]
        key = (file.parent, file) if file is not None else (Path.cwd(), None)
        if key not in self._projects:
            settings = load_settings(key[0], file, self.options.overrides, self.options.source)
            self._projects[key] = Project.of(settings, self._registry(settings))
        return self._projects[key]

    def _settings_file(self, folder: Path) -> Path | None:
        if self.options.isolated:
            return None
        return self.options.config or find(folder)

    def _registry(self, settings: Settings) -> Registry:
        key = (settings.plugins, settings.disabled_plugins)
        if key not in self._registries:
            self._registries[key] = load(settings.plugins, disabled=settings.disabled_plugins)
        return self._registries[key]

    def home(self, path: Path) -> Project:
        """The project of the first path that was given: its language and its output formats are those of the run."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100
        return self.project(absolute if absolute.is_dir() else absolute.parent)

    def run(self, paths: Sequence[Path], jobs: int = 0) -> Run:
        """Check these files and folders; ``jobs`` processes, 0 for as many as pay. Raises SettingsError."""
        home = self.home(paths[0])
        self.language = home.settings.language
        found = targets(paths, self.project)
        wanted = [one for one in found if not one.excluded]
        for target in wanted:  # Settings that cannot be used are told before the work, not in the middle of it.
            self._project_of(target)
        left_out = () if self.options.only_reports else tuple(one for one in found if one.excluded)
        jobs = jobs or _paying_jobs(len(wanted))
        if jobs > 1 and len(wanted) > 1:
            from gxlint.session.pool import check_all

            outcomes = check_all(self.options, self.language, wanted, jobs)
        else:
            outcomes = [self.check(target) for target in wanted]
        return self.collected(
            outcomes, tuple(Message("{file}：已按设置 exclude 排除，未作检查", {"file": one.shown}) for one in left_out)
        )

    def run_text(self, data: bytes, name: str) -> Run:
        """Check the bytes of standard input as the file ``name``. Raises SettingsError."""
        home = self.home(Path(name))
        self.language = home.settings.language
        target = targets([Path(name)], self.project)[0]
        if target.excluded:
            note = Message("{file}：已按设置 exclude 排除，未作检查", {"file": name})
            return self.collected([], () if self.options.only_reports else (note,))
        return self.collected([self.check(target, data)])

    def collected(self, outcomes: Sequence[FileOutcome], notes: Sequence[Message] = ()) -> Run:
        """The run made of these outcomes, with the problems of plugins and the rules that ran."""
        language = self.language or "zh"
        rules = {rule.code: rule for project in self._projects.values() for rule in project.selection.rules()}
        said = [note for project in self._projects.values() for note in project.selection.notes]
        return Run(
            tuple(outcomes),
            self._plugin_problems(language),
            tuple(
                ToldRule(rule.code, rule.name, tell_title(rule, language), rule.severity)
                for _, rule in sorted(rules.items())
            ),
            tuple(tell(note.template, note.args, language) for note in dict.fromkeys([*said, *notes])),
            str(getattr(sys.modules["gxlint"], "__version__", "")),
        )

    def _plugin_problems(self, language: Language) -> tuple[ToldFinding, ...]:
        severity: Severity = "error" if self.options.strict_plugins else plugin_failed.severity
        told = {
            (problem.plugin, problem.message): ToldFinding(
                plugin_failed.code,
                plugin_failed.name,
                severity,
                tell("插件 {plugin}：{reason}", {"plugin": problem.plugin, "reason": problem.reason}, language),
                "",
                trace=problem.trace,
            )
            for registry in self._registries.values()
            for problem in registry.problems
        }
        return tuple(told.values())

    def _project_of(self, target: Target) -> Project:
        return self.project(Path(os.path.abspath(target.path)).parent)  # noqa: PTH100

    def check(self, target: Target, data: bytes | None = None) -> FileOutcome:
        """Check one file, from its bytes where they are at hand already (standard input). Raises nothing that comes
        from the file, its reader or the rules: what goes wrong stands among the outcome's problems."""
        try:
            return _Checking(self, target, self._project_of(target), data).outcome()
        except FileError as error:
            return self._failed(target, unreadable_file, error.reason, error.row)
        except Exception as error:
            reason = Message("检查时出错：{kind}: {error}", {"kind": type(error).__name__, "error": error})
            return self._failed(target, check_failed, reason, error=error)

    def _failed(
        self, target: Target, rule: Rule, reason: Message, row: int = 1, error: Exception | None = None
    ) -> FileOutcome:
        return FileOutcome(target.shown, problems=(self.problem(target, rule, reason, row, error),))

    def problem(
        self, target: Target, rule: Rule, reason: Message, row: int = 1, error: Exception | None = None
    ) -> ToldFinding:
        """A problem with a file, told."""
        trace = ""
        if error is not None:
            import traceback

            trace = "".join(traceback.format_exception(error))
        place = Place(Location(row, 1), Location(row, 1))
        message = tell(reason.template, reason.args, self.language or "zh")
        return ToldFinding(rule.code, rule.name, rule.severity, message, target.shown, place, trace=trace)


class _Checking:
    """One file on its way from bytes to outcome."""

    def __init__(self, session: Session, target: Target, project: Project, data: bytes | None) -> None:
        self.session = session
        self.options = session.options
        self.target = target
        self.project = project
        self.standard_input = data is not None
        self.data = files.read_bytes(target.path) if data is None else data
        self.problems: list[ToldFinding] = []

    @property
    def quiet(self) -> bool:
        """Whether it goes without saying that a file is no report."""
        return self.options.only_reports or not self.target.named

    def outcome(self) -> FileOutcome:
        reader = self.project.reader(self.target.shown)
        try:
            source, writable = files.as_source(self.data, reader, self.project.settings.encoding)
        except FileError:
            if self.quiet and not files.may_be_report(self.data):
                return FileOutcome(self.target.shown)
            raise
        result = self.check(source.text)
        if not result.recognised and not self.quiet:
            self.note(not_a_report, Message("内容不是政府信息公开工作年度报告，未作检查"))
        if (self.options.fix or self.options.diff) and writable and result.recognised:
            return self.fixed(source, result)
        return self.told(result)

    def check(self, text: str) -> FileResult:
        return check_text(text, self.target.shown, self.project, self.target.path)

    def fixed(self, source: Source, result: FileResult) -> FileOutcome:
        from gxlint.fixes import fix_text

        outcome = fix_text(
            source.text,
            lambda text: result.findings if text == source.text else self.check(text).findings,
            unsafe=self.options.unsafe,
        )
        self.tell_unsettled(outcome)
        if outcome.text == source.text:
            return self.told(result)
        if self.options.diff:
            diff = files.unified_diff(source.text, outcome.text, self.target.shown)
            return FileOutcome(
                self.target.shown, (), tuple(self.problems), result.reports, dict(outcome.applied), diff, failed=True
            )
        try:
            data = files.encode(source, outcome.text, self.data)
            if not self.standard_input:
                files.write(self.target.path, data, self.data)
        except FileError as error:
            self.note(check_failed, error.reason)
            return self.told(result)
        return self.told(self.check(outcome.text), outcome.applied, data if self.standard_input else None)

    def tell_unsettled(self, outcome: FixOutcome) -> None:
        if outcome.unsettled:
            self.note(
                check_failed,
                Message("规则 {codes} 的修正反复不定，未作修正", {"codes": sorted(outcome.unsettled)}),
                "warning",
            )

    def note(self, rule: Rule, reason: Message, severity: Severity | None = None) -> None:
        told = self.session.problem(self.target, rule, reason)
        self.problems.append(replace(told, severity=severity or rule.severity))

    def told(
        self, result: FileResult, fixed: Mapping[str, int] | None = None, data: bytes | None = None
    ) -> FileOutcome:
        fail_on = self.project.settings.fail_on
        return FileOutcome(
            self.target.shown,
            self._findings(result),
            tuple(self.problems),
            result.reports,
            dict(fixed or {}),
            data=data,
            failed=any(fails(finding.severity or "error", fail_on) for finding in result.findings),
        )

    def _findings(self, result: FileResult) -> tuple[ToldFinding, ...]:
        if not result.findings:
            return ()
        rules = self.project.registry.rules
        modules = {code: rules[code].module for code in {one.code for one in result.findings} if code in rules}
        teller = Teller(self.target.shown, result.text, self.session.language or "zh", modules)
        return tuple(teller.told(finding, result.place(finding)) for finding in result.findings)


def fails(severity: Severity, fail_on: str) -> bool:
    """Whether a finding of this severity is as loud as ``fail_on``."""
    return fail_on != "never" and SEVERITIES.index(severity) <= [*SEVERITIES].index(fail_on)  # type: ignore[arg-type]


def _paying_jobs(count: int) -> int:
    if count <= MANY:
        return 1
    usable = getattr(os, "sched_getaffinity", None)
    processors: int = len(usable(0)) if usable else os.cpu_count() or 1
    return min(processors, -(-count // (MANY // 2)))
