"""The words that names of figures are cut at. Data only; each list says what its words do."""

# Adverbs, times and reach at the head of a clause: they say when or how far, not what (累计 stays: it tells figures apart).
LEADING: tuple[str, ...] = tuple(
    """
    截至目前 截至年底 截至 今年以来 今年来 一年来 全年共 全年 今年 本年度 年内 年度 当年 目前 先后 已经 已 共计
    全市共 全市 全县 全区 全州 全省 我市 我县 我区 其中 及时 依法 认真 继续 持续 进一步 分别 年底前 年末
    市县两级 有效 积极 扎实 切实 率先 逐项 统一 同步 重新 新的 同时 现有 各级 期间 但 全面 推动
    总共 合计 全部 集中 深入 组织 开展 进行 实现 全力 最终 成功 随机 通过 在 年底 累计共
    """.split()
)
# Verbs of being and reaching at the end of what stands before a figure: 参考率达|99%.
LINKING: tuple[str, ...] = tuple(
    """
    调整为 调整至 调整到 提升至 提升到 提高到 提高至 增加到 增加至 上升到 上升至 降低到 降至 下降到 下降至 压缩至
    压缩到 压减至 缩短至 缩短到 延伸到 扩大到 拓展到 升至 增至 减至 达到 达 稳定在 保持在 控制在 突破 超过 接近
    约为 均为 均达到 均达 高达 共计 合计 共 约 近 超 是 了 的 仅 已 不少于 不低于 不超过 不足 至少 从 由
    于 等 等领域 等方面 数量 扩展到 扩展至 扩大至 拓展至 保持 继续保持 累计达 分别为 分别达
    """.split()
)
# Verbs that open what the owner of a figure did: 28个监管部门|认领监管事项.
PREDICATES: tuple[str, ...] = tuple(
    """
    全部 认领 开展 进行 实行 提供 参加 参与 完成 协调 取得 达到 制定 作出 聘请 承接 赋予 实现 参训 到场 走进
    投入 提交 纳入 接受 组建 产生 办理 审理 查处 通过 延伸 结业 旁听 取消 发放 评为 入选 建成 建立 配备 设立
    新增 出台 印发 签订 覆盖 使用 运行 上线 同步 研究 审议 依法 带动 符合 持证 活跃 常态化 常年 长期 扎根
    审结 办结 接收 接听 专门 全程 现场 书面 集中 应当 予以 得到 升级 入驻 申请 挂牌
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
    共 全部 全面 同步 开展了 开展 进行了 进行 实行 实施 已 均 集中 组织 达到 并 予以
    """.split()
)
# Verbs that carry over to the next member of a list (办理人大建议145件、政协提案203件).
CARRIED: tuple[str, ...] = tuple(
    """
    办理 办复 受理 审结 审查 审核 办结 查处 制定修订 制定 修订 出台 废止 印发 发布 公布 提请 组建 新建改建
    新创建 累计建成 新建 建成 创建 打造 培训 聘请 聘任 配备 新增 新设 解答 接听 接待 化解 调解 纠正 发出 制发
    下发 收到 举办 召开 检查 抽查 评查 取消 下放 承接 清理 征集 涉及 报备 备案 登记 追回 追缴 减免 发放 兑现
    惠及 评出 评定 查办 立案 移送 公开 归集 推出 上线 完成 获得 入选 派出 成立 组成 明确 梳理 督察 设立 安排
    选派 赋予 认领 编制 开通 回应 收集 采纳 核查 排查 发现 整改 约谈 协调解决 承办 审议 覆盖 建立 招募 培养
    签订 减少 产生 组织 开展 新设立 新收 接收 新登记 收录
    """.split()
)
# A verb of doing that alone stands before a figure takes its object from the figure before (受理案件412件，审结389件).
OBJECTLESS: tuple[str, ...] = tuple(
    """
    审结 办结 受理 结案 立案 败诉 胜诉 纠错 纠正 注销 移出 列入 取消 审核 办理 采纳 化解 查办 查处 梳理 清理
    解决 检查 抽查 收到 查实 整改 调解 协调 审查
    """.split()
)
# What may stand around such a verb and still names nothing: 成功调解, 累计取消, 整改到位.
OBJECTLESS_AROUND = (r"(?:行政机关|直接|成功|累计|完成|依法|新)?", r"(?:成功|到位)?")
# How a part was judged: the name takes its noun from the total (优秀58卷 of 案卷).
JUDGED: tuple[str, ...] = tuple(
    """
    优秀 良好 合格 基本合格 不合格 优秀等次 一般
    """.split()
)
# Whose part it is: the name takes the rest from the total (其中市本级183件).
OWNERS: tuple[str, ...] = tuple(
    """
    本级 部门 机关 层面 法院 街道 乡镇 市直 县级 市级 省级
    """.split()
)
# Levels that stand for the whole phrase in a list (全国示范村12个、省级97个).
RANKS: tuple[str, ...] = tuple(
    """
    全国 国家级 省级 市级 县级 区级 部级
    """.split()
)

# The same, too short to stand alone: what they must not be the end of (行为, 存在, 持有, 集中, 达到, 平均).
LINKING_MARKS = r"(?<![行作认])为|(?<![存现])在|(?<![持所国拥含])有|(?<![其集当高])中|(?<!达)到|(?<![甚])至|(?<!平)均|由(?:上年|去年|原来)?的?"
# Words that open a predicate and are too short to stand alone in the list above: what they must not be part of.
PREDICATE_MARKS = (
    r"负责(?![人同])|对(?![象口])|(?<![行作成因])为(?!主)|(?<![现存])在|(?<![方面])向|从(?![业事])|由(?!于)|被|把(?!关)|将(?!来)|均|已|"
    r"(?<!公)共(?![同享建和识])|获|并(?!联)|逐|受理(?![点窗中渠])|(?<!社会)(?<!调解)(?<!专业)(?<!行业)(?<!各类)组织(?![机体])"
)
# What was done with some of a total; the name takes its object (发现问题161个，完成整改150个).
DONE_WITH_PART = tuple("整改 采纳 办结 化解 解决 销号 查实 修改".split())
# Verbs that say nothing without their object and are no names of parts.
BARE_VERBS = frozenset(
    (*(word for word in CARRIED if len(word) == 2), "保留", "参加", "参与", "修改", "撤销", "吊销", "注销", "净增")
)
