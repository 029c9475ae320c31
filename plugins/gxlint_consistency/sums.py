"""GXC007, GXC008, GXC015: figures of the text that add up to other figures of the text."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from gxlint import OUTCOMES, Finding, Related, Report, Sentence, Statement, Topic, read_sentences, rule
from gxlint_consistency.comparing import REQUESTS, RESULTS, mismatches, printed, request_figures

_PART = re.compile(r"^[^，；：（）、]{0,12}(?:，(?:其中|分别[是为])[，：]?|（其中[，：]?)")
_WHOLE = re.compile(r"^[^，；：（）、]{0,12}(?:，(?:包括|分为|由)|：|（包括|（(?!含|其中|主要|另|不含|其))")
_JOINT = re.compile(r"^[^，；。（）]{0,10}(?:（[^（）]*）)?[、，和及与）]")
_NOT_A_PART = re.compile("其中|同比|增长|增加|减少|较上|比上|占|另|此外|还|约|累计|截至|等|均|共|合计|含|主要|平均|每")
_MORE_BEHIND = re.compile("^[^，。；]{0,6}等")
_NEAR = Decimal("0.2")
_VERY_NEAR = Decimal("0.05")
_REQUEST_TOPICS = frozenset((*REQUESTS, *RESULTS))


@rule("GXC007", "breakdown-sum", severity="warning", basis="数字应当前后相符")
def breakdown_sum(report: Report) -> Iterator[Finding]:
    """分项之和不符

    查什么
        “N条，包括（：、其中）a条、b条……”各分项之和是否等于总数。只看总数后面紧接着“包括”“其中”“：”“（”的一列分项，单位
        相同、都是确数。写“其中”的，分项可以只是一部分，只有相差很小、像是算错时才提示：比总数多是警告，比总数少是提醒。

    依据
        同一句话里的数字应当相符。

    为什么
        总数改了，分项没有改，是常见的疏漏。

    例
        错：
            2024年，我镇公开政府信息⟦77条⟧：动态类37条、文件类14条、会议类18条、其他9条。
        对：
            2024年，我镇公开政府信息77条，其中动态类37条、文件类14条、会议类18条、其他8条。
        对：
            2024年，我镇公开政府信息77条，其中动态类37条、文件类14条；举办培训10次，其中线上3次、线下8次余。

    怎样改
        核对总数和各分项。不能自动修改。

    何时忽略
        分项互相重叠，或者只列出了一部分。

    English
        Parts do not add up to their whole. Only lists right behind the whole count, with the same unit and exact
        figures. Behind 其中 (among them) a list may be incomplete: only near misses are told.
    """
    blamed: dict[int, Hashable] | None = None
    for sentence in read_sentences(report):
        for whole, parts, complete in _lists(sentence):
            severity = _severity(whole, parts, complete=complete)
            if severity is None:
                continue
            if blamed is None:
                blamed = {one.statement.span.start: one.cause for one in mismatches(report, (*REQUESTS, *RESULTS))}
            causes = [blamed[one.span.start] for one in (whole, *parts) if one.span.start in blamed]
            yield Finding(
                whole.span,
                "分项之和是 {sum}，与总数“{whole}”相差 {gap}，请核对。",
                {
                    "sum": sum(one.quantity.value for one in parts),
                    "whole": printed(report, whole),
                    "gap": abs(sum(one.quantity.value for one in parts) - whole.quantity.value),
                },
                related=tuple(Related(one.span, "分项：{said}", {"said": printed(report, one)}) for one in parts),
                severity="info" if severity == "info" else None,
                cause=causes[0] if causes else None,
                rank=1 if causes else 0,
            )


def _lists(sentence: Sentence) -> Iterator[tuple[Statement, list[Statement], bool]]:
    """Wholes with the parts listed right behind them; the last tells whether the list claims to be complete."""
    said = [one for one in sentence.statements if not one.denied and not one.every]
    for at, whole in enumerate(said[:-1]):
        following = said[at + 1]
        complete = _WHOLE.match(following.lead) is not None
        part = _PART.match(following.lead)
        if not (complete or part) or not whole.quantity.exact or whole.quantity.unit == "%":
            continue
        if _NOT_A_PART.search(following.lead[part.end() if part else 0 :]) and part:
            continue
        if not part and _NOT_A_PART.search(following.lead.partition("（")[2] or following.lead.partition("：")[2]):
            continue
        parts = _parts(sentence, said[at + 1 :], whole)
        if parts is not None and len(parts) > 1:
            yield whole, parts, complete


def _parts(sentence: Sentence, said: Sequence[Statement], whole: Statement) -> list[Statement] | None:
    """The parts of a list; None where it is nested, mixed or goes on without figures."""
    first = said[0]
    parts = [first]
    for one in said[1:]:
        closed = one.depth < first.depth
        if one.depth > first.depth:
            continue
        if closed or "；" in one.lead or "。" in one.lead:
            break
        if _JOINT.match(one.lead) is None or _NOT_A_PART.search(one.lead):
            if one.quantity.unit == whole.quantity.unit:
                return None
            break
        parts.append(one)
    if any(one.quantity.unit != whole.quantity.unit or not one.quantity.exact for one in parts):
        return None
    if any(one.topics and one.topics[0] in _REQUEST_TOPICS for one in (whole, *parts)):
        return None
    if len({bool(one.topics) for one in parts}) > 1:
        return None
    behind = sentence.text[parts[-1].quantity.end :]
    return None if _MORE_BEHIND.match(behind) else parts


def _severity(whole: Statement, parts: Sequence[Statement], *, complete: bool) -> str | None:
    total = Decimal(whole.quantity.value)
    found = sum((Decimal(one.quantity.value) for one in parts), Decimal(0))
    gap = abs(found - total)
    if not gap or not total or _a_prefix_fits(parts, total):
        return None
    if complete:
        return "warning" if gap <= max(Decimal(2), total * _NEAR) else "info"
    if found > total:
        return "warning" if gap <= max(Decimal(2), total * _NEAR) else None
    return "info" if gap <= max(Decimal(1), total * _VERY_NEAR) else None


def _a_prefix_fits(parts: Sequence[Statement], total: int | Decimal) -> bool:
    """Whether the first parts alone make the whole: what follows divides it in another way."""
    so_far: int | Decimal = 0
    for at, one in enumerate(parts):
        so_far += one.quantity.value
        if at and so_far == total:
            return True
    return False


_SHARE = re.compile(r"^[^，；。（）]{0,6}[，（]?(?:约)?(?:占比?|比例为)(?P<of>[^，；。（）\d]{0,14})$")
_OF_ALL = re.compile("总|全部|申请|办结|受理|收到|^的?$|^为?$|公开")
_ONE_POINT = 1


@rule("GXC008", "percentage", severity="warning", basis="数字应当前后相符")
def percentage(report: Report) -> Iterator[Finding]:
    """占比计算错误

    查什么
        “N件，占P%”中的百分比，按同一句话里前面的总数（政府信息公开申请还可按表三的总数）计算是否正确。差在最后一位上是
        提醒，差得更多是警告。

    依据
        同一句话里的数字应当相符。

    为什么
        百分比是算出来的，总数或分项改动之后容易忘了重算。

    例
        错：
            （填数）figures
            2024年，我镇主动公开政府信息80条，其中民生类40条，占⟦60%⟧。
        对：
            2024年，我镇主动公开政府信息80条，其中民生类40条，占50%，财政类10条，占12.5%，同比增长30%。

    怎样改
        重新计算百分比。不能自动修改。

    何时忽略
        百分比是按另一个总数算的。总数不明的、约数、增长率都不查。

    English
        A share is miscalculated. A percentage behind 占 is checked against the whole named before it in the sentence.
        One in the last digit is advice.
    """
    for sentence in read_sentences(report):
        said = [one for one in sentence.statements if not one.denied and not one.every]
        for at, share in enumerate(said):
            if at < 2 or share.quantity.unit != "%" or not share.quantity.exact:
                continue
            match = _SHARE.match(share.lead)
            part = said[at - 1]
            if match is None or not _OF_ALL.search(match["of"]) or not part.quantity.exact or part.quantity.unit == "%":
                continue
            wholes = _wholes(report, said[:at], part)
            if wholes:
                yield from _share_told(report, share, part, wholes)


def _wholes(report: Report, before: Sequence[Statement], part: Statement) -> list[int | Decimal]:
    """The totals a share may be of: the sentence's figures with the same unit, and those of table three."""
    same = [one.quantity for one in before[:-1] if one.quantity.unit == part.quantity.unit and one.quantity.exact]
    if not same or same[0].value < part.quantity.value or not same[0].value:
        return []
    values = [one.value for one in same if one.value and one.value >= part.quantity.value]
    if part.topics and part.topics[0] in _REQUEST_TOPICS:
        values += [held.value for held in request_figures(report, ("received",))[:3] if held.value]
    return values


def _share_told(
    report: Report, share: Statement, part: Statement, wholes: Sequence[int | Decimal]
) -> Iterator[Finding]:
    given = Decimal(share.quantity.value)
    digit = Decimal(1).scaleb(min(0, int(given.as_tuple().exponent)))
    exact = [Decimal(part.quantity.value) * 100 / Decimal(whole) for whole in wholes]
    if any(abs(one - given) < digit for one in exact):
        rounded = [one.quantize(digit, ROUND_HALF_UP) for one in exact]
        if given in rounded or any(int(one / digit) == int(given / digit) for one in exact):
            return
        near = True
    else:
        near = any(abs(one - given) <= max(digit, Decimal(_ONE_POINT) / 10) for one in exact)
    expected = exact[0].quantize(digit, ROUND_HALF_UP)
    yield Finding(
        share.span,
        "{part} ÷ {whole} 是 {expected}%，这里写的是 {given}%，请核对。",
        {"part": part.quantity.value, "whole": wholes[0], "expected": expected, "given": given},
        related=(Related(part.span, "分子"),),
        severity="info" if near else None,
    )


@rule("GXC015", "outcome-sum", severity="info", basis="国办公开办函〔2021〕30号表三注明的勾稽关系")
def outcome_sum(report: Report) -> Iterator[Finding]:
    """分项不等于总数

    查什么
        一段话里说了收到多少件申请，又分别说了各种处理结果和结转下年度的件数，它们之和是否等于收到的件数（可加上年结转）。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号表三注明：收到的申请不是办结就是结转。

    为什么
        总数与分项不符，读者不知道该信哪一个。

    例
        错：
            全年共收到政府信息公开申请⟦12件⟧，其中予以公开7件，部分公开1件，不予公开2件，无法提供3件。
        对：
            全年共收到政府信息公开申请12件，其中予以公开7件，部分公开1件，不予公开1件，无法提供3件。
        对：
            全年共收到政府信息公开申请12件，上年结转1件，予以公开7件，部分公开3件，无法提供2件，结转下年度1件。

    怎样改
        核对各项件数；没有列全的，补上其余各项。不能自动修改。

    何时忽略
        只列出了几种主要的处理结果。

    English
        Results named in the text do not add up to the requests received. Told only where the results exceed what was
        received or miss it narrowly, and where the table does not settle the matter.
    """
    blamed: dict[int, Hashable] | None = None
    for sentence in read_sentences(report):
        said = [
            one for one in sentence.statements if one.comparable and not one.denied and one.topics[0] in _REQUEST_TOPICS
        ]
        received = next((one for one in said if one.topics[0] in ("received", "new")), None)
        results = [one for one in said if one.topics[0] in (*OUTCOMES, "carried_out")]
        named: list[Topic] = [topic for one in results for topic in one.topics]
        if received is None or len(results) < 2 or len(set(named)) != len(named):
            continue
        carried = sum(int(one.quantity.value) for one in said if one.topics == ("carried_in",))
        total = sum(int(one.quantity.value) for one in results)
        whole = int(received.quantity.value)
        if blamed is None:
            blamed = {one.statement.span.start: one.cause for one in mismatches(report, (*REQUESTS, *RESULTS))}
        causes = [blamed[one.span.start] for one in said if one.span.start in blamed]
        if not _suspicious(report, total, whole, carried, settled=not causes):
            continue
        yield Finding(
            received.span,
            "所列处理结果和结转下年度共 {total} 件，与收到的 {whole} 件不等，请核对。",
            {"total": total, "whole": whole + carried},
            related=tuple(Related(one.span, "分项：{said}", {"said": printed(report, one)}) for one in results),
            cause=causes[0] if causes else None,
            rank=2,
        )


def _suspicious(report: Report, total: int, whole: int, carried: int, *, settled: bool) -> bool:
    """Whether the results of a sentence cannot be a lawful part of what was received. ``settled``: every figure that
    table three can tell agrees with it."""
    if total in (whole, whole + carried):
        return False
    held = request_figures(report, ("received",))
    if held and settled and total <= held[1].value:
        return False
    most = max(whole + carried, held[1].value if held and settled else 0)
    return total > most or most - total <= max(1, most // 20)
