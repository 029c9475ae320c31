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


@pytest.mark.slow
def test_the_benchmarks_of_the_server_stand_beside_those_of_an_empty_one() -> None:
    few = ["--edits", "5", "--memory-edits", "50", "--largest", "24", "--repeat", "1"]
    command = [sys.executable, "-m", "benchmarks", "server", "--json", *few]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    measures = {measure["name"]: measure for measure in json.loads(done.stdout)["measures"]}
    started = measures["start to first diagnostics, 7 KB"]
    assert min(started["value"], started["empty"]) > 1
    assert measures["keystroke to diagnostics, 7 KB, p99"]["target"] == 20
    assert measures["growth between the two"]["unit"] == "MiB"
