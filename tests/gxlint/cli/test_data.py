"""Data files that the settings name, through the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gxlint.testing import sample
from tests.gxlint.cli.conftest import Gxlint

REPORT = sample().replace("六、其他需要报告的事项", "六、补充说明和附注")
ENTRY = '[[headings]]\nsection = "other"\nnames = ["补充说明和附注"]\nsource = "青山省政务公开办公室通知"\n'


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path) -> None:
    (tmp_path / "云岭镇.md").write_text(REPORT, "utf-8")
    (tmp_path / "gxlint.toml").write_text('data = ["本省.toml"]\n', "utf-8")


def test_a_province_names_a_part_in_its_own_way(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "本省.toml").write_text(ENTRY, "utf-8")
    assert gxlint("check", ".").code == 0
    assert "GXS001" in gxlint("check", ".", "--isolated").out


def test_a_faulty_entry_gives_2_and_everything_else_is_checked(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "本省.toml").write_text(ENTRY + '[[organs]]\nknd = "township"\n', "utf-8")
    outcome = gxlint("check", ".")
    assert outcome.code == 2
    assert "数据文件 本省.toml：organs 第 1 条：没有键 knd，是不是 kind？" in outcome.err
    assert "没有发现问题" not in outcome.out
    assert "GXS001" not in outcome.out
    assert (gxlint("plugins").code, gxlint("baseline", "create").code) == (2, 2)
    assert not (tmp_path / "gxlint-baseline.json").exists()


def test_the_fault_is_told_in_english_too(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "本省.toml").write_text('[[organs]]\nkind = "town"\nendings = ["坊"]\nsource = "省"\n', "utf-8")
    outcome = gxlint("check", ".", "--language", "en")
    assert "Data file 本省.toml: organs, entry 1: kind must be one of government / township / department" in outcome.err


def test_the_list_of_plugins_names_their_data_files(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "本省.toml").write_text(ENTRY, "utf-8")
    (tmp_path / "local.py").write_text(
        "from pathlib import Path\nfrom gxlint import hookimpl\n\n"
        '@hookimpl\ndef gxlint_data():\n    return [Path(__file__).with_name("本省.toml")]\n',
        "utf-8",
    )
    (tmp_path / "gxlint.toml").write_text('plugins = ["local.py"]\n', "utf-8")
    assert "数据文件 本省.toml" in gxlint("plugins").out
    listed = json.loads(gxlint("plugins", "--output-format", "json").out)
    assert [Path(one["data"][0]).name for one in listed if one["data"]] == ["本省.toml"]
    assert gxlint("check", ".").code == 0
