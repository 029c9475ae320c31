"""One file on its way from bytes to outcome: read, check, fix, write."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gxlint.language import Message, tell
from gxlint.output import FileOutcome, Teller, ToldFinding
from gxlint.problems import check_failed, not_a_report
from gxlint.rule import Rule, Severity
from gxlint.session import files
from gxlint.session.beside import fails, told_unused
from gxlint.session.check import FileResult, Project, check_text
from gxlint.session.files import FileError
from gxlint.session.walk import Target
from gxlint.text import Source

if TYPE_CHECKING:
    from gxlint.fixes import FixOutcome
    from gxlint.session.run import Session


class Checking:
    """One file on its way from bytes to outcome."""

    def __init__(self, session: Session, target: Target, project: Project, data: bytes | None) -> None:
        self.session = session
        self.options = session.options
        self.target = target
        self.project = project
        self.standard_input = data is not None
        self.data = files.read_bytes(target.path) if data is None else data
        self.problems: list[ToldFinding] = []
        self.suppressions = session.side.of(target.path)

    @property
    def quiet(self) -> bool:
        """Whether it goes without saying that a file is no report."""
        return self.options.only_reports or not self.target.named

    def outcome(self) -> FileOutcome:
        """What comes of the file. Raises FileError where it cannot be read, and what its reader may raise."""
        reader = self.project.reader(self.target.shown)
        try:
            source, writable = files.as_source(self.data, reader, self.project.settings.encoding)
        except FileError:
            if self.quiet and not files.may_be_report(self.data):
                return FileOutcome(self.target.shown)
            raise
        result = self._check(source.text)
        if not result.recognised and not self.quiet:
            self._note(not_a_report, Message("内容不是政府信息公开工作年度报告，未作检查"))
        if (self.options.fix or self.options.diff) and writable and result.recognised:
            return self._fixed(source, result)
        return self._told(result)

    def result(self) -> FileResult:
        """The findings, as they are."""
        reader = self.project.reader(self.target.shown)
        return self._check(files.as_source(self.data, reader, self.project.settings.encoding)[0].text)

    def _check(self, text: str) -> FileResult:
        return check_text(text, self.target.shown, self.project, self.target.path, self.suppressions)

    def _fixed(self, source: Source, result: FileResult) -> FileOutcome:
        from gxlint.fixes import fix_text

        outcome = fix_text(
            source.text,
            lambda text: (result if text == source.text else self._check(text)).in_source(),
            unsafe=self.options.unsafe,
        )
        self._tell_unsettled(outcome)
        self._announce(outcome)
        if outcome.text == source.text:
            return self._told(result)
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
            self._note(check_failed, error.reason)
            return self._told(result)
        return self._told(self._check(outcome.text), outcome.applied, data if self.standard_input else None)

    def _tell_unsettled(self, outcome: FixOutcome) -> None:
        if outcome.unsettled:
            self._note(
                check_failed,
                Message("规则 {codes} 的修正反复不定，未作修正", {"codes": sorted(outcome.unsettled)}),
                "warning",
            )

    def _announce(self, outcome: FixOutcome) -> None:
        """Say what was done by fixes whose message a person has to see."""
        for finding in outcome.announced:
            if finding.fix is not None:
                module = self.project.registry.rules[finding.code].module
                message = tell(finding.fix.message, finding.fix.args, self.session.language or "zh", module)
                self.problems.append(ToldFinding(finding.code, finding.name, "info", message, self.target.shown))

    def _note(self, rule: Rule, reason: Message, severity: Severity | None = None) -> None:
        told = self.session.problem(self.target, rule, reason)
        self.problems.append(replace(told, severity=severity or rule.severity))

    def _told(
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
            ignored=len(result.ignored),
            known=len(result.known),
            vanished=result.vanished,
            unused=self._unused(result),
            keys=self._keys(result),
        )

    def _unused(self, result: FileResult) -> tuple[ToldFinding, ...]:
        file = self.session.side.ignores(Path(os.path.abspath(self.target.path)).parent)  # noqa: PTH100
        if file is None:
            return ()
        return told_unused(file.shown, result.unused, self.project, self.session.language or "zh")

    def _keys(self, result: FileResult) -> tuple[tuple[str, str, str], ...]:
        if not self.options.keys:
            return ()
        from gxlint.suppressions import key_of

        return tuple(key_of(finding, result.parts) for finding in result.findings)

    def _findings(self, result: FileResult) -> tuple[ToldFinding, ...]:
        if not result.findings:
            return ()
        rules = self.project.registry.rules
        modules = {code: rules[code].module for code in {one.code for one in result.findings} if code in rules}
        language = self.session.language or "zh"
        teller = Teller(self.target.shown, result.source, language, modules, result.secrets)
        told = zip(result.in_source(), result.findings, strict=True)
        return tuple(teller.told(shown, result.place(finding)) for shown, finding in told)
