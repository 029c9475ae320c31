"""``gxlint-baseline.json``: the findings that an archive had when gxlint was adopted. Only new ones are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from gxlint.language import Message
from gxlint.settings import Origin, SettingsError
from gxlint.suppressions.key import Key

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
        if data["version"] != _VERSION:
            raise SettingsError(Message("这份基线由别的版本写成，请用 gxlint baseline update 重写"), Origin(shown))
        made = Baseline()
        for one in data["findings"]:
            key = Key(str(one["rule"]), str(one["place"]), str(one["passage"]))
            made.files.setdefault(str(one["file"]), Counter())[key] += int(one.get("count", 1))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise SettingsError(Message("不是基线文件：{error}", {"error": reason}), Origin(shown)) from None
    return made


def write_baseline(baseline: Baseline) -> str:
    """The text of a baseline, one finding a line in a lasting order, so that versions can be compared."""
    import json

    lines = []
    for file, keys in sorted(baseline.files.items()):
        for key, count in sorted(keys.items()):
            entry: dict[str, object] = {"file": file, **key._asdict()}
            if count > 1:
                entry["count"] = count
            lines.append(f"    {json.dumps(entry, ensure_ascii=False)}")
    findings = "[\n" + ",\n".join(lines) + "\n  ]" if lines else "[]"
    return f'{{\n  "version": {_VERSION},\n  "findings": {findings}\n}}\n'
