"""Where the new report may answer a promise: its clauses outside problems and plans, found by rare words."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from drafter.compare import costs
from drafter.compare.evidence import Weights, weigh
from drafter.compare.passages import Sentence
from drafter.compare.side import Side
from drafter.compare.targets import Figures
from drafter.compare.things import same_thing
from drafter.compare.views import Grams, View, folded_grams
from drafter.model.change import Evidence
from drafter.model.report import Plan, Report, place, walk
from drafter.text.normalize import fold, letters, plain
from drafter.text.pattern import lazy
from drafter.text.split import clauses

# What every plan says and no plan is about.
_COMMON = lazy(
    r"下一步|进一步|持续|着力|不断|切实|积极|大力|深入|全面|推进|推动|加强|加大|强化|提升|提高|完善|健全|落实|确保|力争|实现|"
    r"工作|力度|水平|能力|建设|机制|上下功夫|(?<=.)下功夫|抓好|做好|重点|以及|相关|有关|年底前|\d+月底前|年内|一批|一系列|若干"
)
# What is built, and what is said of it once it stands.
_BUILT = lazy(
    r"(?:建设|建成|搭建|组建|打造|开发|设立|筹建|上线|启用|开通|新建|成立|编制|制定|出台)(?:全[省市县区]|[省县区]级?|市(?![场民容政区])级?|统一的)*"
    r"([^，,。；;]+?(?:平台|系统|中心|数据库|资料库|委员会|基地|清单|目录|指引|规划|方案|办法|条例|规定|细则|规则|白皮书|手册))"
)
_STANDS = lazy(r"上线|运行|建成|投用|启用|投入使用|挂牌|成立|设立|组建|建立|开通|接入|印发|出台|发布|公布")


def bare_grams(folded: str) -> Grams:
    """The grams of a folded text without what every plan says."""
    return frozenset(g for piece in _COMMON.split(same_thing(folded)) for g in folded_grams(piece) if len(g) == 2)


_STATE = lazy(r"[（(](?:修订|修正|草案|试行|暂行|送审稿|征求意见稿)[^（）()]*[）)]")
_RULE = lazy(r"(条例|办法|规定|规划|方案|细则)[^《》]{0,8}》")
_IN_FORCE = lazy(r"通过|施行|颁布|出台|印发|公布")
_QUOTED = lazy(r"“([^“”\n]{3,16})”")
_TITLE = lazy(r"《([^《》\n]{2,60})》")


class Clause(NamedTuple):
    """A clause of NEW that may answer: its place, its grams without what every plan says, and its plain text."""

    start: int
    end: int
    grams: Grams
    bare: str


@dataclass(frozen=True, slots=True)
class Ground:
    """Where NEW may answer: its sentences outside problems and plans, its figures there, and how rare each gram is.

    `last` are OLD's own figures outside its plans, `partners` the figures of NEW that pair with them.
    """

    report: Report
    sentences: list[Sentence]
    clauses: list[Clause]
    holders: dict[str, list[int]]
    figures: Figures
    last: Figures
    partners: dict[int, View]
    weights: Weights


@dataclass(frozen=True, slots=True)
class Promise:
    """One clause of a plan: the thing promised; `start` and `end` are offsets in OLD, `built` the name of what is to be built."""

    start: int
    end: int
    text: str
    built: str
    titles: frozenset[str]
    quoted: frozenset[str]
    bare: str
    grams: Grams
    weight: float


def ground_of(one: Side, two: Side, pairs: Mapping[int, int]) -> Ground:
    """Where NEW may answer OLD's plans: not in its own plans, and not in a heading that only names a matter."""
    headings = {(h.start, h.end) for h in _headings(two.report)}
    open_ground = [s for s in two.sentences if s.role not in ("plans", "problems") and (s.start, s.end) not in headings]
    pieces = []
    for s in open_ground:
        text = fold(s.text)
        pieces += [
            Clause(s.start + a, s.start + b, bare_grams(text[a:b]), letters(same_thing(text[a:b]))) for a, b in clauses(s.text)
        ]
    holders: dict[str, list[int]] = defaultdict(list)
    for k, piece in enumerate(pieces):
        for gram in piece.grams:
            holders[gram].append(k)
    figures = Figures([v for v in two.views if v.section not in ("plans", "problems")])
    last = Figures([v for v in one.views if v.section not in ("plans", "problems")])
    partners = {i: two.views[j] for i, j in pairs.items() if two.views[j].section not in ("plans", "problems")}
    weights = weigh(bare_grams(fold(s.text)) for s in (*one.sentences, *two.sentences))
    return Ground(two.report, open_ground, pieces, holders, figures, last, partners, weights)


class Heading(NamedTuple):
    """The place of a heading."""

    start: int
    end: int


def _headings(report: Report) -> Iterator[Heading]:
    """Headings that say nothing was done: short, without a figure, and without a word of what now stands."""
    for section in walk(report.sections):
        text = report.text[section.title_start : section.title_end]
        if len(text) <= costs.HEADING and not re.search(r"\d", text) and not _STANDS.search(text):
            end = section.title_end
            yield Heading(section.start, end + (report.text[end : end + 1] in "。；"))


def promises(plan: Plan, weights: Weights, targets: Sequence[int] = ()) -> list[Promise]:
    """The clauses of a plan that name something: general words promise nothing, nor does a title unless it says what is built."""
    found = []
    for s, e in clauses(plan.text):
        text = fold(plan.text[s:e])
        bare = bare_grams(text)
        weight = weights.of(bare)
        built = _BUILT.search(text)
        aimed = any(plan.start + s <= at < plan.start + e for at in targets)
        if weight >= (costs.AIMED_LEAST if aimed else costs.PROMISE_LEAST):
            name = letters(same_thing(built.group(1))) if built else ""
            found.append(
                Promise(
                    plan.start + s,
                    plan.start + e,
                    text,
                    name,
                    _titles(text),
                    _quoted(text),
                    letters(same_thing(text)),
                    bare,
                    weight,
                )
            )
    title = letters(same_thing(fold(plan.title)))
    told = [p for p in found if p.bare not in title or p.built]
    return told or found


def best_clause(promise: Promise, ground: Ground) -> tuple[float, tuple[int, int] | None]:
    """The clause, or two neighbours, of NEW that covers most of a promise; its longest common run must name the thing."""
    best: tuple[float, tuple[int, int] | None] = (0.0, None)
    for share, k, wide in sorted((_covering(promise, k, ground) for k in _likely(promise, ground)), key=lambda c: (-c[0], c[1])):
        if share + costs.RUN <= best[0] and not promise.built and not promise.quoted:
            break  # what follows is covered less
        first, last = ground.clauses[k], ground.clauses[k + wide]
        run = _longest(promise.bare, first.bare + last.bare if wide else first.bare, costs.RUN_FULL)
        text = ground.report.text[first.start : last.end]
        stands = bool(promise.built) and _stands(promise.built, first, text)
        named = promise.quoted & _quoted(text) or (promise.built and _stands_by_another_name(promise.built, first, text, ground))
        whole = 1.0 if stands or promise.built[-2:] in first.bare + last.bare else costs.OTHER_KIND
        score = max(
            whole * (share + costs.RUN * run / costs.RUN_FULL), costs.OBJECT if stands else costs.PLAINLY if named else 0.0
        )
        if score > best[0]:
            best = (min(1.0, score), (first.start, last.end))
    return best


def _titles(text: str) -> frozenset[str]:
    """The titles of the documents that a text names, without （修订） and （草案）."""
    return frozenset(plain(_STATE.sub("", title)) for title in _TITLE.findall(text))


def _quoted(text: str) -> frozenset[str]:
    """The names in quotation marks that a text has: “一业一查”."""
    return frozenset(_QUOTED.findall(text))


def _covering(promise: Promise, k: int, ground: Ground) -> tuple[float, int, bool]:
    """The share of a promise that a clause covers, the clause, and whether the next one helps to cover it."""
    clause = ground.clauses[k]
    text = ground.report.text[clause.start : clause.end]
    if promise.titles and not promise.titles & _titles(text):
        # another document is no answer, however alike its name
        return (costs.PLAINLY if _enacted(promise, clause, text, ground) else 0.0), k, False
    share = ground.weights.of(promise.grams & clause.grams) / promise.weight
    if share and k + 1 < len(ground.clauses) and ground.clauses[k + 1].start - clause.end <= 1:
        both = costs.WIDE * ground.weights.of(promise.grams & (clause.grams | ground.clauses[k + 1].grams)) / promise.weight
        if both > share:
            return both, k, True
    return share, k, False


def _enacted(promise: Promise, clause: Clause, text: str, ground: Ground) -> bool:
    """Whether a clause without a title says that a rule of the promised kind on the same matter is in force: 供水方面的条例已获通过."""
    kind = _RULE.search(promise.text)
    if not kind or kind.group(1) not in clause.bare or "《" in text or not _IN_FORCE.search(text):
        return False
    return any(ground.weights.rare(gram) for gram in promise.grams & clause.grams if gram not in kind.group(1))


def _stands(thing: str, clause: Clause, text: str) -> bool:
    """Whether a clause names a thing of a long name word for word, and the text from there on says that it is there."""
    return len(thing) >= costs.OBJECT_LEAST and thing in clause.bare and bool(_STANDS.search(text))


def _stands_by_another_name(thing: str, clause: Clause, text: str, ground: Ground) -> bool:
    """Whether a clause has a thing of the same kind whose name shares half of the promised one's rare words, and says that it is there.

    So 行政争议一站式调处中心 stands for 行政争议协调化解中心.
    """
    kind = thing[-2:]
    wanted = bare_grams(thing[:-2])
    if not wanted or not _STANDS.search(text):
        return False
    names = (clause.bare[max(0, hit.start() - costs.THING_NAME) : hit.start()] for hit in re.finditer(kind, clause.bare))
    return any(ground.weights.of(wanted & bare_grams(name)) >= costs.OTHER_NAME * ground.weights.of(wanted) for name in names)


def stands_beside(promise: Promise, places: Sequence[tuple[int, int]], ground: Ground) -> tuple[int, int] | None:
    """The sentence at one of some places that has a thing of the promised kind and says that it is there.

    The places answer the other clauses of the same plan: “某某通”系统投入运行，归集信息214万条 answers 上线监督平台，归集数据200万条.
    """
    kind = promise.built[-2:]
    for start, end in places:
        s, e = _passage(start, end, ground)
        text = ground.report.text[s:e]
        if kind and kind in same_thing(fold(text)) and _STANDS.search(text):
            return s, e
    return None


def told_of(promise: Promise, plan: Grams, place: tuple[int, int], ground: Ground) -> bool:
    """Whether the sentence at a place may speak of a promise of so few words, by what else its plan says.

    公布典型案例 of another trade answers no plan of this one: the sentence must share an uncommon word with the rest of the plan.
    """
    matter = plan - promise.grams
    if promise.weight >= costs.SHORT_PROMISE or ground.weights.of(matter) < promise.weight:
        return True
    s, e = _passage(*place, ground)
    shared = matter & bare_grams(fold(ground.report.text[s:e]))
    return any(ground.weights.idf[gram] >= costs.UNCOMMON * ground.weights.most for gram in shared)


def _likely(promise: Promise, ground: Ground) -> list[int]:
    """The clauses worth a closer look: those that share most of a promise's rare grams, and the ones before them."""
    shared: dict[int, float] = defaultdict(float)
    for gram in promise.grams:
        holders = ground.holders.get(gram, ())
        if len(holders) <= costs.TOO_COMMON:
            weight = ground.weights.idf[gram]
            for k in holders:
                shared[k] += weight
    best = sorted((-weight, k) for k, weight in shared.items())[: costs.LOOKED_AT]
    return sorted({*(k for _, k in best), *(k - 1 for _, k in best if k)})


def _longest(one: str, two: str, most: int) -> int:
    """The length of the longest run of characters that both have, as far as `most`."""
    best = 0
    for i in range(len(one)):
        while best < most and i + best < len(one) and one[i : i + best + 1] in two:
            best += 1
    return best


def evidence_of(passages: Sequence[tuple[float, tuple[int, int]]], ground: Ground) -> tuple[Evidence, ...]:
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
