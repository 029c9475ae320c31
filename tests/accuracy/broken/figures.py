"""Wrong figures in the tables: totals, balances, stocks, units."""

from __future__ import annotations

from random import Random

from gxlint.testing import report_of
from tests.accuracy.drafts import Draft
from tests.accuracy.places import Broken, Injector, cell, with_cells

ORGANISATIONS = ("natural", "commercial", "research", "charity", "legal", "other")


def _wrong(draft: Draft, random: Random, table: str, *places: tuple[str, str]) -> Broken:
    """These cells, all of them larger by the same amount."""
    by = random.randint(1, 40)
    return with_cells(
        draft, [(table, row, column, str(draft.truth[table][row][column] + by)) for row, column in places]
    )


def balance(draft: Draft, random: Random) -> Broken:
    """Requests carried over that nobody received, the row right in itself. Nobody can tell which of the four figures
    of the column is wrong, so each of them is the place."""
    row, column = random.choice(("new", "carried_in", "carried_out")), random.choice(ORGANISATIONS)
    one = _wrong(draft, random, "requests", (row, column), (row, "total"))
    report = report_of(one.text)
    rows = ("new", "carried_in", "results.total", "carried_out")
    return Broken(one.text, tuple(cell(report, "requests", name, column).span for name in rows))


def result_total(draft: Draft, random: Random) -> Broken:
    """（七）总计 larger than its rows, and as many more received."""
    column = random.choice(ORGANISATIONS)
    row = random.choice(("new", "carried_in"))
    one = _wrong(
        draft,
        random,
        "requests",
        ("results.total", column),
        ("results.total", "total"),
        (row, column),
        (row, "total"),
    )
    return Broken(one.text, tuple(sorted(one.places)[2:]))


def row_total(draft: Draft, random: Random) -> Broken:
    """A wrong total at the end of a row; that of （七）总计 would be a wrong sum of its column as well."""
    row = random.choice([key for key in draft.truth["requests"] if key != "results.total"])
    return _wrong(draft, random, "requests", (row, "total"))


def total_blank(draft: Draft, random: Random) -> Broken | None:
    """No total at the end of a row with figures."""
    rows = [key for key, row in draft.truth["requests"].items() if row["total"]]
    if not rows or not draft.marked:
        return None
    return with_cells(draft, [("requests", random.choice(rows), "total", "")])


def review_total(draft: Draft, random: Random) -> Broken:
    """A wrong total in table four."""
    return _wrong(draft, random, "review", ("cases", random.choice(("review", "direct", "after_review")) + ".total"))


def stock_flow(draft: Draft, random: Random) -> Broken:
    """More issued than there can be."""
    row = draft.truth["item1"]["normative-document"]
    most = row["in_force"] + row["repealed"] if "issued" in row else row["public_total"]
    column = "issued" if "issued" in row else "newly_public"
    return with_cells(draft, [("item1", "normative-document", column, str(most + random.randint(1, 30)))])


def decisions_equal_items(draft: Draft, random: Random) -> Broken | None:
    """The number of items where the number of decisions belongs."""
    values = draft.truth["item5"]["licence"]
    if not values.get("change") or not values["previous"] or not values["previous"] + values["change"]:
        return None  # Zeros say nothing.
    return with_cells(draft, [("item5", "licence", "decisions", str(values["previous"] + values["change"]))])


def money_unit(draft: Draft, random: Random) -> Broken | None:
    """元 where 万元 belong."""
    if draft.form.last_year is not None or not draft.organ.title.endswith(("镇人民政府", "乡人民政府", "街道办事处")):
        return None
    return with_cells(draft, [("item8", "fee", "fee", str(random.randint(100, 900) * 1000))])


def unqualified_regulation(draft: Draft, random: Random) -> Broken | None:
    """规章 of an organ that cannot make any."""
    if not draft.organ.title.startswith(("青山县", "望江区")):
        return None
    column = "in_force" if draft.form.last_year is None else "public_total"
    return with_cells(draft, [("item1", "regulation", column, str(random.randint(1, 9)))])


def printed_otherwise(draft: Draft, random: Random) -> Broken | None:
    """A figure with commas, a sign or in full width."""
    if not draft.marked:
        return None
    value = f"{random.randint(1000, 99000):,}"
    return with_cells(draft, [("item5", "licence", "decisions", value)])


def with_unit(draft: Draft, random: Random) -> Broken | None:
    """A figure with its unit, or in full width."""
    if not draft.marked:
        return None
    value = str(draft.truth["item6"]["penalty"]["decisions"])
    wide = value.translate({ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)})
    return with_cells(draft, [("item6", "penalty", "decisions", random.choice((wide, f"{value}件")))])


def blank_cell(draft: Draft, random: Random) -> Broken | None:
    """Nothing where a figure belongs."""
    if not draft.marked:
        return None
    return with_cells(draft, [("item6", random.choice(("penalty", "coercion")), "decisions", "")])


def slash_cell(draft: Draft, random: Random) -> Broken | None:
    """A stroke where 0 belongs."""
    if not draft.marked:
        return None
    return with_cells(draft, [("item6", "coercion", "decisions", random.choice(("/", "—", "无")))])


INJECTORS: dict[str, tuple[Injector, ...]] = {
    "GXT001": (balance,),
    "GXT002": (result_total,),
    "GXT003": (row_total,),
    "GXT004": (total_blank,),
    "GXT005": (review_total,),
    "GXT006": (stock_flow,),
    "GXT007": (decisions_equal_items,),
    "GXT008": (money_unit,),
    "GXC011": (unqualified_regulation,),
    "GXF011": (printed_otherwise, with_unit),
    "GXF012": (blank_cell,),
    "GXF013": (slash_cell,),
}
