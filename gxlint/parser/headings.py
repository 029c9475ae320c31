"""Recognising the title of a report and the headings of its six parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from gxlint.forms.align import likeness
from gxlint.report import Form, FormSection, Paragraph, Title
from gxlint.text import INVISIBLE, MARKUP_TOKEN, Span, fold

Wording = Literal["official", "variant", "legacy"]
Style = Literal["han", "arabic", "none", "bracket"]
"""How a heading is numbered: ``一、`` or ``第一部分``; ``1.``; not at all; ``（一）``."""

_HAN = (
    r"[\s#*]*(?:第(?P<part>[一二三四五六七八九十]{1,2})(?:部分|章|节)[、.．,，:：\s]*"
    r"|第?(?P<han>[一二三四五六七八九十]{1,2})[、.．,，:：\s]\s*)"
)
_NUMBERED = re.compile(
    rf"{_HAN}|[\s#*]*(?:[（(](?P<bracket>[一二三四五六七八九十])[）)]\s*"
    r"|(?P<arabic>\d{1,2})(?P<mark>[、.．])(?P<gap>[ \t\xa0\u3000]*))?"
)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,80}>")
_PAGE_OF_ENTRY = re.compile(r"(?:[.．…·‥—_-]{2,}|[ \t\xa0\u3000])[ \t\xa0\u3000]*[（(]?\d{1,3}[）)]?\s*\Z")
"""What ends an entry of a table of contents."""
_LONGEST_PAGE = 12
_BRACKETED_PARTS = 4
"""So many parts numbered （一） are headings; fewer are points below one."""
_YEAR_IN_FRONT = re.compile(r"20\d\d年度?")
_AFTER_HEADING = re.compile(r"[:.。,;]|$")
_TITLE_END = re.compile(
    r"(?:年度报告|年报|(?:工作(?:情况)?|公开情况)的?报告|工作总结)(?:的(?:报告|公告|公示|函))?"
    r"(?:格式|模板|格式模板|\([^()]{1,20}\))?$"
)
_TITLE_NAME = re.compile(r"(?:标题|题目|名称)(?:[:：]|(?=.{4,}20\d\d))")
_ROUND_TITLE = "#*《》〈〉•●·"
_NOT_A_NAME = re.compile(r"20\d\d年?度?|[(（].*|(?:政府|政务)?信息公开.*|政务公开.*|关于")
"""What a title has besides the name of the organ."""
_PROSE = re.compile(r"现|公布|发布|编制|根据|按照|形成|如下")
"""Words that make a line with a full stop a sentence about the report; a title that ends in one has none of them."""
_YEAR_LINE = re.compile(r"\(?(?:20\d\d|二[〇○零0]..)年度?\)?")
_SENTENCE = re.compile(r"[。；;，,：:！？!?>|]")
_VALUES = {number: value for value, number in enumerate("一二三四五六七八九十")}
_FIRST = frozenset("一二三四五六七八九十第[（(")
_ROUND_HEADING = "*#：:。.． \t\xa0\u3000" + INVISIBLE
_LONGEST_HEADING = 70
_LONGEST_TITLE_LINE = 60
_LINES_BEFORE_TITLE = 15
_SIMILAR = 0.7
_LONGEST_RENAMED = 30
_TELLING = {
    "overview": re.compile("总体|概况|概述|综述|基本情况|推进情况"),
    "disclosure": re.compile("主动公开"),
    "requests": re.compile("申请"),
    "review": re.compile("复议|诉讼"),
    "problems": re.compile("问题|不足|改进|整改|下一步|打算|建议"),
    "other": re.compile("其他|其它|需要(?:报告|说明|汇报)"),
}
"""What the heading of a part in words of its own tells, by the key of the part."""
_SURE_PARTS = 3
"""So many parts have to be there under their names for another to be known by its number and its subject."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that is the heading of one of the six parts."""

    form: FormSection
    number: str
    style: Style
    converted: bool
    wording: Wording
    line: Paragraph
    title_span: Span
    prose: Paragraph | None = None
    """What stands behind the heading on the same line; ``line`` ends in front of it."""
    renamed: bool = False
    """Whether only the number and the subject are those of the part: it may be another list."""


class Headings:
    """Finds headings by their words. Built once for a form."""

    __slots__ = ("_by_number", "_known", "_last", "_with_prose")

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
        accepted = {name for section in form.sections for name in (section.heading, *section.variants)}
        words = "|".join(map(re.escape, sorted(accepted, key=len, reverse=True)))
        self._with_prose = re.compile(
            rf"{_HAN}(?P<words>{words})\**(?P<end>[：:。．.，,；;]|(?=[ \t\xa0\u3000]))[*\s]*(?=[^*\s])"
        )

    def read(self, line: Paragraph) -> Heading | None:
        """The heading a line is, or begins with; None where it is none. Legacy names and near misses count only behind
        a Chinese number, ``（一）`` only in front of an accepted name with that number."""
        text = line.text if "<" not in line.text else _TAG.sub(lambda tag: " " * len(tag[0]), line.text)
        if not self._may_be_heading(text) or _PAGE_OF_ENTRY.search(text[-_LONGEST_PAGE:]):
            return None
        if (heading := self._in_front_of_prose(line, text)) is not None or len(text) > _LONGEST_HEADING:
            return heading
        match = _NUMBERED.match(MARKUP_TOKEN.sub("", text)) if "[" in text else _NUMBERED.match(text)
        if match is None:
            return None
        han = match["han"] or match["part"]
        number = han or match["bracket"] or match["arabic"] or ""
        words = _YEAR_IN_FRONT.sub("", fold(text[self._words_at(text) :].strip("*# \t")), count=1)
        renamed = None
        found = self._section(words, number, han=bool(han))
        if found is None and han:
            found = renamed = self._renamed(words, number)
        if found is None or (match["bracket"] and (found[1] == "legacy" or found[0].number != number)):
            return None
        section, wording = found
        style: Style = "han" if han else "bracket" if match["bracket"] else "arabic" if match["arabic"] else "none"
        converted = bool(match["arabic"]) and match["mark"] == "、" and bool(match["gap"])
        begin = line.start + self._words_at(text)
        end = line.start + len(text.rstrip("*# \t\xa0\u3000"))
        span = Span(begin, max(begin, end))
        return Heading(section, number, style, converted, wording, line, span, renamed=renamed is not None)

    def _renamed(self, words: str, number: str) -> tuple[FormSection, Wording] | None:
        """The part whose number and subject a heading in words of its own has."""
        section = self._by_number.get(number)
        telling = _TELLING.get(section.key) if section else None
        if section is None or telling is None or len(words) > _LONGEST_RENAMED or _SENTENCE.search(words):
            return None
        return (section, "variant") if telling.search(words) else None

    def _in_front_of_prose(self, line: Paragraph, text: str) -> Heading | None:
        """The heading with whose words a line of prose begins: ``一、总体情况：2024年，我镇……``."""
        match = self._with_prose.match(text) if text[:1] else None
        if match is None:
            return None
        section, wording = self._known[fold(match["words"])]
        own_line = Paragraph(line.start, line.start + match.end("end"), line.text[: match.end("end")])
        prose = Paragraph(line.start + match.end(), line.end, line.text[match.end() :])
        span = Span(line.start + match.start("words"), line.start + match.end("words"))
        return Heading(section, match["han"] or match["part"], "han", False, wording, own_line, span, prose)

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
        if len(words) <= 2 * len(official) and likeness(words, official, _SIMILAR) >= _SIMILAR:
            return section, "variant"
        return None


def of_one_style(found: Iterable[Heading]) -> list[Heading]:
    """The headings among lines that have the words of one: where a part is named in several styles, the style in which
    most parts are numbered counts. The others are points below a part: ``1.主动公开情况``."""
    everything = list(found)
    headings = [heading for heading in everything if not heading.renamed]
    keys: dict[Style, set[str]] = {"han": set(), "arabic": set(), "none": set(), "bracket": set()}
    for heading in headings:
        keys[heading.style].add(heading.form.key)
    order = sorted(keys, key=lambda style: -len(keys[style]))
    if order[0] != "bracket" or len(keys["bracket"]) < _BRACKETED_PARTS:
        order.remove("bracket")
        keys["bracket"].clear()
    style_of = {key: style for style in reversed(order) for key in keys[style]}
    kept = [heading for heading in headings if style_of.get(heading.form.key) == heading.style]
    return _with_renamed(kept, [heading for heading in everything if heading.renamed])


def _with_renamed(kept: list[Heading], renamed: Sequence[Heading]) -> list[Heading]:
    """The headings with those in words of their own: a part that is missing otherwise, told once, in its place among
    the others."""
    known = {heading.form.key for heading in kept if heading.style == "han"}
    if len(known) < _SURE_PARTS:
        return kept
    fitting = [
        one
        for one in renamed
        if one.form.key not in known and all(_in_order(one, other) for other in kept if other.style == "han")
    ]
    keys = [one.form.key for one in fitting]
    return sorted((*kept, *(one for one in fitting if keys.count(one.form.key) == 1)), key=lambda one: one.line.start)


def _in_order(one: Heading, other: Heading) -> bool:
    """Whether two headings stand in the order of their parts."""
    return (_VALUES[one.form.number] < _VALUES[other.form.number]) == (one.line.start < other.line.start)


def title_of(lines: Sequence[Paragraph], first_heading: int) -> Title | None:
    """The title among the lines in front of the first heading: the first line that ends as a title ends, with the lines
    above it that belong to it (the organ, the year). A web page may have a heading of its own above, without the organ,
    or a list of properties: then the title that names it, and stands alone, counts."""
    printed = [line for line in lines if line.start < first_heading and line.text.strip()][:_LINES_BEFORE_TITLE]
    ends = (index for index, line in enumerate(printed) if is_title_end(line.text))
    titles = [title for index in ends if (title := _title(printed, index)) is not None]
    return max(titles, key=_rank, default=None)


def _rank(title: Title) -> tuple[bool, bool]:
    """Whether a title names the organ, and whether it stands alone on its line."""
    first = fold(title.lines[0].text).strip(_ROUND_TITLE)
    return bool(_NOT_A_NAME.sub("", title.text)), first == _without_name(first)


def is_title_end(text: str) -> bool:
    """Whether a line could be the last line of a title."""
    if len(text) > _LONGEST_TITLE_LINE or ("报" not in text and "总" not in text):
        return False
    folded = _plain(text)
    return _TITLE_END.search(folded) is not None and _SENTENCE.search(folded) is None


def _title(printed: Sequence[Paragraph], last: int) -> Title | None:
    first = last
    while first and last - first < 3 and _goes_on(printed[first - 1].text, _text(printed[first : last + 1])):
        first -= 1
    text = _text(printed[first : last + 1])
    if "公开" not in text:
        return None
    if (
        last + 1 < len(printed)
        and "年" not in text[: -len("年度报告")]
        and _YEAR_LINE.fullmatch(fold(printed[last + 1].text))
    ):
        last += 1
    return Title(_text(printed[first : last + 1]), tuple(printed[first : last + 1]))


def _plain(text: str) -> str:
    """A line of a title without what may stand around it."""
    folded = fold(_TAG.sub("", text) if "<" in text else text).strip(_ROUND_TITLE)
    if folded.endswith("。") and "20" in folded and _PROSE.search(folded) is None:
        folded = folded[:-1].strip(_ROUND_TITLE)
    return _without_name(folded)


def _without_name(words: str) -> str:
    """A title without the word 标题 or 名称 that a list of properties has in front of it."""
    named = words.startswith(("标题", "题目", "名称"))
    return _TITLE_NAME.sub("", words, count=1).strip(_ROUND_TITLE) if named else words


def _goes_on(above: str, below: str) -> bool:
    """Whether the line above belongs to the title: a piece without which the title is not whole."""
    folded = _plain(above)
    if not 1 < len(folded) <= 40 or _SENTENCE.search(folded) or folded.startswith("附件") or is_title_end(above):
        return False
    if "信息公开" not in below and "政务公开" not in below:
        return True
    if re.match(r"(20\d\d|二[〇○零]..)年|关于", below) or not re.search(r"20\d\d年|二[〇○零]..年", below):
        return (
            re.search(
                r"(政府|局|委员会|委|办公室|办|镇|乡|街道|办事处|中心|厅|院|会|队|所|处|省|市|县|区|州|旗|年度?|\))$",
                folded,
            )
            is not None
        )
    return False


def _text(lines: Sequence[Paragraph]) -> str:
    pieces = ("".join(_TAG.sub("", MARKUP_TOKEN.sub("", line.text)).split()) for line in lines)
    return "".join(_without_name(piece.strip(_ROUND_TITLE)).strip(_ROUND_TITLE + "。") for piece in pieces)
