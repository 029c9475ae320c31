from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gxlint.cli.conftest import Gxlint

COMMAND = (sys.executable, "-m", "gxlint")


def test_a_clean_report_gives_0_and_a_sentence(gxlint: Gxlint, clean: Path) -> None:
    outcome = gxlint("check", clean.name)
    assert outcome.code == 0
    assert re.fullmatch(r"检查了 1 个文件，其中年度报告 1 份；运行规则 \d+ 条。没有发现问题。\n", outcome.out)
    assert outcome.err == ""


def test_findings_give_1_and_are_shown_in_their_line(gxlint: Gxlint, broken: Path) -> None:
    outcome = gxlint("check", broken.name)
    assert outcome.code == 1
    assert "白石镇.md:7:8  警告  GXM001 stray-markup\n" in outcome.out
    assert "  7 │ （一）主动公开⟦[bookmark: _GoBack]⟧\n" in outcome.out
    assert "  位置：表三 · 一、本年新收 · 总计\n" in outcome.out


def test_without_a_path_the_current_folder_is_checked(gxlint: Gxlint, broken: Path, clean: Path) -> None:
    outcome = gxlint("check", "--output-format", "concise")
    assert {line.partition(":")[0] for line in outcome.out.splitlines()} == {"白石镇.md"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("--ignore", "GXM,GXT,GXC"), 0),
        (("--ignore", "GXM", "--ignore", "totals,consistency"), 0),
        (("--select", "GXM"), 1),
        (("--select", "GXM", "--fail-on", "error"), 0),
        (("--select", "GXM", "--severity", "GXM=info"), 0),
        (("--select", "GXM", "--severity", "stray-markup=info", "--fail-on", "info"), 1),
        (("--fail-on", "never"), 0),
    ],
)
def test_what_fails_is_chosen_by_severity(gxlint: Gxlint, broken: Path, arguments: tuple[str, ...], code: int) -> None:
    assert gxlint("check", *arguments, broken.name).code == code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--output-format", "jsno"), "命令行 --output-format：没有输出格式 jsno，是不是 json？"),
        (("--select", "GXQ"), "命令行 --select：没有规则与 GXQ 相符"),
        (("--ignore", "row-totl"), "是不是 row-total"),
        (("--severity", "GXT003"), "--severity 应写作 规则=程度"),
        (("--severity", "GXT003=loud"), "severity.GXT003 应为 error / warning / info 之一"),
        (("--config", "gxlnt.toml"), "没有设置文件 gxlnt.toml，是不是 gxlint.toml？"),
        (("--config", "gxlint.toml", "--isolated"), "不能同时使用"),
        (("--encoding", "utf-88"), "没有名为 'utf-88' 的编码"),
        (("--fail-on", "loud"), "命令行有误"),
        (("--no-such-option",), "命令行有误"),
        (("-", "a.txt"), "标准输入不能与其他路径同时检查"),
    ],
)
def test_a_wrong_call_gives_2_and_says_why(
    gxlint: Gxlint, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "gxlint.toml").write_text("", encoding="utf-8")
    outcome = gxlint("check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert "Traceback" not in outcome.err


def test_a_missing_file_gives_2_after_the_others_were_checked(gxlint: Gxlint, broken: Path) -> None:
    outcome = gxlint("check", "没有.txt", broken.name)
    assert outcome.code == 2
    assert "没有.txt:1:1: 错误 GXE010 unreadable-file: 文件不存在\n" in outcome.err
    assert "GXT003" in outcome.out


def test_the_bad_byte_of_a_damaged_file_is_named(gxlint: Gxlint, tmp_path: Path, broken_text: str) -> None:
    lines = broken_text.encode().split(b"\n")
    lines[4] = lines[4][:6] + b"\xff" + lines[4][6:]
    (tmp_path / "坏.md").write_bytes(b"\n".join(lines))
    outcome = gxlint("check", "坏.md")
    place = len(b"\n".join(lines[:4])) + 1 + 6 + 1
    assert outcome.code == 2
    assert (
        f"坏.md:5:1: 错误 GXE010 unreadable-file: 按 utf-8 解码失败：第 {place} 字节（第 5 行，值 0xFF）" in outcome.err
    )


def test_json_holds_findings_and_problems_alike(gxlint: Gxlint, broken: Path, tmp_path: Path) -> None:
    (tmp_path / "acme.py").write_text("import no_such_module_anywhere\n", encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('plugins = ["acme.py"]\n', encoding="utf-8")
    outcome = gxlint("check", "--output-format", "json", broken.name, "没有.txt")
    entries = json.loads(outcome.out)
    assert [entry["code"] for entry in entries] == ["GXE011", "GXE010", "GXM001", "GXT003"]
    assert "acme" in entries[0]["message"]
    assert "插件 acme：加载失败：ModuleNotFoundError" in outcome.err


def test_a_failed_plugin_fails_the_run_only_when_plugins_are_strict(
    gxlint: Gxlint, clean: Path, tmp_path: Path
) -> None:
    (tmp_path / "acme.py").write_text("1 / 0\n", encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('plugins = ["acme.py"]\n', encoding="utf-8")
    assert gxlint("check", clean.name).code == 0
    strict = gxlint("check", "--strict-plugins", "--verbose", clean.name)
    assert strict.code == 2
    assert "Traceback" in strict.err


def test_a_crashed_rule_fails_a_strict_run(gxlint: Gxlint, clean: Path, tmp_path: Path) -> None:
    (tmp_path / "acme.py").write_text(
        "from gxlint import hookimpl, rule\n"
        '@rule("ACME001", "crash")\ndef crash(report):\n    """崩溃"""\n    yield 1 / 0\n'
        "@hookimpl\ndef gxlint_rules():\n    return [crash]\n",
        encoding="utf-8",
    )
    (tmp_path / "gxlint.toml").write_text('plugins = ["acme.py"]\n', encoding="utf-8")
    assert gxlint("check", clean.name).code == 1
    assert gxlint("check", "--strict-plugins", clean.name).code == 2


def test_a_format_of_a_plugin_can_be_chosen(gxlint: Gxlint, broken: Path, tmp_path: Path) -> None:
    (tmp_path / "acme.py").write_text(
        "from gxlint import hookimpl\n"
        "class Count:\n    name = 'count'\n"
        "    def render(self, run, style):\n        yield f'{len(run.findings)}\\n'\n"
        "@hookimpl\ndef gxlint_outputs():\n    return [Count()]\n",
        encoding="utf-8",
    )
    (tmp_path / "gxlint.toml").write_text('plugins = ["acme.py"]\n', encoding="utf-8")
    assert gxlint("check", "--output-format", "count", broken.name).out == "2\n"


def test_statistics_count_by_rule(gxlint: Gxlint, broken: Path) -> None:
    lines = gxlint("check", "--statistics", broken.name).out.splitlines()
    assert [line.split()[:3] for line in lines[:2]] == [["1", "GXM001", "stray-markup"], ["1", "GXT003", "row-total"]]
    counted = json.loads(gxlint("check", "--statistics", "--output-format", "json", broken.name).out)
    assert counted[0] == {"code": "GXM001", "name": "stray-markup", "count": 1}


def test_a_fix_is_written_and_told(gxlint: Gxlint, broken: Path) -> None:
    outcome = gxlint("check", "--fix", broken.name)
    assert outcome.code == 1
    assert "白石镇.md：已修正 GXM001 × 1\n" in outcome.out
    assert "[bookmark" not in broken.read_text("utf-8")
    assert gxlint("check", "--fix", "--unsafe-fixes", broken.name).code == 0
    assert "已修正" not in gxlint("check", "--fix", "--unsafe-fixes", broken.name).out


def test_a_diff_is_printed_and_gives_1_only_where_it_is_not_empty(gxlint: Gxlint, broken: Path, clean: Path) -> None:
    before = broken.read_bytes()
    outcome = gxlint("check", "--diff", broken.name)
    assert (outcome.code, broken.read_bytes()) == (1, before)
    assert outcome.out.startswith("--- 白石镇.md\n+++ 白石镇.md\n@@ ")
    assert "1 个文件可修正 1 处" in outcome.err
    empty = gxlint("check", "--diff", clean.name)
    assert (empty.code, empty.out) == (0, "")


def test_english_is_spoken_when_asked_for_by_option_or_settings(gxlint: Gxlint, clean: Path, tmp_path: Path) -> None:
    asked = gxlint("check", "--language", "en", clean.name)
    assert asked.out.startswith("Files checked: 1, ")
    (tmp_path / "gxlint.toml").write_text('language = "en"\n', encoding="utf-8")
    assert gxlint("check", clean.name).out == asked.out
    assert "no such file" in gxlint("check", "gone.txt").err.lower()


def test_the_language_of_the_surroundings_does_not_matter(
    gxlint: Gxlint, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    assert gxlint("check", clean.name).out.startswith("检查了")


def test_colour_follows_the_option_and_no_color(gxlint: Gxlint, broken: Path) -> None:
    assert "\x1b[" not in gxlint("check", broken.name).out
    assert "\x1b[" in gxlint("check", "--color", "always", broken.name).out


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colour_unless_no_color_is_set(broken: Path, no_color: str, coloured: bool) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": no_color}
    subprocess.run(
        [*COMMAND, "check", "-q", broken.name], cwd=broken.parent, stdout=theirs, env=environment, check=False
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert b"GXT003" in shown
    assert (b"\x1b[" in shown) is coloured


def run(*arguments: str, data: bytes = b"", folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments],
        input=data,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_standard_input_is_checked_as_the_file_it_is_called(tmp_path: Path, broken_text: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "gxlint.toml").write_text('ignore = ["GXT", "GXC"]\n', encoding="utf-8")
    done = run(
        "check",
        "--output-format",
        "json",
        "--stdin-filename",
        "sub/a.md",
        "-",
        data=broken_text.encode(),
        folder=tmp_path,
    )
    assert [(one["code"], one["filename"]) for one in json.loads(done.stdout)] == [("GXM001", "sub/a.md")]
    assert done.returncode == 1


def test_fixed_standard_input_goes_to_standard_output_byte_for_byte(tmp_path: Path, broken_text: str) -> None:
    data = broken_text.replace("\n", "\r\n").encode("gb18030")
    done = run("check", "--fix", "-", data=data, folder=tmp_path)
    assert done.stdout == data.replace(b"[bookmark: _GoBack]", b"")
    assert "GXT003" in done.stderr.decode()
    clean = run("check", "--fix", "--quiet", "-", data=done.stdout, folder=tmp_path)
    assert clean.stdout == done.stdout


def test_standard_input_that_cannot_be_read_comes_back_unchanged(tmp_path: Path) -> None:
    data = "政府信息公开".encode() + b"\xff\xff"
    done = run("check", "--fix", "-", data=data, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, data)


def test_a_reader_that_stops_reading_is_no_error(tmp_path: Path, broken_text: str) -> None:
    for number in range(40):
        (tmp_path / f"{number}.md").write_text(broken_text, encoding="utf-8")
    line = f"'{sys.executable}' -m gxlint check . | head -n 1"
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, check=True)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8"])
def test_a_poor_terminal_loses_no_finding(broken: Path, encoding: str) -> None:
    done = run("check", broken.name, folder=broken.parent, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stdout.count(b"GXT003") == 1
    marks = "⟦7⟧".encode() if encoding == "utf-8" else b"[[7]]"
    assert marks in done.stdout


def test_an_unexpected_error_is_told_without_a_traceback_unless_asked_for(tmp_path: Path) -> None:
    program = (
        "import sys; from gxlint.cli import main; from gxlint.session import Session; del Session.run; "
        "sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, "check"], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr.decode()
    assert "--verbose" in done.stderr.decode()


def test_help_and_version_load_no_plugin_and_say_the_least(tmp_path: Path) -> None:
    program = (
        "import sys; from gxlint.cli import main; code = main(sys.argv[1:]); "
        "loaded = [one for one in sys.modules if one.startswith('gxlint_') or one == 'importlib.metadata']; "
        "assert not loaded, loaded; sys.exit(code)"
    )
    for arguments in (["--version"], ["--help"], ["check", "--help"]):
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments], cwd=tmp_path, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr.decode()) == (0, ""), arguments


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--select", ""), "--select 后面没有写规则"),
        (("--ignore", "，"), "--ignore 后面没有写规则"),
        (("--jobs", "-1"), "--jobs 应不小于 0"),
        (("--jobs", "x"), "--jobs 应为整数，现为 x"),
        (("--fail-on", "eror"), "--fail-on 应为 error / warning / info / never 之一，现为 eror，是不是 error？"),
        (("--selct", "GXT"), "没有选项或多写了 --selct，是不是 --select"),
        (("--config",), "--config 后面缺少值"),
        (("--stdin-filename", "."), ". 是文件夹"),
    ],
)
def test_a_wrong_argument_is_told_in_words(gxlint: Gxlint, arguments: tuple[str, ...], said: str) -> None:
    outcome = gxlint("check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_settings_nested_beyond_measure_are_refused(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text("ignore = " + "[" * 5000, "utf-8")
    outcome = gxlint("check")
    assert outcome.code == 2
    assert "gxlint.toml：不合 TOML 语法" in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be deleted there")
def test_a_folder_that_has_gone_is_told(gxlint: Gxlint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    outcome = gxlint("check")
    monkeypatch.chdir(tmp_path)
    assert (outcome.code, outcome.err) == (2, "gxlint: 当前文件夹已不存在，或者不能进入\n")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="for root every folder is open")
def test_a_folder_that_may_not_be_entered_is_named(gxlint: Gxlint, tmp_path: Path, clean: Path) -> None:
    closed = tmp_path / "2023"
    closed.mkdir()
    closed.chmod(0)
    outcome = gxlint("check", ".")
    named = gxlint("check", "2023/a.md")
    closed.chmod(0o700)
    assert outcome.code == named.code == 2
    assert "2023:1:1: 错误 GXE010" in outcome.err
    assert "检查了 1 个文件" in outcome.out
    assert "2023/a.md:1:1: 错误 GXE010 unreadable-file: 没有权限" in named.err
