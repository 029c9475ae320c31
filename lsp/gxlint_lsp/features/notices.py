"""The notices that reports cite by document number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gxlint.report import Form
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis

_NUMBER = re.compile(r"([\u4e00-\u9fff]{0,12})[〔\[【（(]\s?(20\d\d)\s?[〕\]】）)]\s?(\d{1,4})\s?号")
_CODE_ENDS = "函发字办令"
"""The code of an organ ends so; anything else in front of the year is no part of the number."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice. ``number`` is its document number (``国办公开办函〔2021〕30号``), ``name`` its name without title
    marks; ``form`` the form it made, None for other notices. ``address``: where its text can be read, empty where no
    address is known for sure."""

    number: str
    name: str
    form: Form | None = None
    address: str = ""

    @property
    def code(self) -> str:
        """The code of the organ: ``国办公开办函``."""
        return self.number.partition("〔")[0]

    @property
    def titled(self) -> str:
        """The name between title marks, those inside it made single."""
        return f"《{self.name.replace('《', '〈').replace('》', '〉')}》"

    @property
    def cited(self) -> str:
        """The way to cite the notice: name and number."""
        return f"{self.titled}（{self.number}）"


FEES = Notice("国办函〔2020〕109号", "政府信息公开信息处理费管理办法")


def notices(analysis: Analysis) -> tuple[Notice, ...]:
    """The notices that are known: those that made the forms, and the rule on fees."""
    forms = (Notice(form.document_number, form.notice, form) for form in analysis.project.registry.forms)
    return (*forms, FEES)


def cited_in(analysis: Analysis, span: Span) -> Iterator[tuple[Span, Notice]]:
    """The known document numbers within the span, each with its place; none in a text that is no report."""
    if not analysis.result.recognised:
        return
    known = {_key(notice.number): notice for notice in notices(analysis)}
    for match in _NUMBER.finditer(analysis.text, span.start, span.end):
        notice = known.get((match[2], match[3]))
        if notice is None:
            continue
        before = match[1]
        if before.endswith(notice.code):
            yield Span(match.end(1) - len(notice.code), match.end()), notice
        elif not before.endswith(tuple(_CODE_ENDS)):
            yield Span(match.end(1), match.end()), notice


def _key(number: str) -> tuple[str, str]:
    match = _NUMBER.search(number)
    return (match[2], match[3]) if match else ("", "")
