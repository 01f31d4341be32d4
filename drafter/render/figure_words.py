"""What is said of the figures of one report, once for the terminal and the sheet."""

from collections import Counter
from collections.abc import Sequence

from drafter.model.metric import Metric, StatedChange
from drafter.render.wording import METRIC_KIND, SCOPES, figure

FACTS = "事实数据"  # what METRIC_KIND calls 数据, beside 位次 and 目标
_DONE = {
    ("percent", "up"): "增长{}%", ("percent", "down"): "下降{}%",
    ("points", "up"): "提高{}个百分点", ("points", "down"): "下降{}个百分点",
    ("count", "up"): "增加{}{}", ("count", "down"): "减少{}{}",
    ("level", "up"): "由{}{}提高至此", ("level", "down"): "由{}{}下降至此",
}  # fmt: skip


def figures_line(metrics: Sequence[Metric]) -> str:
    """数据168项：事实数据160项，位次2项，目标6项；其中有所属总数的32项. Nothing is told of zero."""
    if not metrics:
        return "未识别到数据。"
    kinds = Counter(m.kind for m in metrics)
    names = {**METRIC_KIND, "metric": FACTS}
    told = "，".join(f"{name}{kinds[kind]}项" for kind, name in names.items() if kinds[kind])  # type: ignore[index]
    marks = (
        ("有所属总数的", sum(m.parent is not None for m in metrics)),
        ("累计或截至某时的", sum(m.scope in ("cumulative", "as_of") for m in metrics)),
        ("写明较上年增减的", sum(m.stated_change is not None for m in metrics)),
    )
    rest = "，".join(f"{name}{n}项" for name, n in marks if n)
    return f"数据{len(metrics)}项：{told}{f'；其中{rest}' if rest else ''}。"


def kind_and_scope(metric: Metric) -> str:
    """目标, 累计: what a figure is where it is no plain fact of the year; "" where it is."""
    scope = SCOPES[metric.scope] if metric.scope and metric.scope != "year" else ""
    return "、".join(said for said in ("" if metric.kind == "metric" else METRIC_KIND[metric.kind], scope) if said)


def change_said(metric: Metric) -> str:
    """What the text says of last year: 增长12.3%, 由3项提高至此, 与上年持平; "" where it says nothing."""
    change = metric.stated_change
    if change is None:
        return ""
    if change.direction == "flat":
        return "与上年持平"
    return _DONE[change.kind, change.direction].format(_number(change), metric.unit)


def _number(change: StatedChange) -> str:
    return str(int(change.value)) if change.value == int(change.value) else f"{change.value:.6g}"


def totals_of(metrics: Sequence[Metric]) -> dict[str, str]:
    """By id of a part: its total as a reader finds it, with name and figure."""
    known = {m.id: m for m in metrics}
    return {
        m.id: f"{total.label}{figure(total)}"
        for m in metrics
        if m.parent is not None and (total := known.get(m.parent)) is not None
    }
