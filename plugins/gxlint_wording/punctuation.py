"""GXW001: half-width punctuation in Chinese sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Edit, Finding, Fix, Report, Span, rule
from gxlint_wording.prose import Lines

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_MARK = re.compile(r"[,;:?!]")
_PAIR = re.compile(r"\(([^()（）\r\n]+)\)")
_OPENING, _CLOSING = "“‘《（", "”’》）"
_BESIDE_BRACKETS = "，。；：、？！“”《》（）"


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
        汉字之间的半角标点 `, ; : ? !` 和括住汉字的半角括号 `( )`。两侧都是汉字（或中文引号、书名号、括号）才算。

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
    text = report.text
    marks = [match.span() for match in _MARK.finditer(text) if _between_chinese(text, match.start())]
    pairs = [match.span() for match in _PAIR.finditer(text) if _amid_chinese(text, match)]
    if not marks and not pairs:
        return
    prose = Lines(report.prose())
    for start, end in marks:
        if start in prose:
            args = {"mark": text[start], "full": _FULL[text[start]]}
            fix = Fix((Edit(Span(start, end), args["full"]),), "safe", "改为全角“{full}”", args)
            yield Finding(Span(start, end), "汉字之间用了半角标点“{mark}”，应为“{full}”。", args, fix=fix)
    for start, end in pairs:
        if start in prose:
            edits = (Edit(Span(start, start + 1), "（"), Edit(Span(end - 1, end), "）"))
            fix = Fix(edits, "safe", "改为全角括号")
            yield Finding(Span(start, end), "中文里用了半角括号，应为“（）”。", fix=fix)


def _is_chinese(character: str, also: str = "") -> bool:
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or (character != "" and character in also)
    )


def _between_chinese(text: str, at: int) -> bool:
    before, behind = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return _is_chinese(before, _CLOSING) and _is_chinese(behind, _OPENING)


def _amid_chinese(text: str, pair: re.Match[str]) -> bool:
    """Whether brackets hold Chinese and stand in Chinese: on one side at least, with nothing foreign on the other."""
    inside = pair[1]
    if not (_is_chinese(inside[0], _OPENING) and _is_chinese(inside[-1], f"{_CLOSING}。")):
        return False
    sides = (text[max(0, pair.start() - 1) : pair.start()], text[pair.end() : pair.end() + 1])
    return any(_is_chinese(side) for side in sides) and all(
        not side or side.isspace() or _is_chinese(side, _BESIDE_BRACKETS) for side in sides
    )
