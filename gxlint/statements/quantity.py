"""Numbers with their unit in prose: ``3件``, ``１，２００条``, ``三百二十件``, ``两千余次``, ``1.2万``, ``70.3%``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gxlint.statements.model import Quantity

_UNITS = (
    "万元|亿元|元|%|人次|场次|件次|条次|件|条|次|期|份|篇|项|例|起|宗|场|册|家|名|类|幅|批|户|人"
    "|个(?!月|工作日|季度|自然日|小时)|部(?!门|分|署|委|级)"
)
_QUANTITY = re.compile(
    r"(?:(?<![\dA-Za-z.,第每“‘+×/\-~〔\[])(?<!\d )(?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"(?P<scale>(?:[十百千]?[万亿](?!元)|[十百千])?)"
    r"|(?<![第每同这该某那另其任唯单统进》“‘零〇一二两三四五六七八九十百千万亿几])"
    r"(?P<han>[数几]?[零〇一二两三四五六七八九十百千万亿]+))"
    rf"(?P<more>[余多几来])?(?P<unit>{_UNITS})(?P<after>余|多|左右|以上|以内|以下|上下)?"
)
_ABOUT = re.compile("(?:大约|将近|接近|超过|不少于|至少|不超过|约|近|超|逾)$")
_DIGITS = {digit: at for at, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_COUNTED_ALONE = frozenset("件条起例宗份次")
_BEHIND_ALONE = re.compile(r"[，。；、：）！]|(?:政府信息|信息公开|依申请|行政|申请)|$")


def quantities(text: str) -> Iterator[Quantity]:
    """The numbers with a unit in a text without white space, in order.

    Dates, ordinals (第三条), lists of digits and words that only look like numbers (一件事, 三公) are none.
    """
    for match in _QUANTITY.finditer(text):
        figure, han, unit = match["figure"], match["han"], match["unit"]
        value: int | Decimal | None
        if figure is not None:
            digits = figure.replace(",", "")
            value = Decimal(digits) if "." in digits else int(digits)
            for scale in match["scale"]:
                value *= _SCALES[scale]
            rounded = bool(match["scale"])
        else:
            if len(han) == 1 and not match["more"] and not _counts_alone(text, match.end(), unit):
                continue
            value = read_han(han.lstrip("数几") or "零")
            if value is None:
                continue
            rounded = han[0] in "数几" or han[-1] in "万亿"
        about = _ABOUT.search(text, max(0, match.start() - 3), match.start())
        if unit in ("万元", "亿元"):
            value, unit = value * _SCALES[unit[0]], "元"
        exact = not (rounded or about or match["more"] or match["after"])
        yield Quantity(value, unit, exact, about.start() if about else match.start(), match.end())


def _counts_alone(text: str, end: int, unit: str) -> bool:
    """Whether one Chinese digit in front of a unit counts something: 收到申请三件, not 一件事 or 五项机制."""
    return unit in _COUNTED_ALONE and _BEHIND_ALONE.match(text, end) is not None


def read_han(han: str) -> int | None:
    """The value of a Chinese number (``三百二十``, ``二〇二四``); None where it may mean two (``一百二``)."""
    if not any(character in _SCALES for character in han):
        return int("".join(str(_DIGITS[digit]) for digit in han))
    total = section = digit = 0
    scale = 10_000
    for at, character in enumerate(han):
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
            if character in "零〇":
                scale = 10
            continue
        unit = _SCALES[character]
        if unit >= 10_000:
            section += digit
            total = (total + section) * unit if unit > 10_000 else total + section * unit
            section = 0
        else:
            if unit == 10 and not digit and at and han[at - 1] not in "零〇百千万亿":
                return None
            section += (digit or 1) * unit
        digit, scale = 0, unit
    if digit and scale > 10:
        return None
    return total + section + digit
