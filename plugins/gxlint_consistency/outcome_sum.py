"""GXC015: the results of requests that the text names, and what it says was received."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from gxlint import OUTCOMES, Finding, Related, Report, Topic, read_sentences, rule
from gxlint_consistency.comparing import REQUESTS, RESULTS, mismatches, printed, request_figures

_REQUEST_TOPICS = frozenset((*REQUESTS, *RESULTS))


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
