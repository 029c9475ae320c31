"""Reports that are in order: every form, shape and kind of organ, figures of every size, prose of many wordings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from gxlint.forms import bundled_forms
from gxlint.report import Form
from tests.accuracy.sentences import CITATIONS, FIGURES, WORDING
from tests.plugins.gxlint_consistency.phrasings import CASES, DOCUMENTS, OTHERS, OUTCOMES, RECEIVED
from tests.plugins.gxlint_consistency.test_written_reports import said_of
from tests.writing import SHAPES, UNMARKED, Figures, Shape, Wear, figures, in_prose, render
from tests.writing.render import _set_in_lines as set_in_lines
from tests.writing.wear import Kind

MAGNITUDES = (0, 1, 8, 40, 900, 5_000, 400_000, 3_000_000)
WEAR: tuple[Kind, ...] = ("wrapped-labels", "empty-paragraphs", "odd-spaces")
"""The marks of use that are nobody's fault; page numbers and bookmarks are told of, and rightly."""


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ, what it calls itself in prose (``me``, ``name``, ``mine``), and whether it can make 规章."""

    title: str
    me: str
    name: str
    mine: str
    regulations: bool = False


ORGANS = (
    Organ("青山县云岭镇人民政府", "我镇", "云岭镇", "本镇"),
    Organ("青山县石桥乡人民政府", "我乡", "石桥乡", "本乡"),
    Organ("望江区东桥街道办事处", "我街道", "东桥街道", "本街道"),
    Organ("青山县水务局", "我局", "青山县水务局", "本局"),
    Organ("临河市医疗保障局", "我局", "临河市医疗保障局", "本局"),
    Organ("白石市发展和改革委员会", "我委", "白石市发展改革委", "本委"),
    Organ("云岭省财政厅", "我厅", "云岭省财政厅", "本厅"),
    Organ("白石市城市管理综合执法支队", "我队", "市综合执法支队", "本队"),
    Organ("望江经济开发区管理委员会", "我委", "望江经开区管委会", "本委"),
    Organ("青山县自然资源和规划局", "我局", "县自然资源局", "本局"),
    Organ("青山县卫生健康委员会", "我委", "县卫健委", "本委"),
    Organ("白石市大数据中心", "我中心", "白石市大数据中心", "本中心"),
    Organ("望江区人民政府办公室", "我办", "区政府办公室", "本办"),
    Organ("云岭省人民政府办公厅", "我厅", "省政府办公厅", "本厅"),
    Organ("青山县红山苏木人民政府", "本苏木", "红山苏木", "本苏木"),
    Organ("国家水务局", "我局", "国家水务局", "本局", True),
    Organ("青山县人民政府", "全县", "我县", "全县"),
    Organ("望江区人民政府", "全区", "我区", "全区"),
    Organ("青山自治县人民政府", "全县", "我县", "全县"),
    Organ("北山市人民政府", "全市", "我市", "全市各级各部门"),
    Organ("红山旗人民政府", "全旗", "我旗", "全旗"),
    Organ("云岭自治区人民政府", "全区", "我区", "全区", True),
    Organ("白石市人民政府", "全市", "我市", "全市", True),
    Organ("山南自治州人民政府", "全州", "我州", "全州", True),
    Organ("云岭省人民政府", "全省", "我省", "全省", True),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a report is written from. ``told`` are the figures its prose speaks of: those of the tables, unless a
    defect is wanted. ``lines`` are sentences for section one with their figures left open."""

    seed: int
    form: Form
    year: int
    organ: Organ
    shape: Shape
    truth: Figures
    told: Figures
    lines: tuple[str, ...]

    @property
    def marked(self) -> bool:
        """Whether the cells of the tables stand between marks, so that a blank one can be seen."""
        return self.shape not in UNMARKED

    def text(self) -> str:
        """The report."""
        text, told = self._rendered(self.truth), self._rendered(self.told)
        start, end = self.room(told), self.room(text)
        return told[:start] + "".join(self.paragraph(line) for line in self._sentences()) + text[end:]

    def room(self, text: str) -> int:
        """Where section one ends: the start of the next heading's line."""
        return text.rfind("\n", 0, text.index(self.form.sections[1].title)) + 1

    def paragraph(self, text: str) -> str:
        """A paragraph as this shape prints it."""
        if self.shape in UNMARKED:
            return set_in_lines(text, 28, "  " if self.shape == "aligned" else "")
        return f"{text}\n\n" if self.shape == "pipes" else f"{text}\n"

    def _rendered(self, values: Figures) -> str:
        wear = Wear(Random(self.seed), WEAR if self.seed % 3 == 0 else ())
        title = self.organ.title
        return render(self.form, values, self.shape, year=self.year, organ=title, random=Random(self.seed), wear=wear)

    def _sentences(self) -> Sequence[str]:
        random, organ, year = Random(self.seed), self.organ, self.year
        figures = {name: in_prose(random, value) for name, value in said_of(self.told).items()}
        sentences = []
        for line in self.lines:
            printed = line.removeprefix("（二）依申请公开。").removeprefix("（三）政府信息管理。")
            for word, own in (("云岭镇人民政府", organ.name), ("我镇", organ.me), ("本镇", organ.mine)):
                printed = printed.replace(word, own)
            if "行政复议案件20件" not in printed:
                printed = printed.replace("云岭镇", organ.name)
            printed = re.sub(r"202[0345](?=年)", lambda match: str(year + int(match[0]) - 2024), printed)
            a, b = random.randint(2, 90), random.randint(2, 90)
            names = {"me": organ.me, "name": organ.name, "mine": organ.mine}
            years = {"year": year, "last": year - 1, "next": year + 1}
            sentences.append(printed.format(**figures, **names, **years, a=a, b=b, sum=a + b))
        return sentences


def draft(seed: int) -> Draft:
    """A report that agrees with itself and with the official form."""
    random = Random(seed)
    form = random.choice(bundled_forms())
    year = random.randint(form.first_year, form.last_year or form.first_year + 4)
    organ, shape = random.choice(ORGANS), random.choice(SHAPES)
    truth = figures(random, form, random.choice(MAGNITUDES))
    if not organ.regulations:
        truth["item1"]["regulation"] = dict.fromkeys(truth["item1"]["regulation"], 0)
    documents = [line for line in DOCUMENTS if "repealed" not in line or year >= 2021]
    groups = (RECEIVED, OUTCOMES, CASES, documents, OTHERS, OTHERS, CITATIONS, FIGURES, FIGURES, WORDING)
    lines = list(dict.fromkeys(random.choice(group) for group in groups if random.randrange(4)))
    random.shuffle(lines)
    return Draft(seed, form, year, organ, shape, truth, truth, tuple(lines))
