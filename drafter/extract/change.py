"""What the text itself says of last year: 同比增长12.3%, 较上年提高3.4个百分点, 由3分提高到5分, 翻一番, 持平."""

import re
from collections.abc import Sequence
from typing import Literal

from drafter.model.metric import Metric, StatedChange, number

_UP = r"增长|上升|提高|提升|增加|扩大|上涨|多|增"
_DOWN = r"下降|减少|降低|压缩|缩短|缩减|减|少|回落"
_COMPARED = re.compile(
    rf"(?:同比|较上年(?:度|同期)?|比上年(?:度|同期)?|较去年|比去年|较\d{{4}}年|比\d{{4}}年|与上年相比)[^,。;]{{0,6}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?:近|约|超过?)?$"
)
_FROM = re.compile(r"(?:由|从)[^,。;]{0,14}$")
CHANGED_TO = re.compile(
    r"^[^,。;\d]{0,3}?(?:(?P<up>提高|增加|上升|提升|增长|升|扩大)|(?P<down>下降|减少|降低|压缩|缩短|压减|降|减))[到至]$"
)
_FLAT = re.compile(r"^[^,。;\d]{0,2}[,]?(?:与上年|同比|较上年)(?:基本)?持平")


def stated_changes(text: str, metrics: list[Metric]) -> dict[str, StatedChange]:
    """By id of the figure that the change is said of (the one before the words of change)."""
    found: dict[str, StatedChange] = {}
    for at, metric in enumerate(metrics):
        before = outside_brackets(text, metrics, at)
        if _FLAT.match(text[metric.end : metric.end + 12]):
            found[metric.id] = StatedChange(kind="level", value=number(metric), direction="flat")
        if before is None or re.search(r"[。;\n]", text[before.end : metric.start]):
            continue
        between = text[before.end : metric.start]
        if hit := _COMPARED.search(between):
            found[before.id] = StatedChange(kind=_kind(metric), value=number(metric), direction="up" if hit["up"] else "down")
        elif (hit := CHANGED_TO.match(between)) and _FROM.search(text[max(0, before.start - 16) : before.start]):
            found[metric.id] = StatedChange(kind="level", value=number(before), direction="up" if hit["up"] else "down")
    return found


def outside_brackets(text: str, metrics: Sequence[Metric], at: int) -> Metric | None:
    """The figure before `metrics[at]`, passing over an aside: 受理231件(含上年结转13件),同比增长… speaks of 231件."""
    for earlier in range(at - 1, -1, -1):
        between = text[metrics[earlier].end : metrics[at].start]
        if between.count(")") <= between.count("("):
            return metrics[earlier]
    return None


def _kind(metric: Metric) -> Literal["percent", "points", "count"]:
    if metric.unit == "%":
        return "percent"
    return "points" if "百分点" in metric.unit else "count"
