"""The official forms as data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gxlint.forms import FormError, bundled_forms, load_form
from tests.conftest import NO_REPORTS, REPORTS

FACTS = REPORTS.parent / "domain" / "formats.json"


def test_each_year_since_2019_has_exactly_one_form_in_force() -> None:
    for year in range(2019, 2031):
        assert [form.key for form in bundled_forms() if form.in_force(year)] == ["2019" if year < 2021 else "2021"]
    assert not any(form.in_force(2018) for form in bundled_forms())


@pytest.mark.skipif(not FACTS.exists(), reason=NO_REPORTS)
def test_the_forms_agree_label_by_label_with_the_collected_facts() -> None:
    facts = json.loads(FACTS.read_text("utf-8"))
    assert [fact["id"] for fact in facts] == [form.key for form in bundled_forms()]
    for fact, form in zip(facts, bundled_forms(), strict=True):
        assert [section.title for section in form.sections] == fact["sections"]
        requests, review = form.table("requests"), form.table("review")
        assert requests is not None
        assert review is not None
        assert [row.label for row in requests.rows] == [row["label"] for row in fact["t3_rows"]]
        assert [list(row.groups) for row in requests.rows] == [row["under"] for row in fact["t3_rows"]]
        assert [column.label for column in requests.columns] == fact["t3_columns"]
        assert requests.note == fact["t3_note"]
        assert [column.label for column in review.columns] == [name.rpartition("/")[2] for name in fact["t4_columns"]]
        items = [table for table in form.tables if table.section == "disclosure"]
        assert [
            (table.captions[0], [column.label for column in table.columns], [row.label for row in table.rows])
            for table in items
        ] == [(item["item"], item["columns"][1:], item["rows"]) for item in fact["t2"]]


def test_the_total_of_results_is_the_sum_of_all_rows_above_it() -> None:
    for form, leaves in zip(bundled_forms(), (19, 21), strict=True):
        table = form.table("requests")
        assert table is not None
        (relation,) = (relation for relation in table.relations if relation.kind == "result-total")
        assert len(relation.right) == leaves
        assert "results.total" not in relation.right


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("key = 1 = 2", "line 1"),
        ('key = "x"', "missing 'sections'"),
        (
            'key="x"\ntitle=""\nnotice=""\ndocument_number=""\nfirst_year=2019\nsections=[]\n[[tables]]\nkey="t"\nsection="s"\nname="n"\n'
            'columns=[{key="a",label="甲"}]\nrows=[{key="r",label="乙"}]\nrelations=[{kind="k",each="row",left=["b"],right=["a"]}]',
            "no column 'b'",
        ),
        (
            'key="x"\ntitle=""\nnotice=""\ndocument_number=""\nfirst_year=2019\nsections=[]\n[[tables]]\nkey="t"\nsection="s"\nname="n"\n'
            'columns=[{key="a",label="甲",number="odd"}]\nrows=[]',
            "number kind 'odd'",
        ),
    ],
)
def test_a_file_that_is_no_form_says_what_is_wrong(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "form.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(FormError) as caught:
        load_form(path)
    assert "form.toml" in str(caught.value)
    assert says in str(caught.value)


def test_a_form_file_that_does_not_exist_says_so(tmp_path: Path) -> None:
    with pytest.raises(FormError, match=r"none\.toml"):
        load_form(tmp_path / "none.toml")
