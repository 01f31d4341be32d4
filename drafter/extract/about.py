"""What a clause, a heading or a name is about, in two to eight characters: 一是规范行政复议工作 is about 行政复议.

Topics are put before names that say too little alone, so they are words that stand from year to year: no values, no dates.
"""

from drafter.extract.words import CARRIED
from drafter.text.pattern import any_of, lazy

LONGEST = 8

# Adverbs and verbs of work that open a heading or a clause: they say how it was done, not what it was about.
WORK_VERBS: tuple[str, ...] = tuple(
    """
    推进 推动 推行 推广 加强 加快 加大 加力 规范 深化 完善 健全 强化 优化 提升 提高 落实 抓好 做好 抓实 抓紧 坚持 严格 开展 发挥 创新
    激发 惠及 促进 聚焦 着力 持续 全面 深入 扎实 有效 积极 切实 认真 依法 坚定不移 坚定 大力 统筹 构建 建立 打造 建设 实施 实行 贯彻
    牢固 树立 筑牢 守牢 守住 维护 保障 化解 防范 压实 履行 拓宽 拓展 畅通 巩固 壮大 培育 改革 重视 紧盯 围绕 突出 注重 助力 努力 稳步
    稳妥 率先 继续 进一步 加速 高质量 高水平 高标准 严肃 严密 严厉 打击 整治 倾力 力促 用好 用足 管好 办好 抓 促 使 让 把 将 通过
    改善 丰富 增强 夯实 转变 做实 聚力 奋力 扩大 扛牢 擦亮 护航 动态管理 接受 主要 大幅 加紧 严守 保持 应对 联合 配合 协同 多措并举 确保
    利用 运用 依托 随机 组织 集中 公布 全力 更好 着眼 立足 不断 逐步 及时 主动 充分 牢牢 探索 试行 制定 出台 印发
    """.split()
)
# What ends a heading and adds nothing to what it is about: 执法队伍|建设, 营商环境|不断优化.
EMPTY_TAILS: tuple[str, ...] = tuple(
    """
    工作 建设 质效 水平 力度 能力 作用 行动 情况 成效 质量 便利度 便利化 方面 领域 效能 改革 机制 体系 制度 任务 责任 管理 服务 专项 总量
    """.split()
)
# Where the predicate of a heading begins that tells how well the thing goes: 营商环境|不断优化, 信用监管|更加精准.
GOING_ON = lazy(
    r"不断|更加|更为|持续|进一步|明显|显著|有效|有力|有序|全面|稳步|从严|稳中|得到|取得|实现|走深|走向|见效|深入|向好|日益|逐步|基本|切实|再上|"
    r"继续|扎实|加速|提升|提高|提速|增强|改善|优化|加强|加快|完善|健全|落实|推进|夯实|巩固|偏弱|不足|不够|薄弱|滞后|突出|以来|以上|以下|进行|开展|力争|保持|跨越|迈上|突破"
)
# What is left of a heading that was about nothing in particular.
NO_TOPICS = frozenset(
    """
    科学 重点 经过 困难 主要 工作总结 工作回顾 工作安排 重点工作 主要成就 发展成就 问题短板 目标任务 下一步 总体要求 新的 重要 整体 基础 成果
    规范 严格 领导 谋划 投入 形成 扩大 开放 综合 双方 方式 城市 农村 重大 结构 过程 时间 条件 需求 供给 基层 群众 我省 我市 我县 我区 各地
    发展 经济 社会 政府 经济社会发展 高质量 国家 全面 当前 以来 期间 时期 同期 上年 同比 困难问题 主要举措 其中 同时 推进 坚决 积极 稳定 攻坚 奋进 实干 前提 条件 基本 做法 主要做法 举措 成绩 思路 打算 建议 说明 回顾
    """.split()
)
# Nouns that say nothing alone: any sentence of a report may have them.
BARE_NOUNS: tuple[str, ...] = tuple(
    """
    案件 问题 事项 单位 企业 人员 文件 项目 活动 会议 线索 资金 金额 部门 群众 干部 机构 清单 制度 措施 政策措施 意见 建议 申请 材料 数据
    信息 任务 标准 场所 村 县 镇 乡 学生 方面 工作 领域 情况 家庭 人口 目标 资料 报告 平台 队伍 系统 试点 城市 农村 对象 主体 代表 专家
    工程 项目建设 方面工作 产品 职工 居民 试点范围 覆盖面 办件 法律 法规 规章 议案 提案 条款 诉求 来信 来访 培训 检查 案卷 环节
    """.split()
)
# Verbs and outcomes that say nothing without their thing.
BARE_VERBS: tuple[str, ...] = tuple(
    """
    整改 办结 受理 涉及 罚没 维持 驳回 保留 废止 撤销 终止 修改 审结 采纳 结案 解决 新增 新建 完成 注销 移送 收回 纠正 公布 帮助 受益
    参加 支持 发放 提出 建成 建立 制定 办理 审查 审核 检查 抽查 查处 处理 处罚 发现 反馈 开展 组织 举办 召开 印发 出台 清理 化解 调处 调解
    接收 接听 登记 备案 通过 引导 参保 败诉 胜诉 直接纠错 纠错 失效 拟修改 终结 和解 确认违法 变更 不予受理 收到 梳理 推动
    覆盖 惠及 参与 追回 挽回 提升 提高 增加 减少 下降 增长 降低 年均增长 同比增长 预期增长 实际增长 人均增加 平均增长 同比下降 增长率 减免
    新开工 基本建成 拟安排 启动试点 完成投资 新登记 取消 下放 承接 移交 培训 聘请 配备 拟废止 提前 安排 调整 压减 压缩 缩短 收录 报备
    """.split()
)
# Words of place, quantity or kind that wait for a noun.
BARE_REST: tuple[str, ...] = tuple(
    """
    其他 其他类 其它 其余 左右 以上 以下 以内 有 占 目标 总数 总量 累计 平均 全局 全市 全县 全区 全省 全国 本级 市本级 省本级 县本级 区本级
    市级 省级 县级 区级 国家级 部级 镇街 乡镇 街道 依申请 依职权 未命名数据 人均 每年 合计 分别 数量 件数 人数 一般 优秀 良好 合格 不合格 占比
    比例 比重 总里程 减幅 增幅 降幅 其中 另有 达到 不足 今年 去年 全年 目前 约 近 超 共
    """.split()
)
# The case is in the word: it says enough alone, though what it was about says more.
WHOLE_DEEDS = frozenset(["立案"])
BARE = frozenset((*BARE_NOUNS, *BARE_VERBS, *BARE_REST))
EMPTY = BARE | NO_TOPICS | WHOLE_DEEDS
# Amounts and people that go with a thing: the figure before in the sentence says which.
DEPENDENT = frozenset(
    "涉及金额 涉案金额 标的额 融资额 办理金额 受众 直接受众 受援群众 受援人 受援人员 涉案人员 当事人 涉及当事人".split()
)
# What is left where the name was lost.
NO_WORDS = frozenset("左右 以上 以下 以内 其中 分别 达到 不足 今年 去年 全年 目前 未命名数据 另有".split())
# What came of something: the thing stands before it (复议维持, 问题整改); all other bare verbs have it behind them (废止文件).
OUTCOMES = frozenset(
    """
    立案 整改 涉及 罚没 维持 驳回 撤销 终止 结案 受益 败诉 胜诉 直接纠错 纠错 失效 终结 和解 确认违法 变更 不予受理 参保 提升 提高
    增加 减少 下降 增长 降低 年均增长 同比增长 预期增长 实际增长 人均增加 平均增长 同比下降 增长率 减免 完成投资 覆盖 惠及 压减 压缩 缩短 处罚
    """.split()
)
# How a review of an act ends.
REVIEW_OUTCOMES = frozenset("维持 驳回 撤销 终止 纠错 直接纠错 确认违法 变更 责令履行 不予受理 终结 和解".split())
# What else ends a name and is no thing: 食品案件|受理, 罚没款|总计.
ENDED: tuple[str, ...] = tuple("办结 受理 审结 移送 采纳 办理 总计 合计 总数 总量 金额 人数 次数 人次 件数 比率 批次".split())
# Words that wait for the noun behind them: 其他|事项, 省级|示范村, 依申请|事项.
OPEN_FRONT = frozenset(
    """
    其他 其他类 其它 其余 本级 市本级 省本级 县本级 区本级 市级 省级 县级 区级 国家级 部级 依申请 依职权 全局 全市 全县 全区 全省 全国 乡镇 街道
    镇街 一般 优秀 良好 合格 不合格 人均 每年 平均 累计
    """.split()
)
# Things that reports count, in one word each: the shortest topic of a total (审结行政复议案件: 复议). The matter of a case comes
# before what it is counted in.
CORES: tuple[str, ...] = tuple(
    """
    复议 应诉 诉讼 仲裁 信访 听证 公证 法援 备案 免罚 督察 事项 文件 规章 法规 条例 案卷 合同 提案 议案 证明 清单 线索 举报 投诉 热线 诉求 意见
    建议 问题 申请 案件 律师 主体 纠纷 矛盾 隐患 岗位 项目 政策措施 草案 文书 决策
    """.split()
)

_MARKER = lazy(
    r"^(?:[一二三四五六七八九十]{1,3}(?:是|要|、)|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、．]|[①-⑳—\s、]|\d{4}年?|今年|去年|上年|全年|全[市县区省州国])+"
)
# Prepositions of one character: what they must not be the beginning of (对外开放, 为民办实事, 从严).
_PREPOSITIONS = r"对(?![外口象])|为(?!民)|从(?!严)|以(?!案)|在(?!线|用)|由"
_VERBS = lazy(f"^(?:{any_of((*WORK_VERBS, *CARRIED, '拟修改', '拟废止', '修改'))}|{_PREPOSITIONS})(?![性型者员率度费式品类])了?")
_VERB_INSIDE = lazy(any_of(tuple(verb for verb in CARRIED if len(verb) == 2)))
_TAILS = lazy(f"(?:{any_of(EMPTY_TAILS)})$")
_NAMED = lazy(r"“(?!十.五|过去|今后)[^“”]{3,8}”")
_CAME_OF = lazy(f"(?:{any_of((*sorted(OUTCOMES), *ENDED))})[数率]?$")
_WORD = lazy(r"[一-鿿A-Za-z].*?[一-鿿A-Za-z]")
_CORE = tuple(lazy(core) for core in CORES)
_PARTS = lazy(r"[,;:。!?\n，；：]")
_AND = lazy(r"[、与及]|和(?![解谐])|以及|等")
_NO_TOPIC = lazy(
    r"[\d/()（）<>《》“”%％]|^[的地得了着过是有为和与及等各这其]|^[万亿千百]|[的地得了着是为和与及对各从在把被共到至下中时后]$|我们|他们|这是|总体|年度?$|^[一二三四五六七八九十]"
)


def topic(phrase: str) -> str:
    """What a phrase is about; "" where nothing in it is specific or short enough."""
    for part in _PARTS.split(phrase):
        if named := _NAMED.search(part):
            return named.group()
        if words := _specific(part):
            return words
    return ""


def core(phrase: str) -> str:
    """The one word for what a total counts; "" where it is none of those that reports count."""
    return next((found.group() for pattern in _CORE if (found := pattern.search(phrase))), "")


def thing(name: str) -> str:
    """What the figure of a name is about, to stand before another name: 查处违法案件 is about 违法案件, 隐患整改 about 隐患."""
    if name.endswith("数") and name[:-1] in BARE_NOUNS:
        return ""
    while (found := _CAME_OF.search(name)) and found.start() >= 2:
        name = name[: found.start()]
    return topic(name)


def is_bare(name: str) -> bool:
    """Whether a name says nothing alone: a noun of every sentence, a verb without its thing, or no word at all."""
    return name in BARE or not speaks(name)


def speaks(name: str) -> bool:
    """Whether there is a word in it at all (左右, 5.2% and / are none)."""
    return name not in NO_WORDS and _WORD.search(name) is not None


def _specific(part: str) -> str:
    text = without_verbs(part)
    going = GOING_ON.search(text, 2)
    text = text[: going.start()] if going else text
    text = _without_tails(text)
    owner, _, thing = text.rpartition("的")
    for some in (thing, *_AND.split(thing), *_AND.split(owner)):
        words = _without_tails(without_verbs(some))
        if (
            2 <= len(words) <= LONGEST
            and words not in EMPTY
            and not _NO_TOPIC.search(words)
            and not _VERB_INSIDE.fullmatch(words)
        ):
            return words
    return ""


def without_verbs(text: str) -> str:
    """Without list marker, dates, adverbs and verbs at its head, as long as two characters are left."""
    text = text.strip()
    while (found := _MARKER.match(text) or _VERBS.match(text)) and len(text) - found.end() >= 2:
        if text[found.end()] in "和与及、":
            break
        text = text[found.end() :]
    return text


def _without_tails(text: str) -> str:
    while (found := _TAILS.search(text)) and found.start() >= 2:
        text = text[: found.start()]
    return text.removesuffix("监管") if len(text) >= 6 else text
