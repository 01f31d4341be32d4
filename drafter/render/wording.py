"""The sentences and names that more than one renderer needs, once for all. Everything here is Chinese: outputs are.

Counts come from `Comparison.summary` and nowhere else, so that every renderer states the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter.model.change import NOT_MENTIONED, Comparison, MetricChange, Mode, TextChange
from drafter.model.finding import LEVELS, Finding
from drafter.model.metric import Metric
from drafter.model.report import ReadingQuality, ReportInfo
from drafter.text.numerals import parse_numeral
from drafter.text.pattern import lazy

if TYPE_CHECKING:
    from drafter.model.draft import Hindrance

METRIC_KEYS = ("changed", "unchanged", "perhaps", "open", "added", "dropped")
FINDING_KEYS = tuple(LEVELS)
PLAN_KEYS = ("plans_answered", "plans_partly", "plans_not_mentioned")
PROBLEM_KEYS = ("problems_recurring", "problems_not_mentioned", "problems_new")
TEXT_KEYS = ("text_equal", "text_changed", "text_added", "text_dropped", "text_moved")
MENTION_KEYS = ("mentions_added", "mentions_dropped", "mentions_changed")
SUMMARY_KEYS = (*METRIC_KEYS, *FINDING_KEYS, "stale", *PLAN_KEYS, *PROBLEM_KEYS, *TEXT_KEYS)

SIDES: dict[Mode, tuple[str, str]] = {"years": ("上年", "本年"), "drafts": ("原稿", "新稿")}
PLAN_STATUS = {"answered": "有回应", "partly": "部分回应", "not_mentioned": "文本未提及"}
PROBLEM_STATUS = {"recurring": "再次提及", "not_mentioned": "本年未再提及", "new": "本年新提"}
KINDS = {
    "stale": "与上年相同", "metric": "数据", "problem": "问题", "plan": "安排", "change": "变化", "dropped": "未见",
    "added": "新增", "placeholder": "待填", "sum": "合计", "rate": "比率", "unit": "单位", "year": "年份",
    "plan_name": "规划名称", "contents": "内容", "numbering": "序号", "text": "文字", "ledger": "报送",
}  # fmt: skip
ROLES = {
    "achievements": "举措成效", "problems": "不足原因", "plans": "下年安排",
    "leadership": "第一责任人", "mixed": "多项合写", "other": "其他",
}  # fmt: skip
METRIC_KIND = {"metric": "数据", "rank": "位次", "target": "目标"}
SCOPES = {"year": "全年", "part_year": "部分时段", "cumulative": "累计", "as_of": "截至"}
SLOT_STATE = {"open": "待填", "filled": "已填", "unconfirmed": "待确认", "lost": "失联"}
DECISIONS = {"keep": "保留", "shift": "顺延年份", "blank": "留空待填", "ask": "待写"}
SLOT_KIND = {"figure": "数据", "text": "文字", "name": "姓名", "date": "日期", "ordinal": "次序", "keep": "沿用句"}
# What keeps a draft from its clean copy, with the measure word of its count.
HINDRANCE: dict[Hindrance, tuple[str, str]] = {
    "fill": ("待填", "处"),
    "write": ("待写", "处"),
    "keep": ("沿用未确认", "句"),
    "loose": ("控件外未填写", "处"),
    "revision": ("未处理修订", "处"),
    "comment": ("未答复批注", "条"),
    "hidden": ("隐藏文字", "处"),
}
SECRECY = "保密审查须由人工完成。"

_LEAST_SHARE = 0.75  # of the text under headings; below, a heading may have been overlooked

CAVEAT = f"{NOT_MENTIONED}。"
INTERNAL = "内部工作材料，仅反映文本表述。"
OPINION = "复核意见"
NO_FINDINGS = "未发现需要核实的事项。"
SAME_TEXT = "两份文本内容相同，没有改动。"
OPINION_PLACE = f"{OPINION}请填写在对照表或数据表中（-o 对照表.docx、-o 数据.xlsx），填好后用 --ignore 读回。"
OPINION_HINT = "复核意见栏注明“已核实”的事项，下次对照时可用 --ignore 读回，不再列出。"
OPINION_USE = f"确为本年情况的，请在复核意见栏注明“已核实”；系沿用上年的，请更正。{OPINION_HINT.replace('复核意见栏', '', 1)}"

_METRIC_STATUS: dict[Mode, dict[str, str]] = {
    "years": {
        "changed": "有变化", "unchanged": "与上年相同", "perhaps": "对应存疑", "open": "本年待填",
        "added": "本年新增", "dropped": "本年未见",
    },
    "drafts": {
        "changed": "有改动", "unchanged": "未改动", "perhaps": "对应存疑", "open": "新稿待填",
        "added": "新稿新增", "dropped": "新稿未见",
    },
}  # fmt: skip
_TEXT_KIND: dict[Mode, dict[str, str]] = {
    "years": {"equal": "相同", "changed": "有改动", "added": "本年新增", "dropped": "本年未见"},
    "drafts": {"equal": "相同", "changed": "有改动", "added": "新稿新增", "dropped": "新稿删去"},
}


def count(comparison: Comparison, key: str) -> int:
    """A count of the summary; what it does not name did not occur."""
    return comparison.summary.get(key, 0)


def side_names(mode: Mode) -> tuple[str, str]:
    """What OLD and NEW are called: 上年 and 本年, or 原稿 and 新稿."""
    return SIDES[mode]


def report_names(mode: Mode) -> tuple[str, str]:
    """What the two texts are called: 上年报告 and 本年报告, or 原稿 and 新稿."""
    old, new = SIDES[mode]
    return (f"{old}报告", f"{new}报告") if mode == "years" else (old, new)


def metric_status(status: str, mode: Mode) -> str:
    """The name of a figure's status."""
    return _METRIC_STATUS[mode][status]


def text_kind(change: TextChange, mode: Mode) -> str:
    """The name of what happened to a paragraph; 移动 said with it."""
    name = _TEXT_KIND[mode][change.kind]
    if not change.moved:
        return name
    return "移动" if change.kind == "equal" else f"移动，{name}"


def kind_name(kind: str) -> str:
    """The name of a finding's kind; one that is not known here shows as it is."""
    return KINDS.get(kind, kind)


def title(comparison: Comparison) -> str:
    """The head of every output."""
    return "法治政府建设年度报告对照" if comparison.mode == "years" else "法治政府建设年度报告文稿对照"


def nature(mode: Mode) -> str:
    """What kind of paper this is; between drafts nothing is said to be 未提及."""
    return INTERNAL if mode == "drafts" else f"{INTERNAL}“未提及”{CAVEAT}"


def report_name(info: ReportInfo) -> str:
    """A report as a reader would call it: its title, else its file."""
    return f"《{info.title}》" if info.title else file_name(info)


def file_name(info: ReportInfo) -> str:
    """The file without its folders: where it lay is nobody's business, and two copies give the same output."""
    return re.split(r"[/\\]", info.path)[-1]


def report_line(info: ReportInfo) -> str:
    """Title, issuer, year, size, file: one line."""
    year = f"{info.year}年度" if info.year is not None else "年度未能识别"
    parts = [year, info.issuer, f"{info.chars}字", file_name(info) if info.title else f"{info.format}文件"]
    return f"{report_name(info)}（{'，'.join(p for p in parts if p)}）"


def reading_line(quality: ReadingQuality) -> str:
    """How well a report was read, in one sentence: 读取情况：标题37处，序号连贯；修复序号5处；未见“…”内容。"""
    headings = quality.sections + quality.parts + quality.items
    if not headings:
        return "读取情况：未识别到标题层级，已按段落处理，请核对原文。"
    gaps = f"序号不连续或重复{len(quality.gaps)}处，请核对" if quality.gaps else "序号连贯"
    mended = (("修复序号", quality.numbers), ("补出脱落序号", quality.markers), ("断开粘连", quality.glued))
    said = [
        f"标题{headings}处，{gaps}",
        "、".join(f"{name}{n}处" for name, n in mended if n),
        f"标题过长{n}处，请核对" if (n := sum(d.code == "title-long" for d in quality.doubtful)) else "",
        f"文字疑有缺损{len(quality.wording)}处" if quality.wording else "",
        f"约{round(100 * (1 - quality.share))}%的正文不在标题之下" if quality.share < _LEAST_SHARE else "",
        f"未见{'、'.join(f'“{name}”' for name in quality.missing)}的内容" if quality.missing else "",
    ]
    return f"读取情况：{'；'.join(part for part in said if part)}。"


def all_notes(comparison: Comparison) -> tuple[str, ...]:
    """What could not be read or was repaired, of the comparison and of both reports: shown at the top of every output."""
    old, new = report_names(comparison.mode)
    notes = (
        *comparison.notes,
        *(f"{old}：{note}" for note in comparison.old.notes),
        *(f"{new}：{note}" for note in comparison.new.notes),
    )
    return tuple(note if note.endswith("。") else f"{note}。" for note in notes)


def headline(comparison: Comparison) -> str:
    """How many figures were compared, and what became of them; doubtful pairs and open slots are told apart from these."""
    n = {key: count(comparison, key) for key in METRIC_KEYS}
    years = comparison.mode == "years"
    names = (
        ("有变化", "与上年相同", "本年新增", "上年有而本年未见")
        if years
        else ("有改动", "未改动", "新稿新增", "原稿有而新稿未见")
    )
    words = _counts(zip(names, (n[key] for key in ("changed", "unchanged", "added", "dropped")), strict=True))
    tail = f"；另有{n['perhaps']}项对应关系存疑，未计算增减" if n["perhaps"] else ""
    tail += f"；{side_names(comparison.mode)[1]}尚有{n['open']}项待填" if n["open"] else ""
    return f"共比对数据{sum(n.values()) - n['perhaps'] - n['open']}项{words}{tail}。"


def _counts(named: Iterable[tuple[str, int]], unit: str = "项") -> str:
    """：有变化3项，本年新增2项. Nothing is told of zero; "" where all are."""
    told = "，".join(f"{name}{n}{unit}" for name, n in named if n)
    return f"：{told}" if told else ""


def findings_headline(comparison: Comparison) -> str:
    """How many things to look at, by level."""
    n = {key: count(comparison, key) for key in FINDING_KEYS}
    if not sum(n.values()):
        return NO_FINDINGS
    words = _counts((LEVELS[key], n[key]) for key in FINDING_KEYS)
    return f"需核实事项{sum(n.values())}项{words}{_stale_words(comparison)}。"


def _stale_words(comparison: Comparison) -> str:
    """How many are the same as last year; those that are only told are counted apart, for the lists show them too."""
    asking = count(comparison, "stale")
    told = sum(f.kind == "stale" and f.level == "info" for f in comparison.findings)
    if comparison.mode == "drafts" or not asking:
        return ""
    return f"；其中与上年相同、请核实的{asking}项" + (f"（另有{told}项仅供参考）" if told else "")


def plans_headline(comparison: Comparison) -> str:
    """What NEW says of OLD's plans. The caveat always goes with it."""
    answered, partly, silent = (count(comparison, key) for key in PLAN_KEYS)
    if not answered + partly + silent:
        return "上年报告中未识别到工作安排。"
    words = _counts((("有回应", answered), ("部分回应", partly), ("文本未提及", silent)))
    return f"上年安排{answered + partly + silent}项{words}{f'（{NOT_MENTIONED}）' if silent else ''}。"


def problems_headline(comparison: Comparison) -> str:
    """What NEW says of OLD's problems."""
    again, silent, new = (count(comparison, key) for key in PROBLEM_KEYS)
    if not again + silent + new:
        return "两年报告中均未识别到存在问题。"
    if not again + silent:
        return f"上年报告中未识别到存在问题；本年新提{new}项。"
    words = _counts((("本年再次提及", again), ("未再提及", silent)))
    return f"上年问题{again + silent}项{words}{f'；另有本年新提{new}项' if new else ''}。"


def text_headline(comparison: Comparison) -> str:
    """What happened to the paragraphs."""
    same, changed, added, dropped, moved = (count(comparison, key) for key in TEXT_KEYS)
    if not changed + added + dropped + moved:
        return SAME_TEXT
    old, new = side_names(comparison.mode)
    names = (("相同", same), ("有改动", changed), (f"{new}新增", added), (f"{old}有而{new}未见", dropped))
    total = same + changed + added + dropped
    return f"正文对照{total}段{_counts(names, '段')}{f'；其中移动{moved}段' if moved else ''}。"


def headlines(comparison: Comparison) -> tuple[str, ...]:
    """All the counts, in the order in which every output states them."""
    first = (headline(comparison), findings_headline(comparison))
    if comparison.mode == "drafts":
        return (*first, text_headline(comparison))
    return (*first, plans_headline(comparison), problems_headline(comparison), text_headline(comparison))


def finding_line(finding: Finding) -> str:
    """【请核实】一、（四）message: the level and the place said once; a message that opens with a quotation lacks its place."""
    head = f"【{LEVELS[finding.level]}】"
    message = finding.message.removeprefix(head)
    return head + (finding.new_place if message.startswith("“") else "") + message


# How a text says that a figure is not exact, where the word stands outside the figure; `figure` shows it as printed.
_BEFORE = lazy(
    "(?:接近|将近|近|大约|大概|约|超过|超|突破|逾|高于|多于|不少于|不低于|至少|不得少于|不得低于"
    "|不超过|不高于|不足|不到|低于|少于|不得超过)了?$"
)
_AFTER = lazy("(?:及)?以上|以下|以内|之内|左右|上下")
_USUAL = {"约": "约{}", "近": "近{}", "超": "超{}", "以上": "{}以上", "以下": "{}以下"}


def figure(metric: Metric | None) -> str:
    """A figure as printed, with the approximator that stands before or after it, in the words of the text."""
    if metric is None:
        return "—"
    if metric.approx not in _USUAL or metric.approx in metric.text:
        return metric.text
    for found in re.finditer(re.escape(metric.text), metric.sentence):
        before, after = _BEFORE.search(metric.sentence[: found.start()]), _AFTER.match(metric.sentence, found.end())
        if before or after:
            return f"{before.group() if before else ''}{metric.text}{after.group() if after else ''}"
    return _USUAL[metric.approx].format(metric.text)


def ordered_metrics(comparison: Comparison) -> tuple[MetricChange, ...]:
    """The figures in the order, and so with the numbers, of every output: text order, at the end what stayed and need not
    be looked at; between drafts by status, for what came and went is looked for first."""
    if comparison.mode == "drafts":
        order = ("changed", "perhaps", "open", "added", "dropped", "unchanged")
        return tuple(sorted(comparison.metrics, key=lambda m: order.index(m.status)))
    quiet = settled(comparison)
    return tuple(sorted(comparison.metrics, key=lambda m: m in quiet))


def settled(comparison: Comparison) -> tuple[MetricChange, ...]:
    """The figures that stayed and of which no finding asks anything."""
    asked = [f.new for f in comparison.findings if f.level != "info" and f.new]
    return tuple(
        m for m in comparison.metrics
        if m.status == "unchanged" and not (m.new and any(s.start < m.new.end and m.new.start < s.end for s in asked))
    )  # fmt: skip


# 由98%以上调整为99%以上, 由甲改为乙: beside both figures only the verb is left to say.
_COMMA = lazy(r"(?<!\d)，|，(?!\d)")  # one between digits parts thousands: ３，４５６户
_SET_ANEW = lazy(r"由.+?(调整|改)为.+")
_FALL = "降幅"


def difference(change: MetricChange) -> str:
    """`change_text` beside both figures in columns of their own: without the leading 由甲增至乙, if more follows."""
    said = change.change_text
    head, *rest = _COMMA.split(said, maxsplit=1)
    if not rest and (anew := _SET_ANEW.fullmatch(said)):
        return f"有{anew.group(1)}".replace("有改", "有改动")
    kind = _FALL if head.startswith(_FALL) else ""
    return kind + rest[0] if rest and head.removeprefix(kind).startswith("由") else said


def change_beside(change: MetricChange, mode: Mode) -> str:
    """What the column 增减 says of any figure: the difference, or what became of it."""
    return difference(change) or metric_status(change.status, mode)


def places(old: str, new: str, mode: Mode) -> str:
    """Where it stands: one place if both agree or one is missing, else both named."""
    if old == new or not old:
        return new
    if not new:
        return f"{side_names(mode)[0]}{old}"
    return f"{new}；{side_names(mode)[0]}{old}"


def section_of(place: str) -> str:
    """The level-1 part of a place: 一、 of 一、（四）."""
    head, mark, _ = place.partition("、")
    return head + mark


def place_key(place: str) -> tuple[float, ...]:
    """A sort key by which （二） stands before （八）; what stands before the first heading comes first."""
    found = re.findall("[一二三四五六七八九十百零〇○]+|[0-9]+", place)
    return tuple(n for part in found if (n := parse_numeral(part)) is not None)


# The request that a message ends with: 确为本年数据的，请在复核意见栏注明“已核实”；系沿用上年的，请更正。
_ANSWER = lazy(f"[^。；]*请在{OPINION}栏注明“已核实”[^。]*。")


def said_of(finding: Finding) -> str:
    """What a finding says, without what it asks to be written where there is no 复核意见 to write in."""
    return _ANSWER.sub("", finding.message)


def stale_findings(comparison: Comparison) -> tuple[Finding, ...]:
    """What is the same as last year and perhaps should not be, as `stale` of the summary counts it; worst first as given."""
    return tuple(f for f in comparison.findings if is_stale(f))


def is_stale(finding: Finding) -> bool:
    """Whether it is the same as last year and asks for something; what may well stay is only told."""
    return finding.kind == "stale" and finding.level != "info"


def level_counts(findings: Iterable[Finding]) -> str:
    """必改1项，请核实2项."""
    levels = [f.level for f in findings]
    return _counts((name, levels.count(key)) for key, name in LEVELS.items()).removeprefix("：")
