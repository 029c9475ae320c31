from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types as t

from gxlint.text import LineIndex, Span
from gxlint_lsp.document import Document, moved, moved_back, spliced
from tests.lsp.editor import NASTY, UNITS, Editor

TEXTS = st.lists(st.sampled_from([*NASTY, "青山县", "1"]), max_size=20).map("".join)
EDITS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 10), TEXTS), max_size=8)


def _change(told: dict[str, object]) -> t.TextDocumentContentChangePartial:
    asked = told["range"]
    assert isinstance(asked, dict)
    return t.TextDocumentContentChangePartial(
        t.Range(t.Position(**asked["start"]), t.Position(**asked["end"])), str(told["text"])
    )


@given(TEXTS, st.integers(0, 40), st.integers(0, 10), TEXTS)
def test_an_index_after_an_edit_is_the_index_of_the_new_text(text: str, at: int, length: int, content: str) -> None:
    start = min(at, len(text))
    end = min(start + length, len(text))
    after = text[:start] + content + text[end:]
    assert spliced(LineIndex.of(text), Span(start, end), content) == LineIndex.of(after)


@given(TEXTS, EDITS, st.sampled_from(UNITS))
def test_a_document_follows_every_edit_of_an_editor(text: str, edits: list[tuple[int, int, str]], unit: str) -> None:
    editor = Editor(text, unit)  # type: ignore[arg-type]
    document = Document.of("file:///a", 1, text)
    for at, length, content in edits:
        start = min(at, len(editor.text))
        change = editor.edit(start, min(start + length, len(editor.text)), content)
        document = document.changed([_change(change)], editor.unit, document.version + 1)
        assert document.text == editor.text
        assert document.index == LineIndex.of(editor.text)


@given(TEXTS, EDITS)
def test_several_changes_of_one_notification_count_one_after_the_other(
    text: str, edits: list[tuple[int, int, str]]
) -> None:
    editor = Editor(text)
    changes = [
        editor.edit(min(at, len(editor.text)), min(at + length, len(editor.text)), content)
        for at, length, content in edits
    ]
    document = Document.of("file:///a", 1, text).changed([_change(one) for one in changes], "utf-16", 2)
    assert (document.text, document.version) == (editor.text, 2)


@given(TEXTS, TEXTS)
def test_a_whole_new_text_is_taken_as_the_smallest_edit(before: str, after: str) -> None:
    document = Document.of("file:///a", 1, before)
    changed = document.changed([t.TextDocumentContentChangeWholeDocument(after)], "utf-16", 2)
    assert changed.index == LineIndex.of(after)
    ((span, length),) = changed.edits
    assert before[: span.start] == after[: span.start]
    assert before[span.end :] == after[span.start + length :]
    shorter = min(len(before), len(after))
    assert len(span) == len(before) - shorter or before[span.start] != after[span.start]


@given(TEXTS, EDITS, st.integers(0, 40))
def test_a_place_that_no_edit_touched_is_found_again(text: str, edits: list[tuple[int, int, str]], at: int) -> None:
    made, now = [], list(range(len(text)))
    for start, length, content in edits:
        span = Span(min(start, len(now)), min(start + length, len(now)))
        made.append((span, len(content)))
        now[span.start : span.end] = [-1] * len(content)
    offset = min(at, len(text))
    if offset in now:
        assert moved(offset, made) == now.index(offset)
    back = moved_back(min(at, len(now)), made)
    if back is not None and at < len(now):
        assert now[at] == back


def test_the_halves_of_a_character_become_one_when_they_meet() -> None:
    document = Document.of("file:///a", 1, "甲\n")
    first = _change({"range": Editor("甲\n").range(1, 1), "text": "\ud842"})
    second = t.TextDocumentContentChangePartial(t.Range(t.Position(0, 2), t.Position(0, 2)), "\udfb7")
    document = document.changed([first, second], "utf-16", 2)
    assert document.text == "甲𠮷\n"


def test_a_place_behind_the_end_of_a_line_means_its_end() -> None:
    document = Document.of("file:///a", 1, "合计\r\n1")
    far = t.TextDocumentContentChangePartial(t.Range(t.Position(0, 99), t.Position(0, 99)), "X")
    beyond = t.TextDocumentContentChangePartial(t.Range(t.Position(9, 0), t.Position(9, 9)), "Y")
    assert document.changed([far, beyond], "utf-16", 2).text == "合计X\r\n1Y"


def test_the_lines_that_were_edited_are_known() -> None:
    document = Document.of("file:///a", 1, "一\n二\n三\n四\n")
    document = document.changed([_change({"range": Editor("一\n二\n三\n四\n").range(2, 3), "text": "贰"})], "utf-16", 2)
    assert document.touched_rows == {1}
    before = Editor(document.text).edit(0, 0, "零\n")
    document = document.changed([_change(before)], "utf-16", 3)
    assert document.touched_rows == {0, 1, 2}
