"""What a clerk may hold a draft to, read by other means than the code's own: regular expressions for years, figures and names.

The reading is crude on purpose. What it takes for last year's and is none stands in `ALLOWED`, one row a reason.
"""

import re
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from drafter.extract import extract_metrics
from drafter.fill import write_draft
from drafter.model.draft import Block, Draft
from drafter.model.metric import Metric
from drafter.model.report import Report
from drafter.parse import parse_report
from drafter.read import read_report
from drafter.rollforward import roll

ROOT = Path(__file__).resolve().parents[2]
TIANMEN = ROOT.parent / "shared" / "sets" / "tianmen-2020.txt"
OURS = sorted((ROOT / "reports").glob("20??.*"))
GOLD = sorted(p for p in (ROOT / "quality" / "gold").rglob("*.txt") if p.parent.name != "gold")
SHOWN = [*OURS, *([TIANMEN] if TIANMEN.exists() else [])]

# Frozen whatever happens: names, document numbers, quotations, periods, history.
_FROZEN = (
    r"《(?:[^《》\n]|《[^《》\n]*》)*》",
    r"[〔［\[](?:19|20)\d\d[〕］\]]\s*第?\d*号?",
    r"“[^“”\n]*”|‘[^‘’\n]*’",
    r"(?:19|20)\d\d年?\s*(?:[-—–~～]+|至|到)\s*(?:19|20)\d\d年?",
    r"(?:自|从)(?:19|20)\d\d年|(?:19|20)\d\d年(?:起|以来|版|修订)",
)
_UNITS = "件起宗例人名位家个所处场次期天日月项条款部份篇册户辆台套批轮岁元倍成分"
_YEAR = r"(?:(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2})(?=年)"
_FIGURE = rf"[\d０-９]+(?:[.．,，][\d０-９]+)*|(?<![第几])[一二两三四五六七八九十百千]+[余多]?[万亿]?(?:个百分点|[{_UNITS}])"
_NAMED = (
    r"(?:书记|[省市县区镇乡州]长|主任|局长|厅长|院长|检察长|主席|部长)[一-鿿]{2,3}"
    r"(?:同志|主持|先后|多次|带头|亲自|出席|参加|担任|任组长|为组长|作出|听取|率队|带队|专题|以|全年|逐件|[，、。])|以[一-鿿]{2,3}同志(?!为(?:核心|总书记))"
)
_MARKER = r"^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、]|[一二三四五六七八九十]{1,2}是)"
# Why a place that reads like a figure of last year is none: what is found, with a little of the text around it.
ALLOWED = {
    "hotlines": r"(?<!\d)(?:1[12]\d{3}|96\d{3})(?=[、等]|政务|便民|热线|公共|举报|三农|交通|平台|渠道|电话)",
    "substances": r"PM2\.5",
    "ages and thresholds, which the heading of the count lays down": r"\d+岁(?:以上|及以上)|六十岁以上|不足3人的|一名工作|为一人所",
    "days that come every year": r"12月4日国家宪法日",
    "roads": r"318国道",
    "what is one at a time": r"一(?:次(?:性|申报|办成)|张表单|个窗口|次也不|次的)|漏审一件",
    "how many are named right before": r"、[一-鿿]{2,6}[两二三四五](?:个(?:领域|部门)|部门)",
    "administrative levels": r"两个维护|两级|三级|四级",
    "set phrases": r"上一轮|百分制|书记镇长带头|三项制度|书记和[市区县]长带头",
}  # fmt: skip


@cache
def rolled(path: Path) -> tuple[Report, tuple[Metric, ...], Draft]:
    report = parse_report(read_report(path))
    metrics = extract_metrics(report)
    return report, metrics, roll(report, metrics)


def name(path: Path) -> str:
    return "/".join(path.parts[-2:])


def plain(block: Block) -> str:
    """The words of a paragraph that nobody is asked about, each slot as one mark."""
    return "".join("☐" if piece.slot else piece.text for piece in block.pieces)


def blanked(text: str, *patterns: str) -> str:
    for pattern in patterns:
        text = re.sub(pattern, lambda hit: "＿" * len(hit.group()), text, flags=re.ASCII)
    return text


def standing(draft: Draft) -> list[str]:
    """Whatever of last year's a reader finds in the open: years, figures, leaders' names."""
    found = []
    for block in draft.blocks:
        text = blanked(plain(block), *_FROZEN)
        for hit in re.finditer(_YEAR, text):
            compared = text[max(0, hit.start() - 1) : hit.start()] in ("比", "较", "由")
            own = {str(draft.year), str(draft.year + 1)} | ({str(draft.year - 1)} if compared else set())
            if hit.group() not in own and not (block.style in ("heading1", "table_row") and hit.group() == str(draft.year - 1)):
                found.append(text[max(0, hit.start() - 8) : hit.end() + 8])
        text = blanked(text, r"(?:19|20)\d\d年度?", _MARKER, *ALLOWED.values())
        found += [text[max(0, hit.start() - 8) : hit.end() + 8] for hit in re.finditer(f"{_FIGURE}|{_NAMED}", text)]
    return found


@pytest.mark.parametrize("path", SHOWN, ids=name)
def test_title_and_year_are_those_of_the_year_after(path: Path) -> None:
    report, _, draft = rolled(path)
    (last,) = set(re.findall(r"20\d\d", path.name))
    assert draft.year == int(last) + 1
    assert draft.title == report.info.title.replace(last, str(draft.year))
    assert "".join(piece.text for piece in draft.blocks[0].pieces) == draft.title


@pytest.mark.parametrize("path", [*SHOWN, *GOLD], ids=name)
def test_every_figure_of_last_year_is_what_some_slot_asks_for(path: Path) -> None:
    report, metrics, draft = rolled(path)
    asked = [slot.last for slot in draft.slots if slot.last and slot.kind == "figure"]
    prompted = [slot.last for slot in draft.slots if slot.last and slot.kind == "text"]
    names = [hit.span() for hit in re.finditer(_FROZEN[0], report.text)]
    for metric in metrics:
        if any(a <= metric.start < b for a, b in names):
            continue
        places = [*asked, *(prompted if metric.kind == "target" else [])]
        assert any(s.start <= metric.start and metric.end <= s.end for s in places), metric.text


@pytest.mark.skipif(not TIANMEN.exists(), reason="the report is not part of this repository")
def test_three_problems_and_four_plans_are_carried() -> None:
    _, _, draft = rolled(TIANMEN)
    text = "\n".join(piece.text for block in draft.blocks for piece in block.pieces)
    assert (len(draft.problems), len(draft.plans)) == (3, 4)
    assert (text.count("【待写：上年问题“"), text.count("【待写：上年安排“")) == (3, 4)


@pytest.mark.parametrize("path", [*SHOWN, *GOLD], ids=name)
def test_nothing_of_last_year_stands_in_the_open(path: Path) -> None:
    assert standing(rolled(path)[2]) == []


@pytest.mark.parametrize("path", [*SHOWN, *GOLD], ids=name)
def test_no_decision_takes_more_than_four_fifths(path: Path) -> None:
    decided = Counter(sentence.decision for sentence in rolled(path)[2].sentences)
    assert max(decided.values()) <= 0.8 * sum(decided.values())


@pytest.mark.parametrize("path", SHOWN, ids=name)
def test_no_tag_of_the_template_is_left_in_the_file(path: Path, tmp_path: Path) -> None:
    write_draft(rolled(path)[2], tmp_path / "next.docx")
    with zipfile.ZipFile(tmp_path / "next.docx") as package:
        parts = {part: package.read(part).decode("utf-8") for part in package.namelist() if part.endswith(".xml")}
    assert len(parts) >= 8
    shown = {part: "".join(re.findall(r"<w:t[ >][^<]*|<w:t>[^<]*", text)) for part, text in parts.items()}
    assert [part for part, text in shown.items() if re.search(r"\{\{|\{%|\{#|\}\}|%\}|#\}", text)] == []


@pytest.mark.parametrize(
    "left",
    [
        "2023年，复议案件增多。",
        "审结案件312件。",
        "审结案件三百余件。",
        "市长祁同山主持会议。",
        "办结率98.5%。",
        "截至2020年底，共建成八个。",
    ],
)
def test_the_reading_finds_what_was_left(left: str) -> None:
    """The reading itself is no use if it is blind."""
    report, _, draft = rolled(OURS[0])
    assert report.info.year == 2023
    put = Block(style="body", pieces=(type(draft.blocks[0].pieces[0])(text=left),))
    assert standing(Draft(report=draft.report, year=2024, title="", slots=(), sentences=(), blocks=(put,)))
