"""URIs of documents and the paths of files."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

_DRIVE = re.compile(r"^/[A-Za-z]:")


def to_path(uri: str) -> Path | None:
    """The file that a URI names; None for a document that is no file (``untitled:``), and for what is no URI."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme.lower() != "file":
        return None
    name = unquote(parts.path)
    if "\0" in name or not name:
        return None
    if parts.netloc and parts.netloc != "localhost":
        name = f"//{parts.netloc}{name}"
    elif os.name == "nt" and _DRIVE.match(name):
        name = name[1:]
    return Path(os.path.abspath(name))  # noqa: PTH100 (Path.resolve would follow links)


def from_path(path: Path) -> str:
    """The URI of a file (absolute)."""
    return path.as_uri()


def name_of(uri: str, language_id: str = "") -> str:
    """The file name of a document, also of one that is no file yet. What the editor takes for Markdown gets a name that
    says so, and a web page whatever its file is called."""
    path = to_path(uri)
    name = path.name if path is not None else unquote(uri.rpartition(":")[2].rpartition("/")[2])
    if path is None and language_id == "markdown" and not name.lower().endswith((".md", ".markdown")):
        name += ".md"
    if language_id == "html" and not name.lower().endswith((".html", ".htm", ".shtml")):
        name += ".html"
    return name
