from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.settings.locate import rows


def test_every_key_and_element_has_its_row() -> None:
    text = (
        "# settings\n"
        'select = ["GXT", # [a comment, "with" = signs]\n'
        "\n"
        "  'GXM',\n"
        '  """GXW""" ]\n'
        "year = 2024\n"
        'severity = { GXT003 = "info", "row-total" = "error" }\n'
        "[per-file-ignores]\n"
        '"archive/*.txt" = ["GXS"]\n'
        "tool . x.y = 1979-05-27 07:32:00 # a date\n"
    )
    found = rows(text)
    assert tomllib.loads(text)["year"] == 2024
    assert found[("select",)] == 2
    assert [found[("select", number)] for number in range(3)] == [2, 4, 5]
    assert found[("year",)] == 6
    assert found[("severity", "row-total")] == 7
    assert found[("per-file-ignores", "archive/*.txt", 0)] == 9
    assert found[("per-file-ignores", "tool", "x", "y")] == 10


@pytest.mark.parametrize(
    ("value", "after"),
    [
        ('"a \\" # [ b"', 2),
        ("'a \\'", 2),
        ('"""\na \\""" b\n"""', 4),
        ("'''\n= [ # \"\n'''", 4),
        ('"""a"""""', 2),
        ("[[1, 2], [\n3,\n], { a = ']' }]", 4),
        ("{ a = [1, 2], b.c = '}' }", 2),
        ("-1.5e3 # ]", 2),
    ],
)
def test_no_value_misleads_about_the_row_of_the_next_key(value: str, after: int) -> None:
    text = f"first = {value}\nsecond = true\n"
    assert set(tomllib.loads(text)) == {"first", "second"}
    assert rows(text)[("second",)] == after


def test_array_tables_are_counted() -> None:
    text = '[[a]]\nx = 1\n[[a]]\nx = 2\n["quoted \\u0041"]\ny = 1\n'
    found = rows(text)
    assert (found[("a", 0, "x")], found[("a", 1, "x")]) == (2, 4)
    assert found[("quoted A", "y")] == 6


keys = st.text(st.characters(codec="utf-8", exclude_characters='\r\n\\"', exclude_categories=["C"]), min_size=1)
scalars = st.integers() | st.booleans() | st.text(st.characters(codec="utf-8", exclude_categories=["C"]))


@given(st.dictionaries(keys, st.lists(scalars) | scalars))
def test_the_row_of_any_key_is_the_line_it_was_written_on(values: dict[str, object]) -> None:
    lines = [f'"{key}" = {_toml(value)}' for key, value in values.items()]
    text = "\n".join(lines)
    assert tomllib.loads(text) == values
    assert [rows(text)[(key,)] for key in values] == list(range(1, len(values) + 1))


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)
