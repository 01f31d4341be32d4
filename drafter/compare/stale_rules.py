"""What makes a repeated passage worth a question, and what is rightly the same every year: rows to edit.

A row holds the rule's name, level, weight, and patterns on the folded text. The first row that fits a passage decides.
"""

import re
from dataclasses import dataclass

from drafter.compare.remarks import ANSWER, ANSWER_TEXT
from drafter.model.finding import Level
from drafter.text.pattern import lazy

# Days that come round every year on the same date.
FIXED_DAYS = lazy(
    r"12月4日|12·4|12\.4|4月15日|3月15日|6月26日|11月9日|1月10日|7月1日|10月1日|9月30日|宪法日|宪法宣传周|民法典宣传月|宣传月|国家安全教育日|消费者权益"
)
DATE = lazy(
    r"(?<![\d年-])(?:[1-9]|1[0-2]|十?[一二三四五六七八九十])月(?:[1-3]?\d日|上旬|中旬|下旬|初|底|份|中)?(?:至(?:[1-3]?\d日|\d{1,2}月))?(?!度)"
)
ORDINAL = lazy(r"第([一二三四五六七八九十百\d]+)(次|届|批|轮|期|场)")
CONSECUTIVE = lazy(r"连续([一二两三四五六七八九十\d]+)(年|届|次|个年度|个季度|个月)")
THIS_YEAR = lazy(r"今年|本年|年内|首次|首个|首批|新组建|新成立|新设立|新增设|新挂牌|率先")
EVENT = lazy(
    r"举办|召开|举行|组建|成立|挂牌|揭牌|印发|出台|颁布|启动|开通|上线|评为|获评|荣获|授予|表彰|赴.{2,8}考察|召集|专项(?:行动|整治|清理|检查|治理)|集中(?:整治|清理)"
)
PROMISE = lazy(
    r"下一步|下步|明年|来年|下一年|(?:^|[,。;])(?:我[市县区局])?将(?:出台|制定|建立|推动|开展|启动|完善|组织|加快|适时)"
)
FIGURE = lazy(
    r"(?<![〔\[\d.·])\d[\d,]*(?:\.\d+)?(?:余|多)?(?:万|亿)?(?:余|多)?(?:[件起宗人名位份部项条家个户场次期批卷册张台处所元%例篇辆]|人次|场次|批次|件次)"
)
STANDING = lazy(
    r"严禁|不得|不予|一律|应当|必须|之日起|依法[^,。]{0,20}(?:查处|追究|处理)|谁[^,。]{1,6}谁|坚持|牢固树立|深入贯彻|全面贯彻|以习近平|责任制|原则|"
    r"之后?不|方可|未经|凡[^,。]{1,20}[的,]|确保|做到|定期|每年"
)  # fmt: skip
_GUIDING = lazy(r"为指导|思想|总基调|总体布局|战略布局|理念|预期目标|方针")
_EXHORTING = lazy(r"让我们|奋斗|再立新功|再创佳绩|共同谱写")
_ROUTINE = lazy(r"控制在|民生实事")  # what every year sets itself anew
FIXED_COUNT = lazy(
    r"乡镇|街道|镇街|村|社区|行政村|县市区|县\(|市、?区\)|县区|园区|覆盖|所有|全部|均|[省市县区州]直|级|自助|程序|体系|类|窗口|中心|站点|网格|联系点|观测点|基地|(?:司法|派出|基层|监管|税务)所"
)
FIXED_MEASURE = lazy(r"全长|总长|分值|权重")  # of a road, of an item in the yearly appraisal
FIXED_LIST = lazy(r"赋权事项|清单事项|目录事项|民生实事|全国统一|中央层面")  # stands until it is adjusted, or is set above
MADE_NEW = lazy(r"新|创建|命名|评选|评为|培育|授予|投入使用|投用|开工")
CONGRESS = lazy(
    r"全国代表大会|党代会|中央委员会|人民代表大会|政治协商会议|人大[^,。]{0,4}会议"
)  # cited for years, or of a term of five
EVERY = lazy(r"每年|每季|每月|每周|之日起|以来|常态")
FIRST_OFFENCE = lazy(r"首次[^,。]{0,8}(?:违法|违规|违反|不予)|首违|首问|首要")
FIXED_UNITS = frozenset(
    ("小时", "个工作日", "工作日", "日", "天", "个月", "分钟", "个小时", "级", "类", "大类", "分", "年", "个环节", "步")
)


@dataclass(frozen=True, slots=True)
class PassageRule:
    """Fits a repeated passage if every pattern of `all_of` is found and none of `none_of`. `roles` limits it to sections of NEW.

    `key` is the pattern on which a long passage is cut tight; only the `most` longest passages are told.
    """

    name: str
    level: Level
    weight: int
    all_of: tuple[re.Pattern[str], ...]
    none_of: tuple[re.Pattern[str], ...] = ()
    roles: tuple[str, ...] = ("achievements", "leadership", "other", "mixed")
    key: re.Pattern[str] | None = None
    message: str = ""
    most: int = 1000


_SAME = "与上年报告表述完全相同"
PASSAGE_RULES: tuple[PassageRule, ...] = (
    PassageRule("this-year", "must", 94, (THIS_YEAR, lazy(r"今年|本年|新[组成设增]|首")), (FIRST_OFFENCE,), key=THIS_YEAR,
                message=_SAME + "，而文中称系当年新办或首次开展的事项。" + ANSWER_TEXT),
    PassageRule("dated-event", "must", 93, (DATE, FIGURE), (FIXED_DAYS, EVERY), key=DATE,
                message=_SAME + "，时间、数量均未变。" + ANSWER_TEXT),
    PassageRule("dated-event", "must", 92, (DATE, EVENT), (FIXED_DAYS, EVERY), key=DATE,
                message=_SAME + "，时间未变。" + ANSWER_TEXT),
    PassageRule("ordinal", "must", 91, (ORDINAL, EVENT), (CONGRESS,), key=ORDINAL,
                message=_SAME + "，届次（次序）未变。" + ANSWER_TEXT),
    PassageRule("consecutive", "must", 91, (CONSECUTIVE,), key=CONSECUTIVE, message=_SAME + "，连续年数未递增。" + ANSWER_TEXT),
    PassageRule("promise", "verify", 84, (PROMISE,), key=PROMISE,
                message=_SAME + "，上年所述下一步打算原样再次列出。请核实是否已有进展，并据实更新。"),
    PassageRule("figures", "verify", 82, (EVENT, FIGURE), (STANDING,), key=FIGURE, message=_SAME + "，其中数量未变。" + ANSWER),
    PassageRule("dated", "verify", 72, (DATE,), (FIXED_DAYS, STANDING, EVERY), key=DATE, message=_SAME + "，时间未变。" + ANSWER_TEXT),
    PassageRule("event", "verify", 50, (lazy(r"举办|召开|举行|(?<!机构)组建|揭牌|挂牌|获评|荣获|(?:印发|出台|颁布)[^,。]{0,6}《"),), (STANDING, FIXED_DAYS, lazy("定期|每")),
                message=_SAME + "，文中所述多为一次性工作。" + ANSWER_TEXT),
    PassageRule("plan", "verify", 56, (lazy(r".{20}|(?=.*\d).{10}"),), (STANDING, _GUIDING, _EXHORTING, _ROUTINE), roles=("plans",), most=5, message="与上年工作安排表述完全相同。请核实是否为本年新的安排，并据实更新。"),
    PassageRule("problem", "verify", 54, (lazy(r".{14}"),), roles=("problems",), most=5, message="与上年所列问题表述完全相同。请核实问题现状，并据实更新。"),
)  # fmt: skip
