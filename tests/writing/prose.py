"""The prose of an invented report: varied, plain, and at one with the figures of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from gxlint.report import Form
from tests.writing.figures import Figures, Value
from tests.writing.numerals import in_prose

_OPENINGS = (
    "{year}年，{self}认真落实政府信息公开各项要求，稳步推进各项工作。",
    "{year}年，{self}坚持以公开为常态、不公开为例外，持续提升公开实效。",
    "{year}年，{self}围绕群众关心的事项，进一步规范公开内容、拓宽公开渠道。",
    "{year}年度，{self}把政府信息公开与中心工作同部署、同检查，依法保障公众的知情权、参与权和监督权。",
    "{year}年，在上级主管部门的指导下，{self}健全工作机制，压实工作责任，各项任务有序推进。",
    "{self}高度重视政府信息公开工作。{year}年，调整充实领导小组，明确1名工作人员专门负责。",
)
_DISCLOSURE = (
    "（一）主动公开。全年通过政府网站公开各类信息{count}条，涵盖民生保障、乡村建设、财政预决算等领域。",
    "（一）主动公开。及时更新公开目录，全年在政府网站和公开栏发布信息{count}条。",
    "（一）主动公开。重点做好惠民政策、工程建设和应急管理等信息的公开，全年发布信息{count}条。",
    "（一）主动公开情况。截至{year}年12月31日，发布各类信息{count}条，其中动态类{part}条、公文类{rest}条。",
    "（一）主动公开方面。全年累计发布信息{count}余条，公众号推送{part}期，编印政府公报4期、赠阅500册。",
    "（一）主动公开。从公开渠道看，网站公开{part}条，占比{share}%；其他渠道公开{rest}条。",
    "（一）主动公开。公开信息{count}条，具体分类为：政策文件{part}条、其他信息{rest}条，同比增长12.5%。",
)
_MANAGEMENT = (
    "（三）政府信息管理。严格执行先审查、后公开制度，对已公开的信息定期清理。",
    "（三）政府信息管理。健全信息发布审核机制，明确专人负责，确保内容准确、表述规范。",
    "（三）政府信息管理情况。落实公文属性源头认定，全年认定主动公开公文{part}件、依申请公开公文6件、不予公开公文3件。",
    "（三）政府信息管理。对拟公开的{count}条信息逐条审查，同意公开{count}条，并清理失效信息{part}条。",
)
_PLATFORM = (
    "（四）政府信息公开平台建设。维护好政府网站信息公开专栏，方便群众查询。",
    "（四）政府信息公开平台建设。在便民服务大厅设置查阅点，配备工作人员提供引导。",
    "（四）平台建设。发挥网站第一平台作用，新增栏目3个，整改错链{part}处，开设政务新媒体账号2个。",
)
_SUPERVISION = (
    "（五）监督保障。将政府信息公开纳入年度工作考核，开展社会评议，全年未发生责任追究情形。",
    "（五）监督保障。组织业务培训{training}次，工作考核和社会评议结果良好，未发生需要责任追究的情况。",
    "（五）监督保障。召开会议{training}次，培训{part}人次，开展工作考核和社会评议，没有责任追究情况。",
)
_PROBLEMS = (
    "存在的主要问题：一是公开内容与群众需求还有差距；二是工作人员业务能力有待提高。",
    "存在的主要问题：一是政策解读形式比较单一；二是信息更新的及时性有待加强。",
    "{year}年，{self}的工作取得了一定成效，但还存在不足：一是主动公开的意识有待增强；二是公开的内容不够丰富。",
)
_MEASURES = (
    "改进措施：一是加强调研，丰富公开内容；二是加强培训，提升业务水平。",
    "改进措施：一是综合运用图文、视频等形式开展解读；二是完善更新提醒机制，做到及时发布。",
    "{next}年，{self}将做好以下工作：一是加强学习，提高认识；二是聚焦群众关切，丰富公开内容。",
)
_REQUESTS = (
    "{year}年新收政府信息公开申请{new}件{carried}，均按规定办理。",
    "全年共收到政府信息公开申请{new}件{carried}，未出现超期答复的情况。",
    "{year}年，{self}收到依申请公开件{new}件{carried}，办结{answered}件，结转下年度继续办理{out}件。",
    "健全登记、审核、办理、答复等工作流程，{year}年以来收到信息公开申请{new}件{carried}。",
    "{year}年{self}受理政府信息公开申请{new}件{carried}。其中，予以公开{granted}件，部分公开{partial}件。",
)
_NO_REQUESTS = (
    "{year}年未收到政府信息公开申请。",
    "{year}年，{self}没有收到公民、法人和其他组织提出的政府信息公开申请。",
    "全年收到政府信息公开申请0件，无上年结转的申请。",
    "{year}年度，{self}未接到公众要求公开政府信息的申请。",
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
            [f"现公布本机关{year}年政府信息公开工作年度报告。{period}如有疑问，请与办公室联系。"],
        )
    )


def overview(random: Random, figures: Figures, year: int, organ: str) -> Iterator[str]:
    """The paragraphs of section one."""
    part, rest = random.randint(2, 400), random.randint(3, 500)
    share = (Decimal(part * 100) / (part + rest)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    told = {"count": part + rest, "part": part, "rest": rest, "share": share, "training": random.randint(2, 6)}
    names = {"year": year, "next": year + 1, "self": own_name(organ)}
    yield random.choice(_OPENINGS).format(**names)
    yield random.choice(_DISCLOSURE).format(**told, **names)
    yield "（二）依申请公开。" + _requests(random, figures["requests"], names)
    yield random.choice(_MANAGEMENT).format(**told, **names)
    yield random.choice(_PLATFORM).format(**told, **names)
    yield random.choice(_SUPERVISION).format(**told, **names)


def problems(random: Random, year: int, organ: str) -> list[str]:
    """The paragraphs of section five."""
    names = {"year": year, "next": year + 1, "self": own_name(organ)}
    return [random.choice(_PROBLEMS).format(**names), random.choice(_MEASURES).format(**names)]


def other(random: Random, form: Form, year: int) -> list[str]:
    """The paragraphs of section six. Fees are reported here since the form of 2021."""
    if form.last_year is not None:
        return ["无其他需要报告的事项。"]
    rest = random.choice(("无其他需要报告的事项。", "没有其他需要报告的事项。"))
    return [f"{year}年，本机关未收取信息处理费。{rest}"]


def _requests(random: Random, table: Mapping[str, Mapping[str, Value]], names: Mapping[str, object]) -> str:
    totals = {key: int(row["total"]) for key, row in table.items()}
    new, carried_in = totals["new"], totals["carried_in"]
    if not new and not carried_in:
        return random.choice(_NO_REQUESTS).format(**names)
    said = {
        "new": in_prose(random, new),
        "carried": f"，上年结转{carried_in}件" if carried_in else "",
        "answered": totals["results.total"],
        "out": totals["carried_out"],
        "granted": totals["results.granted"],
        "partial": totals["results.partial"],
    }
    return random.choice(_REQUESTS).format(**said, **names)


def own_name(organ: str) -> str:
    """How the organ speaks of itself: 我镇, 我县, 我局, 我委."""
    name = organ.removesuffix("人民政府").removesuffix("办事处")
    for ending, kind in _KINDS.items():
        if name.endswith(ending):
            return f"我{kind}"
    return f"我{name[-1]}"


_KINDS = {
    "街道": "街道",
    "委员会": "委",
    "管委会": "委",
    "办公室": "办",
    "办公厅": "厅",
    "中心": "中心",
    "支队": "队",
    "自治区": "区",
    "苏木": "苏木",
}
"""What an organ is called by the end of its name, where that is not its last character."""
