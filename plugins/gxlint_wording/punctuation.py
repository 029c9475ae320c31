"""GXW001: half-width punctuation in Chinese sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Edit, Finding, Fix, Related, Report, Span, rule
from gxlint_wording.prose import Lines, Prose

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_MARK = re.compile(r"[,;:?!]")
_PAIR = re.compile(r"\(([^()（）\r\n]+)\)")
_OPENING, _CLOSING = "“‘《（", "”’》）"
_BESIDE_BRACKETS = "，。；：、？！“”《》（）"
_AT_LINE_END = re.compile(r"(?<=[,;])[ \t\xa0\u3000]*(?:\r\n?|\n)[ \t\xa0\u3000]*")
_MANY = 8
"""So many marks are one story: a way of typing, or of converting."""


@rule(
    "GXW001",
    "halfwidth-punctuation",
    severity="info",
    basis="《标点符号用法》GB/T 15834—2011",
    fixable="safe",
)
def halfwidth_punctuation(report: Report) -> Iterator[Finding]:
    """半角标点

    查什么
        汉字之间的半角标点 `, ; : ? !` 和括住汉字的半角括号 `( )`。两侧都是汉字（或中文引号、书名号、括号）才算。一份
        报告里有八处以上时合并为一条。

    依据
        《标点符号用法》（GB/T 15834—2011）：中文用全角标点。

    为什么
        半角标点多半是输入法没有切换，混在全角标点中显得不齐，也影响按标点断句的检索和统计。

    例
        错：
            进一步公开办事程序⟦,⟧不断增强工作透明度。
        错：
            按照条例⟦(国务院令第七百一十一号)⟧的要求编制。
        对：
            网址为http://www.example.gov.cn/，上午9:30开门，印发1,000份，详见e-mail:a@b.cn(CHN)。

    怎样改
        换成对应的全角标点，可以自动修改，不影响内容。

    何时忽略
        没有。网址、时刻、千分位、外文、电话号码中的半角标点不会误报。

    English
        Half-width punctuation between Chinese characters. Commas, semicolons, colons, question and exclamation marks
        and brackets typed in their Latin form inside a Chinese sentence.
    """
    text, reading = report.text, Prose(report)
    marks = [match.span() for match in _MARK.finditer(text) if _between_chinese(text, match.start(), reading)]
    pairs = [match.span() for match in _PAIR.finditer(text) if _amid_chinese(text, match)]
    if not marks and not pairs:
        return
    prose = Lines(report.prose())
    found = [*(_mark(text, Span(*span)) for span in marks), *(_brackets(Span(*span)) for span in pairs)]
    found = sorted((one for one in found if one.span.start in prose), key=lambda one: one.span)
    if len(found) < _MANY:
        yield from found
        return
    edits = tuple(sorted((edit for one in found if one.fix for edit in one.fix.edits), key=lambda edit: edit.span))
    args = {"count": len(found)}
    yield Finding(
        found[0].span,
        "中文里有 {count} 处半角标点，应为全角标点。",
        args,
        related=tuple(Related(one.span, "也用了半角标点") for one in found[1:]),
        fix=Fix(edits, "safe", "把 {count} 处半角标点改为全角", args),
    )


def _mark(text: str, span: Span) -> Finding:
    args = {"mark": text[span.start], "full": _FULL[text[span.start]]}
    fix = Fix((Edit(span, args["full"]),), "safe", "改为全角“{full}”", args)
    return Finding(span, "汉字之间用了半角标点“{mark}”，应为“{full}”。", args, fix=fix)


def _brackets(span: Span) -> Finding:
    edits = (Edit(Span(span.start, span.start + 1), "（"), Edit(Span(span.end - 1, span.end), "）"))
    return Finding(span, "中文里用了半角括号，应为“（）”。", fix=Fix(edits, "safe", "改为全角括号"))


def _is_chinese(character: str, also: str = "") -> bool:
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or (character != "" and character in also)
    )


def _between_chinese(text: str, at: int, reading: Prose) -> bool:
    before, end = text[max(0, at - 1) : at], at + 1
    if not _is_chinese(before, _CLOSING):
        return False
    line_end = _AT_LINE_END.match(text, end)
    if line_end is not None and reading.is_wrapped:
        end = line_end.end()
    return _is_chinese(text[end : end + 1], _OPENING)


def _amid_chinese(text: str, pair: re.Match[str]) -> bool:
    """Whether brackets hold Chinese and stand in Chinese: on one side at least, with nothing foreign on the other."""
    inside = pair[1]
    if not (_is_chinese(inside[0], _OPENING) and _is_chinese(inside[-1], f"{_CLOSING}。")):
        return False
    sides = (text[max(0, pair.start() - 1) : pair.start()], text[pair.end() : pair.end() + 1])
    return any(_is_chinese(side) for side in sides) and all(
        not side or side.isspace() or _is_chinese(side, _BESIDE_BRACKETS) for side in sides
    )
