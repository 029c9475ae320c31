"""The official labels of all forms, and what a label found in a report says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from gxlint.report import Form, FormTable, LabelRole
from gxlint.text import fold

Quality = Literal["exact", "variant", "misspelt", "alike"]
"""``misspelt``: a slip of the closed list, so that the official label is beyond doubt; ``alike``: some other slip."""

_NUMBER = re.compile(r"\([一二三四五六七八九十]\)|[一二三四五六七八九十]\.|\d{1,2}\.")
_BRACKETS = re.compile(r"(?<!^)\([^()]*\)")
_NARROW = 2
_LEAST_BARE = 4
"""Without its number a short label (总计, 其他) could be several."""
_LEAST_HALF = 3
"""A piece of a label is recognised by a half of it, if that has so many characters."""
_CAPTION = re.compile(r"第?二十条.{0,3}?第?\(?([一二三四五六七八九十])\)?项")


@dataclass(frozen=True, slots=True)
class LabelUse:
    """One place of the forms at which a label stands. ``key`` is the key of the row or column; ``official`` the label
    as printed there; ``forms`` the keys of the forms that have it there; ``depth`` how many merged cells stand in front
    of the label of a row."""

    table: str
    role: LabelRole
    key: str
    official: str
    forms: frozenset[str]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """What a label of a report says: the places it may stand for, and how it says it."""

    uses: tuple[LabelUse, ...]
    quality: Quality

    def use(self, role: LabelRole, table: str | None = None) -> LabelUse | None:
        """The use in this role (and table), or None."""
        for use in self.uses:
            if use.role == role and (table is None or use.table == table):
                return use
        return None


class Vocabulary:
    """Looks labels up. Built once for a set of forms; look-ups are remembered because reports repeat each other."""

    __slots__ = (
        "_bare",
        "_captions",
        "_exact",
        "_seen",
        "forms",
        "groups",
        "header_labels",
        "pieces",
        "row_labels",
        "unlabelled",
        "widths",
    )

    def __init__(self, forms: Sequence[Form]) -> None:
        self.forms = tuple(forms)
        self._exact: dict[str, tuple[LabelUse, ...]] = {}
        self._bare: dict[str, tuple[LabelUse, ...]] = {}
        self._captions: dict[str, tuple[LabelUse, ...]] = {}
        self._seen: dict[str, LabelMatch | None] = {}
        self._fill()
        self.pieces = "\n".join(self._exact)
        """All folded labels: a wrapped piece of any label is a part of this string."""
        self.groups = "\n".join(
            label for label, uses in self._exact.items() if any(use.role == "group" for use in uses)
        )
        """All folded labels of merged cells, in the same way."""
        self.row_labels = tuple(sorted(self._rows(), key=lambda one: -len(one[0])))
        """Folded labels of rows (aliases included), the longest first."""
        self.header_labels = {
            key: frozenset(fold(label) for form in self.forms for label in _header_labels(form.table(key)))
            for key in dict.fromkeys(table.key for form in self.forms for table in form.tables)
        }
        """For each table the folded labels of its header: captions, headers and columns."""
        widths = {len(table.columns) for form in self.forms for table in form.tables}
        self.widths = frozenset(width for width in widths if width > _NARROW)
        """How many figures the rows of the wider tables have."""
        self.unlabelled = {
            len(table.columns): table.key
            for form in self.forms
            for table in form.tables
            if len(table.rows) == 1 and not table.rows[0].label
        }
        """By the number of figures in it, the key of a table whose only row has no label."""

    def _fill(self) -> None:
        found: dict[tuple[str, LabelRole, str, str, int], set[str]] = {}
        aliases: dict[str, LabelUse] = {}
        for form in self.forms:
            for table in form.tables:
                for role, key, label, depth in _labels(table):
                    found.setdefault((table.key, role, key, label, depth), set()).add(form.key)
                for row in table.rows:
                    use = LabelUse(table.key, "row", row.key, row.label, frozenset({form.key}), len(row.groups))
                    aliases.update((fold(alias), use) for alias in row.aliases)
        for (table_key, role, key, label, depth), keys in found.items():
            self._add_label(LabelUse(table_key, role, key, label, frozenset(keys), depth))
        for alias, use in aliases.items():
            _add(self._bare, alias, use)

    def _add_label(self, use: LabelUse) -> None:
        folded = fold(use.official)
        _add(self._exact, folded, use)
        if use.role == "note":
            # Whether the note stands in brackets is of no consequence.
            _add(self._exact, folded.strip("()"), use)
        if use.role == "caption":
            if caption := _CAPTION.search(folded):
                _add(self._captions, caption[1], use)
            return
        for bare in {_without_brackets(folded), _NUMBER.sub("", folded, count=1)}:
            if len(bare) >= _LEAST_BARE and bare != folded:
                _add(self._bare, bare, use)

    def _rows(self) -> Iterator[tuple[str, tuple[LabelUse, ...]]]:
        for labels in (self._exact, self._bare):
            for label, uses in labels.items():
                rows = tuple(use for use in uses if use.role == "row")
                if rows:
                    yield label, rows

    def nearly_a_piece(self, folded: str) -> bool:
        """Whether a folded text is a piece of a label but for one character."""
        half = len(folded) // 2
        if half < _LEAST_HALF:
            return False
        for begin, end in ((0, half), (half, len(folded))):
            at = self.pieces.find(folded[begin:end])
            while at >= 0:
                other = self.pieces[max(0, at - begin) :][: len(folded)]
                if len(other) == len(folded) and sum(a != b for a, b in zip(folded, other, strict=True)) == 1:
                    return True
                at = self.pieces.find(folded[begin:end], at + 1)
        return False

    def look(self, printed: str) -> LabelMatch | None:
        """What a label says; None where it is nothing the forms know."""
        try:
            return self._seen[printed]
        except KeyError:
            if len(self._seen) > 20_000:
                self._seen.clear()
            found = self._seen[printed] = self._look(fold(printed))
            return found

    def _look(self, folded: str) -> LabelMatch | None:
        if not folded or len(folded) > 80:
            return None
        if uses := self._exact.get(folded):
            return LabelMatch(uses, "exact")
        if "条" in folded and (caption := _CAPTION.search(folded)) and caption[1] in self._captions:
            return LabelMatch(self._captions[caption[1]], "variant")
        mended = mend(folded)
        for candidate in (mended, _without_brackets(mended)):
            if uses := self._bare.get(candidate) or self._exact.get(candidate):
                return LabelMatch(uses, "variant" if mended == folded else "misspelt")
        return None


_VOCABULARIES: dict[tuple[int, ...], Vocabulary] = {}


def vocabulary(forms: Sequence[Form]) -> Vocabulary:
    """The vocabulary of these forms, made once for the same form objects."""
    key = tuple(id(form) for form in forms)
    if key not in _VOCABULARIES:
        _VOCABULARIES[key] = Vocabulary(forms)
    return _VOCABULARIES[key]


@cache
def misspellings() -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """The closed list of misspelt labels, wrong and right: those that count as a whole, and those as a part."""
    with (Path(__file__).parent / "misspellings.toml").open("rb") as file:
        data = tomllib.load(file)
    whole, part = (tuple((one["wrong"], one["right"]) for one in data[kind]) for kind in ("whole", "part"))
    return whole, part


def mend(folded: str) -> str:
    """A folded label with every misspelling of the closed list put right."""
    whole, part = _folded_misspellings()
    if folded in whole:
        return whole[folded]
    for wrong, right in part:
        folded = folded.replace(wrong, right)
    return folded


def mend_evenly(folded: str) -> str:
    """Folded text with every misspelling of the closed list put right that does not change its length, so that places
    in it stay the same. Those that count as a whole label are too short to be looked for in a text."""
    for wrong, right in even_misspellings():
        folded = folded.replace(wrong, right)
    return folded


@cache
def even_misspellings() -> tuple[tuple[str, str], ...]:
    """The folded misspellings of the closed list, wrong and right, that are as long as the right words."""
    whole, part = _folded_misspellings()
    pairs = (*part, *((wrong, right) for wrong, right in whole.items() if len(wrong) >= _LEAST_BARE))
    return tuple((wrong, right) for wrong, right in pairs if len(wrong) == len(right))


@cache
def _folded_misspellings() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    whole, part = misspellings()
    return {fold(a): fold(b) for a, b in whole}, tuple((fold(a), fold(b)) for a, b in part)


def _labels(table: FormTable) -> Iterator[tuple[LabelRole, str, str, int]]:
    for caption in table.captions:
        yield "caption", "", caption, 0
    if table.note:
        yield "note", "", table.note, 0
    for header in table.headers:
        yield "column", "", header, 0
    for column in table.columns:
        yield "column", column.key if _distinct(table) else "", column.label, 0
    for row in table.rows:
        if row.label:
            yield "row", row.key, row.label, len(row.groups)
        for group in row.groups:
            yield "group", "", group, 0


def _header_labels(table: FormTable | None) -> Iterator[str]:
    if table is not None:
        yield from (*table.headers, *table.captions, *(column.label for column in table.columns))


def _distinct(table: FormTable) -> bool:
    return len({column.label for column in table.columns}) == len(table.columns)


def _add(labels: dict[str, tuple[LabelUse, ...]], label: str, use: LabelUse) -> None:
    known = labels.get(label, ())
    if use not in known:
        labels[label] = (*known, use)


def _without_brackets(folded: str) -> str:
    return _BRACKETS.sub("", folded)
