"""A report with mistakes that a client must show in the right places, and what is known about it without gxlint."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.lsp.editor import Editor, Unit
from tests.writing import figures, form_for, render

BOOKMARK = "[bookmark: _GoBack]"
"""What a converter left behind; a fix removes it."""
CODES = ("GXM001", "GXS001", "GXT002", "GXW001")
"""The rules that find what is wrong with it."""

_YEAR = 2024
_ORGAN = "青山县𠮷岭镇人民政府"
"""Its second character of the town takes two units in UTF-16 and four in UTF-8."""
_TOTAL_ROW = "\t（七）总计\n"
_COLUMNS = 7


@dataclass(frozen=True, slots=True)
class Broken:
    """The report and the offsets of what is wrong with it."""

    text: str
    bookmark: int
    comma: int
    total: int
    right: str
    """The figure that the total should be."""
    gap: int
    """Where part five is missing."""

    @property
    def mended(self) -> str:
        """The text without the bookmark, and otherwise as broken as it was."""
        return self.text[: self.bookmark] + self.text[self.bookmark + len(BOOKMARK) :]

    def range(self, start: int, length: int, unit: Unit) -> dict[str, dict[str, int]]:
        """A place of the text as a client tells it that counts columns in ``unit``."""
        return Editor(self.text, unit).range(start, start + length)


def broken_report() -> Broken:
    """A report with one table cell a line: a bookmark and a half-width comma behind a rare character, a total that does
    not add up, and no part five."""
    form = form_for(_YEAR)
    text = render(form, figures(Random(4), form, 40), "tab-cells", year=_YEAR, organ=_ORGAN, random=Random(11))
    before, after = text.split("健全信息发布审核机制，", 1)
    text = f"{before}在𠮷岭镇{BOOKMARK}健全信息发布审核机制,{after}"
    section = text.index("五、存在的主要问题")
    text = text[:section] + text[text.index("六、其他需要报告的事项") :]
    total = text.index(_TOTAL_ROW) + len(_TOTAL_ROW)
    for _ in range(_COLUMNS - 1):
        total = text.index("\n", total) + 1
    total += len("\t")
    right = text[total : text.index("\n", total)]
    text = f"{text[:total]}{int(right) + 1}{text[total + len(right) :]}"
    return Broken(text, text.index(BOOKMARK), text.index("机制,") + 2, total, right, text.index("六、"))
