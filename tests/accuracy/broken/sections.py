"""Parts, headings and title: missing, moved, renamed, left from a template."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from gxlint import Span
from tests.accuracy.drafts import Draft
from tests.accuracy.places import Broken, Injector, cut, find, heading, instead, line_of, put


def missing(draft: Draft, random: Random) -> Broken:
    """A heading left out."""
    text = draft.text()
    number = random.choice((0, 3, 4, 5))
    made = cut(text, heading(draft, text, number))
    start = made.places[0].start
    ahead = line_of(made.text, start)
    return Broken(made.text, (Span(start, _next_heading(draft, made.text, number) or ahead.end),))


def _next_heading(draft: Draft, text: str, number: int) -> int | None:
    return heading(draft, text, number + 1).end if number + 1 < len(draft.form.sections) else len(text)


def order(draft: Draft, random: Random) -> Broken:
    """Sections five and six in each other's place, with their numbers."""
    text = draft.text()
    five, six = heading(draft, text, 4), heading(draft, text, 5)
    end = text if text.endswith("\n") else f"{text}\n"
    changed = end[: five.start] + end[six.start :] + end[five.start : six.start]
    return Broken(changed, (Span(five.start, len(changed)),))


def duplicate(draft: Draft, random: Random) -> Broken:
    """Section six once more at the end."""
    text = draft.text()
    again = text[heading(draft, text, 5).start :]
    return put(text, Span(len(text), len(text)), again)


def empty(draft: Draft, random: Random) -> Broken:
    """Nothing to report on problems and measures."""
    text = draft.text()
    start, end = heading(draft, text, 4), heading(draft, text, 5).start
    content = random.choice(("无。\n", ""))
    return Broken(text[: start.end] + content + text[end:], (Span(start.start, start.end + len(content)),))


def numbering(draft: Draft, random: Random) -> Broken | None:
    """A number skipped among the parts of section one."""
    return instead(draft, "（四）政府信息公开平台建设", "（五）政府信息公开平台建设")


def heading_number(draft: Draft, random: Random) -> Broken:
    """A number twice among the headings of the sections."""
    text = draft.text()
    section = draft.form.sections[5]
    at = text.index(section.title)
    return put(text, Span(at, at + len(section.number)), "五")


def no_title(draft: Draft, random: Random) -> Broken:
    """No title at all."""
    text = draft.text()
    end = line_of(text, text.index("政府信息公开工作年度报告")).end
    made = cut(text, Span(0, end))
    return Broken(made.text, (Span(0, line_of(made.text, 0).end),))


def title_format(draft: Draft, random: Random) -> Broken | None:
    """A title in other words than the form's."""
    new = random.choice(
        (
            "年度政府信息公开工作年度报告",
            "年信息公开工作年度报告",
            "年政府信息公开年度工作报告",
        )
    )
    made = instead(draft, "年政府信息公开工作年度报告", new)
    return made and Broken(made.text, (Span(0, made.places[0].end),))


def legacy_name(draft: Draft, random: Random) -> Broken | None:
    """A heading of the reports before 2019."""
    old, new = random.choice(
        (
            ("一、总体情况", "一、概述"),
            ("三、收到和处理政府信息公开申请情况", "三、依申请公开政府信息办理情况"),
            ("五、存在的主要问题及改进情况", "五、主要问题和改进措施"),
        )
    )
    return instead(draft, old, new)


def aspects(draft: Draft, random: Random) -> Broken:
    """Nothing but one sentence in section one."""
    text = draft.text()
    start, end = heading(draft, text, 0), draft.room(text)
    line = draft.paragraph(f"{draft.year}年，{draft.organ.me}主动公开政府信息{random.randint(5, 99)}条。")
    return Broken(text[: start.end] + line + text[end:], (Span(start.start, start.end + len(line)),))


def assessment(draft: Draft, random: Random) -> Broken | None:
    """A government that says nothing on assessment, public review and responsibility."""
    text = replace(draft, lines=()).text()
    start = find(text, "（五）监督保障。")
    if start is None or not draft.organ.title.endswith("人民政府"):
        return None
    end = draft.room(text)
    line = draft.paragraph("（五）监督保障。开展日常检查2次。")
    whole = heading(draft, text, 0)
    begin = line_of(text, start.start).start
    return Broken(text[:begin] + line + text[end:], (Span(whole.start, begin + len(line)),))


def fee_statement(draft: Draft, random: Random) -> Broken | None:
    """Not a word on the fee in section six."""
    if draft.form.last_year is not None:
        return None
    text = draft.text()
    six = heading(draft, text, 5)
    changed = text[: six.end] + "无其他需要报告的事项。\n"
    return Broken(changed, (Span(six.start, len(changed)),))


def part_count(draft: Draft, random: Random) -> Broken:
    """Six parts announced, five listed; or seven announced."""
    text = draft.text()
    names = [section.heading for section in draft.form.sections]
    count = "六"
    if random.randrange(2):
        del names[random.randrange(6)]
    else:
        count = "七"
    line = draft.paragraph(f"本报告由{'、'.join(names)}等{count}部分组成。")
    at = heading(draft, text, 0).start
    return put(text, Span(at, at), line)


def long_overview(draft: Draft, random: Random) -> Broken:
    """A section one that goes on and on."""
    text = draft.text()
    sentence = f"{draft.organ.me}持续完善公开制度，优化公开流程，拓宽公开渠道，回应群众关切，提升公开质量。"
    made = put(text, Span(draft.room(text), draft.room(text)), draft.paragraph(sentence) * random.randint(30, 60))
    return Broken(made.text, (Span(heading(draft, text, 0).start, made.places[0].end),))


def fewer_measures(draft: Draft, random: Random) -> Broken:
    """Three problems, and measures against two of them."""
    text = draft.text()
    start, end = heading(draft, text, 4), heading(draft, text, 5).start
    content = draft.paragraph(
        "存在的主要问题：一是公开内容不够丰富；二是解读形式比较单一；三是队伍力量有待加强。"
    ) + draft.paragraph(f"改进措施：一是{random.choice(('丰富', '充实'))}公开内容；二是创新解读形式。")
    return Broken(text[: start.end] + content + text[end:], (Span(start.start, start.end + len(content)),))


INJECTORS: dict[str, tuple[Injector, ...]] = {
    "GXS001": (missing,),
    "GXS002": (order,),
    "GXS003": (duplicate,),
    "GXS004": (empty,),
    "GXS005": (numbering, heading_number),
    "GXS006": (no_title,),
    "GXS007": (title_format,),
    "GXS008": (legacy_name,),
    "GXS009": (aspects,),
    "GXS010": (long_overview,),
    "GXS011": (assessment,),
    "GXS012": (fee_statement,),
    "GXS013": (part_count,),
    "GXS014": (fewer_measures,),
}
