"""Findings as the diagnostics of the protocol."""

from __future__ import annotations

from collections.abc import Mapping

from lsprotocol import types as t

from gxlint.output import ToldFinding
from gxlint.rule import SEVERITIES, Finding, Severity
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.pages import page_url

SOURCE = "gxlint"

_SEVERITIES: Mapping[Severity, t.DiagnosticSeverity] = {
    "error": t.DiagnosticSeverity.Error,
    "warning": t.DiagnosticSeverity.Warning,
    "info": t.DiagnosticSeverity.Information,
}
_UNNECESSARY = frozenset(
    {
        "stray-markup",
        "page-number-residue",
        "annex-mark-leftover",
        "web-chrome",
        "template-instruction-left",
        "duplicate-section",
        "doubled-punctuation",
        "doubled-word",
    }
)
"""Rules about what should not be there at all: editors show it faded."""
_DEPRECATED = frozenset({"legacy-section-name", "outdated-form", "mixed-form", "outdated-notice"})
"""Rules about what was right once: editors strike it through."""


def provide(analysis: Analysis, params: object = None) -> list[t.Diagnostic]:
    """The findings of the document by place. Where the editor wants no more than so many, the quietest are left out
    first, of equally loud ones those further down."""
    findings = list(analysis.findings)
    most = analysis.options.max_findings
    if 0 < most < len(findings):
        loudest = sorted(range(len(findings)), key=lambda at: (SEVERITIES.index(_severity(findings[at])), at))
        findings = [findings[at] for at in sorted(loudest[:most])]
    return [diagnostic(analysis, finding) for finding in findings]


def diagnostic(analysis: Analysis, finding: Finding) -> t.Diagnostic:
    """One finding; it carries no more than the client understands."""
    client = analysis.client
    url = page_url(analysis, finding.code) if client.descriptions else None
    return t.Diagnostic(
        analysis.range(finding.span),
        analysis.message(finding),
        _SEVERITIES[_severity(finding)],
        finding.code,
        code_description=t.CodeDescription(url) if url else None,
        source=SOURCE,
        tags=_tags(finding) if client.tags else None,
        related_information=_related(analysis, finding) if client.related and finding.related else None,
        data=_data(analysis, finding) if client.data else None,
    )


def diagnostic_beside(told: ToldFinding) -> t.Diagnostic:
    """A finding about a file that is no document: its rows and columns, all of ASCII text, are those of any client."""
    start, end = told.place.start, told.place.end
    place = t.Range(t.Position(start.row - 1, start.column - 1), t.Position(end.row - 1, end.column - 1))
    return t.Diagnostic(place, told.message, _SEVERITIES[told.severity], told.code, source=SOURCE)


def _severity(finding: Finding) -> Severity:
    return finding.severity or "error"


def _tags(finding: Finding) -> list[t.DiagnosticTag] | None:
    if finding.name in _UNNECESSARY:
        return [t.DiagnosticTag.Unnecessary]
    return [t.DiagnosticTag.Deprecated] if finding.name in _DEPRECATED else None


def _related(analysis: Analysis, finding: Finding) -> list[t.DiagnosticRelatedInformation]:
    uri = analysis.document.uri
    return [
        t.DiagnosticRelatedInformation(
            t.Location(uri, analysis.range(one.span)), analysis.tell(one.message, one.args, finding.code)
        )
        for one in finding.related
    ]


def _data(analysis: Analysis, finding: Finding) -> dict[str, object]:
    """What an editor may want to know of the finding beside its message; nothing that changes while the finding does
    not, so that an unchanged diagnostic is equal to the one before."""
    return {
        "rule": finding.name,
        "place": analysis.result.place(finding),
        "fix": finding.fix.applicability if finding.fix is not None else None,
    }
