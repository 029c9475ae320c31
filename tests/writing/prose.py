"""The prose of an invented report: varied, plain, and at one with the figures of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random

from gxlint.report import Form
from tests.writing.figures import Figures, Value

_OPENINGS = (
    "{year}年，{self}认真落实政府信息公开各项要求，稳步推进各项工作。",
    "{year}年，{self}坚持以公开为常态、不公开为例外，持续提升公开实效。",
    "{year}年，{self}围绕群众关心的事项，进一步规范公开内容、拓宽公开渠道。",
)
_DISCLOSURE = (
    "（一）主动公开。全年通过政府网站公开各类信息{count}条，涵盖民生保障、乡村建设、财政预决算等领域。",
    "（一）主动公开。及时更新公开目录，全年在政府网站和公开栏发布信息{count}条。",
    "（一）主动公开。重点做好惠民政策、工程建设和应急管理等信息的公开，全年发布信息{count}条。",
)
_MANAGEMENT = (
    "（三）政府信息管理。严格执行先审查、后公开制度，对已公开的信息定期清理。",
    "（三）政府信息管理。健全信息发布审核机制，明确专人负责，确保内容准确、表述规范。",
)
_PLATFORM = (
    "（四）政府信息公开平台建设。维护好政府网站信息公开专栏，方便群众查询。",
    "（四）政府信息公开平台建设。在便民服务大厅设置查阅点，配备工作人员提供引导。",
)
_SUPERVISION = (
    "（五）监督保障。将政府信息公开纳入年度工作考核，开展社会评议，全年未发生责任追究情形。",
    "（五）监督保障。组织业务培训{training}次，工作考核和社会评议结果良好，未发生需要责任追究的情况。",
)
_PROBLEMS = (
    "存在的主要问题：一是公开内容与群众需求还有差距；二是工作人员业务能力有待提高。",
    "存在的主要问题：一是政策解读形式比较单一；二是信息更新的及时性有待加强。",
)
_MEASURES = (
    "改进措施：一是加强调研，丰富公开内容；二是加强培训，提升业务水平。",
    "改进措施：一是综合运用图文、视频等形式开展解读；二是完善更新提醒机制，做到及时发布。",
)


def title(organ: str, year: int) -> list[str]:
    """The lines of the title."""
    return [organ, f"{year}年政府信息公开工作年度报告"]


def preface(random: Random, year: int) -> list[str]:
    """What stands between title and section one; may be nothing."""
    period = f"统计期限为{year}年1月1日至{year}年12月31日。"
    return random.choice(
        (
            [],
            [f"本报告根据《中华人民共和国政府信息公开条例》编制。{period}"],
            ["根据《中华人民共和国政府信息公开条例》规定，现公布本机关政府信息公开工作年度报告。", f"本报告{period}"],
        )
    )


def overview(random: Random, figures: Figures, year: int, organ: str) -> Iterator[str]:
    """The paragraphs of section one."""
    yield random.choice(_OPENINGS).format(year=year, self=_self(organ))
    yield random.choice(_DISCLOSURE).format(count=random.randint(5, 900))
    yield "（二）依申请公开。" + _requests(figures["requests"], year)
    yield random.choice(_MANAGEMENT)
    yield random.choice(_PLATFORM)
    yield random.choice(_SUPERVISION).format(training=random.randint(2, 6))


def problems(random: Random) -> list[str]:
    """The paragraphs of section five."""
    return [random.choice(_PROBLEMS), random.choice(_MEASURES)]


def other(random: Random, form: Form, year: int) -> list[str]:
    """The paragraphs of section six. Fees are reported here since the form of 2021."""
    if form.last_year is not None:
        return ["无其他需要报告的事项。"]
    rest = random.choice(("无其他需要报告的事项。", "没有其他需要报告的事项。"))
    return [f"{year}年，本机关未收取信息处理费。{rest}"]


def _requests(table: Mapping[str, Mapping[str, Value]], year: int) -> str:
    new, carried_in = table["new"]["total"], table["carried_in"]["total"]
    if not new and not carried_in:
        return f"{year}年未收到政府信息公开申请。"
    carried = f"，上年结转{carried_in}件" if carried_in else ""
    return f"{year}年新收政府信息公开申请{new}件{carried}，均按规定办理。"


def _self(organ: str) -> str:
    """How the organ speaks of itself: 我镇, 我县, 我局."""
    name = organ.removesuffix("人民政府").removesuffix("办事处")
    return "我街道" if name.endswith("街道") else f"我{name[-1]}"
