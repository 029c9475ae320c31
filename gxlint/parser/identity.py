"""Whose report it is and on which year."""

from __future__ import annotations

import re
from collections import Counter

from gxlint.report import Organ, OrganKind, Title, Year
from gxlint.text import Span

_TITLE_YEAR = re.compile(r"(?<!\d)([2２][0０]\d\d)(?=[\s\xa0\u3000]*(?:年|度|政府信息|政务公开|信息公开))")
_HAN_YEAR = re.compile(r"二[〇○零0０OＯ]([〇○零0０OＯ一二三四五六七八九])([〇○零0０OＯ一二三四五六七八九])年")
_HAN_DIGITS = {digit: index for index, digit in enumerate("零一二三四五六七八九")} | dict.fromkeys("〇○0０OＯ", 0)
_PERIOD = re.compile(r"统计期[限间]?[^。；]{0,30}?(?<!\d)(20\d\d)[\s\xa0\u3000]*年")
_YEAR_IN_NAME = re.compile(r"(?<![0-9A-Za-z])(20[12]\d)(?![0-9A-Za-z])")
_NOT_THE_NAME = re.compile(
    r"[2２][0０]\d\d年?度?|二[〇○零0０OＯ]..年度?|(?:政府|政务)?信息公开.*$|政务公开.*$|关于(?:报送|印发|公布|发布|公开)?|的$|[《》〈〉]|年度报告$"
)
_TOWNSHIP = re.compile(r"(?:镇|乡|街道|街道办事处|街道办|办事处|苏木)(?:人民政府|政府)?$")
_GOVERNMENT = re.compile(r"(?:省|市|县|区|州|旗|盟|地区)(?:人民政府|政府)?$|人民政府$|人民政府办公[厅室]$")
_DEPARTMENT = re.compile(r"(?:局|委员会|委|办公室|办|厅|中心|院|支队|大队|总队|处|站|所|社|部|署|行|校|会|馆|库|分局)$")
_SELF = re.compile(r"我(镇|乡|街道|街|局|委|厅|办|中心|院|市|县|区|省|州|旗)")
_PLACEHOLDER = re.compile(r"[XxＸｘ×]{2}|某某")


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


def organ_of(text: str, title: Title | None) -> Organ:
    """The organ named in the title, and its kind: from that name, else from how the report speaks of itself."""
    name = _NOT_THE_NAME.sub("", title.text) if title else ""
    kind = _kind(name)
    if kind != "unknown":
        return Organ(name, kind, "title")
    kind = _kind_by_self_reference(text)
    return Organ(name, kind, "self-reference" if kind != "unknown" else "none")


def _kind(name: str) -> OrganKind:
    if not name or _PLACEHOLDER.search(name):
        return "unknown"
    if _TOWNSHIP.search(name):
        return "township"
    if _GOVERNMENT.search(name):
        return "government"
    return "department" if _DEPARTMENT.search(name) else "unknown"


def _kind_by_self_reference(text: str) -> OrganKind:
    """我镇 tells a township, 我局 a department; 我市 tells a government only where nothing smaller is said.

    Every organ speaks of its superior as 我市, 我县.
    """
    counts: Counter[OrganKind] = Counter()
    for match in _SELF.finditer(text):
        if match[1] in ("镇", "乡", "街道", "街"):
            counts["township"] += 1
        elif match[1] in ("市", "县", "区", "省", "州", "旗"):
            counts["government"] += 1
        else:
            counts["department"] += 1
    smaller: list[tuple[int, OrganKind]] = [(counts[kind], kind) for kind in ("township", "department") if counts[kind]]
    if smaller:
        return max(smaller)[1]
    return "government" if counts["government"] else "unknown"
