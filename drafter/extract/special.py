"""Names that the kind of figure makes: ranks, changes, shares, limits of time, years in a row, people at an event, lists."""

import re

from drafter.extract import trim
from drafter.extract.listed import levels, respective, standing_together, to_level
from drafter.extract.place import TIMES, Place
from drafter.extract.related import able, against, among_them, change_in_brackets, compared, share, share_of
from drafter.extract.turn import Turns
from drafter.extract.words import COMPARING
from drafter.text.pattern import lazy

_MOVED_UP = lazy(
    r"连续|分别|(?:均|稳|仍|再次|继续|保持)+(?=居|位|列)|^在|的(?=排名)|中?的?$|升至|升到|跃升至|上升至|跃居|位列|位居|名列|列(?=全)|居|由(?=全)|进入|跻身|迈入"
)
_AMONG = lazy(r".{1,10}中(?:排名|位列|居)$").match
_CONTEST = lazy(
    r"(?:^|[,;])在?(?P<what>[^,。;\d]{4,22}?(?:考评|考核|测评|评估|评价|评议|评查|验收|竞赛|评选|调查|互评|评比|比武))(?:[中里上],?|,)[^,。;]{0,12}$"
).search
_WE = lazy(
    "(?:(?:我|本)[省市县区州局厅院委](?:代表队)?(?:获得?)?)?(?P<what>[^,]{0,8}?)(?:(?:综合)?(?:成绩|得分)|总分)?"
    "(?:列|居|排)?(?P<reach>全[国省市县区州])?(?:列|居|排)?(?:排名?)?"
).fullmatch
_FROM_LAST_YEAR = lazy("中?由(?:上年|去年|上一年)的?$")
_MOVED = lazy("(?P<verb>前移|上升|提升|跃升|前进|后移|下滑|下降)了?$").search
_REACH = lazy("(?:全国|全省|全市|全县|全区)$").search
_RANKED_FROM = lazy(r"排名(?:由|从)?(全.)$")
_ROW_TAIL = lazy("连续.*年数$")
_RANK_TAIL = lazy(r"(?:全国|全省|全市|全区|全县|[东中西]部|.{2,3}各.{2,3}|内地|.{2})排名$")
_CHANGE_TAIL = lazy(f"(?:同比|年均|累计)?(?:{COMPARING})(?:幅度|数)?$")
_HELD = lazy(rf"(?:保持|稳定|位居|居|位列|{COMPARING}|实现|“?双|正|负|零)").match
_KEPT = lazy("(?:保持|稳定|达到?|为|均|在|实现)+").fullmatch
_RATE_IN_ROW = lazy("(?P<rate>.+(?:率|度|感|水平))连续.*年数").fullmatch
_ATTENDED = lazy(r"[^,]{0,16}?(?:参加|参训|参与|参会|受训|参学)$").match
_JOINED_IN = lazy(r"(?:参加|参训|参会|受训|参学)(?:了?(?:培训|学习|会议|活动))?$").match
_ATTENDING = frozenset("参加 参训 培训 听课 参与 参会 受训 参训人员 参加人员 参会人员 参训干部 参训学员 参与人员".split())
_EVENT = lazy(
    r"(?:举办|召开|组织开展|组织|开展)了?(?:[^,。;]{4,30}等)?(?P<event>[^,。;、]{2,24}?(?:(?:培训|研讨|研修|进修|轮训|实训|提升|示范|骨干)班|训练营|讲座|培训会|会议|论坛|大会|竞赛|比武|培训))(?=[,。;、两\d]|$)"
).findall
_HELD_AT = lazy(r"^(?:[^、]{2,8}(?:局|部门|机关|政府|办))?(?:举办|召开|组织开展|组织|开展|举行|安排|累计)+")
_EVENTS = ("场", "次", "期", "轮", "场次", "堂", "届")
_TRAINING = lazy("培训|研修|研讨|进修|讲座|班$").search
_FROM_RECEIPT = lazy(r"自[^,]{2,10}之日起$")
_TIMED = lazy("时间|时限|用时|时长|周期|期限|办结$").search
_DONE_WITHIN = lazy(r"(?:之)?内?(?P<done>办结|办理|完成|办好|答复|出证|审结|取证)").match


def _ranked(place: Place) -> str:
    """在全省考核中排名第四, 满意率居全市第三: what was ranked, and among whom."""
    if place.metric.kind != "rank":
        return ""
    near = place.near
    if near and _AMONG(place.raw) and (reach := _REACH(place.given.text[max(0, near.start - 4) : near.start])):
        return place.last_but_one + reach.group() + "排名"  # 满意率94.8%，在全市11个县区中排名第三
    own = (
        _MOVED_UP.sub("", _RANKED_FROM.sub(r"\1排名", _FROM_LAST_YEAR.sub("", place.raw)))
        .replace("中排名", "排名")
        .removesuffix("排")
    )
    if (contest := _CONTEST(place.lead)) and (we := _WE(own)):
        of = "" if we["what"] in contest["what"] else we["what"]
        return contest["what"] + of + (we["reach"] or "") + "排名"  # 在法治化评估中，我省列全国第9位
    own = own if "排名" in own else own + "排名"
    if len(own) > 8 or not place.own:
        return own.removeprefix("、")
    # 指标居全省第3，连续两年进入前五: the same rank twice
    again = place.at > 1 and place.given.metrics[place.at - 2].kind == "rank"
    row = "连续" if again and near and near.unit == "年" and _ROW_TAIL.search(place.own) else ""
    return _CHANGE_TAIL.sub("", _RANK_TAIL.sub("", _ROW_TAIL.sub("", place.own))) + row + own.removeprefix("、")


def _moved(place: Place) -> str:
    """居全省第3位，较上年前移|两位."""
    moved = _MOVED(place.raw) if place.near and place.near.kind == "rank" else None
    return f"{place.own}{moved['verb']}位次" if moved else ""


def _duration(place: Place) -> str:
    """企业开办在3个工作日内办结: a time limit, though the word is not said."""
    done = _DONE_WITHIN(place.rest)
    if done and len(place.head) >= 2 and not _TIMED(place.head):
        return f"{_FROM_RECEIPT.sub('', place.head)}{done['done']}时限"
    return ""


def _in_a_row(place: Place) -> str:
    """连续三年获评优秀, 满意度连续五年提升: what went on, and whose it was."""
    if place.metric.unit == "个月" and not place.raw.endswith("连续"):
        return ""
    counted = "年数" if place.metric.unit == "年" else "月数"
    rest = re.split(r"\d", re.sub(r"^[在被]", "", place.rest)[:18])[0]
    subject = trim.trim_head(place.head.removesuffix("连续"))
    subject = "" if len(subject) <= 4 and subject.endswith(("省", "市", "县", "区")) else subject
    if not subject and place.own and _HELD(rest):
        subject = place.own
    if not subject and place.near and place.near.kind == "rank":
        subject = _RANK_TAIL.sub("", place.own)  # 指标排名全省第3，连续两年进入前五
    return f"{subject}连续{rest}{counted}" if subject else f"{rest}{counted}"


def _kept(place: Place) -> str:
    """出庭应诉率连续4年保持|100%: the rate itself."""
    row = place.near and place.near.unit == "年" and place.rate and _KEPT(place.gap)
    found = _RATE_IN_ROW(place.own) if row else None
    return found["rate"] if found else ""


_TAUGHT = lazy("(?:直接)?(?P<how>受教育|受益)(?:群众|干部|人员)?").fullmatch


def _taught(place: Place) -> str:
    """旁听庭审7场(其中线上3场)，受教育|730余人次: of the event that was counted last."""
    found = _TAUGHT(place.head) if place.last and place.near and place.near.unit in _EVENTS else None
    counted = "人次" if place.metric.unit == "人次" else "人数"
    return f"{_HELD_AT.sub('', place.last)}{found['how']}{counted}" if found else ""


def _attendance(place: Place) -> str:
    """460人参加, 参训人员1200人次: the people are named by the event."""
    unit = place.metric.unit
    alone = len(place.head) < 2 and _ATTENDED(place.rest)
    if not (place.head in _ATTENDING or alone or _JOINED_IN(place.rest)):
        return ""
    counted = place.near is not None and place.near.unit in _EVENTS
    told = _EVENT(place.gap if counted else place.lead)
    event = told[-1] if told else _HELD_AT.sub("", place.own) if counted else ""
    if not event or (place.head == "培训" and not _TRAINING(event)):
        return ""
    if unit == "人次":
        return event + ("参训人次" if _TRAINING(event) else "人次")
    return event + ("参训人员" if _TRAINING(event) else "参加人员")


special = Turns(
    (
        ("", to_level),
        ("名", _ranked),
        ("名 位 个位次 位次 个名次", _moved),
        ("", respective),
        ("% 个百分点", change_in_brackets),
        ("", compared),
        ("", share),
        ("", among_them),
        ("", against),
        ("%", share_of),
        ("%", able),
        (" ".join(TIMES), _duration),
        ("年 个月", _in_a_row),
        ("% 个百分点", _kept),
        ("人 名 人次", _taught),
        ("人 名 人次", _attendance),
        ("", levels),
        ("人 名 人次", standing_together),
    )
).name
