"""The kinds of context that tell one figure from another, as rows: what each is called, an example, how it is found and added."""

from itertools import pairwise

from drafter.extract import about, clause
from drafter.extract.adding import RATE_NAME, aside, behind, bracketed, count, counted, front, han, instead, joined, opened
from drafter.extract.noun import noun_after
from drafter.extract.page import REACH, Context, Page
from drafter.extract.standing import Standing
from drafter.extract.words import CARRIED, PREDICATES
from drafter.model.metric import number
from drafter.text.pattern import any_of, lazy

_RATES = ("%", "‰", "个百分点", "倍", "")
_AMOUNTS = ("元", "美元", "个工作日", "天", "年")
_THINGS = ("件", "起", "宗", "项", "份", "条", "部", "次", "场", "篇", "处", "台", "元")  # the unit of a name's own thing
_SHORT = 4  # a name as short as this waits for what was said before
_SHORT_DEED = 7
_SUBJECT = 14  # what grew may be called by so many characters
_LEAD = 24  # a lead sentence is no longer than this
_REACH_OF_RESPECTIVE = 16
_TELLING_DIGITS = 3

_CLAUSES = lazy(r"[,;:]")
_QUOTED = lazy(r"“(?!十.五)[^“”\n]{2,8}”")
_RESPECTIVE = lazy(r"分别[^,。;\d]{0,6}$")
# Words that hold two owners, and who is told first.
_HALVES = {"城乡": ("城镇", "农村"), "城镇和农村": ("城镇", "农村"), "存贷款": ("存款", "贷款"), "内外资": ("内资", "外资")}

# Growth, and the levels that it leads from and to.
_FROM_TO = lazy(
    r"(?:余|多|左右|以上|以下)?,?(?:进一步|大幅|一次性|逐步)?"
    r"(?P<verb>提高|提升|增加|增长|上升|下降|降低|减少|压减|压缩|缩短|精简|调整|扩大|扩展|拓展|延长|[增升降减压缩扩])了?(?:到|至|为)"
)
_WHOLE_VERB = {"增": "增加", "升": "提升", "降": "下降", "减": "减少", "压": "压减", "缩": "缩短", "扩": "扩大"}
_CHANGES = lazy(r"增长|下降|上升|减少|提高|提升|降低")
_GROWN = lazy(r"(?:新增|增长|增加|提高|提升)$")
_LEVEL = lazy(r"(?:突破|达到?|超过|增至|升至)$")
_GROWS = lazy(r"(?:年均|同比|预期|实际|人均|平均)?(?:增长|增加|下降|减少|提高)$")
_NO_SUBJECT = lazy(r"^[三五十]年|(?:[三五十]年)?累计$|总额?达?$|(?:突破|跨[越过]|迈上|达到?|[由从]|上升|提高|增加|增至).*$")

# Who did it, and what was done.
_BODY = lazy(
    r"(?:其中,?)?(?P<who>(?:[省市县区州镇乡]|全[省市县区州])(?:委|政府|人民政府|直部门|直单位|司法局|级|属)?(?:本级)?)"
    r"(?=[受审办收立新开组制查处完结清])"
)
_DEEDS = (*CARRIED, *PREDICATES, "挽回", "追讨", "追回", "享受", "兑现", "排查", "化解", "领取", "减少")
_DID = lazy(f"(?:{any_of(_DEEDS)})(?![费率员量])")
_ADVERB = lazy(r"(?:全年|共|已|累计|全部)+$")
_ALWAYS_ITS_OWN = lazy(r"新增|新建|建成|新培育|新开工|完成营造林")
_STATE = lazy(r"新登记|新设立?|新增|实有|现有|注销|在册|登记|查处|受理|培训")

# Time.
_SCOPES = {"cumulative": "累计", "as_of": "期末", "part_year": "阶段"}
_PERIOD = lazy(r"(?:过去|近|这)?([三五十])年[来间]?|“(十[一二三四五六]五)”")
_TOLD_YEAR = lazy(r"过去一年|[今去明上]年(?![度轻])")
_YEAR = lazy(r"(20\d\d)年?(?:[底末的]|年底)?$")


def _left_behind(page: Page, metric: Standing) -> str:
    at, metrics = page.at[metric.id], page.given.metrics
    while at + 1 < len(metrics) and page.listed_with(metrics[at + 1]):
        at += 1
    found = _FROM_TO.match(page.given.text, metrics[at].end, metrics[at].end + 12)
    return f"{_WHOLE_VERB.get(found['verb'], found['verb'])}前" if found else ""


def _target(page: Page, metric: Standing) -> str:
    return "目标" if metric.kind == "target" else ""


def _again(page: Page, metric: Standing) -> str:
    """The same figure said before under the same name: only where its value is too long to be the same by chance."""
    if len(f"{number(metric):.12g}".replace(".", "").strip("0")) < _TELLING_DIGITS:
        return ""
    same = page.told.get(page.stated(metric), [metric.id])
    if metric.id not in same or not (at := same.index(metric.id)):
        return ""
    return "表中" if metric.rule == "表格" else "再次提及" if at == 1 else f"第{han(at + 1)}次提及"


def _respective(page: Page, metric: Standing) -> str:
    """A件、B件，罚款分别为a元、b元: what the figure is about that stands in the same place of the list before."""
    metrics = page.given.metrics
    first, length = page.run(metric)
    opened = _RESPECTIVE.search(page.given.text, max(0, metrics[first].start - 10), metrics[first].start)
    owners = metrics[first - length : first] if 1 < length <= first else ()
    if not opened or not owners or owners[0].start < page.sentence(metric):
        return ""
    one_list = all("、" in page.given.text[a.end : b.start] for a, b in pairwise(owners))
    return about.thing(page.names[owners[page.at[metric.id] - first].id]) if one_list else ""


def _half(page: Page, metric: Standing) -> str:
    """城乡低保标准分别提高6%、7%: one word holds both owners."""
    first, length = page.run(metric)
    name = page.names[metric.id]
    both = next((word for word in _HALVES if word in name), "") if length == 2 else ""
    told = "分别" in page.given.text[max(0, page.given.metrics[first].start - _REACH_OF_RESPECTIVE) : metric.start]
    return name.replace(both, _HALVES[both][page.at[metric.id] - first], 1).replace("分别", "") if both and told else ""


def _owner(page: Page, metric: Standing) -> str:
    """市政府 of 市政府受理: the body or level that its clause begins with."""
    head = _CLAUSES.split(page.given.text[page.sentence(metric) : metric.start])[-1]
    found = _BODY.match(head)
    return found["who"] if found else ""


def _whose(page: Page, metric: Standing) -> str:
    """为9家|企业挽回损失3万元: the name that both bear begins with the noun of the first and says what was done for it."""
    name = page.names[metric.id]
    if not page.given.text.startswith(name, metric.end):
        return ""
    if metric.unit in ("人", "名") and _DID.match(name):
        return f"{name}的人员"
    did = next((found for found in reversed(list(_DID.finditer(name, 2))) if len(name) - found.end() >= 2), None)
    return f"{name[did.start() :]}的{_ADVERB.sub('', name[: did.start()])}" if did else ""


def _reached(page: Page, metric: Standing) -> str:
    """运营里程新增17公里、突破70公里: the second is the level, without 新增."""
    name = page.names[metric.id]
    grown = _GROWN.search(name)
    return name[: grown.start()] if grown and _LEVEL.search(page.given.text, max(0, metric.start - 4), metric.start) else ""


def _unit(page: Page, metric: Standing) -> str:
    return "" if metric.unit in _THINGS else _any_unit(page, metric)


def _unit_of_bodies(page: Page, metric: Standing) -> str:
    return "" if metric.unit == "个" else _unit(page, metric)


def _any_unit(page: Page, metric: Standing) -> str:
    """What the unit counts; of a rate what the text says it is of: 增长, 下降."""
    if metric.unit not in ("%", "倍"):
        return count(metric)
    if RATE_NAME.search(page.names[metric.id]):
        return ""
    changed = _CHANGES.findall(page.given.text, page.sentence(metric), metric.start)
    return changed[-1] if changed and not _GROWN.search(page.names[metric.id]) else count(metric)


def _scope(page: Page, metric: Standing) -> str:
    return _SCOPES.get(page.scopes.get(metric.id) or "", "")


def _state_of_total(page: Page, metric: Standing) -> str:
    """新登记 of 新登记经营主体: what makes a bare kind of thing a part of it; of the figure right before or of the total."""
    if page.names[metric.id] not in about.BARE_NOUNS:
        return ""
    total = page.given.parents.get(metric.id)
    whole = [m.id for m in page.before(metric)[:1] if m.unit == metric.unit] + ([total] if total else [])
    return next((found.group() for other in whole if (found := _STATE.match(page.names[other]))), "")


def _kind_of_total(page: Page, metric: Standing) -> str:
    """企业 of 市场主体 is a kind of it: only what is counted can be added."""
    total = page.given.parents.get(metric.id)
    same = total and page.given.metrics[page.at[total]].unit == metric.unit
    name = page.names[metric.id]
    return counted(name, metric).removeprefix(name) if same and name in about.BARE_NOUNS else ""


def _review(page: Page, metric: Standing) -> str:
    """How applications for review ended; of a lawsuit only where a court is named after the review."""
    if page.names[metric.id] not in about.REVIEW_OUTCOMES:
        return ""
    window = page.given.text[page.paragraph(metric) : metric.start]
    title = metric.path[-1] if metric.path else ""
    if "复议" in title and "诉" not in title:
        return "复议"
    return "复议" if window.rfind("复议") > max(map(window.rfind, ("法院", "应诉", "一审"))) else ""


def _core_of_total(page: Page, metric: Standing) -> str:
    total = page.given.parents.get(metric.id)
    found = about.core(page.names[total]) if total else ""
    if not found and total and page.names[metric.id].startswith("其") and metric.unit in ("件", "项"):
        return "事项"
    return "事项" if found == "清单" and page.names[metric.id] in about.OPEN_FRONT else found


def _total(page: Page, metric: Standing) -> str:
    total = page.given.parents.get(metric.id)
    return about.thing(page.names[total]) if total else ""


def _near(page: Page, metric: Standing) -> str:
    """What the figures before it in the sentence are about, the nearest first; figures of its own name are passed.

    Only a rate may be of an amount or of time (产值9亿元，年均增长3%).
    """
    name, rate = page.names[metric.id], metric.unit in _RATES
    for other in page.before(metric):
        said = page.names[other.id]
        may = other.unit not in _RATES and other.kind != "rank" and (rate or other.unit not in _AMOUNTS)
        if may and said != name and (words := about.thing(said)) and words not in name:
            return words
    return ""


def _noun_behind(page: Page, metric: Standing) -> str:
    """新建|22个|750千伏和330千伏电网工程: the noun behind the figures that stand together."""
    at, metrics = page.at[metric.id], page.given.metrics
    while at + 1 < len(metrics) and (metrics[at + 1].start == metrics[at].end or page.listed_with(metrics[at + 1])):
        at += 1
    if at == page.at[metric.id] or page.names[metric.id] not in about.BARE_VERBS:
        return ""
    noun = noun_after(clause.after(page.given.text, metrics[at]))[0]
    return noun if 2 <= len(noun) <= about.LONGEST else ""


def _grown(page: Page, metric: Standing) -> str:
    """教育支出累计9亿元，年均增长3%: the whole name of the amount that grew."""
    if not _GROWS.match(page.names[metric.id]):
        return ""
    said = next((page.names[m.id] for m in page.before(metric) if m.unit not in _RATES and m.kind != "rank"), "")
    words = _NO_SUBJECT.sub("", said)
    return words if 2 <= len(words) <= _SUBJECT and not about.is_bare(words) else ""


def _near_of_dependent(page: Page, metric: Standing) -> str:
    return _near(page, metric) if _depends(page.names[metric.id]) else ""


def _depends(name: str) -> bool:
    """Whether a name waits for what was said before: a short one, or what was done, not what there is (移送公安机关, not 新增床位)."""
    return len(name) <= _SHORT or (len(name) <= _SHORT_DEED and bool(_DID.match(name)) and not _ALWAYS_ITS_OWN.match(name))


def _own_clause(page: Page, metric: Standing) -> str:
    """What a bare noun is of, in its own clause: 落实开发区改革|30条|政策措施."""
    if page.names[metric.id] not in about.BARE_NOUNS:
        return ""
    head = page.given.text[page.sentence(metric) : metric.start]
    return page.matter(_CLAUSES.split(head)[-1].partition(page.names[metric.id])[0])


def _clause(page: Page, metric: Standing) -> str:
    """What the clauses before its own in the sentence are about, the nearest first."""
    if page.names[metric.id] in about.OPEN_FRONT:
        return ""
    head = page.given.text[page.sentence(metric) : metric.start]
    return next((words for part in reversed(_CLAUSES.split(head)[:-1]) if (words := page.matter(part))), "")


def _clause_of_dependent(page: Page, metric: Standing) -> str:
    return _clause(page, metric) if _depends(page.names[metric.id]) else ""


def _lead(page: Page, metric: Standing) -> str:
    """What the short sentence before is about: 经营主体稳步增加。总量达9户."""
    place = page.place(metric)
    if place < 1 or page.names[metric.id] in about.OPEN_FRONT:
        return ""
    start, end = page.given.sentences[place - 1]
    return page.matter(page.given.text[start:end]) if end - start <= _LEAD else ""


def _period(page: Page, metric: Standing) -> str:
    """五年 or a plan's name, of the sentence or of the heading right above."""
    start = max(page.whole_sentence(metric), metric.start - REACH)
    found = _PERIOD.search(page.given.text, start, metric.start) or (_PERIOD.search(metric.path[-1]) if metric.path else None)
    return (f"{found[1]}年" if found[1] else f"“{found[2]}”") if found else ""


def _quoted(page: Page, metric: Standing) -> str:
    """The last name in quotation marks before it in the sentence."""
    found = _QUOTED.findall(page.given.text, page.sentence(metric), metric.start)
    return found[-1] if found else ""


def _item(page: Page, metric: Standing) -> str:
    """What the heading right above is about, else the one above that."""
    if page.names[metric.id] in about.OPEN_FRONT:
        return ""
    return next((words for title in reversed(metric.path) if (words := page.matter(title))), "")


def _section(page: Page, metric: Standing) -> str:
    return next((words for title in metric.path if (words := page.matter(title))), "")


def _told_year(page: Page, metric: Standing) -> str:
    """去年 or 今年, the last said in its sentence."""
    start = max(page.whole_sentence(metric), metric.start - REACH)
    found = _TOLD_YEAR.findall(page.given.text, start, metric.start)
    return found[-1] if found else ""


def _year(page: Page, metric: Standing) -> str:
    found = _YEAR.search(page.given.text, max(0, metric.start - 8), metric.start)
    return f"{found[1]}年" if found else ""


# What fills a bare name, the nearest first.
FILLING: tuple[Context, ...] = (
    Context("in the same order", "查办广告案件4件、商标案件6件，罚没款分别为2万元、3万元: 广告案件罚没款", _respective, front),
    Context("state of the total", "新登记经营主体9户，其中企业3户: 新登记企业", _state_of_total, front),
    Context("kind of the total", "市场主体9户，其中企业3户: 企业户数", _kind_of_total, behind),
    Context("review", "收到复议申请9件。审结8件，维持3件: 复议维持", _review, joined),
    Context("core of the total", "审结行政复议案件9件，其中维持3件: 复议维持", _core_of_total, joined),
    Context("total", "配备执法记录仪9台，其中镇街3台: 镇街执法记录仪", _total, opened),
    Context("own clause", "落实开发区改革3条措施: 开发区措施", _own_clause, front),
    Context("noun behind", "新建2个75千伏和33千伏电网工程: 新建电网工程", _noun_behind, joined),
    Context("what grew", "教育支出累计9亿元，年均增长3%: 教育支出年均增长", _grown, front),
    Context("figure before", "办理免罚案件9件，涉及3万元: 免罚案件涉及", _near, joined),
    Context("clause before", "开展药品抽检，立案3件: 药品抽检立案", _clause, front),
    Context("quoted name", "在“护苗行动”中立案3件: “护苗行动”立案", _quoted, front),
    Context("lead sentence", "经营主体稳步增加。总量达9户: 经营主体总量", _lead, front),
    Context("heading", "（一）规范行政复议工作。立案3件: 行政复议立案", _item, front),
)
# What is put before a name that hangs on a thing, where the thing is named in the same sentence.
DEPENDING: tuple[Context, ...] = (
    Context("in the same order", "查办广告案件4件、商标案件6件，罚没款分别为2万元、3万元: 广告案件罚没款", _respective, front),
    Context("figure before", "办理免罚案件9件，涉及金额3万元: 免罚案件涉及金额", _near, front),
)
# What tells figures of one name apart, the nearest first.
TELLING: tuple[Context, ...] = (
    Context("level left behind", "由5天压减至2天: 办理时间（压减前）, 办理时间", _left_behind, bracketed, greedy=True),
    Context("target", "今年就业9人……明年就业9人以上: 就业, 就业（目标）", _target, bracketed, greedy=True),
    Context("said again", "同一数据前后两处: 帮扶企业, 帮扶企业（再次提及）", _again, bracketed, greedy=True),
    Context("in the same order", "查办广告案件4件、商标案件6件，罚没款分别为2万元、3万元: 广告案件罚没款", _respective, front),
    Context("two owners in one word", "城乡标准分别提高6%、7%: 城镇标准提高, 农村标准提高", _half, instead),
    Context("level reached", "里程新增17公里、突破70公里: 里程新增, 里程", _reached, instead),
    Context("whose it is", "为9家企业挽回损失3万元: 挽回损失的企业, 企业挽回损失", _whose, instead),
    Context("unit", "发布案例2批6个: 发布案例批次, 发布案例", _unit_of_bodies, behind),
    Context("unit of bodies too", "专班7个排查隐患9件: 专班排查隐患个数, 专班排查隐患", _unit, behind),
    Context("any unit", "排查隐患3处6件: 排查隐患处数, 排查隐患件数", _any_unit, behind),
    Context("owner", "全市受理投诉9件，其中市本级受理3件: 市本级受理投诉", _owner, front),
    Context("scope", "建成3个，累计建成9个: 累计建成", _scope, front),
    Context("core of the total", "审结行政复议案件9件，其中直接纠错3件: 复议直接纠错", _core_of_total, front),
    Context("total", "培训执法人员9人，其中乡镇3人: 执法人员", _total, front),
    Context("figure before", "查处食品案件9件，移送公安机关2件: 食品案件移送公安机关", _near_of_dependent, front),
    Context("clause before", "开展药品抽检，移送公安机关2件: 药品抽检移送公安机关", _clause_of_dependent, front),
    Context("period", "五年来新建绿道9公里……新建绿道2公里: 新建绿道（五年）", _period, bracketed),
    Context("heading", "（一）规范行政复议工作……: 制发建议书（行政复议）", _item, aside),
    Context("section", "二、优化营商环境……: 走访企业（营商环境）", _section, aside),
    Context("this year or last", "去年检查9次，今年检查8次: 检查（去年）, 检查（今年）", _told_year, bracketed),
    Context("year", "2024年的51%……2025年的70%: 转化率（2024年）", _year, bracketed),
)
