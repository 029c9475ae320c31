"""The language server of gxlint: the other door beside the command line.

The only package that knows pygls and lsprotocol. ``main`` is what ``gxlint server`` calls.
"""

from __future__ import annotations

from gxlint_lsp.main import main

__all__ = ["main"]
