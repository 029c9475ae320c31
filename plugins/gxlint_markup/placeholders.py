"""GXM006: places of a template that were never filled in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from gxlint import Finding, Paragraph, Report, Span, rule

_CROSS = "XxＸｘ×╳"
_SIGN = re.compile(rf"[{_CROSS}＿_○◯]|某某|[（(](?:具体|此处填|请填)")
_BLANK = r"(?:网址|地址|电话|邮箱|单位|日期|机关|名称|数字|年份|内容)"
_RUN = (
    rf"(?:(?<![A-Za-z0-9+/.@_{_CROSS}])(?:20\d?)?[{_CROSS}]+(?![A-Za-z+/@]|\.[A-Za-z])"
    r"|(?<!某)某某+|(?<![＿_])[＿_]{2,}|(?<![一二三四五六七八九十○◯])[○◯]{2,})"
)
"""A run is looked at from its first character only, so that a long one costs no more than its length."""
_THING = r"(?:乡镇|乡|镇|县|局|部门|街道|年(?!级)|月|日|网址|电话|条|件)"
_NAMED = r"(?<=(?:网址|电话|邮箱|邮编|地址)[:：])"
_PLACEHOLDER = (
    rf"(?P<bracket>[（(](?:具体(?:网址|地址|电话|邮箱|单位|日期)|(?:此处|请在此)填写?[^（）()\r\n]{{0,20}}"
    rf"|请填写?[^（）()\r\n]{{0,6}}{_BLANK})[）)])"
    rf"|(?P<touched>{_RUN}{_THING}(?:（部门）|\(部门\))?|{_NAMED}{_RUN})"
)
_IN_TITLE = rf"{_RUN}(?:{_THING}(?:（部门）|\(部门\))?)?"
_NEAR = 4
"""Placeholders at most this many characters apart are one: ``X月X日``, ``XX县XX镇``."""


@rule("GXM006", "placeholder-left", severity="error", basis="公文应当内容完整、表述准确")
def placeholder_left(report: Report) -> Iterator[Finding]:
    """占位符未替换

    查什么
        模板里等人填写、却原样留下的占位符：`XX乡镇（部门）`、`××县`、`某某局`、`＿＿年`、`X月X日`、`（具体网址）`
        等。占位符须紧挨着 乡、镇、县、局、部门、街道、年、月、日、网址、电话、条、件，或者出现在标题里，才算。

    依据
        公文应当内容完整、表述准确。

    为什么
        机关名称、日期、数字没有填上，报告就没有说明是谁、何时、多少；带着占位符公布，等于告诉读者是照模板填的。

    例
        错：
            2023年，我镇主动公开政府信息⟦XX条⟧。
        错：
            年度报告已于2024年⟦X月X日⟧公布，网址见⟦（具体网址）⟧。
        对：
            2023年，某些群众通过1+X服务窗口查询信息30条，X光检查费用目录已公开。

    怎样改
        换成实际的机关名称、日期、数字或网址。不能自动修改。

    何时忽略
        正文为保护个人隐私而有意隐去的名称。

    English
        Placeholder left. A place of the template (XX, ××, 某某, blanks to fill in) still waits for the name, date or
        figure.
    """
    titles = {line.start for line in report.title.lines} if report.title else set()
    for line in _lines_with_signs(report):
        pattern = _IN_TITLE if line.start in titles else _PLACEHOLDER
        for start, end in _joined(pattern, line.text):
            yield Finding(
                Span(line.start + start, line.start + end),
                "占位符“{words}”没有替换，请填上实际内容。",
                {"words": line.text[start:end]},
            )


def _lines_with_signs(report: Report) -> Iterator[Paragraph]:
    places = [sign.start() for sign in _SIGN.finditer(report.text)]
    if not places:
        return
    lines = report.paragraphs
    starts = [line.start for line in lines]
    for index in sorted({bisect_right(starts, place) - 1 for place in places}):
        if index >= 0:
            yield lines[index]


def _joined(pattern: str, line: str) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    for match in re.finditer(pattern, line):
        if places and match.start() - places[-1][1] <= _NEAR and match[0][0] not in "（(":
            places[-1] = (places[-1][0], match.end())
        else:
            places.append(match.span())
    return places
