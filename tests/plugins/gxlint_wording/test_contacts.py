"""GXW012: postcodes, telephone numbers and mail addresses that cannot be right. All of them are made up."""

from __future__ import annotations

import pytest

from gxlint_wording import contact_format
from tests.plugins.asking import levels, marked_words, with_lines


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("邮编：33640。", "33640"),
        ("邮政编码：3364000。", "3364000"),
        ("电话：0795-252304。", "0795-252304"),
        ("联系电话：0795-252304800。", "0795-252304800"),
        ("电话（传真）：023-4840000。", "023-4840000"),
        ("传真：138001380001。", "138001380001"),
        ("邮箱：zwgk.example.gov.cn。", "zwgk.example.gov.cn"),
        ("电子邮箱：zwgk@example，欢迎来信。", "zwgk@example"),
        ("电子邮件：zwgk＠example.gov.cn。", "zwgk＠example.gov.cn"),
    ],
)
def test_a_malformed_contact_is_advice(line: str, marked: str) -> None:
    text = with_lines(line)
    assert marked_words(contact_format, text) == [marked]
    assert levels(contact_format, text) == ["info"]


@pytest.mark.parametrize(
    "line",
    [
        "邮编：336400，电话：0795-2523048，传真：0755-25230480。",
        "电话（传真）：010-25230480，电话：（010）25230480，电话:0795—2523048。",
        "电话：2523048、25230480，热线电话：12345，服务电话：4000000000。",
        "电话：13800138000，电话：86-010-25230480，电话：0795-2523048-801。",
        "电话：0795-2523048转801，电话：0795-2523048/2523049。",
        "邮箱：zwgk@example.gov.cn，E-mail：a.b-c@mail.example.com。",
        "联系电话：XXXX-XXXXXXX，邮编：××××××，邮箱：（具体地址）。",
        "全年接听电话300次，收到邮件25封，电话回访12件。",
        "电话：0795-25\n23048，邮箱：zwgk@\nexample.gov.cn。",
        "市长邮箱12345，电子邮箱：见政府网站。",
    ],
)
def test_contacts_that_may_be_right_are_left_alone(line: str) -> None:
    assert marked_words(contact_format, with_lines(line)) == []
