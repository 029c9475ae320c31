"""``python -m gxlint``."""

from __future__ import annotations

from gxlint.cli import entry_point

if __name__ == "__main__":
    entry_point()
