"""The names under which reports head the parts of a form, beside the one that the form prints."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from gxlint.data import DataTable, EntryError
from gxlint.report import Form, FormSection

WORDINGS = ("variant", "legacy")

_NUMBER = re.compile(r"\s*(?:第?[一二三四五六七八九十]{1,2}(?:部分)?[、.．，\s]|[（(][一二三四五六七八九十][）)])\s*")


@dataclass(frozen=True, slots=True)
class HeadingName:
    """Further names of one part. ``section`` is its key; ``wording`` tells whether the names are accepted
    (``variant``) or those of the form before 2019 (``legacy``). A number in front of a name is left out."""

    section: str
    names: tuple[str, ...]
    source: str
    wording: str = "variant"

    def check(self) -> None:
        """Raise EntryError for another wording, and for a name of no words or of one character, which every second
        line of a report would be."""
        if self.wording not in WORDINGS:
            raise EntryError("choice", "wording", WORDINGS)
        if not all(len(bare(name)) > 1 for name in self.names):
            raise EntryError("missing", "names", ())


HEADINGS = DataTable("headings", HeadingName, Path(__file__).with_name("headings.toml"))


@cache
def bundled_headings() -> tuple[HeadingName, ...]:
    """The entries of gxlint's own file."""
    return HEADINGS.entries()


def bare(name: str) -> str:
    """The name of a part without its number."""
    return _NUMBER.sub("", name, count=1).strip() if _NUMBER.match(name) else name.strip()


def with_headings(form: Form, entries: Iterable[HeadingName]) -> Form:
    """The form with these further names of its parts; what speaks of a part that it has not is passed over."""
    entries = tuple(entries)
    return replace(form, sections=tuple(_named(section, entries) for section in form.sections))


def _named(section: FormSection, entries: tuple[HeadingName, ...]) -> FormSection:
    own = [entry for entry in entries if entry.section == section.key]
    variants = (bare(name) for entry in own if entry.wording == "variant" for name in entry.names)
    legacy = (bare(name) for entry in own if entry.wording == "legacy" for name in entry.names)
    return replace(
        section,
        variants=tuple(dict.fromkeys((*section.variants, *variants))),
        legacy=tuple(dict.fromkeys((*section.legacy, *legacy))),
    )
