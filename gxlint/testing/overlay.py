"""Small changes to a clean report: an example shows only the lines that matter, and everything else comes from the
sample."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from gxlint.forms import bundled_forms
from gxlint.report import FormSection
from gxlint.testing.sample import ORGAN, YEAR, Fill, sample
from gxlint.text import fold

_MARKS = str.maketrans("", "", "⟦⟧")
_DIRECTIVE = re.compile(r"（(年份|机关|填数|原文|删去|删去表格|空|前言)）(.*)")
_NUMBER = re.compile(r"[一二三四五六七八九十\d]+[、.．]\s*")
_FIGURE = re.compile(r"[-+]?[\d.,０-９]+")
_ROW_END = re.compile(r"[\s|]*\Z")
_ALIKE = 0.6
"""From this similarity on a misspelt label or heading stands for the one it resembles."""


def overlay(text: str, example: str) -> str:
    """``text`` (a sample) with the lines of ``example`` in it. Marks ``⟦ ⟧`` count for nothing and are kept.

    * ``| label | 0 | … |`` replaces the row with that label, or the one whose label is most alike; a row of figures
      alone replaces the row of table four. A row like no other follows the row of the line before it.
    * A heading of a part replaces that heading, and the lines after it the part's prose; tables stay. A heading alone
      leaves the prose; ``（空）`` after it empties the part. Headings in another order move the parts, the second
      of two equal ones adds a part. ``（前言）`` heads the lines between the title and part one.
    * A line that ends in 年度报告 replaces the title, together with the lines above it.
    * ``（删去）words`` deletes the first line, row or heading that begins so; ``⟦⟧`` behind the words marks the end of
      what is printed above it.
      ``（删去表格）heading`` deletes all rows of a part.
    * ``（年份）2020``, ``（机关）临河市水务局`` and ``（填数）figures`` build another sample to begin with.
    * ``（原文）`` in the first line: the rest is the whole report.
    * Any other line is added to the prose of part one.

    Raises ValueError when a line to delete is not there.
    """
    lines = example.strip("\n").split("\n")
    if lines[0].strip() == "（原文）":
        return "\n".join(lines[1:]) + "\n"
    edited = _Edited.of(_base(text, lines))
    for line in _title_first(lines, edited):
        edited.take(line)
    return edited.text()


def _base(text: str, lines: list[str]) -> str:
    asked = {found[1]: found[2].strip() for line in lines if (found := _DIRECTIVE.fullmatch(line.strip()))}
    if not asked.keys() & {"年份", "机关", "填数"}:
        return text
    fill: Fill = "figures" if asked.get("填数", "zeros") != "zeros" else "zeros"
    return sample(int(asked.get("年份", YEAR)), asked.get("机关", ORGAN), fill=fill)


def _title_first(lines: list[str], edited: _Edited) -> Iterator[str]:
    """The lines without those of a title, which become the sample's."""
    rest = [line for line in lines if not line.strip().startswith(("（年份）", "（机关）", "（填数）"))]
    end = next((at for at, line in enumerate(rest) if _bare(line).rstrip().endswith("年度报告")), None)
    if end is not None:
        edited.parts[0].lines[0:1] = rest[: end + 1]
        rest = rest[end + 1 :]
    return iter(rest)


@dataclass(slots=True)
class _Part:
    """A stretch of the report: title and preface (key ``""``), or one of the six parts with its heading."""

    key: str
    heading: str | None
    lines: list[str]

    @property
    def prose(self) -> list[str]:
        return [line for line in self.lines if not _is_row(line)]

    @property
    def rows(self) -> list[str]:
        return [line for line in self.lines if _is_row(line)]


@dataclass(slots=True)
class _Edited:
    """A report while lines of an example are put into it."""

    parts: list[_Part]
    current: _Part | None = None
    replaced: bool = False
    last_row: tuple[_Part, int] | None = None
    mentioned: list[_Part] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> _Edited:
        parts = [_Part("", None, [])]
        for line in text.split("\n"):
            section = _section_of(line, exact=True)
            if section is not None:
                parts.append(_Part(section.key, line, []))
            else:
                parts[-1].lines.append(line)
        return cls(parts)

    def text(self) -> str:
        lines: list[str] = []
        for part in self._in_asked_order():
            lines += [part.heading, *part.lines] if part.heading is not None else part.lines
        return "\n".join(lines)

    def _in_asked_order(self) -> Iterator[_Part]:
        """The parts, those the example mentions in its order on the places that they have together."""
        moved = iter(self.mentioned)
        for part in self.parts:
            yield next(moved) if part in self.mentioned else part

    def take(self, line: str) -> None:
        directive = _DIRECTIVE.fullmatch(line.strip())
        if directive:
            self._direct(directive[1], directive[2].strip())
        elif _is_row(line):
            self._take_row(line)
        elif (section := _section_of(line)) is not None:
            self._take_heading(section, line)
        elif line.strip() or self.replaced:
            self._take_prose(line)

    def _direct(self, word: str, rest: str) -> None:
        if word == "前言":
            self.current, self.replaced = self.parts[0], False
        elif word == "空":
            if self.current is None:
                raise ValueError("（空） stands under no heading")
            self.current.lines = [""]
        elif word == "删去":
            self._delete(rest)
        elif word == "删去表格":
            section = _section_of(rest, exact=True)
            part = next((part for part in self.parts if section is not None and part.key == section.key), None)
            if part is None:
                raise ValueError(f"no part with the heading {rest!r}")
            part.lines = part.prose

    def _delete(self, words: str) -> None:
        wanted = fold(_bare(words))
        for part in self.parts:
            if part.heading is not None and fold(_bare(part.heading)).startswith(wanted):
                part.heading = None
                return
            for at, line in enumerate(part.lines):
                if any(fold(cell).startswith(wanted) for cell in (_cells(line) if _is_row(line) else [_bare(line)])):
                    del part.lines[at]
                    if at and words.endswith("⟦⟧"):
                        part.lines[at - 1] = _ROW_END.sub("⟦⟧\\g<0>", part.lines[at - 1], count=1)
                    return
        raise ValueError(f"no line begins with {words!r}")

    def _take_heading(self, section: FormSection, line: str) -> None:
        part = next((one for one in self.parts if one.key == section.key), None)
        if part is None or part in self.mentioned:
            before = self.mentioned[-1]
            part = _Part(section.key, line, [""])
            self.parts.insert(self.parts.index(before) + 1, part)
        part.heading = line
        self.mentioned.append(part)
        self.current, self.replaced = part, False

    def _take_prose(self, line: str) -> None:
        if self.current is None:
            overview = next(part for part in self.parts if part.key == "overview")
            overview.lines.insert(_end_of_prose(overview.lines), line)
            return
        if not self.replaced:
            title = self.current.lines[:1] if not self.current.key else []
            self.current.lines = [*title, "", "", *self.current.rows, ""]
            self.replaced = True
        at = next((at for at, one in enumerate(self.current.lines) if _is_row(one)), len(self.current.lines))
        self.current.lines.insert(at - 1, line)

    def _take_row(self, line: str) -> None:
        found = self._row_like(line)
        if found is None:
            part, at = (
                self.last_row
                or self._row_like("| 行政规范性文件 |")
                or self._row_like("| 规范性文件 |")
                or (
                    self.parts[-1],
                    len(self.parts[-1].lines) - 1,
                )
            )
            part.lines.insert(at + 1, line)
            self.last_row = (part, at + 1)
            return
        part, at = found
        part.lines[at] = _with_groups(part.lines[at], line)
        self.last_row = found

    def _row_like(self, line: str) -> tuple[_Part, int] | None:
        """The row whose label equals that of ``line``, else the one most like it."""
        wanted = _label(line)
        best: tuple[float, _Part, int] | None = None
        for part in self.parts:
            for at, row in enumerate(part.lines):
                if not _is_row(row) or (part, at) == self.last_row:
                    continue
                label = _label(row)
                score = 1.0 if label == wanted else SequenceMatcher(None, label, wanted, autojunk=False).ratio()
                if best is None or score > best[0]:
                    best = (score, part, at)
        return None if best is None or best[0] < _ALIKE else best[1:]


def _section_of(line: str, *, exact: bool = False) -> FormSection | None:
    """The part whose heading a line is: by its words, and unless ``exact`` by likeness where it bears a number."""
    bare = _bare(line).strip()
    words = fold(_NUMBER.sub("", bare, count=1))
    if not words or len(bare) > 40 or bare.endswith(("。", "；")):
        return None
    sections = bundled_forms()[-1].sections
    for section in sections:
        if words in {fold(name) for name in (section.heading, *section.variants, *section.legacy)}:
            return section if not exact or fold(section.title) == fold(bare) else None
    if exact or not _NUMBER.match(bare):
        return None
    scored = [(SequenceMatcher(None, fold(one.heading), words, autojunk=False).ratio(), one) for one in sections]
    score, section = max(scored, key=lambda one: one[0])
    return section if score >= _ALIKE else None


def _bare(line: str) -> str:
    return line.translate(_MARKS)


def _is_row(line: str) -> bool:
    return _bare(line).lstrip().startswith("|")


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _bare(line).strip().strip("|").split("|")]


def _label(line: str) -> str:
    """What names a row: the last cell before the figures, folded; a header row is named by all its cells."""
    cells = _cells(line)
    for at, cell in enumerate(cells):
        if not cell or _FIGURE.fullmatch(cell):
            return fold(cells[at - 1]) if at else ""
    return fold("".join(cells))


def _with_groups(old: str, new: str) -> str:
    """The new row with the merged cells that stand before the label in the old one, unless it has them itself."""
    cells = _cells(old)
    groups = cells[: max(0, _first_figure(cells) - 1)]
    if _first_figure(cells) == len(cells) or not groups or fold(_cells(new)[0]) == fold(groups[0]):
        return new
    return f"| {' | '.join(groups)} {new.lstrip()}"


def _first_figure(cells: list[str]) -> int:
    return next((at for at, cell in enumerate(cells) if not cell or _FIGURE.fullmatch(cell)), len(cells))


def _end_of_prose(lines: list[str]) -> int:
    return next((at + 1 for at in range(len(lines) - 1, -1, -1) if lines[at].strip()), len(lines))
