"""The command ``python -m benchmarks``."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.measures import Measure, cold_start, linearity, throughput


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print. Always 0: a figure is no verdict, a busy machine proves nothing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--reports", type=int, default=1000, help="how many reports for the throughput (default 1000)")
    parser.add_argument("--largest", type=int, default=5000, help="KB of the largest file (default 5000)")
    parser.add_argument("--repeat", type=int, default=9, help="runs of which the median is taken (default 9)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(argv)
    few = max(options.repeat // 3, 1)
    with tempfile.TemporaryDirectory(prefix="gxlint-benchmarks-") as name:
        folder = Path(name)
        measures = [
            *cold_start(folder, options.repeat),
            *throughput(folder, options.reports, few),
            *linearity(folder, options.largest, few),
        ]
    if options.json:
        found = {"python": platform.python_version(), "measures": [asdict(measure) for measure in measures]}
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_row(measure) for measure in measures))
    return 0


def _row(measure: Measure) -> str:
    target = f"(target ≤ {measure.target:g})" if measure.target is not None else ""
    return f"{measure.name:<42}{measure.value:>10.3g} {measure.unit:<12}{target}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
