"""How a thing was done is no part of its name: 采取交叉评查的方式|评查案卷, 会同应急部门|检查企业, 起草过程中|召开座谈会."""

from drafter.extract.words import CARRIED
from drafter.text.pattern import any_of, lazy

_LONG = 11  # a shorter name keeps what it has
_LEFT = 4  # and this much must be left
_VERB = rf"(?:主动|累计|成功|依法)?(?:{any_of(tuple(verb for verb in CARRIED if len(verb) >= 2))})(?!所)"
_INSIDE = r"(?:“[^“”]*”|《[^《》]*》|[^“”《》])*?"
_PHRASES = lazy(
    rf"(?:(?<![事理])由|(?<![方面走转投])向|围绕|抓住|抓牢|聚焦|针对|结合|利用|依托|运用|借助|以(?=[^“”]*?(?:方式|形式|名义|为契机|为抓手))){_INSIDE}(?=(?:{_VERB}))"
    rf"|(?:会同|联合|组织)(?=[^“”]{{1,10}}(?:局|办|所|队|委|院|厅|部门|单位|机关)){_INSIDE}(?=(?:{_VERB}))"
    r"|对[^“”]*?(?=(?:依法)?(?:不予处罚|减轻处罚|免予处罚|从轻处罚|责令))"
    r"|^(?:等|重要|时间|关键)*节点(?=开展|组织|举办)"
    r"|(?:采取|采用)[^“”]*(?:方式|方法|办法|形式|模式)(?=.{4})"
    r"|^[^“”]{0,8}(?:过程|期间|工作|环节)中"
    r"|以(?:涉嫌)?[^“”,]{2,14}罪(?=[^“”]{4})"
    r"|因[^“”]{2,14}?(?:引发|导致|产生|造成)的(?=.{3})|因[^“”]{2,24}?而(?=[^“”]{3})"
    r"|^[^“”《》]{4,}等(?:事项|议题|决策|项目)(?=举行|召开|开展|组织)"
    r"|为(?:当事人|企业|群众|劳动者|农民工|受援人|纳税人|市场主体|经营主体|农民)(?=减免|挽回|追回|追讨|节约|节省|减轻)"
    r"|从[^“”]*?(?:单位|部门|机关|系统)(?=抽[调取]|选派|随机|遴选|选聘)"
    r"|因[^“”]{2,14}?(?=引发|导致|产生|造成)"
    r"|以[^“”]{2,14}?为[^“”、]{2,10}的(?=.{4})"
)
_OURS = lazy(
    r"^(?:我[省市县区州镇乡厅局委办院]|本[省市县区州镇乡厅局委办院])(?=.{4})|(?<![\d由从较比])(?:19|20)\d\d年度?(?!以来|至今|[^\d]{0,2}[底末])"
)
_OF_MATTER = lazy("复议|援助|仲裁|公证|裁决").search
_SEVERAL = lazy("[局委办厅门心队院][、和及与]").search
# The office that acted is told by its matter: 市政府行政复议办公室收到申请 is 收到行政复议申请.
_OFFICE = lazy(
    r"[^,“”]*?(?P<matter>(?:行政)?复议|法律援助|(?:劳动人事争议|劳动争议|农村土地承包(?:经营)?|商事)?仲裁|公证|行政裁决)(?:机构|机关|办公室|委员会|中心|处|局|院|工作站|部门)*(?:共|累计|全年)*"
    r"(?P<verb>(?:新收|收到|接收|受理|办理|审结|办结|收)+)(?P<what>申请|案件|事项|业务)?"
).fullmatch
# 甲局、乙局集中行使权力事项: bodies in a list that did it together.
_BODIES = lazy(
    rf"^(?:[^,、“”]{{2,12}}(?:局|委|办|厅|部门|中心|支队|大队|法院)[、和及与])+[^,、“”]{{2,12}}(?:局|委|办|厅|部门|中心|支队|大队|法院)"
    rf"(?:联合|共同|集中|分别)?(?=(?:{any_of(CARRIED)}|行使)[^,]{{3}})"
)
_WITHOUT_OBJECT = {"公证": ""}
# Who did it all told: 热线、平台共受理群众诉求.
_ALL_TOLD = lazy(rf"^[^,“”]{{2,24}}?(?<![公总一])共(?=(?:{any_of(CARRIED)}|接到)[^,]{{3}})")
# 总工会、法院联合调处争议; 投诉中心接到企业诉求: who received it goes without saying.
_TOGETHER = lazy(rf"^(?:[^,、“”]{{2,12}}[、和及与])+[^,、“”]{{2,12}}?(?:联合|共同)(?=(?:{any_of(CARRIED)})[^,]{{3}})")
_REVIEWER = lazy(r"^[省市县区州]?司法(?:厅|局|行政部门)(?:全年|共)*(?=审[查核][^,、]{6,}$|(?:评查|抽查|抽评)案卷$)")
_RECEIVED = lazy(r"^[^,、“”\d]{3,14}?(?:中心|窗口|大厅)(?=(?:接到|收到|接收)[^,、]{4})")
_BY_MEANS = lazy(r"(?:^就)?(?P<what>[^,]*?)(?:通过|采取|借助|面向)[^,“”]{2,20}?(?=(?:收集|征集|征求)(?:意见|建议))")
_FROM = lazy("(?<=收到)[^,]{0,6}(?:检察院|检察机关|法院|人大常委会)(?=检察建议|司法建议|审议意见)")
# Who held a meeting, and how, is not asked: 主持召开|常务会议, 带头|讲法治课.
_LIGHT = lazy(
    r"^(?:(?:主持|筹备|组织)?召开|(?:组织)?举办|带头(?=讲|主持|开展)|亲自|分级分类开展|为[省市县区州]?政府(?=审))(?=.{3})"
)


def without_adverbials(name: str) -> str:
    """The name without how, with whom and in which year, where it is long enough to do without."""
    if _OF_MATTER(name) and (office := _OFFICE(name)):
        return f"{office['verb']}{'行政复议' if office['matter'] == '复议' else office['matter']}{office['what'] or _WITHOUT_OBJECT.get(office['matter'], '案件')}"
    name = _LIGHT.sub("", _OURS.sub("", name))
    if _SEVERAL(name):
        name = _BODIES.sub("", name)
    if "司法" in name:
        name = _REVIEWER.sub("", name)
    if "联合" in name or "共同" in name:
        name = _TOGETHER.sub("", name)
    if "到" in name or "接收" in name:
        name = _RECEIVED.sub("", name)
    if "共" in name:
        name = _ALL_TOLD.sub("", name)
    if name.endswith(("建议", "意见")):
        name = _BY_MEANS.sub(r"\g<what>", _FROM.sub("", name))
    if len(name) <= _LONG:
        return name
    shorter = _PHRASES.sub("", name, count=1)
    return shorter if len(shorter) >= _LEFT else name
