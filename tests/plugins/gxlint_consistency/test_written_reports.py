"""Reports of every size and kind whose prose agrees with their tables: nothing louder than advice."""

from __future__ import annotations

from random import Random

import pytest

import gxlint_consistency
from gxlint.engine import lint
from gxlint.forms import bundled_forms
from gxlint.testing import report_of
from tests.plugins.gxlint_consistency.phrasings import CASES, DOCUMENTS, OTHERS, OUTCOMES, RECEIVED
from tests.writing import SHAPES, Figures, figures, render

RULES = list(gxlint_consistency.gxlint_rules())
ORGANS = {
    "青山县云岭镇人民政府": ("我镇", "云岭镇", "本镇"),
    "望江区东桥街道办事处": ("我街道", "东桥街道", "本街道"),
    "临河市水务局": ("我局", "临河市水务局", "本局"),
    "白石市人民政府": ("全市", "我市", "全市"),
}


def said_of(truth: Figures) -> dict[str, int]:
    """The figures of the phrasings, taken from the tables."""
    requests, review, documents = truth["requests"], truth["review"]["cases"], truth["item1"]["normative-document"]

    def total(start: str) -> int:
        return sum(int(row["total"]) for key, row in requests.items() if f"{key}.".startswith(f"results.{start}."))

    return {
        "new": int(requests["new"]["total"]),
        "carried_in": int(requests["carried_in"]["total"]),
        "all": int(requests["new"]["total"] + requests["carried_in"]["total"]),
        "answered": int(requests["results.total"]["total"]),
        "carried_out": int(requests["carried_out"]["total"]),
        "granted": total("granted"),
        "partial": total("partial"),
        "both": total("granted") + total("partial"),
        "denied": total("denied"),
        "unavailable": total("unavailable"),
        "review": int(review["review.total"]),
        "upheld": int(review["review.upheld"]),
        "corrected": int(review["review.corrected"]),
        "pending": int(review["review.pending"]),
        "lawsuit": int(review["direct.total"] + review["after_review.total"]),
        "issued": int(documents.get("issued", documents.get("newly_made", 0))),
        "repealed": int(documents.get("repealed", 0)),
        "in_force": int(documents.get("in_force", documents.get("public_total", 0))),
    }


def written(seed: int) -> str:
    """A report with prose of many wordings."""
    random = Random(seed)
    form = random.choice(bundled_forms())
    year = random.randint(form.first_year, form.last_year or form.first_year + 4)
    organ = random.choice(sorted(ORGANS))
    truth = figures(random, form, random.choice((0, 3, 40, 5000, 400_000)))
    truth["item1"]["regulation"] = dict.fromkeys(truth["item1"]["regulation"], 0)
    text = render(form, truth, random.choice(SHAPES), year=year, organ=organ, random=random)
    documents = [line for line in DOCUMENTS if "repealed" not in line or year >= 2021]
    lines = [random.choice(group) for group in (RECEIVED, OUTCOMES, CASES, documents, OTHERS, OTHERS)]
    random.shuffle(lines)
    me, name, mine = ORGANS[organ]
    prose = "\n".join(lines).format(**said_of(truth))
    for word, own in (("云岭镇人民政府", name), ("云岭镇", name), ("我镇", me), ("本镇", mine)):
        prose = prose.replace(word, own)
    prose = (
        prose.replace("2020年", f"{year - 4}年")
        .replace("2025年", f"{year + 1}年")
        .replace("2024年", f"{year}年")
        .replace("2023年", f"{year - 1}年")
    )
    first = form.sections[1].title
    return text.replace(first, f"{prose}\n{first}", 1) if first in text else text


@pytest.mark.parametrize("seed", range(150))
def test_a_report_that_agrees_with_itself_is_told_nothing_loud(seed: int) -> None:
    report = report_of(written(seed))
    loud = [
        (one.code, report.text[one.span.start : one.span.end])
        for one in lint(report, RULES)
        if one.severity in ("warning", "error")
    ]
    assert loud == []
