"""Figures as people write them in prose."""

from __future__ import annotations

from random import Random

_DIGITS = "零一二三四五六七八九"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_LARGEST_IN_CHARACTERS = 9999


def in_characters(value: int) -> str:
    """A count from 1 to 9999 in Chinese characters: 12 十二, 105 一百零五, 320 三百二十; two of something is 两."""
    if value == 2:
        return "两"
    text = ""
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, scale)
        if digit:
            text += _DIGITS[digit] + name
        elif text and not text.endswith("零") and value:
            text += "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def in_prose(random: Random, value: int) -> str:
    """A count as one of the ways to write it: mostly in digits, now and then in full width, with commas between the
    thousands or in characters."""
    way = random.randrange(12)
    if way == 0:
        return str(value).translate(_FULL_WIDTH)
    if way == 1:
        return f"{value:,}"
    if way == 2 and 0 < value <= _LARGEST_IN_CHARACTERS:
        return in_characters(value)
    return str(value)
