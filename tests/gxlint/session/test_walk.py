from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gxlint.session import Options, Session, targets

Found = Callable[..., list[str]]


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Found:
    """The names of the files to check among ``paths``, as they are shown."""
    monkeypatch.chdir(tmp_path)

    def names(*paths: str) -> list[str]:
        session = Session(Options())
        return [one.shown for one in targets([Path(path) for path in paths], session.project) if not one.excluded]

    return names


def plant(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")


def test_a_folder_is_walked_for_files_of_known_types_in_the_order_of_names(tmp_path: Path, found: Found) -> None:
    plant(tmp_path, "乙.md", "b/2.txt", "b/1.TXT", "a.txt", "c.docx", "d.py", "无后缀")
    assert found(".") == ["a.txt", "b/1.TXT", "b/2.txt", "乙.md"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path, found: Found) -> None:
    plant(tmp_path, ".git/a.txt", ".venv/b.txt", ".c.txt", "d.txt")
    assert found(".") == ["d.txt"]


def test_what_was_named_is_checked_whatever_it_is_called(tmp_path: Path, found: Found) -> None:
    plant(tmp_path, ".hidden/report", "a.txt")
    assert found(".hidden/report", "a.txt", "./a.txt", ".") == [".hidden/report", "a.txt"]


def test_gitignore_files_hold_from_the_repository_down(tmp_path: Path, found: Found) -> None:
    plant(
        tmp_path,
        "a.txt",
        "草稿.txt",
        "镇/草稿.txt",
        "镇/定稿.txt",
        "镇/旧/1.txt",
        "镇/留.txt",
        "镇/村/留.txt",
        "out/1.txt",
    )
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("草稿.txt\n/out/\n旧\n留.txt\n", encoding="utf-8")
    (tmp_path / "镇" / ".gitignore").write_text("!留.txt\n村/\n", encoding="utf-8")
    assert found(".") == ["a.txt", "镇/定稿.txt", "镇/留.txt"]
    assert found("镇") == ["镇/定稿.txt", "镇/留.txt"]


def test_a_folder_that_git_ignores_can_be_named(tmp_path: Path, found: Found) -> None:
    plant(tmp_path, "out/1.txt", "out/2.txt")
    (tmp_path / ".git" / "info").mkdir(parents=True)
    (tmp_path / ".git" / "info" / "exclude").write_text("out\n", encoding="utf-8")
    (tmp_path / "out" / ".gitignore").write_text("2.txt\n", encoding="utf-8")
    assert found(".") == []
    assert found("out") == ["out/1.txt"]


def test_excluded_files_are_left_out_even_where_they_are_named(tmp_path: Path, found: Found) -> None:
    plant(tmp_path, "旧档/2019.txt", "旧档/甲/1.txt", "2024.txt", "sub/tmp-1.txt")
    (tmp_path / "gxlint.toml").write_text('exclude = ["旧档/", "tmp-*"]', encoding="utf-8")
    assert found(".") == ["2024.txt"]
    assert found("旧档", "旧档/甲/1.txt", "sub/tmp-1.txt", "2024.txt") == ["2024.txt"]


def test_excludes_are_relative_to_their_own_settings_file(tmp_path: Path, found: Found) -> None:
    plant(tmp_path, "a/x/1.txt", "b/x/1.txt")
    (tmp_path / "a" / "gxlint.toml").write_text('exclude = ["/x"]', encoding="utf-8")
    assert found(".") == ["b/x/1.txt"]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path, found: Found) -> None:
    plant(tmp_path, "a/1.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a")
    (tmp_path / "2.txt").symlink_to(tmp_path / "a" / "1.txt")
    assert found(".") == ["2.txt", "a/1.txt"]
