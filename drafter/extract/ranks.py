"""Positions claimed: 排名第四, 位居全省第一位, 跻身全国前十.

A place counts where words of ranking, or the region of the comparison, stand before it in the same clause, and where
nothing follows that it could number (第一责任人, 第一批, 前三季度).
"""

from dataclasses import replace

from drafter.extract.spans import NOWHERE, Spans
from drafter.model.metric import Metric
from drafter.text.numerals import parse_numeral
from drafter.text.pattern import lazy

_PLACE = r" ?(?:[一二两三四五六七八九十]{1,3}|[1-9]\d{0,2}) ?"
# With 位 or 名 a place is one in any company; bare it must end there.
_ENDS = r"(?=[,。;、:()》”!\s甲]|$|的|和|及|与|并|且|以来)"
_RANK = lazy(
    rf"(?P<rank>第(?P<place>{_PLACE})(?:位(?!数|委)|名(?!额|单|称|义|师|录)|{_ENDS})|前(?P<top>{_PLACE})(?:位(?!数|委)|名(?!额|单|义)|强(?!化|镇)|{_ENDS}))"
)
_CLAIM = lazy(
    r"(?:荣获|获得?|夺得|取得|排名|排位|位列|位居|位次|名列|[并居]?列|居|排在?|保持|稳居|升至|升到|提[升高]至|上升[至到]|进[入至位]|迈入|跻身|跃居|跃升[至为]|评比|考核|考评|评价|测评|领先)[^,。;]{0,12}?$"
).search
_AIM = lazy(r"力争|争取|确保(?!了)|目标(?:为|是)").search
_REGION = lazy(r"(?:全[国省市州盟区县旗球]|世界|亚洲|[东中西]+部|东北|西北|西南|同类(?:城市|地区)|各(?:省|市|区)区?)$").search
_SECOND = lazy(rf"[、和及,](?P<between>[^,。;、第\d]{{0,8}})(?P<rank>第{_PLACE}(?:位|名|{_ENDS}))")
_CLAUSE_ENDS = ",。;\n"


def rank_figures(text: str, plans: Spans = NOWHERE) -> list[Metric]:
    """Every position claimed in a folded text, in order; in a plan, or where it is only aimed at, a target."""
    found: list[Metric] = []
    for hit in _RANK.finditer(text):
        start = hit.start()
        if (found and start < found[-1].end) or text.startswith((",分别", ",依次"), hit.end()):
            continue  # 婚姻、邻里纠纷居前三位，分别为612件、548件 claims nothing
        clause = max(text.rfind(mark, max(0, start - 30), start) for mark in _CLAUSE_ENDS) + 1
        before = text[max(clause, start - 30) : start]
        if _claimed(before):
            aimed = bool(_AIM(before)) or plans.hold(start, start + 1)
            claims = [_rank(text, *hit.span("rank")), *_followers(text, hit.end("rank"))]
            found += [replace(claim, kind="target", rule="位次目标") for claim in claims] if aimed else claims
    return found


def _claimed(before: str) -> bool:
    return bool(_REGION(before) or _CLAIM(before))


def _followers(text: str, end: int) -> list[Metric]:
    """居全国第六位、西部第一位: the claim carries on."""
    found = []
    while more := _SECOND.match(text, end):
        if text[end] == "," and not _REGION(more["between"]):
            break
        found.append(_rank(text, *more.span("rank")))
        end = more.end("rank")
    return found


def _rank(text: str, start: int, end: int) -> Metric:
    said = text[start:end].rstrip()
    place = parse_numeral(said.strip("第前位名强 ")) or 0
    return Metric(
        text=said, start=start, end=start + len(said), id="", kind="rank", label="", value=place, unit="名", rule="位次"
    )
