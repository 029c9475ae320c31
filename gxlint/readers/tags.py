"""The tags of a web page and where they stand.

As browsers do it (the tokenization of the HTML standard), and never looking back: a tag that is never closed takes the
rest of the page, so the time stays linear in the length of any source, well formed or not. Parsers that build a tree
forget places; the one of the standard library that keeps them takes quadratic time for unclosed comments and tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["open", "close", "text", "character"]

_EDGE = re.compile(r"<(?:(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*)|(?P<other>[!?/]))|&(?:#?[A-Za-z0-9]{1,32});?")
"""Where text ends: a tag, a comment or another declaration, a character reference."""
_IN_TAG = re.compile(r">|=\s*([\"'])")
_RAW = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}
"""What stands in these is no markup, up to their own closing tag."""


@dataclass(frozen=True, slots=True)
class Token:
    """A tag with its ``name`` in lower case, a run of text, or a character reference; ``source[start:end]``."""

    kind: Kind
    start: int
    end: int
    name: str = ""


def tokens(source: str) -> Iterator[Token]:
    """The tags, texts and character references of a page, in order; comments and declarations are left out."""
    at = 0
    while at < len(source):
        edge = _EDGE.search(source, at)
        if edge is None:
            yield Token("text", at, len(source))
            return
        if edge.start() > at:
            yield Token("text", at, edge.start())
        if edge["name"]:
            name = edge["name"].lower()
            at = _tag_end(source, edge.end())
            yield Token("close" if edge["close"] else "open", edge.start(), at, name)
            if name in _RAW and not edge["close"]:
                end = _raw_end(source, at, name)
                if end > at:
                    yield Token("text", at, end)
                at = end
        elif edge["other"]:
            at = _declaration_end(source, edge.start())
        else:
            at = edge.end()
            yield Token("character", edge.start(), at)


def _tag_end(source: str, at: int) -> int:
    while (edge := _IN_TAG.search(source, at)) is not None:
        if edge[1] is None:
            return edge.end()
        at = source.find(edge[1], edge.end()) + 1
        if at == 0:
            break
    return len(source)


def _raw_end(source: str, at: int, name: str) -> int:
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at)
    return closing.start() if closing is not None else len(source)


def _declaration_end(source: str, start: int) -> int:
    mark = "-->" if source.startswith("<!--", start) else ">"
    end = source.find(mark, start + 2)
    return end + len(mark) if end >= 0 else len(source)
