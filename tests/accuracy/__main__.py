"""How often gxlint is right: alarms on reports that are in order, and defects found on reports that have one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.accuracy.measure import measured, rules
from tests.accuracy.page import page


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, and print the table or write it. With ``--check`` 1 where there is a false alarm, a defect that is never
    found, or a written table that is another."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--reports", type=int, default=2000, help="how many of either kind (default 2000)")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table here instead of printing it")
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a false alarm or another table")
    options = parser.parse_args(argv)
    found = measured(options.reports)
    table = page(found, rules(), f"python -m tests.accuracy --reports {options.reports} --write docs/accuracy.md")
    for code, recall in found.recall.items():
        if recall.missed:
            print(f"{code}: missed {len(recall.missed)}, seeds {recall.missed[:5]}", file=sys.stderr)
    if not options.check:
        if options.write:
            options.write.write_text(table, encoding="utf-8")
        else:
            print(table, end="")
        return 0
    never = [code for code, recall in found.recall.items() if recall.written and not recall.found]
    stale = bool(options.write) and options.write.read_text(encoding="utf-8") != table
    for words, wrong in (
        (f"{len(found.alarms)} false alarms", found.alarms),
        (f"never found: {', '.join(never)}", never),
        (f"{options.write} is out of date", stale),
    ):
        if wrong:
            print(words, file=sys.stderr)
    return int(bool(found.alarms or never or stale))


if __name__ == "__main__":
    sys.exit(main())
