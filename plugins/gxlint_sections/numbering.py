"""GXS005: numbers in front of headings and points run on without a gap and without a repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint import MARKUP_TOKEN, Edit, Finding, Fix, Paragraph, Report, Section, Span, rule
from gxlint_sections.structure import body_sections, has_six_parts

_DIGITS = "一二三四五六七八九"
_HAN = "[一二三四五六七八九十]{1,3}"
_KINDS = ("bracket", "han", "arabic_bracket", "arabic")
_ENUMERATOR = re.compile(
    rf"[\s#*]*(?:{MARKUP_TOKEN.pattern})*(?P<printed>"
    rf"[（(](?P<bracket>{_HAN})[）)](?![项款条类目、，,至到和])"
    rf"|(?P<han>{_HAN})、(?![一二三四五六七八九十])"
    rf"|[（(](?P<arabic_bracket>[1-9]\d?)[）)](?![项款条类目、，,至到和])"
    rf"|(?P<arabic>[1-9]\d?)[.．、](?:(?!\d)|(?=20\d\d年))"
    rf")"
)
_CONVERTED = re.compile(r"\s*(?:\d{1,2}、|[（(]\d{1,2}[）)])[ \xa0]")
_PAGE = r"(?:[-—–－]\s*\d+\s*[-—–－]\s*)?"
_POINT = re.compile(rf"({_HAN})\s*{_PAGE}是(?!\s*[否一二三四五六七八九十])")
_BEFORE_POINT = tuple("。；;，,：:、！？!?”）)")
_REACH = 80
"""How far back to look for the character in front of a point, over empty lines and blanks."""
_DEPTH = 6
"""Points inside points are looked at this deep."""
_FAR = 20_000
"""A number that is missing is looked for this far back in the text."""
_SENTENCE_END = tuple("。：:；;！？!?”）)…")
_FULL = str.maketrans("().", "（）．")
"""Brackets and dots are of either width, in one sequence too."""
_LONGEST_HEADING = 48
_FULL_LINE = 18
"""A line at least so long that does not end a sentence was wrapped, and the next line goes on with it."""


class _Item(NamedTuple):
    """One enumerator as it is ``printed``, from ``start`` to ``end``; ``digits`` is where its number begins.
    A ``doubtful`` one may be no enumerator at all: words at the start of a wrapped line."""

    kind: str
    number: int
    start: int
    end: int
    digits: int
    printed: str
    doubtful: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@rule(
    "GXS005",
    "heading-numbering",
    severity="warning",
    basis="《党政机关公文格式》GB/T 9704—2012 7.3.3",
    fixable="unsafe",
)
def heading_numbering(report: Report) -> Iterator[Finding]:
    """标题编号

    查什么
        各级编号是否跳号、重号：六个部分的“一、二、三”，部分内的“（一）（二）”“1. 2.”“（1）（2）”，段落中的
        “一是、二是”。每一串编号只提示第一处。

    依据
        《党政机关公文格式》（GB/T 9704—2012）：结构层次序数依次为“一、”“（一）”“1.”“（1）”。

    为什么
        跳号让人以为漏了一段，重号让人无法引用；多半是增删段落后没有重新编号。

    例
        错：
            一、总体情况
            （一）主动公开。2023年，我镇主动公开政府信息30条。
            ⟦（三）⟧监督保障。开展检查2次。
        错：
            五、存在的主要问题及改进情况
            一是公开不够及时；⟦三是⟧人员不足。下一步将加强培训。
        对：
            一、总体情况
            （一）主动公开。2023年，我镇主动公开政府信息30条。
            （二）依申请公开。一是规范登记；二是按时答复。
            （三）监督保障。一是开展检查；二是组织培训。

    怎样改
        按顺序重新编号；如果是漏了内容，把内容补上。

    何时忽略
        换了上一级标题后从头编号、转换软件写出的“1、 总体情况”都不提示。

    English
        Numbering of headings. A number is skipped or doubled: of the six parts, of the levels inside a part, or of the
        points 一是, 二是 in a paragraph.
    """
    if has_six_parts(report):
        yield from _parts(report)
    for section in body_sections(report):
        if not section.form.table:
            yield from _levels(report, section)
            yield from _points(report, section)


def _parts(report: Report) -> Iterator[Finding]:
    """The numbers of the six parts. A part that is missing, moved or repeated is another rule's matter: a number is
    right when it is the part's own or goes on from the number in front."""
    sections = body_sections(report)
    keys = [section.key for section in sections]
    times = Counter(keys)
    numbers = {part.key: number for number, part in enumerate(report.form.sections, 1)}
    last = 0
    for section in sections:
        number = _value(section.number)
        own = numbers.get(section.key, 0)
        if number is None or section.converted or times[section.key] > 1:
            last = number or own
            continue
        if number not in (own, last + 1) and not _further_headings(report) & set(range(last + 1, number)):
            place = _number_place(report, section)
            args = {"number": section.number, "expected": report.form.sections[own - 1].number}
            mend = _renumbering(report, sections) if keys == list(numbers) else ()
            yield Finding(
                place,
                "编号“{number}”不连续，应为“{expected}”。",
                args,
                fix=Fix(mend, "unsafe", "按顺序重新编号") if mend else None,
            )
        last = number


def _renumbering(report: Report, sections: Sequence[Section]) -> tuple[Edit, ...]:
    return tuple(
        Edit(_number_place(report, section), section.form.number)
        for section in sections
        if section.number and not section.converted and section.number != section.form.number
    )


def _number_place(report: Report, section: Section) -> Span:
    at = report.text.index(section.number, section.heading.start)
    return Span(at, at + len(section.number))


def _further_headings(report: Report) -> set[int]:
    """The numbers of short lines numbered like one of the parts: a report may have parts of its own between the six."""
    return {
        item.number
        for section in report.sections
        for item, line in _enumerated(section.paragraphs)
        if item.kind == "han" and len(line.text) < _LONGEST_HEADING
    }


def _levels(report: Report, section: Section) -> Iterator[Finding]:
    """The levels below one part. A level begins anew under every heading of a higher level."""
    levels: list[list[_Item]] = []
    closed: list[list[_Item]] = []
    for item, _ in _enumerated(section.paragraphs):
        kinds = [level[0].kind for level in levels]
        if item.kind in kinds:
            depth = kinds.index(item.kind)
            closed += levels[depth + 1 :]
            del levels[depth + 1 :]
            if item.number > 1:
                levels[-1].append(item)
                continue
            closed.append(levels.pop())
        levels.append([item])
    for sequence in sorted((*closed, *levels), key=lambda one: one[0].start):
        yield from _gap(report, section, sequence)


def _points(report: Report, section: Section) -> Iterator[Finding]:
    """The points 一是, 二是. Points inside a point have numbers of their own, so an open sequence may go on behind a
    closed one."""
    text = report.text
    if text.find("是", section.body.start, section.body.end) < 0:
        return
    sequences: list[list[_Item]] = []
    for match in _POINT.finditer(text, section.body.start, section.body.end):
        number = _value(match[1])
        above = text[max(0, match.start() - _REACH) : match.start()]
        printed = above.rstrip()
        first_on_line = above.rstrip(" \t\xa0\u3000").endswith(("\n", "\r"))
        if number is None or not (first_on_line or printed.endswith(_BEFORE_POINT)):
            continue
        doubtful = bool(printed) and not printed.endswith((*_SENTENCE_END, *_BEFORE_POINT))
        item = _Item("point", number, match.start(), match.end(), match.start(), f"{match[1]}是", doubtful)
        going_on = next((one for one in sequences[: -_DEPTH - 1 : -1] if one[-1].number == number - 1), None)
        if number == 1:
            sequences.append([item])
        elif going_on is not None:
            going_on.append(item)
        elif sequences and not item.doubtful:
            sequences[-1].append(item)
    for sequence in sequences:
        yield from _gap(report, section, sequence)


def _enumerated(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[_Item, Paragraph]]:
    above = ""
    for paragraph in paragraphs:
        line = paragraph.text
        match = _ENUMERATOR.match(line)
        if match is not None and not _CONVERTED.match(line):
            kind = next(one for one in _KINDS if match[one])
            number = _value(match[kind])
            if number is not None:
                wrapped = len(above) >= _FULL_LINE and above[-1] not in _SENTENCE_END
                start, end = paragraph.start + match.start("printed"), paragraph.start + match.end()
                digits = paragraph.start + match.start(kind)
                yield _Item(kind, number, start, end, digits, match["printed"], wrapped), paragraph
        above = line.strip() or above


def _gap(report: Report, section: Section, sequence: Sequence[_Item]) -> Iterator[Finding]:
    """The first place where a sequence does not run on, unless what is missing stands in the text in between. Behind a
    doubtful item, which counts or does not, its number may come again, and any number when it did not fit."""
    last, before = 0, section.heading.start
    skipped = repeated = False
    for index, item in enumerate(sequence):
        fits = item.number == last + 1
        if item.doubtful and not fits:
            skipped = True
            continue
        fits = fits or skipped or (repeated and item.number == last) or (index == 0 and item.kind != "bracket")
        skipped, repeated = False, item.doubtful
        if not fits:
            between = "".join(MARKUP_TOKEN.sub("", report.text[max(before, item.start - _FAR) : item.start]).split())
            lost = range(last + 1, item.number) if item.number > last else range(1, item.number)
            fits = bool(lost) and all(_stands_in(between, item, number) for number in lost)
        if not fits:
            yield _finding(sequence, index, last + 1)
            return
        last, before = item.number, item.end


def _stands_in(between: str, item: _Item, number: int) -> bool:
    if item.kind == "point":
        return re.search(rf"{_han(number)}[是要来则]|[。；;，,：:、！？!?”第其]{_han(number)}", between) is not None
    return _written(item, number).translate(_FULL) in between.translate(_FULL)


def _finding(sequence: Sequence[_Item], index: int, expected: int) -> Finding:
    item = sequence[index]
    args = {"number": item.printed, "expected": _written(item, expected)}
    if index == 0:
        return Finding(item.span, "编号从“{number}”开始，前面没有“{expected}”。", args)
    edits = tuple(
        Edit(Span(one.digits, one.digits + len(_number(one, one.number))), _number(one, number))
        for number, one in enumerate(sequence[index:], expected)
    )
    fix = Fix(edits, "unsafe", "从“{expected}”起重新编号", args)
    if item.number < expected:
        return Finding(item.span, "编号“{number}”重复，应为“{expected}”。", args, fix=fix)
    return Finding(item.span, "编号跳到“{number}”，缺少“{expected}”。", args, fix=fix)


def _written(item: _Item, number: int) -> str:
    return item.printed.replace(_number(item, item.number), _number(item, number))


def _number(item: _Item, number: int) -> str:
    return str(number) if item.kind.startswith("arabic") else _han(number)


def _han(number: int) -> str:
    if number > 99:
        return str(number)
    tens, units = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十") + (_DIGITS[units - 1] if units else "")


def _value(printed: str) -> int | None:
    """The number that Chinese numerals up to 99 or Arabic digits say; None for anything else."""
    if printed.isdecimal():
        return int(printed)
    tens, ten, units = printed.rpartition("十")
    if any(digit not in _DIGITS for digit in tens + units) or len(tens) > 1 or len(units) > 1 or tens == "一":
        return None
    high = (_DIGITS.index(tens) + 1 if tens else 1) if ten else 0
    return 10 * high + (_DIGITS.index(units) + 1 if units else 0) or None
