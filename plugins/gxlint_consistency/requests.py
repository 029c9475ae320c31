"""GXC003, GXC004, GXC005: what the text says of requests, and table three."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint import Finding, Report, rule
from gxlint_consistency.comparing import REQUESTS, RESULTS, mismatches, printed, told


@rule("GXC003", "narrative-received", severity="warning", basis="国办公开办函〔2021〕30号：文字与表格应当一致")
def narrative_received(report: Report) -> Iterator[Finding]:
    """收件数与表不符

    查什么
        正文说收到（受理、新收、收办）政府信息公开申请多少件、上年结转多少件，与表三是否一致。等于“本年新收”、新收加
        上年结转、（七）总计，或者新收行的某一列，都算一致。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号：同一份报告的文字和表格说的是同一件事。

    为什么
        读者先看文字，再看表格。两个数不同，至少有一个是错的，往往是表格改过而文字没有跟着改。

    例
        错：
            （填数）figures
            2024年，我镇共收到政府信息公开申请⟦15件⟧，均按期答复。
        对：
            （填数）figures
            2024年，我镇共收到政府信息公开申请12件，上年结转1件，同比增加5件。
        对：
            （填数）figures
            2024年，我镇共办理政府信息公开申请13件，其中自然人申请11件；县水务局收到政府信息公开申请40余件。

    怎样改
        对照登记台账，改正文字或表格。不能自动修改。

    何时忽略
        文字说的是另一个范围（某个单位、某种渠道、某个时段），而 gxlint 没有看出来。有“约”“余”的数、下属单位的数、
        其他年份的数不比较；另有一处说法与表格相符时只作提醒。

    English
        Requests received: text and table differ. The number of requests received or carried in is compared with table
        three. Approximate numbers, other units, other years and parts of the whole are not compared.
    """
    for mismatch in mismatches(report, REQUESTS, zero=False):
        yield told(report, mismatch)


@rule("GXC004", "narrative-zero", severity="warning", basis="国办公开办函〔2021〕30号：文字与表格应当一致")
def narrative_zero(report: Report) -> Iterator[Finding]:
    """“未收到”与表矛盾

    查什么
        正文说未收到政府信息公开申请，表三本年新收却不是 0；或者正文说收到了申请，表三新收和上年结转都是 0。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号：同一份报告的文字和表格说的是同一件事。

    为什么
        “未收到”多半是从上一年的报告抄来的；表格全是 0，多半是忘了填。

    例
        错：
            （填数）figures
            2024年，我镇⟦未收到政府信息公开申请⟧。
        错：
            2024年，我镇收到政府信息公开申请⟦3件⟧。
        对：
            2024年，我镇未收到政府信息公开申请，收到群众来信3件。
        对：
            （填数）figures
            2024年，我镇收到政府信息公开申请12件，下半年未收到政府信息公开申请。

    怎样改
        有申请的改正文字，没有的改正表格。不能自动修改。

    何时忽略
        “未收到”说的是某一类申请。只看关于政府信息公开申请、依申请公开的句子。

    English
        No requests in the text, but some in the table, or the reverse. Only sentences on requests for government
        information count.
    """
    for mismatch in mismatches(report, REQUESTS, zero=True):
        statement, held = mismatch.statement, mismatch.held
        if not statement.denied:
            yield told(report, mismatch)
            continue
        if held.value and statement.topics[0] != "carried_in":
            finding = told(report, mismatch)
            yield Finding(
                statement.span,
                "文中说“{said}”，表三本年新收却有 {value} 件，请核对。",
                {"said": printed(report, statement), "value": held.value},
                related=finding.related,
                severity=finding.severity,
                cause=finding.cause,
                rank=finding.rank,
            )
        elif held.value:
            yield told(report, mismatch)


@rule("GXC005", "narrative-outcome", severity="warning", basis="国办公开办函〔2021〕30号：文字与表格应当一致")
def narrative_outcome(report: Report) -> Iterator[Finding]:
    """处理结果与表不符

    查什么
        正文说予以公开、部分公开、不予公开、无法提供、不予处理、其他处理、办结、结转下年度各多少件，与表三相应各行总计
        之和是否一致。“予以公开和部分公开3件”与两项之和比较。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号：同一份报告的文字和表格说的是同一件事。

    为什么
        公开了多少、没有公开多少，是社会最关心的数字。

    例
        错：
            （填数）figures
            2024年，我镇收到政府信息公开申请12件，予以公开7件，不予公开⟦3件⟧。
        对：
            （填数）figures
            2024年，我镇收到政府信息公开申请12件，予以公开和部分公开8件，因第三方不同意等原因不予公开5件，无法提供3件。
        对：
            2024年，我镇制发公文86件，其中主动公开60件、依申请公开16件、不予公开10件。

    怎样改
        对照登记台账，改正文字或表格。不能自动修改。

    何时忽略
        文字说的只是其中一部分，而 gxlint 没有看出来。“因……不予公开”只是一部分，公文按属性分为主动公开、依申请公开、不予
        公开的是另一回事，都不比较。

    English
        Results of requests: text and table differ. Granted, partly granted, denied, unavailable, unprocessed, settled
        and carried-over requests named in the text are compared with the groups of table three.
    """
    for mismatch in mismatches(report, RESULTS):
        yield told(report, mismatch)
