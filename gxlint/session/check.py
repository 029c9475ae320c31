"""Checking a text: the one function that the command line, the hook, the language server and the workers all call."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from gxlint.core import rule_crashed
from gxlint.engine import lint
from gxlint.parser import Part, parse_all
from gxlint.plugins import Registry
from gxlint.readers import PLAIN, Reader, View
from gxlint.report import Report
from gxlint.rule import Edit, Finding, Related
from gxlint.settings import Selection, Settings
from gxlint.text import Span

if TYPE_CHECKING:
    from gxlint.rule import Rule
    from gxlint.suppressions import Suppressions, Unused


_MARKUP = frozenset("\t\r\n|<>&")
"""What would be markup, or make a row or a paragraph, in a file with markup."""


@dataclass(frozen=True, slots=True)
class Project:
    """Settings together with the plugins they ask for, and the settings applied to the rules of these."""

    settings: Settings
    registry: Registry
    selection: Selection

    @classmethod
    def of(cls, settings: Settings, registry: Registry) -> Project:
        """Raises SettingsError for a selector or a plugin in the settings that does not exist."""
        return cls(settings, registry, Selection(settings, registry))

    def reader(self, name: str) -> Reader | None:
        """The reader for a file of this name, the last registered first; None for a type that none reads."""
        lower = name.lower()
        for reader in reversed(self.registry.readers):
            if lower.endswith(reader.suffixes):
                return reader
        return None


@dataclass(frozen=True, slots=True)
class FileResult:
    """What the rules found in a text.

    ``parts`` are the reports in it, at least one; ``findings`` are sorted by place, and their spans count from the
    start of the whole text. ``ignored`` were found as well and are suppressed by an entry of the file of ignores,
    ``known`` stand in the baseline; ``unused`` are entries about this file that suppress nothing, ``vanished`` counts
    the findings of the baseline that are gone. Of a file with markup ``text`` is what was read, and ``view`` leads back
    to the file; ``in_source`` are the findings with places there.
    """

    name: str
    text: str
    parts: tuple[Part, ...]
    findings: tuple[Finding, ...]
    ignored: tuple[Finding, ...] = ()
    known: tuple[Finding, ...] = ()
    unused: tuple[Unused, ...] = ()
    vanished: int = 0
    view: View | None = None

    @property
    def recognised(self) -> bool:
        """Whether there is any annual report in the text."""
        return any(part.report.recognised for part in self.parts)

    @property
    def reports(self) -> int:
        """How many annual reports there are in the text."""
        return sum(part.report.recognised for part in self.parts)

    @property
    def secrets(self) -> frozenset[str]:
        """What stands in private places of the text, and must not be quoted: as it was read, and as the file has it."""
        spans = [one.span for one in (*self.findings, *self.ignored, *self.known) if one.private]
        words = {self.text[span.start : span.end] for span in spans}
        if self.view is not None:
            places = map(self.view.source_span, spans)
            words |= {self.view.source[place.start : place.end] for place in places}
        return frozenset(words)

    def part(self, offset: int) -> Part:
        """The part of the text that the offset lies in."""
        return self.parts[max(bisect_right(self.parts, offset, key=lambda part: part.offset) - 1, 0)]

    @property
    def source(self) -> str:
        """The file's own text, markup included."""
        return self.text if self.view is None else self.view.source

    def source_span(self, span: Span) -> Span:
        """Where a span of the text lies in the file itself."""
        return span if self.view is None else self.view.source_span(span)

    def in_source(self) -> tuple[Finding, ...]:
        """The findings, with places in the file itself."""
        view = self.view
        return self.findings if view is None else tuple(_in_source(one, view) for one in self.findings)

    def place(self, finding: Finding) -> str:
        """How to name the finding's place to a reader where it lies in a table; empty elsewhere."""
        part = self.part(finding.span.start)
        return part.report.place(finding.span.shifted(-part.offset))


@dataclass(slots=True)
class Kept:
    """What is known about the reports of a text, by their texts: reports, and findings that count from their starts.

    A compilation that is checked again after an edit with what was kept of it costs little more than the report that
    was edited. It holds for one project and one name and path of a file; whoever keeps it begins anew with others.
    """

    reports: dict[str, Report] = field(default_factory=dict)
    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)


def check_text(
    text: str,
    name: str,
    project: Project,
    path: Path | None = None,
    suppressions: Suppressions | None = None,
    kept: Kept | None = None,
) -> FileResult:
    """Read ``text`` as the file ``name`` and run the project's rules over every report in it.

    ``path`` is what the patterns of ``per-file-ignores`` are matched against, the name by default; ``suppressions`` is
    what people have decided about the file (``SideFiles.of``). Reports that are ``kept`` are neither read nor checked
    again; afterwards those of this text are kept, and no others. Touches no file. Raises only what the reader of a
    plugin may raise; a rule that raises becomes a finding.
    """
    reader = project.reader(name)
    if reader is None or reader.view is None:
        return check_read(text, name, project, path, suppressions, kept)
    view = reader.view(text)
    result = check_read(view.text, name, project, path, suppressions, kept)
    return replace(result, view=view, findings=tuple(_fixed_in(one, view) for one in result.findings))


def check_read(
    text: str,
    name: str,
    project: Project,
    path: Path | None = None,
    suppressions: Suppressions | None = None,
    kept: Kept | None = None,
) -> FileResult:
    """The same for what was read of a file already: the text of a view, without markup."""
    settings, registry, selection = project.settings, project.registry, project.selection
    blocks_of = (project.reader(name) or PLAIN).blocks
    kept = kept if kept is not None else Kept()
    parts = parse_all(text, Path(name).name, blocks_of, registry.forms, settings.year, kept.reports, registry.organs)
    rules = selection.rules(path if path is not None else Path(name))
    findings: dict[str, tuple[Finding, ...]] = {}
    for part in parts:
        report = part.report
        known = kept.findings.get(report.text)
        if known is None:
            known = lint(report, rules, severities=selection.severities, plugin_names=selection.plugin_names)
        findings[report.text] = known
    kept.reports, kept.findings = {part.report.text: part.report for part in parts}, findings
    found = [_shifted(finding, part.offset) for part in parts for finding in findings[part.report.text]]
    result = FileResult(name, text, parts, tuple(_wanted(found, selection)))
    if suppressions and result.recognised:
        return _sifted(result, suppressions, project, rules)
    return result


def _sifted(result: FileResult, suppressions: Suppressions, project: Project, rules: Sequence[Rule]) -> FileResult:
    from gxlint.suppressions import sift

    ran = {name for rule in rules for name in (rule.code, rule.name)}
    registry = project.registry
    known = {name for rule in registry.rules.values() for name in (rule.code, rule.name)}

    def looked(rule: str) -> bool | None:
        # A rule that nobody knows may belong to a plugin that is not there.
        return True if rule in ran else False if rule in known or registry.incomplete else None

    sifted = sift(result.findings, result.parts, suppressions, looked)
    return replace(
        result,
        findings=sifted.findings,
        ignored=sifted.ignored,
        known=sifted.known,
        unused=sifted.unused,
        vanished=sifted.vanished,
    )


def _wanted(findings: list[Finding], selection: Selection) -> Iterator[Finding]:
    if any(finding.code == rule_crashed.code for finding in findings) and not selection.verdict(rule_crashed).on:
        return (finding for finding in findings if finding.code != rule_crashed.code)
    return iter(findings)


def _shifted(finding: Finding, by: int) -> Finding:
    """The finding with all its places counted from the start of the file, where its report begins ``by`` later."""
    return _moved(finding, lambda span: span.shifted(by)) if by else finding


def _in_source(finding: Finding, view: View) -> Finding:
    return _moved(finding, view.source_span)


def _fixed_in(finding: Finding, view: View) -> Finding:
    """The finding with its fix where that can be made in the markup: it replaces text that stands there in one piece
    by text, and adds no line and no cell."""
    fix = finding.fix
    if fix is None or all(view.exact(one.span) and not _MARKUP & {*one.content} for one in fix.edits):
        return finding
    return replace(finding, fix=None)


def _moved(finding: Finding, move: Callable[[Span], Span]) -> Finding:
    fix = finding.fix and replace(
        finding.fix, edits=tuple(Edit(move(edit.span), edit.content) for edit in finding.fix.edits)
    )
    related = tuple(Related(move(one.span), one.message, one.args) for one in finding.related)
    return replace(finding, span=move(finding.span), related=related, fix=fix)
