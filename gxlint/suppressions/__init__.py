"""Suppressions: findings that people have decided to live with, kept beside the reports, for official text carries no
comments.

Two files, both nearest upward from a report: ``gxlint-ignores.toml`` holds single decisions, each with its reason;
``gxlint-baseline.json`` holds what an archive already had when gxlint was adopted. Both know a finding by the same key,
which survives edits elsewhere in the report. Nothing here touches the disk.
"""

from __future__ import annotations

from gxlint.suppressions.baseline import Baseline, BaselineEntry, read_baseline, write_baseline
from gxlint.suppressions.ignores import Ignore, appended, read_ignores
from gxlint.suppressions.key import Key, key_of, known_name
from gxlint.suppressions.sift import NONE, Sifted, Suppressions, Unused, sift

__all__ = [
    "NONE",
    "Baseline",
    "BaselineEntry",
    "Ignore",
    "Key",
    "Sifted",
    "Suppressions",
    "Unused",
    "appended",
    "key_of",
    "known_name",
    "read_baseline",
    "read_ignores",
    "sift",
    "write_baseline",
]
