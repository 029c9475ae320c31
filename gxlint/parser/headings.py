"""Recognising the title of a report and the headings of its six parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from gxlint.forms.align import likeness
from gxlint.report import Form, FormSection, Paragraph, Title
from gxlint.text import INVISIBLE, MARKUP_TOKEN, Span, fold

Wording = Literal["official", "variant", "legacy"]

_NUMBERED = re.compile(
    r"[\s#*]*(?:第?(?P<han>[一二三四五六七八九十]{1,2})(?:部分)?[、.．,，:：\s][\s]*"
    r"|(?P<arabic>\d{1,2})(?P<mark>[、.．])(?P<gap>[ \t\xa0\u3000]*))?"
)
_YEAR_IN_FRONT = re.compile(r"20\d\d年度?")
_AFTER_HEADING = re.compile(r"[:.。,;]|$")
_TITLE_END = re.compile(r"(?:年度报告|年报|工作报告|工作总结)(?:格式|模板|格式模板|\([^()]{1,20}\))?$")
_SENTENCE = re.compile(r"[。；;，,：:！？!?>|]")
_FIRST = frozenset("一二三四五六七八九十第[")
_ROUND_HEADING = "*#：:。.． \t\xa0\u3000" + INVISIBLE
_LONGEST_HEADING = 70
_LONGEST_TITLE_LINE = 60
_LINES_BEFORE_TITLE = 15
_SIMILAR = 0.7


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that is the heading of one of the six parts."""

    form: FormSection
    number: str
    converted: bool
    wording: Wording
    line: Paragraph
    title_span: Span


class Headings:
    """Finds headings by their words. Built once for a form."""

    __slots__ = ("_by_number", "_known", "_last")

    def __init__(self, form: Form) -> None:
        self._known: dict[str, tuple[FormSection, Wording]] = {}
        self._by_number = {section.number: section for section in form.sections}
        for section in form.sections:
            self._known[fold(section.heading)] = (section, "official")
        for section in form.sections:
            for wording, names in (("variant", section.variants), ("legacy", section.legacy)):
                for name in names:
                    self._known.setdefault(fold(name), (section, wording))  # type: ignore[arg-type]
        self._last = frozenset(words[-1] for words in self._known)

    def read(self, line: Paragraph) -> Heading | None:
        """The heading a line is, or None. Legacy names and near misses count only behind a Chinese number."""
        if len(line.text) > _LONGEST_HEADING or not self._may_be_heading(line.text):
            return None
        match = _NUMBERED.match(MARKUP_TOKEN.sub("", line.text)) if "[" in line.text else _NUMBERED.match(line.text)
        if match is None:
            return None
        number = match["han"] or match["arabic"] or ""
        words = _YEAR_IN_FRONT.sub("", fold(line.text[self._words_at(line.text) :].strip("*# \t")), count=1)
        found = self._section(words, number, han=bool(match["han"]))
        if found is None:
            return None
        section, wording = found
        converted = bool(match["arabic"]) and match["mark"] == "、" and bool(match["gap"])
        begin = line.start + self._words_at(line.text)
        end = line.start + len(line.text.rstrip("*# \t\xa0\u3000"))
        return Heading(section, number, converted, wording, line, Span(begin, max(begin, end)))

    def _may_be_heading(self, text: str) -> bool:
        """A cheap look at both ends, for most lines are prose."""
        words = text.strip(_ROUND_HEADING)
        return bool(words) and (words[-1] in self._last or words[0] in _FIRST)

    @staticmethod
    def _words_at(text: str) -> int:
        skipped = MARKUP_TOKEN.match(text)
        start = skipped.end() if skipped else 0
        match = _NUMBERED.match(text, start)
        at = match.end() if match else start
        return at + len(text[at:]) - len(text[at:].lstrip())

    def _section(self, words: str, number: str, *, han: bool) -> tuple[FormSection, Wording] | None:
        words = words.rstrip(":.。")
        found = self._known.get(words)
        if found is not None:
            return found if han or found[1] != "legacy" else None
        if not han or number not in self._by_number:
            return None
        section = self._by_number[number]
        official = fold(section.heading)
        if words.startswith(official) and _AFTER_HEADING.match(words, len(official)):
            return section, "official"
        if len(words) <= 2 * len(official) and likeness(words, official) >= _SIMILAR:
            return section, "variant"
        return None


def title_of(lines: Sequence[Paragraph], first_heading: int) -> Title | None:
    """The title among the lines in front of the first heading: the first line that ends as a title ends, with the lines
    above it that belong to it (the organ, the year)."""
    printed = [line for line in lines if line.start < first_heading and line.text.strip()][:_LINES_BEFORE_TITLE]
    for index in range(len(printed)):
        if is_title_end(printed[index].text):
            title = _title(printed, index)
            if title is not None:
                return title
    return None


def is_title_end(text: str) -> bool:
    """Whether a line could be the last line of a title."""
    if len(text) > _LONGEST_TITLE_LINE or ("报告" not in text and "年报" not in text and "总结" not in text):
        return False
    folded = fold(text).strip("#*")
    return _TITLE_END.search(folded) is not None and _SENTENCE.search(folded) is None


def _title(printed: Sequence[Paragraph], last: int) -> Title | None:
    first = last
    while first and last - first < 3 and _goes_on(printed[first - 1].text, _text(printed[first : last + 1])):
        first -= 1
    text = _text(printed[first : last + 1])
    if "公开" not in text:
        return None
    return Title(text, tuple(printed[first : last + 1]))


def _goes_on(above: str, below: str) -> bool:
    """Whether the line above belongs to the title: a piece without which the title is not whole."""
    folded = fold(above).strip("#*")
    if not 1 < len(folded) <= 40 or _SENTENCE.search(folded) or folded.startswith("附件") or is_title_end(above):
        return False
    if "信息公开" not in below and "政务公开" not in below:
        return True
    if re.match(r"(20\d\d|二[〇○零]..)年", below) or not re.search(r"20\d\d年|二[〇○零]..年", below):
        return (
            re.search(
                r"(政府|局|委员会|委|办公室|办|镇|乡|街道|办事处|中心|厅|院|会|队|所|处|省|市|县|区|州|旗|年度?|\))$",
                folded,
            )
            is not None
        )
    return False


def _text(lines: Sequence[Paragraph]) -> str:
    pieces = ("".join(MARKUP_TOKEN.sub("", line.text).split()).strip("#*") for line in lines)
    return "".join(pieces)
