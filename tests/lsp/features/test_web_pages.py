"""Web pages in the editor: every feature keeps its places in the source."""

from __future__ import annotations

from lsprotocol import types as t

from gxlint.fixes import apply
from gxlint.rule import Edit
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.document import span_of
from gxlint_lsp.features import actions, completion, folding, hints, hover, lens, preview, tokens, totals
from gxlint_lsp.features.diagnostics import provide as diagnostics
from gxlint_lsp.options import EditorOptions
from tests.conftest import ROOT
from tests.lsp.features.analysing import analyse, identifier

PAGE = (ROOT / "examples" / "heshan-civil-affairs-2024.html").read_text("utf-8")


def page(source: str = PAGE) -> Analysis:
    return analyse(source, name="page.html")


def shown(analysis: Analysis, place: t.Range) -> str:
    span = span_of(analysis.document.index, place, analysis.unit)
    return analysis.document.text[span.start : span.end]


def position(analysis: Analysis, words: str) -> t.Position:
    at = analysis.document.text.index(words)
    return t.Position(*analysis.document.index.position(at, analysis.unit))


def test_squiggles_lie_under_the_words_of_the_source() -> None:
    analysis = page()
    found = {str(one.code): one for one in diagnostics(analysis)}
    assert set(found) == {"GXW001", "GXT001"}
    assert shown(analysis, found["GXW001"].range) == ","
    assert shown(analysis, found["GXT001"].range) == "6"
    related = found["GXT001"].related_information or []
    assert [shown(analysis, one.location.range) for one in related] == ["1", "6", "2"]


def test_a_quick_fix_edits_the_source() -> None:
    analysis = page()
    at = position(analysis, ",没有")
    params = t.CodeActionParams(identifier(analysis), t.Range(at, at), t.CodeActionContext([]))
    first = actions.provide(analysis, params)[0]
    assert isinstance(first, t.CodeAction)
    assert first.edit is not None
    (change,) = first.edit.document_changes or ()
    assert isinstance(change, t.TextDocumentEdit)
    (edit,) = change.edits
    assert isinstance(edit, t.TextEdit)
    span = span_of(analysis.document.index, edit.range, analysis.unit)
    assert apply(PAGE, [Edit(span, edit.new_text)]) == PAGE.replace(",没有", "，没有")
    everything = actions.fix_all(analysis)
    assert everything is not None
    (change,) = everything.document_changes or ()
    assert isinstance(change, t.TextDocumentEdit)
    assert [shown(analysis, one.range) for one in change.edits if isinstance(one, t.TextEdit)] == [","]


def test_the_cell_under_the_caret_is_explained_and_its_parts_are_found() -> None:
    analysis = page()
    at = position(analysis, "8</td></tr>")
    said = hover.provide(analysis, t.HoverParams(identifier(analysis), at))
    assert said is not None
    assert said.range is not None
    assert shown(analysis, said.range) == "8"
    parts = totals.definition(analysis, t.DefinitionParams(identifier(analysis), at))
    ranges = [one.target_selection_range if isinstance(one, t.LocationLink) else one.range for one in parts or ()]
    assert [shown(analysis, one) for one in ranges] == ["6", "2", "0", "0", "0", "0"]


def test_lenses_and_folds_count_the_lines_of_the_source() -> None:
    analysis = page()
    rows = {one.range.start.line for one in lens.provide(analysis)}
    lines = PAGE.split("\n")
    assert any("<h1>" in lines[row] for row in rows)
    assert any("申请人情况" in lines[row] for row in rows)
    assert any("申请人情况" in lines[one.start_line] for one in folding.provide(analysis))


def test_the_page_keeps_its_own_colours() -> None:
    analysis = page()
    assert not tokens.provide(analysis).data
    assert tokens.provide(analyse(analysis.text)).data, "the text read off it has some"


def test_nothing_is_offered_in_a_page_that_would_be_in_a_text() -> None:
    lacking = page(PAGE.replace("<div>五、存在的主要问题及改进情况</div>", "<div>五</div>"))
    text = analyse(lacking.text)
    at = lacking.text.index("五\n") + 1
    asked = [t.CompletionParams(identifier(one), one.position(at)) for one in (lacking, text)]
    assert completion.provide(text, asked[1]) is not None
    assert completion.provide(lacking, asked[0]) is None


def test_hints_stand_behind_the_figures_of_the_source() -> None:
    analysis = analyse(PAGE, name="page.html", options=EditorOptions(hints="all"))
    whole = t.Range(t.Position(0, 0), t.Position(*analysis.document.index.position(len(PAGE), analysis.unit)))
    found = hints.provide(analysis, t.InlayHintParams(identifier(analysis), whole))
    assert len(found) > 100
    for hint in found:
        offset = analysis.document.index.offset(hint.position.line, hint.position.character, analysis.unit)
        assert PAGE[offset - 1].isdigit()


def test_cells_of_the_preview_lead_to_the_source() -> None:
    analysis = page()
    model = preview.provide(analysis)
    (report,) = model["reports"]  # type: ignore[misc]
    tables = [block for section in report["sections"] for block in section["blocks"] if block["kind"] == "table"]
    wrong = [cell for table in tables for row in table["rows"] for cell in row["cells"] if cell.get("findings")]
    assert wrong
    for cell in wrong:
        place = cell["range"]
        ends = [t.Position(place[end]["line"], place[end]["character"]) for end in ("start", "end")]
        assert shown(analysis, t.Range(*ends)) == cell["text"]


def test_every_offset_comes_back() -> None:
    analysis = page()
    for offset in range(len(analysis.text)):
        if not analysis.text[offset].isspace() and analysis.text[offset] != "|":
            assert analysis.offset(analysis.position(offset)) == offset
            assert len(shown(analysis, analysis.range(Span(offset, offset + 1)))) == 1
