"""GXW011: numbers that belong to a person and have no place in a published report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Finding, Message, Report, Severity, Span, rule
from gxlint_wording.prose import Lines

_MAY_BE = re.compile(r"\d(?:\d{10}|\d\d[ -]\d{4}[ -]\d|\d{3} \d{4} \d)")
"""What every number in question has in it; most reports have none."""
_NUMBER = re.compile(
    r"(?<![\dA-Za-z.·-])(?:\d{11}(?:\d{4,7}[\dXx])?|1[3-9]\d[ -]\d{4}[ -]\d{4}|62\d\d(?: \d{4}){3}(?: \d{1,3})?)"
    r"(?![\dA-Za-z]|\.\d)"
)
_MOBILE = re.compile(r"1[3-9]\d{9}")
_CARD = re.compile(r"62\d{14,17}")
_IDENTITY = re.compile(
    r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_CODE_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_CODE_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_KINDS = (
    "11",
    "12",
    "13",
    "19",
    "21",
    "29",
    "31",
    "32",
    "33",
    "34",
    "35",
    "37",
    "39",
    "41",
    "51",
    "52",
    "53",
    "54",
    "55",
    "59",
    "61",
    "62",
    "71",
    "72",
    "81",
    "89",
    "91",
    "92",
    "93",
)
"""The first two figures of unified social credit codes (GB 32100—2015) that are figures both."""
_ORGANISATION = re.compile(r"(?:信用代码|机构代码|登记证号|税号|识别号)[^，。；\n]{0,8}$")
_OFFICE = re.compile(r"(?:电话|热线|传真|联系方式|咨询|值班)[^，。；\n]{0,10}$")
_NOT_BEHIND = re.compile(r"\s*[元万亿号件条次人％%]")
_BEFORE = 24


@rule("GXW011", "personal-data", severity="error", basis="《个人信息保护法》第二十五条；《政府信息公开条例》第十五条")
def personal_data(report: Report) -> Iterator[Finding]:
    """个人信息

    查什么
        身份证号码（核对出生日期和校验码）、银行卡号（核对校验位）、手机号码。作为“联系电话”公布的手机号码只作提醒。检查结果
        里不显示完整的号码，引用的原文也用星号遮住。

    依据
        《中华人民共和国政府信息公开条例》第十五条：涉及个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开。
        《中华人民共和国个人信息保护法》第二十五条：个人信息处理者不得公开其处理的个人信息，取得个人单独同意的除外。

    为什么
        年度报告公布在网上，号码一旦公开无法收回。

    例
        错：
            申请人（身份证号⟦110100190001010018⟧）的申请已答复，联系人张某，手机⟦13800138000⟧。
        对：
            统一社会信用代码11100000000013338W，咨询电话：010-00000000，政务服务热线12345，申请人手机138****8000。

    怎样改
        删去号码，或者隐去中间几位；对外联系方式用办公电话。

    何时忽略
        没有。组织机构代码、统一社会信用代码、办公电话不会误报。

    English
        Personal data. Numbers of identity cards and bank cards (with their check digits) and mobile telephones. A
        mobile number given as the office's own telephone is advice. No output shows a number in full.
    """
    if _MAY_BE.search(report.text) is None:
        return
    prose = Lines(report.prose())
    for match in _NUMBER.finditer(report.text):
        if match.start() not in prose:
            continue
        number = re.sub(r"[ -]", "", match[0]).upper()
        before = report.text[max(0, match.start() - _BEFORE) : match.start()]
        kind = _kind(number, before)
        if kind is None or (kind == "mobile" and _NOT_BEHIND.match(report.text, match.end())):
            continue
        yield _finding(Span(*match.span()), kind, number, before)


def _kind(number: str, before: str) -> str | None:
    if _IDENTITY.fullmatch(number):
        return "identity" if _is_identity(number) and not _may_be_code(number, before) else None
    if _CARD.fullmatch(number):
        return "card" if _has_luhn_digit(number) and not _ORGANISATION.search(before) else None
    return "mobile" if _MOBILE.fullmatch(number) else None


def _is_identity(number: str) -> bool:
    """Whether the check character fits (GB 11643—1999)."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECK[total % 11] == number[-1]


def _may_be_code(number: str, before: str) -> bool:
    """Whether the number may as well be the unified social credit code of an organisation (GB 32100—2015)."""
    if _ORGANISATION.search(before):
        return True
    if "身份证" in before or not number.startswith(_CODE_KINDS):
        return False
    total = sum(_CODE_DIGITS.index(digit) * weight for digit, weight in zip(number, _CODE_WEIGHTS, strict=False))
    return _CODE_DIGITS[-total % 31] == number[-1]


def _has_luhn_digit(number: str) -> bool:
    """Whether the last digit is the check digit of a card number (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _finding(span: Span, kind: str, number: str, before: str) -> Finding:
    severity: Severity | None = None
    if kind == "mobile":
        masked = f"{number[:3]}****{number[-4:]}"
        if _OFFICE.search(before):
            severity, what = "info", Message("手机号码")
            message = "公布的联系电话 {masked} 是手机号码，疑为个人号码，宜改用办公电话。"
            return Finding(span, message, {"masked": masked, "what": what}, severity=severity, private=True)
        what = Message("手机号码")
    else:
        masked = f"{number[:4]}{'*' * (len(number) - 6)}{number[-2:]}"
        what = Message("身份证号码") if kind == "identity" else Message("银行卡号")
    return Finding(
        span,
        "疑为个人的{what}（{masked}），不得公开，请删去或隐去中间几位。",
        {"masked": masked, "what": what},
        private=True,
    )
