"""GXW012: postcodes, telephone numbers and mail addresses that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Finding, Message, Report, Span, rule
from gxlint_wording.prose import Lines

_LABEL = re.compile(r"邮编|邮政编码|电话|传真|邮箱|电子邮件|[Ee]-?mail")
_GAP = re.compile(r"(?:号码|地址)?(?:[（(][^（）()\d\r\n]{1,8}[）)])?[ \xa0]*[：:为][ \xa0]*")
_POSTCODE = re.compile(r"[\d０-９]+")
_TELEPHONE = re.compile(r"(?:\+?86[ -]?)?(?:[（(][\d０-９]+[）)] ?)?[\d０-９]+(?: ?[-—－–‐] ?[\d０-９]+)*")
_MAIL = re.compile(r"[\x21-\x2b\x2d-\x3a\x3c-\x7e＠．]+")
_GOOD_MAIL = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_FULL = {ord("０") + digit: str(digit) for digit in range(10)}
_EXTENSION = re.compile(r"(?<=\d{7})[-—－–‐ ]+\d{1,5}$")


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
    text = report.text
    if not any(word in text for word in ("邮", "电话", "传真", "mail")):
        return
    found = [fault for match in _LABEL.finditer(text) if (fault := _fault(text, match)) is not None]
    if not found:
        return
    prose = Lines(report.prose())
    for span, what, wanted in found:
        if span.start in prose:
            args = {"what": what, "printed": text[span.start : span.end], "wanted": wanted}
            yield Finding(span, "{what}“{printed}”写法不对：{wanted}，请核对。", args)


def _fault(text: str, label: re.Match[str]) -> tuple[Span, Message, Message] | None:
    gap = _GAP.match(text, label.end())
    if gap is None:
        return None
    word = label[0]
    kind = (
        "postcode"
        if word.startswith("邮编") or word == "邮政编码"
        else "telephone"
        if word in ("电话", "传真")
        else "mail"
    )
    pattern = {"postcode": _POSTCODE, "telephone": _TELEPHONE, "mail": _MAIL}[kind]
    match = pattern.match(text, gap.end())
    if match is None or _goes_on_below(text, match.end()):
        return None
    printed = match[0].rstrip(".,．，)") if kind == "mail" else match[0]
    span = Span(match.start(), match.start() + len(printed))
    if kind == "postcode":
        return None if len(printed) == 6 else (span, Message("邮编"), Message("应为六位数字"))
    if kind == "telephone":
        return None if _is_telephone(printed) else (span, Message("电话号码"), Message("位数与固定电话、手机都不符"))
    return None if _GOOD_MAIL.fullmatch(printed) else (span, Message("电子邮箱"), Message("应为“名称@域名”"))


def _goes_on_below(text: str, end: int) -> bool:
    """Whether the line ends here: a converter may have wrapped it inside the number."""
    return text[end : end + 1] in ("\n", "\r") and text[end:].lstrip()[:1].isascii()


def _is_telephone(printed: str) -> bool:
    number = _EXTENSION.sub("", printed.translate(_FULL))
    digits = re.sub(r"\D", "", number)
    if digits.startswith("86") and len(digits) > 11:
        digits = digits[2:] if digits[2:3] in ("0", "1") else f"0{digits[2:]}"
    if digits.startswith("0"):
        eight = digits.startswith(("010", "02"))
        return len(digits) == 11 if eight else len(digits) in (11, 12)
    if len(digits) == 10:
        return digits.startswith(("400", "800"))
    return len(digits) in (3, 4, 5, 6, 7, 8) or (len(digits) == 11 and digits.startswith("1"))
