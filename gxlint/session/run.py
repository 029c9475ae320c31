"""A session: paths → outcomes. It finds settings and plugins for every folder, reads, checks, fixes and writes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gxlint.language import Language, Message, tell, tell_title
from gxlint.output import FileOutcome, Place, Run, ToldFinding, ToldRule
from gxlint.plugins import PluginProblem, Registry, load
from gxlint.problems import check_failed, plugin_failed, unreadable_file
from gxlint.rule import Rule, Severity
from gxlint.session.beside import outcomes_beside, told_unused
from gxlint.session.check import FileResult, Project
from gxlint.session.checking import Checking
from gxlint.session.files import FileError
from gxlint.session.sidefiles import SideFiles
from gxlint.session.walk import Target, is_dir, targets
from gxlint.settings import Settings, find
from gxlint.settings import load as load_settings
from gxlint.text import Location

MANY = 64
"""From more files than this on, the work is shared between processes."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller asks for, beside paths.

    ``overrides`` are settings that outrank those of files; ``source`` names the caller in what is said about them,
    empty for the command line. ``config`` is the only settings file to use, ``isolated`` uses none. ``fix`` writes
    fixes, ``diff`` only shows them; both apply the safe ones and with ``unsafe`` all. ``only_reports`` passes over what
    is no report without a word, even where it was named. ``strict_plugins`` makes a plugin that fails an error.
    ``ignores`` and ``baseline`` tell whether the suppressions beside the reports hold; with ``isolated`` they do not.
    ``keys`` asks for the keys of all findings.
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
    ignores: bool = True
    baseline: bool = True
    keys: bool = False


class Session:
    """Checks files. Settings and plugins are loaded once for every folder that has its own."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.language: Language | None = "en" if options.overrides.get("language") == "en" else None
        used = not options.isolated
        self.side = SideFiles(ignores=options.ignores and used, baseline=options.baseline and used)
        self._fail_on = "warning"
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
        key = (settings.plugins, settings.disabled_plugins, settings.data)
        if key not in self._registries:
            self._registries[key] = load(settings.plugins, disabled=settings.disabled_plugins, data=settings.data)
        return self._registries[key]

    def home(self, path: Path) -> Project:
        """The project of the first path that was given: its language and its output formats are those of the run."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100
        return self.project(absolute if is_dir(absolute) else absolute.parent)

    def run(self, paths: Sequence[Path], jobs: int = 0) -> Run:
        """Check these files and folders; ``jobs`` processes, 0 for as many as pay. Raises SettingsError."""
        home = self.home(paths[0])
        self.language, self._fail_on = home.settings.language, home.settings.fail_on
        found = targets(paths, self.project)
        wanted = [one for one in found if not one.excluded]
        for target in wanted:  # Settings that cannot be used are told before the work, not in the middle of it.
            self._project_of(target)
            self._look_beside(target)
        for path in paths:
            if is_dir(path):  # Its reports may be gone, and what was decided about them still be there.
                self._look_beside(Target(path / "_", "", named=False))
        left_out = () if self.options.only_reports else tuple(one for one in found if one.excluded)
        jobs = jobs or _paying_jobs(len(wanted))
        if jobs > 1 and len(wanted) > 1:
            from gxlint.session.pool import check_all

            outcomes = check_all(self.options, self.language, wanted, jobs)
        else:
            outcomes = [self.check(target) for target in wanted]
        if any(is_dir(path) for path in paths):
            outcomes = [*outcomes, *self._about_absent_reports(home)]
        return self.collected(
            outcomes, tuple(Message("{file}：已按设置 exclude 排除，未作检查", {"file": one.shown}) for one in left_out)
        )

    def run_text(self, data: bytes, name: str) -> Run:
        """Check the bytes of standard input as the file ``name``. Raises SettingsError."""
        home = self.home(Path(name))
        self.language, self._fail_on = home.settings.language, home.settings.fail_on
        target = targets([Path(name)], self.project)[0]
        if target.excluded:
            note = Message("{file}：已按设置 exclude 排除，未作检查", {"file": name})
            return self.collected([], () if self.options.only_reports else (note,))
        self._look_beside(target)
        return self.collected([self.check(target, data)])

    def _look_beside(self, target: Target) -> None:
        folder = Path(os.path.abspath(target.path)).parent  # noqa: PTH100
        self.side.ignores(folder)
        self.side.baseline(folder)

    def _about_absent_reports(self, home: Project) -> Iterator[FileOutcome]:
        """What is to be said about entries for reports that do not exist."""
        absent = [*self.side.without_report()]
        if absent:
            from gxlint.suppressions import Unused

            for file, entry in absent:
                told = told_unused(file.shown, [Unused(entry, "no-file")], home, self.language or "zh")
                yield FileOutcome(file.shown, unused=told, beside=True)

    def collected(self, outcomes: Sequence[FileOutcome], notes: Sequence[Message] = ()) -> Run:
        """The run made of these outcomes, with the problems of plugins and the rules that ran."""
        language = self.language or "zh"
        rules = {rule.code: rule for project in self._projects.values() for rule in project.selection.rules()}
        said = [note for project in self._projects.values() for note in project.selection.notes]
        vanished = sum(outcome.vanished for outcome in outcomes)
        if vanished:
            message = "基线中有 {count} 处问题已不再出现，可运行 gxlint baseline prune 从基线中删去"
            said.append(Message(message, {"count": vanished}))
        checked = [outcome for outcome in outcomes if not outcome.beside]
        beside = outcomes_beside((told for outcome in outcomes for told in outcome.unused), self._fail_on)
        return Run(
            (*checked, *beside),
            self._plugin_problems(language),
            tuple(
                ToldRule(rule.code, rule.name, tell_title(rule, language), rule.severity)
                for _, rule in sorted(rules.items())
            ),
            tuple(tell(note.template, note.args, language) for note in dict.fromkeys([*said, *notes])),
            str(getattr(sys.modules["gxlint"], "__version__", "")),
        )

    def _plugin_problems(self, language: Language) -> tuple[ToldFinding, ...]:
        def severity(problem: PluginProblem) -> Severity:
            # What the person who runs this has written themselves they can mend, and must know.
            return "error" if self.options.strict_plugins or not problem.plugin else plugin_failed.severity

        told = {
            (problem.plugin, problem.message): ToldFinding(
                plugin_failed.code,
                plugin_failed.name,
                severity(problem),
                tell(problem.sentence.template, problem.sentence.args, language),
                "",
                trace=problem.trace,
            )
            for registry in self._registries.values()
            for problem in registry.problems
        }
        return tuple(told.values())

    def _project_of(self, target: Target) -> Project:
        return self.project(Path(os.path.abspath(target.path)).parent)  # noqa: PTH100

    def result(self, path: Path) -> FileResult:
        """What the rules find in one file. Raises FileError where it cannot be read, SettingsError, and what the reader
        of a plugin may raise."""
        target = Target(path, path.as_posix(), named=True)
        return Checking(self, target, self._project_of(target), None).result()

    def check(self, target: Target, data: bytes | None = None) -> FileOutcome:
        """Check one file, from its bytes where they are at hand already (standard input). Raises nothing that comes
        from the file, its reader or the rules: what goes wrong stands among the outcome's problems."""
        try:
            return Checking(self, target, self._project_of(target), data).outcome()
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


def _paying_jobs(count: int) -> int:
    if count <= MANY:
        return 1
    usable = getattr(os, "sched_getaffinity", None)
    processors: int = len(usable(0)) if usable else os.cpu_count() or 1
    return min(processors, -(-count // (MANY // 2)))
