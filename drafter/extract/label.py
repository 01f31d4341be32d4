"""The name of a figure: the noun phrase that tells it apart from its sentence, in the report's own words.

Three places hold it: what stands before the figure (办理行政处罚案件|7.35万件), what stands after it (取消|57项|证明事项), or
both (对|24家|单位开展实地督察). What is missing is taken from the figure before, for Chinese drops what was just said.
"""

import re
from dataclasses import dataclass

from drafter.extract import clause
from drafter.extract.words import BARE_VERBS, CARRIED, DONE_WITH_PART, JUDGED, OBJECTLESS, OBJECTLESS_AROUND, OWNERS, RANKS
from drafter.model.metric import Metric

_CARRIED = re.compile(f"^(?:{clause.any_of(CARRIED)})")
# 新增 and 新收 are 新 with a verb of one character
_VERBS_ALONE = f"(?:{clause.any_of((*OBJECTLESS, '增', '收'))}){{1,2}}"
_OBJECTLESS = re.compile(_VERBS_ALONE.join(OBJECTLESS_AROUND))
_ANY_CARRIED = re.compile(clause.any_of(CARRIED))
_QUOTED = re.compile("“[^”]+”")
_RANKED = re.compile(f"^(?:{clause.any_of(RANKS)})")
_PREFIXED = re.compile(r"^(?:.{0,4}[对为向在就由给将把从使])$")
_COMPARED = re.compile(
    r"(?:同比|较|比|与)[^,。;]*?(?P<verb>增长|上升|提高|提升|增加|下降|减少|降低|缩短|压缩)了?$|^(?P<only>增长|上升|提高|提升|增加|下降|减少|降低)了?$"
)
_TIMES = ("今年", "本年", "全年", "当年", "年内", "本年度", "今年以来")
_AGAINST = re.compile(r"(?:净增|(?:比|高于|低于|优于)[^,。;]{0,12}(?:高|低|多|少|水平|平均)?)$")
_EVENT = re.compile(
    r"(?:举办|召开|组织开展|组织|开展)了?(?P<event>[^,。;、]{2,24}?(?:培训班|研讨班|研修班|进修班|讲座|培训会|会议|论坛|大会|竞赛|比武))"
)
_RESPECTIVE = re.compile(r"(?P<owners>[^,。;:]{2,50}?),?分别[为达是有]?(?:到)?[^,。;:、]{0,6}$")
_HOTLINE = re.compile(r"(\d{5})[”\"]?[^,，。;；\d]{0,14}热线")
_RATE = re.compile(r"(?:率|度|占比|比例|比重|总数|总量)$")


@dataclass(frozen=True, slots=True)
class Naming:
    """What names are made from: the folded text, the figures, part → total, sentences, and headings (start, end, title)."""

    text: str
    metrics: tuple[Metric, ...]
    parents: dict[str, str]
    sentences: tuple[tuple[int, int], ...]
    headings: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure in its clause: `head` before it, `rest` after it, `near` the figure before in the sentence.

    `own` is the name of `near`, `last` that of the total it belongs to (or its own), `total` that of this figure's total.
    """

    metric: Metric
    raw: str
    head: str
    rest: str
    near: Metric | None
    own: str
    last: str
    total: str


def name_figures(given: Naming) -> dict[str, str]:
    """Id → name for every figure."""
    names: dict[str, str] = {}
    previous: Metric | None = None
    for at, metric in enumerate(given.metrics):
        near = previous if previous and not re.search(r"[。\n]", given.text[previous.end : metric.start]) else None
        place = _placed(given, at, near, names)
        name = _respective(given, at) or _special(given, place) or _joined(place) or _completed(given, place)
        names[metric.id] = name.strip("、,的 ") or _heading(given, metric) or "未命名数据"
        previous = metric
    return names


def _placed(given: Naming, at: int, near: Metric | None, names: dict[str, str]) -> _Place:
    metric = given.metrics[at]
    raw = clause.before(given.text, metric, near)
    anchor = _anchor(given, at, near)
    topic = given.parents.get(anchor.id, anchor.id) if anchor else ""
    head = raw if _COMPARED.search(raw) else clause.shortened(clause.trim_tail(clause.trim_head(raw)))
    own = names.get(near.id, "") if near else ""
    owner = own.rpartition("的")[2]
    if len(owner) >= 2 and head.startswith(owner) and len(head) > len(owner) + 1:
        head = head.removeprefix(owner)  # 19个部门认领事项402项: the owner has its own figure
    return _Place(
        metric,
        raw,
        _last_named(head),
        _rest(given, at),
        near,
        own,
        names.get(topic, ""),
        names.get(given.parents.get(metric.id, ""), ""),
    )


def _anchor(given: Naming, at: int, near: Metric | None) -> Metric | None:
    """The figure that a rate or a bare verb refers to: the last one in the sentence that is itself no rate and no change."""
    while near and (near.unit in ("%", "个百分点") or _COMPARED.search(given.text[max(0, near.start - 12) : near.start])):
        at -= 1
        before = given.metrics[at - 1] if at > 0 else None
        if before is None or re.search(r"[。\n]", given.text[before.end : near.start]):
            return near
        near = before
    return near


def _rest(given: Naming, at: int) -> str:
    """What follows the figure; in 9大类31小类行业 what follows the last of the figures that stand together."""
    while at + 1 < len(given.metrics) and given.metrics[at + 1].start == given.metrics[at].end:
        at += 1
    return clause.after(given.text, given.metrics[at])


def _last_named(head: str) -> str:
    """撤销、变更等直接纠错 is 直接纠错: the list before 等 explains, the word behind it names."""
    listed, _, named = head.rpartition("等")
    return named if "、" in listed and len(named) >= 3 else head


def _special(given: Naming, place: _Place) -> str:
    """Names that the kind of figure makes: ranks, changes, shares, years in a row, people at an event."""
    head, last, unit = place.head, place.own, place.metric.unit
    if place.metric.kind == "rank":
        own = re.sub(r"^(?:连续)?在|中的?$|的$|升至|升到|跃居|位列|位居|列(?=全)|居", "", place.raw).replace("中排名", "排名")
        own = own if "排名" in own else own + "排名"
        return f"{last}{own}" if len(own) <= 6 else own
    if last and (compared := _COMPARED.search(head)):
        own = clause.trim_head(head[: compared.start()])
        last = own if len(own) >= 2 else last  # 信访总量同比下降: the clause has a subject of its own
        verb = compared["verb"] or compared["only"]
        measure = "" if "同比" in head else "幅度" if unit in ("%", "个百分点") else "数"
        return f"{last}{'同比' if '同比' in head else ''}{verb}{measure}"
    if place.raw.startswith("占") and last:
        return f"{last}占比"
    if place.raw.endswith("占") and len(head) > 3:
        return head.removesuffix("占").removesuffix("仅") + ("占比" if unit in ("%", "") else "")
    if last and _AGAINST.match(place.raw):
        return last + place.raw
    if unit == "年":
        rest = re.sub(r"^[在被]", "", place.rest)[:14]
        return f"{head}{rest[:6]}年数" if len(head.removesuffix("连续")) > 6 else f"{rest}年数"
    if unit in ("人", "名", "人次") and re.match(r"参加|参训|参与", place.rest):
        sentence = given.text[max(0, given.text.rfind("。", 0, place.metric.start)) : place.metric.start]
        if event := _EVENT.search(sentence):
            return f"{event['event']}参训人员"
    return ""


def _respective(given: Naming, at: int) -> str:
    """公安、住建领域分别为387件、246件: as many owners as figures, in the same order."""
    first = at
    while first > 0 and re.fullmatch(r"[、和及]", given.text[given.metrics[first - 1].end : given.metrics[first].start]):
        first -= 1
    last = at
    while last + 1 < len(given.metrics) and re.fullmatch(
        r"[、和及]", given.text[given.metrics[last].end : given.metrics[last + 1].start]
    ):
        last += 1
    opened = _RESPECTIVE.search(given.text[max(0, given.metrics[first].start - 60) : given.metrics[first].start])
    owners = re.split(r"[、和及与]", opened["owners"]) if opened else []
    if last == first or len(owners) < last - first + 1:
        return ""
    # 公安、住建领域受理案件数居前: what the last owner is called and does holds for all of them
    tail = re.search(r"(?:领域|方面|部门|系统|行业|案件|类)+", owners[-1])
    shared = tail.group() + owners[-1][tail.end() :].removesuffix("居前")[:8] if tail else ""
    owner = re.split(r"其中|的", owners[at - last - 1])[-1].strip()
    return owner[: tail.start()] + shared if tail and at == last else owner + shared


def _joined(place: _Place) -> str:
    """Verb and noun (取消 + 证明事项); for 对N家单位开展督察 and N个部门认领事项, what was done and by or to whom."""
    prefixed = bool(_PREFIXED.match(place.raw))
    noun, done = clause.noun_after(place.rest)
    if prefixed and (acted := clause.acted_on(place.rest))[0]:
        return "".join(acted) if place.metric.unit in ("件", "份", "起", "宗", "部") else f"{acted[1]}的{acted[0]}"
    if not noun:
        return _people(place) or _times(place)
    if place.metric.unit in ("%", "个百分点") and len(place.head) >= 2:
        return ""
    if place.metric.unit.endswith("类"):
        noun += place.metric.unit
    verb = clause.verb_at_end(place.head)
    if done:
        return f"{done}的{noun}"
    if verb or not place.head or prefixed:
        return f"{verb}{noun}"
    return f"{place.head[-8:]}{noun}" if len(noun) <= 2 else noun


def _people(place: _Place) -> str:
    """233人作出承诺并申请援助: the people are named by what they did."""
    free = not place.head or clause.verb_at_end(place.head)
    if place.metric.unit not in ("人", "名", "户", "家") or not free or len(place.rest) < 4 or place.rest[0] in ",。;、)":
        return ""
    did = re.sub(r"^在[^,]{2,20}?[上中内](?=.{2})", "", place.rest)[:16].replace("了", "")
    return f"{did}{'人数' if place.metric.unit in ('人', '名') else ''}"


def _times(place: _Place) -> str:
    """先后3次下调停车收费标准: named by what was done so often."""
    often = (
        place.metric.unit in ("次", "轮", "场")
        and len(place.head) < 2
        and len(place.rest) >= 4
        and place.rest[0] not in "、,。;)"
    )
    return f"{place.rest[:14]}次数" if often else ""


def _completed(given: Naming, place: _Place) -> str:
    """A name that lacks its object or its owner takes it from its total, the figure before, or the clause before."""
    head, last = place.head, place.last
    if place.total:
        return _part(place)
    if _OBJECTLESS.fullmatch(head):
        source = _object(last) if last else clause.clause_before(given.text, place.metric.start)
        return head + source if last else source + head
    if not last:
        return head if len(head) > 2 else clause.clause_before(given.text, place.metric.start) + head
    if head.startswith(("平均", "每", "人均")):
        return head if head.startswith("人均") and len(head) > 3 else head + _object(last)
    if _RATE.search(head) and len(head) <= 5:
        hotline = _HOTLINE.search(place.near.sentence) if place.near else None
        topic = "" if _RATE.search(last) else _object(last)
        return (f"{hotline[1]}热线" if hotline else topic) + head
    if head in ("累计", "总数", "总量"):
        return head + _object(last)
    if head in RANKS:
        verb = _CARRIED.match(last)
        return (verb.group() if verb else "") + head + _RANKED.sub("", _object(last))
    return _carried(given, place)


def _part(place: _Place) -> str:
    head = re.sub(r"^(?:评定|评出|评为|被评为)", "", place.head)
    if head in JUDGED or head in ("败诉", "胜诉", "行政机关败诉"):
        return head + _object(place.total)[-2:]
    if _OBJECTLESS.fullmatch(head) and any(done in head for done in DONE_WITH_PART):
        whole = _object(place.total)
        return whole + head if "整改" in head else head + whole
    if head.endswith(OWNERS):
        return head + place.total
    return head or (place.raw if place.raw not in _TIMES else place.raw + _object(place.total)) or place.total


def _carried(given: Naming, place: _Place) -> str:
    near, head = place.near, place.head
    listed = near and given.text[near.end : near.end + 1] in "、和及" and place.metric.start - near.end <= clause.LONGEST
    verb = _CARRIED.match(place.last)
    if listed and verb and not _CARRIED.match(head):
        return head + _object(place.last) if head in BARE_VERBS else verb.group() + head
    quoted = _QUOTED.search(place.last)
    if quoted and len(head) <= 5:
        return quoted.group() + head
    if place.last and len(head) == 2 and head in BARE_VERBS:
        return head + _object(place.last)
    return head or place.last


def _object(name: str) -> str:
    """What a name speaks of, without who did what to it: 市直部门承办信访积案 → 信访积案."""
    if name.startswith("“") and len(name) - name.find("”") <= 8:
        return name
    cuts = [found.end() for found in _ANY_CARRIED.finditer(name) if len(name) - found.end() >= 2]
    long = [cut for cut in cuts if len(name) - cut >= 4]
    return name[long[-1] if long else cuts[0] :] if cuts else name


def _heading(given: Naming, metric: Metric) -> str:
    return next((title for start, end, title in given.headings if start <= metric.start < end), "")
