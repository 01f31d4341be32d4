"""What the words around a figure mean, as rows to edit: which say the same, and which never speak of the same figure.

Every row is general to annual reports of governments; a row serves a way of writing, never one sentence.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from drafter.text.pattern import lazy

Period = Literal["year", "many", "ahead", ""]
Flow = Literal["stock", "new", ""]

# (the word that stands for all, what says the same of a figure). Longest first within a row.
SYNONYMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("受理", ("受理并答复", "新收", "新受理", "接收", "收到", "接到", "接听")),
    ("审结", ("办结", "结案", "审理完结")),
    ("审核", ("审查",)),
    ("查处", ("立案查处", "立案调查", "立案办理", "查办", "立案")),
    ("办理", ("承办", "办复")),
    ("其他", ("其余",)),
    ("研发投入强度", ("研发经费投入占地区生产总值比重", "研发经费投入强度", "研发投入占地区生产总值比重")),
    ("新增", ("新登记注册", "新登记", "新设立", "新注册", "新设", "新发展", "新开办")),
    ("总数", ("总量", "实有", "存量", "总计")),
    ("制定", ("出台", "制发", "制定出台", "颁布")),
    ("整改率", ("整改完成率", "整改到位率")),
    ("完成整改", ("整改到位", "整改完成", "已整改")),
    ("满意率", ("群众满意率", "满意度", "群众满意度", "好评率")),
    ("名次", ("排名", "位次", "排位", "位列", "位居", "列第")),
    ("免罚", ("不予行政处罚", "不予处罚", "免予行政处罚", "免予处罚", "免于处罚", "免除处罚")),
    ("持证", ("持有有效", "持有")),
    ("法律咨询", ("法律咨询服务", "法治咨询")),
    ("普法宣传", ("法治宣传", "法制宣传", "普法", "法律宣传")),
    ("市场主体", ("经营主体",)),
    ("涉企检查", ("涉企行政检查", "入企检查", "入企行政检查", "进企检查")),
    ("市场监管", ("市场监督管理",)),
    ("城管", ("城市管理",)),
    ("用时", ("时间", "时限", "时长")),
    ("抽查", ("评查",)),
    ("调解", ("化解",)),
    ("培训", ("轮训", "集训", "参训", "受训")),
    ("咨询", ("接受咨询", "解答咨询", "提供咨询", "接听咨询")),
    ("惠及", ("受惠", "受益")),
    ("征求", ("征集", "征询")),
    ("权责", ("权力和责任", "权力责任")),
    ("发现问题", ("反馈问题", "指出问题", "查摆问题")),
    ("市级", ("市直",)),
    ("县级", ("县直",)),
    ("居民收入", ("居民人均可支配收入",)),
    ("法律援助", ("法援",)),
    ("调解委员会", ("调委会",)),
    ("一产", ("第一产业",)),
    ("二产", ("第二产业",)),
    ("三产", ("第三产业", "服务业增加值")),
    ("七五", ("第七个五年",)),
    ("八五", ("第八个五年",)),
    ("九五", ("第九个五年",)),
    ("十四五", ("第十四个五年",)),
    ("十五五", ("第十五个五年",)),
    ("本级", ("市政府本级", "县政府本级", "区政府本级", "市政府", "县政府", "区政府", "市本级", "县本级", "区本级", "省本级")),
)

# Of words that may say the same, those that a report counts one by one where it has both.
SHADES = lazy(r"受理|新收|接收|收到|接到|接听")

# Whose figure it is: of the level's own offices, or of all below it.
REACHES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("own", lazy(r"本级|省直|市直|县直|区直|(?:省|市|县|区)级(?:部门|单位|机关)|局机关|本局|本机关")),
    ("whole", lazy(r"全[省市县区州]|全系统|各地|全域")),
    ("base", lazy(r"乡镇|镇街|基层|一线")),
)

# Words that say nothing of which figure it is.
NOISE = (
    "全年", "本年度", "本年", "当年", "今年", "去年", "共计", "共", "其中", "分别", "达到", "已", "各类", "各级", "全市", "全县", "全区", "全省",
    "提高到", "提高至", "增加到", "上升到", "上升至", "下降到", "下降至", "降到", "降至", "减少到", "增至", "升至", "压缩至", "缩短至", "拟按", "安排",
    "截至目前", "累计", "约", "超过", "了", "的", "等", "为", "完成", "开展", "实现", "组织", "进行", "有关", "同比", "以上", "左右",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contrast:
    """Words of which each excludes the others: a figure of one is never a figure of another.

    `classes` are patterns on the figure's own name and clause; what a class takes is not seen by the later ones. `summed` says
    that a figure with the words of two is the sum of both: then it is no figure of one.
    """

    name: str
    classes: tuple[str, ...]
    summed: bool = False


CONTRASTS: tuple[Contrast, ...] = (
    Contrast("办理环节", ("审结|办结|结案", "受理|收集")),
    Contrast("办案结论", ("维持", "撤销|变更|纠错|确认违法|责令履行", "驳回", "调解|和解", "败诉", "胜诉", "撤诉")),
    Contrast("等次", ("不合格|不达标|不满意|不足", "优秀", "良好", "合格|达标", "差评")),
    Contrast("层级", ("全国|国家级|中央", "省级", "市级", "县级|区级")),
    Contrast("权力类型", ("免罚", "行政许可", "行政处罚", "行政强制", "行政检查", "行政征收", "行政确认", "行政奖励", "行政给付", "行政裁决", "其他")),
    Contrast("形式", ("现场|当面|线下", "书面", "线上|网上|网络|在线|远程")),
    Contrast("项目", ("签约|新签", "开工", "续建", "竣工|投产|完工")),
    Contrast("程序", ("行政复议|复议", "行政诉讼|行政应诉|一审|应诉|败诉", "法律援助", "公证", "仲裁", "信访")),
    Contrast("建议提案", ("司法建议", "检察建议", "代表建议|建议(?=[、和与及]?(?:政协)?提案)", "政协提案|提案", "监督建议|监督文书"), summed=True),
    Contrast("文件", ("地方性法规", "规章", "规范性文件", "合同|协议")),
    Contrast("应到实到", ("应出庭|应当出庭|应到|应参会", "出庭|实到|到会")),
    Contrast("结转", ("上年结转|结转自上年", "结转下年|结转至下年|结转次年")),
    Contrast("事权", ("收回[^,。;]{0,16}", "行使|承接|保留|赋予")),
    Contrast("收支", ("收入", "支出|投入")),
    Contrast("处理", ("废止|失效", "修改|修订", "继续有效|保留")),
    Contrast("清理范围", ("全面清理|集中清理", "专项清理")),
    Contrast("问题", ("整改|销号", r"^(?!.*\|).*(?:发现|反馈|指出|查摆|梳理|移交)")),
    Contrast("人员", ("法律顾问", "公职律师", "法制审核人员", "执法监督员|监督员", "调解员", "法律明白人")),
    Contrast("比率", ("办结率|审结率|办复率", "满意率", "化解率|成功率", "报备率", "整改率", "出庭应诉率", "败诉率", "纠错率", "网上可办率|网办率")),
    Contrast("品类", ("炼钢|钢铁|炼铁", "水泥", "煤炭|煤", "玻璃")),
    Contrast("经济指标", ("失业率", "能耗", "价格|涨幅", "国内生产总值|地区生产总值|经济增长")),
)  # fmt: skip

# Over what time a figure runs; the last such word before the figure decides. The second column: whether the word also
# rules the sentences after its own (五年来，… 。… 。), to the end of the paragraph.
PERIODS: tuple[tuple[Period, bool, str], ...] = (
    ("ahead", True, r"今后[三四五几]年|未来[三四五几]年|到20\d\d年,|届时"),
    ("many", True, r"[二三四五六七八九十]年来|过去[二三四五]年|近[二三四五两]年|“十[一二三四五]五”(?:时期|期间)"),
    ("many", False, r"[两二三四五六七八九十]年(?:累计|合计|共计)(?=[^,;]*$)"),
    ("many", False, r"年均(?!浓度|气温|降水|值)|“[一二三四五六七八九]五”普法(?:时期|期间|以来)"),
    ("year", True, r"去年|过去一年|一年来|全年|今年|本年|上半年|前三季度|刚刚过去的"),
    ("year", True, r"(?<![到至自从比较《〔(-])20\d\d年(?:度)?(?![底末初以来至到—-]|\d|年?\d*月)"),
    ("year", False, r"当年"),
)
# A level at a date, or what came new: never one another. The second column: whether the word rules the clauses after its own.
FLOWS: tuple[tuple[Flow, bool, str], ...] = (
    ("stock", True, r"累计|截至|至今|年末|实有|现有|共有"),
    ("stock", False, r"总数|总量|存量|保有量"),
    ("", True, r"其中,?(?:今年|本年|全年)"),
    (
        "new",
        False,
        r"当年|新增|净增|增设|创建(?!活动|工作)|(?<![创更翻最全革刷崭特高出维])新(?!闻|型|业态|能源|冠|产品|材料|区|城|村|时代|发展[理格阶]|格局|兴|媒体|华|疆|质|就业|领域|一轮|农|收|受理)[\u4e00-\u9fff]",
    ),
)
LEVEL_REACHED = lazy(
    r"(?:[由从][^,。;]{1,16}[^,。;]{0,6})?(?:提高|增加|上升|扩大|增长|下降|减少|降低|降|减|增|升|缩短|压缩|压减|精简|调整|扩充|扩展|拓展|达|发展|延伸)(?:到|至|为)(?:约|了)?$|(?:达到|总量达|达)(?:约|了)?$"
)
# What is measured at a date, whatever the sentence says of years.
LEVEL_NAME = lazy(r"(?:浓度|里程|余额|总数|总量|存量|保有量|标准)$")
START_LEVEL = lazy(r"[由从](?:人均|原来的?|过去的?|(?:去年|上年)[末底]?的?|年初的?|改革前的?)?(?:约)?$")
START_TAIL = lazy(
    r"^[^,。;]{0,6}?(?:提高|增加|上升|扩大|下降|减少|降低|缩短|压缩|压减|精简|调整|扩充|扩展|拓展|提升|增长|增|减|升|降)(?:到|至|为)"
)
AGAINST_LAST = lazy(
    r"(?:同比|(?:比|较|同)(?:上年|去年|上一年|\d{4}年|上年同期|去年同期))[^,。;]{0,8}?(?:增加|增长|提高|上升|减少|下降|降低|高|低|多|少|增|降|升)(?:了|约|近|超过)?$"
)
NEW_BEHIND = lazy(r"新增|增设|新设|新建")  # 在10个乡镇增设受理点
# What may stand between a figure and its change where the change has no name of its own.
BARE_CHANGE = lazy(
    r"[,、;(]?(?:同比|(?:比|较|同)?(?:上年|去年|上一年|\d{4}年|上年同期|去年同期)(?:同期)?)?(?:分别|约|实际|累计)*"
    r"(?:增长|增加|提高|上升|下降|减少|降低|提升|压减|上涨|增|降)(?:约|了|近|超过|至少|幅度)?"
)
# A level reached from an earlier one: a stock, whatever it is called.
GROWN = lazy(r"[由从][^,。;]{1,24}(?:提高|增加|上升|扩大|增长|发展|延伸|增)(?:到|至)(?:约|了)?$")
# What is still to do is never what was done.
UNDONE = lazy(r"剩余|尚未|尚有|仍有|还有|未完成|未整改|未办结|未审结|正在整改|正在办理")
KIND_ENDINGS = "性级类型式制"  # 一般性, 市级, 甲类: a word that ends so tells one kind from another
CHANGE = lazy(r"(?:增长|增加|提高|上升|下降|减少|降低|提升|压减|上涨)(?:约|超过|近|至少|了|幅度)?$")
GROWTH = lazy(r"(?:增长|下降|增幅|降幅|增速|涨幅)(?:率|幅度|约|近|超过|了)?$")  # a figure so called is a rate of change
DOWN = lazy(r"下降|减少|降低|压减|降")


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """The folded text with every synonym as the one word that stands for it."""
    return _SYNONYM.sub(lambda found: _STANDS_FOR[found.group()], text)


_STANDS_FOR = {variant: word for word, variants in SYNONYMS for variant in variants}
_SYNONYM = lazy("|".join(sorted(map(re.escape, _STANDS_FOR), key=lambda w: (-len(w), w))))
_NOISE = lazy(
    "|".join(r"共(?<!公共)(?![同享产和建治])" if w == "共" else re.escape(w) for w in sorted(NOISE, key=lambda w: (-len(w), w)))
)


@lru_cache(maxsize=4096)  # two of three names and clauses are asked for again
def telling(text: str) -> str:
    """What is left of a name once the words that say nothing are out."""
    return _NOISE.sub("", canonical(text))


def classes(text: str) -> tuple[frozenset[int], ...]:
    """For each contrast, the classes whose words the text has."""
    return tuple(_classes(contrast, text) for contrast in _COMPILED)


SUMMED = tuple(contrast.summed for contrast in CONTRASTS)
_COMPILED = tuple(tuple(lazy(pattern) for pattern in contrast.classes) for contrast in CONTRASTS)


def _classes(patterns: tuple[re.Pattern[str], ...], text: str) -> frozenset[int]:
    found = set()
    for number, pattern in enumerate(patterns):
        if pattern.search(text):
            found.add(number)
            text = pattern.sub("|", text)
    return frozenset(found)
