"""GXW002 and GXW003: marks that stand twice, and marks without their partner."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gxlint import Edit, Finding, Fix, Paragraph, Report, Span, rule
from gxlint_wording.prose import Lines, stretches

_RUN = re.compile(r"[，。、；：？！]{2,}")
_STRONGER = "、，：；。"
"""Of two different marks together the stronger one, further right, is kept."""
_AS_MEANT = ("？！", "！？", "！！", "！！！", "？？", "。。。")
"""Runs that say something: surprise, and three full stops that stand for an ellipsis."""

_MARK = re.compile(r"[（）()《》“”〔〕]")
_PARTNERS = ("（）", "《》", "“”", "〔〕")
_SAME = {"(": "（", ")": "）"}
_ALONE = re.compile(r"(?:^|[。；;：:，,、\s])[\dA-Za-z一二三四五六七八九十]{1,3}$")
"""In front of a closing bracket: a list number such as ``1）``."""
_REACH = 8
"""A pair may be this many lines apart: converters wrap lines inside a quotation."""
_TWICE = re.compile(r"《《([^《》\r\n]{1,60})》》")


@rule(
    "GXW002",
    "doubled-punctuation",
    severity="warning",
    basis="《标点符号用法》GB/T 15834—2011",
    fixable="safe",
)
def doubled_punctuation(report: Report) -> Iterator[Finding]:
    """标点重复

    查什么
        两个句内、句末标点连在一起：，， 。。 ，。 、， 等。

    依据
        《标点符号用法》（GB/T 15834—2011）。

    为什么
        多半是删改词句后留下的，读者会以为漏了内容。

    例
        错：
            公开办事程序⟦，，⟧不断增强工作透明度⟦，。⟧
        对：
            坚持“应公开、尽公开。”，全年公开30条……效果如何？！请群众评判。

    怎样改
        相同的两个标点删去一个，可以自动修改；不同的两个请判断留哪一个（`--unsafe-fixes` 留较强的一个）。

    何时忽略
        省略号“……”、问号叹号连用、引号前后的标点不会误报。

    English
        Doubled punctuation. Two marks stand together where one belongs. Exact doubles are mended safely.
    """
    found = [match for match in _RUN.finditer(report.text) if match[0] not in _AS_MEANT]
    if not found:
        return
    prose = Lines(report.prose())
    for match in found:
        if match.start() not in prose:
            continue
        marks = match[0]
        kept = max(marks, key=_STRONGER.find)
        exact = len(marks) == 2 and marks[0] == marks[1]
        args = {"marks": marks, "kept": kept}
        fix = Fix((Edit(Span(*match.span()), kept),), "safe" if exact else "unsafe", "只留“{kept}”", args)
        yield Finding(Span(*match.span()), "标点“{marks}”连在一起，请只留一个。", args, fix=fix)


@dataclass(frozen=True, slots=True)
class _Mark:
    """One half of a pair: whether it opens, its place, and its line in the stretch."""

    pair: str
    opens: bool
    at: int
    line: int

    @property
    def partner(self) -> str:
        """The other half."""
        return self.pair[self.opens]


@rule(
    "GXW003",
    "unbalanced-pair",
    severity="warning",
    basis="《标点符号用法》GB/T 15834—2011",
    fixable="unsafe",
)
def unbalanced_pair(report: Report) -> Iterator[Finding]:
    """括号引号不配对

    查什么
        （）《》“”〔〕只有一半，或者两个前引号、两个后引号相连（“……“），书名号套了两层（《《》》）。换行断开的一对仍是一对。

    依据
        《标点符号用法》（GB/T 15834—2011）：括号、引号、书名号成对使用。

    为什么
        缺了一半，文件名、引文从哪里起到哪里止就说不清。

    例
        错：
            按照⟦《⟧政府信息公开条例的要求编制。
        错：
            坚持“应公开尽公开⟦“⟧的原则。
        错：
            印发⟦《《云岭镇政务公开工作方案》》⟧。
        对：
            按照《中华人民共和国政府信息公开条例》（以下简称《条例》），坚持“应公开
            尽公开”。1）编制目录；2）更新指南(含附件）。

    怎样改
        补上或删去一半。引号方向写反、书名号套了两层的，可用 `--unsafe-fixes` 修改。

    何时忽略
        列表编号“1）”不会误报；引文跨越很多行时可能误报。

    English
        Unbalanced pair. A bracket, quotation mark or book title mark without its partner, a quotation mark turned the
        wrong way, or book title marks set twice. Pairs that a line break parts are pairs.
    """
    text = report.text
    if _reduced("".join(_MARK.findall(text))) and "《《" not in text:
        return
    twice = [Span(*match.span()) for match in _TWICE.finditer(text)]
    prose = Lines(report.prose()) if twice else None
    for span in twice:
        if prose is not None and span.start in prose:
            edits = (Edit(Span(span.start, span.start + 1), ""), Edit(Span(span.end - 1, span.end), ""))
            fix = Fix(edits, "unsafe", "删去外面一层书名号")
            yield Finding(span, "书名号套了两层，请删去一层。", fix=fix)
    for stretch in stretches(report):
        alone = _alone(_marks(stretch))
        for pair in _PARTNERS:
            yield from _findings([mark for mark in alone if mark.pair == pair], text)


def _reduced(marks: str) -> bool:
    """Whether all pairs are closed and properly nested."""
    marks = marks.replace("(", "（").replace(")", "）")
    length = -1
    while length != len(marks):
        length = len(marks)
        for pair in _PARTNERS:
            marks = marks.replace(pair, "")
    return not marks


def _marks(lines: Sequence[Paragraph]) -> Iterator[_Mark]:
    for number, line in enumerate(lines):
        for match in _MARK.finditer(line.text):
            printed = _SAME.get(match[0], match[0])
            opens = printed in "（《“〔"
            if not opens and printed == "）" and _ALONE.search(line.text[: match.start()]):
                continue
            pair = next(pair for pair in _PARTNERS if printed in pair)
            yield _Mark(pair, opens, line.start + match.start(), number)


def _alone(marks: Iterable[_Mark]) -> list[_Mark]:
    """The marks without a partner, in the order of the text."""
    waiting: dict[str, list[_Mark]] = {pair: [] for pair in _PARTNERS}
    alone: list[_Mark] = []
    for mark in marks:
        opened = waiting[mark.pair]
        if mark.opens:
            opened.append(mark)
        elif opened and mark.line - opened[-1].line <= _REACH:
            opened.pop()
        else:
            alone.append(mark)
    for opened in waiting.values():
        alone += opened
    return sorted(alone, key=lambda mark: mark.at)


def _findings(alone: Sequence[_Mark], text: str) -> Iterator[Finding]:
    """What to say of marks of one kind. Two quotation marks of one direction on a line are a pair of which the one is
    turned the wrong way."""
    rest = deque(alone)
    while rest:
        mark = rest.popleft()
        if mark.pair == "“”" and not mark.opens and text[mark.at - 1 : mark.at].isdigit():
            continue  # Inches: a screen of 65”.
        if mark.pair == "“”" and rest and (rest[0].opens, rest[0].line) == (mark.opens, mark.line):
            second = rest.popleft()
            turned = second if mark.opens else mark
            span = Span(turned.at, turned.at + 1)
            args = {"mark": text[turned.at], "right": turned.partner}
            fix = Fix((Edit(span, turned.partner),), "unsafe", "引号改为 {right}", args)
            yield Finding(span, "引号 {mark} 的方向写反了，应为 {right}。", args, fix=fix)
        else:
            args = {"mark": text[mark.at], "partner": mark.partner}
            yield Finding(Span(mark.at, mark.at + 1), "“{mark}”没有与它配对的“{partner}”，请补上或删去一半。", args)
