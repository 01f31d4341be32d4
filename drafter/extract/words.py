"""The words that names of figures are cut at. Data only; each list says what its words do."""

# Adverbs, times and reach at the head of a clause: they say when or how far, not what (累计 stays: it tells figures apart).
LEADING: tuple[str, ...] = tuple(
    """
    经评估 经梳理 至年底 至年末 截至年末 据此 最后 当期 联合开展 联合组织 截至目前 截至年底 截至 本次 今年以来 今年来 一年来 全年 今年 本年度 年内 年度 当年 目前 先后 已经 已 共计
    全市 全县 全区 全州 全省 我市 我县 我区 其中 及时 依法 认真 继续 持续 进一步 分别 年底前 年末
    市县两级 有效 积极 扎实 切实 率先 逐项 统一 同步 重新 新的 同时 现有 各级 期间 但 全面 推动
    改革以来 总共 合计 全部 集中 深入 组织 开展 进行 实现 全力 最终 成功 随机 通过 到年底 到年末 年底 力争 确保 争取 预计 加快 抓好
    据悉 据统计 经统计 据了解 此次行动 本次行动 此次 加上 连同 另外 另有 还有 另 妥善 该镇 该乡 该局 该县 该市 该区 全局 全系统 全厅 全委 全镇 全乡 全校 稳妥 用心 含 为此 点对点 向社会 共有 设有 建有 去年 连续 各地 各县 各区 各市 各乡镇 各镇
    """.split()
)
# The same, but only where they are no part of a longer word (共享, 并联, 在建, 在岗, 在册).
LEADING_MARKS = r"加(?=上年结转)|现(?=保留|行使|承接)|再(?=新增|创建|建|清理|取消|添|解决|改造)|(?:全市|全县|全区|全省|现|共)有(?![效序关机害限意力望助])|专题(?=研究|听取|审议|部署)|要把|[将把](?![来关握])|共(?![同享建和识性])|并(?!联)|在(?![建岗册线职校编库逃押役用])"
# How something was done, in front of its verb; behind a noun they open the predicate and are no part of either.
ADVERBS: tuple[str, ...] = tuple(
    """
    据此 广泛 重新 当年 年内 全年 如期 全面 全部 顺利 圆满 共同 成功 首次 陆续 相继 先后 累计 正式 分别 已经 主动 显著 明显 大幅 稳步 加快 高效 按期 按时 提前
    """.split()
)
# Verbs of being and reaching at the end of what stands before a figure: 参考率达|99%.
LINKING: tuple[str, ...] = tuple(
    """
    压减到 精简到 精简至 缩减至 缩减到 优化至 下调至 上调至 调整为 调整至 调整到 提升至 提升到 提高到 提高至 增加到 增加至 上升到 上升至 降低到 降至 下降到 下降至 压缩至
    压缩到 压减至 缩短至 缩短到 延伸到 扩大到 拓展到 升至 增至 减至 达到 达 稳定在 保持在 控制在 突破 超过 接近
    约为 逾 只有 仅有 的有 只 高达 共计 合计 共 约 近 是 了 的 仅 已 不少于 不低于 不超过 不足 至少 不到 不满 从 由
    发展到 发展至 将 经评估 最多 居多 于 等 等领域 等方面 数量 扩展到 扩展至 扩大至 拓展至 首次 进一步 双双 接连 统一 稳定保持在 由平均 实现 连续迈上 迈上 跨上 跃上 跨过 迈过 连续 不高于 不低 总体 保持 继续保持 分别为 分别达
    """.split()
)
# Verbs that open what the owner of a figure did: 28个监管部门|认领监管事项.
PREDICATES: tuple[str, ...] = tuple(
    """
    全部 主持 成为 公布 公示 下发 制发 设置了 编制 试点 发出 给予 纾困 发布 查办 作出 组成 构成 认领 整合 归并 合并 精简 划转 转为 命名 更名 升格 开展 进行 实行 提供 参加 参与 完成 协调 取得 达到 制定 作出 聘请 承接 赋予 实现 参训 到场 走进
    投入 提交 纳入 接受 组建 产生 办理 审理 查处 通过 延伸 结业 旁听 取消 发放 评为 入选 建成 建立 配备 设立
    新增 出台 印发 签订 使用 运行 上线 同步 研究 审议 依法 带动 符合 进驻 过筛 拿到 从中 交叉评查 交叉检查 实地督察 实地检查 实地核查 持证 活跃 常态化 常年 长期 扎根
    审结 办结 接收 接听 专门 全程 现场 书面 应当 予以 得到 升级 入驻 申请 挂牌
    述法 年终述法 年度述法 书面述法 现场述法 获评 获批 获得 受益 签约 开工 投产 追讨 追回 兑现 挽回 划归 分到 分解到 落实到 立足 推行 推广 施行 进入 跻身 列入 受到 享受 揭牌 竣工 启用
    解决 化解 联通 接入 退出 迁入 落户 减免 收到 反馈 开通 推出 完工 达标 投用 交付 通车 吸纳 安置 选派 派驻 送达
    听取 全覆盖 坚持 分片 赋权 严格 不足 中排名 中位列 增长 增加 增至 下降 减少 提升 提高 缩短 压缩 保持 稳定 打造 承担 承办 担任 来自 属于 涉及 配齐 招募 退休 发行
    """.split()
)
# What follows a figure and does not name it.
FOLLOWING: tuple[str, ...] = tuple(
    """
    以上 以下 以内 之内 左右 上下 内 不等 余
    """.split()
)
# Light verbs and adverbs that add nothing to a name made of what was done.
LIGHT: tuple[str, ...] = tuple(
    """
    共 全部 全面 同步 开展了 开展 进行了 进行 实行 实施 已 均 集中 组织 并 予以 给予
    """.split()
)
# Verbs that carry over to the next member of a list (办理人大建议145件、政协提案203件).
CARRIED: tuple[str, ...] = tuple(
    """
    接到 细化 落实 办理 办复 受理 审结 审查 审核 办结 查处 制定修订 制定 修订 出台 废止 印发 发布 公布 提请 组建 新建改建
    新创建 累计建成 新建 建成 创建 打造 培训 聘请 聘任 配备 新增 新设 解答 接听 接待 化解 调解 纠正 发出 制发
    下发 收到 举办 召开 检查 抽查 评查 取消 下放 承接 清理 征集 涉及 报备 备案 登记 追回 追缴 减免 发放 兑现
    惠及 评出 评定 查办 立案 移送 公开 归集 推出 上线 完成 获得 入选 派出 成立 组成 明确 梳理 督察 设立 安排
    选派 赋予 认领 编制 开通 回应 收集 采纳 核查 排查 发现 整改 约谈 协调解决 承办 审议 覆盖 建立 招募 培养
    签订 减少 产生 组织 开展 新设立 新收 接收 新登记 收录 提出 出具 反馈 走访 处置 督促 移交 推送 发生 应对 吸纳
    引进 拥有 收回 保留 调处 答复 汇集 接入 救助 帮扶 挽回 追讨 兑付 帮助 吸收 评估 合法性审查 合法性审核 公平竞争审查 备案审查 颁布实施 颁布 公示 承担 布局 张贴 悬挂 播放 摆放 刊发 刊登 核定 检定 检测 抽检 抽取 采集 立项 代办
    """.split()
)
# A verb of doing that alone stands before a figure takes its object from the figure before (受理案件412件，审结389件).
OBJECTLESS: tuple[str, ...] = tuple(
    """
    审结 办结 受理 结案 立案 败诉 胜诉 纠错 纠正 注销 移出 列入 取消 审核 办理 采纳 化解 查办 查处 梳理 清理
    解决 检查 抽查 收到 查实 整改 调解 协调 审查 调处 登记 报备 备案 结转 建议修改 督促整改 推动整改 裁判 接件 转办 交办 办复 答复 回复 调整 实有
    """.split()
)
# What may stand around such a verb and still names nothing: 成功调解, 累计取消, 整改到位.
OBJECTLESS_AROUND = (
    r"(?:行政机关|直接|按时|按期|及时|成功|累计|被|完成|依法|新|上年|实际|正在|尚未|发现问题并|审查)?",
    r"(?:成功|到位|下年|出)?",
)
# How a part was judged: the name takes its noun from the total (优秀58卷 of 案卷).
JUDGED: tuple[str, ...] = tuple(
    """
    优秀 良好 合格 基本合格 不合格 优秀等次 一般 应出庭 实际出庭 败诉 胜诉 行政机关败诉 普通程序 简易程序 一般程序
    """.split()
)
# Whose part it is: the name takes the rest from the total (其中市本级183件).
OWNERS: tuple[str, ...] = tuple(
    """
    本级 部门 机关 层面 法院 街道 乡镇 镇街 街镇 政府 专职 兼职 县市 市县 市直 县直 县区 县级 市级 省级 区级 基层
    """.split()
)
# Levels that stand for the whole phrase in a list (全国示范村12个、省级97个).
RANKS: tuple[str, ...] = tuple(
    """
    全国 国家级 省级 市级 县级 区级 部级
    """.split()
)

# The same, too short to stand alone: what they must not be the end of (行为, 存在, 持有, 集中, 达到, 平均).
LINKING_MARKS = r"(?<![统审累合会预估设共总核])计|(?<!商)超|(?<=[^了后]{3})(?:举办|召开|举行)|(?<![行作认])为|(?<![存现])在|(?<![持所国拥含实])有|(?<![其集当高])中|(?<!达)到|(?<![甚])至|(?<![平人户所年月日场件周次])均(?:为|达到?)?|由(?:上年|去年|原来)?的?"
# Words that open a predicate and are too short to stand alone in the list above: what they must not be part of.
PREDICATE_MARKS = (
    r"(?<=[镇县区市村门位])无|代办(?![点员站处])|帮(?![扶教困办])|以(?=[^,]{1,8}名义)|至今|仍(?!有)|尚未|尚有|未(?![成婚来央])|中(?=[^,]{2,12}占)|覆盖(?![率面])|负责(?![人同])|(?<!相)对(?![象口])|(?<!相对)集中(?![度式])|(?<![行作成因])为(?!主)|(?<![现存])在(?![建岗册编校职])|(?<![方面])向|从(?![业事])|由(?!于)|被|把(?!关)|将(?!来)|均|已|"
    r"(?<!公)共(?![同享建和识性])|获|并(?!联)|逐|(?<![首成])都(?![市城会])|按(?=程序|规定|计划|要求|照|时|期)|(?<![汇申上举填通简])报(?=[^,、]{0,6}(?:局|政府|办|备案|审))|受理(?![点窗中渠])|(?<!社会)(?<!调解)(?<!专业)(?<!行业)(?<!各类)组织(?![机体])"
)
# What was done with some of a total; the name takes its object (发现问题161个，完成整改150个).
DONE_WITH_PART = tuple("整改 采纳 办结 化解 解决 销号 查实 修改 纠正 调处 办复".split())
# What is done with things of a list, one after another; a part that is named so takes its object too (取消证明事项).
DONE_WITH_ALL = frozenset(
    "完成 新增 调整 变更 答复 回复 取消 注销 移出 列入 登记 清理 梳理 检查 抽查 审核 审查 办结 审结 结案 受理 下放 承接".split()
)
# Verbs that say nothing without their object and are no names of parts.
BARE_VERBS = frozenset(
    (*(word for word in CARRIED if len(word) == 2), "保留", "参加", "参与", "修改", "撤销", "吊销", "注销", "净增")
)

# Words of change; before a figure they say how much more or less (同比增长|12.3%).
COMPARING = "增长|改善|上升|提高|提升|增加|下降|减少|降低|缩短|压缩|回落|上涨"
# What is measured of each owner in a list; the last owner alone bears it (规上工业、服务业增加值分别增长a、b).
MEASURES = (
    "(?:领域|方面|部门|系统|行业|类)+案?件?|案件|增加值|总产值|产值|产量|营收|收入|支出|警情|投资额?|零售额|进出口|出口|总额|标准|水平|"
    "(?:生产|经营|使用|销售)+(?:单位|企业|主体|者)|诉求|纠纷|投诉|人数|人次|起数|件数|数量|参保率|覆盖率|入学率|合格率|满意率|办结率|保有量|总量"
)
# Reach between a verb and what it is done to (覆盖全县172个村): no object.
REACH: tuple[str, ...] = tuple(
    "全市 全县 全区 全省 全州 全国 各地 辖区 本市 本县 剩余 其余 新一轮 其中 城乡 各级 各部门 社会 基层 各领域".split()
)
# What a verb with 新 says of a total it says of the parts too (新登记经营主体…其中企业: 新登记企业).
NEWLY: tuple[str, ...] = tuple("净增 新登记 新增 新设 新设立 新建 新创建 新认定 新注册 新开工".split())
# What is measured of something that was just named: money of a case, readers of an article (查处案件…涉案金额).
MEASURED: tuple[str, ...] = tuple(
    """
    涉及金额 涉案金额 标的额 标的总额 标的金额 合同金额 涉及资金 总金额 金额 减免金额 罚没金额 挽损金额 阅读量 浏览量 点击量 播放量 访问量
    总浏览量 总阅读量 受众 直接受众 参与人数 参训人数 参赛人数 受教育群众 观看人数 涉及当事人 涉及人数 关注用户 用户 注册用户 融资额 粉丝量 面积 建筑面积 总面积 总投资 产值 销售额 规模 总规模 总市值 保有量 成交额 贷款额 签约额 补偿额
    """.split()
)
# What opens a rest that is no noun: marks, words of joining, of comparing, of degree.
NO_NOUN = (
    r"$|可以|能够|还(?![款贷建原])|因(?![素子病灾公])|[一二三四五六七八九十百千两]+[余多]?(?:人次|批|件|名|户|家|个|起|次)|台阶|大关|关口|[/,。;:、)!?\s\d]|并|且|和|及|与|以(?!工)|用(?![工户地人])|占|其中|较|比(?!赛)|同比|分别|按|逐|均|依(?![申职])|经(?![营费济办])|让|使|全部|全面|全程|各|每|再|也|就(?!业)|即|"
    r"后|时|起|来(?![信访])|前|提高|提升|增加|增长|上升|下降|降|减(?!税)|压|缩|升(?!级)|增至|扩大|扩展|拓展|延长|调整|翻"
)

# Verbs of spreading: what stands before them is what reaches the counted (轻微免罚清单推广到|26个|省级部门).
SPREADING: tuple[str, ...] = tuple("推广 覆盖 延伸 拓展 惠及 联通 走进 接入 入驻 受益".split())
# People that a bare verb makes of those counted (涉案|23人).
PERSONS: tuple[str, ...] = tuple(
    "涉案 受援 获救 受惠 受益 参训 持证 在岗 受训 获奖 涉及 被困 抽调 处理 处分 问责 追责 采取强制措施 抓获".split()
)
# Nouns that say nothing of their own; with a bare verb they are named by what went on in the sentence.
GENERIC: tuple[str, ...] = tuple(
    """
    意见 法律意见 意见建议 建议 问题 问题线索 文件 事项 材料 申请 案件 资料 数据 情况 线索 金额 对象 办件 任务 群众 市场主体
    经营主体 企业 督办函 提示函 建议书 通知书 听证会 论证会 座谈会 抽查任务 检查任务 检查对象 抽查对象 学法 集体学法 调研 旁听 法律意见书 审查意见 审核意见 督办单 提示 整改 反馈 信息 咨询
    """.split()
)
# What is undertaken as a whole; the figures of the sentence belong to it (开展法治督察，发现问题…).
UNDERTAKINGS = (
    "合法性审[核查]|公平竞争审查|备案审查|专项清理|全面清理|集中清理|专项督察|法治督察|督察|督导|专项检查|专项监督|案卷评查|专项整治|专项行动|抽查检查|联合抽查|"
    "理论考试|法律考试|考试|测评|演练|后评估|立法评估|普查|法治体检|听证|征集活动|普法活动"
)
# Matters that the figures of a sentence belong to wherever they were named in it.
MATTERS = "重大行政决策|合法性审[核查]|公平竞争审查|备案审查|行政执法案卷评查|行政复议|行政应诉|执法监督|法律援助"
# Bodies that act; what they do after they were counted is named by them (设立受理点32个，接收申请217件).
BODIES: tuple[str, ...] = tuple(
    "受理点 联系点 工作站 服务站 服务点 调解室 工作室 服务中心 监测点 仲裁院 法庭 窗口 热线 监督员 宣讲团 法律顾问 调解组织 调解委员会".split()
)
# Who acts where it goes without saying: the government itself and its organs at large.
ANYBODY = r"(?:各级|全市|市县|全县|全省|市县两级|县乡)?(?:(?:省|市|县|区|州)?(?:人民)?政府(?:系统|及各部门)?|行政执法机关|行政执法部门|行政执法单位|行政机关|执法部门|(?:各|有关|相关)(?:级|部门|单位|地区?|级各部门))"
# Collective bodies: what they examine and hear is named by them.
COUNCILS = "(?:委员会|常务会议|党组会议?|办公会议?|联席会议)"
# Bare verbs of the law whose object is a case where the thing before is counted otherwise (检查加油机913条，立案5起).
OF_CASES: tuple[str, ...] = tuple("立案 立案查处 查处 审结 结案 受理 办结 移送 立案调查 查办 办理".split())
# Tests whose outcome is said by 合格, 不合格: the test comes first in the name (食品抽检不合格).
TESTS: tuple[str, ...] = tuple("抽检 检查 抽查 检验 监测 考试 检测 检定 测试 普查".split())
# What opens a rate that is no name of its own (按时办结率); any other of more than four characters is one.
OF_RATES = "按时|按期|及时|一次|直接|法定|群众|当事人|主动|平均|先行|网上|实际|总体|综合"
# Verbs of making that are nouns too; with a noun behind the figure they are its verb (布局建设|5个|省实验室).
MAKING: tuple[str, ...] = tuple("建设 培育 改造 支持 治理 改扩建 提质升级 更新 落地 争取 攻克 突破 储备".split())
# What bodies are called by; behind it come the adverbs and verbs of what they did (市场监管系统共立案).
AGENTS = "部门|系统|机关|机构|组织|法院|检察院|局|厅|委员会|中心|平台|热线|窗口|大厅"
# Verbs of filling a body that was just founded (设立调解工作室，配备调解员3名).
FILLING: tuple[str, ...] = tuple("吸纳 配备 聘任 选聘 招募 入驻 集聚 入库".split())
# How applications for review ended; by themselves they do not say of what.
OUTCOMES: tuple[str, ...] = tuple("直接纠错 调解和解 调解和解终止 调解和解结案 和解调解终止 和解终止 调解终止".split())
