"""Checking a compilation again after an edit costs the report that was edited, and finds what a fresh check finds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from gxlint.session import Kept, Options, Project, Session, check_text
from gxlint.testing import sample

TOWNS = ("青山县云岭镇人民政府", "青山县白石镇人民政府", "青山县东桥镇人民政府")
COMPILATION = "\n".join(sample(organ=town, fill="figures") for town in TOWNS)
EDITS = 60


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Session(Options(isolated=True)).project(tmp_path_factory.mktemp("compilation"))


def test_a_report_that_was_not_edited_is_not_read_again(project: Project) -> None:
    kept = Kept()
    before = check_text(COMPILATION, "a.md", project, kept=kept)
    after = check_text(COMPILATION.replace("白石镇", "黑石镇"), "a.md", project, kept=kept)
    same = [one.report is other.report for one, other in zip(before.parts, after.parts, strict=True)]
    assert same == [True, False, True]


def test_findings_of_a_known_report_move_with_it(project: Project) -> None:
    kept = Kept()
    broken = COMPILATION + "[bookmark: _GoBack]\n"
    (before,) = check_text(broken, "a.md", project, kept=kept).findings
    longer = broken.replace("一、总体情况\n", "一、总体情况\n\n", 1)
    (after,) = check_text(longer, "a.md", project, kept=kept).findings
    assert after.code == before.code
    assert after.span == before.span.shifted(1)


def test_what_is_no_longer_in_the_text_is_not_kept(project: Project) -> None:
    kept = Kept()
    check_text(COMPILATION, "a.md", project, kept=kept)
    left = sample(organ=TOWNS[0])
    check_text(left, "a.md", project, kept=kept)
    assert list(kept.reports) == list(kept.findings) == [left]


def test_any_edits_find_what_a_fresh_check_finds(project: Project) -> None:
    chance, kept, text = random.Random(5), Kept(), COMPILATION
    pieces = (
        "",
        "",
        "，",
        "9",
        "\n",
        "三、收到和处理政府信息公开申请情况\n",
        f"{TOWNS[0]}2024年政府信息公开工作年度报告\n",
    )
    for _ in range(EDITS):
        start = chance.randrange(len(text))
        text = text[:start] + chance.choice(pieces) + text[start + chance.choice((0, 1, 3, 200)) :]
        known = check_text(text, "a.md", project, Path("a.md"), kept=kept)
        fresh = check_text(text, "a.md", project, Path("a.md"))
        assert known.findings == fresh.findings
        assert [(part.offset, part.report.text) for part in known.parts] == [
            (part.offset, part.report.text) for part in fresh.parts
        ]
