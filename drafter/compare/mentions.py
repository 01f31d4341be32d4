"""Who and what came or went: officials, documents, bodies and event dates that only one of the reports names.

What a report names is found by its form (a post and a surname, a title in 《》, the word that a body's name ends in, a day of
the year) and told where the other report does not have it anywhere. Rows below are to be edited.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from drafter.compare.roles import role_of
from drafter.compare.stale_rules import FIXED_DAYS
from drafter.model.change import Mention, MentionKind
from drafter.model.report import Report, body_paragraphs, place
from drafter.model.span import span_at
from drafter.text.normalize import fold, letters
from drafter.text.pattern import lazy

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦昌马苗凤方俞袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧成戴谈宋庞熊纪舒屈项祝"
    "董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单洪包诸左石崔吉龚程"
    "嵇邢裴陆荣翁荀羊甄曲封储靳段焦巴牧谷车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹龙叶司黎薄印宿白怀蒲鄂索咸籍赖卓蔺屠蒙池乔阴"
    "苍闻党翟谭贡劳姬申扶冉宰雍桑桂牛寿边燕冀浦尚温庄晏柴瞿阎慕连茹习宦艾鱼容古易慎戈廖庾终居衡步都耿满弘匡寇广欧沃利越隆师巩"
    "聂晁勾敖融冷辛阚那简饶曾沙鞠关相查荆红游竺权逯盖益桓肖涂代佟闫覃麦晋佘栗"
)
_POST = r"(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|书记|主任|局长|厅长|主席|检察长|院长|秘书长)"
# What follows a name: a stop, or a word with which a sentence about somebody goes on.
_AFTER = (
    r"(?=[，。、；：,.;:）)\s]|$|主持|主动|出席|带|率|多次|先后|亲|认真|担任|任|作|听|召|审|签|牵|到|逐|每|为|同|对|在|与|和|及|等|参加|分|部署|调研|督|就|专|定|研|领|履|以|指|抓|强|深|现|通|"
    r"高度|始|坚持|严|切实|按|依|将|全|于|当|兼|一|\d)"
)
_OFFICIAL = lazy(
    rf"((?:市委|县委|区委|省委|州委|党组|党委|代|副|常务|、|分管)*{_POST})[ 　]*([{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?){_AFTER}",
    re.MULTILINE,
)
_TITLE = lazy(r"《([^《》\n]{2,60})》")
_OF_A_PLACE = lazy(r"^(?:中华人民共和国|[\u4e00-\u9fff]{2,7}?(?:省|自治区|市|自治州|州|县|区|旗))(?=.{4})")
_OF_AN_OFFICE = lazy(r"^(?:全[省市县区]|[省市县区镇乡])(?=.{6})")  # 市行政争议化解中心 and 行政争议化解中心 are one
_PERIOD = lazy(r"[(（][^()（）]*[)）]$")
# What a body's name ends in, and the words that end where its name begins.
_BODY = lazy(
    r"[\u4e00-\u9fffA-Za-z“”()、]{2,24}?(?:委员会|领导小组|工作组|专班|中心|指挥部|联席会议|法庭|检察室|工作室|调解室|实验室|研究会|协会|联盟|学院|研究院|服务站|工作站)"
)
_LEFT = lazy(
    r".*(?:成立|组建|设立|新设|建成|建立|建设|打造|挂牌|揭牌|启用|启动|撤销|整合|召开|主持|依托|通过|纳入|报请|提请|入驻|发挥|推动|推进|加强|完善|"
    r"健全|支持|参加|提交|报送|担任|率先|印发|选派|聘请|聘任|举办|开展|走进|走上|位于|筹建|落实|带头|实现|组成|专业性|(?<![公共])由|(?<!实)在|向|对|与|和|及|的|了|到|将|把|为|经|会同|联合|牵头|各级|各|等(?=.{6})|全[省市县区]|、|[“”()])"
)
_GENERIC = lazy(
    r"(?:村民|居民|业主|常务)委员会$|^(?:政府|党委|各级|有关|专门|等|个|该|其|本|这|两|三|多|一批|若干|人民代表大会常务)"
)
_DAY = lazy(
    r"(?<![\d年.-])(?:(?:20\d\d)年)?(?:[1-9]|1[0-2])月(?:[1-3]?\d日(?:至[1-3]?\d日)?|上旬|中旬|下旬|底|初)(?!,?(?:全[省市县区]|共有|累计|实有|现有|总))"
)
_LEAST_BODY = 6  # characters of a body's name: 仲裁委员会 alone is any
_CLAUSE = 36  # characters of the clause that tells what happened on a day


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in a report: its place and the key by which the other report would have it.

    `bare` is the key without a period; `dated` is that of a document of a year or a period, its digits masked, or an official's post.
    """

    start: int
    end: int
    key: str
    bare: str = ""
    dated: str = ""


def mentions(old: Report, new: Report) -> tuple[Mention, ...]:
    """What only one report names, by kind; within a kind what came, then what went, in text order; each name once."""
    texts = tuple(letters(fold(report.text)) for report in (old, new))
    return tuple(mention for kind, find in _FINDERS for mention in _of_kind(kind, find, (old, new), texts))


def _of_kind(
    kind: MentionKind, find: Callable[[Report], Iterator[_Named]], reports: tuple[Report, Report], texts: tuple[str, ...]
) -> Iterator[Mention]:
    ones, others = (_once(find(report)) for report in reports)
    known_old, known_new = (_Known(kind, some, text) for some, text in zip((ones, others), texts, strict=True))
    renewed = _renewed(ones, others)
    told: set[str] = set()
    for named in others:
        if named not in known_old:
            before = renewed.get(named.key)
            told |= {before.key} if before else set()
            yield _mention(kind, before, named, reports)
    for named in ones:
        if named not in known_new and named.key not in told:
            yield _mention(kind, named, None, reports)


def _once(some: Iterator[_Named]) -> list[_Named]:
    found: dict[str, _Named] = {}
    for named in some:
        found.setdefault(named.key, named)
    return list(found.values())


class _Known:
    """What one report names, to ask whether a name of the other is there, in any form: a body's name may be cut otherwise."""

    def __init__(self, kind: MentionKind, some: Sequence[_Named], text: str) -> None:
        self.keys = {named.key for named in some}
        self.bare = {named.bare for named in some if named.bare}
        self.undated = {named.bare for named in some if named.bare and not named.dated}
        self.text = text if kind in ("document", "body") else ""

    def __contains__(self, named: object) -> bool:
        if not isinstance(named, _Named):
            return False
        bare = self.undated if named.dated else self.bare
        return named.key in self.keys or named.bare in bare or _OF_AN_OFFICE.sub("", named.key) in self.text


def _renewed(ones: Sequence[_Named], others: Sequence[_Named]) -> dict[str, _Named]:
    """What took the place of another: a document of the next year (《2023年工作要点》, 《2024年工作要点》), a post's new holder."""
    before, after = ({named.dated: named for named in some if named.dated} for some in (ones, others))
    times = [Counter(named.dated for named in some) for some in (ones, others)]
    single = {d for d in before if times[0][d] == 1 == times[1][d]}
    keys, known = {n.key for n in others}, {n.key for n in ones}
    return {n.key: before[d] for d, n in after.items() if d in single and before[d].key not in keys and n.key not in known}


def _mention(kind: MentionKind, old: _Named | None, new: _Named | None, reports: tuple[Report, Report]) -> Mention:
    """`added`, `dropped`, or `changed` where a document of this year stands for last year's."""
    one, two = (span_at(r.text, n.start, n.end) if n else None for r, n in zip(reports, (old, new), strict=True))
    return Mention(
        kind=kind,
        status="changed" if one and two else "added" if two else "dropped",
        old=one,
        new=two,
        old_place=place(reports[0], one.start) if one else "",
        new_place=place(reports[1], two.start) if two else "",
    )


# ---- what a report names ----


def _officials(report: Report) -> Iterator[_Named]:
    for hit in _OFFICIAL.finditer(report.text):
        post = hit.group(1).lstrip("、")
        yield _Named(hit.end(1) - len(post), hit.end(2), hit.group(2), dated=post)


def _documents(report: Report) -> Iterator[_Named]:
    for hit in _TITLE.finditer(report.text):
        title = fold(hit.group(1))
        key = letters(_OF_A_PLACE.sub("", _PERIOD.sub("", title)))
        dated = re.sub(r"\d+", "#", letters(title)) if re.search(r"20\d\d", title) else ""
        yield _Named(hit.start(), hit.end(), letters(title) if dated else key, key, dated)


def _bodies(report: Report) -> Iterator[_Named]:
    for p in body_paragraphs(report):
        text = report.text[p.start : p.end]
        for hit in _BODY.finditer(text):
            left = _LEFT.match(hit.group()[:-2])
            start = hit.start() + (left.end() if left else 0)
            name = letters(fold(text[start : hit.end()]))
            if len(name) >= _LEAST_BODY and not _GENERIC.search(name):
                yield _Named(p.start + start, p.start + hit.end(), name)


def _dates(report: Report) -> Iterator[_Named]:
    for p in body_paragraphs(report):
        text = fold(report.text[p.start : p.end])
        for hit in _DAY.finditer(text):
            start, end = p.start + hit.start(), p.start + hit.end()
            told = re.match(r"[^。;；!！?？]*", text[hit.end() : hit.end() + _CLAUSE])
            around = text[max(0, hit.start() - 4) : hit.end() + _CLAUSE]
            signed = report.date is not None and start < report.date.end and report.date.start < end
            told_of = role_of(report, start, end) in ("achievements", "leadership", "other")
            if told_of and not signed and not FIXED_DAYS.search(around):
                yield _Named(start, end + (told.end() if told else 0), hit.group())


_FINDERS: tuple[tuple[MentionKind, Callable[[Report], Iterator[_Named]]], ...] = (
    ("official", _officials),
    ("document", _documents),
    ("body", _bodies),
    ("date", _dates),
)
