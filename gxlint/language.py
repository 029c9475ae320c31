"""Messages in the reader's language: Chinese is the source, English comes from gettext catalogues.

A message is a Chinese template in the style of ``str.format`` and the values that fill it. The package that wrote the
template also brings its English: ``<package>/locale/en/LC_MESSAGES/<package>.mo``. A catalogue is opened only when
another language than Chinese is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from gettext import NullTranslations

    from gxlint.rule import Rule

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
"""The source language first."""

CORE = "gxlint"
"""The package of the core, whose catalogue is asked when a plugin's own has no text."""

_NOTHING: Mapping[str, object] = {}
_JOINER: Mapping[Language, str] = {"zh": "、", "en": ", "}


@dataclass(frozen=True, slots=True)
class Message:
    """A part of a message that has to be told in the reader's language too: a value of ``args`` may be one.

    ``Finding(span, "{parts}，差 {gap}", {"parts": [Message("{name}列", {"name": "自然人"})], "gap": 1})``
    """

    template: str
    args: Mapping[str, object] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return tell(self.template, self.args)


def tell(template: str, args: Mapping[str, object] = _NOTHING, language: Language = "zh", module: str = CORE) -> str:
    """The message in ``language``; ``module`` is the module whose package brings the catalogue.

    Without ``args`` the template is told as it stands, braces and all. Values that are a ``Message`` are told in the
    same language, lists and tuples are joined with an enumeration mark. Where no translation fits, the Chinese stands.
    Raises what ``str.format`` raises when the args do not fit the Chinese template itself.
    """
    if language != "zh":
        translated = translate(template, language, module)
        if translated != template:
            try:
                return _fill(translated, args, language, module)
            except (LookupError, ValueError, TypeError, AttributeError):
                pass  # A catalogue that does not fit must not cost the reader the message.
    return _fill(template, args, language, module)


def suggestion(word: str, known: Iterable[str]) -> Message | str:
    """``，是不是 xyz？`` with the known words most like this one; empty where none is like it."""
    from difflib import get_close_matches

    names = sorted(set(known))
    folded = {name.lower(): name for name in names}
    near = [folded[name] for name in get_close_matches(word.lower(), folded, n=3, cutoff=0.6)]
    return Message("，是不是 {names}？", {"names": " / ".join(near)}) if near else ""


def tell_title(rule: Rule, language: Language = "zh") -> str:
    """The title of a rule: the first line of its page, or the first sentence of the page's ``English`` section."""
    if language == "zh":
        return rule.title
    return english_title(rule.page) or rule.title


def tell_options(rule: Rule, language: Language = "zh") -> list[str]:
    """The options of a rule as they stand in a settings file, each with what it means; nothing for a rule without."""
    if not rule.options:
        return []
    import json

    lines = [f"[rules.{rule.code}]"]
    for option in rule.options:
        value = json.dumps(rule.value(option), ensure_ascii=False)
        lines.append(f"{option.name} = {value}  # {tell(option.meaning, language=language, module=rule.module)}")
    return lines


def english_title(page: str) -> str:
    """The first sentence under the heading ``English`` of a rule's page, without its full stop; empty without one."""
    lines = iter(page.split("\n"))
    if not any(line.rstrip() == "English" for line in lines):
        return ""
    paragraph: list[str] = []
    for line in lines:
        if line.strip():
            if not line.startswith(" "):
                break
            paragraph.append(line.strip())
        elif paragraph:
            break
    return " ".join(paragraph).split(". ")[0].removesuffix(".")


def translate(template: str, language: Language, module: str = CORE) -> str:
    """The template in ``language`` from the catalogue of ``module``'s package, else from the core's, else itself."""
    if not template or language == "zh":
        return template
    for owner in (module, CORE):
        translated = catalogue(owner, language).gettext(template)
        if translated != template:
            return translated
    return template


@cache
def catalogue(module: str, language: Language) -> NullTranslations:
    """The catalogue of the package that ``module`` belongs to, the innermost that has one; an empty one if none has.

    A catalogue that cannot be read counts as none.
    """
    from gettext import GNUTranslations, NullTranslations
    from pathlib import Path

    package = module
    while package:
        source = getattr(sys.modules.get(package), "__file__", None)
        if source:
            name = package.rpartition(".")[2]
            path = Path(source).parent / "locale" / language / "LC_MESSAGES" / f"{name}.mo"
            try:
                with path.open("rb") as file:
                    return GNUTranslations(file)
            except (OSError, ValueError, LookupError):
                pass
        package = package.rpartition(".")[0]
    return NullTranslations()


def _fill(template: str, args: Mapping[str, object], language: Language, module: str) -> str:
    if not args:
        return template
    return template.format_map({name: _told(value, language, module) for name, value in args.items()})


def _told(value: object, language: Language, module: str) -> object:
    if isinstance(value, Message):
        return tell(value.template, value.args, language, module)
    if isinstance(value, list | tuple):
        return _JOINER[language].join(str(_told(part, language, module)) for part in value)
    return value
