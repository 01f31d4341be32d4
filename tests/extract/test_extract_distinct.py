"""Names that are told apart: bare names filled, equal names parted, and no two alike whatever the text."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import example, settings
from hypothesis import given as drawn
from hypothesis import strategies as st
from makers import raw, whole

from drafter.extract import about, extract_metrics
from drafter.extract.context import FILLING, TELLING
from drafter.extract.distinct import LONGEST, distinguish
from drafter.extract.label import Naming
from drafter.model.metric import Metric
from drafter.parse import parse_report
from drafter.text.numerals import parse_numeral
from drafter.text.split import sentences

ROOT = Path(__file__).resolve().parents[2]
SETS = ROOT.parent / "shared" / "sets"
_FIGURE = re.compile(r"\{(?P<sign>[!^#+]?)(?P<text>(?P<number>[\d.]+(?:万|亿)?)(?P<unit>[^:}]*)):(?P<name>[^}]*)\}")
_KINDS = {"!": "target", "#": "rank"}


def told(*lines: str) -> list[str]:
    """The names that come of named figures: `{9件:立案}`, `{!9件:…}` a target, `{#2名:…}` a rank, `{^9件:…}` a part of the last
    total, `{+9件:…}` a cumulative figure.

    A line that begins with `# ` is the heading over those that follow.
    """
    text, metrics, names, parents, bounds, scopes = "", [], {}, {}, [], {}
    title, total = "", ""
    for line in lines:
        if line.startswith("# "):
            title = line[2:]
            continue
        start, at = len(text), 0
        for found in _FIGURE.finditer(line):
            text += line[at : found.start()]
            one = Metric(
                text=found["text"], start=len(text), end=len(text) + len(found["text"]), id=f"m{len(metrics)}",
                kind=_KINDS.get(found["sign"], "metric"), label="", value=parse_numeral(found["number"]) or 0,
                unit=found["unit"], path=(title,) if title else (),
            )  # fmt: skip
            metrics.append(one)
            names[one.id] = found["name"]
            scopes[one.id] = "cumulative" if found["sign"] == "+" else None
            if found["sign"] == "^":
                parents[one.id] = total
            else:
                total = one.id
            text, at = text + found["text"], found.end()
        text += line[at:] + "\n"
        bounds += [(start + a, start + b) for a, b in sentences(text[start:])]
    given = Naming(text, tuple(metrics), parents, tuple(bounds), ())
    return list(distinguish(given, names, scopes).values())


FILLED = [
    # of the total
    (
        "审结行政复议案件{9件:审结行政复议案件},其中维持{^5件:维持}、驳回{^3件:驳回}。",
        ["审结行政复议案件", "复议维持", "复议驳回"],
    ),
    ("办理行政应诉案件{9件:行政应诉案件},败诉{^1件:败诉}。", ["行政应诉案件", "应诉败诉"]),
    (
        "清理规范性文件{30件:清理规范性文件},其中保留{^20件:保留}、废止{^6件:废止}、修改{^4件:修改}。",
        ["清理规范性文件", "保留文件", "废止文件", "修改文件"],
    ),
    ("审查各类合同{30份:审查合同},其中撤销{^2份:撤销}。", ["审查合同", "合同撤销"]),
    ("征集意见{80条:征集意见},采纳{^31条:采纳}。", ["征集意见", "采纳意见"]),
    ("受理劳动仲裁申请{70件:受理劳动仲裁申请},终止{^8件:终止}。", ["受理劳动仲裁申请", "仲裁终止"]),
    (
        "公布权责清单{90项:公布权责清单}(依申请{^60项:依申请}、依职权{^30项:依职权})。",
        ["公布权责清单", "依申请事项", "依职权事项"],
    ),
    (
        "编制行政权力事项{90项:行政权力事项},其中行政检查{^60项:行政检查}、其他{^30项:其他}。",
        ["行政权力事项", "行政检查", "其他事项"],
    ),
    ("持证执法人员{90人:持证执法人员},其中镇街{^60人:镇街}。", ["持证执法人员", "镇街持证执法人员"]),
    ("新登记经营主体{90户:新登记经营主体},其中企业{^60户:企业}。", ["新登记经营主体", "新登记企业"]),
    ("年末实有经营主体{90户:实有经营主体},其中企业{^60户:企业}。", ["实有经营主体", "实有企业"]),
    ("市场主体{90户:市场主体},其中企业{^60户:企业}。", ["市场主体", "企业户数"]),
    # of the figure before
    ("办理免罚案件{9件:办理免罚案件},涉及金额{3万元:涉及金额}。", ["办理免罚案件", "免罚案件涉及金额"]),
    ("查处违法广告{9件:查处违法广告},罚没{3万元:罚没}。", ["查处违法广告", "违法广告罚没"]),
    ("排查矛盾纠纷{9件:排查矛盾纠纷},调处{8件:调处}。", ["排查矛盾纠纷", "调处矛盾纠纷"]),
    ("教育支出累计{9亿元:教育支出累计},年均增长{3%:年均增长}。", ["教育支出累计", "教育支出年均增长"]),
    ("排查用电隐患{9处:排查用电隐患},整改{8处:整改}。", ["排查用电隐患", "用电隐患整改"]),
    # an amount is not what a deed is about; the other side of a semicolon neither
    ("罚款{9万元:药品案件罚款},立案{8件:立案}。", ["药品案件罚款", "立案"]),
    ("走访商户{9家:走访商户};立案{8件:立案}。", ["走访商户", "立案"]),
    # in the same order
    (
        "查办广告案件{4件:广告案件}、商标案件{6件:商标案件},罚没分别为{2万元:罚没}、{3万元:罚没}。",
        ["广告案件", "商标案件", "广告案件罚没", "商标案件罚没"],
    ),
    # of its own clause, the clause before, the sentence before
    ("落实开发区改革{30条:措施}措施。", ["开发区措施"]),
    ("开展药品抽检,立案{3件:立案}。", ["药品抽检立案"]),
    ("经营主体稳步增加。总量达{9万户:总量}。", ["经营主体总量"]),
    ("在“护苗行动”中立案{3件:立案}。", ["“护苗行动”立案"]),
    ("新建{2个:新建}{75千伏:电压}和{33千伏:等级}电网工程。", ["新建电网工程", "电压", "等级"]),
    # nothing around it
    ("立案{3件:立案}。", ["立案"]),
    ("人员{3名:人员}。", ["人员人数"]),
    ("资金{3万元:资金}。", ["资金金额"]),
    ("{3件:未命名数据}。", ["未命名件数"]),
    ("达{#2名:}。", ["未命名排名"]),
    ("其他{3个:其他}。", ["其他个数"]),
    # names that say enough stay
    ("办理公证{9件:办理公证}。", ["办理公证"]),
    ("公职律师{9名:公职律师}。", ["公职律师"]),
    ("继续有效{9件:继续有效}。", ["继续有效"]),
    ("其他权力{9项:其他权力}。", ["其他权力"]),
]

HEADINGS = [
    ("规范行政复议工作", "行政复议立案"),
    ("一是加强执法队伍建设", "执法队伍立案"),
    ("法治化营商环境不断优化", "法治化营商环境立案"),
    ("完善多元解纷", "多元解纷立案"),
    ("深入推进“放管服”改革", "“放管服”立案"),
    ("食品安全监管从严从实", "食品安全立案"),
    ("坚持对外开放", "对外开放立案"),
    ("2023年工作安排", "立案"),
    ("重点工作", "立案"),
]

PARTED = [
    # a level and what it came from
    ("办理时间由{5天:办理时间}压减至{2天:办理时间}。", ["办理时间（压减前）", "办理时间"]),
    ("分值由{3分:分值}提高到{5分:分值}。", ["分值（提高前）", "分值"]),
    ("补贴标准从{20元:补贴标准}左右增至{25元:补贴标准}。", ["补贴标准（增加前）", "补贴标准"]),
    (
        "甲乙两项分别从{2元:补贴}、{3元:其他补贴}提高到{4元:补贴}、{5元:其他补贴}。",
        ["补贴（提高前）", "其他补贴（提高前）", "补贴", "其他补贴"],
    ),
    ("运营里程新增{17公里:运营里程新增}、突破{70公里:运营里程新增}。", ["运营里程新增", "运营里程"]),
    # two owners in one word
    ("城乡低保标准分别提高{6%:城乡低保标准分别提高}、{7%:城乡低保标准分别提高}。", ["城镇低保标准提高", "农村低保标准提高"]),
    ("城乡收入比为{2.3:城乡收入比}、上年{2.4:城乡收入比}。", ["城乡收入比", "城乡收入比（上年）"]),
    # the owner in the clause
    ("全市收到投诉,受理{9件:受理投诉}。其中,市政府受理{3件:受理投诉}。", ["受理投诉", "市政府受理投诉"]),
    ("县级受理{9件:受理投诉},镇级受理{3件:受理投诉}。", ["县级受理投诉", "镇级受理投诉"]),
    # what is planned
    ("今年调解成功率{91%:调解成功率}。明年调解成功率达到{!95%:调解成功率}。", ["调解成功率", "调解成功率（目标）"]),
    # who and how much
    ("为{9家:企业挽回损失}企业挽回损失{3万元:企业挽回损失}。", ["挽回损失的企业", "企业挽回损失"]),
    ("帮助{9人:追讨工资}追讨工资{3万元:追讨工资}。", ["追讨工资的人员", "追讨工资"]),
    (
        "全县{9个:人民调解委员会化解纠纷}人民调解委员会化解纠纷{30件:人民调解委员会化解纠纷}。",
        ["化解纠纷的人民调解委员会", "人民调解委员会化解纠纷"],
    ),
    ("发布典型案例{2批:发布典型案例}{6个:发布典型案例}。", ["发布典型案例批次", "发布典型案例"]),
    ("应急演练{2场:应急演练},{60人次:应急演练}参加。", ["应急演练", "应急演练人次"]),
    ("识别监测对象{2户:监测对象}{6人:监测对象}。", ["监测对象户数", "监测对象人数"]),
    ("排查隐患{2处:排查隐患}{6件:排查隐患}。", ["排查隐患处数", "排查隐患件数"]),
    ("游客人次、花费分别增长{1.2%:游客花费}、{3倍:游客花费}。", ["游客花费（之一）", "游客花费（之二）"]),
    # this year's and all
    ("建成法治公园{3个:法治公园}。截至年底累计建成{+9个:法治公园}。", ["法治公园", "累计法治公园"]),
    # of what
    (
        "办理食品案件{9件:办理食品案件},移送公安机关{2件:移送公安机关};查处药品案件{7件:查处药品案件},移送公安机关{1件:移送公安机关}。",
        ["办理食品案件", "食品案件移送公安机关", "查处药品案件", "药品案件移送公安机关"],
    ),
    (
        "开展食品抽检,发现问题{9个:发现问题}。开展特种设备检查,发现问题{7个:发现问题}。",
        ["食品抽检发现问题", "特种设备检查发现问题"],
    ),
    (
        "审结行政复议案件{9件:审结行政复议案件},其中调解结案{^5件:调解结案}。审结仲裁案件{9件:审结仲裁案件},其中调解结案{^3件:调解结案}。",
        ["审结行政复议案件", "复议调解结案", "审结仲裁案件", "仲裁调解结案"],
    ),
    # of which time
    ("五年来新建绿道{90公里:新建绿道}。去年新建绿道{20公里:新建绿道}。", ["新建绿道（五年）", "新建绿道"]),
    # the same figure again
    ("帮扶企业{1234家:帮扶企业}。全年共帮扶企业{1234家:帮扶企业}。", ["帮扶企业", "帮扶企业（再次提及）"]),
    ("补贴农户{100万户:补贴农户}。来年再补贴农户{100万户:补贴农户}。", ["补贴农户（之一）", "补贴农户（之二）"]),
    # nothing tells them apart
    ("房屋、土地面积分别增长{6%:面积增长}、{7%:面积增长}。", ["面积增长（之一）", "面积增长（之二）"]),
]

MENDED = [
    ("“你点我检”活动走进社区{9个:点我检”活动走进社区}。", "“你点我检”活动走进社区"),
    ("涉及{9个:县(市}县(市、区)。", "县(市、区)"),
    ("建设{9个:全民共建“书屋}站点。", "全民共建书屋"),
    ("办理事项{9个:办理(一次)事项}。", "办理(一次)事项"),
]


@pytest.mark.parametrize(("line", "wanted"), FILLED, ids=[line for line, _ in FILLED])
def test_a_bare_name_says_what_it_is_about(line: str, wanted: list[str]) -> None:
    assert told(line) == wanted


@pytest.mark.parametrize(("heading", "wanted"), HEADINGS, ids=[heading for heading, _ in HEADINGS])
def test_a_bare_name_takes_the_topic_of_its_heading(heading: str, wanted: str) -> None:
    assert told(f"# {heading}", "立案{3件:立案}。") == [wanted]


@pytest.mark.parametrize(("line", "wanted"), PARTED, ids=[line for line, _ in PARTED])
def test_figures_of_one_name_are_told_apart(line: str, wanted: list[str]) -> None:
    assert told(line) == wanted


def test_headings_part_what_sentences_do_not() -> None:
    assert told(
        "# 规范行政复议工作", "制发建议书{3份:制发建议书}。", "# 加强执法队伍建设", "制发建议书{4份:制发建议书}。"
    ) == ["制发建议书（行政复议）", "制发建议书（执法队伍）"]  # fmt: skip


def test_a_rate_keeps_its_last_character() -> None:
    assert told("# 规范行政复议工作", "满意率{93%:满意率}。", "# 优化政务服务", "满意率{94%:满意率}。") == [
        "行政复议满意率", "政务满意率",
    ]  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), MENDED, ids=[wanted for _, wanted in MENDED])
def test_brackets_and_quotes_of_a_name_are_whole(line: str, wanted: str) -> None:
    assert told(line) == [wanted]


def test_what_is_added_does_not_hang_on_the_values() -> None:
    last = told("办理食品案件{9件:办理食品案件},立案{2件:立案}。立案{3件:立案}。")
    assert told("办理食品案件{7件:办理食品案件},立案{6件:立案}。立案{4件:立案}。") == last


def test_every_kind_of_context_has_its_own_name_and_example() -> None:
    for rows in (FILLING, TELLING):
        assert len({row.name for row in rows}) == len(rows)
        assert all(row.example for row in rows)


def texts() -> list[Path]:
    """Every text with figures that is here: the project's own gold and, where they are, the development sets."""
    return sorted([*(ROOT / "quality" / "gold").rglob("*.txt"), *(SETS.rglob("*.txt") if SETS.is_dir() else ())])


def names_of(text: str) -> list[str]:
    return [metric.label for metric in extract_metrics(parse_report(raw(text)))]


def odd(names: list[str]) -> list[str]:
    """The names that a table must not have: twice, empty, too long, bare, or with half a bracket."""
    pairs = ("()", "（）", "“”", "《》")
    return [
        name for name in names
        if names.count(name) > 1 or not 2 <= len(name) <= LONGEST or about.is_bare(name)
        or any(name.count(a) != name.count(b) for a, b in pairs)
    ]  # fmt: skip


@pytest.mark.parametrize("path", texts(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_text_has_two_figures_of_one_name(path: Path) -> None:
    assert odd(names_of(path.read_text(encoding="utf-8"))) == []


OWN = [path.read_text(encoding="utf-8") for path in texts() if SETS not in path.parents]


@settings(max_examples=40, deadline=None)
@drawn(st.integers(0, len(OWN) - 1), st.integers(0, 10**6))
def test_no_damage_makes_two_figures_of_one_name(which: int, seed: int) -> None:
    chance = random.Random(seed)
    lines = [line for line in OWN[which].splitlines() if chance.random() < 0.5] * chance.choice((1, 1, 2))
    chance.shuffle(lines)
    text = "".join(c for c in "\n".join(lines) if chance.random() > 0.05)
    assert odd(names_of(text)) == []


@settings(max_examples=60, deadline=None)
@drawn(
    st.lists(
        st.sampled_from(
            [
                "案件",
                "立案",
                "3件",
                "5人",
                "20%",
                "其中",
                "、",
                ",",
                "。",
                "“护苗",
                "”",
                "(",
                ")",
                "《",
                "左右",
                "从",
                "提高到",
                "\n",
            ]
        )
    )
)
@example(["5人", "左右", "3件", "案件"])
def test_no_scrap_makes_two_figures_of_one_name(pieces: list[str]) -> None:
    assert odd(names_of(whole("".join(pieces)))) == []


def test_many_reports_in_one_text_are_told_apart_by_number() -> None:
    names = told(*["立案查处食品案件{3件:查处食品案件}。"] * 120)
    assert odd(names) == []
    assert names[11] == "查处食品案件（之十二）"
