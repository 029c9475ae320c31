"""Edits of a document as the protocol wants them: versioned, and confirmed first where a person must decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types as t

from gxlint.fixes import line_end
from gxlint.language import Message
from gxlint.rule import Edit
from gxlint.text import LineIndex, Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.saying import say

_CHECK = "gxlint.check"
"""The annotation of edits that a person must look at."""


def workspace_edit(analysis: Analysis, edits: Iterable[Edit], *, ask: bool = False, note: str = "") -> t.WorkspaceEdit:
    """The edits of the analysed version of the document. With ``ask`` the editor lets the person confirm them first,
    where it is able to, and shows the ``note`` with them."""
    document, client = analysis.document, analysis.client
    made = [t.TextEdit(analysis.range(edit.span), edit.content) for edit in with_line_ends(analysis.text, edits)]
    if not client.document_changes:
        return t.WorkspaceEdit(changes={document.uri: made})
    identifier = t.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    if not (ask and client.annotations):
        return t.WorkspaceEdit(document_changes=[t.TextDocumentEdit(identifier, made)])
    asked = [t.AnnotatedTextEdit(_CHECK, edit.range, edit.new_text) for edit in made]
    label = say(analysis, Message("须人工核对的修正"))
    description = note or say(analysis, Message("会改动报告的数字或文字，请核对后再采用"))
    return t.WorkspaceEdit(
        document_changes=[t.TextDocumentEdit(identifier, asked)],
        change_annotations={_CHECK: t.ChangeAnnotation(label, needs_confirmation=True, description=description)},
    )


def with_line_ends(text: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits with the line ends of the text in what they put in, as ``gxlint.fixes.apply`` does."""
    end = ""
    for edit in edits:
        if "\n" in edit.content:
            end = end or line_end(text)
            yield Edit(edit.span, edit.content.replace("\r\n", "\n").replace("\n", end))
        else:
            yield edit


def difference(before: str, after: str) -> tuple[Edit, ...]:
    """Edits that make ``after`` of ``before``, line by line, each narrowed down to what differs in it."""
    from difflib import SequenceMatcher

    old, new = LineIndex.of(before), LineIndex.of(after)
    old_lines, new_lines = _lines(old), _lines(new)
    head = _common(old_lines, new_lines)
    tail = _common(old_lines[head:][::-1], new_lines[head:][::-1])
    middle = old_lines[head : len(old_lines) - tail], new_lines[head : len(new_lines) - tail]
    edits: list[Edit] = []
    for kind, a, b, c, d in SequenceMatcher(None, *middle, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        alike = b - a == d - c
        pairs = [(at, at + 1, c + at - a, c + at - a + 1) for at in range(a, b)] if alike else [(a, b, c, d)]
        for first, last, new_first, new_last in pairs:
            start = _start(old, head + first)
            edit = _narrowed(
                start,
                before[start : _start(old, head + last)],
                after[_start(new, head + new_first) : _start(new, head + new_last)],
            )
            if edits and edits[-1].span.end == edit.span.start:
                # Two insertions at one point have no order of their own.
                edit = Edit(Span(edits[-1].span.start, edit.span.end), edits.pop().content + edit.content)
            edits.append(edit)
    return tuple(edits)


def _narrowed(start: int, old: str, new: str) -> Edit:
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return Edit(Span(start + head, start + len(old) - tail), new[head : len(new) - tail])


def _lines(index: LineIndex) -> list[str]:
    ends = (*index.starts[1:], len(index.text))
    return [index.text[start:end] for start, end in zip(index.starts, ends, strict=True)]


def _start(index: LineIndex, row: int) -> int:
    return index.starts[row] if row < len(index.starts) else len(index.text)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many elements are equal from the start on."""
    most = min(len(one), len(other))
    return next((at for at in range(most) if one[at] != other[at]), most)
