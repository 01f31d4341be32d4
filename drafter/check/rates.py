"""Rates and stated changes, recomputed from what is printed, within what rounding allows."""

import re
from collections.abc import Iterator

from drafter.check.made import Given, Remark
from drafter.check.numbers import half_step, half_step_of, shown
from drafter.model.finding import Level
from drafter.model.metric import Metric, exact, number, period
from drafter.text.normalize import fold
from drafter.text.quotes import quoted
from drafter.text.rates import CUT, is_rate, stem

# A rate that is this far off (percentage points) is a rate of something else.
_ANOTHER_RATE = 15.0
# 持平 is said of small changes too (percent of the value, points of a rate).
_FLAT = 3.0
# A direction that the two figures do not bear out must be mended; a number that is off may have another base.
_CONTRARY: tuple[Level, int] = ("must", 93)
_INEXACT: tuple[Level, int] = ("verify", 75)
_RISEN = {"低于": "增长", "高于": "下降"}
_NAME = 60  # characters of a figure and its name told in a message


def rates(given: Given) -> list[Remark]:
    """A rate that stands right behind its part and total (问题161个，整改150个，整改率93.2%) and does not follow from them."""
    found = []
    by_id = {metric.id: metric for metric in given.metrics}
    for part, rate in _neighbours(given):
        total = by_id.get(part.parent or "")
        if (
            not total
            or rate.unit != "%"
            or not is_rate(rate.label)
            or not all(map(exact, (part, rate, total)))
            or not number(total)
        ):
            continue
        if _named_after(part, rate):
            computed = 100 * number(part) / number(total)
            slack = half_step(rate) + CUT + 100 * (half_step(part) + half_step(total)) / number(total)
            if slack < abs(computed - number(rate)) < _ANOTHER_RATE:
                said = (
                    f"{quoted(rate.label + rate.text, _NAME)}按文中“{total.text}”“{part.text}”计算约为{computed:.2f}%，请核对。"
                )
                found.append(Remark(kind="rate", level="verify", weight=70, start=rate.start, end=rate.end, message=said))
    return found


def _neighbours(given: Given) -> Iterator[tuple[Metric, Metric]]:
    """Each part with the figures that follow it in its sentence, three at the most."""
    for at, part in enumerate(given.metrics):
        for later in given.metrics[at + 1 : at + 4]:
            if part.parent and later.sentence == part.sentence:
                yield part, later


def _named_after(part: Metric, rate: Metric) -> bool:
    """整改 and 整改率, 直接纠错 and 直接纠错率: the rate bears the name of the part."""
    named = stem(rate.label)
    return bool(named) and named in part.label


def stated_against_last(given: Given) -> list[Remark]:
    """同比增长x% that does not follow from last year's report."""
    found = []
    for pair in given.pairs:
        old, new = pair.old, pair.new
        if pair.status not in ("changed", "unchanged") or old is None or new is None or new.stated_change is None:
            continue
        if not (exact(old) and exact(new)) or new.kind != "metric" or not number(old) or not _agree(old, new):
            continue
        if new.stated_change.kind == "level" and _contrary(old, new):
            way = "低于" if new.stated_change.direction == "up" else "高于"
            said = f"{quoted(new.label + new.text, _NAME)}表述为{_RISEN[way]}，数值却{way}上年报告所载的{old.text}，请更正。"
            found.append(Remark(kind="rate", level=_CONTRARY[0], weight=_CONTRARY[1], start=new.start, end=new.end, message=said))
        elif (told := _off(old, new)) is not None:
            years = f"按两年数据（{old.text}、{new.text}）"
            said = f"{quoted(new.label + new.text, _NAME)}所述{_stated(new)}，{years}计算为{told}，请核对。"
            level, weight = _CONTRARY if _contrary(old, new) else _INEXACT
            found.append(Remark(kind="rate", level=level, weight=weight, start=new.start, end=new.end, message=said))
    return found


def _contrary(old: Metric, new: Metric) -> bool:
    """Whether the text says that it rose where it fell, whatever rounding may have done to the two, or the other way round."""
    low, high = _between(old, new, relative=False)
    way = new.stated_change.direction if new.stated_change else "flat"
    return (way == "up" and high < 0) or (way == "down" and low > 0)


def _agree(old: Metric, new: Metric) -> bool:
    """Two figures that may be subtracted: of one unit (rates with rates) and one scope."""
    return (old.unit == "%") == (new.unit == "%") and period(old.scope) == period(new.scope)


def _off(old: Metric, new: Metric) -> str | None:
    """The change as computed, in words, where the stated one is outside what rounding allows; else None."""
    change = new.stated_change
    if change is None or change.kind == "level":
        return None
    relative = change.kind == "percent" and new.unit != "%"
    low, high = _between(old, new, relative=relative)
    sign = {"up": 1, "down": -1, "flat": 0}[change.direction]
    slack = _FLAT if change.direction == "flat" else half_step_of(change.value) + (CUT if change.kind != "count" else 0.0)
    if change.kind == "count":
        slack = min(slack, half_step(new) + half_step(old)) if change.direction != "flat" else number(old) * _FLAT / 100
    stated = sign * change.value
    if low - slack - 1e-9 <= stated <= high + slack + 1e-9:
        return None
    return _in_words(
        (low + high) / 2, "%" if relative else "个百分点" if new.unit == "%" else new.unit, counted=change.kind == "count"
    )


def _between(old: Metric, new: Metric, *, relative: bool) -> tuple[float, float]:
    """The least and the most that the change can be, the two being rounded as printed."""
    least = number(new) - half_step(new), number(old) + half_step(old)
    most = number(new) + half_step(new), number(old) - half_step(old)
    if relative and min(least[1], most[1]) > 0:
        return 100 * (least[0] / least[1] - 1), 100 * (most[0] / most[1] - 1)
    return least[0] - least[1], most[0] - most[1]


def _stated(metric: Metric) -> str:
    change = metric.stated_change
    if change is None or change.direction == "flat":
        return "持平"
    unit = {"percent": "%", "points": "个百分点"}.get(change.kind, metric.unit)
    return f"{_way(unit, up=change.direction == 'up')}{shown(change.value)}{unit}"


def _in_words(value: float, unit: str, *, counted: bool) -> str:
    number_text = shown(abs(value)) if counted else f"{abs(value):.1f}"
    return f"{_way(unit, up=value >= 0)}{number_text}{unit}"


def _way(unit: str, *, up: bool) -> str:
    """The verb of a change: rates 提高 by points, values 增长 by percent, counts 增加."""
    return {"个百分点": ("提高", "降低"), "%": ("增长", "下降")}.get(unit, ("增加", "减少"))[not up]


def points(given: Given) -> list[Remark]:
    """A change between two rates told in % (出庭应诉率98.7%，同比提高1.9%): points are meant, or it cannot be told."""
    folded = fold(given.report.text)
    found = []
    for rate in given.metrics:
        change = rate.stated_change
        if rate.unit != "%" or rate.kind != "metric" or not is_rate(rate.label) or change is None or change.kind != "percent":
            continue
        told = re.compile(rf"{re.escape(shown(change.value))}0*%").search(folded, rate.end, rate.end + 40)
        if told and "。" not in folded[rate.end : told.start()]:
            said = f"{quoted(rate.label + rate.text, _NAME)}为比率，其增减“{told.group()}”一般以“个百分点”表述，请核对。"
            found.append(Remark(kind="unit", level="verify", weight=55, start=told.start(), end=told.end(), message=said))
    return found
