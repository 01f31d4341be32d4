"""What says the same of a thing promised and a thing done, as rows to edit: a year later offices choose other words.

The rows serve likeness only (compare/ground.py). A word that stands for another there never makes two figures one.
"""

import re

from drafter.compare.vocabulary import canonical
from drafter.text.pattern import lazy

# (the word that stands for all, what says the same). Every row is general to reports of governments.
THINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("建成", ("建立", "设立", "组建", "成立", "搭建", "打造", "新建", "建起", "建好", "揭牌", "挂牌", "投用", "启用", "投入使用", "投入运行", "上线运行", "上线", "开通", "开发", "筹建", "落成")),
    ("平台", ("信息系统", "系统", "一张网", "信息平台", "数字平台", "信息化平台", "管理平台", "大数据平台")),
    ("制定", ("印发", "编制", "拟定")),
    ("编印", ("编写", "编发", "编成", "汇编成册", "汇编", "印制")),
    ("培训", ("跟班实训", "跟班学习", "实训", "业务培训", "学习培训", "随队办案")),
    ("乡镇", ("乡镇（街道）", "乡镇(街道)", "镇（街道）", "镇(街道)", "镇街", "街镇", "乡镇街道")),
    ("村居", ("村(社区)", "村（社区）", "村（居）", "村(居)", "村社区")),
    ("赋权", ("承接县级执法事项", "承接执法事项", "下放", "放权", "承接")),
    ("扫码", ("亮码", "凭码", "赋码")),
    ("联合检查", ("综合查一次", "联合执法", "联查", "合并检查")),
    ("网上办理", ("全程网办", "网上可办", "网办", "在线办理", "线上办理", "全程在线")),
    ("一件事", ("一件事一次办", "高效办成一件事", "一件事集成办理")),
    ("化解", ("调处", "调解")),
    ("配备", ("配齐", "配强", "充实")),
    ("选聘", ("聘请", "聘任", "选任", "招聘", "聘用")),
    ("受理点", ("代收点", "收件窗口", "收件点", "受理窗口", "代办点", "联络点", "接收复议材料", "接收复议申请")),
    ("专家", ("专家学者",)),
    ("市场监管", ("市监",)),
    ("住建", ("住房和城乡建设", "住房城乡建设")),
    ("交警", ("公安交管", "交管")),
    ("人社", ("人力资源和社会保障", "人力资源社会保障")),
    ("普法宣传", ("法治宣传教育", "法治教育")),
    ("检查", ("入企", "进企", "进厂", "迎检", "受检")),
    ("压减", ("压缩", "减少", "下降", "降低", "精简", "少了")),
    ("占比", ("比例", "比重")),
    ("法制审核", ("法制岗", "法制员")),
    ("案例", ("实案", "以案释法")),
)  # fmt: skip


def same_thing(folded: str) -> str:
    """The folded text with every word of a row as the one that stands for it."""
    return canonical(_WORD.sub(lambda found: _STANDS_FOR[found.group()], folded))


_STANDS_FOR = {variant: word for word, variants in THINGS for variant in variants}
_WORD = lazy("|".join(sorted(map(re.escape, _STANDS_FOR), key=lambda w: (-len(w), w))))
