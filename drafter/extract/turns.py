"""Turns of phrase that name a figure by more than its own clause, each a kind with its example."""

from drafter.extract import trim
from drafter.extract.listed import MOST
from drafter.extract.matters import (
    by_law,
    casualties,
    composed,
    files_of,
    invested,
    left_out,
    marked,
    reviewed,
    serving,
    studied,
    visited,
)
from drafter.extract.meetings import committee, met_and, met_for
from drafter.extract.members import left_over, some_of_many
from drafter.extract.place import Place
from drafter.extract.turn import Turns
from drafter.extract.words import CARRIED, COMPARING
from drafter.text.pattern import any_of, lazy

_SEPARATOR = lazy(rf"(?:以上|左右|以内)?(?:[、和及与]|以及)(?P<verb>{COMPARING})?了?").fullmatch
_CHANGED_ALL = lazy(rf"[,;](?:同比|[较比](?:上年|去年)[^,。;、\d]{{0,4}}|年均)分别(?P<verb>{COMPARING})了?$").search
_REACH = 90  # characters of a list of changes
_SHORT_OF = lazy(
    r"(?P<what>[^,。;:、\d]{2,18}?(?:仍|尚|均|都|还|仅)?(?:不足|不到|少于|低于|只有|仅有)\d+[^,。;、\d]{1,8})(?=[,。;、]|$)"
).match
_HOLDER = lazy(
    r"(?P<who>乡镇(?:\(街道\))?|镇街|镇\(街道\)|县(?:\([^()]*\))?|(?:市|区)(?=[^,]{3})|村(?:\(社区\))?|社区|街道|部门|单位|[^,]{0,4}(?:监管所|派出所|司法所|站所|大队))(?P<what>.{4,})"
).match
_WITHIN = lazy(r"(?P<whole>[^,。;:、\d]{2,8}?)[中里][^,。;:、\d]{2,14}占(?=\d)").match
_AMONG = lazy(r"^(?P<whole>[^,。;:、\d]{2,8}?)[中里](?P<part>[^,。;:、\d]{2,12}?)占$").match
_HELPED = lazy(r"(?:^|[^认作成行])(?:为|帮助|协助)(?P<who>[^,。;:\d为]{2,8})$").search
_DEED = lazy(rf"(?P<deed>(?:{any_of(CARRIED)}|追讨|讨回|挽回|追索|提供|免除)[^,。;:、\d]{{2,10}})").match


def _changes_of_several(place: Place) -> str:
    """立案48件、办结41件、罚款12万元，同比分别增长5%、3%和9%: as many changes as figures before them, in their order."""
    text, metrics, at = place.given.text, place.given.metrics, place.at
    if text.find("分别", max(0, place.metric.start - _REACH), place.metric.start) < 0:
        return ""
    first = at
    while first > max(0, at - MOST) and _SEPARATOR(text, metrics[first - 1].end, metrics[first].start):
        first -= 1
    last = at
    while last + 1 < min(len(metrics), at + MOST) and _SEPARATOR(text, metrics[last].end, metrics[last + 1].start):
        last += 1
    opened = _CHANGED_ALL(text, max(0, metrics[first].start - 24), metrics[first].start)
    source = at - (last - first + 1)
    if first == last or not opened or source < 0 or "。" in text[metrics[source].end : metrics[first].start]:
        return ""
    own = _SEPARATOR(text, metrics[at - 1].end, metrics[at].start) if at > first else None
    return f"{place.names[metrics[source].id]}同比{(own and own['verb']) or opened['verb']}"


def _short_of(place: Place) -> str:
    """9个|县执业律师不足10名: what they are short of is what they are counted for."""
    said = place.rest_of_clause
    found = _SHORT_OF(said) if "不" in said or "于" in said or "有" in said else None
    if not found:
        return ""
    holder = _HOLDER(found["what"])
    return f"{holder['what']}的{holder['who']}" if holder else found["what"]


def _whole_of_share(place: Place) -> str:
    """7件|败诉案件中工伤认定领域占5件: the whole is named up to 中."""
    found = _WITHIN(place.rest_of_clause) if "占" in place.rest_of_clause else None
    return found["whole"] if found else ""


def _part_of_whole(place: Place) -> str:
    """7件败诉案件中工伤认定领域占|5件: the part with the noun of the whole."""
    found = (
        _AMONG(place.raw)
        if place.near and place.raw.endswith("占") and place.given.text[place.near.end : place.metric.start] == place.raw
        else None
    )
    return found["part"] + found["whole"] if found else ""


def _helped(place: Place) -> str:
    """为农民工|318人|追讨工资: people are named by what was done for them."""
    helped = _HELPED(place.raw)
    deed = _DEED(place.rest_of_clause) if helped else None
    return f"{deed['deed']}的{helped['who']}" if helped and deed else ""


_EXAMINED = lazy(r"(?:参加|参考|应考)(?!培训)|合格|通过|优秀|及格").match
_EXAMINEES = frozenset("报考 报名 参考 应考 参加 合格 通过 缺考 及格".split())
_EXAM = lazy(r"(?:组织|举办|举行|开展|参加|完成)了?(?P<what>[^,。;、\d]{0,16}(?:考试|测试|测评|竞赛))").finditer
_TAUGHT = lazy("培训|轮训|班|讲座").search


def _exam(place: Place) -> str:
    """The examination that the sentence speaks of, unless it goes on to a training; "" where there is none."""
    lead = place.lead
    *_, last = (None, *_EXAM(lead))
    return "" if last is None or _TAUGHT(lead, last.end()) else last["what"]


def _examined(place: Place) -> str:
    """组织资格考试两批次，1384人参加、1207人合格; 报考346人: people are named by the examination."""
    said = _EXAMINED(place.rest)
    did = said.group() if said else place.head if place.head in _EXAMINEES else ""
    if did and not said and place.total:
        return did + "人员"
    exam = _exam(place) if did else ""
    return f"{exam}{did}人员" if exam else ""


def _scored(place: Place) -> str:
    """完成年度法律知识测试，平均|94.5分."""
    exam = _exam(place) if place.raw in ("平均", "平均分", "人均", "平均成绩") else ""
    return f"{exam}平均分" if exam else ""


_FILED = lazy(r"(?P<verb>收到|接收|审查|登记)[^,。;]*?(?P<filed>报备|报送备案|备案|报送)$").fullmatch


def _filed(place: Place) -> str:
    """收到县区和部门报送备案|97件: what is filed for review are normative documents."""
    found = _FILED(place.head) if place.head.endswith(("备", "案", "送")) else None
    text, start = place.given.text, place.metric.start
    shown = found and text.find("规范性文件", max(0, start - 160), start) >= 0
    return f"{found['verb']}{found['filed']}规范性文件" if found and shown else ""


_TITLED = lazy(r"《(?P<title>[^《》]{2,16}(?:书|函|单|通知|决定|提示|建议|通报|指引))》$").search


def _titled(place: Place) -> str:
    """发出《行政执法监督意见书》|16份: documents of one form are counted, and the form is their name."""
    text, start = place.given.text, place.metric.start
    found = _TITLED(text, max(0, start - 20), start) if text[start - 1 : start] == "》" else None
    return found["title"] if found else ""


_QUALIFIED = lazy(r"(?P<how>(?:被|经|因|由|未|已|仍|尚)[^,。;、\d]{3,16})的$").search
_COUNTED = lazy(r"案件|企业|事项|问题|单位|部门|乡镇|项目|文件|群众|人员").match


_STATED = lazy(
    r"(?P<how>(?:未|不|没有|尚未|仍|因|经|被|拟)[^,。;、\d的]{1,12}的(?:案件|企业|事项|问题|单位|部门|乡镇|项目|文件|群众|人员|场所|村|社区))"
).match


def _qualified(place: Place) -> str:
    """被复议机关撤销的|4件|案件, 对|12家|未按期整改的企业挂牌督办."""
    if len(place.head) < 2 and (stated := _STATED(place.rest)):
        return stated["how"]
    how = _QUALIFIED(place.raw) if place.raw.endswith("的") else None
    what = _COUNTED(place.rest) if how else None
    return f"{how['how']}的{what.group()}" if how and what else ""


_PRIVILEGED = lazy(r"的(?P<what>[^,。;、\d]{0,6}(?:优惠|补贴|补助|奖励|折扣|贴息|减免|让利))").match


def _privileged(place: Place) -> str:
    """享受|5%至10%|的运费优惠."""
    found = _PRIVILEGED(place.rest) if place.rest.startswith("的") else None
    return found["what"] if found else ""


_SPARED = lazy(r"(?P<how>(?:减轻|从轻|免予|免于|不予)(?:行政)?处罚)(?=[,。;、和及]|$)").match


_SPARED_WHAT = lazy(r"(?:对(?P<what>[^,、]{2,8}))?(?:依法)?(?P<how>(?:减轻|从轻|免予|免于|不予)(?:行政)?处罚)").fullmatch


def _spared(place: Place) -> str:
    """对12件轻微违法行为不予处罚、|6件|减轻处罚: cases that are named by how they ended."""
    if said := _SPARED_WHAT(place.head):
        return f"{said['what']}{said['how']}" if said["what"] else f"{said['how']}案件"
    found = _SPARED(place.rest) if not place.head or place.raw.endswith("、") else None
    return f"{found['how']}案件" if found else ""


_LAST_YEAR_TIMES = lazy("[是为达](?:上年|去年)(?:同期)?的?$").search


def _times_last_year(place: Place) -> str:
    """审查文稿285件，是上年的|1.3倍."""
    return f"{place.own}与上年之比" if place.own and _LAST_YEAR_TIMES(place.raw) else ""


_NAMED_BEFORE = lazy(
    r"(?:^|[,;])(?:全[省市县区])?(?P<first>[^,;、和与及]{2,12})[、和与及](?P<second>[^,;、和与及]{2,12}?)(?=[两二]|队伍|力量|均|都|继续|持续|分别|同步|,)"
).search


def _former_or_latter(place: Place) -> str:
    """政府法律顾问、公职律师队伍壮大，前者|143名|，后者267名."""
    if place.raw not in ("前者", "后者", "前者为", "后者为", "前者有", "后者有"):
        return ""
    found = _NAMED_BEFORE(place.lead)
    return found["first" if place.raw.startswith("前") else "second"] if found else ""


_LAST_YEAR = lazy("(?:而)?(?:上一?年|去年)(?:同期)?(?:只有|仅有|仅|只|为|是)?").fullmatch


def _last_year(place: Place) -> str:
    """新收申请151件，而上一年只有|66件."""
    return f"{place.own}（上年）" if place.own and _LAST_YEAR(place.raw) else ""


_MORE = lazy(r"(?:[较比](?:上年|去年)(?:同期)?|同比)(?P<verb>多|少)了?$").search


def _more(place: Place) -> str:
    """作出免罚决定48件，较上年多|7件."""
    found = _MORE(place.raw) if place.own and place.raw.endswith(("多", "少")) else None
    return f"{place.own}{'增加' if found['verb'] == '多' else '减少'}数" if found else ""


_ROLE = lazy("(?:律师|人员|顾问|干部|代表|委员|调解员|监督员|专家)$").search
_ACTED = lazy(rf"(?:{any_of(CARRIED)}|参与|参加|受聘|担任)[^,。;、\d]{{2,12}}\d").match


def _acting(place: Place) -> str:
    """法律顾问和公职律师|11名|出具意见书19份: who they are stands before, what they did has a figure of its own."""
    if not _ROLE(place.head) or trim.starts_with_verb(place.head):
        return ""
    return place.head if _ACTED(place.rest_of_clause) else ""


turned = Turns(
    (
        ("", _changes_of_several),
        ("", _short_of),
        ("", _part_of_whole),
        ("", _whole_of_share),
        ("人 名 户 家", _helped),
        ("人 名", _examined),
        ("分", _scored),
        ("件 份 部", _filed),
        ("件 份 封", _titled),
        ("人 名", casualties),
        ("人 名", composed),
        ("人 名", serving),
        ("元", invested),
        ("次 场 期 场次 轮", studied),
        ("个 家 卷 份 宗 件 本", files_of),
        ("卷 份 宗 件 本", reviewed),
        ("个 家", visited),
        ("分", marked),
        ("", by_law),
        ("", left_out),
        ("", _qualified),
        ("", left_over),
        ("", some_of_many),
        ("% ‰", _privileged),
        ("件 起 宗", _spared),
        ("次 场", met_for),
        ("次 场", met_and),
        ("次 场", committee),
        ("", _more),
        ("倍", _times_last_year),
        ("", _last_year),
        ("", _former_or_latter),
        ("人 名", _acting),
    )
).name
