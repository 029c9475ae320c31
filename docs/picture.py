"""A picture of a terminal, drawn from what a command really printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import escape

_ESCAPE = re.compile(r"\x1b\[([\d;]*)m")
_COLOURS = {
    "31": "#e5534b",
    "32": "#57ab5a",
    "33": "#c69026",
    "34": "#539bf5",
    "35": "#b083f0",
    "36": "#39c5cf",
    "90": "#768390",
    "91": "#ff938a",
    "92": "#6bc46d",
    "93": "#daaa3f",
    "94": "#6cb6ff",
    "95": "#dcbdfb",
    "96": "#56d4dd",
}
_COLUMNS = 100
_SIZE = 14
_LINE = 22
_MARGIN = 20
_CELL = 8.4


def terminal(command: str, printed: str) -> str:
    """An SVG of the command and what it printed, colours included. Cells are not lined up: how wide a Chinese character
    is shown depends on the reader's fonts."""
    whole = [f"\x1b[32m$\x1b[0m {command}", *printed.rstrip("\n").split("\n")]
    lines = [piece for line in whole for piece in _wrapped(line)]
    width = round(_COLUMNS * _CELL + 2 * _MARGIN)
    height = len(lines) * _LINE + 2 * _MARGIN
    texts = "\n".join(
        f'<text x="{_MARGIN}" y="{_MARGIN + _LINE * number + _SIZE}">{"".join(_spans(line))}</text>'
        for number, line in enumerate(lines)
        if line
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">\n'
        f"<title>{escape(command)}</title>\n"
        f'<rect width="100%" height="100%" rx="8" fill="#22272e"/>\n'
        f'<g fill="#cdd9e5" font-size="{_SIZE}" xml:space="preserve" style="white-space: pre"'
        " font-family=\"ui-monospace, Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Microsoft YaHei', monospace\">\n"
        f"{texts}\n</g>\n</svg>\n"
    )


def _spans(line: str) -> Iterator[str]:
    style: dict[str, str] = {}
    at = 0
    for code in [*_ESCAPE.finditer(line), None]:
        text = line[at : code.start() if code else len(line)]
        if text:
            attributes = "".join(f' {name}="{value}"' for name, value in style.items())
            yield f"<tspan{attributes}>{escape(text, quote=False)}</tspan>" if style else escape(text, quote=False)
        if code is None:
            return
        at = code.end()
        for number in code[1].split(";") or ["0"]:
            _apply(number, style)


def _apply(number: str, style: dict[str, str]) -> None:
    if number in ("", "0"):
        style.clear()
    elif number == "1":
        style["font-weight"] = "bold"
    elif number == "2":
        style["opacity"] = "0.7"
    elif number == "4":
        style["text-decoration"] = "underline"
    elif number == "7":
        style["fill"] = "#ffd866"
    elif number == "39":
        style.pop("fill", None)
    elif number in _COLOURS:
        style["fill"] = _COLOURS[number]


def _wrapped(line: str) -> Iterator[str]:
    """The line as a terminal of ``_COLUMNS`` shows it; a style goes on in the next piece."""
    piece, used, style = "", 0, ""
    for token in re.findall(r"\x1b\[[\d;]*m|.", line):
        if token.startswith("\x1b"):
            style = "" if token in ("\x1b[0m", "\x1b[m") else style + token
            piece += token
            continue
        width = 2 if unicodedata.east_asian_width(token) in "WF" else 1
        if used + width > _COLUMNS:
            yield piece
            piece, used = style, 0
        piece += token
        used += width
    yield piece
