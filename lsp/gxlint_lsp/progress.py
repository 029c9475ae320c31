"""Progress in the editor's window, for work that takes a while."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from uuid import uuid4

from lsprotocol import types as t

from gxlint_lsp.hardening import HardenedProtocol

_PATIENCE = 5.0
"""Seconds that the client has to make room for a progress."""


class Progress:
    """One progress that the client shows, or none where it cannot."""

    def __init__(self, protocol: HardenedProtocol, token: t.ProgressToken | None) -> None:
        self._protocol = protocol
        self._token = token

    @classmethod
    async def begin(
        cls,
        protocol: HardenedProtocol,
        title: str,
        *,
        token: t.ProgressToken | None = None,
        able: bool = True,
        cancellable: bool = False,
    ) -> Progress:
        """Begin a progress under the token that the client gave, else under one that is made here where the client is
        ``able`` to show it. Raises nothing."""
        if token is None and able:
            token = str(uuid4())
            try:
                made = protocol.send_request_async(
                    t.WINDOW_WORK_DONE_PROGRESS_CREATE, t.WorkDoneProgressCreateParams(token)
                )
                await asyncio.wait_for(made, _PATIENCE)
            except Exception:  # The client will not have it.
                token = None
        progress = cls(protocol, token)
        if token is not None:
            protocol.progress.tokens[token] = Future()
            progress._tell(
                t.WorkDoneProgressBegin(title, cancellable=cancellable, percentage=0 if cancellable else None)
            )
        return progress

    @property
    def cancelled(self) -> bool:
        """Whether the person has had enough."""
        future = self._protocol.progress.tokens.get(self._token) if self._token is not None else None
        return future is not None and future.cancelled()

    def report(self, message: str, percentage: int) -> None:
        """How far it has come."""
        self._tell(t.WorkDoneProgressReport(message=message, percentage=percentage))

    def end(self, message: str | None = None) -> None:
        """It is done."""
        self._tell(t.WorkDoneProgressEnd(message=message))
        if self._token is not None:
            self._protocol.progress.tokens.pop(self._token, None)
            self._token = None

    def _tell(self, value: t.WorkDoneProgressBegin | t.WorkDoneProgressReport | t.WorkDoneProgressEnd) -> None:
        if self._token is not None:
            content = self._protocol._converter.unstructure(value)
            self._protocol.notify(t.PROGRESS, t.ProgressParams(self._token, content))
