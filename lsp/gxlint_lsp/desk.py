"""The documents that are open in the editor, each with the newest that is known about it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from lsprotocol import types as t

from gxlint.text import Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.checks import Checks, Outcome
from gxlint_lsp.configuration import Configuration, Scope
from gxlint_lsp.document import Document, moved_back
from gxlint_lsp.jobs import Job, Worker
from gxlint_lsp.log import LOG
from gxlint_lsp.uris import to_path

_AT_ONCE = 0.4
"""A document whose check takes longer than so many seconds is checked after a pause in typing."""
_LONGEST_PAUSE = 0.5
_MOST_TYPED = 2
"""An edit that touches more lines than this is no typing."""


@dataclass(slots=True)
class Open:
    """An open document. ``outcome`` is the newest check that was finished, and ``edits`` are what has happened to the
    document since. ``checking`` is the outcome of the document as it is now, to come or come already. ``edited_at`` is
    the time of the last edit (of the event loop), ``typed`` the lines that it touched. ``settled``: the last thing
    that happened was no edit but opening, saving, or a change of settings."""

    document: Document
    checking: asyncio.Future[Outcome]
    outcome: Outcome | None = None
    edits: list[tuple[Span, int]] = field(default_factory=list)
    edited_at: float = 0.0
    typed: frozenset[int] = frozenset()
    settled: bool = True

    @property
    def current(self) -> bool:
        """Whether the newest outcome is that of the document as it is now."""
        return self.outcome is not None and self.outcome.analysis.document is self.document


class Desk:
    """Open documents. ``on_checked`` is called with a document whose check is finished and still current,
    ``on_edited`` with one that has just been edited."""

    def __init__(self, worker: Worker, checks: Checks, configuration: Configuration) -> None:
        self.worker = worker
        self.checks = checks
        self.configuration = configuration
        self.on_checked: Callable[[Open], None] = lambda opened: None
        self.on_edited: Callable[[Open], None] = lambda opened: None
        self.on_checking: Callable[[Open], None] = lambda opened: None
        self._open: dict[str, Open] = {}
        self._loop = asyncio.get_running_loop()

    def __iter__(self) -> Iterator[Open]:
        return iter(tuple(self._open.values()))

    def get(self, uri: str) -> Open | None:
        """The open document with this URI."""
        return self._open.get(uri)

    def scope(self, uri: str) -> Scope:
        """The client's configuration that holds for a document."""
        return self.configuration.scope(to_path(uri))

    def open(self, uri: str, version: int, text: str, language_id: str) -> None:
        """A document has been opened; of one that is open already this is the newest text."""
        document = Document(uri, 0, "", Document.of(uri, 0, "").index, language_id)
        document = document.changed([t.TextDocumentContentChangeWholeDocument(text)], "utf-32", version)
        document = replace(document, touched=(), edits=())  # Opening is no edit: nothing was touched by a person.
        known = self._open.get(uri)
        if known is None:
            self._open[uri] = Open(document, self._loop.create_future())
        else:
            known.document, known.settled, known.edits = document, True, []
        self.check(self._open[uri])

    def edit(self, uri: str, version: int, changes: Iterable[t.TextDocumentContentChangeEvent]) -> None:
        """A document has been edited. Edits of one that is not open are passed over."""
        opened = self._open.get(uri)
        if opened is None:
            LOG.warning("edit of a document that is not open")
            return
        before = opened.document
        document = opened.document = before.changed(changes, self.checks.circumstances.unit, version)
        opened.edits.extend(document.edits)
        opened.edited_at, opened.settled = self._loop.time(), False
        opened.typed = _rows(document)
        self.on_edited(opened)
        self.check(opened)

    def close(self, uri: str) -> bool:
        """A document has been closed; whether it was open."""
        opened = self._open.pop(uri, None)
        self.worker.give_up(uri)
        return opened is not None

    def check(self, opened: Open) -> None:
        """Check the document as it is now, once nothing more urgent is left to do."""
        document, scope = opened.document, self.scope(opened.document.uri)
        took = opened.outcome.seconds if opened.outcome is not None else 0.0
        pause = min(took, _LONGEST_PAUSE) if took > _AT_ONCE and not opened.settled else 0.0

        def work(job: Job[Outcome]) -> Outcome:
            return self.checks.check(document, scope, job.look, opened.outcome)

        checking = self.worker.urgent(document.uri, work, pause)
        if checking is not opened.checking:
            opened.checking = checking
            checking.add_done_callback(lambda done: self._checked(opened, done))
            self.on_checking(opened)

    def recheck(self) -> None:
        """Check every open document again: settings have changed."""
        for opened in self:
            opened.settled = True
            self.check(opened)

    def _checked(self, opened: Open, done: asyncio.Future[Outcome]) -> None:
        if done.cancelled() or done.exception() is not None:
            return
        outcome = done.result()
        document = outcome.analysis.document
        stale = self._open.get(document.uri) is not opened or document is not opened.document
        if stale or outcome is opened.outcome:
            return
        opened.outcome = outcome
        opened.edits.clear()
        self.on_checked(opened)

    async def newest(self, uri: str, within: float | None = None) -> Analysis | None:
        """What is known about the document as it is now; None where it is not open, and where that is not known
        ``within`` so many seconds."""
        while (opened := self._open.get(uri)) is not None:
            checking = opened.checking
            if not opened.current and within is None:
                await asyncio.shield(checking)
            elif not opened.current:
                await asyncio.wait([checking], timeout=within)
            if checking.done():  # Its callback may stand in line behind us.
                self._checked(opened, checking)
            if opened.current and opened.outcome is not None:
                return opened.outcome.analysis
            if within is not None or checking is opened.checking:
                return None
        return None

    def known_at(self, uri: str, position: t.Position) -> tuple[Analysis, t.Position] | None:
        """The newest finished analysis of a document and where in it a place of the document as it is now lay; None
        where that place has been edited since."""
        opened = self._open.get(uri)
        if opened is None or opened.outcome is None:
            return None
        analysis = opened.outcome.analysis
        unit = analysis.unit
        offset = opened.document.index.offset(max(position.line, 0), max(position.character, 0), unit)
        before = moved_back(offset, opened.edits)
        if before is None:
            return None
        return analysis, t.Position(*analysis.document.index.position(before, unit))


def _rows(document: Document) -> frozenset[int]:
    """The lines that a person has just typed on: those of the last edit, none where it was more than typing."""
    rows: set[int] = set()
    for span, length in document.edits:
        end = min(span.start + length, len(document.text))
        first, last = document.index.row(span.start), document.index.row(end)
        if last - first >= _MOST_TYPED or len(rows) > _MOST_TYPED:
            return frozenset()
        rows.update(range(first, last + 1))
    return frozenset(rows)
