"""``gxlint server``: hand over to the language server, where it is installed."""

from __future__ import annotations

from collections.abc import Sequence

from gxlint.cli.terminal import Terminal
from gxlint.language import Message

_PACKAGES = ("pygls", "lsprotocol", "gxlint_lsp")
"""What the language server needs, and itself, the door for editors. It is found by name: the two doors do not know each
other."""


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Run the server with these arguments; 2 where it is not installed."""
    from importlib import import_module

    try:
        *_, package = (import_module(name) for name in _PACKAGES)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _PACKAGES:
            raise
        terminal.error(Message("未安装语言服务器。请运行：pip install 'gxlint[lsp]'"))
        return 2
    code: int = package.main(list(arguments))
    return code
