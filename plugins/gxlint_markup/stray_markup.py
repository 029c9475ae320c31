"""GXM001: marks of converters, web pages and word processors inside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gxlint import Edit, Finding, Fix, Report, Span, rule
from gxlint_markup.lines import without_its_line

_INVISIBLE = "\u200b-\u200d\u2060\ufeff"
_DIRECTION = "\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010fffd"
_SIGN = re.compile(rf"[\[<&{_INVISIBLE}{_DIRECTION}\ufffd{_PRIVATE}]|HYPERLINK|PAGEREF|_Toc\d")
_TOKEN = rf"""
(?P<bookmark>\[bookmark:\ [^\]\r\n]{{0,80}}\])
|(?P<invisible>[{_INVISIBLE}]+)
|(?P<direction>[{_DIRECTION}]+)
|(?P<image>\[image:[^\]\r\n]{{0,200}}\])
|(?P<field>HYPERLINK[ ]*(?:\\[lo][ ]*)?(?:["“”][^"“”\r\n]*["“”])?(?:[ ]*\\[hot])*
    |PAGEREF[ ]+\w+(?:[ ]*\\h)?
    |_Toc\d+)
|(?P<tag></?(?:p|br|div|span|a|b|i|u|em|strong|font|center|img|table|thead|tbody|tr|t[dh]|h[1-6]|hr|[uo]l|li|su[bp]
    |style|script|input|o:p)(?:\s[^<>\r\n]{{0,300}})?/?>)
|(?P<comment><!--[^\r\n]{{0,300}}?-->)
|(?P<entity>(?:&nbsp;)+|&(?:\#\d{{2,7}}|\#[xX][0-9a-fA-F]{{2,6}}|[a-zA-Z]{{2,8}}\d{{0,2}});)
|(?P<unreadable>\ufffd+)
|(?P<private>[{_PRIVATE}]+)
"""
"""What is looked for at a sign; compiled when a report has one, which few have."""

_LONGEST_ROW = 2000
"""A row of a pipe table has fewer characters than this."""


@rule("GXM001", "stray-markup", severity="warning", basis="公文应当清晰无误；转换残留不属于报告内容", fixable="safe")
def stray_markup(report: Report) -> Iterator[Finding]:
    """残留标记

    查什么
        文档转换、网页复制或文字处理软件留在正文里的标记：`[bookmark: …]`、`[image: …]`、HTML 标签和字符实体
        （如 `&nbsp;`）、域代码（HYPERLINK、PAGEREF、_Toc…）、看不见的零宽字符、无法显示的字符（U+FFFD）和
        只有原机器字体才认得的私用区字符。词语、数字和表格单元格中间的也查，一处一条。

    依据
        公文应当清晰无误；转换残留不属于报告内容。

    为什么
        这些标记在原稿页面上看不见，发布后却会显示出来，或者让检索、比对和统计程序读错词语和数字。

    例
        错：
            ⟦[bookmark: _GoBack]⟧2023年，我镇主动公开政府信息30条。
        错：
            2023年，我镇主动公开政府信息30条。⟦<br/>⟧
        对：
            2023年，我镇按照国办公开办函〔2021〕30号文件要求编制年度报告[2021]。

    怎样改
        删除标记。书签标记和零宽字符可以自动删除，不影响文字和数字；其余的请对照原稿确认后再删：图片标记处可能
        缺了一张图，无法显示的字符要补上原字。

    何时忽略
        正文确实在讲解网页代码时。〔2021〕、[2021] 等文号括号不算残留标记。

    English
        Stray markup. Marks left by converters, web pages or word processors: bookmarks, image marks, HTML tags and
        entities, field codes, zero-width characters, unreadable and private-use characters. Bookmarks and zero-width
        characters are deleted by a safe fix; the rest needs a look at the original.
    """
    text = report.text
    done = 0
    for sign in _SIGN.finditer(text):
        match = _token().match(text, sign.start()) if sign.start() >= done else None
        if match is None:
            continue
        done = match.end()
        kind = match.lastgroup or ""
        if kind in ("tag", "comment") and _at_home_in_markdown(report, match):
            continue
        finding = _finding(text, kind, match)
        if finding is not None:
            yield finding


@cache
def _token() -> re.Pattern[str]:
    return re.compile(_TOKEN, re.X | re.I)


def _at_home_in_markdown(report: Report, match: re.Match[str]) -> bool:
    """Whether this HTML is the notation of Markdown itself: a line break inside a pipe table, a comment."""
    if match.lastgroup == "comment":
        return report.name.lower().endswith((".md", ".markdown"))
    if match[0][1:3].lower() != "br":
        return False
    near = report.text[max(0, match.start() - _LONGEST_ROW) : match.start()]
    return near[near.rfind("\n") + 1 :].lstrip().startswith("|")


def _finding(text: str, kind: str, match: re.Match[str]) -> Finding | None:
    span = Span(*match.span())
    if kind == "entity":
        return _entity(span, match[0])
    if kind == "unreadable":
        return Finding(span, "有 {count} 个字符已损坏，无法显示，请对照原稿补上。", {"count": len(match[0])})
    if kind == "private":
        return Finding(
            span, "有只在原机器字体中才能显示的字符（{codes}），请对照原稿换成通用字符。", {"codes": _codes(match[0])}
        )
    gone = (Edit(without_its_line(text, span.start, span.end), ""),)
    if kind in ("invisible", "direction"):
        codes = {"codes": _codes(match[0])}
        return Finding(
            span,
            "文字中夹有看不见的控制字符（{codes}），会妨碍检索和统计，应删除。",
            codes,
            fix=Fix(gone, "safe" if kind == "invisible" else "unsafe", "删除看不见的控制字符（{codes}）", codes),
        )
    if kind == "bookmark":
        message = "残留书签标记“{token}”，原稿页面上看不见，应删除。"
    elif kind == "image":
        message = "残留图片标记“{token}”：这里原有一张图，请确认图片是否需要保留，再删除标记。"
    elif kind == "field":
        message = "残留域代码“{token}”，应删除。"
    else:
        message = "残留网页标签“{token}”，应删除。"
    args = {"token": match[0]}
    fix = Fix(gone, "safe" if kind == "bookmark" else "unsafe", "删除“{token}”", args)
    return Finding(span, message, args, fix=fix)


def _codes(characters: str) -> list[str]:
    return [f"U+{ord(character):04X}" for character in dict.fromkeys(characters)]


def _entity(span: Span, token: str) -> Finding | None:
    from html import unescape

    character = unescape(token)
    if character == token:
        return None
    args = {"token": token, "character": character}
    if character.isspace():
        message = "残留网页空格代码“{token}”，应换成空格或删除。"
        todo = "把“{token}”换成空格"
    else:
        message = "残留网页字符代码“{token}”，应为“{character}”。"
        todo = "把“{token}”换成“{character}”"
    return Finding(span, message, args, fix=Fix((Edit(span, character),), "unsafe", todo, args))
