"""The benchmarks run and say what they measured. How fast anything is, no test asks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_the_benchmarks_run_and_print_every_measure_as_json() -> None:
    command = [sys.executable, "-m", "benchmarks", "--json", "--reports", "2", "--repeat", "1", "--largest", "24"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    measures = {measure["name"]: measure for measure in json.loads(done.stdout)["measures"]}
    assert measures["one report, cold / python -c pass"]["unit"] == "×"
    assert measures["peak memory, one report"]["value"] > 1
    assert {"checking / reading and decoding, all shapes", "a file of 24 KB"} <= set(measures)
