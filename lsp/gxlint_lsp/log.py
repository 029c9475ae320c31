"""The server's log: what happened and where, never what a report says.

Messages of exceptions are left out, because they quote what they stumbled over; the kind of exception and the places in
the code that led to it are what a developer needs. pygls and asyncio write whole messages of the protocol into their
logs, which is why those are switched off altogether.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from pathlib import Path

LOG = logging.getLogger("gxlint_lsp")


def open_log(path: Path | None) -> None:
    """Write the log to ``path``, else to standard error, where editors collect it."""
    for name in ("pygls", "asyncio", "cattrs"):
        foreign = logging.getLogger(name)
        foreign.setLevel(logging.CRITICAL + 1)
        foreign.propagate = False
        foreign.handlers[:] = [logging.NullHandler()]
    handler = logging.StreamHandler() if path is None else logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.handlers[:] = [handler]
    LOG.propagate = False
    LOG.setLevel(logging.WARNING if path is None else logging.INFO)


def failed(where: str, error: BaseException, told: Callable[[str], None] | None = None) -> None:
    """Note that ``where`` failed: the kind of exception and the way to it. ``told`` gets the first line of that."""
    kind = f"{where}: {type(error).__name__}"
    LOG.error("%s\n%s", kind, way_to(error))
    if told is not None:
        told(kind)


def way_to(error: BaseException) -> str:
    """The places in the code that led to the exception, without a word of what it says."""
    frames = traceback.extract_tb(error.__traceback__)
    return "\n".join(f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames)
