"""The hooks as a user meets them: through the real pre-commit, in a real git repository, built from this project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from gxlint.testing import sample
from tests.conftest import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]

BOOKMARK = "[bookmark: _GoBack]"


def git(*arguments: str, folder: Path) -> str:
    identity = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as a repository with everything committed: what a hook framework clones."""
    copy = tmp_path_factory.mktemp("hooks") / "gxlint"
    for name in git("ls-files", "-z", "--cached", "--others", "--exclude-standard", folder=ROOT).split("\0"):
        if name and (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    git("init", "-q", folder=copy)
    git("add", "-A", folder=copy)
    git("commit", "-q", "-m", "project", folder=copy)
    return copy


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """One store of hook environments for the module, so that the hook is built once."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return environment | {
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("store")),
        "GIT_AUTHOR_NAME": "test",
        "GIT_AUTHOR_EMAIL": "test@example.org",
        "GIT_COMMITTER_NAME": "test",
        "GIT_COMMITTER_EMAIL": "test@example.org",
    }


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A repository of reports with other texts beside them, none of them committed yet."""
    git("init", "-q", folder=tmp_path)
    (tmp_path / "README.md").write_text("# 各镇年度报告\n\n政府信息公开工作年度报告存放于此。\n", encoding="utf-8")
    (tmp_path / "requirements.txt").write_bytes(b"# caf\xe9\ngxlint\n")
    (tmp_path / "云岭镇.md").write_text(sample(), encoding="utf-8")
    text = sample(organ="临河市白石镇人民政府").replace("（一）主动公开\n", f"（一）主动公开{BOOKMARK}\n", 1)
    (tmp_path / "白石镇.md").write_text(text, encoding="utf-8")
    git("add", "-A", folder=tmp_path)
    return tmp_path


def run(command: Sequence[str], folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return done.returncode, done.stdout.decode()


def pre_commit(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "pre_commit", *arguments]


def use(hook: str, project: Path, folder: Path) -> None:
    revision = git("rev-parse", "HEAD", folder=project).strip()
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {project}\n  rev: {revision}\n  hooks:\n  - id: {hook}\n", encoding="utf-8"
    )
    git("add", ".pre-commit-config.yaml", folder=folder)


def test_try_repo_lints_the_reports_and_nothing_else(
    project: Path, reports: Path, surroundings: dict[str, str]
) -> None:
    shutil.copy2(ROOT / "examples" / "heshan-civil-affairs-2024.html", reports / "河山县.html")
    (reports / "index.html").write_text("<p>政府信息公开工作年度报告</p>", encoding="utf-8")
    git("add", "-A", folder=reports)
    code, out = run(pre_commit("try-repo", str(project), "gxlint", "--all-files"), reports, surroundings)
    assert code == 1, out
    assert "河山县.html:37:46  错误  GXT001 balance" in out
    assert "白石镇.md:7:8  警告  GXM001 stray-markup" in out
    assert "其中年度报告 3 份" in out
    assert "README.md" not in out
    assert "index.html" not in out
    assert "requirements.txt" not in out


def test_a_commit_with_a_broken_report_is_refused_until_it_is_mended(
    project: Path, reports: Path, surroundings: dict[str, str]
) -> None:
    use("gxlint", project, reports)
    assert run(pre_commit("install"), reports, surroundings)[0] == 0
    code, out = run(["git", "commit", "-m", "reports"], reports, surroundings)
    assert code != 0
    assert "GXM001 stray-markup" in out
    broken = reports / "白石镇.md"
    broken.write_text(broken.read_text("utf-8").replace(BOOKMARK, ""), encoding="utf-8")
    git("add", "-A", folder=reports)
    code, out = run(["git", "commit", "-m", "reports"], reports, surroundings)
    assert code == 0, out
    assert "Passed" in out


def test_the_fixing_hook_mends_what_is_safe_and_lets_the_next_commit_through(
    project: Path, reports: Path, surroundings: dict[str, str]
) -> None:
    use("gxlint-fix", project, reports)
    assert run(pre_commit("install"), reports, surroundings)[0] == 0
    code, out = run(["git", "commit", "-m", "reports"], reports, surroundings)
    assert code != 0
    assert "files were modified by this hook" in out
    assert "白石镇.md：已修正 GXM001 × 1" in out
    assert BOOKMARK not in (reports / "白石镇.md").read_text("utf-8")
    git("add", "-A", folder=reports)
    code, out = run(["git", "commit", "-m", "reports"], reports, surroundings)
    assert code == 0, out
