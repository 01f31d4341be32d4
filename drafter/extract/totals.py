"""Which figure is a part of which: 共…其中…, parts in brackets, lists that add up, and what was done with the total.

Arithmetic alone makes no part: it only says how far a list that a word or a bracket opened goes on, or that an unopened
list right behind its total adds up to it exactly.
"""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise, takewhile

from drafter.model.metric import Metric, number
from drafter.text.units import same_unit

_OPENS = re.compile(r"^[^,。;:、()\d]{0,12}\(?[^;\d]{0,18}(?:其中|包括|分别为|分别是)[^。;\d]*$")
_LISTED = re.compile(r"^[、和及与以]|^[,][^,。;]{1,12}$")
# What may be said of some of the total without 其中: 发现问题161个，完成整改150个; 一审案件402件，败诉31件.
_SUBSET = re.compile(
    r"^[^。;]{0,12}[,、](?:[^,。;]{0,6})(?:整改|败诉|胜诉|办结|采纳|化解|销号|解决|查实|不予|评出|评定)[^,。;]{0,6}$"
)
_END = re.compile(r"\n|。(?!其中)")
_CHANGE = re.compile(r"(?:增长|下降|提高|上升|减少|压减|降低|增加|提升|缩短)(?:了|约|近|超过)?$")
_RATES = ("%", "个百分点", "")
_TELLING = 20
_MOST_PARTS = 15


def find_parents(text: str, metrics: list[Metric]) -> dict[str, str]:
    """Id of each part → id of its total. `text` is the folded text that the metrics point into."""
    parents: dict[str, str] = {}
    for at, total in enumerate(metrics):
        if total.kind == "rank" or total.unit in ("%", "个百分点", "") or isinstance(total.value, tuple):
            continue
        for part in _parts(text, total, list(_same_sentence(text, total, metrics[at + 1 :]))):
            parents.setdefault(part.id, total.id)
    for part, total in (*_among(text, metrics), *_confirmed(text, metrics)):
        parents.setdefault(part.id, total.id)
    return parents


def _among(text: str, metrics: list[Metric]) -> Iterator[tuple[Metric, Metric]]:
    """抽查214批次、检查主体7630户，其中联合抽查68批次、1945户: each part goes to the figure of its own unit."""
    for found in re.finditer("其中", text):
        start = max(text.rfind(mark, 0, found.start()) for mark in "。;\n") + 1
        before = [m for m in metrics if start <= m.start < found.start()]
        run: list[Metric] = []
        for metric in (m for m in metrics if m.start > found.end()):
            gap = text[run[-1].end if run else found.end() : metric.start]
            if re.search(r"[。;\n]", gap) or (run and not gap.startswith("、")):
                break
            run.append(metric)
        for part in run:
            total = next((m for m in reversed(before) if _can_be_part(part, m)), None)
            if total and part.unit not in _RATES:
                yield part, total


def _confirmed(text: str, metrics: list[Metric]) -> Iterator[tuple[Metric, Metric]]:
    """审结412件，纠错47件，纠错率11.4%: the rate that follows says of what the figure before it is a part."""
    for at, rate in enumerate(metrics):
        if rate.unit != "%" or rate.approx or isinstance(rate.value, tuple) or _CHANGE.search(text[: rate.start][-8:]):
            continue
        start = max(text.rfind(mark, 0, rate.start) for mark in "。\n") + 1
        said = [m for m in metrics[:at] if m.start >= start and m.unit not in _RATES and m.kind == "metric" and not m.approx]
        if not said or at == 0 or metrics[at - 1] is not said[-1]:
            continue
        part = said.pop()
        total = next((m for m in reversed(said) if _can_be_part(part, m) and _makes(part, m, rate)), None)
        if total:
            yield part, total


def _makes(part: Metric, total: Metric, rate: Metric) -> bool:
    """Whether part / total, or what is left of it, is the rate as far as it is printed; a round rate of small figures may be chance."""
    decimals = len(rate.text.partition(".")[2].rstrip("%％"))
    share = 100 * number(part) / number(total) if number(total) else 0.0
    fits = any(abs(value - number(rate)) <= 0.5 * 10**-decimals + 1e-9 for value in (share, 100 - share))
    return fits and number(part) < number(total) and (decimals > 0 or number(part) >= _TELLING)


def _same_sentence(text: str, total: Metric, later: list[Metric]) -> Iterator[Metric]:
    stop = _END.search(text, total.end)
    stop_at = stop.start() if stop else len(text)
    return takewhile(lambda metric: metric.start < stop_at, later)


def _parts(text: str, total: Metric, later: list[Metric]) -> list[Metric]:
    bracketed = _bracketed(text, total, later)
    after = [m for m in later if m not in bracketed]
    if bracketed:
        opener = text.find(")", total.end) + 1
        return bracketed + (_opened(text, total, after, opener) if after and opener else [])
    return _opened(text, total, later, total.end) or _adding_up(text, total, later) or _subset(text, total, later)


def _bracketed(text: str, total: Metric, later: list[Metric]) -> list[Metric]:
    if not re.match(r"[^,。;\d]{0,10}\(", text[total.end : total.end + 12]):
        return []
    close = text.find(")", total.end)
    inside = [m for m in later if m.end <= close]
    fitting = [m for m in inside if _can_be_part(m, total)]
    return fitting if len(fitting) == len(inside) else []


def _opened(text: str, total: Metric, later: list[Metric], begin: int) -> list[Metric]:
    """The parts behind 其中: as far as they add up to the total, else as far as the list runs on."""
    while later and later[0].unit in ("%", "个百分点"):  # 检查4.36万户次，同比下降25.1%，其中…
        begin, later = later[0].end, later[1:]
    if not later or not _OPENS.match(text[begin : later[0].start]) or not _can_be_part(later[0], total):
        return []
    run = list(takewhile(lambda m: _can_be_part(m, total) and ";" not in text[begin : m.start], later[:_MOST_PARTS]))
    return _closing(run, total) or _listed(text, run)


def _listed(text: str, run: list[Metric]) -> list[Metric]:
    kept = run[:1]
    for before, metric in pairwise(run):
        between = text[before.end : metric.start]
        if not _LISTED.match(between) or "," in between.strip(",") or re.search(r"其中|共", between):
            break
        kept.append(metric)
    return kept


def _adding_up(text: str, total: Metric, later: list[Metric]) -> list[Metric]:
    run = list(takewhile(lambda m: _can_be_part(m, total) and ";" not in text[total.end : m.start], later[:_MOST_PARTS]))
    closing = _closing(run, total)
    return closing if len(closing) > 1 else []


def _subset(text: str, total: Metric, later: list[Metric]) -> list[Metric]:
    if later and _can_be_part(later[0], total) and _SUBSET.match(text[total.end : later[0].start]):
        return later[:1]
    return []


def _closing(run: list[Metric], total: Metric) -> list[Metric]:
    """The run up to where it adds up to the total; nothing where it never does."""
    for count, reached in enumerate(accumulate(number(m) for m in run), 1):
        if reached == number(total):
            return run[:count]
    return []


def _can_be_part(metric: Metric, total: Metric) -> bool:
    return metric.kind == total.kind and same_unit(metric.unit, total.unit) and 0 <= number(metric) <= number(total)
