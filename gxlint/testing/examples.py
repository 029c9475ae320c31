"""Examples with the expected places marked in them, and the examples on a rule's page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from gxlint.core import rule_crashed
from gxlint.engine import lint
from gxlint.fixes import changes_figure, fix_text
from gxlint.forms import bundled_forms
from gxlint.language import tell
from gxlint.parser import parse_all
from gxlint.readers import read_plain
from gxlint.report import Report
from gxlint.rule import Finding, Rule
from gxlint.testing.overlay import overlay
from gxlint.testing.sample import sample
from gxlint.text import Span

_MARK = re.compile(r"[⟦⟧]")
_LEFT_OVER = re.compile(r"\{[a-z_]\w*[}!:.\[]")


class Examples(NamedTuple):
    """The examples on a rule's page: what the rule has to mark, and what it must leave alone."""

    bad: tuple[str, ...]
    good: tuple[str, ...]


def marked(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text without the marks ``⟦ ⟧``, and the spans that were marked, in order; ``⟦⟧`` marks a point.

    Raises ValueError where a mark is not closed or not opened.
    """
    spans: list[Span] = []
    opened: list[int] = []
    pieces: list[str] = []
    length = done = 0
    for mark in _MARK.finditer(text):
        pieces.append(text[done : mark.start()])
        length += mark.start() - done
        done = mark.end()
        if mark[0] == "⟦":
            opened.append(length)
        elif opened:
            spans.append(Span(opened.pop(), length))
        else:
            raise ValueError(f"⟧ without ⟦ before it: …{text[max(0, mark.start() - 20) : mark.end()]}")
    if opened:
        raise ValueError(f"{len(opened)} ⟦ without ⟧")
    pieces.append(text[done:])
    return "".join(pieces), tuple(sorted(spans))


def report_of(text: str, name: str = "", year: int | None = None) -> Report:
    """The first report in ``text``, read as plain text on the official forms."""
    return parse_all(text, name, read_plain, bundled_forms(), year)[0].report


def findings(text: str, rule: Rule, name: str = "", year: int | None = None) -> list[Finding]:
    """What one rule finds in a text, read as plain text. Raises AssertionError when the rule crashes."""
    found: list[Finding] = []
    for part in parse_all(text, name, read_plain, bundled_forms(), year):
        for finding in lint(part.report, [rule]):
            if finding.code == rule_crashed.code:
                raise AssertionError(tell(finding.message, finding.args))
            found.append(_shifted(finding, part.offset) if part.offset else finding)
    return found


def _shifted(finding: Finding, by: int) -> Finding:
    related = tuple(replace(one, span=one.span.shifted(by)) for one in finding.related)
    fix = finding.fix
    if fix is not None:
        fix = replace(fix, edits=tuple(replace(edit, span=edit.span.shifted(by)) for edit in fix.edits))
    return replace(finding, span=finding.span.shifted(by), related=related, fix=fix)


def examples(rule: Rule) -> Examples:
    """The blocks ``错：`` and ``对：`` under the heading ``例`` of a rule's page, without their indent."""
    bad: list[str] = []
    good: list[str] = []
    for word, lines in _blocks(rule.page):
        (bad if word == "错" else good).append("\n".join(lines))
    return Examples(tuple(bad), tuple(good))


def _blocks(page: str) -> Iterator[tuple[str, list[str]]]:
    inside = False
    block: tuple[str, list[str]] | None = None
    for line in page.split("\n"):
        text = line.strip()
        indent = len(line) - len(line.lstrip(" "))
        if text and indent == 0:
            inside = text == "例"
        if not inside or (text and indent == 0):
            continue
        if indent == 4 and text[:2] in ("错：", "对："):
            if block:
                yield block[0], _trimmed(block[1])
            block = (text[0], [text[2:]] if text[2:] else [])
        elif block:
            block[1].append(line[8:])
    if block:
        yield block[0], _trimmed(block[1])


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def check_examples(rule: Rule) -> None:
    """Run the examples on a rule's page, each laid over the sample.

    Raises AssertionError unless every bad one gives findings exactly at its marks and every good one gives none.
    """
    shown = examples(rule)
    if not shown.bad or not shown.good:
        raise AssertionError(f"{rule.code}: the page needs at least one example under 错： and one under 对：")
    for number, example in enumerate(shown.bad, 1):
        text, expected = marked(overlay(sample(), example))
        if not expected:
            raise AssertionError(f"{rule.code}: bad example {number} marks nothing with ⟦ ⟧")
        _demand(rule, f"bad example {number}", text, expected)
    for number, example in enumerate(shown.good, 1):
        text, _ = marked(overlay(sample(), example))
        _demand(rule, f"good example {number}", text, ())


def _demand(rule: Rule, what: str, text: str, expected: Sequence[Span]) -> None:
    found = findings(text, rule)
    if [one.span for one in found] != list(expected):
        if not report_of(text).recognised:
            raise AssertionError(f"{rule.code}: {what} is not recognised as a report")
        wanted = [f"  - {_shown(text, span)}" for span in expected if span not in [one.span for one in found]]
        extra = [
            f"  + {_shown(text, one.span)}: {tell(one.message, one.args)}" for one in found if one.span not in expected
        ]
        twice = [] if wanted or extra else [f"  {len(found)} findings for {len(expected)} marks"]
        lines = "\n".join([*wanted, *extra, *twice])
        raise AssertionError(f"{rule.code}: {what} (- marked and not found, + found and not marked)\n{lines}")
    for one in found:
        message = tell(one.message, one.args)
        if _LEFT_OVER.search(message):
            raise AssertionError(f"{rule.code}: {what}: a value is missing in the message: {message}")


def _shown(text: str, span: Span) -> str:
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - 20)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + 20)
    row = text.count("\n", 0, span.start) + 1
    return f"row {row}: {text[start : span.start]}⟦{text[span.start : span.end]}⟧{text[span.end : end]}"


def check_fixes(rule: Rule) -> None:
    """Apply the fixes a rule offers on its bad examples.

    Raises AssertionError where a fix leaves its finding in place, never comes to rest, is not what the rule announces
    with ``fixable``, or is called safe and changes a figure.
    """
    for number, example in enumerate(examples(rule).bad, 1):
        text, _ = marked(overlay(sample(), example))
        what = f"{rule.code}: bad example {number}"
        before = [one for one in findings(text, rule) if one.fix is not None]
        for finding in before:
            fix = finding.fix
            if fix is None:
                continue
            if rule.fixable is None or (rule.fixable == "safe") < (fix.applicability == "safe"):
                raise AssertionError(f"{what}: a {fix.applicability} fix, but the rule announces {rule.fixable}")
            if fix.applicability == "safe" and changes_figure(text, fix.edits):
                raise AssertionError(f"{what}: a safe fix changes a figure: {_shown(text, finding.span)}")
        outcome = fix_text(text, lambda changed: findings(changed, rule), unsafe=True)
        if outcome.unsettled:
            raise AssertionError(f"{what}: the fix never comes to rest")
        if any(one.fix is not None for one in outcome.left):
            raise AssertionError(f"{what}: a fix that cannot be applied")
        if fix_text(outcome.text, lambda changed: findings(changed, rule), unsafe=True).text != outcome.text:
            raise AssertionError(f"{what}: fixing twice is not fixing once")
