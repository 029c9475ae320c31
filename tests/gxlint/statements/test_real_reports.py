"""The sentences of published reports, as a reader understands them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxlint import read_report, read_statements

SEEDS = {
    "000": ["received 0"],
    "001": ["review+lawsuit 0"],
    "002": ["denied+unavailable+unprocessed 0", "received 1"],
    "003": ["received 0", "review+lawsuit 0", "fee 0"],
    "004": [],
}
HUAIAN = [
    "received 3119",
    "answered 3050",
    "carried_in 34",
    "carried_out 103",
    "review 351",
    "review.upheld 72",
    "review.corrected 64",
    "review.other 178",
    "review.pending 37",
    "lawsuit 46",
    "lawsuit.upheld 25",
    "lawsuit.corrected 5",
    "lawsuit.other 9",
    "lawsuit.pending 7",
    "fee 3940",
]
WILD = {
    "001": HUAIAN,
    "002": HUAIAN,
    "003": HUAIAN,
    "004": [
        "received 3607",
        "granted 1191",
        "partial 328",
        "denied 142",
        "unavailable 1078",
        "unprocessed 406",
        "other_result 341",
        "carried_out 121",
        "fee 2950",
    ],
    "005": [
        "received 3646",
        "granted 1431",
        "partial 471",
        "denied 92",
        "unavailable 941",
        "unprocessed 117",
        "other_result 469",
        "carried_out 125",
        "fee 2230",
    ],
}


def compared(path: Path) -> list[str]:
    report = read_report(path.read_text("utf-8"), path.name)
    return [f"{'+'.join(one.topics)} {one.quantity.value}" for one in read_statements(report) if one.comparable]


@pytest.mark.parametrize("number", SEEDS)
def test_the_seeds_state_what_a_reader_reads(seeds: dict[str, Path], number: str) -> None:
    assert compared(seeds[number]) == SEEDS[number]


@pytest.mark.parametrize("number", WILD)
def test_lines_wrapped_by_a_converter_state_what_a_reader_reads(wild: dict[str, Path], number: str) -> None:
    assert compared(wild[number]) == WILD[number]


def test_the_units_of_a_city_are_not_the_city(wild: dict[str, Path]) -> None:
    report = read_report(wild["004"].read_text("utf-8"))
    within = [one for one in read_statements(report) if one.depth == 1 and one.quantity.unit == "件"]
    assert sum(one.quantity.value for one in within) == 3607
    assert {one.holder for one in within} <= {"subordinate", "several"}
