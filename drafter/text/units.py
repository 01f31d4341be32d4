"""Counters and measures: what may follow a number, what counts the same, and what never does.

Source: GB/T 15835-2011 for writing; the lists are the counters that annual reports of governments use.
A group holds units that count the same thing, so that 22起 and 22件 can be one figure; 人 and 人次 never are.
"""

import re

# Things of every kind: no two reports choose the same word for them.
_THINGS = tuple(
    """
    卷 宗卷 册 本 套 台 把 辆 张 块 幅 面 枚 栋 幢 间 顶 架 艘 头 棵 株 盒 箱 部门 台套 台（套） 台(套) 座次 条次
    项次 份次 站 点 片 段 组 班 对 双 层 道 门 扇 笔 单 票 字 句 宗地 床 张床位 席 剂 剂次 盏 口 孔 眼 列
    """.split()
)
# (name of the group, dimension, units that count the same)
GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("案件", "count", ("件", "起", "宗", "例", "案", "桩")),
    ("件次", "visits", ("件次",)),
    ("人", "people", ("人", "名", "位", "余人")),
    ("人次", "attendance", ("人次",)),
    ("份", "count", ("份", "篇", "封")),
    ("部", "count", ("部",)),
    ("项", "count", ("项", "条", "款")),
    ("机构", "count", ("家", "个", "所", "处", "座", "支", "只")),
    ("户", "count", ("户",)),
    ("活动", "events", ("场", "次", "期", "场次", "批", "批次", "轮", "回", "趟", "堂", "节")),
    ("家次", "visits", ("家次", "户次", "个次", "所次")),
    ("车次", "visits", ("车次", "辆次", "台次", "艘次", "架次")),
    ("台件", "count", ("台件", "套件", "台份")),
    ("卷", "count", _THINGS),
    ("类", "kinds", ("类", "大类", "小类", "种", "门类")),
    ("户籍", "count", ("镇", "村", "乡", "县", "市", "区", "省", "国")),
    ("元", "money", ("元",)),
    ("美元", "money", ("美元",)),
    ("欧元", "money", ("欧元",)),
    ("港元", "money", ("港元",)),
    ("工作日", "workdays", ("个工作日", "工作日")),
    ("日", "days", ("天", "日", "个自然日", "昼夜")),
    ("小时", "hours", ("小时", "个小时", "学时", "课时")),
    ("分钟", "minutes", ("分钟",)),
    ("秒", "seconds", ("秒",)),
    ("月", "months", ("个月", "个多月")),
    ("年", "years", ("年", "周年", "个年度")),
    ("周", "weeks", ("周", "个星期", "个周")),
    ("%", "share", ("%", "％")),
    ("‰", "permille", ("‰",)),
    ("百分点", "points", ("个百分点", "百分点")),
    ("分", "score", ("分",)),
    ("位", "rank", ("位次",)),
    ("倍", "times", ("倍",)),
    ("番", "times", ("番",)),
    ("里程", "length", ("公里", "千米")),
    ("长度", "length", ("米",)),
    ("里", "length", ("里",)),
    ("厘米", "length", ("厘米",)),
    ("微克", "concentration", ("微克/立方米", "微克")),
    ("毫克", "concentration", ("毫克/升", "毫克")),
    ("面积", "area", ("平方公里", "平方千米")),
    ("平方米", "area", ("平方米", "㎡")),
    ("亩", "area", ("亩",)),
    ("公顷", "area", ("公顷",)),
    ("重量", "mass", ("吨", "吨标准煤")),
    ("公斤", "mass", ("公斤", "千克")),
    ("斤", "mass", ("斤",)),
    ("克", "mass", ("克",)),
    ("体积", "volume", ("立方米", "方")),
    ("升", "volume", ("升",)),
    ("电量", "energy", ("千瓦时", "度")),
    ("功率", "power", ("千瓦",)),
    ("兆瓦", "power", ("兆瓦",)),
    ("电压", "voltage", ("千伏",)),
    ("TB", "data", ("TB",)),
    ("GB", "data", ("GB",)),
    ("PB", "data", ("PB",)),
    ("步", "steps", ("步",)),
    ("岁", "age", ("岁",)),
    ("环节", "count", ("个环节", "环节")),
)

DIMENSION = {unit: dimension for _, dimension, units in GROUPS for unit in units}
GROUP = {unit: name for name, _, units in GROUPS for unit in units}
UNITS: tuple[str, ...] = tuple(sorted(DIMENSION, key=lambda unit: (-len(unit), unit)))

# Units that stand for one another only for some nouns: 责令改正48件次 is never 48件, but 督察31个单位 is 31家单位.
LOOSE: tuple[frozenset[str], ...] = (
    frozenset({"案件", "份", "部", "项", "机构"}),  # 规范性文件46件 / 7份; 问题118个 / 147条; 单位26家 / 33个
    frozenset({"案件", "卷"}),  # 案卷320卷 / 360宗
    frozenset({"活动", "项", "机构"}),  # 活动12场 / 12项 / 12个
    frozenset({"机构", "卷", "类"}),  # 示范点6个 / 6处, 领域5个 / 5类, 队伍5个 / 5支
    frozenset({"户", "机构"}),  # 市场主体122家 / 122户
    frozenset({"人", "机构"}),  # 专家18人 / 18个
    frozenset({"户", "家次", "机构"}),  # 检查市场主体6120户 / 6120户次, 抽查企业212家 / 212家次
    frozenset({"件次", "案件"}),  # 检测样品30件次 / 30件
    frozenset({"台件", "卷", "案件"}),  # 检定器具210台件 / 210台
)


_BRACKETED = re.compile(r"(.+?)[（(](.+?)[）)]")


def variants(unit: str) -> frozenset[str]:
    """What a unit may stand for: 家（次） is 家 or 家次, 台（套） is 台 or 套."""
    found = _BRACKETED.fullmatch(unit)
    return frozenset({found[1], found[2], found[1] + found[2]}) if found else frozenset({unit})


def dimension(unit: str) -> str:
    """The dimension of a unit: count, people, attendance, money, share, points …; "" where the unit is unknown."""
    return next((DIMENSION[variant] for variant in sorted(variants(unit)) if variant in DIMENSION), "")


def same_unit(a: str, b: str) -> bool:
    """Whether two units count strictly the same thing (件 and 起, 人 and 名); an unknown or missing unit is only itself."""
    if a == b:
        return True
    return bool(_groups(a) & _groups(b))


def loosely_same_unit(a: str, b: str) -> bool:
    """Whether two units may count the same thing, the noun permitting (家 and 个 of units, 件 and 份 of documents)."""
    if same_unit(a, b):
        return True
    return any({one, other} <= loose for loose in LOOSE for one in _groups(a) for other in _groups(b))


def _groups(unit: str) -> frozenset[str]:
    return frozenset(GROUP[variant] for variant in variants(unit) if variant in GROUP)
