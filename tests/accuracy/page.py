"""The table of the measurement, for the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gxlint import Rule
from tests.accuracy.drafts import MAGNITUDES, ORGANS
from tests.accuracy.measure import Alarm, Measured
from tests.writing import SHAPES

_LEVELS = {"error": "错误", "warning": "警告", "info": "提示"}


def page(measured: Measured, rules: Mapping[str, Rule], command: str) -> str:
    """``docs/accuracy.md``: the same for the same reports and rules."""
    return "\n".join((*_introduction(measured, command), *_alarms(measured.alarms), *_table(measured, rules))) + "\n"


def _introduction(measured: Measured, command: str) -> Iterator[str]:
    count = measured.reports
    written = sum(one.written for one in measured.recall.values())
    yield "# 准确程度"
    yield ""
    yield f"本页由 `{command}` 生成，请勿手改。报告都是虚构的，由固定的随机种子写出，同样的命令得到同样的表。"
    yield ""
    yield (
        f"- **误报**：{count} 份数据一致、格式正确的报告，两种格式、{len(SHAPES)} 种排版、{len(ORGANS)} 个各级机关、"
        f"从 0 到 {MAGNITUDES[-1] // 10_000} 万的数字、多种说法。错误、警告一共 **{len(measured.alarms)}** 条。"
    )
    yield (
        f"- **查出**：另写 {written} 份报告，每份只放进一处毛病，各条规则轮流。规则的提示与放入的位置重合或相接，才算"
        "查出；“附带”是其他规则同时给出的错误、警告条数。"
    )
    yield "- “提示”是数据一致的报告中有这条提示的份数。提示请人核对，不是误报。默认停用的规则也照样测。"
    yield "- 毛病是按规则的说明造的，查出的比例说的是各种排版、说法和数字下规则是否照说明工作，不是真实报告中的比例。"
    yield ""


def _alarms(alarms: list[Alarm]) -> Iterator[str]:
    if not alarms:
        return
    yield "## 误报"
    yield ""
    for one in alarms[:50]:
        yield f"- {one.code}，种子 {one.seed}：`{_plain(one.words)}`，所在行 `{_plain(one.line)[:80]}`"
    yield ""


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("`", "'")


def _table(measured: Measured, rules: Mapping[str, Rule]) -> Iterator[str]:
    loud = [one.code for one in measured.alarms]
    yield "| 规则 | 标题 | 级别 | 误报 | 提示 | 放入 | 查出 | 比例 | 附带 |"
    yield "|---|---|---|--:|--:|--:|--:|--:|---|"
    for code, rule in rules.items():
        advice = measured.advice[code]
        title = (
            f"| [{code}](rules/{code}.md) | {rule.title} | {_LEVELS[rule.severity]} | {loud.count(code)} | {advice} "
        )
        recall = measured.recall.get(code)
        if recall is None or not recall.written:
            yield f"{title}| 未测 | | | |"
            continue
        share = f"{100 * recall.found // recall.written}%"
        others = "、".join(f"{other} {count}" for other, count in sorted(recall.others.items()))
        yield f"{title}| {recall.written} | {recall.found} | {share} | {others} |"
