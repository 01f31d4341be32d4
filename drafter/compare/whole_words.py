"""Words of two characters that a change must not halve: [继→持]续 is read as 持续 for 继续, 不予处罚、减轻处[罚] as nothing at all.

A short list of what these reports write again and again, not a dictionary: with one, every text would be cut in its own way,
and a word that is missing here only leaves a mark one character shorter.
"""

# theme: the words. None may also arise where two others meet (率为, 件中), or marks grow for nothing.
ROWS: dict[str, str] = {
    "what is done with a case": "受理 办理 办结 审结 审理 审查 审核 立案 结案 调解 调处 化解 和解 撤销 维持 驳回 纠错 处罚 处理 查处 查办 "
    "评查 抽查 检查 督查 督察 督办 清理 整改 移送 移交 回复 答复 办复 办件 接收 收到 收案",
    "what is done with a rule": "制定 制发 印发 出台 公布 发布 修订 修改 废止 备案 报备 梳理 编制 起草 提请 审议",
    "what is done with work": "推进 推行 推动 促进 实施 实行 实现 落实 开展 加强 增强 提升 提高 完善 健全 优化 强化 深化 严格 严肃 "
    "规范 组织 参与 参加 参训 培训 研究 建立 建成 成立 聘请 选聘 抓好 做好 作出 做出 面对 应对 引导 引领 履行 履职 配备 追回 追讨",
    "how it is done": "全力 竭力 努力 全面 继续 持续 深入 大力 着力 扎实 夯实 充实 积极 稳妥 稳步 逐步 逐项 逐条 认真 切实 有效 广泛 蓬勃 适当 适度",
    "what comes of it": "质量 质效 成效 提效 增效 活力 动力 成果 结果 效果 水平 作用",
    "whose and how much": "全国 全省 全市 全县 全区 我市 我县 我省 各级 各地 各类 各种 多种 每人 每月 全年 全员 年底 年末 当年 其中 "
    "新增 净增 扩大 扩充 达到 列入 纳入 加入 处于 处在 权力 权责 职责 清单 文书 文件 意见 建议 规模 金额 总额",
}  # fmt: skip
_WORDS = frozenset(word for row in ROWS.values() for word in row.split())


def halved(left: str, right: str) -> bool:
    """Whether a cut between two pieces of text halves one of the words."""
    return left[-1:] + right[:1] in _WORDS
