"""A quicker start: importing lsprotocol takes most of it, and a quarter of that goes into methods nobody needs."""

from __future__ import annotations

import sys
from functools import partial


def import_protocol() -> None:
    """Import lsprotocol without the ``__repr__`` of its five hundred classes, each of which is compiled by itself. With
    that nothing of a message, and so of a report, gets into a log by way of a ``repr`` either."""
    if "lsprotocol.types" in sys.modules:
        return
    import attrs

    define = attrs.define
    attrs.define = partial(define, repr=False)
    try:
        import lsprotocol.types  # noqa: F401
    finally:
        attrs.define = define
