"""What the fixes of the rules on wording, markup and citations may do to a text: any text, broken in any way."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

import gxlint_citations
import gxlint_markup
import gxlint_wording
from gxlint import Edit, Finding
from gxlint.engine import lint
from gxlint.fixes import apply, choose, fix_text
from gxlint.testing import marked, overlay, report_of, sample
from tests.accuracy.broken.words import SENTENCES
from tests.accuracy.sentences import CITATIONS, FIGURES, WORDING
from tests.plugins.asking import wrapped

RULES = [
    rule
    for family in (gxlint_wording, gxlint_markup, gxlint_citations)
    for rule in family.gxlint_rules()
    if rule.default
]
VALUES = {
    "me": "我镇",
    "name": "云岭镇",
    "mine": "本镇",
    "year": 2024,
    "last": 2023,
    "next": 2025,
    "a": 31,
    "b": 14,
    "sum": 45,
    "notice_year": 2021,
    "notice": 30,
    "other_year": 2019,
    "other": 60,
}
BROKEN = [marked(line.format(**VALUES))[0] for code, lines in SENTENCES.items() for line in lines if code != "GXM002"]
"""Sentences with slips, without the feet of pages: a fix takes these away with their figures."""
SOUND = [line.format(**VALUES) for line in (*CITATIONS, *FIGURES, *WORDING)]
NOISE = [
    *(",", ";", "(", ")", " ", "\xa0", "\u3000", "，", "。", "：", "“", "”", "《", "》", "、", ".", "1", "２"),
    *(
        "\u200b",
        "&nbsp;",
        "<br/>",
        "\n",
        "\n \n",
        "年 ",
        "的的",
        "截止",
    ),
]


MANY = 60
"""Examples a test: each is a whole report, looked at several times."""


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Reports with slips, put into lines or not, with noise anywhere in their prose."""
    lines = draw(st.lists(st.sampled_from([*BROKEN, *SOUND]), min_size=1, max_size=8))
    paragraphs = "\n".join(lines)
    for place, noise in draw(st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(NOISE)), max_size=8)):
        at = place % (len(paragraphs) + 1)
        paragraphs = paragraphs[:at] + noise + paragraphs[at:]
    text = overlay(sample(fill=draw(st.sampled_from(("zeros", "figures")))), f"一、总体情况\n{paragraphs}")
    width = draw(st.sampled_from((None, None, 20, 24, 33)))
    if width is not None:
        text = wrapped(text, width, draw(st.sampled_from(("", "\u3000\u3000", "  "))))
    return text.replace("\n", draw(st.sampled_from(("\n", "\r\n"))))


def told(text: str) -> list[Finding]:
    """What the rules find."""
    return list(lint(report_of(text), RULES))


def characters(text: str) -> str:
    """The characters, letters and figures of a text, whatever marks and white space stand between them: what no safe
    fix may touch. Bookmarks are no part of the text."""
    text = re.sub(r"\[bookmark: [^\]]*\]", "", text.replace("\u200b", ""))
    return "".join(character for character in text if character.isalnum())


def without(text: str, edits: tuple[Edit, ...]) -> str:
    """The text without the places of the edits."""
    done, rest = 0, []
    for edit in sorted(edits, key=lambda one: one.span):
        rest.append(text[done : edit.span.start])
        done = edit.span.end
    return "".join((*rest, text[done:]))


@settings(max_examples=MANY, deadline=None)
@given(texts())
def test_a_safe_fix_touches_no_character_and_no_figure(text: str) -> None:
    for one in told(text):
        if one.fix is not None and one.fix.applicability == "safe":
            assert characters(apply(text, one.fix.edits)) == characters(text), one
    assert characters(fix_text(text, told).text) == characters(text)


@settings(max_examples=MANY, deadline=None)
@given(texts(), st.booleans())
def test_fixing_comes_to_rest_with_nothing_left_to_mend(text: str, unsafe: bool) -> None:
    outcome = fix_text(text, told, unsafe=unsafe)
    assert outcome.unsettled == frozenset()
    assert fix_text(outcome.text, told, unsafe=unsafe).text == outcome.text
    mendable = ("safe", "unsafe") if unsafe else ("safe",)
    assert not [one for one in outcome.left if one.fix is not None and one.fix.applicability in mendable]


@settings(max_examples=MANY, deadline=None)
@given(texts(), st.booleans())
def test_everything_outside_the_edits_stays_as_it_is(text: str, unsafe: bool) -> None:
    edits = choose(text, told(text), unsafe=unsafe).edits
    mended = apply(text, edits)
    at = 0
    for piece in re.split("\0", _gaps(text, edits)):
        found = mended.index(piece, at)
        at = found + len(piece)
    assert len(mended) == len(without(text, edits)) + sum(len(_as_put(text, edit)) for edit in edits)


def _gaps(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with a mark in each place of an edit."""
    done, rest = 0, []
    for edit in sorted(edits, key=lambda one: one.span):
        rest += [text[done : edit.span.start], "\0"]
        done = edit.span.end
    return "".join((*rest, text[done:]))


def _as_put(text: str, edit: Edit) -> str:
    """What an edit puts in, with the line ends of the text."""
    return edit.content.replace("\n", "\r\n") if "\r\n" in text else edit.content


@settings(max_examples=MANY, deadline=None)
@given(texts())
def test_findings_lie_in_the_text_and_edits_do_not_overlap(text: str) -> None:
    for one in told(text):
        spans = [one.span, *(related.span for related in one.related)]
        edits = sorted(one.fix.edits, key=lambda edit: edit.span) if one.fix else []
        spans += [edit.span for edit in edits]
        assert all(0 <= span.start <= span.end <= len(text) for span in spans), one
        assert all(a.span.end <= b.span.start for a, b in pairwise(edits)), one
