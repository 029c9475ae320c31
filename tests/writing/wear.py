"""What conversion and copying do to a text, without changing what it says."""

from __future__ import annotations

from collections.abc import Collection
from random import Random
from typing import Literal, get_args

Kind = Literal["wrapped-labels", "empty-paragraphs", "page-numbers", "odd-spaces", "bookmarks"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_SPACES = ("\xa0", "\u3000", "\xa0\xa0", " ")
_BOOKMARKS = ("[bookmark: _GoBack]", "[bookmark: _Hlk12345678]", "[bookmark: OLE_LINK1]")


class Wear:
    """The marks of use that a text carries; every method leaves most of its calls alone, by chance.

    * ``wrapped-labels``: a label is broken over two lines of its cell.
    * ``empty-paragraphs``: an empty line inside a label, an empty first paragraph in front of a figure, a last
      paragraph of spaces.
    * ``page-numbers``: ``- 3 -`` between paragraphs and between the rows of a table.
    * ``odd-spaces``: NBSP and U+3000 around figures.
    * ``bookmarks``: ``[bookmark: _GoBack]`` in front of a paragraph or a label.
    """

    def __init__(self, random: Random, kinds: Collection[Kind] = KINDS) -> None:
        self.random = random
        self.kinds = frozenset(kinds)
        self.page = 0

    def happens(self, kind: Kind, one_in: int) -> bool:
        """Whether this mark is left here; ``one_in`` times as often not."""
        return kind in self.kinds and self.random.randrange(one_in) == 0

    def cell_label(self, text: str, *, last: bool = False) -> str:
        """A label in a cell that can hold several lines. In the ``last`` cell of a row nobody could tell an empty
        paragraph from the end of the row."""
        if len(text) < 4:
            return text
        at = self.random.randrange(2, len(text) - 1)
        if not last and self.happens("empty-paragraphs", 12) and not text[at].isdigit():
            return f"{text[:at]}\n\n{text[at:]}"
        if self.happens("wrapped-labels", 4) and not text[at].isdigit():
            return f"{text[:at]}\n{text[at:]}"
        return self.marked(text, 40)

    def cell_figure(self, text: str) -> str:
        """A figure in a cell that can hold several lines."""
        if self.happens("empty-paragraphs", 40):
            return self.random.choice((f"\n{text}", f"{text}\n    "))
        return self.line_figure(text)

    def line_figure(self, text: str) -> str:
        """A figure in a cell that is a part of a line."""
        if not self.happens("odd-spaces", 3):
            return text
        return self.random.choice(("", *_SPACES)) + text + self.random.choice(("", *_SPACES))

    def marked(self, text: str, one_in: int = 12) -> str:
        """A text with a bookmark in front of it, now and then."""
        if text and self.happens("bookmarks", one_in):
            return self.random.choice(_BOOKMARKS) + text
        return text

    def page_number(self, one_in: int) -> str:
        """The foot of a page that ends here; empty where none does."""
        if not self.happens("page-numbers", one_in):
            return ""
        self.page += 1
        return self.random.choice(("- {} -", "-{}-", "— {} —", "- {}-")).format(self.page)
