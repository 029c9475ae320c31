"""Diagnostics of open documents: what is shown when, pushed to clients that cannot ask, kept ready for the others.

What is mended disappears at once. A finding that is new and has to do with the line that is being typed waits for a
pause. Nothing is shown that belongs to another version of the document than the one in the editor.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lsprotocol import types as t

from gxlint.rule import Finding
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.desk import Desk, Open
from gxlint_lsp.document import moved
from gxlint_lsp.features.diagnostics import provide

_Anchor = tuple[str, int]
"""A finding that is shown: its code and where it begins in the document as it is now."""


@dataclass(slots=True)
class _Shown:
    """What is shown of a document. ``serial`` changes whenever ``items`` do."""

    items: list[t.Diagnostic] = field(default_factory=list)
    serial: int = 0
    anchors: list[_Anchor] = field(default_factory=list)
    ever: bool = False
    timer: asyncio.TimerHandle | None = None


class Diagnostics:
    """The diagnostics of open documents. ``push`` sends those of a document (None for a client that asks itself),
    ``refresh`` makes such a client ask again (None for one that cannot be made to)."""

    def __init__(
        self,
        desk: Desk,
        push: Callable[[str, int, list[t.Diagnostic]], None] | None,
        refresh: Callable[[], None] | None,
    ) -> None:
        self._desk = desk
        self._push = push
        self._refresh = refresh
        self._shown: dict[str, _Shown] = {}
        self._serial = 0
        self._loop = asyncio.get_running_loop()

    def edited(self, opened: Open) -> None:
        """Carry what is shown along with an edit, so that it is known again afterwards."""
        shown = self._shown.get(opened.document.uri)
        if shown is None:
            return
        places = ((code, moved(offset, opened.document.edits)) for code, offset in shown.anchors)
        shown.anchors = [(code, offset) for code, offset in places if offset is not None]

    def closed(self, uri: str) -> None:
        """Forget a document."""
        shown = self._shown.pop(uri, None)
        if shown is not None and shown.timer is not None:
            shown.timer.cancel()

    def checked(self, opened: Open) -> None:
        """Show what the check of a document found, now or after the pause."""
        if opened.outcome is None:
            return
        analysis = opened.outcome.analysis
        shown = self._shown.setdefault(analysis.document.uri, _Shown())
        if shown.timer is not None:
            shown.timer.cancel()
            shown.timer = None
        if analysis.options.run == "onSave" and not opened.settled and shown.ever:
            return
        findings, wait = self._to_show(opened, analysis, shown)
        self._show(shown, analysis, findings)
        if wait:
            shown.timer = self._loop.call_later(wait, self._after_pause, opened)

    def _after_pause(self, opened: Open) -> None:
        if not opened.current:
            return  # Another check is on its way.
        before = self._serial
        self.checked(opened)
        if self._serial != before and self._push is None and self._refresh is not None:
            self._refresh()

    def _to_show(self, opened: Open, analysis: Analysis, shown: _Shown) -> tuple[tuple[Finding, ...], float]:
        """The findings to show now, and how long the others have to wait."""
        wait = opened.edited_at + analysis.options.delay / 1000 - self._loop.time()
        may_wait = self._push is not None or self._refresh is not None
        if opened.settled or wait <= 0 or not shown.ever or not may_wait or not opened.typed:
            return analysis.findings, 0.0
        known = {(code, analysis.document.index.row(offset)) for code, offset in shown.anchors}
        ready = tuple(
            one
            for one in analysis.findings
            if (one.code, analysis.row(one.span.start)) in known or not _touches(one, opened.typed, analysis)
        )
        return ready, wait if len(ready) < len(analysis.findings) else 0.0

    def _show(self, shown: _Shown, analysis: Analysis, findings: tuple[Finding, ...]) -> None:
        shown.anchors = [(one.code, analysis.document_offset(one.span.start)) for one in findings]
        if findings is not analysis.findings:
            analysis = replace(analysis, result=replace(analysis.result, findings=findings))
        items = provide(analysis)
        if items != shown.items or not shown.ever:
            self._serial += 1
            shown.serial = self._serial
            shown.items = items
        shown.ever = True
        if self._push is not None:
            self._push(analysis.document.uri, analysis.document.version, items)

    def answer(self, uri: str, known: str | None) -> t.DocumentDiagnosticReport:
        """The answer to a client that asks, and that knows the answer with the result identifier ``known``."""
        shown = self._shown.get(uri)
        if shown is None:
            return t.RelatedFullDocumentDiagnosticReport(items=[])
        identifier = str(shown.serial)
        if known == identifier:
            return t.RelatedUnchangedDocumentDiagnosticReport(result_id=identifier)
        return t.RelatedFullDocumentDiagnosticReport(items=shown.items, result_id=identifier)


def _touches(finding: Finding, rows: frozenset[int], analysis: Analysis) -> bool:
    """Whether the finding, or a place that belongs to it, lies on one of the lines."""
    return any(_on(span, rows, analysis) for span in (finding.span, *(one.span for one in finding.related)))


def _on(span: Span, rows: frozenset[int], analysis: Analysis) -> bool:
    first, last = analysis.row(span.start), analysis.row(span.end)
    return any(first <= row <= last for row in rows)
