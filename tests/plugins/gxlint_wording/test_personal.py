"""GXW011: numbers that belong to a person, and long numbers that do not. All numbers are made up."""

from __future__ import annotations

import pytest

from gxlint.language import tell
from gxlint.testing import findings
from gxlint_wording import personal_data
from tests.plugins.asking import levels, marked_words, with_lines

IDENTITY = "110100190001010018"
CARD = "6222000000000000001"


def luhn(number: str) -> str:
    """The number with its last digit made right."""
    for digit in "0123456789":
        candidate = number[:-1] + digit
        total = 0
        for place, figure in enumerate(reversed(candidate)):
            value = int(figure) * (1 + place % 2)
            total += value - 9 if value > 9 else value
        if total % 10 == 0:
            return candidate
    raise AssertionError


@pytest.mark.parametrize("number", [IDENTITY, luhn(CARD), luhn("6222000000000001"), "13800138000", "138 0013 8000"])
def test_a_number_of_a_person_is_an_error(number: str) -> None:
    text = with_lines(f"申请人{number}提出申请。")
    assert marked_words(personal_data, text) == [number]
    assert levels(personal_data, text) == ["error"]


def test_a_card_number_in_groups_is_found() -> None:
    digits = luhn(CARD)
    printed = " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
    assert marked_words(personal_data, with_lines(f"卡号{printed}。")) == [printed]


@pytest.mark.parametrize("number", [IDENTITY, luhn(CARD), "13800138000"])
def test_no_message_shows_the_middle_of_a_number(number: str) -> None:
    for one in findings(with_lines(f"申请人{number}。"), personal_data):
        for language in ("zh", "en"):
            message = tell(one.message, one.args, language, "gxlint_wording")
            assert number not in message
            assert number[4:-4] not in message
            assert "***" in message


def test_a_mobile_number_given_as_the_telephone_of_the_office_is_advice() -> None:
    assert levels(personal_data, with_lines("联系电话：13800138000。")) == ["info"]


@pytest.mark.parametrize(
    "line",
    [
        f"证号{IDENTITY[:-1]}0。",
        "证号110100190013010018。",
        f"统一社会信用代码：{IDENTITY}。",
        "统一社会信用代码11100000000013338W，组织机构代码00001333-8。",
        f"卡号{luhn(CARD)[:-1]}{(int(luhn(CARD)[-1]) + 1) % 10}。",
        "咨询电话：0000-00000000，023-00000000，12345，4000000000。",
        "申请人138****8000，证号1101**********0018。",
        "收费总额13800138000元，索引号000014349/2024-00039。",
        "项目代码2401-330100-04-01-000000，排队号20240101000000123456。",
    ],
)
def test_codes_telephones_masked_numbers_and_sums_are_left_alone(line: str) -> None:
    assert marked_words(personal_data, with_lines(line)) == []


def test_eighteen_figures_that_may_be_the_code_of_an_organisation_are_left_alone() -> None:
    """A code whose middle reads like a date and whose check characters fit both standards."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    code_weights = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    for serial in range(1000):
        body = f"11010019900101{serial:03d}"
        check = "10X98765432"[sum(int(a) * b for a, b in zip(body, weights, strict=True)) % 11]
        code = -sum(int(a) * b for a, b in zip(body, code_weights, strict=True)) % 31
        if check == str(code):
            assert levels(personal_data, with_lines(f"编号{body}{check}。")) == []
            assert levels(personal_data, with_lines(f"身份证{body}{check}。")) == ["error"]
            return
    raise AssertionError("no such number")


def test_figures_of_tables_are_left_alone() -> None:
    assert levels(personal_data, with_lines("| 行政许可 | 13800138000 |")) == []
