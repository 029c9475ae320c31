"""``gxlint/state``: whether a document was checked at all, and what was found in it.

Without this an editor cannot tell a report that is in order from a document that nobody has looked at.
"""

from __future__ import annotations

from typing import Literal

from gxlint.rule import Severity
from gxlint_lsp.analysis import Analysis, Skipped

METHOD = "gxlint/state"
"""The request. Parameters: ``{textDocument: {uri}}``; result: what ``provide`` returns, or null for a document that is
not open. The answer comes when the newest text has been checked."""

State = Literal["checked", "noReport"] | Skipped
"""``checked``: the rules have looked at it (or something went wrong, which is a finding). ``noReport``: it is not
recognised as a report. Otherwise it was not looked at, for this reason."""


def state_of(analysis: Analysis) -> State:
    """Whether the document was checked, else why not."""
    if analysis.skipped is not None:
        return analysis.skipped
    return "checked" if analysis.result.recognised or analysis.findings else "noReport"


def provide(analysis: Analysis) -> dict[str, object]:
    """The state of the document in ``version``, and the number of findings of each severity."""
    counts: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
    for finding in analysis.findings:
        counts[finding.severity or "error"] += 1
    return {"state": state_of(analysis), "version": analysis.document.version, "findings": counts}
