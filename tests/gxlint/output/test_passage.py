from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.output import Place, ToldFinding
from gxlint.output.passage import AROUND, LONGEST, passage
from gxlint.output.words import visible
from gxlint.text import Location


def at(line: str, first: int, last: int, *, later: int = 0) -> ToldFinding:
    """A finding in row 3 of the characters ``first`` to ``last`` (from 0) of a line."""
    place = Place(Location(3, first + 1), Location(3 + later, last + 1))
    return ToldFinding("GXW001", "x", "info", "m", "a.txt", place, "", line)


@pytest.mark.parametrize(
    ("line", "first", "last", "said"),
    [
        ("公开,透明", 2, 3, "公开⟦,⟧透明"),
        ("\t5", 1, 2, "⟦5⟧"),
        ("a\tb\tc", 2, 3, "a ⟦b⟧ c"),
        ("公开", 1, 1, "公⟦⟧开"),
        ("公开", 2, 2, "公开⟦⟧"),
        ("公\u200b开", 1, 2, "公⟦<U+200B>⟧开"),
        ("公开\u3000 透明", 2, 4, "公开⟦<U+3000> ⟧透明"),
        ("公\x1b[31m开", 0, 1, "⟦公⟧<U+001B>[31m开"),
        ("字" * 200, 100, 101, "……" + "字" * AROUND + "⟦字⟧" + "字" * AROUND + "……"),
    ],
)
def test_the_place_is_marked_in_the_line(line: str, first: int, last: int, said: str) -> None:
    assert passage(at(line, first, last)) == said


def test_a_place_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert passage(at("一二三四", 2, 1, later=2)) == "一二⟦三四……⟧"


def test_a_terminal_without_the_marks_gets_others() -> None:
    assert passage(at("公开,透明", 2, 3), unicode=False) == "公开[[,]]透明"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n")), st.data())
def test_a_passage_is_one_line_of_bounded_length_without_control_characters(line: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(line)))
    last = data.draw(st.integers(first, len(line)))
    said = passage(at(line, first, last))
    assert len(said) <= (2 * AROUND + LONGEST) * len("<U+10FFFF>") + 10
    assert not any(ord(character) < 32 or character in "\x7f\x85\u2028\u2029" for character in said)
    assert said.count("⟦") - line.count("⟦") <= 1


@given(st.text())
def test_what_is_shown_cannot_steer_the_terminal(text: str) -> None:
    assert not set(visible(text)) & {*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), "\u202e", "\u2066", "\u200f"}
