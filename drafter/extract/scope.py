"""Which period a figure speaks of, where a word that governs it says so.

A word governs the figure that follows it in its clause. How far it goes on is a matter of where it stands:
at the head of the sentence with a comma of its own (截至年底，…) over the whole sentence; before what is counted
(累计建成示范村15个) over the list and over clauses that open with a verb; right before a figure (累计达到64项) over that figure.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.extract.rows import Row
from drafter.extract.words import CARRIED
from drafter.model.metric import Scope
from drafter.text.pattern import any_of, lazy

_NUMERAL = r"[两三四五六七八九十\d][一二三四五六七八九十\d]*"
_DATE = r"\d{1,4}年?(?:\d{1,2}月)?(?:\d{1,2}日)?"
# First match at a place wins. 今年以来 is the report year; 年底前 a deadline; 占律师总数 no total; 比上年末 no level of this year.
_WORDS: tuple[tuple[Scope | None, str], ...] = (
    (None, r"[比较占][^,。;:、]{0,12}?(?:上年|去年|\d{4}年|总[数量])[末底度同]?期?"),
    (None, r"年[底末](?:以?前|之前|总结)|[上去]年(?:同期|度)?(?![底末])|年终|旧存|(?<!历年)结转"),
    (
        "year",
        r"(?:今年|年初|一年|本年度?)以?来|今年|本年度?(?![末底])|当年|(?<![半\d两三四五六七八九十])年内|全年|\d{4}年度(?=[,共]|全)",
    ),
    ("year", r"(?<![均年天])新(?:增|登记|收|设立|招|聘|培养|培育|创建|建成|发展)(?![长强])"),
    ("part_year", rf"[上下]半年(?:以来)?(?!以)|第?[一二三四]季度(?!通报)|前{_NUMERAL}个月|前[两三]季度"),
    ("part_year", r"\d{1,2}月?[-~—–至到]+\d{1,2}月(?!底|末|\d)"),
    (
        "cumulative",
        r"自?\d{4}年[^,。;]{0,6}?(?:以来(?![最首])|至今)|历年|近几?年来?|“?十[三四五六]五”?(?:以来|期间)|至今|以来(?![最首])|累计",
    ),
    ("cumulative", rf"(?:近|过去|这|最近){_NUMERAL}年(?:[间来])?(?!行动|计划|规划)|{_NUMERAL}年[来间](?!访|首|最|未|持续)"),
    ("as_of", rf"截[至止](?:{_DATE}|[本今]年)?[底末初]?|\d{{4}}年[底末]|年[底末]|[今本去]年[底末]"),
    ("as_of", r"现有|实有|在册|目前|总[数量]?(?=达|已|突破|超|为)"),
    ("year", r"(?<![底末自至比较到从])\d{4}年(?=,)"),
)
_SCOPES: tuple[Scope | None, ...] = tuple(scope for scope, _ in _WORDS)
# What any of the words begins with, so that all other places are passed over quickly.
_FIRST = r"(?=[旧结比较占年上去今一本当全新下第二三四五六七八九十两\d前自近过这最历“至以累截现实在目总])"
_WORD = lazy(_FIRST + "(?:" + "|".join(f"(?P<w{at}>{pattern})" for at, (_, pattern) in enumerate(_WORDS)) + ")")
# The same words where they qualify a thing and name no period.
_NO_PERIOD = lazy(
    r"现有(?:平台|资源|制度|条件|政策|规定|机制|力量)|累计(?:时长|积案|扣分|记分)|以来(?:访|电|信)"
    r"|年[底末](?:办结|完成|整改|全部|组织|开展|召开|集中|考核|述职)"
)
_BARE = lazy(r"(?:分别|均)?(?:已|达到?|为|超过?|突破|近|约|有|至|共)*$")
_LIST = lazy(r"[^,;]{0,8}(?:[、和及与]|,?其中)[^,;]*$")
_PURE_LIST = lazy(r"[、和及与][^,;、]{0,3}$")
_STOCK = lazy(r"共有|现有|实有|拥有|在册|总[数量]|存量|建有|设有|配有|登记")
_DOING = lazy(rf"[,、]?(?:{any_of(CARRIED)}|挽回|追回|压减|罚|督促|走访|服务|兑现|实现|推动|帮助|促成|带动)")
# Words that open a span of time govern all that the sentence tells; these only what they stand before.
_NEAR = lazy("累计|新|现有|实有|在册|总|年[底末]$|目前")
# 今年以来累计, 一季度新增: within a span of time that is named these name none of their own.
_SPANS = ("year", "part_year", "cumulative")
_WITHIN_SPAN = lazy("累计|新")
_WIDE = ("sentence", "part")  # reaches that go over all that follows, not over a list only


@dataclass(frozen=True, slots=True)
class _Governing:
    """A scope and how far it goes: `sentence`, `part` of it (to a semicolon), `clauses` that open with a verb, `list`,
    or one figure (`bare`); `stock` where what it stands before is a stock."""

    scope: Scope | None = None
    reach: str = "list"
    stock: bool = False


_NOTHING = _Governing()


def scopes_of(rows: Iterable[Row]) -> dict[str, Scope]:
    """By id of the figure; figures of which the text names no period are left out."""
    found: dict[str, Scope] = {}
    for row in rows:
        governing = _NOTHING
        for figure in row.figures:
            own, of_last_year = _named(figure.gap)
            if own or not figure.aside:
                governing = own or _still(governing, figure.gap)
            shared = governing.reach in _WIDE and governing.scope != "as_of"
            # 年末余额增长8.5%: the balance is of the year's end, not the growth
            grown = figure.change and governing.reach == "list"
            if governing.scope and not of_last_year and not grown and (own or (shared and not figure.change) or not figure.aside):
                found[figure.metric.id] = governing.scope
    return found


def _named(gap: str) -> tuple[_Governing | None, bool]:
    """What the words of a gap name: the last scope and its reach, and whether they speak of last year instead."""
    deciding: re.Match[str] | None = None
    scope: Scope | None = None
    last_year = False
    for found in _WORD.finditer(gap):
        said = _SCOPES[int((found.lastgroup or "w0")[1:])]
        last_year = said is None
        if said is None or _NO_PERIOD.match(gap, found.start()):
            continue
        if scope in _SPANS and _WITHIN_SPAN.match(found.group()):
            continue  # 今年以来累计办理 is the year's, 一季度新登记 the quarter's
        deciding, scope = found, said
    if deciding is None:
        return None, last_year
    return _Governing(
        scope, _reach(gap, deciding, cumulative=scope == "cumulative"), bool(_STOCK.search(gap, deciding.start()))
    ), last_year


def _reach(gap: str, word: re.Match[str], *, cumulative: bool) -> str:
    behind = gap[word.end() :]
    if behind.startswith(","):
        return "sentence"
    if not _NEAR.match(word.group()):
        return "clauses" if cumulative else "part"
    if word.group() == "累计":
        return "bare" if _BARE.match(behind) else "clauses"
    return "clauses" if word.group() == "目前" else "list"


def _still(governing: _Governing, gap: str) -> _Governing:
    """What still governs a figure that no word of its own stands before."""
    if governing.scope is None:
        return governing
    if governing.reach == "part" and ";" in gap:
        return _NOTHING
    if governing.reach in _WIDE:
        done = governing.stock and (";" in gap or (_DOING.match(gap) and not _STOCK.search(gap)))
        return _NOTHING if done else governing
    if governing.reach == "bare":
        return governing if _PURE_LIST.match(gap) else _NOTHING
    goes_on = _LIST.match(gap) or (governing.reach == "clauses" and ";" not in gap and _DOING.match(gap))
    return governing if goes_on else _NOTHING
