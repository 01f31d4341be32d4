"""What NEW says of last year's plans, clause by clause: what the text says, no verdict on the office.

Likeness alone never answers a plan: the thing promised must be named by its rare words in one passage, and where the plan
has a target figure, the figure reported must be there too and is held against it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.compare import costs
from drafter.compare.ground import (
    Ground,
    Promise,
    bare_grams,
    best_clause,
    evidence_of,
    ground_of,
    promises,
    stands_beside,
    told_of,
)
from drafter.compare.side import Side
from drafter.compare.targets import Reported, at_most, best_reported, through_last_year
from drafter.compare.views import Grams, View
from drafter.model.change import PlanChange, PlanClause, PlanStatus
from drafter.model.report import Plan, Report
from drafter.text.normalize import fold
from drafter.text.pattern import lazy

# A promise without a figure that is kept or not, like one with a figure.
_WHOLE = lazy(r"(?:基本|全面|彻底)消除|全覆盖|清零")
# A clause that promises one thing to be there when the year is over.
DONE_OR_NOT = lazy(
    r"(?:[一二三四五六七八九十]是)?(?:[^,。;]{0,8}底前|年内|加快|尽快|全面)*(?:"
    r"(?:建成|建设|搭建|组建|设立|开发|上线|启用|筹建)[^,。;]*(?:平台|系统|中心|数据库|基地|委员会|公园|广场|展馆|场馆|场所|大厅)|"
    r"(?:出台|制定|修订|编制|编印|印发)[^,。;]*(?:办法|条例|规定|清单|目录|指引|细则|手册|规则|方案|意见|标准|汇编)|"
    r"(?:完成|启动|开工)[^,。;]*(?:工程|项目|改造|试点|建设|编制|改革|扩建|普查|换届))"
)
# 零败诉 is answered by 零败诉 or 未发生败诉, and not by a case that was lost.
_ZERO = lazy(r"零(败诉|投诉|事故|差错|发生|延误|上访|纠错|逾期)")


@dataclass(frozen=True, slots=True)
class Answer:
    """What NEW has on one promise: the clause most like it, and what it reports on each target that is no mere limit."""

    promise: Promise
    score: float
    span: tuple[int, int] | None
    reported: tuple[Reported, ...]
    silent: int
    passage: str = ""

    @property
    def said(self) -> bool:
        """Whether the promise is spoken of at all."""
        return self.span is not None and self.score >= costs.MENTIONED

    @property
    def plainly(self) -> bool:
        """Whether the thing itself is named."""
        return self.span is not None and self.score >= costs.PLAINLY

    @property
    def untold(self) -> bool:
        """Whether what is kept or not is left open: a target without a figure, or 基本消除, 全覆盖 without a word.

        A target alone in its clause is told where the clause is said again plainly.
        """
        if self.silent and not self.told_otherwise:
            return True
        if (zero := _ZERO.search(self.promise.text)) and not self._none_of(zero.group(1)):
            return True
        return bool(_WHOLE.search(self.promise.text)) and not self.said

    @property
    def missing(self) -> bool:
        """Whether a thing that is there or not, once a year is over (a work finished, a rule made, a platform), is not spoken of."""
        return bool(DONE_OR_NOT.match(fold(self.promise.text))) and not self.said and not self.reported

    @property
    def told_otherwise(self) -> bool:
        """Whether a target alone in its clause is told by the clause said again plainly, or by the one thing that stands."""
        return self.plainly and self.silent + len(self.reported) == 1

    def _none_of(self, what: str) -> bool:
        return bool(re.search(rf"(?:零|未发生|未出现|没有|无).{{0,6}}{what}", self.passage))

    @property
    def status(self) -> PlanStatus:
        """What the text says of this promise alone."""
        if any(not r.met for r in self.reported):
            return "partly"
        if self.reported:
            return "partly" if self.silent else "answered"
        if self.plainly:
            return "partly" if self.untold else "answered"
        return "partly" if self.said else "not_mentioned"

    @property
    def passages(self) -> list[tuple[float, tuple[int, int]]]:
        """Where NEW says it, with how sure that is."""
        found = [(r.score, (r.metric.start, r.metric.end)) for r in self.reported]
        return [*found, (self.score, self.span)] if self.span is not None and self.said else found


def follow_plans(one: Side, two: Side, pairs: Mapping[int, int]) -> tuple[PlanChange, ...]:
    """Each of OLD's plans: answered, partly or not mentioned in NEW, with at most three passages of at most two sentences.

    `pairs`: the figures of OLD (by index) that pair with one of NEW.
    """
    ground = ground_of(one, two, pairs)
    old = one.report
    targets = [v for v in one.views if any(p.start <= v.metric.start < p.end for p in old.plans)]
    return tuple(
        _follow(plan, [t for t in targets if plan.start <= t.metric.start < plan.end], old, ground) for plan in old.plans
    )


def _follow(plan: Plan, targets: Sequence[View], old: Report, ground: Ground) -> PlanChange:
    """The status of a plan by its promises and their targets, and the passages that say so."""
    told = promises(plan, ground.weights, [t.metric.start for t in targets])
    whole = bare_grams(fold(plan.text))
    answers = [_answer(p, [t for t in targets if p.start <= t.metric.start < p.end], old, ground, whole) for p in told]
    answers = [_beside(a, answers, ground) if a.missing else a for a in answers]
    loose = [t for t in targets if not any(p.start <= t.metric.start < p.end for p in told)]
    reported, silent = _reported(loose, old, ground)
    status = _status(answers, reported, silent)
    if status == "not_mentioned":
        return PlanChange(status=status, plan=plan, clauses=_clauses(answers, old, ground))
    passages = [(r.score, (r.metric.start, r.metric.end)) for r in reported] + [p for a in answers for p in a.passages]
    return PlanChange(status=status, plan=plan, evidence=evidence_of(passages, ground), clauses=_clauses(answers, old, ground))


def _answer(promise: Promise, targets: Sequence[View], old: Report, ground: Ground, whole: Grams) -> Answer:
    """`whole` are the grams of the plan that the promise is a clause of."""
    reported, silent = _reported(targets, old, ground)
    score, span = best_clause(promise, ground)
    if span and score < costs.SHORT_WHOLE and not told_of(promise, whole, span, ground):
        score, span = 0.0, None
    return Answer(promise, score, span, tuple(reported), silent, ground.report.text[slice(*span)] if span else "")


def _beside(answer: Answer, all_of_plan: Sequence[Answer], ground: Ground) -> Answer:
    """The answer to a thing not found by its name, where what answers the rest of the plan says that it is there."""
    places = [place for a in all_of_plan if a is not answer for _, place in a.passages]
    span = stands_beside(answer.promise, places, ground)
    return replace(answer, span=span, score=costs.PLAINLY) if span else answer


def _reported(targets: Sequence[View], old: Report, ground: Ground) -> tuple[list[Reported], int]:
    """What NEW reports on some targets, and on how many nothing; a limit (不超过4次) is a rule and need not be reported."""
    found = [
        (
            t,
            best_reported(t, ground.figures, ground.weights, old.text)
            or through_last_year(t, ground.last, ground.partners, ground.weights, old.text),
        )
        for t in targets
    ]
    return [r for _, r in found if r], sum(r is None and not at_most(t.metric, old.text) for t, r in found)


def _status(answers: Sequence[Answer], loose: Sequence[Reported], silent: int) -> PlanStatus:
    """Answered needs the thing named plainly or a target met, and no target missed or left open."""
    reported = [*loose, *(r for a in answers for r in a.reported)]
    if any(not r.met for r in reported):
        return "partly"
    if (reported or any(a.plainly for a in answers)) and not silent and not any(a.untold or a.missing for a in answers):
        return "answered"
    return "partly" if reported or any(a.said for a in answers) else "not_mentioned"


def _clauses(answers: Sequence[Answer], old: Report, ground: Ground) -> tuple[PlanClause, ...]:
    """Each clause of a plan with its own status and the passage that says most of it."""
    return tuple(
        PlanClause(
            text=old.text[a.promise.start : a.promise.end],
            start=a.promise.start,
            end=a.promise.end,
            status=a.status,
            evidence=evidence_of(a.passages, ground)[:1],
        )
        for a in answers
    )
