"""drafter.toml: found like git's folder, read strictly, and of effect through the command line."""

import json
import os
import re
from pathlib import Path

import pytest
from climakers import ENGLISH, ROOT, is_refusal, run

from drafter.cli.office import office_settings
from drafter.model.errors import BadSettings
from drafter.settings import NONE, read_settings, settings_for
from drafter.text.units import DIMENSIONS, OwnUnit

CASES = '[[units]]\nname = "案次"\nsame_as = "件次"\n'
REPORT = "某市2024年法治政府建设年度报告\n\n一、主要举措和成效\n全年办理法律援助{}，办结率98%。\n"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of an office, the commands running in a folder below it."""
    below = tmp_path / "2024"
    below.mkdir()
    monkeypatch.chdir(below)
    return tmp_path


def settings(folder: Path, text: str) -> Path:
    path = folder / "drafter.toml"
    path.write_text(text, encoding="utf-8")
    return path


def report(folder: Path, name: str, figure: str) -> Path:
    path = folder / name
    path.write_text(REPORT.format(figure), encoding="utf-8")
    return path


def test_the_nearest_file_above_holds(office: Path) -> None:
    path = settings(office, CASES)
    assert settings_for(office / "2024").path == path
    assert settings_for(office / "2024").units == (OwnUnit("案次", same_as="件次"),)
    nearer = settings(office / "2024", "")
    assert settings_for(office / "2024").path == nearer


def test_a_current_folder_that_is_gone_has_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "cwd", gone)
    assert office_settings() == NONE


def test_a_folder_above_that_may_not_be_looked_into_has_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: object, **_: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "stat", refused)
    assert settings_for(tmp_path) == NONE


def test_a_folder_of_that_name_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").mkdir()
    assert settings_for(tmp_path) == NONE


def test_a_unit_may_count_the_same_as_one_of_the_same_file(tmp_path: Path) -> None:
    path = settings(
        tmp_path, CASES + '[[units]]\nname = "援次"\nsame_as = "案次"\n[[units]]\nname = "柜"\ndimension = "containers"\n'
    )
    assert [unit.name for unit in read_settings(path).units] == ["案次", "援次", "柜"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[unit]]\nname = "案次"\n', "drafter.toml：不认识的项“unit”。是否为“units”"),
        ('\n[[units]]\nname = "案次"\nsameas = "件次"\n', "drafter.toml:2：不认识的项“sameas”。是否为“same_as”"),
        (CASES + CASES, "drafter.toml:4：“案次”已是计量单位，不必另加。请删去这一段"),
        ('[[units]]\nname = "件"\nsame_as = "起"\n', "drafter.toml:1：“件”已是计量单位，不必另加"),
        ('[[units]]\nsame_as = "件次"\n', "drafter.toml:1：“”不能作计量单位"),
        ('[[units]]\nname = "3件"\nsame_as = "件次"\n', "drafter.toml:1：“3件”不能作计量单位"),
        ('[[units]]\nname = "万案次"\nsame_as = "件次"\n', "drafter.toml:1：“万案次”不能作计量单位"),
        ('[[units]]\nname = "案 次"\nsame_as = "件次"\n', "drafter.toml:1：“案 次”不能作计量单位"),
        ('[[units]]\nname = "案次"\n', "drafter.toml:1：same_as 和 dimension 应写且只写一项"),
        ('[[units]]\nname = "案次"\nsame_as = "件次"\ndimension = "visits"\n', "应写且只写一项"),
        ('[[units]]\nname = "案次"\nsame_as = "件次数"\n', "same_as 不是已知的计量单位：“件次数”。是否为“件次”"),
        ('[[units]]\nname = "案次"\ndimension = "visit"\n', "没有“visit”这一 dimension。是否为“visits”"),
        ('[[units]]\nname = "案次"\ndimension = "zzz"\n', "没有“zzz”这一 dimension。可用：count、visits"),
        ("[[units]]\nname = 12\n", "drafter.toml:1：“name”应为文字"),
        ('[units]\nname = "案次"\n', "units 应写成 [[units]]，每个单位一段"),
        ('units = ["案次"]\n', "units 应写成 [[units]]，每个单位一段"),
        ('units = [{name = "件", same_as = "起"}]\n', "drafter.toml：“件”已是计量单位"),
        ("[[units]]\nname = 案次\n", "drafter.toml:2:8：写法不符合 TOML"),
    ],
)
def test_a_slip_is_one_line_with_its_place_and_the_nearest_word(office: Path, text: str, said: str) -> None:
    settings(office, text)
    given = report(office, "a.txt", "420案次")
    assert is_refusal(run("metrics", given), said)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_bytes(CASES.encode("gb18030"))
    with pytest.raises(BadSettings, match="不是 UTF-8 编码的文本"):
        settings_for(tmp_path)


def test_a_slip_is_told_in_english_too(office: Path) -> None:
    settings(office, '[[units]]\nname = "案次"\nsameas = "件次"\n')
    done = run("metrics", report(office, "a.txt", "420案次"), env=ENGLISH)
    assert is_refusal(done, "drafter.toml:1: unknown entry “sameas”. Did you mean “same_as”?")


def test_an_offices_unit_is_read_only_with_its_file(office: Path) -> None:
    given = report(office, "a.txt", "420案次")
    without = run("metrics", given, "--json")
    assert [m["unit"] for m in json.loads(without.out)["metrics"]] == ["案", "%"]
    path = settings(office, CASES)
    done = run("metrics", given, "--json")
    assert [(m["text"], m["unit"]) for m in json.loads(done.out)["metrics"]] == [("420案次", "案次"), ("98%", "%")]
    assert done.err.splitlines() == [f"drafter: 采用 drafter.toml 中的计量单位1个（{path}）"]


def test_a_file_without_units_is_not_mentioned(office: Path) -> None:
    settings(office, "")
    assert "drafter.toml" not in run("metrics", report(office, "a.txt", "420件"), "--json").err


def test_comparing_pairs_an_offices_unit_with_the_one_it_equals(office: Path) -> None:
    settings(office, CASES)
    old, new = report(office, "a.txt", "420案次"), report(office, "b.txt", "455件次")
    new.write_text(new.read_text(encoding="utf-8").replace("2024年", "2025年"), encoding="utf-8")
    made = json.loads(run("compare", old, new, "--json").out)
    (pair,) = [m for m in made["metrics"] if m["old"] and m["old"]["unit"] == "案次"]
    assert (pair["status"], pair["delta"], pair["new"]["unit"]) == ("changed", 35, "件次")


def test_a_redline_keeps_an_offices_unit_whole(office: Path) -> None:
    settings(office, CASES)
    old, new = report(office, "a.txt", "420案次"), report(office, "b.txt", "455案次")
    made = json.loads(run("compare", old, new, "--json").out)
    edits = [edit["text"] for row in made["text"] for edit in row["edits"] if edit["op"] != "equal"]
    assert edits == ["420案次", "455案次"]


PAGE = (ROOT / "docs" / "units.md").read_text(encoding="utf-8")


def test_the_example_of_the_page_of_units_is_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert [(u.name, u.same_as, u.dimension) for u in read_settings(settings(tmp_path, example)).units] == [
        ("案次", "件次", ""), ("援时", "", "hours"),
    ]  # fmt: skip


def test_the_page_of_units_names_every_dimension() -> None:
    table = PAGE[PAGE.index("## 量纲") : PAGE.index("## For maintainers")]
    assert sorted(set(re.findall(r"`(\w+)`", table)) - {"dimension"}) == sorted(DIMENSIONS)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[directions]\npositve = ["网办率"]\n', 2, "不认识的项“positve”"),
        ('[directions]\npositive = "网办率"\n', 2, "“positive”应为一组文字"),
        ('[directions]\npositive = ["网办率"]\nnegative = ["网办率"]\n', 3, "“网办率”写了两次"),
        ('[directions]\npositive = ["法律\\n援助"]\n', 2, "“positive”应为一组文字"),
    ],
)
def test_a_direction_that_is_wrong_is_named_with_its_line(office: Path, text: str, line: int, said: str) -> None:
    path = settings(office, text)
    with pytest.raises(BadSettings) as raised:
        read_settings(path)
    assert raised.value.where == f"{path}:{line}"
    assert said in str(raised.value)


def test_directions_of_the_office_are_said_and_hold(office: Path) -> None:
    settings(office, '[directions]\nnegative = ["办理法律援助"]\n')
    old, new = report(office, "a.txt", "120件"), report(office, "b.txt", "160件")
    new.write_text(new.read_text(encoding="utf-8").replace("2024", "2025"), encoding="utf-8")
    done = run("compare", old, new, "--json")
    assert "采用 drafter.toml 中的指标方向1个" in done.err
    rows = json.loads(done.out)["metrics"]
    assert {row["new"]["text"]: row["direction"] for row in rows} == {"160件": "negative", "98%": "positive"}
