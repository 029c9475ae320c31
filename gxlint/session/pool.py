"""Many files: the same work in several processes. Outcomes come back in the order of the targets."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from gxlint.language import Language
from gxlint.output import FileOutcome
from gxlint.session.run import Options, Session
from gxlint.session.walk import Target

_HAND_OUT = 32
"""How many files a process is given at a time, at most."""

_sessions: list[Session] = []
"""In a worker process: its session."""


def check_all(options: Options, language: Language, targets: Sequence[Target], jobs: int) -> list[FileOutcome]:
    """Check every target. Raises BrokenProcessPool where a process dies."""
    share = max(1, min(_HAND_OUT, len(targets) // (jobs * 4)))
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(options, language)) as pool:
        return list(pool.map(_check, targets, chunksize=share))


def _begin(options: Options, language: Language) -> None:
    session = Session(options)
    session.language = language
    _sessions.append(session)


def _check(target: Target) -> FileOutcome:
    return _sessions[0].check(target)
