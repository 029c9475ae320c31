"""Data files that plugins and settings add to the tables of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from gxlint.data import DataTable, EntryError
from gxlint.language import Message
from gxlint.rule import Rule

Entries = dict[str, tuple[object, ...]]
"""Further entries by the name of their table."""


def read_data(path: Path, rules: Iterable[Rule]) -> tuple[Entries, list[Message]]:
    """The entries of a data file for the tables that ``rules`` declare, and what is wrong with the rest of it."""
    tables = {rule.data.name: rule.data for rule in rules if rule.data is not None}
    values, fault = _values(path)
    if fault is not None:
        return {}, [fault]
    entries: Entries = {}
    faults: list[Message] = []
    for name, given in values.items():
        table = tables.get(name)
        if table is None or not isinstance(given, list):
            faults.append(Message("没有名为 {name} 的数据表（现有 {known}）", {"name": name, "known": sorted(tables)}))
            continue
        made = []
        for number, one in enumerate(given, 1):
            entry = _made(table, one)
            if isinstance(entry, Message):
                faults.append(
                    Message("{name} 第 {number} 条：{fault}", {"name": name, "number": number, "fault": entry})
                )
            else:
                made.append(entry)
        entries[name] = tuple(made)
    return entries, faults


def with_data(rules: Mapping[str, Rule], entries: Iterable[Entries]) -> dict[str, Rule]:
    """The rules, each with the further entries of its table."""
    more: Entries = {}
    for one in entries:
        for name, found in one.items():
            more[name] = more.get(name, ()) + found
    return {
        code: replace(rule, more=more[rule.data.name]) if rule.data is not None and rule.data.name in more else rule
        for code, rule in rules.items()
    }


def _values(path: Path) -> tuple[Mapping[str, object], Message | None]:
    import tomllib

    try:
        return tomllib.loads(path.read_bytes().removeprefix(b"\xef\xbb\xbf").decode()), None
    except OSError as error:
        return {}, Message("不能读取：{error}", {"error": error.strerror or str(error)})
    except ValueError as error:
        return {}, Message("不合 TOML 语法：{error}", {"error": error})


def _made(table: DataTable[object], values: object) -> object:
    if not isinstance(values, dict):
        return Message("应为一张表")
    try:
        entry = table.made(values)
        if (check := getattr(entry, "check", None)) is not None:
            check()
        return entry
    except EntryError as error:
        known = " / ".join(error.known)
        if error.fault == "unknown":
            return Message("没有键 {key}（可用 {known}）", {"key": error.key, "known": known})
        if error.fault == "missing":
            return Message("缺少 {key}", {"key": error.key})
        return Message("{key} 应为 {known}", {"key": error.key, "known": known})
    except ValueError as error:
        return Message("{error}", {"error": error})
