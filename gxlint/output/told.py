"""What output formats show: findings told in the reader's language, with rows and columns, and nothing else.

These are plain values: they come back from worker processes, and no format has to know a report or a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gxlint.language import Language, tell
from gxlint.report import LineIndex
from gxlint.rule import Applicability, Finding, Fix, Severity
from gxlint.text import Location, Span


@dataclass(frozen=True, slots=True)
class Place:
    """A range of a file: ``start`` is its first character, ``end`` the place behind the last one."""

    start: Location
    end: Location


NOWHERE = Place(Location(1, 1), Location(1, 1))
"""The place of what concerns a whole file, or no file."""


@dataclass(frozen=True, slots=True)
class ToldRelated:
    """Another place that belongs to a finding."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class ToldEdit:
    """Replace what stands at ``place`` by ``content``."""

    place: Place
    content: str


@dataclass(frozen=True, slots=True)
class ToldFix:
    """Edits that mend a finding, all or none."""

    applicability: Applicability
    message: str
    edits: tuple[ToldEdit, ...]


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """A finding as it is shown.

    ``cell`` names the place in a table (``表三 · （三）不予公开第1项 · 自然人``), empty elsewhere. ``line`` is the text
    of the row it starts in, without the line end. ``filename`` is empty for what concerns no file. ``trace`` is the
    traceback behind a problem, empty for findings of rules.
    """

    code: str
    name: str
    severity: Severity
    message: str
    filename: str
    place: Place = NOWHERE
    cell: str = ""
    line: str = ""
    related: tuple[ToldRelated, ...] = ()
    fix: ToldFix | None = None
    url: str | None = None
    trace: str = ""


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What came of one file.

    ``reports`` counts the annual reports in it. ``problems`` tell why it was not checked or written. ``fixed`` counts
    the fixes that were made, or with ``diff`` would be, by rule code. ``diff`` is the unified diff of these. ``data``
    are the fixed bytes, given for standard input where a fix was made. ``failed`` tells that a finding is as loud as
    ``fail-on``. ``ignored`` counts the findings that are suppressed, ``known`` those that stand in the baseline,
    ``vanished`` those of the baseline that are gone. ``unused`` are findings about entries of the file of ignores.
    ``keys`` are the keys of all findings that are not ignored, given when they were asked for. ``beside`` tells that
    this is no checked file but one with suppressions beside the reports.
    """

    name: str
    findings: tuple[ToldFinding, ...] = ()
    problems: tuple[ToldFinding, ...] = ()
    reports: int = 0
    fixed: Mapping[str, int] = field(default_factory=dict)
    diff: str = ""
    data: bytes | None = None
    failed: bool = False
    ignored: int = 0
    known: int = 0
    vanished: int = 0
    unused: tuple[ToldFinding, ...] = ()
    keys: tuple[tuple[str, str, str], ...] = ()
    beside: bool = False


@dataclass(frozen=True, slots=True)
class ToldRule:
    """A rule as formats name it: code, name, title in the reader's language, severity."""

    code: str
    name: str
    title: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Run:
    """A whole run: the outcome of every file in order, the ``problems`` that concern no file, and the rules that ran.

    ``notes`` are sentences for standard error: what was passed over, and why. ``version`` is that of gxlint.
    """

    files: tuple[FileOutcome, ...]
    problems: tuple[ToldFinding, ...] = ()
    rules: tuple[ToldRule, ...] = ()
    notes: tuple[str, ...] = ()
    version: str = ""

    @property
    def checked(self) -> list[FileOutcome]:
        """The files that were read and checked to the end."""
        return [
            file for file in self.files if not file.beside and not any(one.severity == "error" for one in file.problems)
        ]

    @property
    def findings(self) -> list[ToldFinding]:
        """Every finding of every file."""
        return [finding for file in self.files for finding in file.findings]

    @property
    def all_problems(self) -> list[ToldFinding]:
        """Every problem, those that concern no file first."""
        return [*self.problems, *(problem for file in self.files for problem in file.problems)]


class Teller:
    """Tells the findings of one file. ``modules`` gives for a rule code the module whose catalogue translates it;
    ``secrets`` are words of the text that must not be quoted."""

    def __init__(
        self, filename: str, text: str, language: Language, modules: Mapping[str, str], secrets: Iterable[str] = ()
    ) -> None:
        self.filename = filename
        self.language = language
        self.modules = modules
        self.secrets = sorted(set(secrets) - {""}, key=len, reverse=True)
        self.lines = LineIndex.of(text)

    def told(self, finding: Finding, cell: str = "") -> ToldFinding:
        """The finding as it is shown; its spans are offsets in the whole file's text."""
        module = self.modules.get(finding.code, "gxlint")
        return ToldFinding(
            finding.code,
            finding.name,
            finding.severity or "error",
            self._tell(finding.message, finding.args, module),
            self.filename,
            self._place(finding.span),
            cell,
            self._unreadable(self.lines.line(self.lines.row(finding.span.start))),
            tuple(
                ToldRelated(self._place(one.span), self._tell(one.message, one.args, module)) for one in finding.related
            ),
            self._fix(finding.fix, module),
        )

    def _fix(self, fix: Fix | None, module: str) -> ToldFix | None:
        if fix is None:
            return None
        edits = tuple(ToldEdit(self._place(edit.span), edit.content) for edit in fix.edits)
        return ToldFix(fix.applicability, self._tell(fix.message, fix.args, module), edits)

    def _tell(self, template: str, args: Mapping[str, object], module: str) -> str:
        return self._unreadable(tell(template, args, self.language, module))

    def _unreadable(self, text: str) -> str:
        """The text with a star for every letter and figure of what is secret; all columns stay as they are."""
        for secret in self.secrets:
            if secret in text:
                text = text.replace(secret, "".join("*" if one.isalnum() else one for one in secret))
        return text

    def _place(self, span: Span) -> Place:
        return Place(self.lines.location(span.start), self.lines.location(span.end))


def counts(findings: Sequence[ToldFinding]) -> dict[Severity, int]:
    """How many findings there are of each severity."""
    found: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
    for finding in findings:
        found[finding.severity] += 1
    return found
