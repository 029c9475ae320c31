"""Prose that speaks of other figures than the tables, of another year, or of another organ."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import replace
from random import Random

from gxlint import Span
from tests.accuracy.drafts import Draft
from tests.accuracy.places import Broken, Injector, find, heading, instead, other_than, put, said
from tests.plugins.gxlint_consistency.phrasings import CASES, DOCUMENTS, OUTCOMES, RECEIVED
from tests.writing import Figures


def _told(draft: Draft, change: Callable[[Figures], object], lines: Sequence[str]) -> Broken | None:
    """The report whose prose was written from changed figures; None where that makes no difference."""
    sound = replace(draft, lines=tuple(lines))
    told = deepcopy(draft.truth)
    change(told)
    text = replace(sound, told=told).text()
    return None if text == sound.text() else other_than(text, sound.text())


def received(draft: Draft, random: Random) -> Broken | None:
    """Other requests received than the table has, wherever the text speaks of them."""
    row = draft.truth["requests"]["new"]
    by = random.randint(3, 60)
    if not row["total"]:
        return None
    lines = [random.choice([line for line in RECEIVED if "{new}" in line])]
    return _told(draft, lambda told: told["requests"]["new"].update(total=row["total"] + by), lines)


def denied_requests(draft: Draft, random: Random) -> Broken | None:
    """None received in the text, some in the table."""
    requests = draft.truth["requests"]
    if not requests["new"]["total"]:
        return None

    def none(told: Figures) -> None:
        for row in ("new", "carried_in"):
            told["requests"][row]["total"] = 0

    return _told(draft, none, ())


def asserted_requests(draft: Draft, random: Random) -> Broken | None:
    """Some received in the text, none in the table."""
    requests = draft.truth["requests"]
    if requests["new"]["total"] or requests["carried_in"]["total"]:
        return None
    return _told(draft, lambda told: told["requests"]["new"].update(total=random.randint(1, 9)), ())


def outcome(draft: Draft, random: Random) -> Broken | None:
    """Another number of requests granted or denied than the table has."""
    key, name = random.choice((("results.granted", "{granted}"), ("results.denied.third-party", "{denied}")))
    lines = [random.choice([line for line in OUTCOMES if name in line])]
    by = random.randint(41, 60)
    row = draft.truth["requests"][key]
    return _told(draft, lambda told: told["requests"][key].update(total=row["total"] + by), lines)


def cases(draft: Draft, random: Random) -> Broken | None:
    """Another number of reviews or lawsuits than table four has."""
    key, name = random.choice((("review.total", "{review}"), ("direct.total", "{lawsuit}")))
    lines = [random.choice([line for line in CASES if name in line])]
    row = draft.truth["review"]["cases"]
    return _told(draft, lambda told: told["review"]["cases"].update({key: row[key] + random.randint(1, 60)}), lines)


def documents(draft: Draft, random: Random) -> Broken | None:
    """Another number of 规范性文件 than the table has."""
    row = draft.truth["item1"]["normative-document"]
    if "issued" not in row:
        return None
    key = random.choice(("issued", "repealed", "in_force"))
    lines = [random.choice([line for line in DOCUMENTS if f"{{{key}}}" in line])]
    by = random.randint(3, 60)
    return _told(draft, lambda told: told["item1"]["normative-document"].update({key: row[key] + by}), lines)


def breakdown(draft: Draft, random: Random) -> Broken:
    """Parts that do not add up; behind 其中, which may leave parts out, they are more than the whole."""
    a, b, c = (random.randint(3, 90) for _ in "123")
    start = random.choice((f"{draft.year}年，{draft.organ.me}公开政府信息", "全年通过政府网站发布信息"))
    if random.randrange(2):
        total = a + b + c + random.choice((-2, -1, 1, 10))
        return said(draft, f"{start}⟦{total}条⟧：动态类{a}条、文件类{b}条、会议类{c}条。")
    total = a + b + c - random.randint(1, 3)
    return said(draft, f"{start}⟦{total}条⟧，其中政策文件{a}条、财政信息{b}条、民生信息{c}条。")


def percentage(draft: Draft, random: Random) -> Broken:
    """A share that is not that share."""
    total = random.randint(4, 40) * 10
    share = random.choice((20, 30, 40, 60, 70))
    return said(
        draft, f"{draft.organ.me}全年公开惠民信息{total}条，其中补贴类{total * share // 100}条，占⟦{share + 15}%⟧。"
    )


def repeated(draft: Draft, random: Random) -> Broken:
    """The same thing counted twice, differently."""
    first = random.randint(3, 9)
    me = draft.organ.me
    return said(
        draft,
        f"{draft.year}年，{me}组织政府信息公开宣讲{first}次。"
        f"{me}全年共组织政府信息公开宣讲⟦{first + random.randint(1, 9)}次⟧。",
    )


def fee(draft: Draft, random: Random) -> Broken | None:
    """A fee charged in section one and none in section six."""
    if draft.form.last_year is not None or draft.organ.me.startswith("全"):
        return None
    made = said(draft, f"{draft.year}年，{draft.organ.me}收取信息处理费{random.randint(2, 90) * 10}元。")
    place = find(made.text, "未收取信息处理费")
    return None if place is None else Broken(made.text, (*made.places, place))


def uncharged(draft: Draft, random: Random) -> Broken | None:
    """Requests given up over an unpaid fee, and nothing charged."""
    row = draft.truth["requests"].get("results.other.no-payment")
    if not row or not row["total"] or draft.organ.me.startswith("全"):
        return None
    return said(
        draft, f"{draft.year}年，{draft.organ.me}{random.choice(('⟦未发出收费通知⟧', '依申请公开政府信息⟦不收费⟧'))}。"
    )


def outcomes(draft: Draft, random: Random) -> Broken:
    """Results that are more, or a little less, than what was received, in a report whose table three cannot tell."""
    granted, denied, unavailable = (random.randint(2, 30) for _ in "123")
    total = granted + denied + unavailable + random.choice((-3, -1, 1))
    start = random.choice(("全年共收到政府信息公开申请", f"{draft.year}年，{draft.organ.me}受理依申请公开"))
    made = said(draft, f"{start}⟦{total}件⟧，其中予以公开{granted}件，不予公开{denied}件，无法提供{unavailable}件。")
    table = Span(heading(draft, made.text, 2).end, heading(draft, made.text, 3).start)
    return Broken(made.text[: table.start] + made.text[table.end :], made.places)


def other_year(draft: Draft, random: Random) -> Broken | None:
    """The year before at the start of section one."""
    text = draft.text()
    start = text.index(draft.form.sections[0].title)
    place = find(text, f"{draft.year}年", start)
    return None if place is None else put(text, place, f"{draft.year - 1}年")


def whole_section_of_other_year(draft: Draft, random: Random) -> Broken:
    """Section one taken from the report of the year before."""
    text = replace(draft, lines=()).text()
    start, end = heading(draft, text, 0).end, draft.room(text)
    section = text[start:end].replace(f"{draft.year}年", f"{draft.year - 1}年")
    return put(text, Span(start, end), section)


def other_period(draft: Draft, random: Random) -> Broken | None:
    """The whole statistical period of the year before."""
    last = draft.year - 1
    return instead(draft, f"{draft.year}年1月1日至{draft.year}年12月31日", f"{last}年1月1日至{last}年12月31日")


def short_period(draft: Draft, random: Random) -> Broken | None:
    """A period that ends too early, or in a year that is none."""
    end = random.choice((f"{draft.year}年11月30日", f"20{draft.year}年12月31日", f"{draft.year}年12月30日"))
    return instead(draft, f"至{draft.year}年12月31日。", f"至{end}。")


def other_self(draft: Draft, random: Random) -> Broken | None:
    """A paragraph taken from another organ's report. The rule cannot tell which kind of organ a 队 is."""
    if draft.organ.me == "我队":
        return None
    strange = random.choice([word for word in ("本局", "本镇", "本街办", "本中心") if word != draft.organ.mine])
    strange = "本中心" if strange == "本街办" and draft.organ.me == "我街道" else strange
    return said(draft, f"{draft.organ.me}加大宣传力度，提高居民对⟦{strange}⟧有关信息的知晓率。")


def other_organ(draft: Draft, random: Random) -> Broken | None:
    """Another organ of the same level as the subject of a sentence."""
    strange = {"镇": "白石镇", "乡": "白石乡", "街道": "白石街道"}.get(draft.organ.me[1:])
    place = re.match("..[县市省区]", draft.organ.title)
    if place and draft.organ.title.endswith(("局", "委员会", "厅")) and "办公" not in draft.organ.title:
        strange = f"{place[0]}{random.choice(('教育局', '审计局', '农业农村局'))}"
    return said(draft, f"⟦{strange}⟧认真落实政府信息公开各项要求。") if strange else None


INJECTORS: dict[str, tuple[Injector, ...]] = {
    "GXC001": (other_year, whole_section_of_other_year, other_period),
    "GXC002": (short_period,),
    "GXC003": (received,),
    "GXC004": (denied_requests, asserted_requests),
    "GXC005": (outcome,),
    "GXC006": (cases,),
    "GXC007": (breakdown,),
    "GXC008": (percentage,),
    "GXC009": (repeated,),
    "GXC010": (fee, uncharged),
    "GXC012": (other_self,),
    "GXC013": (other_organ,),
    "GXC014": (documents,),
    "GXC015": (outcomes,),
}
