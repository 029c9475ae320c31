from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.output import Run
from gxlint.session import Options, Session
from gxlint.settings import SettingsError

CRASHING = '''
from gxlint import Finding, Reader, Span, hookimpl, rule

@rule("ACME001", "always-first")
def first(report):
    """每份报告都提示一次"""
    yield Finding(Span(0, 2), "开头是{words}", {"words": report.text[:2]})
    if "白石" in report.text:
        raise RuntimeError("白石")

def blocks(text):
    raise RecursionError("太深")

@hookimpl
def gxlint_rules():
    return [first]

@hookimpl
def gxlint_readers():
    return [Reader("broken", (".brk",), blocks)]
'''


def run(*paths: Path, jobs: int = 1, **options: object) -> Run:
    return Session(Options(**options)).run(paths, jobs)  # type: ignore[arg-type]


def codes(outcome: Run) -> list[str]:
    return [finding.code for finding in outcome.findings]


def test_every_folder_has_the_settings_and_plugins_nearest_to_it(tmp_path: Path, clean_text: str) -> None:
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "2024.md").write_text(clean_text, encoding="utf-8")
    (tmp_path / "乙" / "acme.py").write_text(CRASHING, encoding="utf-8")
    (tmp_path / "乙" / "gxlint.toml").write_text('plugins = ["acme.py"]\n', encoding="utf-8")
    outcome = run(tmp_path)
    assert [(file.name.rpartition("/")[0][-1], len(file.findings)) for file in outcome.files] == [("乙", 1), ("甲", 0)]


def test_a_wrong_setting_anywhere_is_told_before_any_file_is_checked(tmp_path: Path, broken: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "gxlint.toml").write_text("yaer = 2024\n", encoding="utf-8")
    (tmp_path / "sub" / "a.md").write_text("", encoding="utf-8")
    before = broken.read_bytes()
    with pytest.raises(SettingsError, match="yaer"):
        run(tmp_path, fix=True)
    assert broken.read_bytes() == before


def test_many_files_in_several_processes_come_out_as_in_one(tmp_path: Path, broken_text: str, clean_text: str) -> None:
    (tmp_path / "acme.py").write_text(CRASHING, encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('plugins = ["acme.py"]\nlanguage = "en"\n', encoding="utf-8")
    for number in range(70):
        text = broken_text if number % 7 == 0 else clean_text
        (tmp_path / f"{number:02}.md").write_text(text, encoding="utf-8")
    (tmp_path / "50.md").write_bytes("政府信息公开\n".encode() + b"\xff\n")
    alone, together = run(tmp_path), run(tmp_path, jobs=3)
    assert alone == together
    assert [len(file.problems) for file in alone.files].count(1) == 1
    assert alone.findings[0].message.startswith("The rule ACME001") or "ACME001" in alone.findings[0].message


def test_fixes_are_written_and_what_is_left_is_told(broken: Path, broken_text: str) -> None:
    outcome = run(broken, fix=True)
    assert dict(outcome.files[0].fixed) == {"GXM001": 1}
    assert codes(outcome) == ["GXT003"]
    assert broken.read_text("utf-8") == broken_text.replace("[bookmark: _GoBack]", "")


def test_unsafe_fixes_are_made_only_when_asked_for(broken: Path, clean_text: str) -> None:
    outcome = run(broken, fix=True, unsafe=True)
    assert dict(outcome.files[0].fixed) == {"GXM001": 1, "GXT003": 1}
    assert codes(outcome) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_fixing_touches_no_byte_outside_the_fix(tmp_path: Path, broken_text: str, encoding: str, end: str) -> None:
    text = broken_text.replace("\n", end)
    path = tmp_path / "a.md"
    path.write_bytes(text.encode(encoding))
    outcome = run(path, fix=True)
    assert dict(outcome.files[0].fixed) == {"GXM001": 1}
    assert path.read_bytes() == text.replace("[bookmark: _GoBack]", "").encode(encoding)
    again = run(path, fix=True)
    assert not again.files[0].fixed
    assert path.read_bytes() == text.replace("[bookmark: _GoBack]", "").encode(encoding)


def test_a_file_without_fixes_is_not_written(clean: Path) -> None:
    before = clean.stat()
    run(clean, fix=True, unsafe=True)
    after = clean.stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_a_diff_shows_the_fix_and_writes_nothing(broken: Path, broken_text: str) -> None:
    outcome = run(broken, diff=True)
    assert "-（一）主动公开[bookmark: _GoBack]\n+（一）主动公开\n" in outcome.files[0].diff
    assert broken.read_text("utf-8") == broken_text


def test_a_rule_that_crashes_costs_only_its_own_further_findings(tmp_path: Path, broken: Path) -> None:
    (tmp_path / "acme.py").write_text(CRASHING, encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('plugins = ["acme.py"]\n', encoding="utf-8")
    assert codes(run(broken)) == ["GXE001", "ACME001", "GXM001", "GXT003"]
    assert codes(run(broken, overrides={"ignore": ["GXE001"]})) == ["ACME001", "GXM001", "GXT003"]


def test_a_reader_that_crashes_costs_only_its_file(tmp_path: Path, broken: Path) -> None:
    (tmp_path / "acme.py").write_text(CRASHING, encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('plugins = ["acme.py"]\n', encoding="utf-8")
    (tmp_path / "a.brk").write_text("政府信息公开", encoding="utf-8")
    outcome = run(tmp_path)
    problem = outcome.all_problems[0]
    assert (problem.code, problem.filename[-5:]) == ("GXE013", "a.brk")
    assert "RecursionError: 太深" in problem.message
    assert "blocks" in problem.trace
    assert "GXT003" in codes(outcome)


def test_a_named_file_that_is_no_report_is_noted_and_a_found_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text("# 说明\n", encoding="utf-8")
    assert [one.code for one in run(path).all_problems] == ["GXE012"]
    assert run(tmp_path).all_problems == []
    assert run(path, only_reports=True).all_problems == []


def test_bytes_that_cannot_be_read_are_told_unless_they_cannot_be_a_report(tmp_path: Path) -> None:
    other = tmp_path / "latin.txt"
    other.write_bytes(b"caf\xe9 \xff\xff\n")
    report = tmp_path / "报告.txt"
    report.write_bytes("2024年政府信息公开工作年度报告\n".encode() + b"\xff\n")
    assert [one.filename[-6:] for one in run(tmp_path).all_problems] == ["报告.txt"[-6:]]
    assert [one.code for one in run(other).all_problems] == ["GXE010"]
    assert run(other, only_reports=True).all_problems == []


def test_a_report_in_a_given_encoding_is_read_so(tmp_path: Path, broken_text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(broken_text.encode("utf-16-le"))
    assert codes(run(path, overrides={"encoding": "utf-16-le"})) == ["GXM001", "GXT003"]


def test_an_excluded_file_that_was_named_is_noted(tmp_path: Path, broken: Path) -> None:
    (tmp_path / "gxlint.toml").write_text('exclude = ["*镇.md"]\n', encoding="utf-8")
    outcome = run(broken)
    assert (outcome.files, len(outcome.notes)) == ((), 1)
    assert run(broken, only_reports=True).notes == ()
