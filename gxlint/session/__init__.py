"""The only part of gxlint that knows the disk: files → readers → rules → outcomes."""

from __future__ import annotations

from gxlint.session.beside import fails
from gxlint.session.check import FileResult, Kept, Project, check_read, check_text
from gxlint.session.files import FileError
from gxlint.session.run import Options, Session
from gxlint.session.sidefiles import SideFiles, ignore
from gxlint.session.walk import Target, is_dir, targets

__all__ = [
    "FileError",
    "FileResult",
    "Kept",
    "Options",
    "Project",
    "Session",
    "SideFiles",
    "Target",
    "check_read",
    "check_text",
    "fails",
    "ignore",
    "is_dir",
    "targets",
]
