"""What is the same as last year and ought to have moved: passages, figures, dates, ordinals, and plans past their period.

Not everything that is equal is suspicious: standing rules, full rates, fixed numbers of townships and statutory limits are
told in one line of level info. A finding points at the figure, the date or the sentence, never at the paragraph.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from drafter.compare import costs
from drafter.compare.passages import Passage, Sentence, passages
from drafter.compare.remarks import ANSWER, ANSWER_TEXT, remark
from drafter.compare.roles import role_of
from drafter.compare.stale_dates import Sides, annual_names, ended_plans, old_years, past_deadlines, same_annual, signed_alike
from drafter.compare.stale_rules import (
    CONGRESS,
    CONSECUTIVE,
    DATE,
    FIXED_COUNT,
    FIXED_DAYS,
    FIXED_LIST,
    FIXED_MEASURE,
    FIXED_UNITS,
    MADE_NEW,
    ORDINAL,
    PASSAGE_RULES,
    PassageRule,
)
from drafter.compare.views import grams
from drafter.model.change import MetricChange
from drafter.model.finding import Finding, Level
from drafter.model.metric import Metric
from drafter.model.report import Report, body_paragraphs
from drafter.model.span import Span, span_at
from drafter.text.normalize import fold, plain
from drafter.text.pattern import lazy
from drafter.text.quotes import quoted
from drafter.text.split import clauses

TIGHT = 110  # characters: a finding that points at more points at nothing
_STOP = lazy(r"[。;；!！?？]")
_IN_BRACKETS = lazy(r"[（(][^（）()]*[）)]")


def stale_findings(changes: Sequence[MetricChange], sides: Sides) -> tuple[Finding, ...]:
    """The findings of kind `stale`, worst first, one for each thing. None where both are reports of one year."""
    old, new = sides.pair
    if (old.info.year is not None and old.info.year == new.info.year) or old.text == new.text:
        return ()
    same = passages(old, new)
    found = [
        *ended_plans(sides),
        *annual_names(sides),
        *old_years(same, sides),
        *_passages(same, changes, sides),
        *signed_alike(sides),
        *past_deadlines(sides),
        *same_annual(sides),
        *_consecutive(sides),
        *_ordinals(sides),
    ]
    found += [*_figures(changes, sides), *_dates(sides)]
    kept: list[Finding] = []
    taken = _Taken()
    for finding in sorted(found, key=lambda f: (-f.weight, f.new.start if f.new else 0)):
        if finding.new is None or taken.add(finding.new):
            kept.append(finding)
    return (*kept, *_standing(same, changes, taken, sides))


class _Taken:
    """The places in NEW that a finding already points at; none overlaps another."""

    def __init__(self) -> None:
        self.spans: list[Span] = []

    def meets(self, span: Span) -> bool:
        """Whether a place overlaps one that is taken."""
        at = bisect_left(self.spans, span.end, key=lambda s: s.start) - 1
        return at >= 0 and self.spans[at].end > span.start

    def add(self, span: Span) -> bool:
        """Take a place; False where it overlaps one that is taken."""
        if self.meets(span):
            return False
        insort(self.spans, span, key=lambda s: s.start)
        return True


def _passages(same: Sequence[Passage], changes: Sequence[MetricChange], sides: Sides) -> Iterator[Finding]:
    """Repeated passages that a rule asks about; less pressing where a figure of the same sentence was updated."""
    moved = {_sentence(c.new.start, sides) for c in changes if c.status == "changed" and c.new}
    told: Counter[str] = Counter()
    chapters = [(s.title_start, s.title_end) for s in sides.new.sections]  # 存在的问题及下一步打算 is a heading every year
    same = [p for p in same if not any(start <= p.new.start and p.new.end <= end for start, end in chapters)]
    for passage in sorted(same, key=lambda p: (-len(p.new.text), p.new.start)):
        text = fold(passage.new.text)
        rule = next((r for r in PASSAGE_RULES if _fits(r, text, passage)), None)
        if rule and told[rule.name] < rule.most:
            told[rule.name] += 1
            new, old = _tight(passage.new, rule, sides.new), _tight(passage.old, rule, sides.old)
            updated = rule.level == "must" and _sentence(passage.new.start, sides) in moved
            level, weight = ("verify", rule.weight - costs.UPDATED) if updated else (rule.level, rule.weight)
            yield remark(("stale", rule.name, level, weight), f"{quoted(new.text)}{rule.message}", old, new, sides.pair)  # type: ignore[arg-type]


def _fits(rule: PassageRule, text: str, passage: Passage) -> bool:
    if passage.new_role not in rule.roles or (passage.old_role in ("plans", "problems") and passage.new_role != passage.old_role):
        return False
    return all(p.search(text) for p in rule.all_of) and not any(p.search(text) for p in rule.none_of)


def _tight(span: Span, rule: PassageRule, report: Report) -> Span:
    """A long passage cut to the clauses around what the rule looks at."""
    if len(span.text) <= TIGHT:
        return span
    hit = rule.key.search(fold(span.text)) if rule.key else None
    at = hit.start() if hit else 0
    pieces = [(s, e) for s, e in clauses(span.text) if e > at]
    start, end = pieces[0] if pieces else (0, TIGHT)
    for _, e in pieces:
        if e - start <= TIGHT:
            end = e
    return span_at(report.text, span.start + start, span.start + min(end, start + TIGHT))


def _consecutive(sides: Sides) -> Iterator[Finding]:
    """连续N年 of the same honour with the same N."""
    olds = list(_windows(CONSECUTIVE, sides.old))
    for hit, span, around in _windows(CONSECUTIVE, sides.new):
        for old_hit, old_span, old_around in olds:
            if old_hit.group() == hit.group() and _alike(around, old_around) >= costs.SAME_SUBJECT:
                message = f"{quoted(span.text)}与上年报告相同，连续{hit[2]}数未递增。确属本年情况的，请在复核意见栏注明“已核实”；系沿用上年的，请更正。"
                yield remark(("stale", "consecutive", "must", 91), message, old_span, span, sides.pair)
                break


def _windows(pattern: re.Pattern[str], report: Report) -> Iterator[tuple[re.Match[str], Span, str]]:
    """Each place of a pattern in the body with the words around it."""
    for p in body_paragraphs(report):
        text = fold(report.text[p.start : p.end])
        for hit in pattern.finditer(text):
            before = _STOP.split(text[max(0, hit.start() - 24) : hit.start()])[-1]
            around = before + _STOP.split(text[hit.end() : hit.end() + 16])[0]
            yield hit, span_at(report.text, p.start + hit.start(), p.start + hit.end()), around


def _ordinals(sides: Sides) -> Iterator[Finding]:
    """第N次 of the same meeting, in words that may differ."""
    olds = [(h, s, c) for h, s, c in _clauses_with(ORDINAL, sides.old) if role_of(sides.old, s.start, s.end) != "plans"]
    for hit, span, text in _clauses_with(ORDINAL, sides.new):
        for old_hit, old_span, old_text in olds:
            if (
                old_hit.group() == hit.group()
                and not CONGRESS.search(text)
                and _alike(_cut(text, hit), _cut(old_text, old_hit)) >= costs.SAME_MEETING
            ):
                message = f"{quoted(span.text)}中{quoted(hit.group())}与上年报告相同。{ANSWER_TEXT}"
                yield remark(("stale", "ordinal", "must", 90), message, old_span, span, sides.pair)
                break


def _clauses_with(pattern: re.Pattern[str], report: Report) -> Iterator[tuple[re.Match[str], Span, str]]:
    for p in body_paragraphs(report):
        text = fold(report.text[p.start : p.end])
        if not pattern.search(text):
            continue
        for s, e in clauses(text):
            if hit := pattern.search(text[s:e]):
                yield hit, span_at(report.text, p.start + s, p.start + min(e, s + TIGHT)), text[s:e]


def _cut(text: str, hit: re.Match[str]) -> str:
    return text[: hit.start()] + text[hit.end() :]


def _alike(a: str, b: str) -> float:
    """Shared grams against the fewer."""
    one, two = grams(a), grams(b)
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def _figures(changes: Sequence[MetricChange], sides: Sides) -> Iterator[Finding]:
    """Figures with last year's value that a year should have moved."""
    moved = {_sentence(c.new.start, sides) for c in changes if c.status == "changed" and c.new}
    for change in changes:
        if change.old is None or change.new is None or not _equal(change) or is_fixed(change, sides):
            continue
        weight = _figure_weight(change, _sentence(change.new.start, sides) in moved)
        level: Level = "info" if _thin(change, changes) else "verify"
        words = _clause_of(change.new, sides.new)
        if sum(1 for _ in re.finditer(r"\d[\d,.]*", fold(words))) > 1:
            words = f"{change.new.label}{change.new.text}"  # another figure of the clause is not the same
        otherwise = "" if plain(change.old.text) == plain(change.new.text) else f"（上年写作{change.old.text}）"
        message = f"{quoted(words)}与上年报告数值相同{otherwise}。{ANSWER}"
        span = span_at(sides.new.text, change.new.start, change.new.end)
        yield remark(
            ("stale", "figure", level, weight if level == "verify" else costs.THIN),
            message,
            _bare(change.old, sides.old),
            span,
            sides.pair,
        )


def _equal(change: MetricChange) -> bool:
    """Whether the value did not change. A pair in doubt counts where the value is too odd for chance (three digits)."""
    assert change.old is not None
    assert change.new is not None
    return change.status == "unchanged" or (
        change.status == "perhaps" and change.old.value == change.new.value and _digits(change.new) >= 3
    )


def _thin(change: MetricChange, changes: Sequence[MetricChange]) -> bool:
    """Whether chance will do: a small count, the only equal one of a list whose total and other parts were all updated."""
    old, new = change.old, change.new
    assert old is not None
    assert new is not None
    if _digits(new) >= 3 or new.parent is None or plain(old.text) != plain(new.text):
        return False
    beside = [c.status for c in changes if c.new and c is not change and new.parent in (c.new.id, c.new.parent)]
    return len(beside) >= 3 and all(status == "changed" for status in beside)


def _digits(metric: Metric) -> int:
    """How many digits a value has before its zeros: 1200 has two."""
    return len(f"{_number(metric):.10g}".replace(".", "").rstrip("0"))


def _sentence(offset: int, sides: Sides) -> int:
    """The number of NEW's sentence at an offset."""
    return bisect_right(sides.new_sentences, offset, key=lambda s: s.start) - 1


def _bare(metric: Metric, report: Report) -> Span:
    return span_at(report.text, metric.start, metric.end)


def _figure_weight(change: MetricChange, sentence_moved: bool) -> int:
    """How odd an equal figure is: by its digits, by what else its sentence updated, by being written another way."""
    assert change.old is not None
    assert change.new is not None
    weight = 40 + 8 * min(_digits(change.new), 4) - (20 if change.status == "perhaps" else 0)
    weight += 12 if sentence_moved else 0
    weight += 14 if plain(change.old.text) != plain(change.new.text) else 0
    return min(88, weight)


def _number(metric: Metric) -> float:
    return float(metric.value[0]) if isinstance(metric.value, tuple) else float(metric.value)


def is_fixed(change: MetricChange, sides: Sides) -> bool:
    """Whether an equal figure is rightly equal: full rates, targets, places held, small counts, fixed numbers of bodies, limits."""
    new = change.new
    assert new is not None
    if new.kind != "metric" or new.unit in FIXED_UNITS or (new.unit == "%" and _number(new) in (0, 100)):
        return True
    if new.unit != "%" and _number(new) < costs.SMALL_COUNT:
        return True
    if role_of(sides.new, new.start, new.end) == "plans":
        return True
    words = fold(f"{new.label}{sides.new.text[new.start : new.end + 10].partition('，')[0]}")
    if new.unit in ("项", "条", "件") and FIXED_LIST.search(words):
        return True
    if FIXED_MEASURE.search(_clause_of(new, sides.new)):
        return True
    return new.unit in ("个", "家", "所") and bool(FIXED_COUNT.search(words)) and not MADE_NEW.search(_clause_of(new, sides.new))


def _clause_of(metric: Metric, report: Report) -> str:
    """The clause that holds a figure, for a message; two clauses where one says too little."""
    start = report.text.rfind("\n", 0, metric.start) + 1
    line_end = report.text.find("\n", metric.end)
    text = report.text[start : line_end if line_end >= 0 else len(report.text)]
    spans = clauses(text)
    k = next((i for i, (s, e) in enumerate(spans) if s <= metric.start - start < e), 0)
    s, e = spans[k]
    bare = _IN_BRACKETS.sub(lambda hit: "（" * len(hit.group()), text)  # 县（市、区）局和52个所 is no list
    listed = bare.rfind("、", s, metric.start - start)
    if listed >= 0 and any(c.isdigit() for c in text[s:listed]):
        s, e = listed + 1, metric.end - start  # one of a list of figures: 驳回23件
    elif (after := re.search(r"、(?=[^、]*\d)", text[metric.end - start : e])) is not None:
        e = metric.end - start + after.start()  # the first of such a list
    elif len(plain(text[s:e])) < 10 and k and _leads_on(text[slice(*spans[k - 1])]):
        s = spans[k - 1][0]
    return text[s:e].rstrip("，。；：、,.;: ")


def _leads_on(clause: str) -> bool:
    """Whether a clause may be quoted with the next one: it ends no sentence and holds no figure of its own."""
    return not clause.endswith(("。", "；", ";", "！", "？")) and not any(c.isdigit() for c in clause)


def _dates(sides: Sides) -> Iterator[Finding]:
    """The same day or month in a sentence much like last year's."""
    olds: dict[str, list[Sentence]] = defaultdict(list)
    for s in sides.old_sentences:
        if s.role not in ("plans", "problems"):
            for date in {hit.group() for hit in DATE.finditer(fold(s.text))}:
                olds[date].append(s)
    for sentence in sides.new_sentences:
        text = fold(sentence.text)
        if sentence.role in ("plans", "problems") or FIXED_DAYS.search(text):
            continue
        for hit in DATE.finditer(text):
            twin = next((s for s in olds.get(hit.group(), ()) if _close(s, sentence)), None)
            if twin:
                at = fold(twin.text).index(hit.group())
                old = span_at(sides.old.text, twin.start + at, twin.start + at + len(hit.group()))
                new = span_at(sides.new.text, sentence.start + hit.start(), sentence.start + hit.end())
                message = f"{quoted(sentence.text)}所述时间{quoted(hit.group())}与上年报告相同。{ANSWER_TEXT}"
                yield remark(("stale", "date", "verify", 70), message, old, new, sides.pair)


def _close(a: Sentence, b: Sentence) -> bool:
    if not a.grams or not b.grams:
        return False
    return 2 * len(a.grams & b.grams) / (len(a.grams) + len(b.grams)) >= costs.SAME_SENTENCE


def _standing(same: Sequence[Passage], changes: Sequence[MetricChange], taken: _Taken, sides: Sides) -> Iterator[Finding]:
    """One line for all that is rightly, or probably, the same."""
    rest = [p for p in same if len(plain(p.new.text)) >= costs.STANDING_LENGTH and not taken.meets(p.new)]
    fixed = [c for c in changes if c.status == "unchanged" and c.new and is_fixed(c, sides) and not taken.meets(c.new)]
    if not rest and not fixed:
        return
    words = "、".join(
        part for part in (f"长期性表述{len(rest)}处" if rest else "", f"固定数值{len(fixed)}项" if fixed else "") if part
    )
    example = rest[0] if rest else None
    yield remark(
        ("stale", "standing", "info", 5), f"{words}与上年一致，一般可以沿用，供参考。",
        example.old if example else None, example.new if example else None, sides.pair,
    )  # fmt: skip
