"""Decoding, spans, and lines with their columns."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.text import DecodeError, LineIndex, Source, Span, Unit, decode, fold, width

UNITS: tuple[Unit, ...] = ("utf-8", "utf-16", "utf-32")
TEXTS = st.text(st.sampled_from("年报0 \t\n\r\f\v\x85\u2028𠮷é\u0301，"), max_size=60)


@pytest.mark.parametrize(
    ("data", "encoding", "bom"),
    [
        ("年报\r\n".encode(), "utf-8", b""),
        (b"\xef\xbb\xbf" + "年报".encode(), "utf-8", b"\xef\xbb\xbf"),
        (b"\xff\xfe" + "年报".encode("utf-16-le"), "utf-16-le", b"\xff\xfe"),
        (b"\xfe\xff" + "年报".encode("utf-16-be"), "utf-16-be", b"\xfe\xff"),
        ("云岭镇年度报告".encode("gb18030"), "gb18030", b""),
        (b"", "utf-8", b""),
    ],
)
def test_a_file_is_decoded_by_the_ladder_and_written_back_byte_for_byte(data: bytes, encoding: str, bom: bytes) -> None:
    source = decode(data)
    assert (source.encoding, source.bom) == (encoding, bom)
    assert source.encode() == data


def test_a_damaged_utf8_file_is_reported_at_the_bad_byte_and_not_read_as_gb18030() -> None:
    data = "第一行\n第二行".encode() + b"\xb0\xa1" + "云岭镇人民政府".encode()
    with pytest.raises(DecodeError) as caught:
        decode(data)
    assert (caught.value.encoding, caught.value.offset, caught.value.row) == ("utf-8", 19, 2)


def test_a_utf8_file_cut_in_the_middle_of_a_character_is_reported() -> None:
    with pytest.raises(DecodeError) as caught:
        decode("云岭镇人民政府".encode()[:-1])
    assert caught.value.offset == 18


def test_bytes_that_are_neither_are_reported_as_gb18030() -> None:
    with pytest.raises(DecodeError) as caught:
        decode(b"\xff\xff\x80")
    assert caught.value.encoding == "gb18030"


def test_an_encoding_that_is_named_overrides_the_ladder() -> None:
    data = "年".encode()
    assert decode(data, "latin-1").text == "å¹´"
    with pytest.raises(LookupError):
        decode(data, "no-such-encoding")


def test_a_named_utf8_leaves_the_byte_order_mark_out_of_the_text() -> None:
    source = decode(b"\xef\xbb\xbf" + "年报".encode(), "utf-8")
    assert source.text == "年报"
    assert source.encode("年") == b"\xef\xbb\xbf" + "年".encode()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_survives_utf8_and_gb18030(text: str) -> None:
    assert decode(text.encode("utf-8")).text == text.removeprefix("\ufeff")
    assert Source(text, "gb18030").encode().decode("gb18030") == text


def test_only_the_three_line_ends_of_editors_end_a_line() -> None:
    index = LineIndex.of("甲\f乙\u2028丙\x85\n丁\r\n戊\r己")
    assert [index.line(row) for row in range(len(index.starts))] == ["甲\f乙\u2028丙\x85", "丁", "戊", "己"]


@pytest.mark.parametrize(("unit", "column"), [("utf-8", 7), ("utf-16", 3), ("utf-32", 2)])
def test_columns_are_counted_in_the_unit_asked_for(unit: Unit, column: int) -> None:
    index = LineIndex.of("第一行\n𠮷年报")
    offset = 4 + 2
    assert index.position(offset, unit) == (1, column)
    assert index.offset(1, column, unit) == offset


def test_a_column_inside_a_character_means_its_start_and_one_past_the_line_its_end() -> None:
    index = LineIndex.of("𠮷年\n报")
    assert index.offset(0, 1, "utf-16") == 0
    assert index.offset(0, 99, "utf-16") == 2
    assert index.offset(0, 99) == 2
    assert index.offset(99, 0) == 4


@given(TEXTS, st.integers(0, 60), st.sampled_from(UNITS))
def test_every_offset_comes_back_from_its_row_and_column(text: str, offset: int, unit: Unit) -> None:
    offset = min(offset, len(text))
    index = LineIndex.of(text)
    row, column = index.position(offset, unit)
    inside_line_end = offset > index.line_span(row).end
    assert index.offset(row, column, unit) == (index.line_span(row).end if inside_line_end else offset)


@given(TEXTS)
def test_lines_and_line_ends_together_are_the_text(text: str) -> None:
    index = LineIndex.of(text)
    bounds = [*index.starts, len(text)]
    assert "".join(text[a:b] for a, b in pairwise(bounds)) == text
    assert all(not set(index.line(row)) & set("\r\n") for row in range(len(index.starts)))


@given(TEXTS, st.sampled_from(UNITS))
def test_width_counts_what_the_encoding_writes(text: str, unit: Unit) -> None:
    size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[unit]
    name = unit if unit == "utf-8" else f"{unit}-le"
    assert width(text, unit) == len(text.encode(name)) // size


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("规    章", "规章"),
        ("1、其他", "1.其他"),
        ("（七）总计", "(七)总计"),
        ("３．危及“三安全一稳定”", '3.危及"三安全一稳定"'),
        ("[bookmark: _GoBack]总\u200b计", "总计"),
        ("结果\n\xa0维持", "结果维持"),
    ],
)
def test_labels_are_compared_without_white_space_width_and_marks(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_spans_overlap_only_where_they_share_a_character() -> None:
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert Span(1, 1).overlaps(Span(0, 2))
    assert 1 in Span(1, 2)
    assert 2 not in Span(1, 2)
    assert Span(1, 2).shifted(3) == Span(4, 5)
    assert len(Span(2, 7)) == 5
