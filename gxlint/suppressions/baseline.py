"""``gxlint-baseline.json``: the findings that an archive had when gxlint was adopted. Only new ones are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from gxlint.language import Message
from gxlint.settings import Origin, SettingsError
from gxlint.suppressions.key import Key, known_name

_VERSION = 1
BaselineEntry = tuple[str, Key]
"""The file, relative to the baseline's folder, with slashes; and what is known of it."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many findings of each key every file has."""

    files: dict[str, Counter[Key]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[BaselineEntry]) -> Baseline:
        """The baseline with these findings, each as often as it is given."""
        made = cls()
        for file, key in entries:
            made.files.setdefault(file, Counter())[key] += 1
        return made

    def __len__(self) -> int:
        return sum(sum(keys.values()) for keys in self.files.values())


def read_baseline(text: str, shown: str) -> Baseline:
    """The baseline in a file's text; ``shown`` is its name. Raises SettingsError where it is none."""
    import json

    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _no_baseline(Origin(shown, getattr(error, "lineno", 0))) from None
    findings = data.get("findings") if isinstance(data, dict) else None
    if not isinstance(findings, list) or not isinstance(data.get("version"), int):
        raise _no_baseline(Origin(shown))
    if data["version"] != _VERSION:
        message = Message("这份基线由别的版本写成；请删去它，再用 gxlint baseline create 重写")
        raise SettingsError(message, Origin(shown))
    made = Baseline()
    for number, one in enumerate(findings, 1):
        words = [one.get(name) for name in ("file", "rule", "place", "passage")] if isinstance(one, dict) else [None]
        count = one.get("count", 1) if isinstance(one, dict) else 0
        if not all(isinstance(word, str) for word in words) or type(count) is not int or count < 1:
            raise SettingsError(Message("基线的第 {number} 条不合格式", {"number": number}), Origin(shown))
        file, *key = map(str, words)
        made.files.setdefault(known_name(file), Counter())[Key(*key)] += count
    return made


def _no_baseline(origin: Origin) -> SettingsError:
    return SettingsError(Message("不是基线文件；请从备份恢复，或删去它再用 gxlint baseline create 重写"), origin)


def write_baseline(baseline: Baseline) -> str:
    """The text of a baseline, one finding a line in a lasting order, so that versions can be compared."""
    import json

    lines = []
    for file, keys in sorted(baseline.files.items()):
        for key, count in sorted(keys.items()):
            entry: dict[str, object] = {"file": file, **key._asdict()}
            if count > 1:
                entry["count"] = count
            line = json.dumps(entry, ensure_ascii=False)
            try:
                line.encode("utf-8")
            except UnicodeEncodeError:  # The name of a file may hold bytes that are no text.
                line = json.dumps(entry)
            lines.append(f"    {line}")
    findings = "[\n" + ",\n".join(lines) + "\n  ]" if lines else "[]"
    return f'{{\n  "version": {_VERSION},\n  "findings": {findings}\n}}\n'
