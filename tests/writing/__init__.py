"""Writing consistent reports in every shape a reader must understand.

    >>> form = bundled_forms()[-1]
    >>> truth = figures(random.Random(1), form, magnitude=50)
    >>> text = render(form, truth, "tab-cells", year=2024, organ="青山县云岭镇人民政府")

``figures`` keep every relation of the form; ``render`` prints them; ``Wear`` adds what conversion does to a text.
Reading the text back has to give ``truth`` again.
"""

from __future__ import annotations

from tests.writing.figures import Figures, Value, figures
from tests.writing.numerals import in_prose
from tests.writing.render import CLOSED, MARKED, SHAPES, UNMARKED, Shape, form_for, render
from tests.writing.wear import KINDS, Wear

__all__ = [
    "CLOSED",
    "KINDS",
    "MARKED",
    "SHAPES",
    "UNMARKED",
    "Figures",
    "Shape",
    "Value",
    "Wear",
    "figures",
    "form_for",
    "in_prose",
    "render",
]
