"""How far a list of parts goes on from its first: marks, likeness of the members, bodies of one kind."""

from collections.abc import Sequence

from drafter.extract.rows import MOST_PARTS, Figure
from drafter.text.pattern import lazy

# 在职干部中 and 案件中 open a list, 中心 and 市中级法院 do not; 持证人员里 does, 公里 and 县里 do not.
IN = r"(?:(?<![其集])中|(?<![公村县镇市乡区手这那哪心家夜])里(?![程面]))(?![心小央国介级医学型考期层部外共])(?!率先|推行|开展|建[成立]|打造|设立|组建|成立|举办|印发|制定|推广|培[养训]|聘)[,:]?"
NAMED_WITHIN = lazy(rf"(?:^|[,;、(])(?P<name>[^,、;:()\d]{{2,8}}){IN}[^,、;:()\d]{{0,14}}$")
IN_BRACKETS = lazy(r"\([^()]*\)?|^[^()]*\)")
_BREAK = lazy(r"其中|共(?![同享建和识])|合计|总[计量数额里]|包括|分别|同比|;")
_ENUMERATED = lazy(r"[^,;]{0,6}[、和及与以]")
_COMMA = lazy(r"[^,;]{0,6},(?P<clause>[^,;]{1,16})$")
_PARALLEL = lazy(r"[^,;]{0,6},(?P<clause>[^;]{1,40})$")
_REST = lazy(r"[^,;]{0,6}[,、;](?:其余|余下|剩余|剩下|其他)")
_BODY = lazy(r"[,;](?:其中,?)?[^,;、]{2,10}?(?P<body>部门|系统|机关|局)")
# A clause that begins something else after a list of parts: 其中重大案件30件，移送12件.
_ANEW = lazy(
    r"移送|制发|发出|下发|印发|开展|举办|召开|培训|受理|收到|新收|审结|办结|结案|立案|罚没|挽回|追回|提出|检查|抽查|公布"
    r"|发现|责令|下达|组织|建立|完成|新增|通报|约谈|办理|全市|全县|全区|全省|全年|同时|另|还|并|为|对|向|累计|实现"
    r"|发放|出具|走访|惠及|覆盖"
)


def run_of(figures: Sequence[Figure], at: int, *, semicolons: bool) -> list[Figure]:
    """The parts of a list from figure `at` on: as far as commas, enumeration marks and the likeness of its members go.

    What a sum of money parts (甲部门立案9件，罚款2万元;乙部门立案3件) must be told of a like body or end alike.
    """
    first, run, apart = figures[at], [figures[at]], False
    for figure in figures[at + 1 : at + 1 + MOST_PARTS]:
        if figure.depth > first.depth or figure.aside:
            continue
        if figure.depth < first.depth:
            break
        alike = _of_like_ending(figure, first) if apart else _goes_on(figure, run, semicolons=semicolons)
        if alike or _of_like_bodies(figure, first):
            run.append(figure)
        elif figure.metric.unit == first.metric.unit or figure.metric.unit != "元":
            break
        apart = apart or figure is not run[-1]
    return run


def _of_like_bodies(figure: Figure, first: Figure) -> bool:
    """其中市场监管部门立案30件; 农业农村部门立案12件."""
    one, other = _BODY.match(first.gap), _BODY.match(figure.gap)
    return bool(one and other and one["body"] == other["body"] and figure.metric.unit == first.metric.unit)


def _of_like_ending(figure: Figure, first: Figure) -> bool:
    """其中讨薪案件42件，涉及金额86万元，妇女儿童案件18件."""
    told = _COMMA.match(figure.gap) and figure.metric.unit == first.metric.unit and not _begins_anew(figure.gap, first)
    return bool(told) and _ending(figure.gap) == _ending(first.gap)


def _goes_on(figure: Figure, run: list[Figure], *, semicolons: bool) -> bool:
    gap = IN_BRACKETS.sub("", figure.gap)
    if semicolons and gap.startswith(";"):
        return not _BREAK.search(gap[1:])
    if _BREAK.search(gap) or NAMED_WITHIN.search(gap):
        return False
    if _REST.match(gap) and figure.metric.unit == run[0].metric.unit:
        return True
    if _ENUMERATED.match(gap) or gap == "":
        return "," not in gap.strip(",")
    found = _COMMA.match(gap) or (_PARALLEL.match(gap) if _ending(gap) == _ending(run[0].gap) else None)
    enumerated = (
        len(run) > 1 and run[1].gap.startswith("、") and run[1].metric.unit == run[0].metric.unit
    )  # a comma ends the list
    return bool(found) and figure.metric.unit == run[0].metric.unit and not enumerated and not _begins_anew(gap, run[0])


def _ending(gap: str) -> str:
    """The last two characters of what is counted: those of parallel clauses are the same."""
    return gap.rstrip("超约近达共")[-2:]


def _begins_anew(gap: str, first: Figure) -> bool:
    """Whether a clause tells another act; the verb of the first part does not: 其中办结许可80件，办结处罚40件."""
    verb = _ANEW.match(gap.lstrip(","))
    return verb is not None and verb.group() not in first.clause
