"""What NEW says of last year's problems and plans: what the text says, no verdict on the office.

Likeness alone never answers a plan: the thing promised must be named by its rare words in one passage, and where the plan
has a target figure, the figure reported must be there too and is held against it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from drafter.compare import costs
from drafter.compare.assign import assign
from drafter.compare.evidence import Grams, View, Weights, folded_grams, weigh
from drafter.compare.passages import Sentence
from drafter.compare.side import Side
from drafter.compare.targets import Figures, Reported, at_most, best_reported
from drafter.model.change import Evidence, PlanChange, ProblemChange
from drafter.model.metric import Metric
from drafter.model.report import Plan, Problem, Report, place
from drafter.text.normalize import fold, letters, plain
from drafter.text.split import clauses, sentences

# What every plan says and no plan is about.
_COMMON = re.compile(
    r"下一步|进一步|持续|着力|不断|切实|积极|大力|深入|全面|推进|推动|加强|加大|强化|提升|提高|完善|健全|落实|确保|力争|实现|"
    r"工作|力度|水平|能力|建设|机制|上下功夫|(?<=.)下功夫|抓好|做好|重点|以及|相关|有关|年底前|\d+月底前|年内"
)
# A promise without a figure that is kept or not, like one with a figure.
_WHOLE = re.compile(r"(?:基本|全面|彻底)消除|全覆盖|清零")
# What is built, and what is said of it once it stands.
_BUILT = re.compile(
    r"(?:建设|建成|搭建|组建|打造|开发|设立|筹建|编制|制定|出台)(?:全[省市县区]|统一的)*"
    r"([^，,。；;]+?(?:平台|系统|中心|数据库|资料库|委员会|基地|清单|目录|指引))"
)
_STANDS = re.compile(r"上线|运行|建成|投用|启用|投入使用|挂牌|成立|设立|组建|建立|开通|接入|印发|出台|发布|公布")


def follow_problems(one: Side, two: Side) -> tuple[ProblemChange, ...]:
    """Each of OLD's problems recurring or not mentioned, then NEW's own. A reworded problem recurs."""
    old, new = one.report, two.report
    ones = [_subject(p.text) for p in old.problems]
    others = [_subject(p.text) for p in new.problems]
    weights = weigh([*(s.grams for s in (*one.sentences, *two.sentences)), *(whole for _, whole in (*ones, *others))])
    scores = [[_same_problem(a, b, weights) for b in others] for a in ones]
    pairs = assign(
        {i: {j: s - costs.FAINT for j, s in enumerate(line) if _recurs(scores, i, j)} for i, line in enumerate(scores)}
    )
    rows = [_problem(p, new.problems, pairs.get(i)) for i, p in enumerate(old.problems)]
    rows += [ProblemChange(status="new", old=None, new=p) for j, p in enumerate(new.problems) if j not in pairs.values()]
    return tuple(rows)


def _recurs(scores: Sequence[Sequence[float]], i: int, j: int) -> bool:
    """Whether a problem is another one reworded: plainly like it, or faintly and like no other of either report."""
    mine = scores[i][j]
    rivals = [*scores[i][:j], *scores[i][j + 1 :], *(line[j] for k, line in enumerate(scores) if k != i)]
    return mine > costs.RECURS or (mine > costs.FAINT and mine > costs.FAINT_LEAD * max(rivals, default=0.0))


def _problem(problem: Problem, others: Sequence[Problem], j: int | None) -> ProblemChange:
    if j is None:
        return ProblemChange(status="not_mentioned", old=problem, new=None)
    return ProblemChange(status="recurring", old=problem, new=others[j])


def _subject(text: str) -> tuple[Grams, Grams]:
    """The grams of a problem's lead sentence, and of all of it."""
    spans = sentences(text)
    lead = text[slice(*spans[0])] if spans else text
    return _bare(fold(lead)), _bare(fold(text))


def _bare(folded: str) -> Grams:
    return frozenset(g for piece in _COMMON.split(folded) for g in folded_grams(piece) if len(g) == 2)


def _same_problem(a: tuple[Grams, Grams], b: tuple[Grams, Grams], weights: Weights) -> float:
    """0..1: the leads alike, the whole alike, and the lead of one in the whole of the other."""
    leads = weights.alike(a[0], b[0])
    whole = weights.alike(a[1], b[1])
    cross = max(_covered(a[0], b[1], weights), _covered(b[0], a[1], weights))
    return costs.LEADS * leads + costs.WHOLE * whole + costs.CROSS * cross


def _covered(wanted: Grams, by: Grams, weights: Weights) -> float:
    """The share of the weight of `wanted` that `by` has."""
    total = weights.of(wanted)
    return weights.of(wanted & by) / total if total else 0.0


# ---- plans ----


class Clause(NamedTuple):
    """A clause of NEW that may answer: its place, its grams without what every plan says, and its plain text."""

    start: int
    end: int
    grams: Grams
    bare: str


@dataclass(frozen=True, slots=True)
class Ground:
    """Where NEW may answer: its sentences outside problems and plans, its figures there, and how rare each gram is."""

    report: Report
    sentences: list[Sentence]
    clauses: list[Clause]
    holders: dict[str, list[int]]
    figures: Figures
    weights: Weights


@dataclass(frozen=True, slots=True)
class Promise:
    """One clause of a plan: the thing promised; `start` and `end` are offsets in OLD, `built` the name of what is to be built."""

    start: int
    end: int
    text: str
    built: str
    bare: str
    grams: Grams
    weight: float


def follow_plans(one: Side, two: Side) -> tuple[PlanChange, ...]:
    """Each of OLD's plans: answered, partly or not mentioned in NEW, with at most three passages of at most two sentences."""
    ground = _ground(one, two)
    old = one.report
    targets = [v for v in one.views if any(p.start <= v.metric.start < p.end for p in old.plans)]
    return tuple(
        _follow(plan, [t for t in targets if plan.start <= t.metric.start < plan.end], old, ground) for plan in old.plans
    )


def _ground(one: Side, two: Side) -> Ground:
    open_ground = [s for s in two.sentences if s.role not in ("plans", "problems")]
    pieces = []
    for s in open_ground:
        text = fold(s.text)
        pieces += [Clause(s.start + a, s.start + b, _bare(text[a:b]), letters(text[a:b])) for a, b in clauses(s.text)]
    holders: dict[str, list[int]] = defaultdict(list)
    for k, piece in enumerate(pieces):
        for gram in piece.grams:
            holders[gram].append(k)
    figures = Figures([v for v in two.views if v.section not in ("plans", "problems")])
    return Ground(two.report, open_ground, pieces, holders, figures, weigh(s.grams for s in (*one.sentences, *two.sentences)))


def _follow(plan: Plan, targets: Sequence[View], old: Report, ground: Ground) -> PlanChange:
    """The status of a plan by its promises and by its targets, and the passages that say so."""
    reported = [best_reported(t, ground.figures, ground.weights, old.text) for t in targets]
    found = [r for r in reported if r is not None]
    hits = [(p, *_best(p, ground)) for p in _promises(plan, ground.weights)]
    good = [(p, score, span) for p, score, span in hits if span is not None and score >= costs.MENTIONED]
    silent = [t.metric for t, r in zip(targets, reported, strict=True) if r is None and not at_most(t.metric, old.text)]
    status = _status(found, _untold(silent, [t.metric for t in targets], hits), good)
    if status == "not_mentioned":
        return PlanChange(status=status, plan=plan)
    passages = [(r.score, (r.metric.start, r.metric.end)) for r in found] + [(score, span) for _, score, span in good]
    return PlanChange(status=status, plan=plan, evidence=_evidence(passages, ground))


def _untold(silent: Sequence[Metric], targets: Sequence[Metric], hits: Sequence[tuple[Promise, float, object]]) -> bool:
    """Whether a promise that is kept or not is left open: a target without a figure in NEW, or 基本消除, 全覆盖 without a word.

    A target alone in its clause is told where the clause is said again plainly. A limit (不超过4次) is a rule for the year and
    need not be reported.
    """
    for m in silent:
        clause = next(((p, score) for p, score, _ in hits if p.start <= m.start < p.end), None)
        alone = clause is not None and sum(clause[0].start <= t.start < clause[0].end for t in targets) == 1
        if clause is None or not alone or clause[1] < costs.PLAINLY:
            return True
    return any(_WHOLE.search(p.text) and score < costs.MENTIONED for p, score, _ in hits)


def _status(
    found: Sequence[Reported], untold: bool, good: Sequence[tuple[Promise, float, object]]
) -> Literal["answered", "partly", "not_mentioned"]:
    """Answered needs the thing named plainly or a target met, and no target missed or left open."""
    best = max((score for _, score, _ in good), default=0.0)
    if any(not r.met for r in found):
        return "partly"
    if (found or best >= costs.PLAINLY) and not untold:
        return "answered"
    return "partly" if good or found else "not_mentioned"


def _promises(plan: Plan, weights: Weights) -> list[Promise]:
    """The clauses of a plan that name something: general words promise nothing, nor does a title unless it says what is built."""
    found = []
    for s, e in clauses(plan.text):
        text = fold(plan.text[s:e])
        bare = _bare(text)
        weight = weights.of(bare)
        built = _BUILT.search(text)
        if weight >= costs.PROMISE_LEAST:
            name = letters(built.group(1)) if built else ""
            found.append(Promise(plan.start + s, plan.start + e, text, name, letters(text), bare, weight))
    title = plain(plan.title)
    told = [p for p in found if p.bare not in title or p.built]
    return told or found


def _best(promise: Promise, ground: Ground) -> tuple[float, tuple[int, int] | None]:
    """The clause, or two neighbours, of NEW that covers most of a promise; its longest common run must name the thing."""
    best: tuple[float, tuple[int, int] | None] = (0.0, None)
    for share, k, wide in sorted((_covering(promise, k, ground) for k in _likely(promise, ground)), key=lambda c: (-c[0], c[1])):
        if share + costs.RUN <= best[0] and not promise.built:
            break  # what follows is covered less
        first, last = ground.clauses[k], ground.clauses[k + wide]
        run = _longest(promise.bare, first.bare + last.bare if wide else first.bare, costs.RUN_FULL)
        stands = bool(promise.built) and _stands(promise.built, first, ground.report.text[first.start : last.end])
        score = max(share + costs.RUN * run / costs.RUN_FULL, costs.OBJECT if stands else 0.0)
        if score > best[0]:
            best = (min(1.0, score), (first.start, last.end))
    return best


def _covering(promise: Promise, k: int, ground: Ground) -> tuple[float, int, bool]:
    """The share of a promise that a clause covers, the clause, and whether the next one helps to cover it."""
    clause = ground.clauses[k]
    share = ground.weights.of(promise.grams & clause.grams) / promise.weight
    if k + 1 < len(ground.clauses) and ground.clauses[k + 1].start - clause.end <= 1:
        both = costs.WIDE * ground.weights.of(promise.grams & (clause.grams | ground.clauses[k + 1].grams)) / promise.weight
        if both > share:
            return both, k, True
    return share, k, False


def _stands(thing: str, clause: Clause, text: str) -> bool:
    """Whether a clause names a thing of a long name word for word, and the text from there on says that it is there."""
    return len(thing) >= costs.OBJECT_LEAST and thing in clause.bare and bool(_STANDS.search(text))


def _likely(promise: Promise, ground: Ground) -> list[int]:
    """The clauses worth a closer look: those that share most of a promise's rare grams, and the ones before them."""
    shared: dict[int, float] = defaultdict(float)
    for gram in promise.grams:
        holders = ground.holders.get(gram, ())
        if len(holders) <= costs.TOO_COMMON:
            weight = ground.weights.idf[gram]
            for k in holders:
                shared[k] += weight
    best = sorted(shared, key=lambda k: (-shared[k], k))[: costs.LOOKED_AT]
    return sorted({*best, *(k - 1 for k in best if k)})


def _longest(one: str, two: str, most: int) -> int:
    """The length of the longest run of characters that both have, as far as `most`."""
    best = 0
    for i in range(len(one)):
        while best < most and i + best < len(one) and one[i : i + best + 1] in two:
            best += 1
    return best


def _evidence(passages: Sequence[tuple[float, tuple[int, int]]], ground: Ground) -> tuple[Evidence, ...]:
    """The best three passages, each its sentence, or the clauses around it where the sentence is long."""
    chosen: list[tuple[float, int, int]] = []
    for score, (start, end) in sorted(passages, key=lambda p: (-p[0], p[1])):
        s, e = _passage(start, end, ground)
        if not any(a < e and s < b for _, a, b in chosen):
            chosen.append((score, s, e))
    joined = _join(chosen[: costs.EVIDENCE + 1], ground.report.text)[: costs.EVIDENCE]
    return tuple(
        Evidence(text=ground.report.text[s:e], start=s, end=e, score=round(min(1.0, score), 3), place=place(ground.report, s))
        for score, s, e in joined
    )


def _join(passages: Sequence[tuple[float, int, int]], text: str) -> list[tuple[float, int, int]]:
    """Two passages that follow one another are shown as one (two sentences at most), best first."""
    left = sorted(passages, key=lambda p: p[1])
    joined: list[tuple[float, int, int]] = []
    while left:
        score, start, end = left.pop(0)
        if left and not text[end : left[0][1]].strip() and left[0][2] - start <= costs.PASSAGE:
            other, _, end = left.pop(0)
            score = max(score, other)
        joined.append((score, start, end))
    return sorted(joined, key=lambda p: (-p[0], p[1]))


def _passage(start: int, end: int, ground: Ground) -> tuple[int, int]:
    """The sentence around a place; of a long sentence only the clauses next to it."""
    at = bisect_right(ground.sentences, start, key=lambda s: s.start) - 1
    if at < 0 or start >= ground.sentences[at].end:
        return start, end
    sentence = ground.sentences[at]
    if sentence.end - sentence.start <= costs.PASSAGE:
        return sentence.start, sentence.end
    near = [(c.start, c.end) for c in _within(sentence, ground) if c.end > start - 40 and c.start < end + 20]
    return (min(a for a, _ in near), max(b for _, b in near)) if near else (start, end)


def _within(sentence: Sentence, ground: Ground) -> list[Clause]:
    """The clauses of a sentence."""
    first, last = (bisect_left(ground.clauses, at, key=lambda c: c.start) for at in (sentence.start, sentence.end))
    return ground.clauses[first:last]
