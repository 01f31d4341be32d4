"""The sentences and names that more than one renderer needs, once for all. Everything here is Chinese: outputs are.

Counts come from `Comparison.summary` and nowhere else, so that every renderer states the same ones.
"""

import re
from collections.abc import Iterable

from drafter.model.change import Comparison, MetricChange, Mode, TextChange
from drafter.model.finding import Finding
from drafter.model.metric import Metric
from drafter.model.report import ReportInfo
from drafter.model.span import Span

METRIC_KEYS = ("changed", "unchanged", "perhaps", "open", "added", "dropped")
FINDING_KEYS = ("must", "verify", "info")
PLAN_KEYS = ("plans_answered", "plans_partly", "plans_not_mentioned")
PROBLEM_KEYS = ("problems_recurring", "problems_not_mentioned", "problems_new")
TEXT_KEYS = ("text_equal", "text_changed", "text_added", "text_dropped", "text_moved")
SUMMARY_KEYS = (*METRIC_KEYS, *FINDING_KEYS, "stale", *PLAN_KEYS, *PROBLEM_KEYS, *TEXT_KEYS)

LEVELS = {"must": "必改", "verify": "请核实", "info": "供参考"}
SIDES: dict[Mode, tuple[str, str]] = {"years": ("上年", "本年"), "drafts": ("原稿", "新稿")}
PLAN_STATUS = {"answered": "有回应", "partly": "部分回应", "not_mentioned": "文本未提及"}
PROBLEM_STATUS = {"recurring": "再次提及", "not_mentioned": "本年未再提及", "new": "本年新提"}
KINDS = {
    "stale": "与上年相同", "metric": "数据", "problem": "问题", "plan": "安排", "text": "文字", "sum": "合计",
    "rate": "比率", "numbering": "序号", "placeholder": "待填", "year": "年份", "date": "日期", "order": "次序",
    "structure": "结构", "moved": "移动", "dropped": "未见", "added": "新增", "unit": "单位", "name": "名称",
    "conflict": "前后不一", "coverage": "内容", "punctuation": "标点", "change": "变化", "pair": "对应",
}  # fmt: skip
ROLES = {
    "achievements": "举措成效", "problems": "不足原因", "plans": "下年安排",
    "leadership": "第一责任人", "mixed": "多项合写", "other": "其他",
}  # fmt: skip
METRIC_KIND = {"metric": "数据", "rank": "位次", "target": "目标"}
SCOPES = {"year": "全年", "part_year": "部分时段", "cumulative": "累计", "as_of": "截至"}
SLOT_STATE = {"open": "待填", "filled": "已填", "unconfirmed": "待确认", "lost": "失联"}
SLOT_KIND = {"figure": "数据", "text": "文字", "name": "姓名", "date": "日期", "ordinal": "次序", "keep": "沿用句"}
DECISIONS = {"keep": "保留", "shift": "顺延年份", "blank": "留空待填", "ask": "请确认"}

CAVEAT = "仅指文本未提及，不代表工作未开展。"
INTERNAL = "内部工作材料，仅反映文本表述。"
OPINION = "复核意见"
NO_FINDINGS = "未发现需要核实的事项。"
SAME_TEXT = "两份文本内容相同，没有改动。"
OPINION_HINT = "复核意见栏注明“已核实”的事项，下次对照时可用 --ignore 读回，不再列出。"

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


def all_notes(comparison: Comparison) -> tuple[str, ...]:
    """What could not be read or was repaired, of the comparison and of both reports: shown at the top of every output."""
    old, new = side_names(comparison.mode)
    return (
        *comparison.notes,
        *(f"{old}报告：{note}" for note in comparison.old.notes),
        *(f"{new}报告：{note}" for note in comparison.new.notes),
    )


def headline(comparison: Comparison) -> str:
    """How many figures were compared, and what became of them; doubtful pairs and open slots are told apart from these."""
    n = {key: count(comparison, key) for key in METRIC_KEYS}
    years = comparison.mode == "years"
    words = (
        f"有变化{n['changed']}项，与上年相同{n['unchanged']}项，本年新增{n['added']}项，上年有而本年未见{n['dropped']}项"
        if years
        else f"有改动{n['changed']}项，未改动{n['unchanged']}项，新稿新增{n['added']}项，原稿有而新稿未见{n['dropped']}项"
    )
    tail = f"；另有{n['perhaps']}项对应关系存疑，未计算增减" if n["perhaps"] else ""
    tail += f"；{side_names(comparison.mode)[1]}尚有{n['open']}项待填" if n["open"] else ""
    return f"共比对数据{sum(n.values()) - n['perhaps'] - n['open']}项：{words}{tail}。"


def findings_headline(comparison: Comparison) -> str:
    """How many things to look at, by level."""
    n = {key: count(comparison, key) for key in FINDING_KEYS}
    if not sum(n.values()):
        return NO_FINDINGS
    words = "，".join(f"{LEVELS[key]}{n[key]}项" for key in FINDING_KEYS)
    stale = f"；其中与上年相同、请核实的{count(comparison, 'stale')}项" if comparison.mode == "years" else ""
    return f"需核实事项{sum(n.values())}项：{words}{stale}。"


def plans_headline(comparison: Comparison) -> str:
    """What NEW says of OLD's plans. The caveat always goes with it."""
    answered, partly, silent = (count(comparison, key) for key in PLAN_KEYS)
    if not answered + partly + silent:
        return "上年报告中未识别到工作安排。"
    words = f"有回应{answered}项，部分回应{partly}项，文本未提及{silent}项"
    return f"上年安排{answered + partly + silent}项：{words}（{CAVEAT.rstrip('。')}）。"


def problems_headline(comparison: Comparison) -> str:
    """What NEW says of OLD's problems."""
    again, silent, new = (count(comparison, key) for key in PROBLEM_KEYS)
    if not again + silent + new:
        return "两年报告中均未识别到存在问题。"
    return f"上年问题{again + silent}项：本年再次提及{again}项，未再提及{silent}项；本年新提{new}项。"


def text_headline(comparison: Comparison) -> str:
    """What happened to the paragraphs."""
    same, changed, added, dropped, moved = (count(comparison, key) for key in TEXT_KEYS)
    if not changed + added + dropped + moved:
        return SAME_TEXT
    old, new = side_names(comparison.mode)
    return (
        f"正文对照{same + changed + added + dropped}段：相同{same}段，有改动{changed}段，"
        f"{new}新增{added}段，{old}有而{new}未见{dropped}段；其中移动{moved}段。"
    )


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


def figure(metric: Metric | None) -> str:
    """A figure as printed, its approximator in front where it stands outside the figure."""
    if metric is None:
        return "—"
    before = metric.approx if metric.approx in ("约", "近", "超") and metric.approx not in metric.text else ""
    after = metric.approx if metric.approx in ("以上", "以下") and metric.approx not in metric.text else ""
    return f"{before or ''}{metric.text}{after or ''}"


def difference(change: MetricChange) -> str:
    """`change_text` beside both figures in columns of their own: without the leading 由甲增至乙, if more follows."""
    head, mark, tail = change.change_text.partition("，")
    return tail if mark and head.startswith("由") else change.change_text


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


def shorten(text: str, limit: int) -> str:
    """One line of at most `limit` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


# Quotation marks inside quotation marks are single ones (GB/T 15834-2011 4.8.3.2).
_INNER = str.maketrans("“”", "‘’")


def quoted(span: Span | None, limit: int = 60) -> str:
    """A passage as a quotation, or ""."""
    return f"“{shorten(span.text, limit).translate(_INNER)}”" if span else ""


def stale_findings(comparison: Comparison) -> tuple[Finding, ...]:
    """What is the same as last year and perhaps should not be, as `stale` of the summary counts it; worst first as given."""
    return tuple(f for f in comparison.findings if is_stale(f))


def is_stale(finding: Finding) -> bool:
    """Whether it is the same as last year and asks for something; what may well stay is only told."""
    return finding.kind == "stale" and finding.level != "info"


def level_counts(findings: Iterable[Finding]) -> str:
    """必改1项，请核实2项，供参考0项."""
    levels = [f.level for f in findings]
    return "，".join(f"{name}{levels.count(key)}项" for key, name in LEVELS.items())  # type: ignore[arg-type]
