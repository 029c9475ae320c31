"""The engine: a report and rules → findings. A rule that fails costs its own further findings and no others'."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from types import FrameType

from gxlint.core import rule_crashed
from gxlint.language import tell
from gxlint.report import Report
from gxlint.rule import SEVERITIES, Edit, Finding, Fix, Rule, Severity
from gxlint.text import Span

_NO_SEVERITIES: Mapping[str, Severity] = {}
_NO_NAMES: Mapping[str, str] = {}


class FindingError(ValueError):
    """A rule yielded something that is no finding in its report: the message says what."""


def lint(
    report: Report,
    rules: Iterable[Rule],
    *,
    severities: Mapping[str, Severity] = _NO_SEVERITIES,
    plugin_names: Mapping[str, str] = _NO_NAMES,
) -> tuple[Finding, ...]:
    """Run ``rules`` over ``report``: their findings with code, name and severity, sorted by place and code.

    ``severities`` (by code) outrank the rule's severity and the one a rule gives to a single finding. A rule that
    raises, or yields what is no finding in this report, adds one ``GXE001`` that names it and its plugin (from
    ``plugin_names``, by code); what it found before is kept. Of findings with the same cause only the one with the
    lowest rank is kept, of equal ranks the one of the earlier rule. A text that is no report has no findings.
    """
    if not report.recognised:
        return ()
    findings: list[Finding] = []
    for rule in rules:
        findings += _run(rule, report, severities, plugin_names)
    return tuple(sorted(_one_per_cause(findings), key=lambda one: (one.span.start, one.span.end, one.code)))


def _run(
    rule: Rule, report: Report, severities: Mapping[str, Severity], plugin_names: Mapping[str, str]
) -> list[Finding]:
    findings: list[Finding] = []
    level = severities.get(rule.code)
    running: Iterable[Finding] | None = None
    try:
        running = rule.run(report)
        for found in running:
            _demand_finding(found, len(report.text))
            severity = level or found.severity or rule.severity
            findings.append(replace(found, code=rule.code, name=rule.name, severity=severity))
    except (Exception, SystemExit) as error:
        place = _place(rule, error, getattr(running, "gi_frame", None))
        crash = _crash(rule, error, place, plugin_names.get(rule.code, rule.module), report)
        findings.append(replace(crash, severity=severities.get(rule_crashed.code, rule_crashed.severity)))
    return findings


def _one_per_cause(findings: list[Finding]) -> Iterable[Finding]:
    told: dict[Hashable, Finding] = {}
    for finding in findings:
        if finding.cause is not None:
            best = told.setdefault(finding.cause, finding)
            if finding.rank < best.rank:
                told[finding.cause] = finding
    return (one for one in findings if one.cause is None or told[one.cause] is one)


def _crash(rule: Rule, error: BaseException, place: str, plugin: str, report: Report) -> Finding:
    kind = type(error).__name__
    return Finding(
        Span(0, min(1, len(report.text))),
        "规则 {rule}（插件 {plugin}）运行出错：{error}（{place}）。这不是报告的问题，请告知插件作者；"
        "可用 --ignore {code} 停用该规则。",
        {
            "rule": f"{rule.code} {rule.name}",
            "plugin": plugin,
            "error": f"{kind}: {error}" if str(error) else kind,
            "place": place,
            "code": rule.code,
        },
        code=rule_crashed.code,
        name=rule_crashed.name,
    )


def _place(rule: Rule, error: BaseException, waiting: FrameType | None) -> str:
    """Where in its own file the rule was when it failed: the last line that ran, or the ``yield`` it waits at when what
    it yielded was refused; where it begins if neither is known."""
    code = getattr(rule.function, "__code__", None)
    if code is None:
        return rule.module
    line: int = waiting.f_lineno if waiting is not None else code.co_firstlineno
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == code.co_filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    return f"{code.co_filename.replace(chr(92), '/').rpartition('/')[2]}:{line}"


def _demand_finding(found: object, length: int) -> None:
    """Raise FindingError, or what the finding's own values raise, unless it can be shown for a text of this length."""
    if not isinstance(found, Finding):
        raise FindingError(f"yielded {type(found).__name__}, not a Finding")
    _demand_span(found.span, length)
    _demand_message(found.message, found.args)
    hash(found.cause)
    if found.severity is not None and found.severity not in SEVERITIES:
        raise FindingError(f"severity {found.severity!r} is none of {', '.join(SEVERITIES)}")
    for related in found.related:
        _demand_span(related.span, length)
        _demand_message(related.message, related.args)
    if found.fix is not None:
        _demand_fix(found.fix, length)


def _demand_fix(fix: object, length: int) -> None:
    if not isinstance(fix, Fix):
        raise FindingError(f"fix is {type(fix).__name__}, not a Fix")
    _demand_message(fix.message, fix.args)
    last: Edit | None = None
    for edit in sorted(fix.edits, key=lambda one: one.span):
        _demand_span(edit.span, length)
        if last is not None and (edit.span.start < last.span.end or edit.span == last.span):
            raise FindingError(f"edits of one fix overlap at {edit.span.start}")
        last = edit


def _demand_span(span: object, length: int) -> None:
    if not isinstance(span, Span):
        raise FindingError(f"span is {type(span).__name__}, not a Span")
    if not 0 <= span.start <= span.end <= length:
        raise FindingError(f"{span} is not inside the text of {length} characters")


def _demand_message(message: object, args: Mapping[str, object]) -> None:
    if not isinstance(message, str):
        raise FindingError(f"message is {type(message).__name__}, not a str")
    tell(message, args)
