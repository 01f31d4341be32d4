"""What NEW says of last year's problems: what the text says, no verdict on the office."""

from collections.abc import Sequence
from typing import NamedTuple

from drafter.compare import costs
from drafter.compare.assign import assign
from drafter.compare.evidence import Weights, weigh
from drafter.compare.ground import bare_grams
from drafter.compare.side import Side
from drafter.compare.topics import topics_of
from drafter.compare.views import Grams
from drafter.model.change import ProblemChange
from drafter.model.report import Problem
from drafter.text.normalize import fold
from drafter.text.pattern import lazy
from drafter.text.split import sentences

# What every problem says and no problem is about.
_COMPLAINT = lazy(
    r"存在|仍然?有?|依然|还有|尚有|尚未|短板|弱项|不足|薄弱|有待|亟待|需要?|不够|不强|不高|不到位|不平衡|差距|滞后|偏[低弱少高]|参差不齐|"
    r"部分|少数|个别|有的|一些|(?:主要)?原因(?:是|在于)?|问题"
)


def follow_problems(one: Side, two: Side) -> tuple[ProblemChange, ...]:
    """Each of OLD's problems recurring or not mentioned, then NEW's own. A reworded problem recurs."""
    old, new = one.report, two.report
    ones = [_subject(p.text) for p in old.problems]
    others = [_subject(p.text) for p in new.problems]
    weights = weigh([*(s.grams for s in (*one.sentences, *two.sentences)), *(p.whole for p in (*ones, *others))])
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


class _Subject(NamedTuple):
    """The grams of a problem's lead sentence, those of all of it, and the matters that the lead names."""

    lead: Grams
    whole: Grams
    topics: frozenset[str]


def _subject(text: str) -> _Subject:
    spans = sentences(text)
    lead = fold(text[slice(*spans[0])] if spans else text)
    return _Subject(_matter(lead), _matter(fold(text)), topics_of(lead))


def _matter(folded: str) -> Grams:
    """The grams of what a problem is about."""
    return frozenset().union(*map(bare_grams, _COMPLAINT.split(folded)))


def _same_problem(a: _Subject, b: _Subject, weights: Weights) -> float:
    """0..1: the leads alike, the whole alike, the lead of one in the whole of the other, and one matter."""
    leads = weights.alike(a.lead, b.lead)
    whole = weights.alike(a.whole, b.whole)
    cross = max(_covered(a.lead, b.whole, weights), _covered(b.lead, a.whole, weights))
    matter = costs.TOPIC if a.topics & b.topics else 0.0
    return costs.LEADS * leads + costs.WHOLE * whole + costs.CROSS * cross + matter


def _covered(wanted: Grams, by: Grams, weights: Weights) -> float:
    """The share of the weight of `wanted` that `by` has."""
    total = weights.of(wanted)
    return weights.of(wanted & by) / total if total else 0.0
