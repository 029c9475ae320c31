"""GXW012: postcodes, telephone numbers and mail addresses that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Finding, Message, Passage, Report, Span, read_passages, rule

_LABEL = re.compile(
    r"(?:(?P<postcode>邮编|邮政编码)|(?P<telephone>电话|传真)|(?P<mail>邮箱|电子邮件|[Ee]-?mail))"
    r"(?:号码|地址)?(?:（[^（）\d]{1,8}）)?[：为]"
)
_HYPHENS = "-—－–‐"
_PATTERNS = {
    "postcode": re.compile(r"\d+"),
    "telephone": re.compile(rf"(?:\+?86-?)?(?:（\d+）)?\d+(?:[{_HYPHENS}]+\d+)*"),
    "mail": re.compile(r"[!-~＠]+"),
}
_GOOD_MAIL = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_EXTENSION = re.compile(rf"(?<=\d{{7}})[{_HYPHENS}]+\d{{1,5}}$")


@rule("GXW012", "contact-format", severity="info", basis="《政府信息公开条例》第十二条：公布联系方式")
def contact_format(report: Report) -> Iterator[Finding]:
    """联系方式

    查什么
        邮编不是六位、电话位数不对、电子邮箱写法不对。写在“邮编”“电话”“传真”“邮箱”后面的号码才查。

    依据
        《中华人民共和国政府信息公开条例》第十二条：政府信息公开指南应当写明办公地址、联系电话、传真号码、互联网联系方式。

    为什么
        少一位数字，公众就联系不上。

    例
        错：
            联系电话：⟦010-1234567⟧，邮编：⟦33640⟧，电子邮箱：⟦zwgk#example.gov.cn⟧。
        对：
            联系电话（传真）：0795-0000000，023-00000000、00000000，热线电话：12345，邮编：336400，邮箱：zwgk@example.gov.cn。

    怎样改
        核对后改正。

    何时忽略
        内部短号、境外电话。

    English
        Malformed contact. A postcode that is not six figures, a telephone number of the wrong length, or a mail address
        without its parts, where the text names it as such.
    """
    for passage in read_passages(report):
        for label in _LABEL.finditer(passage.text):
            fault = _fault(report.text, passage, label)
            if fault is not None:
                span, printed, what, wanted = fault
                args = {"what": what, "printed": printed, "wanted": wanted}
                yield Finding(span, "{what}“{printed}”写法不对：{wanted}，请核对。", args)


def _fault(text: str, passage: Passage, label: re.Match[str]) -> tuple[Span, str, Message, Message] | None:
    """What is wrong with the number or address behind a label: its place, its words, what it is, what it should be."""
    kind = label.lastgroup or ""
    match = _PATTERNS[kind].match(passage.text, label.end())
    if match is None or _goes_on(text, passage, match):
        return None
    printed = match[0].rstrip(".")
    sound, what, wanted = {
        "postcode": (len(printed) == 6, Message("邮编"), Message("应为六位数字")),
        "telephone": (_is_telephone(printed), Message("电话号码"), Message("位数与固定电话、手机都不符")),
        "mail": (bool(_GOOD_MAIL.fullmatch(printed)), Message("电子邮箱"), Message("应为“名称@域名”")),
    }[kind]
    return None if sound else (passage.span(match.start(), match.start() + len(printed)), printed, what, wanted)


def _goes_on(text: str, passage: Passage, match: re.Match[str]) -> bool:
    """Whether more of it may follow: a blank, a hyphen, or the end of a line with figures or letters below."""
    ahead = passage.text[match.end() : match.end() + 1]
    if ahead and ahead in f" {_HYPHENS}":
        return True
    end = passage.place(match.end() - 1) + 1
    return text[end : end + 1] in ("\n", "\r") and text[end:].lstrip()[:1].isascii()


def _is_telephone(printed: str) -> bool:
    number = _EXTENSION.sub("", printed)
    digits = re.sub(r"\D", "", number)
    if digits.startswith("86") and len(digits) > 11:
        digits = digits[2:] if digits[2:3] in ("0", "1") else f"0{digits[2:]}"
    if digits.startswith("0"):
        eight = digits.startswith(("010", "02"))
        return len(digits) == 11 if eight else len(digits) in (11, 12)
    if len(digits) == 10:
        return digits.startswith(("400", "800"))
    return len(digits) in (3, 4, 5, 6, 7, 8) or (len(digits) == 11 and digits.startswith("1"))
