"""Fixes are whole or not at all, touch nothing but their edits, come to rest, and safe ones change no figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.engine import lint
from gxlint.fixes import apply, changes_figure, choose, fix_text
from gxlint.parser import parse_all
from gxlint.plugins import load
from gxlint.rule import Edit, Finding, Fix
from gxlint.testing import check_fixes, examples, marked, overlay, sample
from gxlint.text import Span

REGISTRY = load()
FIXABLE = [rule for rule in REGISTRY.rules.values() if rule.fixable]
TEXT = "青山县云岭镇，公开信息 12 条"

Relint = Callable[[str], list[Finding]]


def finding(*edits: tuple[int, int, str], code: str = "ACME001", safety: Literal["safe", "unsafe"] = "safe") -> Finding:
    made = tuple(Edit(Span(start, end), content) for start, end, content in edits)
    return Finding(made[0].span, "改", fix=Fix(made, safety, "改"), code=code)


def rewriting(code: str, wrong: str, right: str, safety: Literal["safe", "unsafe"] = "safe") -> Relint:
    """A toy rule: every ``wrong`` should be ``right``."""

    def found(text: str) -> list[Finding]:
        return [
            finding((match.start(), match.end(), right), code=code, safety=safety)
            for match in re.finditer(re.escape(wrong), text)
        ]

    return found


def together(*rules: Relint) -> Relint:
    return lambda text: [one for rule in rules for one in rule(text)]


def all_rules(text: str) -> Sequence[Finding]:
    (part,) = parse_all(text, "", REGISTRY.readers[0].blocks, REGISTRY.forms)
    return lint(part.report, REGISTRY.rules.values())


def test_edits_are_made_at_their_places_and_nowhere_else() -> None:
    edits = [Edit(Span(6, 7), "。"), Edit(Span(0, 0), "《"), Edit(Span(11, 12), "")]
    assert apply(TEXT, edits) == "《青山县云岭镇。公开信息12 条"
    assert apply(TEXT, []) == TEXT


@pytest.mark.parametrize("edits", [[(0, 4, ""), (3, 5, "")], [(0, 99, "")], [(-1, 2, "")], [(4, 2, "")]])
def test_edits_that_overlap_or_lie_outside_are_refused(edits: list[tuple[int, int, str]]) -> None:
    with pytest.raises(ValueError, match="edit at"):
        apply(TEXT, [Edit(Span(start, end), content) for start, end, content in edits])


@pytest.mark.parametrize(
    ("text", "end"), [("甲\r\n乙\r\n", "\r\n"), ("甲\n乙\r\n丙\n", "\n"), ("甲\r乙", "\r"), ("甲", "\n")]
)
def test_new_lines_end_as_the_lines_of_the_text_do(text: str, end: str) -> None:
    assert apply(text, [Edit(Span(0, 0), "子\n丑\r\n")]) == f"子{end}丑{end}{text}"


@given(
    st.text(alphabet="镇1 \r\n，0", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.sampled_from(["", "甲", "7"])), max_size=8),
)
def test_chosen_edits_never_touch_and_leave_all_else_as_it_is(text: str, asked: list[tuple[int, int, str]]) -> None:
    findings = [
        finding((start, min(start + length, len(text)), content), safety="unsafe")
        for start, length, content in asked
        if start <= len(text)
    ]
    choice = choose(text, findings, unsafe=True)
    fixed = apply(text, choice.edits)
    position = written = 0
    for edit in choice.edits:
        kept = text[position : edit.span.start]
        assert fixed[written : written + len(kept)] == kept
        assert position == 0 or kept
        written += len(kept) + len(edit.content)
        position = edit.span.end
    assert fixed[written:] == text[position:]
    assert sorted(map(id, (*choice.applied, *choice.left))) == sorted(map(id, findings))


def test_a_fix_is_applied_whole_or_not_at_all() -> None:
    first = finding((0, 2, "甲"), code="ACME002")
    second = finding((1, 3, "乙"), (6, 7, "丙"), code="ACME001")
    choice = choose(TEXT, [second, first])
    assert choice.applied == (first,)
    assert choice.left == (second,)
    assert apply(TEXT, choice.edits) == "甲县云岭镇，公开信息 12 条"


def test_of_two_at_the_same_place_the_lower_code_goes_first() -> None:
    low, high = finding((0, 2, "甲"), code="ACME001"), finding((0, 2, "乙"), code="ACME002")
    assert choose(TEXT, [high, low]).applied == (low,)


def test_equal_edits_are_made_once_and_mend_both_findings() -> None:
    one = finding((6, 7, "。"), code="ACME001")
    two = finding((6, 7, "。"), (11, 12, ""), code="ACME002")
    choice = choose(TEXT, [one, two])
    assert choice.applied == (one, two)
    assert apply(TEXT, choice.edits) == "青山县云岭镇。公开信息12 条"


@pytest.mark.parametrize(
    ("one", "two"), [((3, 3, "甲"), (3, 3, "乙")), ((3, 3, "甲"), (3, 5, "")), ((1, 3, ""), (3, 3, "乙"))]
)
def test_an_insertion_collides_with_what_it_touches(one: tuple[int, int, str], two: tuple[int, int, str]) -> None:
    assert len(choose(TEXT, [finding(one), finding(two)]).applied) == 1


def test_only_safe_fixes_are_applied_unless_asked() -> None:
    unsafe = finding((0, 2, "甲"), safety="unsafe")
    bare = Finding(Span(0, 1), "无从改起")
    assert choose(TEXT, [unsafe, bare]).edits == ()
    assert choose(TEXT, [unsafe, bare], unsafe=True).applied == (unsafe,)


def test_a_fix_called_safe_that_changes_a_figure_counts_as_unsafe() -> None:
    liar = finding((12, 14, "21"))
    assert choose(TEXT, [liar]).edits == ()
    assert choose(TEXT, [liar], unsafe=True).applied == (liar,)


def test_fixes_are_applied_until_nothing_is_left_to_do() -> None:
    relint = together(rewriting("ACME001", ",", "，"), rewriting("ACME002", "，，", "，"))
    outcome = fix_text("甲,，乙,,丙", relint)
    assert outcome.text == "甲，乙，丙"
    assert outcome.applied == {"ACME001": 3, "ACME002": 2}
    assert outcome.left == ()
    assert outcome.unsettled == frozenset()


def test_rules_that_undo_each_other_are_left_out_and_all_others_still_work() -> None:
    relint = together(
        rewriting("ACME001", "截止", "截至"), rewriting("ACME002", "截至", "截止"), rewriting("ACME003", ",", "，")
    )
    outcome = fix_text("截止年底,共公开", relint)
    assert outcome.text == "截止年底，共公开"
    assert outcome.unsettled == {"ACME001", "ACME002"}
    assert [one.code for one in outcome.left] == ["ACME001"]


def test_a_rule_that_would_go_on_for_ever_is_left_out() -> None:
    outcome = fix_text(
        "甲,", together(rewriting("ACME001", "甲", "甲甲"), rewriting("ACME002", ",", "，")), unsafe=True
    )
    assert outcome.text == "甲，"
    assert outcome.unsettled == {"ACME001"}


@given(
    st.text(alphabet=",，.。 子丑", max_size=30),
    st.lists(st.tuples(st.text(",，.。子丑", min_size=1, max_size=2), st.text("，。子丑", max_size=2)), max_size=4),
)
def test_fixing_twice_is_fixing_once(text: str, pairs: list[tuple[str, str]]) -> None:
    relint = together(*(rewriting(f"ACME{place:03}", *pair) for place, pair in enumerate(pairs) if pair[0] != pair[1]))
    once = fix_text(text, relint)
    if not once.unsettled:
        assert not choose(once.text, once.left).edits
        assert fix_text(once.text, relint).text == once.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("12件", "13件"),
        ("12件", "1 2件"),
        ("1 2件", "12件"),
        ("| 1 | 2 |", "| 12 |"),
        ("1\t2", "12"),
        ("1\n2", "12"),
        ("3.5", "3。5"),
        ("1,000", "1，000"),
        ("-8", "8"),
        ("共12件", "共件"),
        ("共件", "共12件"),
    ],
)
def test_a_changed_figure_is_seen(before: str, after: str) -> None:
    assert changes_figure(before, [Edit(Span(0, len(before)), after)])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("１２件", "12件"),
        ("1[bookmark: _Hlk99]2件", "12件"),
        ("1\u200b2件", "12件"),
        (" 12 件", "12件"),
        ("2 0 24 年", "2024年"),
        ("甲,乙", "甲，乙"),
        ("共5件\n- 1 -\n共6件", "共5件\n共6件"),
        ("共5件\n第1页 共9页\n共6件", "共5件\n共6件"),
        ("一、 总体情况", "一、总体情况"),
    ],
)
def test_what_says_the_same_figures_is_no_change(before: str, after: str) -> None:
    assert not changes_figure(before, [Edit(Span(0, len(before)), after)])


@given(
    st.text(alphabet="12 件\n\t|，.年", max_size=40), st.integers(0, 40), st.integers(0, 5), st.sampled_from(["", "3"])
)
def test_looking_at_the_lines_around_an_edit_is_looking_at_the_whole_text(
    text: str, start: int, length: int, content: str
) -> None:
    start = min(start, len(text))
    edit = Edit(Span(start, min(start + length, len(text))), content)
    everything = Edit(Span(0, len(text)), apply(text, [edit]))
    assert changes_figure(text, [edit]) == changes_figure(text, [everything])


@pytest.mark.parametrize("rule", FIXABLE, ids=lambda rule: str(rule.code))
def test_the_fixes_of_every_bundled_rule_mend_its_examples(rule: object) -> None:
    check_fixes(rule)  # type: ignore[arg-type]


def broken_reports() -> Iterator[str]:
    """The bad examples of every rule, but those that are no examples: another test speaks of them."""
    for rule in REGISTRY.rules.values():
        for example in examples(rule).bad:
            with suppress(ValueError):
                yield marked(overlay(sample(), example))[0]


WHOLE = [sample(), sample(2019, fill="figures"), sample(2023, "临河市水务局", fill="figures"), *broken_reports()]


def figures(text: str) -> list[str]:
    """The figures of a text, told apart by anything that is no digit, whatever their width; page numbers are none."""
    text = text.translate({0xFF10 + digit: str(digit) for digit in range(10)})
    text = re.sub(r"\[bookmark: [^\]]*\]|[\u200b-\u200d\u2060\ufeff]", "", text)
    text = re.sub(r"(?m)^\s*(?:[-—–][^\S\r\n]*\d+[^\S\r\n]*[-—–]|第[^\S\r\n]*\d+[^\S\r\n]*页.*)\s*$", "", text)
    return re.findall(r"\d+", re.sub(r"(?<=\d)[ \xa0\u3000](?=\d)", "", text))


def noisy(text: str, places: list[tuple[int, str]]) -> str:
    for place, noise in places:
        at = place % (len(text) + 1)
        text = text[:at] + noise + text[at:]
    return text


@given(
    st.sampled_from(WHOLE),
    st.lists(
        st.tuples(
            st.integers(0, 10_000),
            st.sampled_from([",", "(", ")", " ", "\xa0", "\u3000", "[bookmark: _GoBack]", "\u200b", "，", "\n- 3 -\n"]),
        ),
        max_size=6,
    ),
    st.sampled_from(["\n", "\r\n"]),
)
def test_safe_fixes_over_a_whole_report_change_no_figure_and_come_to_rest(
    text: str, noise: list[tuple[int, str]], end: str
) -> None:
    text = noisy(text, noise).replace("\n", end)
    for one in all_rules(text):
        if one.fix is not None and one.fix.applicability == "safe":
            assert not changes_figure(text, one.fix.edits), one
    outcome = fix_text(text, all_rules)
    assert outcome.unsettled == frozenset()
    assert figures(outcome.text) == figures(text)
    assert fix_text(outcome.text, all_rules).text == outcome.text


@pytest.mark.parametrize("unsafe", [False, True])
def test_fixing_the_published_reports_comes_to_rest(
    seeds: dict[str, Path], wild: dict[str, Path], unsafe: bool
) -> None:
    for path in (*seeds.values(), *wild.values()):
        text = path.read_bytes().decode("utf-8")
        outcome = fix_text(text, all_rules, unsafe=unsafe)
        assert outcome.unsettled == frozenset(), path.name
        assert fix_text(outcome.text, all_rules, unsafe=unsafe).text == outcome.text, path.name
        before = {one.code for one in all_rules(text)}
        after = {one.code for one in outcome.left}
        if "GXS001" in before:  # A part that has its heading again is looked at like any other.
            after = {code for code in after if not code.startswith("GXS")}
        assert after <= before, path.name
        if not unsafe:
            assert figures(outcome.text) == figures(text), path.name
