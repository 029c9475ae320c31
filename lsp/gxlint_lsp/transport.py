"""Messages in and out: standard input and output, or one connection over TCP.

The input has a thread of its own, so that nothing the server does keeps it from reading; everything else happens on the
event loop. Standard output belongs to the protocol alone: what any code prints goes to standard error.
"""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol

from gxlint_lsp.log import LOG, failed

_PIECE = 1 << 20
_LONGEST_HEADER = 1 << 16


class Receiver(Protocol):
    """What gets the messages: their bodies one by one, and a way to say that it has had enough."""

    on_exit: Callable[[int], None]

    def receive(self, body: bytes) -> None:
        """Handle one message."""
        ...


def bodies(stream: BinaryIO) -> Iterator[bytes]:
    """The bodies of the messages in a stream. Header lines that say nothing of use are passed over."""
    length = -1
    while line := stream.readline(_LONGEST_HEADER):
        field = line.strip()
        if not field:
            if length < 0:
                continue
            body = _exactly(stream, length)
            if body is None:
                return
            length = -1
            yield body
            continue
        name, _, value = field.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            length = int(value)


def _exactly(stream: BinaryIO, length: int) -> bytes | None:
    """So many bytes, or None where the stream ends before; never more memory than has come in."""
    pieces = []
    while length > 0:
        piece = stream.read(min(length, _PIECE))
        if not piece:
            return None
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


async def serve(receiver: Receiver, stream: BinaryIO) -> int:
    """Hand the messages of the stream to the receiver until it leaves or the stream ends. Gives the exit code: that of
    the receiver, 1 where the stream ends without a word."""
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[int] = loop.create_future()

    def end(code: int) -> None:
        if not ended.done():
            ended.set_result(code)

    def read() -> None:
        try:
            for body in bodies(stream):
                loop.call_soon_threadsafe(receiver.receive, body)
        except (OSError, ValueError) as error:
            failed("input", error)
        except RuntimeError:  # The loop has closed.
            return
        try:
            loop.call_soon_threadsafe(end, 1)
        except RuntimeError:
            return

    receiver.on_exit = end
    loop.set_exception_handler(_note)
    threading.Thread(target=read, name="gxlint-input", daemon=True).start()
    return await ended


def _note(loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    error = context.get("exception")
    if isinstance(error, BaseException):
        failed("event loop", error)


class Output:
    """Writes messages, each whole and at once."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def write(self, data: bytes) -> None:
        """Write and flush."""
        self.stream.write(data)
        self.stream.flush()

    def close(self) -> None:
        """Nothing is left to do: the process ends."""


def standard_streams() -> tuple[BinaryIO, BinaryIO]:
    """Input and output of the protocol. From here on whatever is printed goes to standard error, and whatever reads
    standard input finds it empty."""
    given, taken = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (given, taken):
            msvcrt.setmode(descriptor, os.O_BINARY)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return os.fdopen(given, "rb"), os.fdopen(taken, "wb")


def tcp_streams(host: str, port: int) -> tuple[BinaryIO, BinaryIO]:
    """Wait for one client. Raises OSError where nothing can listen there."""
    with socket.create_server((host, port)) as listening:
        address, chosen = listening.getsockname()[:2]
        print(f"gxlint server: {address}:{chosen}", file=sys.stderr, flush=True)
        connection, _ = listening.accept()
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection.makefile("rb"), connection.makefile("wb")


def watch_parent(process_id: int, every: float = 5.0) -> None:
    """End this process when that one, the editor, is gone."""

    def watch() -> None:
        from time import sleep

        while is_alive(process_id):
            sleep(every)
        LOG.warning("process %d is gone", process_id)
        os._exit(1)

    threading.Thread(target=watch, name="gxlint-parent", daemon=True).start()


def is_alive(process_id: int) -> bool:
    """Whether there is a process with this number."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x00100000, False, process_id)
        if not handle:
            return bool(kernel.GetLastError() == 5)  # It is there, but not ours.
        waited = kernel.WaitForSingleObject(handle, 0)
        kernel.CloseHandle(handle)
        return bool(waited != 0)
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
