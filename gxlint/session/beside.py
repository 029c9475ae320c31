"""What is said about the files beside the reports: entries that suppress nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gxlint.language import Language, Message, tell
from gxlint.output import FileOutcome, Place, ToldFinding
from gxlint.problems import unused_suppression
from gxlint.rule import SEVERITIES, Severity
from gxlint.session.check import Project
from gxlint.text import Location

if TYPE_CHECKING:
    from gxlint.suppressions import Unused

_ENTRY = "[[ignore]]"
"""The line with which an entry begins."""

_REASONS = {
    "gone": Message("没有对应的问题：问题已改正，或有关的文字、数字已改过。请删去这条记录，问题仍在的重新记录"),
    "expired": Message("已过截止日期，不再起作用。请核实后删去这条记录，或改写 until"),
    "no-rule": Message("没有这条规则。请改正或删去这条记录"),
    "no-file": Message("没有这个文件（文件名从忽略清单所在的文件夹写起）。请改正或删去这条记录"),
}


def told_unused(shown: str, unused: Iterable[Unused], project: Project, language: Language) -> tuple[ToldFinding, ...]:
    """The findings about these entries of the file ``shown``; none where the project switched their rule off."""
    entries = tuple(unused)
    if not entries or not project.selection.verdict(unused_suppression).on:
        return ()
    severity = project.selection.severities.get(unused_suppression.code, unused_suppression.severity)
    return tuple(_told(shown, one, severity, language) for one in entries)


def _told(shown: str, unused: Unused, severity: Severity, language: Language) -> ToldFinding:
    entry = unused.entry
    said = {
        "rule": entry.rule,
        "file": entry.file,
        "place": entry.place,
        "reason": entry.reason,
        "why": _REASONS[unused.why],
    }
    message = tell("忽略记录 {rule}（{file}，{place}；理由：{reason}）{why}。", said, language)
    place = Place(Location(entry.row, 1), Location(entry.row, 1 + len(_ENTRY)))
    return ToldFinding(unused_suppression.code, unused_suppression.name, severity, message, shown, place, line=_ENTRY)


def outcomes_beside(told: Iterable[ToldFinding], fail_on: str) -> Iterator[FileOutcome]:
    """An outcome for every file that holds such entries."""
    files: dict[str, dict[tuple[int, str], ToldFinding]] = {}
    for one in told:
        files.setdefault(one.filename, {})[one.place.start.row, one.message] = one
    for name, found in sorted(files.items()):
        findings = tuple(one for _, one in sorted(found.items(), key=lambda item: item[0]))
        yield FileOutcome(name, findings, failed=any(fails(one.severity, fail_on) for one in findings), beside=True)


def fails(severity: Severity, fail_on: str) -> bool:
    """Whether a finding of this severity is as loud as ``fail_on``."""
    return fail_on != "never" and SEVERITIES.index(severity) <= [*SEVERITIES].index(fail_on)  # type: ignore[arg-type]
