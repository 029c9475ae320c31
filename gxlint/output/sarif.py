"""``sarif``: the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code scanning services."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from gxlint.output.told import Place, Run, ToldFinding, ToldFix
from gxlint.rule import Severity

if TYPE_CHECKING:
    from gxlint.output import Style

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def render(run: Run, style: Style) -> Iterator[str]:
    """One log with one run. Columns count code points; problems are notifications of the tool."""
    log = {
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [
            {
                "tool": {"driver": {"name": "gxlint", "version": run.version, "rules": _rules(run)}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding) for finding in run.findings],
                "invocations": [
                    {
                        "executionSuccessful": not any(one.severity == "error" for one in run.all_problems),
                        "toolExecutionNotifications": [_notification(one) for one in run.all_problems],
                    }
                ],
            }
        ],
    }
    yield json.dumps(log, ensure_ascii=not style.unicode, indent=1) + "\n"


def _rules(run: Run) -> list[dict[str, object]]:
    return [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.title},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }
        for rule in run.rules
    ]


def _result(finding: ToldFinding) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.filename, finding.place, cell=finding.cell)],
    }
    if finding.related:
        result["relatedLocations"] = [
            _location(finding.filename, one.place, message=one.message) for one in finding.related
        ]
    if finding.fix is not None:
        result["fixes"] = [_fix(finding.filename, finding.fix)]
    return result


def _fix(filename: str, fix: ToldFix) -> dict[str, object]:
    replacements = [
        {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.content}} for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": _uri(filename)}, "replacements": replacements}
    return {"description": {"text": fix.message}, "artifactChanges": [change]}


def _notification(problem: ToldFinding) -> dict[str, object]:
    notification: dict[str, object] = {
        "descriptor": {"id": problem.code},
        "level": _LEVELS[problem.severity],
        "message": {"text": problem.message},
    }
    if problem.filename:
        notification["locations"] = [_location(problem.filename, problem.place)]
    return notification


def _location(filename: str, place: Place, *, cell: str = "", message: str = "") -> dict[str, object]:
    location: dict[str, object] = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(filename)}, "region": _region(place)}
    }
    if cell:
        location["logicalLocations"] = [{"fullyQualifiedName": cell}]
    if message:
        location["message"] = {"text": message}
    return location


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.start.row,
        "startColumn": place.start.column,
        "endLine": place.end.row,
        "endColumn": place.end.column,
    }


def _uri(filename: str) -> str:
    path = filename.replace("\\", "/")
    if path.startswith("/"):
        return "file://" + quote(path)
    return "file:///" + quote(path, safe="/:") if path[1:2] == ":" else quote(path)
