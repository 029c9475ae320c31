"""Side files are found nearest upward, hold for every door, and are written whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gxlint.output import FileOutcome, Run
from gxlint.session import FileError, Options, Session, SideFiles, ignore
from gxlint.session.files import create
from gxlint.settings import SettingsError

CODES = ["GXM001", "GXT003"]


@pytest.fixture
def reports(tmp_path: Path, broken_text: str) -> Path:
    """A folder with a report that has two findings, in a folder of its own."""
    folder = tmp_path / "2024年"
    folder.mkdir()
    (folder / "白石镇.md").write_text(broken_text, encoding="utf-8", newline="")
    return tmp_path


def run(*paths: Path, **options: bool) -> Run:
    return Session(Options(overrides={"select": CODES}, **options)).run([*paths])


def codes(outcome: Run) -> list[str]:
    return [finding.code for finding in outcome.findings]


def ignored(path: Path, code: str, reason: str = "已核实", **more: object) -> Path:
    result = Session(Options(overrides={"select": CODES})).result(path)
    found = [finding for finding in result.findings if finding.code == code]
    assert found
    return ignore(path, result, found, reason, **more)  # type: ignore[arg-type]


def test_an_ignored_finding_is_told_by_no_door(reports: Path) -> None:
    report = reports / "2024年" / "白石镇.md"
    assert codes(run(report)) == CODES

    target = ignored(report, "GXT003")

    assert target == report.parent / "gxlint-ignores.toml"
    outcome = run(report)
    assert codes(outcome) == ["GXM001"]
    assert [file.ignored for file in outcome.files] == [1]
    session = Session(Options(overrides={"select": CODES}))
    assert codes(session.run_text(report.read_bytes(), str(report))) == ["GXM001"]
    assert [one.code for one in session.result(report).ignored] == ["GXT003"]


def test_the_file_nearest_upward_holds_and_is_added_to(reports: Path) -> None:
    report = reports / "2024年" / "白石镇.md"
    above = reports / "gxlint-ignores.toml"
    above.write_text("# 全镇的记录\n", encoding="utf-8")

    assert ignored(report, "GXT003", who="张三", until=date(2999, 1, 1)) == above

    text = above.read_text(encoding="utf-8")
    assert text.startswith("# 全镇的记录\n\n[[ignore]]\n")
    assert 'file = "2024年/白石镇.md"' in text
    assert 'who = "张三"\nuntil = 2999-01-01' in text
    assert codes(run(report)) == ["GXM001"]


def test_suppressions_can_be_set_aside(reports: Path) -> None:
    report = reports / "2024年" / "白石镇.md"
    ignored(report, "GXT003")

    assert codes(run(report, ignores=False, baseline=False)) == CODES
    assert codes(run(report, isolated=True)) == CODES


def test_a_mended_finding_makes_its_entry_a_finding(reports: Path, clean_text: str) -> None:
    report = reports / "2024年" / "白石镇.md"
    target = ignored(report, "GXT003")
    report.write_text(clean_text, encoding="utf-8", newline="")

    outcome = run(report)

    (finding,) = outcome.findings
    assert (finding.code, finding.severity, Path(finding.filename).name) == ("GXE002", "warning", target.name)
    assert finding.place.start.row == target.read_text(encoding="utf-8").split("\n").index("[[ignore]]") + 1
    assert "理由：已核实" in finding.message
    assert [file.failed for file in outcome.files] == [False, True]
    assert len(outcome.checked) == 1


def test_an_expired_entry_is_a_finding_beside_the_one_it_hid(reports: Path) -> None:
    report = reports / "2024年" / "白石镇.md"
    ignored(report, "GXT003", until=date(2020, 1, 1))

    outcome = run(report)

    assert codes(outcome) == [*CODES, "GXE002"]
    assert "已过截止日期" in outcome.findings[-1].message


def test_entries_are_judged_only_where_their_rule_and_file_were_looked_at(reports: Path, clean_text: str) -> None:
    report = reports / "2024年" / "白石镇.md"
    ignored(report, "GXT003")
    other = report.with_name("云岭镇.md")
    other.write_text(clean_text, encoding="utf-8")
    report.write_text(clean_text, encoding="utf-8")

    assert codes(run(other)) == []
    assert codes(Session(Options(overrides={"select": ["GXM"]})).run([report])) == []
    assert codes(Session(Options(overrides={"ignore": ["GXE002"]})).run([report])) == []


def test_an_entry_for_a_report_that_is_gone_is_told_when_the_folder_is_checked(reports: Path) -> None:
    report = reports / "2024年" / "白石镇.md"
    ignored(report, "GXT003")
    report.unlink()

    outcome = run(report.parent)

    assert codes(outcome) == ["GXE002"]
    assert "没有这个文件" in outcome.findings[0].message


def test_several_processes_tell_the_same(reports: Path, broken_text: str) -> None:
    report = reports / "2024年" / "白石镇.md"
    ignored(report, "GXT003")
    for number in range(3):
        report.with_name(f"{number}.md").write_text(broken_text, encoding="utf-8")
    session = Session(Options(overrides={"select": CODES}))

    def told(outcome: Run) -> list[tuple[FileOutcome, ...]]:
        return [outcome.files]

    assert told(session.run([reports], jobs=2)) == told(session.run([reports], jobs=1))


@pytest.mark.parametrize("text", ["[[ignore]]\nrule = 'GXT003'\n", "[[", "忽略"])
def test_a_side_file_that_cannot_be_used_stops_the_run(reports: Path, text: str) -> None:
    (reports / "gxlint-ignores.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError):
        run(reports)


def test_an_entry_needs_a_reason(reports: Path) -> None:
    with pytest.raises(ValueError, match="reason"):
        ignored(reports / "2024年" / "白石镇.md", "GXT003", "  ")
    assert not [*reports.rglob("gxlint-ignores.toml")]


def test_a_file_that_cannot_be_added_to_stays_as_it_is(reports: Path) -> None:
    target = reports / "gxlint-ignores.toml"
    target.write_text("ignore = []\n", encoding="utf-8")

    with pytest.raises(SettingsError):
        ignored(reports / "2024年" / "白石镇.md", "GXT003")
    assert target.read_text(encoding="utf-8") == "ignore = []\n"
    assert [*reports.glob(".gxlint*")] == []


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    path = tmp_path / "新.md"
    create(path, b"one")

    with pytest.raises(FileError):
        create(path, b"two")
    assert path.read_bytes() == b"one"
    assert [one.name for one in tmp_path.iterdir()] == ["新.md"]


def test_changes_are_seen_after_looking_again(reports: Path) -> None:
    report = reports / "2024年" / "白石镇.md"
    side = SideFiles()
    assert side.of(report) is None
    ignored(report, "GXT003")

    assert side.of(report) is None
    side.look_again()

    assert [entry.rule for entry in getattr(side.of(report), "ignores", ())] == ["GXT003"]


def test_fixes_leave_alone_what_is_ignored(reports: Path, broken_text: str) -> None:
    report = reports / "2024年" / "白石镇.md"
    ignored(report, "GXM001")

    outcome = run(report, fix=True)

    assert report.read_text(encoding="utf-8") == broken_text
    assert codes(outcome) == ["GXT003"]
