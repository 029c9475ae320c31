"""The data file of laws and notices: complete entries, one meaning for every number."""

from __future__ import annotations

import pytest

from gxlint_citations.documents import DOCUMENTS, Document, parts_of, title_key


def test_every_entry_has_a_number_that_can_be_read() -> None:
    for document in DOCUMENTS.entries():
        parts = parts_of(document)
        assert parts.prefix, document
        assert parts.number, document
        assert parts.year in (0, document.year), document
        assert document.source, document


def test_a_number_and_a_title_mean_one_document() -> None:
    documents = DOCUMENTS.entries()
    assert len({one.number for one in documents}) == len(documents)
    titles = [(title_key(title), one.subject) for one in documents for title in one.titles]
    assert len({title for title, _ in titles}) == len(set(titles))


def test_of_one_subject_one_document_holds_for_each_year() -> None:
    subjects = {one.subject for one in DOCUMENTS.entries() if one.subject}
    for subject in subjects:
        for year in range(2019, 2031):
            holding = [one for one in DOCUMENTS.entries() if one.subject == subject and one.holds_for(year)]
            assert len(holding) == 1, (subject, year)


def document(**more: object) -> Document:
    return DOCUMENTS.made(
        {"titles": ["办法"], "number": "省发〔2019〕1号", "issuer": "省", "year": 2019, "source": "省政府网站", **more}
    )


@pytest.mark.parametrize(
    ("days", "years"),
    [
        ({}, [2018, 2019, 2020, 2021]),
        ({"in_force_from": "2019-05-15"}, [2019, 2020, 2021]),
        ({"in_force_to": "2020-12-31"}, [2018, 2019]),
        ({"in_force_from": "2019-05-15", "in_force_to": "2021-09-25"}, [2019, 2020]),
        ({"in_force_from": "2019-05-15", "first_year": 2020}, [2020, 2021]),
        ({"in_force_to": "2020-12-31", "last_year": 2020}, [2018, 2019, 2020]),
    ],
)
def test_the_days_on_which_a_document_applies_tell_for_which_reports(days: dict[str, object], years: list[int]) -> None:
    assert [year for year in range(2018, 2022) if document(**days).holds_for(year)] == years


@pytest.mark.parametrize(
    "days",
    [
        {"in_force_from": "2019年5月15日"},
        {"in_force_to": "2019-13-01"},
        {"in_force_from": "2020-01-01", "in_force_to": "2019-12-31"},
    ],
)
def test_days_that_are_none_are_refused(days: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="20"):
        document(**days).check()
