"""Counting alarms and finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from random import Random

from gxlint import Finding, Rule, Span
from gxlint.engine import lint
from gxlint.plugins import load
from gxlint.testing import report_of
from tests.accuracy.broken import INJECTORS
from tests.accuracy.drafts import draft
from tests.accuracy.places import Broken

LOUD = ("error", "warning")
DEFECTS_FROM = 1_000_000
"""The seeds of reports with a defect begin here, so that they are others than those in order."""
_TRIES = 300


@dataclass(slots=True)
class Recall:
    """What became of the reports with one kind of defect. ``others`` counts what else was told aloud, by code."""

    written: int = 0
    found: int = 0
    others: Counter[str] = field(default_factory=Counter)
    missed: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Alarm:
    """An error or warning about a report that is in order. ``seed`` writes the report again."""

    seed: int
    code: str
    words: str
    line: str


@dataclass(slots=True)
class Measured:
    """``advice`` counts the reports in order that a rule has advice for."""

    reports: int
    alarms: list[Alarm]
    advice: Counter[str]
    recall: dict[str, Recall]


def rules() -> Mapping[str, Rule]:
    """The bundled rules by code, but for those about gxlint's own work."""
    return {code: rule for code, rule in load(entry_points=True).rules.items() if not code.startswith("GXE")}


def measured(reports: int) -> Measured:
    """Write and check ``reports`` reports that are in order and as many with one defect, the kinds taking turns. Rules
    that are off by default are measured like the others; they run on reports in order and on those with their defect.
    """
    every = rules()
    selected = [rule for rule in every.values() if rule.default]
    alarms, advice = in_order(range(reports), every.values())
    recall = {code: Recall() for code in every if code in INJECTORS}
    codes = list(recall)
    for number in range(reports):
        code = codes[number % len(codes)]
        running = selected if every[code].default else [*selected, every[code]]
        _try(code, DEFECTS_FROM + number * _TRIES, number // len(codes), running, recall[code])
    return Measured(reports, alarms, advice, recall)


def in_order(seeds: Iterable[int], selected: Iterable[Rule]) -> tuple[list[Alarm], Counter[str]]:
    """What is told about reports in order: every error and warning, and advice by the number of reports."""
    selected = list(selected)
    alarms: list[Alarm] = []
    advice: Counter[str] = Counter()
    for seed in seeds:
        text = draft(seed).text()
        found = lint(report_of(text), selected)
        for one in found:
            if one.severity in LOUD:
                start = text.rfind("\n", 0, one.span.start) + 1
                line = text[start : text.find("\n", one.span.end)]
                alarms.append(Alarm(seed, one.code, text[one.span.start : one.span.end], line))
        advice.update({one.code for one in found if one.severity not in LOUD})
    return alarms, advice


def broken(code: str, seed: int, turn: int) -> tuple[int, Broken] | None:
    """A report with the defect that a rule is for, and its seed: the first from ``seed`` on that can have it. The
    defects of a rule take turns."""
    injectors = INJECTORS[code]
    for at in range(seed, seed + _TRIES):
        result = injectors[turn % len(injectors)](draft(at), Random(at))
        if result is not None:
            return at, result
    return None


def found_in(one: Broken, code: str, findings: Iterable[Finding]) -> bool:
    """Whether a rule points at the place of the defect."""
    return any(finding.code == code and touches(finding.span, one) for finding in findings)


def touches(span: Span, one: Broken) -> bool:
    """Whether a span overlaps a place of the defect, or ends where it begins."""
    return any(span.start <= place.end and place.start <= span.end for place in one.places)


def _try(code: str, seed: int, turn: int, selected: list[Rule], recall: Recall) -> None:
    made = broken(code, seed, turn)
    if made is None:
        return
    at, one = made
    findings = lint(report_of(one.text), selected)
    recall.written += 1
    if found_in(one, code, findings):
        recall.found += 1
    else:
        recall.missed.append(at)
    recall.others.update(finding.code for finding in findings if finding.code != code and finding.severity in LOUD)
