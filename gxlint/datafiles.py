"""Data files that plugins and settings add to the tables of the rules, and to those by which reports are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from gxlint.data import DataTable, EntryError
from gxlint.forms.headings import HEADINGS, HeadingName, bare, with_headings
from gxlint.language import Message, suggestion
from gxlint.parser.organs import ORGANS, OrganName, OrganNames, bundled_organs
from gxlint.report import Form
from gxlint.rule import Rule
from gxlint.text import fold

Entries = dict[str, tuple[object, ...]]
"""Further entries by the name of their table."""

Tables = Mapping[str, DataTable[Any]]

READING: Tables = {HEADINGS.name: HEADINGS, ORGANS.name: ORGANS}
"""The tables by which reports are read; they belong to no rule."""


def read_data(path: Path, tables: Tables, forms: Sequence[Form]) -> tuple[Entries, list[Message]]:
    """The entries of a data file for these tables, and what is wrong with the rest of it."""
    values, fault = _values(path)
    if fault is not None:
        return {}, [fault]
    entries: Entries = {}
    faults: list[Message] = []
    for name, given in values.items():
        table = tables.get(name)
        if table is None:
            known = {"name": name, "hint": suggestion(name, tables), "known": sorted(tables)}
            faults.append(Message("没有名为 {name} 的数据表{hint}（现有 {known}）", known))
        elif not isinstance(given, list):
            faults.append(Message("{name} 的每条记录应以 [[{name}]] 开头", {"name": name}))
        else:
            made = [_made(table, one, forms) for one in given]
            entries[name] = tuple(entry for entry in made if not isinstance(entry, Message))
            faults += (
                Message("{name} 第 {number} 条：{fault}", {"name": name, "number": number, "fault": entry})
                for number, entry in enumerate(made, 1)
                if isinstance(entry, Message)
            )
    return entries, faults


def together(entries: Iterable[Entries]) -> Entries:
    """The entries of several files, in their order."""
    more: Entries = {}
    for one in entries:
        for name, found in one.items():
            more[name] = more.get(name, ()) + found
    return more


def with_data(rules: Mapping[str, Rule], more: Entries) -> dict[str, Rule]:
    """The rules, each with the further entries of its table."""
    return {
        code: replace(rule, more=more[rule.data.name]) if rule.data is not None and rule.data.name in more else rule
        for code, rule in rules.items()
    }


def with_names(forms: Iterable[Form], more: Entries) -> tuple[Form, ...]:
    """The forms, their parts known by the further names as well."""
    names = [one for one in more.get(HEADINGS.name, ()) if isinstance(one, HeadingName)]
    return tuple(with_headings(form, names) for form in forms) if names else tuple(forms)


def organs_with(more: Entries) -> OrganNames:
    """What tells kinds of organs, with the further entries."""
    names = [one for one in more.get(ORGANS.name, ()) if isinstance(one, OrganName)]
    return OrganNames((*ORGANS.entries(), *names)) if names else bundled_organs()


def _values(path: Path) -> tuple[Mapping[str, object], Message | None]:
    import tomllib

    try:
        return tomllib.loads(path.read_bytes().removeprefix(b"\xef\xbb\xbf").decode()), None
    except OSError as error:
        return {}, Message("不能读取：{error}", {"error": error.strerror or str(error)})
    except UnicodeDecodeError as error:
        return {}, Message("不是 UTF-8 编码（第 {byte} 字节）", {"byte": error.start + 1})
    except (ValueError, RecursionError) as error:
        return {}, Message("不合 TOML 语法：{error}", {"error": error})


def _made(table: DataTable[Any], values: object, forms: Sequence[Form]) -> object:
    """The entry, or what is wrong with it."""
    if not isinstance(values, dict):
        return Message("应为一张表")
    try:
        entry = table.made(values)
        if (check := getattr(entry, "check", None)) is not None:
            check()
    except EntryError as error:
        return _told(error)
    except ValueError as error:
        return Message("{error}", {"error": error})
    faults = _faults_of_heading(entry, forms) if isinstance(entry, HeadingName) else iter(())
    return next(faults, entry)


def _told(error: EntryError) -> Message:
    known = " / ".join(error.known)
    if error.fault == "unknown":
        said = {"key": error.key, "hint": suggestion(error.key, error.known), "known": known}
        return Message("没有键 {key}{hint}（可用 {known}）", said)
    if error.fault == "missing":
        return Message("缺少 {key}", {"key": error.key})
    if error.fault == "choice":
        return Message("{key} 应为 {known} 之一", {"key": error.key, "known": known})
    return Message("{key} 应为{kind}", {"key": error.key, "kind": _kind(known)})


def _kind(name: str) -> Message:
    """How a person calls a kind of value."""
    if name == "tuple[str, ...]":
        return Message('字符串列表，如 ["甲", "乙"]')
    if name == "bool":
        return Message("true 或 false")
    return Message("整数") if name.startswith("int") else Message("字符串")


def _faults_of_heading(entry: HeadingName, forms: Sequence[Form]) -> Iterator[Message]:
    """What keeps a name of a part from being one: no form has the part, or another part has the name."""
    parts = {section.key: section for form in forms for section in form.sections}
    if entry.section not in parts:
        known = [f"{section.key}（{section.heading}）" for section in parts.values()]
        said = {"key": entry.section, "hint": suggestion(entry.section, parts), "known": known}
        yield Message("没有部分 {key}{hint}（可用 {known}）", said)
    for name in entry.names:
        for section in parts.values():
            others = (section.heading, *section.variants, *section.legacy)
            if section.key != entry.section and fold(bare(name)) in map(fold, others):
                yield Message("“{name}”已是“{part}”的标题", {"name": name, "part": section.title})
