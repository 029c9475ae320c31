"""Document links: codes of rules lead to their pages, cited notices to their text, where an address is known."""

from __future__ import annotations

import re

from lsprotocol import types as t

from gxlint.language import Message
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.notices import cited_in
from gxlint_lsp.features.pages import headline, page_url
from gxlint_lsp.features.saying import say

OPTIONS = t.DocumentLinkOptions(resolve_provider=False)

_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2,10}\d{3}(?![A-Za-z0-9])")


def provide(analysis: Analysis, params: t.DocumentLinkParams | None = None) -> list[t.DocumentLink]:
    """The links of the document, in the order of the text."""
    links: list[tuple[Span, str, str]] = []
    if analysis.options.rule_pages and analysis.result.recognised:
        for match in _CODE.finditer(analysis.text):
            rule, url = analysis.rule(match[0]), page_url(analysis, match[0])
            if rule is not None and url is not None:
                links.append((Span(*match.span()), url, headline(analysis, rule, markdown=False)))
    for span, notice in cited_in(analysis, Span(0, len(analysis.text))):
        if notice.address:
            links.append((span, notice.address, say(analysis, Message("打开{notice}", {"notice": notice.titled}))))
    return [t.DocumentLink(analysis.range(span), target, tooltip) for span, target, tooltip in sorted(links)]
