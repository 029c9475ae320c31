"""GXC010: what a report says of fees for requests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Finding, Related, Report, Statement, read_statements, rule
from gxlint_consistency.comparing import printed

_NEVER_CHARGED = re.compile("^(?:不收|免收)|通知")
"""Words that deny the charge itself; 未收取 only denies that money came in."""


@rule("GXC010", "fee-contradiction", severity="info", basis="国办函〔2020〕109号")
def fee_contradiction(report: Report) -> Iterator[Finding]:
    """收费情况矛盾

    查什么
        正文说未收取信息处理费，别处却写了收费金额；或者正文说不收费、未发出收费通知，表三（六）其他处理第2项（逾期不缴纳
        费用）却不是 0，说明曾发出收费通知。

    依据
        《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）。

    为什么
        这句话多半是沿用往年的套话。曾发出收费通知的，应当说明发出几件、金额多少、实际收取多少。

    例
        错：
            2024年，我镇收取信息处理费120元。
            六、其他需要报告的事项
            2024年，我镇⟦未收取信息处理费⟧。
        对：
            六、其他需要报告的事项
            2024年，我镇收取信息处理费120元。
        对：
            六、其他需要报告的事项
            2024年，我镇未收取信息处理费。2023年收取信息处理费120元。

    怎样改
        写明发出收费通知的件数和金额、实际收取的金额。不能自动修改。

    何时忽略
        两处说的不是同一种费用。只说“未收取”的不与表三比较：发出了收费通知而没有人缴费，确实未收取。

    English
        Fees contradict each other. The text says that no fee was collected, but names an amount elsewhere; or it says
        that nothing is charged and no notice was sent, but table three counts requests given up over an unpaid fee.
    """
    said = [one for one in read_statements(report) if one.topics == ("fee",) and one.period == "year"]
    denied = [one for one in said if one.denied and one.holder == "organ"]
    if not denied:
        return
    charged = next((one for one in said if not one.denied and one.quantity.value > 0 and not one.narrowed), None)
    if charged is not None:
        yield _against_text(report, denied[0], charged)
        return
    never = next((one for one in denied if _NEVER_CHARGED.search(printed(report, one))), None)
    table = report.layout.table("requests")
    row = table.row("results.other.no-payment") if table else None
    total = table.cell(row.form.key, "total") if table and row else None
    if never is not None and total is not None and isinstance(total.value, int) and total.value > 0:
        yield Finding(
            never.span,
            "文中说“{said}”，表三（六）其他处理第2项（逾期未缴费）却有 {value} 件，请写明收费通知的情况。",
            {"said": printed(report, never), "value": total.value},
            related=(Related(total.span, "逾期未按收费通知缴费：{value}", {"value": total.text}),),
        )


def _against_text(report: Report, denied: Statement, charged: Statement) -> Finding:
    amount = printed(report, charged)
    return Finding(
        denied.span,
        "这里说未收取信息处理费，别处写收取“{amount}”，请核对。",
        {"amount": amount},
        related=(Related(charged.span, "这里写的收费金额"),),
    )
