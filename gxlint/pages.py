"""The page of a rule as a person reads it.

The examples on a page are executed. Where one says which report it is laid on, that is written for the machine; here it
is put into words.
"""

from __future__ import annotations

import re

_BASE = re.compile(r"^(?P<margin> +)（(?P<said>年份|机关|填数|原文|删去|删去表格|空)）(?P<rest>.*)\n", re.MULTILINE)
_WORDS = {
    "年份": "（{rest}年度的报告）",
    "机关": "（{rest}的报告）",
    "填数": "（表三：新收12件，上年结转1件；予以公开7件，部分公开1件，不予公开1件，无法提供3件；结转下年度1件）",
    "删去": "（原处没有“{rest}”这一行）",
    "删去表格": "（“{rest}”没有表格）",
    "空": "（这一部分没有内容）",
}
"""What is said of the report below an example; whether it is the whole of one goes without saying."""


def readable(page: str) -> str:
    """The page with the examples as one reads them."""
    return _BASE.sub(_in_words, page)


def _in_words(match: re.Match[str]) -> str:
    words = _WORDS.get(match["said"])
    rest = match["rest"].strip().replace("⟦⟧", "")
    return f"{match['margin']}{words.format(rest=rest)}\n" if words else ""
