"""正文与报送不一致: the figures of the text against what departments returned, and the returns that the text does not use."""

import math
import re
from collections.abc import Iterator

from drafter.check.made import Given, Remark, Returned
from drafter.check.numbers import half_step, shown
from drafter.model.change import MetricChange
from drafter.model.metric import Metric, lowest, number
from drafter.text.normalize import fold, plain
from drafter.text.quotes import quoted
from drafter.text.written import SCALED, SCALES

_NAME = 60  # characters of a figure and its name told in a message
_SURE = 0.9  # pairs told at less are right in 8 of 10: they are asked about
_FIRST = 5  # names told of the figures that nobody returned
_MORE = ("余", "多", "超", "超过", "逾")
_NEAR = 0.1  # 近300 is said of 270 and more
_UP = re.compile(r"(?:增长|上升|提高|提升|增加|攀升|回升|净增)[约了近超过]*$")
_DOWN = re.compile(r"(?:下降|降低|减少|回落|缩短|压减|净减|负增长)[约了近超过]*$")


def returned_values(given: Given) -> list[Remark]:
    """A figure that is not what was returned for it, as far as rounding and words such as 余 allow."""
    found = []
    for pair, said, metric in _held(given):
        if said.number is None:
            differs = plain(said.text) != plain(metric.text)
        else:
            differs = not _agrees(metric, said) or _other_way(given, metric, said)
        if not differs:
            continue
        sure = pair.status != "perhaps" and pair.confidence >= _SURE and said.number is not None
        told = f"{quoted(metric.label + metric.text, _NAME)}与报送数不一致：{_said(said)}，"
        found.append(
            Remark(
                kind="ledger", level="must" if sure else "verify", weight=92 if sure else 72, start=metric.start, end=metric.end,
                message=f"{told}{'请更正或核对报送数' if sure else '请核对是否为同一指标'}。",
            )
        )  # fmt: skip
    return found


def unused_returns(given: Given) -> list[Remark]:
    """A return that no figure of the text is; one that is part of a total that the text has may well be left out."""
    used = {pair.old.id for pair in given.reported if pair.old and pair.new}
    found = []
    for said in given.returned:
        if said.computed or said.id in used:
            continue
        part = said.whole in used
        words = "正文只用了所属总数，未用此项" if part else "正文未见，请核对是否漏用或改为另一口径"
        message = f"报送数据{quoted(f'{said.label}{said.text}', _NAME)}（{_said(said)}）{words}。"
        found.append(
            Remark(kind="ledger", level="info" if part else "verify", weight=20 if part else 60, message=message)
        )  # fmt: skip
    return found


def unreturned_figures(given: Given) -> list[Remark]:
    """How many figures of the text nobody returned: the text has them from elsewhere, and one line says so."""
    if not given.returned:
        return []
    held = {metric.id for _, _, metric in _held(given)}
    alone = [metric for metric in given.metrics if metric.kind != "target" and metric.id not in held]
    if not alone:
        return []
    names = "、".join(quoted(metric.label + metric.text, _NAME) for metric in alone[:_FIRST])
    more = "等" if len(alone) > _FIRST else ""
    message = f"正文另有{len(alone)}项数据没有报送数可以核对：{names}{more}，请确认出处。"
    return [Remark(kind="ledger", level="info", weight=25, message=message)]


def _held(given: Given) -> Iterator[tuple[MetricChange, Returned, Metric]]:
    """Each figure of the text with what was returned for it."""
    by_id = {said.id: said for said in given.returned}
    for pair in given.reported:
        if pair.old and pair.new and pair.old.id in by_id:
            yield pair, by_id[pair.old.id], pair.new


def _said(said: Returned) -> str:
    """Who returned it, when, and what: 市司法局（王某，2026-01-12），报1042件."""
    if said.computed:
        return f"按报送数计算为{said.text}"
    if said.source.endswith(f"报{said.text}"):
        return said.source
    who = "，".join(filter(None, (said.source, said.date if said.date not in said.source else "")))
    return f"{who}报{said.text}" if who else f"报送{said.text}"


def _other_way(given: Given, metric: Metric, said: Returned) -> bool:
    """Whether the text tells a fall as a rise, or a rise as a fall. A number without a sign after last year's fall may be either."""
    before = fold(given.report.text[max(0, metric.start - 8) : metric.start])
    value = said.number or 0.0
    return bool((value < 0 and _UP.search(before)) or (value > 0 and not said.fell and _DOWN.search(before)))


def _agrees(metric: Metric, said: Returned) -> bool:
    """Whether the printed figure may stand for what was returned."""
    value = abs(said.number or 0.0)
    rounding = half_step(metric) if metric.approx in (None, "约") else 0.0  # 8万余 is no 9万
    slack = max(rounding, said.half) + 1e-9 * max(1.0, value)
    low, high = _range(metric, metric.approx or "")
    if low - slack <= value <= high + slack:
        return True
    least, most = _about(value, said.about, _step(shown(value)))
    return bool(said.about) and least - slack <= number(metric) <= most + slack


def _range(metric: Metric, about: str) -> tuple[float, float]:
    """From where to where the true value may lie, rounding aside."""
    if isinstance(metric.value, tuple):
        return lowest(metric), number(metric)
    scale = _scale(metric)
    return _about(float(metric.value), about, _step(shown(metric.value / scale)) * scale)


def _about(value: float, about: str, step: float) -> tuple[float, float]:
    """1630余 is 1630 to 1640, 约1600 is 1550 to 1650, 近300 is 270 to 300, 99以上 is 99 and more."""
    if about in _MORE:
        return value, value + step
    if about == "近":
        return value - min(step, _NEAR * value), value
    if about == "约":
        return value - step / 2, value + step / 2
    return (-math.inf if about == "以下" else value), (math.inf if about == "以上" else value)


def _step(printed: str) -> float:
    """What the last digit that is no trailing zero counts: 10 in 1630, 0.1 in 1.2, 100 in 200."""
    whole, _, decimals = printed.partition(".")
    if decimals:
        return float(10.0 ** -len(decimals))
    return float(10 ** (len(whole) - len(whole.rstrip("0")))) if whole.strip("0") else 1.0


def _scale(metric: Metric) -> float:
    """What the printed number counts: 10000 in 6万余件."""
    found = SCALED.search(metric.text)
    return float(SCALES[found[1]]) if found and re.match(r"[\d,.]", fold(metric.text)) else 1.0
