"""The quicker start leaves the protocol as it is but for what it prints."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import attrs
from gxlint_lsp.quick import import_protocol

define = attrs.define
import_protocol()
from lsprotocol import types as t

assert attrs.define is define
assert t.Position(1, 2) == t.Position(1, 2) != t.Position(1, 3)
print(t.TextEdit(t.Range(t.Position(1, 2), t.Position(1, 2)), "SECRET"))
"""


def test_messages_are_equal_as_before_and_print_nothing_of_themselves() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "TextEdit object at" in done.stdout
    assert "SECRET" not in done.stdout
