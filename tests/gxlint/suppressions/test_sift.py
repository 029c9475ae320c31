"""What is suppressed is not told, what suppresses nothing is, and a baseline hides no more than it holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from gxlint.suppressions import Ignore, Key, Suppressions, key_of
from gxlint.testing import overlay, sample
from tests.gxlint.suppressions.conftest import Checked

TOTAL = "| 一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 7 |"
TODAY = date(2026, 3, 31)


def entry_for(key: Key, **changes: object) -> Ignore:
    return replace(Ignore(key.rule, "云岭镇.md", key.place, key.passage, "已核实"), **changes)  # type: ignore[arg-type]


def key_in(checked: Checked, text: str, code: str) -> Key:
    result = checked(text)
    return next(key_of(finding, result.parts) for finding in result.findings if finding.code == code)


def test_an_entry_suppresses_its_finding_and_no_other(checked: Checked) -> None:
    text = overlay(sample(), f"[bookmark: _GoBack]全年公开。\n{TOTAL}")
    entry = entry_for(key_in(checked, text, "GXT003"))

    result = checked(text, suppressions=Suppressions((entry,), today=TODAY))

    assert "GXT003" not in {one.code for one in result.findings}
    assert "GXM001" in {one.code for one in result.findings}
    assert [one.code for one in result.ignored] == ["GXT003"]
    assert result.unused == ()


def test_an_entry_whose_finding_is_gone_is_unused(checked: Checked) -> None:
    entry = entry_for(key_in(checked, overlay(sample(), TOTAL), "GXT003"))

    result = checked(sample(), suppressions=Suppressions((entry,), today=TODAY))

    assert [(one.entry, one.why) for one in result.unused] == [(entry, "gone")]


def test_an_entry_holds_on_its_last_day_and_not_after_it(checked: Checked) -> None:
    text = overlay(sample(), TOTAL)
    entry = entry_for(key_in(checked, text, "GXT003"), until=TODAY)

    on_the_day = checked(text, suppressions=Suppressions((entry,), today=TODAY))
    day_after = checked(text, suppressions=Suppressions((entry,), today=date(2026, 4, 1)))

    assert [one.code for one in on_the_day.ignored] == ["GXT003"]
    assert "GXT003" in {one.code for one in day_after.findings}
    assert [one.why for one in day_after.unused] == ["expired"]


def test_an_entry_for_no_rule_is_unused_and_one_for_a_rule_switched_off_is_not(checked: Checked) -> None:
    key = Key("GXT999", "表三", "0")
    off = Key("GXE001", "表三", "0")

    result = checked(sample(), suppressions=Suppressions((entry_for(key), entry_for(off)), today=TODAY))

    assert [(one.entry.rule, one.why) for one in result.unused] == [("GXT999", "no-rule")]


def test_a_text_that_is_no_report_judges_no_entry(checked: Checked) -> None:
    entry = entry_for(Key("GXT003", "表三", "0"))

    assert checked("会议纪要", suppressions=Suppressions((entry,), today=TODAY)).unused == ()


def test_a_baseline_hides_as_many_as_it_holds(checked: Checked) -> None:
    sentence = "[bookmark: _GoBack]全年公开。\n"
    once = sample().replace("（一）主动公开\n", f"（一）主动公开\n{sentence}")
    twice = sample().replace("（一）主动公开\n", f"（一）主动公开\n{sentence * 2}")
    baseline = Counter({key_in(checked, once, "GXM001"): 1})

    assert [one.code for one in checked(once, suppressions=Suppressions((), baseline)).findings] == []
    result = checked(twice, suppressions=Suppressions((), baseline))
    assert [one.code for one in result.findings] == ["GXM001"]
    assert [one.code for one in result.known] == ["GXM001"]


def test_what_vanished_from_the_baseline_is_counted(checked: Checked) -> None:
    baseline = Counter({key_in(checked, overlay(sample(), TOTAL), "GXT003"): 2})

    assert checked(sample(), suppressions=Suppressions((), baseline)).vanished == 2


def test_an_entry_goes_before_the_baseline(checked: Checked) -> None:
    text = overlay(sample(), TOTAL)
    key = key_in(checked, text, "GXT003")

    result = checked(text, suppressions=Suppressions((entry_for(key),), Counter({key: 1}), TODAY))

    assert ([one.code for one in result.ignored], result.known, result.vanished) == (["GXT003"], (), 1)
