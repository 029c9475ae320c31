"""``gxlint server``: hand over to the language server, where it is installed."""

from __future__ import annotations

from collections.abc import Sequence

from gxlint.cli.terminal import Terminal
from gxlint.language import Message

_PACKAGE = "gxlint_lsp"
"""The door for editors. It is found by name: the two doors do not know each other."""


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Run the server with these arguments; 2 where it is not installed."""
    from importlib import import_module

    try:
        serve = import_module(_PACKAGE).main
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in (_PACKAGE, "pygls", "lsprotocol"):
            raise
        terminal.error(Message("未安装语言服务器。请运行：pip install 'gxlint[lsp]'"))
        return 2
    code: int = serve(list(arguments))
    return code
