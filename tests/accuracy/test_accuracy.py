"""Nothing loud on reports that are in order, and every defect found by its rule, in small numbers."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from gxlint.engine import lint
from gxlint.session import Options, Session, check_text
from gxlint.testing import report_of
from tests.accuracy.__main__ import main
from tests.accuracy.broken import INJECTORS
from tests.accuracy.drafts import draft
from tests.accuracy.measure import LOUD, broken, found_in, in_order, rules
from tests.writing import SHAPES
from tests.writing.pages import page

SELECTED = list(rules().values())
SEEDS = range(60)


def test_reports_in_order_are_told_nothing_loud() -> None:
    alarms, _ = in_order(SEEDS, SELECTED)
    assert alarms == []


def test_web_pages_of_reports_in_order_are_told_nothing_loud() -> None:
    project = Session(Options(isolated=True)).project(Path("/nowhere"))
    for seed in SEEDS:
        one = draft(seed)
        source = page(one.form, one.truth, year=one.year, organ=one.organ.title, random=Random(seed))
        result = check_text(source, "page.html", project)
        assert result.recognised
        assert [found.code for found in result.findings if found.severity in LOUD] == []


def test_the_reports_are_of_every_shape_form_and_size_and_all_are_recognised() -> None:
    drafts = [draft(seed) for seed in SEEDS]
    assert {one.shape for one in drafts} == set(SHAPES)
    assert {one.form.key for one in drafts} == {"2019", "2021"}
    assert len({one.organ for one in drafts}) > 10
    largest = [one.truth["requests"]["new"]["total"] for one in drafts]
    assert min(largest) == 0
    assert max(largest) > 1_000_000
    assert all(report_of(one.text()).recognised for one in drafts)


def test_the_same_seed_writes_the_same_report() -> None:
    assert draft(7).text() == draft(7).text()


@pytest.mark.parametrize("code", INJECTORS)
def test_a_defect_is_found_by_its_rule_at_its_place(code: str) -> None:
    for turn in range(8):
        made = broken(code, 5_000 + 100 * turn, turn)
        if made is not None and found_in(made[1], code, lint(report_of(made[1].text), SELECTED)):
            return
    pytest.fail(f"{code} found none of its defects")


@pytest.mark.parametrize("code", INJECTORS)
def test_a_defect_changes_the_report_where_it_says(code: str) -> None:
    made = broken(code, 9_000, 0)
    assert made is not None
    seed, one = made
    assert one.text != draft(seed).text()
    assert one.places
    assert all(0 <= place.start <= place.end <= len(one.text) for place in one.places)


def test_the_command_writes_a_table_and_checks_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "accuracy.md"
    assert main(["--reports", str(len(INJECTORS)), "--write", str(table)]) == 0
    text = table.read_text(encoding="utf-8")
    assert all(f"[{code}]" in text for code in rules())
    assert "未测" not in text, "a turn for every rule"
    table.write_text(text + "\n", encoding="utf-8")
    assert main(["--reports", str(len(INJECTORS)), "--write", str(table), "--check"]) == 1
    assert "is out of date" in capsys.readouterr().err
