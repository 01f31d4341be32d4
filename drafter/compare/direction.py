"""Which way is good for a figure: 正向 (more is better), 反向 (less is better), else neutral.

Rows are read from the top, the first whose pattern a name (folded) fits decides; an office's own words (`drafter.toml`) come
before all of them. Most figures have no good direction: more cases received is neither better nor worse.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.compare.names import Names
from drafter.model.change import DIRECTIONS, Direction, MetricChange
from drafter.model.metric import Metric
from drafter.text.normalize import fold
from drafter.text.pattern import lazy

_NO_NAMES = Names()


@dataclass(frozen=True, slots=True)
class DirectionRow:
    """Names that fit the pattern have this direction."""

    direction: Direction
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


def _row(direction: Direction, pattern: str, *examples: str) -> DirectionRow:
    return DirectionRow(direction, lazy(pattern), examples)


ROWS: tuple[DirectionRow, ...] = (
    # The amount by which something changed, and targets set, say nothing of good or bad by themselves.
    _row("neutral", r"压缩|压减|缩短|精简|少跑|(?:增长|下降|上升|减少|提高|压减|回落)(?:幅度|率)?$|增幅|降幅|增速|占比|比重|占", "复议受理增幅", "行政处罚占比"),
    _row("positive", r"优良天数|优良水体|居民(?:人均)?(?:可支配)?收入|法律明白人", "空气优良天数", "“法律明白人”总数"),
    _row("negative", r"败诉|撤诉率|投诉率|差评(?!.*满意)|退件率|不合格率|不满意|发回重审|错案|瑕疵率", "行政诉讼败诉率", "窗口差评率"),
    _row("negative", r"(?:逾期|超期|超时|积案|未整改|未办结|剩余)(?!.*率)", "逾期未办结案件", "剩余问题"),
    _row("negative", r"(?:用时|时限|时长|时间|天数|环节|跑动次数|材料份数|申报材料)$", "企业开办用时", "平均办理环节"),
    _row("negative", r"事故|死亡|伤亡|重新犯罪率|再犯率|失业率|能耗|浓度|发案|黑臭水体|劣.类", "生产安全事故起数", "PM2.5平均浓度"),
    _row("positive", r"满意(?:率|度)|好评率|知晓率", "群众满意率", "12345热线好评率"),
    _row("positive", r"出庭应诉率|(?:负责人)?出庭率", "行政机关负责人出庭应诉率", "负责人出庭率"),
    _row("positive", r"(?:办结|办复|答复|回复|反馈|结案|审结|化解|调解成功|调解和解|和解|调撤|履行|履约|整改|整改完成|采纳)率", "诉求按期办结率", "督察问题整改率"),
    _row("positive", r"(?:网办|网上可办|可办|即办|一次办|网上办理|掌上办|公开|公示|归集)率", "政务服务事项网上可办率", "执法信息公示率"),
    _row("positive", r"(?:优秀|优良|合格|达标|良好|通过|持证|参训|覆盖|及时|准确|审核|审查|备案|报备|报送)率", "案卷优秀率", "规范性文件报备率"),
)  # fmt: skip


def directed(
    changes: Sequence[MetricChange], own: Sequence[tuple[str, Direction]] = (), names: Names = _NO_NAMES
) -> tuple[MetricChange, ...]:
    """The changes with their directions; `own` are an office's words with theirs, which hold before what its ledger says of the
    figures of these `names`, and that before the rows."""
    return tuple(_directed(change, own, names) for change in changes)


def _directed(change: MetricChange, own: Sequence[tuple[str, Direction]], names: Names) -> MetricChange:
    """A rise of what should be low is told as such: 由7.3%升至9.1%，上升1.8个百分点（反向指标）."""
    direction = _of_change(change, own, names)
    ranked = change.new is not None and change.new.kind == "rank"  # 上升2位 says it already
    says = change.status == "changed" and change.delta and direction == "negative" and not ranked
    words = f"{change.change_text}（{DIRECTIONS[direction]}）" if says else change.change_text
    return replace(change, direction=direction, change_text=words)


def _of_change(change: MetricChange, own: Sequence[tuple[str, Direction]], names: Names) -> Direction:
    known = change.new or change.old
    return direction_of(known, own, names) if known else "neutral"


def direction_of(metric: Metric, own: Sequence[tuple[str, Direction]] = (), names: Names = _NO_NAMES) -> Direction:
    """Which way is good for a figure, by its name. A place in a ranking is better the smaller it is."""
    if metric.kind == "rank":
        return "negative"
    name = fold(metric.label)
    for word, direction in own:
        if fold(word) in name:
            return direction
    if (said := names.good(metric)) != "neutral":
        return said
    if metric.kind != "metric":
        return "neutral"
    return next((row.direction for row in ROWS if row.pattern.search(name)), "neutral")
