"""GXW004: paragraphs that do not end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Edit, Finding, Fix, Paragraph, Report, Span, read_passages, rule
from gxlint_wording.prose import is_open, is_wrapped, stretches

_BREAKS_OFF = frozenset("余的和及与、")
_INNER = re.compile(r"[，。；]")
_ITEM = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第?[一二三四五六七八九十]{1,2}[是、，]|[-•●·①-⑳]")
_BEGINS = re.compile(
    r"[ \xa0\u3000\t]|20\d\d年|[我本]|一年来|今年|下一步|存在|主要|改进|针对|同时|此外|另外|截至|全年|无|其他|如"
)
_LABEL = re.compile(
    r"附|图|表|注[：:]|联系|地址|电话|邮|网址|来源|责任编辑|打印|抄送|主送|主办|承办|版权|网站(?:地图|标识)|技术支持|相关"
)
_PART = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)](?![项款条类目、，,至到和])")
_LIST_FOLLOWS = re.compile(r"(?:如下|以下几个方面|以下几点)\Z")
_NOTHING = re.compile(r"[无没未][^，。；\r\n]{0,38}")
_SHORTEST = 20
_LONGEST_HEADING = 30
_LONGEST_ITEM_HEADING = 45
"""Headings have commas, too: 强化组织领导，压实工作责任."""
_ROOM = 4
"""A line with room for so many cells (two characters) was not wrapped here."""


@rule(
    "GXW004",
    "unterminated-sentence",
    severity="info",
    basis="《标点符号用法》GB/T 15834—2011",
    fixable="safe",
)
def unterminated_sentence(report: Report) -> Iterator[Finding]:
    """段末缺标点

    查什么
        成句的段落末尾没有句号等标点；第六部分只写“无”而没有句号。断在“余”“的”“和”“、”处的段落像是漏了内容，报为警告。

    依据
        《标点符号用法》（GB/T 15834—2011）：句末用句号、问号或叹号。

    为什么
        缺标点多半是删改时误删，断在半句的往往漏了后面的内容。

    例
        错：
            六、其他需要报告的事项
            无⟦⟧
        错：
            我镇严格落实信息发布审核制度，坚持先审查、后公开，定期清理公开目录⟦⟧
            （六）公开专栏。我镇及时更新县政府网站上的信息公开专栏，全年共发布各类信息300⟦余⟧
        对：
            六、其他需要报告的事项
            无。

    怎样改
        补上标点；断在半句的，补全内容。只有“无”后的句号可以自动补。

    何时忽略
        标题、列表、落款、联系方式不会提示；由转换软件折行的全文（多数行都不在句末）只看标题、编号之前的段落。

    English
        Unterminated sentence. A paragraph of prose ends without a final mark, or breaks off in the middle. Where a
        converter wrapped the lines only paragraphs in front of a heading or a numbered item are looked at.
    """
    if not any(is_open(line.text) for stretch in stretches(report) for line in stretch):
        return
    other = report.section("other")
    wrapped = is_wrapped(report)
    for stretch in stretches(report):
        words = stretch[0].text.strip()
        in_other = other is not None and other.body.start <= stretch[0].start < max(
            other.body.end, other.body.start + 1
        )
        if in_other and len(stretch) == 1 and is_open(words) and _NOTHING.fullmatch(words):
            yield _without_stop(stretch[0], "。", safe=words == "无")
        elif wrapped:
            yield from _in_wrapped_text(report, stretch)
        else:
            yield from _in_paragraphs(report, stretch)


def _in_paragraphs(report: Report, stretch: list[Paragraph]) -> Iterator[Finding]:
    """What can be told where every line is a paragraph."""
    for number, line in enumerate(stretch):
        words = line.text.strip()
        if not is_open(words):
            continue
        following = stretch[number + 1] if number + 1 < len(stretch) else None
        if _LIST_FOLLOWS.search(words) and following is not None and _ITEM.match(following.text.strip()):
            yield _without_stop(line, "：", safe=False)
        elif _is_sentence(words) and not _goes_on(report.text, line, following):
            yield _unended(line, sure=following is None or _begins_anew(following))


def _in_wrapped_text(report: Report, stretch: list[Paragraph]) -> Iterator[Finding]:
    """What can be told where a line may end anywhere: a paragraph has ended in front of the next heading, and in front
    of an item when its last line has room left."""
    paragraphs = {passage.place(len(passage.text) - 1): passage.text for passage in read_passages(report)}
    width = max(map(_width, stretch))
    for line, following in zip(stretch, (*stretch[1:], None), strict=True):
        words = line.text.strip()
        if not is_open(words):
            continue
        if following is not None and (
            _PART.match(following.text.strip()) is None or words[-1] in "，,、" or width - _width(line) < _ROOM
        ):
            continue
        if _is_sentence(paragraphs.get(_end(line) - 1, "")):
            yield _unended(line, sure=True)


def _width(line: Paragraph) -> int:
    """How wide a line is in print: a Chinese character takes two cells."""
    return sum(1 if character.isascii() else 2 for character in line.text.rstrip())


def _is_sentence(words: str) -> bool:
    """Whether a line is prose that should end: no heading, item of a list, signature or label."""
    if _INNER.search(words[:-1]) is None or _LABEL.match(words):
        return False
    if "。" in words or "；" in words:
        return len(words) > _SHORTEST
    return len(words) > (_LONGEST_ITEM_HEADING if _ITEM.match(words) else _LONGEST_HEADING)


def _goes_on(text: str, line: Paragraph, following: Paragraph | None) -> bool:
    """Whether the next line may go on with the sentence: it stands directly below and begins like no paragraph."""
    if following is None or text[line.end : following.start].count("\n") > 1:
        return False
    return not _begins_anew(following)


def _begins_anew(line: Paragraph) -> bool:
    return (_ITEM.match(line.text) or _BEGINS.match(line.text)) is not None


def _end(line: Paragraph) -> int:
    return line.start + len(line.text.rstrip())


def _unended(line: Paragraph, *, sure: bool) -> Finding:
    """What to say of a paragraph without its end. Unless ``sure``, an empty line may have come between it and its
    rest, and words that break off are no more than advice."""
    if line.text.rstrip()[-1] in _BREAKS_OFF:
        return _broken_off(line, sure=sure)
    return _without_stop(line, "。", safe=False)


def _without_stop(line: Paragraph, mark: str, *, safe: bool) -> Finding:
    end = Span(_end(line), _end(line))
    place = Span(end.start - 1, end.end) if line.text.rstrip()[-1] in "，,、" else end
    fix = Fix((Edit(place, mark),), "safe" if safe else "unsafe", "补上“{mark}”", {"mark": mark})
    return Finding(place, "段末没有标点，请补上“{mark}”。", {"mark": mark}, fix=fix)


def _broken_off(line: Paragraph, *, sure: bool) -> Finding:
    words = line.text.rstrip()
    args = {"words": words[-8:]}
    span = Span(_end(line) - 1, _end(line))
    message = "这一段断在“{words}”，像是漏了内容，请补全。"
    return Finding(span, message, args, severity="warning" if sure else "info")
