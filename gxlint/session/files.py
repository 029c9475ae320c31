"""Reading a file into text, and writing it back: byte for byte outside what was changed, and whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from gxlint.language import Message
from gxlint.readers import Reader
from gxlint.text import DecodeError, Source, decode

_HEAD = 1024
_NOT_TEXT = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How Word, Excel, PDF and RTF files begin."""
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SUBJECT = "信息公开"
_SUBJECT_BYTES = tuple(_SUBJECT.encode(name) for name in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"))


class FileError(Exception):
    """A file cannot be read or written: ``reason`` says why, ``row`` (from 1) where, if that is known."""

    def __init__(self, reason: Message, row: int = 1) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.row = row


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises FileError."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 (a quarter of the time of Path.open)
            return file.read()
    except OSError as error:
        raise FileError(_os_error(error)) from None


def _os_error(error: OSError) -> Message:
    if isinstance(error, FileNotFoundError):
        return Message("文件不存在")
    if isinstance(error, PermissionError):
        return Message("没有权限")
    if isinstance(error, IsADirectoryError):
        return Message("文件夹不能读取")
    return Message("不能读写：{error}", {"error": error.strerror or str(error)})


def as_source(data: bytes, reader: Reader | None, encoding: str | None) -> tuple[Source, bool]:
    """The text of a file's bytes, and whether it can be written back. Raises FileError where they are no text, and
    what the reader of a plugin may raise."""
    if reader is not None and reader.extract is not None:
        return Source(reader.extract(data)), False
    _demand_text(data, encoding)
    try:
        return decode(data, encoding), True
    except DecodeError as error:
        raise FileError(
            Message(
                "按 {encoding} 解码失败：第 {place} 字节（第 {row} 行，值 0x{value}）不是有效的字符。"
                "请用编辑器另存为 UTF-8，或用 --encoding 指定编码",
                {
                    "encoding": error.encoding,
                    "place": error.offset + 1,
                    "row": error.row,
                    "value": data[error.offset : error.offset + 1].hex().upper() or "00",
                },
            ),
            error.row,
        ) from None


def _demand_text(data: bytes, encoding: str | None) -> None:
    if data.startswith(_NOT_TEXT):
        raise FileError(Message("不是文本文件；Word、PDF 等请先另存为纯文本（UTF-8）"))
    head = data[:_HEAD]
    if encoding is None and head.count(0) * 20 > len(head) and not data.startswith(_WIDE_MARKS):
        raise FileError(
            Message("不是文本文件（含大量空字节）；若是没有 BOM 的 UTF-16，请用 --encoding utf-16-le 或 utf-16-be")
        )


def may_be_report(data: bytes) -> bool:
    """Whether bytes that cannot be decoded could be those of an annual report: its subject stands in them, in any of
    the encodings reports come in."""
    return any(subject in data for subject in _SUBJECT_BYTES)


def encode(source: Source, text: str, before: bytes) -> bytes:
    """The bytes to write for the new ``text`` of a file that held the bytes ``before``. Raises FileError where the
    encoding would not give back the old bytes for the old text, or has none for the new."""
    try:
        faithful = source.encode() == before
        after = source.encode(text)
    except UnicodeEncodeError as error:
        raise FileError(
            Message(
                "未写入：编码 {encoding} 没有字符 {character}",
                {"encoding": source.encoding, "character": error.object[error.start : error.start + 1]},
            )
        ) from None
    if not faithful:
        raise FileError(
            Message("未写入：编码 {encoding} 不能原样还原本文件，写入会改动无关的字节", {"encoding": source.encoding})
        )
    return after


def write(path: Path, data: bytes, before: bytes) -> None:
    """Put ``data`` in the place of ``before``, all at once: a reader sees the old file or the new one, never half of
    it. A symbolic link stays, the file it points to is written; the file's mode is kept. Raises FileError, also where
    the file no longer holds ``before``."""
    import tempfile

    temporary = ""
    try:
        target = path.resolve(strict=True)
        mode = target.stat().st_mode
        if not os.access(target, os.W_OK):
            raise PermissionError
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode & 0o7777)
        if target.read_bytes() != before:
            raise FileError(Message("未写入：文件在检查期间被改动"))
        os.replace(temporary, target)  # noqa: PTH105 (the name os.replace is what people look for)
        temporary = ""
    except OSError as error:
        raise FileError(Message("未写入：{error}", {"error": _os_error(error)})) from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def create(path: Path, data: bytes) -> None:
    """Write a new file, all at once. Raises FileError, also where there is one already."""
    import tempfile

    temporary = ""
    try:
        if os.path.lexists(path):  # A link that leads nowhere is somebody's, too.
            raise FileError(Message("未写入：文件已存在"))
        if not path.parent.is_dir():
            raise FileError(Message("未写入：没有文件夹 {folder}", {"folder": str(path.parent)}))
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        _put(temporary, path)
        temporary = ""
    except OSError as error:
        raise FileError(Message("未写入：{error}", {"error": _os_error(error)})) from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def _put(temporary: str, path: Path) -> None:
    """Give a file its name, unless another has come to have it in the meantime."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise FileError(Message("未写入：文件已存在")) from None
    except OSError:  # Not every file system has links.
        os.replace(temporary, path)  # noqa: PTH105
    else:
        Path(temporary).unlink()


def _umask() -> int:
    """The mask for the mode of new files, which can only be asked for by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def unified_diff(before: str, after: str, name: str) -> str:
    """The changes as ``patch -p0`` takes them; empty when there are none."""
    from difflib import unified_diff as diff

    lines = diff(_lines(before), _lines(after), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines with their ends, cut at line feeds alone, as ``patch`` cuts them."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
