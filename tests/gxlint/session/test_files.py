from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.readers import PLAIN
from gxlint.session.files import FileError, as_source, create, encode, may_be_report, unified_diff, write
from gxlint.text import Source, decode


def test_writing_keeps_the_mode_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write(path, b"new", b"old")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_writing_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    target = tmp_path / "real" / "a.txt"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "a.txt"
    link.symlink_to(target)
    write(link, b"new", b"old")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_file_changed_in_the_meantime_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"someone else's")
    with pytest.raises(FileError, match="被改动"):
        write(path, b"new", b"old")
    assert path.read_bytes() == b"someone else's"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_that_is_gone_is_not_written_anew(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="文件不存在"):
        write(tmp_path / "a.txt", b"new", b"old")
    assert list(tmp_path.iterdir()) == []


def test_an_encoding_that_does_not_give_back_the_old_bytes_is_refused() -> None:
    data = b"+AGEAYg-"  # UTF-7 has several spellings of one text.
    source = decode(data, "utf-7")
    with pytest.raises(FileError, match="不能原样还原"):
        encode(source, source.text + "c", data)


def test_a_character_without_bytes_in_the_encoding_is_refused() -> None:
    with pytest.raises(FileError, match="没有字符 ，"):
        encode(Source("a,b", "ascii"), "a，b", b"a,b")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04\x14\x00", "不是文本文件"),
        (b"%PDF-1.7 ...", "不是文本文件"),
        ("报告".encode("utf-16-le") + b"a\0" * 40, "没有 BOM 的 UTF-16"),
        ("年度报告\n政府".encode() + b"\xff\xfe\n", "第 20 字节（第 2 行，值 0xFF）"),
    ],
)
def test_what_is_no_text_is_told_with_the_bad_byte(data: bytes, said: str) -> None:
    with pytest.raises(FileError) as error:
        as_source(data, PLAIN, None)
    assert said in str(error.value.reason)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_damaged_report_is_told_from_another_file_by_its_bytes(encoding: str) -> None:
    assert may_be_report(b"\xff\xff" + "政府信息公开工作".encode(encoding) + b"\xff")
    assert not may_be_report(b"\xff\xff" + "项目说明与许可".encode(encoding) + b"\xff")


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0") | st.sampled_from("\n\r\f\x85\u2028")).map(
    lambda text: text.replace("\\", "/")
)


@given(before=texts, after=texts)
def test_the_diff_turns_the_old_text_into_the_new_one(
    tmp_path_factory: pytest.TempPathFactory, before: str, after: str
) -> None:
    folder = tmp_path_factory.mktemp("diff")
    path = folder / "a.txt"
    path.write_bytes(before.encode())
    diff = unified_diff(before, after, "a.txt")
    if before == after:
        assert diff == ""
        return
    subprocess.run(
        ["git", "apply", "-p0", "--unidiff-zero", "--whitespace=nowarn", "-"],
        input=diff.encode(), cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    assert path.read_bytes() == after.encode()


def test_a_file_that_came_to_be_in_the_meantime_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "新.md"
    monkeypatch.setattr("os.path.lexists", lambda path: False)
    path.write_bytes(b"one")

    with pytest.raises(FileError, match="文件已存在"):
        create(path, b"two")
    assert path.read_bytes() == b"one"
    assert [one.name for one in tmp_path.iterdir()] == ["新.md"]


def test_a_file_system_without_links_gets_the_file_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)
    create(tmp_path / "新.md", b"one")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"新.md": b"one"}
