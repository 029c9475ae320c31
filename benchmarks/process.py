"""Running a command and measuring it: wall time, CPU time and peak memory of the process and what it started."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

GXLINT = (sys.executable, "-c", "import sys; from gxlint.cli import main; sys.exit(main(sys.argv[1:]))")
"""The command with this interpreter, whatever is on the PATH."""
NOTHING = (sys.executable, "-c", "pass")
"""What every Python program costs at least."""


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process. Times in seconds, memory in MiB."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str]) -> Run:
    """Run a command to its end, its output thrown away.

    Raises RuntimeError when it ends with anything but 0 or 1: a check that found something ends with 1.
    """
    started = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"exit code {process.returncode}: {' '.join(command)}")
    # ru_maxrss is in KiB on Linux and in bytes on macOS.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)
