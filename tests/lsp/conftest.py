"""The tests of the language server need what ``gxlint[lsp]`` brings."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("pygls") is not None else ["*"]
