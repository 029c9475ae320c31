"""Words and characters for people: severities, counts, and text that a terminal shows safely."""

from __future__ import annotations

import unicodedata

from gxlint.language import Language, tell
from gxlint.output.told import ToldFinding
from gxlint.rule import Severity

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
COLORS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "36"}


def severity_word(severity: Severity, language: Language) -> str:
    """The severity in the reader's language."""
    if severity == "error":
        return tell("错误", language=language)
    return tell("警告", language=language) if severity == "warning" else tell("提示", language=language)


def visible(text: str) -> str:
    """The text with characters that would not be seen, or that would steer the terminal, written as ``<U+200B>``. A tab
    becomes a space."""
    if text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character == "\t":
        return " "
    if unicodedata.category(character) in _HIDDEN:
        return f"<U+{ord(character):04X}>"
    return character


def painted(text: str, code: str, *, color: bool) -> str:
    """The text in an ANSI colour, or as it is."""
    return f"\x1b[{code}m{text}\x1b[0m" if color and text else text


def where(finding: ToldFinding) -> str:
    """``file:row:column``; the file alone where the finding concerns all of it, ``gxlint`` where it concerns none."""
    start = finding.place.start
    name = visible(finding.filename) or "gxlint"
    return f"{name}:{start.row}:{start.column}" if finding.line or finding.filename else name
