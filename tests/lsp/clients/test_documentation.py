"""What the page about editors says of the settings is what the server takes."""

from __future__ import annotations

import json
import re

from gxlint_lsp.options import KEYS, EditorOptions
from tests.conftest import ROOT


def test_every_setting_of_the_editor_is_described_with_its_default() -> None:
    text = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    described = dict(re.findall(r"^\| `(\w+)` \| `(.+?)` \|", text, re.MULTILINE))
    defaults = EditorOptions()
    assert {name: json.loads(value) for name, value in described.items()} == {
        name: getattr(defaults, key) for name, key in KEYS.items()
    }
