"""How a lead sentence looks: short, no figures, no comma, opening with the verbs of office prose."""

from drafter.text.pattern import lazy

# Verbs and adverbs with which headings and items of these reports open.
_OPENINGS = (
    "加强 加快 加大 强化 推进 推动 推行 深化 深入 完善 健全 落实 全面 全力 切实 着力 大力 "
    "扎实 持续 积极 严格 严肃 规范 优化 提升 提高 抓好 抓住 抓紧 抓实 坚持 注重 突出 建立 "
    "建强 建设 构建 创新 发挥 聚焦 聚力 精心 稳步 有序 进一步 不断 认真 充分 依法 统筹 夯实 "
    "压实 开展 组织 实施 打造 培育 做好 做实 做优 做强 紧盯 紧扣 紧抓 围绕 增强 促进 保障 "
    "维护 拓展 巩固 激发 转变 改进 畅通 从严 始终 主动 精准 高效 狠抓 贯彻 履行 明确 理顺 "
    "厘清 探索 用好 守牢 筑牢 防范 化解 广泛 集中 科学 动态 有效 自觉 常态 补齐 "
).split()
LEAD_VERB = "(?:" + "|".join(_OPENINGS) + ")"
_LEAD = lazy(rf"{LEAD_VERB}[^,;:。!?]{{2,26}}[。]")
_CLAUSE = lazy(rf"{LEAD_VERB}[^,;:。!?，]{{2,18}}[,。，]")
_FIGURE = lazy(r"\d|[两几数百千万]+(?:余|多)?[件次场名人份项个]")
_PREDICATE_NOUN = lazy(r"的[\u4e00-\u9fff]{2,6}。?$")


_NO_LEAD = lazy(r"[,;:!?]|^我|^这|是")
_NO_LONG_LEAD = lazy(r"[;:!?]|^我|^这|是|^(?:一|过去)[^,]{0,3}年")


def is_lead(masked_sentence: str) -> bool:
    """A whole short sentence that reads as a heading: 深入推行行政执法“三项制度”。"""
    return bool(_LEAD.fullmatch(masked_sentence)) and not _FIGURE.search(masked_sentence) and "是" not in masked_sentence


def is_lead_after_is(masked_sentence: str) -> bool:
    """What follows a 是 that lost its numeral and its full stop before it; 是推进…的重要举措 is no such thing."""
    return is_lead(masked_sentence) and not _PREDICATE_NOUN.search(masked_sentence)


def is_loose_lead(masked_sentence: str) -> bool:
    """A short sentence without comma or figures, whatever it opens with: only among strict leads is it one too."""
    body = masked_sentence.rstrip("。")
    return 4 <= len(body) <= 24 and not _NO_LEAD.search(body[1:]) and not _FIGURE.search(body)


def is_part_lead(masked_sentence: str) -> bool:
    """A short sentence that could be the heading of a paragraph, in one or two halves: 优化服务，激发活力。"""
    body = masked_sentence.rstrip("。")
    if not masked_sentence.endswith("。") or not 4 <= len(body) <= 40 or _FIGURE.search(body):
        return False
    return body.count(",") <= 1 and not _NO_LONG_LEAD.search(body)


def lead_clause(masked_sentence: str) -> str:
    """The opening clause of a sentence when it could be a heading, without its mark; "" otherwise."""
    found = _CLAUSE.match(masked_sentence)
    return found.group()[:-1] if found and not _FIGURE.search(found.group()) else ""
