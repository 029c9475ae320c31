"""``gxlint server``: start the language server on standard input and output, or wait for one client over TCP."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gxlint_lsp.server import Server

_SWITCH = 0.002
"""Seconds after which the checking thread lets another go on, so that an answer need not wait for a check."""


def main(argv: Sequence[str]) -> int:
    """Run the server until the client leaves. Gives 0 after an orderly ``shutdown``, 1 where the client vanished, 2
    for arguments that cannot be used."""
    from argparse import ArgumentParser

    parser = ArgumentParser(prog="gxlint server", description="gxlint 语言服务器（供编辑器使用）", allow_abbrev=False)
    parser.add_argument("--stdio", action="store_true", help="经标准输入输出通信（默认）")
    parser.add_argument("--tcp", metavar="HOST:PORT", help="在此地址等待一个编辑器连接")
    parser.add_argument("--log-file", metavar="FILE", type=Path, help="日志写入此文件（不含报告内容）")
    parser.add_argument("--clientProcessId", metavar="PID", type=int, help="编辑器的进程号：它结束时服务器也结束")
    given = parser.parse_args(argv)
    address = _address(given.tcp) if given.tcp is not None else None
    if given.tcp is not None and address is None:
        parser.error(f"--tcp: {given.tcp!r} 不是 HOST:PORT")
    gc.disable()  # Nothing that is imported ever becomes garbage.
    try:
        return _run(address, given.log_file, given.clientProcessId)
    except OSError as error:
        print(f"gxlint server: {error.strerror or error}", file=sys.stderr)
        return 2


def _address(given: str) -> tuple[str, int] | None:
    host, _, port = given.rpartition(":")
    if not port.isdigit() or int(port) > 65535:
        return None
    return host.strip("[]") or "127.0.0.1", int(port)


def _run(address: tuple[str, int] | None, log_file: Path | None, client: int | None) -> int:
    import asyncio

    from gxlint_lsp import quick, transport
    from gxlint_lsp.log import open_log

    quick.import_protocol()
    open_log(log_file)
    reader, writer = transport.standard_streams() if address is None else (None, None)
    server = _made(watch=address is None)
    if reader is None or writer is None:
        assert address is not None  # noqa: S101
        reader, writer = transport.tcp_streams(*address)
    server.protocol.set_writer(transport.Output(writer))
    if client is not None:
        transport.watch_parent(client)
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000, 20, 20)
    sys.setswitchinterval(_SWITCH)
    return asyncio.run(transport.serve(server.protocol, reader))


def _made(*, watch: bool) -> Server:
    import gxlint
    from gxlint_lsp import commands, sync
    from gxlint_lsp.server import Server
    from gxlint_lsp.serving import Serving

    server = Server(gxlint.__version__, watch=watch)
    sync.register(server)
    commands.register(server)
    server.serving = Serving(server, lambda: server.desk)
    return server
