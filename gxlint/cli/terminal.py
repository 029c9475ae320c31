"""Where the command writes: what the stream can show, in which language, with colour or not."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from gxlint.language import Language, Message, tell


class Terminal:
    """Standard output for results, standard error for everything that is said about the work."""

    def __init__(self, arguments: Sequence[str] = ()) -> None:
        """``arguments`` are looked through for the language, which errors in them need, and for ``--verbose``."""
        self.language: Language = "en" if _value(arguments, "--language") == "en" else "zh"
        self.verbose = "--verbose" in arguments or bool(os.environ.get("GXLINT_DEBUG"))
        self._out = sys.stdout
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:  # A file name may hold bytes that are no text, a terminal may lack characters.
                reconfigure(errors="backslashreplace")

    @property
    def unicode(self) -> bool:
        """Whether standard output can show the characters that mark a place."""
        try:
            "⟦⟧│".encode(self._out.encoding or "ascii")
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    def color(self, wish: str) -> bool:
        """Whether to write in colour: ``wish`` is ``always``, ``never`` or ``auto``. See https://no-color.org."""
        if wish != "auto":
            return wish == "always"
        return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and self._out.isatty()

    def results_to_errors(self) -> None:
        """Write results to standard error too: standard output is taken by the fixed text."""
        self._out = sys.stderr

    def write(self, *pieces: str) -> None:
        """Write results."""
        self.write_all(pieces)

    def write_all(self, pieces: Iterable[str]) -> None:
        """Write results piece by piece."""
        for piece in pieces:
            self._out.write(piece)

    def write_bytes(self, data: bytes) -> None:
        """Write bytes as they are to standard output."""
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def say(self, text: str) -> None:
        """Write a line to standard error."""
        self._out.flush()
        sys.stderr.write(text + "\n")

    def told(self, message: Message) -> str:
        """The message in the reader's language."""
        return tell(message.template, message.args, self.language)

    def error(self, message: Message) -> None:
        """Say why the work could not be done."""
        self.say(f"gxlint: {self.told(message)}")

    def flush(self) -> None:
        """See that everything has gone out."""
        self._out.flush()

    def abandon(self) -> None:
        """Stop writing to an output that nobody reads any more."""
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 (lives as long as the process)


def _value(arguments: Sequence[str], option: str) -> str:
    for number, argument in enumerate(arguments):
        if argument == option:
            return arguments[number + 1] if number + 1 < len(arguments) else ""
        if argument.startswith(option + "="):
            return argument.partition("=")[2]
    return ""
