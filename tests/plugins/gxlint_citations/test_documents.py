"""The data file of laws and notices: complete entries, one meaning for every number."""

from __future__ import annotations

from gxlint_citations.documents import DOCUMENTS, parts_of, title_key


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
