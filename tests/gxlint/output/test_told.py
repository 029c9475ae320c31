"""What is told of a finding: no output hands on what stands in a private place."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxlint import Edit, Finding, Fix, Related, Span
from gxlint.output.told import Teller
from gxlint.testing import overlay, sample
from tests.gxlint.cli.conftest import Gxlint, gxlint

__all__ = ["gxlint"]

NUMBER = "110100190001010018"
SPACED = "138 0013 8000"
LINE = f"申请人（身份证号{NUMBER}）的申请已答复,手机{SPACED}。"


def test_every_part_of_a_finding_is_told_without_what_is_private() -> None:
    text = f"电话{SPACED}。"
    secret = Span(2, 2 + len(SPACED))
    args = {"words": SPACED}
    finding = Finding(
        Span(0, 2),
        "“{words}”",
        args,
        related=(Related(secret, "{words}", args),),
        fix=Fix((Edit(Span(0, 2), "x"),), "unsafe", "删去{words}", args),
        severity="info",
        code="GXW099",
    )
    told = Teller("a.txt", text, "zh", {}, [SPACED, SPACED[:3], ""]).told(finding)
    assert told.line == "电话*** **** ****。"
    assert told.fix is not None
    said = (told.message, told.related[0].message, told.fix.message)
    assert not any(SPACED in one for one in said)
    assert told.related[0].place.end.column == 1 + secret.end  # Nothing has moved.


@pytest.mark.parametrize("format_", ["text", "concise", "json", "github", "sarif"])
@pytest.mark.parametrize("ignored", [False, True])
def test_no_output_hands_on_the_number_of_a_person(gxlint: Gxlint, tmp_path: Path, format_: str, ignored: bool) -> None:
    """Not in the finding about it, and not in another one that quotes the same line."""
    (tmp_path / "a.md").write_text(overlay(sample(), LINE), "utf-8")
    if ignored:
        row = overlay(sample(), LINE)[: overlay(sample(), LINE).index(LINE)].count("\n") + 1
        assert gxlint("ignore", "GXW011", f"a.md:{row}", "--reason", "核实过").code == 0
    outcome = gxlint("check", "a.md", "--output-format", format_)
    assert outcome.code == (0 if ignored else 1)
    assert "GXW001" in outcome.out
    assert not any(secret in outcome.out + outcome.err for secret in (NUMBER, SPACED))
