"""Fixes: choose edits that do not collide, apply them, look again, until nothing is left to do.

Nothing outside the edits is touched. A fix is applied whole or not at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gxlint.readers.lines import is_page_number
from gxlint.rule import Edit, Finding, Fix
from gxlint.text import MARKUP_TOKEN, Span

LIMIT = 10
"""How many times over the fixes of one rule are applied before they count as never coming to rest."""

_Change = tuple[Span, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """``edits`` in the order of the text, none touching another; ``applied`` are the findings they mend, ``left`` all
    others."""

    edits: tuple[Edit, ...]
    applied: tuple[Finding, ...]
    left: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class FixOutcome:
    """``text`` after all fixes, how many were ``applied`` by rule code, and the findings ``left`` in it.

    ``unsettled`` are the codes of rules whose fixes came back again and again, alone or in turns: none of their fixes
    is in ``text``. ``announced`` are the mended findings whose fix has to be told to a person.
    """

    text: str
    applied: Counter[str]
    left: tuple[Finding, ...]
    unsettled: frozenset[str] = frozenset()
    announced: tuple[Finding, ...] = ()


def choose(text: str, findings: Iterable[Finding], *, unsafe: bool = False) -> Choice:
    """The fixes that can be applied to ``text`` together: the safe ones, with ``unsafe`` all.

    Where two touch each other, the one that begins first in the text goes, at the same place the one with the lower
    code; the other can follow when the text has been looked at again. Equal edits are made once. A fix that is called
    safe and changes a figure counts as unsafe.
    """
    ordered = list(findings)
    candidates = [
        (fix.edits[0].span, finding.code, place, fix)
        for place, finding in enumerate(ordered)
        if (fix := _usable(text, finding.fix, unsafe)) is not None
    ]
    candidates.sort(key=lambda one: one[:3])
    accepted: list[_Change] = []
    mended: set[int] = set()
    for _, _, place, fix in candidates:
        changes = [(edit.span, edit.content) for edit in fix.edits]
        if not any(_collides(change, accepted) for change in changes):
            for change in changes:
                if change not in accepted[bisect_left(accepted, change) :][:1]:
                    insort(accepted, change)
            mended.add(place)
    return Choice(
        tuple(Edit(span, content) for span, content in accepted),
        tuple(one for place, one in enumerate(ordered) if place in mended),
        tuple(one for place, one in enumerate(ordered) if place not in mended),
    )


def apply(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with the edits made. Line ends in what is put in become those that prevail in the text.

    Raises ValueError when two edits overlap or one lies outside the text.
    """
    end = line_end(text)
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda one: one.span):
        if not done <= edit.span.start <= edit.span.end <= len(text):
            raise ValueError(f"edit at {edit.span} overlaps another or lies outside the text")
        content = edit.content.replace("\r\n", "\n").replace("\n", end) if "\n" in edit.content else edit.content
        pieces += (text[done : edit.span.start], content)
        done = edit.span.end
    return "".join((*pieces, text[done:]))


def fix_text(
    text: str, relint: Callable[[str], Sequence[Finding]], *, unsafe: bool = False, limit: int = LIMIT
) -> FixOutcome:
    """Apply fixes until ``relint`` (a text → its findings) finds nothing more to apply: doing it again changes nothing.

    A rule whose fixes undo those of another, or go on after ``limit`` rounds, is left out, and the work begins again
    from ``text`` without it.
    """
    barred: frozenset[str] = frozenset()
    while True:
        outcome, restless = _to_rest(text, relint, unsafe, limit, barred)
        if not restless:
            return outcome
        barred |= restless


def _to_rest(
    text: str, relint: Callable[[str], Sequence[Finding]], unsafe: bool, limit: int, barred: frozenset[str]
) -> tuple[FixOutcome, frozenset[str]]:
    """One try without the fixes of ``barred``; the second value names the rules that did not come to rest."""
    applied: Counter[str] = Counter()
    announced: list[Finding] = []
    rounds: list[frozenset[str]] = []
    seen = {text: 0}
    while True:
        findings = tuple(relint(text))
        choice = choose(text, (one for one in findings if one.code not in barred), unsafe=unsafe)
        if not choice.edits:
            return FixOutcome(text, applied, findings, barred, tuple(announced)), frozenset()
        applied.update(one.code for one in choice.applied)
        announced += [one for one in choice.applied if one.fix is not None and one.fix.announce]
        rounds.append(frozenset(one.code for one in choice.applied))
        text = apply(text, choice.edits)
        if text in seen:
            restless = frozenset().union(*rounds[seen[text] :])
        else:
            worked = Counter(code for codes in rounds for code in codes)
            restless = frozenset(code for code, times in worked.items() if times >= limit)
        if restless:
            return FixOutcome(text, applied, findings, barred), restless
        seen[text] = len(rounds)


def _usable(text: str, fix: Fix | None, unsafe: bool) -> Fix | None:
    """The fix with its edits in the order of the text, None when it may not be applied or would do nothing."""
    if fix is None or not any(text[one.span.start : one.span.end] != one.content for one in fix.edits):
        return None
    if not unsafe and (fix.applicability != "safe" or changes_figure(text, fix.edits)):
        return None
    return replace(fix, edits=tuple(sorted(fix.edits, key=lambda one: one.span)))


def _collides(change: _Change, accepted: list[_Change]) -> bool:
    """Whether an accepted change that is not the very same touches this one."""
    span = change[0]
    place = bisect_left(accepted, (Span(span.start, span.start), ""))
    if place and accepted[place - 1][0].end >= span.start:
        return True
    while place < len(accepted) and accepted[place][0].start <= span.end:
        if accepted[place] != change:
            return True
        place += 1
    return False


def line_end(text: str) -> str:
    """The line end that prevails in the text: ``\\n``, ``\\r\\n`` or ``\\r``."""
    pairs = text.count("\r\n")
    feeds = text.count("\n") - pairs
    returns = text.count("\r") - pairs
    if pairs > feeds:
        return "\r\n" if pairs >= returns else "\r"
    return "\r" if returns > feeds else "\n"


_FULL_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *map(ord, "．－＋％"))}
_YEAR_APART = re.compile(
    r"(?<!\d)(?:1[ \xa0\u3000]?9|2[ \xa0\u3000]?0)[ \xa0\u3000]?\d[ \xa0\u3000]?\d(?=[ \xa0\u3000]?年)"
)
_FIGURE = re.compile(r"(?:(?<!\w)[-+])?\d+(?:[.,]\d+)*%?")


def changes_figure(text: str, edits: Iterable[Edit]) -> bool:
    """Whether the edits change, join, split, add or remove a figure of the report.

    Digits of full width are the same as those of half width; invisible markup inside a figure is none of it; white
    space inside a year (``2 0 24 年``) joins nothing, any other does. Printed page numbers are no figures.
    """
    window, inside = _lines_around(text, list(edits))
    return list(_figures(window)) != list(_figures(apply(window, inside)))


def _lines_around(text: str, edits: list[Edit]) -> tuple[str, list[Edit]]:
    """The lines that the edits touch with one more on either side, and the edits as edits of these."""
    if not edits:
        return "", []
    first = min(one.span.start for one in edits)
    last = max(one.span.end for one in edits)
    start = text.rfind("\n", 0, max(text.rfind("\n", 0, first), 0)) + 1
    end = text.find("\n", last)
    end = text.find("\n", end + 1) if end >= 0 else -1
    window = text[start : end if end >= 0 else len(text)]
    return window, [Edit(one.span.shifted(-start), one.content) for one in edits]


def _figures(text: str) -> Iterator[str]:
    plain = MARKUP_TOKEN.sub("", text).replace("\r", "\n").translate(_FULL_WIDTH)
    plain = "\n".join(line for line in plain.split("\n") if not is_page_number(line))
    plain = _YEAR_APART.sub(lambda year: "".join(year[0].split()), plain)
    return (figure[0] for figure in _FIGURE.finditer(plain))
