"""Whose report it is and on which year."""

from __future__ import annotations

import re

from gxlint.parser.organs import OrganNames
from gxlint.report import Organ, Title, Year
from gxlint.text import Span

_TITLE_YEAR = re.compile(r"(?<!\d)([2２][0０]\d\d)(?=[\s\xa0\u3000]*(?:年|度|政府信息|政务公开|信息公开))")
_HAN_YEAR = re.compile(r"二[〇○零0０OＯ]([〇○零0０OＯ一二三四五六七八九])([〇○零0０OＯ一二三四五六七八九])年")
_HAN_DIGITS = {digit: index for index, digit in enumerate("零一二三四五六七八九")} | dict.fromkeys("〇○0０OＯ", 0)
_PERIOD = re.compile(r"统计期[限间]?[^。；]{0,30}?(?<!\d)(20\d\d)[\s\xa0\u3000]*年")
_YEAR_IN_NAME = re.compile(r"(?<![0-9A-Za-z])(20[12]\d)(?![0-9A-Za-z])")
_NOT_AN_OFFICE = "(?!(?:办公室|办|局|中心|领导小组)(?:关于|[2２二]|政府|政务|$))"
"""What follows where 政务公开 is part of the name of an organ."""
_NOT_THE_NAME = re.compile(
    r"[2２][0０]\d\d年?度?|二[〇○零0０OＯ]..年度?|关于(?:报送|印发|公布|发布|公开)?|的$|[《》〈〉]|年度报告$"
    rf"|(?:(?:政府|政务)?信息公开|政务公开){_NOT_AN_OFFICE}.*$"
)


def year_of(text: str, title: Title | None, name: str, setting: int | None) -> Year | None:
    """The year reported on: in the title, else the statistical period, else the file's name, else the setting."""
    if title is not None:
        for line in title.lines:
            if (match := _TITLE_YEAR.search(line.text)) is not None:
                return Year(int(match[1]), "title", Span(line.start + match.start(1), line.start + match.end(1)))
            if (match := _HAN_YEAR.search(line.text)) is not None:
                value = 2000 + 10 * _HAN_DIGITS[match[1]] + _HAN_DIGITS[match[2]]
                return Year(value, "title", Span(line.start + match.start(), line.start + match.end() - 1))
    if "统计期" in text and (match := _PERIOD.search(text)) is not None:
        return Year(int(match[1]), "period", Span(match.start(1), match.end(1)))
    base = name.replace("\\", "/").rpartition("/")[2]
    if (match := _YEAR_IN_NAME.search(base)) is not None:
        return Year(int(match[1]), "name")
    return Year(setting, "setting") if setting is not None else None


def organ_of(text: str, title: Title | None, names: OrganNames) -> Organ:
    """The organ named in the title, and its kind: from that name, else from how the report speaks of itself."""
    return names.organ(_NOT_THE_NAME.sub("", title.text) if title else "", text)
