"""The language server needs its own libraries; without them its tests are passed over."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore_glob = ["test_*.py"] if find_spec("lsprotocol") is None or find_spec("gxlint_lsp") is None else []
