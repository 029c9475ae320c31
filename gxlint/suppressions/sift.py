"""Telling the findings that people have dealt with from those that are to be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from gxlint.parser import Part
from gxlint.rule import Finding
from gxlint.suppressions.ignores import Ignore
from gxlint.suppressions.key import Key, key_of

Why = Literal["gone", "expired", "no-rule", "no-file"]
"""Why an entry suppresses nothing: the finding is gone or its passage was changed; its last day has passed; there is
no such rule; there is no such file."""

_NOTHING: Mapping[Key, int] = {}


@dataclass(frozen=True, slots=True)
class Suppressions:
    """What was decided about one file: the entries that speak of it, and the findings the baseline has of it."""

    ignores: tuple[Ignore, ...] = ()
    baseline: Mapping[Key, int] = field(default_factory=lambda: _NOTHING)
    today: date | None = None

    def __bool__(self) -> bool:
        return bool(self.ignores or self.baseline)

    def expired(self, entry: Ignore) -> bool:
        """Whether the entry's last day has passed."""
        return entry.until is not None and self.today is not None and self.today > entry.until


NONE = Suppressions()


@dataclass(frozen=True, slots=True)
class Unused:
    """An entry that suppresses nothing, and why."""

    entry: Ignore
    why: Why


@dataclass(frozen=True, slots=True)
class Sifted:
    """``findings`` are to be told, ``ignored`` and ``known`` (from the baseline) are not. ``vanished`` counts the
    findings of the baseline that are no longer there."""

    findings: tuple[Finding, ...]
    ignored: tuple[Finding, ...] = ()
    known: tuple[Finding, ...] = ()
    unused: tuple[Unused, ...] = ()
    vanished: int = 0


def sift(
    findings: Sequence[Finding],
    parts: Sequence[Part],
    suppressions: Suppressions,
    ran: Callable[[str], bool | None],
) -> Sifted:
    """Sort the findings of a file. ``ran`` tells of a rule's code or name whether the rule looked at the file, None
    where there is no such rule; only an entry whose rule looked can be called unused."""
    if not suppressions:
        return Sifted(tuple(findings))
    told: list[Finding] = []
    ignored: list[Finding] = []
    known: list[Finding] = []
    used: set[int] = set()
    left = Counter(suppressions.baseline)
    holding = [(at, one) for at, one in enumerate(suppressions.ignores) if not suppressions.expired(one)]
    for finding in findings:
        key = key_of(finding, parts)
        matching = {at for at, entry in holding if entry.matches(key, finding.name)}
        used |= matching
        if matching:
            ignored.append(finding)
        elif left[key] > 0:
            left[key] -= 1
            known.append(finding)
        else:
            told.append(finding)
    unused = tuple(
        Unused(entry, why)
        for at, entry in enumerate(suppressions.ignores)
        if at not in used and (why := _why(entry, suppressions, ran)) is not None
    )
    vanished = sum(count for key, count in left.items() if ran(key.rule))
    return Sifted(tuple(told), tuple(ignored), tuple(known), unused, vanished)


def _why(entry: Ignore, suppressions: Suppressions, ran: Callable[[str], bool | None]) -> Why | None:
    if suppressions.expired(entry):
        return "expired"
    looked = ran(entry.rule)
    if looked is None:
        return "no-rule"
    return "gone" if looked else None
