"""[[plans]] of drafter.toml: read strictly, and of effect in compare, check and draft."""

import json
import re
from pathlib import Path

import pytest
from climakers import ENGLISH, ROOT, is_refusal, run

from drafter.model.errors import BadSettings
from drafter.settings import read_settings
from drafter.text.years import PLANS, PLANS_AS_OF, OwnPlan

ROW = '[[plans]]\nname = "智慧监管三年攻坚行动"\nfirst = 2021\nlast = 2023\n'
REPORT = (
    "云溪市{year}年法治政府建设情况报告\n\n一、{year}年主要举措和成效\n深入推进智慧监管三年攻坚行动，落实“八五”普法规划。办理案件{n}件。\n"
    "二、存在的问题\n基层力量不足。\n三、{next}年工作安排\n充实基层力量。\n"
)
PAGE = (ROOT / "docs" / "plans.md").read_text(encoding="utf-8")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an office, in which the commands run, with its reports for 2023 and 2024."""
    monkeypatch.chdir(tmp_path)
    for year, n in ((2023, 120), (2024, 160)):
        (tmp_path / f"{year}.txt").write_text(REPORT.format(year=year, next=year + 1, n=n), encoding="utf-8")
    return tmp_path


def settings(folder: Path, text: str) -> Path:
    path = folder / "drafter.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_is_read_and_its_last_year_is_the_last_to_cite_it(tmp_path: Path) -> None:
    assert read_settings(settings(tmp_path, ROW)).plans == (OwnPlan("智慧监管三年攻坚行动", 2021, 2023, 2023),)
    assert read_settings(settings(tmp_path, ROW + "until = 2024\n")).plans[0].until == 2024


def test_a_plan_of_the_office_is_checked_against_its_period(office: Path) -> None:
    before = json.loads(run("check", "2024.txt", "--json").out)["findings"]
    path = settings(office, ROW)
    done = run("check", "2024.txt", "--json")
    added = [finding for finding in json.loads(done.out)["findings"] if finding["id"] not in {old["id"] for old in before}]
    assert [(finding["rule"], finding["message"]) for finding in added] == [
        ("expired-plan", "“智慧监管三年攻坚行动”实施期至2023年，报告年度为2024年，请核实是否应改引新的文件。")
    ]
    assert done.err.splitlines()[0] == f"drafter: 采用 drafter.toml 中的规划期限1个（{path}）"
    assert "plans taken from" in run("check", "2024.txt", env=ENGLISH).err


def test_it_is_stale_in_a_comparison(office: Path) -> None:
    settings(office, ROW)
    found = json.loads(run("compare", "2023.txt", "2024.txt", "--json").out)["findings"]
    assert [f["new"]["text"] for f in found if f["kind"] == "stale" and "期限至2023年" in f["message"]] == [
        "智慧监管三年攻坚行动"
    ]


def test_it_is_told_in_a_draft(office: Path) -> None:
    told = "智慧监管三年攻坚行动的期限至2023年，新报告为2024年，请核实是否改引新的文件"
    assert told not in json.loads(run("draft", "2023.txt", "--json").out)["notes"]
    settings(office, ROW)
    assert told in json.loads(run("draft", "2023.txt", "--json").out)["notes"]


def test_a_row_named_like_one_of_ours_takes_its_place(office: Path) -> None:
    settings(office, '[[plans]]\nname = "“八五”普法"\nfirst = 2021\nlast = 2023\n')
    found = json.loads(run("check", "2024.txt", "--json").out)["findings"]
    assert [f["new"]["text"] for f in found if f["rule"] == "expired-plan"] == ["“八五”普法"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[plan]]\nname = "智慧监管三年攻坚行动"\n', "drafter.toml：不认识的项“plan”。是否为“plans”"),
        (ROW + "untill = 2024\n", "drafter.toml:1：不认识的项“untill”。是否为“until”"),
        (ROW + ROW, "drafter.toml:5：“智慧监管三年攻坚行动”写了两次。每个规划只写一段"),
        (ROW.replace("2023", "2020"), "drafter.toml:1：“智慧监管三年攻坚行动”的年份先后不合。应为 first ≤ last ≤ until"),
        (ROW + "until = 2022\n", "的年份先后不合"),
        (ROW.replace("last = 2023\n", ""), "drafter.toml:1：“last”应为四位年份。写作 last = 2025"),
        (ROW.replace("2023", '"2023"'), "“last”应为四位年份"),
        (ROW.replace("2023", "true"), "“last”应为四位年份"),
        (ROW.replace("2023", "23"), "“last”应为四位年份"),
        (ROW.replace("智慧监管三年攻坚行动", "规划"), "“规划”不能作规划名称。name 应为报告中所用的名称，不少于4个字"),
        (ROW.replace('"智慧监管三年攻坚行动"', "12"), "“name”应为文字"),
        ('[plans]\nname = "智慧监管三年攻坚行动"\n', "plans 应写成 [[plans]]，每个规划一段。写法见 docs/plans.md"),
    ],
)
def test_a_slip_is_one_line_with_its_place_and_what_to_do(office: Path, text: str, said: str) -> None:
    settings(office, text)
    assert is_refusal(run("check", "2024.txt"), said)


def test_a_name_that_would_be_found_anywhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="不能作规划名称"):
        read_settings(settings(tmp_path, ROW.replace("智慧监管三年攻坚行动", "《（）》方案")))


def test_the_example_of_the_page_is_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert read_settings(settings(tmp_path, example)).plans == (
        OwnPlan("云溪市数字政府建设三年攻坚行动", 2023, 2025, 2025),
        OwnPlan("“八五”普法", 2021, 2025, 2027),
    )


def test_the_page_shows_our_table_and_as_of_when_it_holds() -> None:
    rows = re.findall(r"^\| (.+?) \| (\d{4}) \| (\d{4}) \| (\d{4}) \|$", PAGE, re.MULTILINE)
    assert [(name, *map(int, years)) for name, *years in rows] == [(p.name, p.first, p.last, p.until) for p in PLANS]
    assert f"内置期限截至 {PLANS_AS_OF}" in PAGE
