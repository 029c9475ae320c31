"""``gxlint-ignores.toml``: single findings that a person has decided to leave, each with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gxlint.language import Message
from gxlint.settings import Origin, SettingsError, suggestion
from gxlint.suppressions.key import Key
from gxlint.text import fold

_TABLE = "ignore"
_NEEDED = ("rule", "file", "place", "passage", "reason")
_KEYS = (*_NEEDED, "who", "until")


@dataclass(frozen=True, slots=True)
class Ignore:
    """An entry. ``file`` is relative to the folder of the entry's file, with slashes. ``rule`` is a code or a name.
    ``until`` is the last day on which the entry holds, None for ever. ``row`` is its row in the file, from 1."""

    rule: str
    file: str
    place: str
    passage: str
    reason: str
    who: str = ""
    until: date | None = None
    row: int = 0

    def matches(self, key: Key, name: str) -> bool:
        """Whether the entry speaks of the finding with this key, whose rule is called ``name``."""
        return self.rule in (key.rule, name) and self.passage == key.passage and fold(self.place) == fold(key.place)


def read_ignores(text: str, shown: str) -> tuple[Ignore, ...]:
    """The entries of a file; ``shown`` is its name in what is said about it. Raises SettingsError for what is no TOML,
    and for an entry that lacks something it needs, the reason above all."""
    import tomllib

    from gxlint.settings.locate import rows

    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        row = str(error).partition("(at line ")[2].partition(",")[0]
        raise SettingsError(
            Message("不合 TOML 语法：{error}", {"error": error}), Origin(shown, int(row) if row.isdigit() else 0)
        ) from None
    places = rows(text.replace("\r\n", "\n"))

    def origin(*path: str | int) -> Origin:
        return Origin(shown, places.get(path, 0))

    for key in values:
        if key != _TABLE:
            raise SettingsError(_unknown(key, (_TABLE,)), origin(key))
    entries = values.get(_TABLE, [])
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        raise SettingsError(Message("每条记录以 [[ignore]] 开头"), origin(_TABLE))
    return tuple(_entry(entry, number, origin) for number, entry in enumerate(entries))


def _entry(values: Mapping[str, object], number: int, origin: Callable[..., Origin]) -> Ignore:
    row = origin(_TABLE, number)
    for key in values:
        if key not in _KEYS:
            raise SettingsError(_unknown(key, _KEYS), origin(_TABLE, number, key))
    for key in _NEEDED:
        if key == "reason" and not str(values.get(key, "")).strip():
            raise SettingsError(Message("这条记录没有写理由（reason）：忽略一个问题必须说明为什么"), row)
        if not isinstance(values.get(key), str):
            raise SettingsError(Message("这条记录缺少 {key}，或者它不是字符串", {"key": key}), row)
    until = values.get("until")
    if until is not None and (not isinstance(until, date) or isinstance(until, datetime)):
        raise SettingsError(Message("until 应为日期，如 2026-03-31（不加引号）"), origin(_TABLE, number, "until"))
    who = values.get("who", "")
    if not isinstance(who, str):
        raise SettingsError(Message("who 应为字符串"), origin(_TABLE, number, "who"))
    rule, file, place, passage, reason = (str(values[key]) for key in _NEEDED)
    return Ignore(rule, file, place, passage, reason, who, until, row.row)


def _unknown(key: str, known: Sequence[str]) -> Message:
    return Message("没有设置项 {key}{hint}", {"key": key, "hint": suggestion(key, known)})


_HEAD = """\
# gxlint 的忽略清单：每条记录一个经人核实、决定保留的问题。用 gxlint ignore 添加；不再需要的直接删去。
"""


def appended(text: str, entries: Sequence[Ignore]) -> str:
    """The text of a file with these entries behind what stands in it, comments and all; a new file for an empty text.

    Raises ValueError where the outcome could not be read back.
    """
    import tomllib

    end = "\r\n" if "\r\n" in text else "\n"
    written = "".join(f"\n{line}\n" if line == "[[ignore]]" else f"{line}\n" for one in entries for line in _lines(one))
    if not text:
        text = _HEAD
    elif not text.endswith("\n"):
        text += end
    result = text + written.replace("\n", end)
    try:
        tomllib.loads(result)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(str(error)) from error
    return result


def _lines(entry: Ignore) -> Iterator[str]:
    yield "[[ignore]]"
    for key in _NEEDED:
        yield f"{key} = {_quoted(getattr(entry, key))}"
    if entry.who:
        yield f"who = {_quoted(entry.who)}"
    if entry.until is not None:
        yield f"until = {entry.until.isoformat()}"


def _quoted(value: str) -> str:
    """A TOML string; what JSON escapes, TOML understands."""
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
