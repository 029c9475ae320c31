"""The command ``python -m benchmarks``."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.measures import Measure, cold_start, linearity, throughput


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print. Always 0: a figure is no verdict, a busy machine proves nothing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("check", "server"), default="check", help="(default check)")
    parser.add_argument("--reports", type=int, default=1000, help="how many reports for the throughput (default 1000)")
    parser.add_argument("--largest", type=int, default=5000, help="KB of the largest file (default 5000)")
    parser.add_argument("--repeat", type=int, default=9, help="runs of which the median is taken (default 9)")
    parser.add_argument("--edits", type=int, default=500, help="server: keystrokes of each document (default 500)")
    parser.add_argument("--memory-edits", type=int, default=10_000, help="server: for the memory (default 10000)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(argv)
    measures = []
    with tempfile.TemporaryDirectory(prefix="gxlint-benchmarks-") as name:
        for measure in _measures(Path(name), options):
            measures.append(measure)
            if not options.json:
                print(_row(measure), flush=True)
    if options.json:
        found = {"python": platform.python_version(), "measures": [asdict(measure) for measure in measures]}
        print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


def _measures(folder: Path, options: argparse.Namespace) -> Iterator[Measure]:
    if options.what == "server":
        from benchmarks.server import Effort, measured

        yield from measured(folder, Effort(options.edits, options.memory_edits, 0.02, options.largest, options.repeat))
        return
    few = max(options.repeat // 3, 1)
    yield from cold_start(folder, options.repeat)
    yield from throughput(folder, options.reports, few)
    yield from linearity(folder, options.largest, few)


def _row(measure: Measure) -> str:
    """A line of the table. What the empty server takes stands behind the figure."""
    target = f"(target ≤ {measure.target:g})" if measure.target is not None else ""
    empty = getattr(measure, "empty", None)
    beside = f"empty pygls {_figure(empty):<8}" if empty is not None else ""
    return f"{measure.name:<52}{_figure(measure.value):>10} {measure.unit:<12}{beside}{target}".rstrip()


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


if __name__ == "__main__":
    sys.exit(main())
