"""What NEW says of last year's problems: what the text says, no verdict on the office."""

from collections.abc import Sequence

from drafter.compare import costs
from drafter.compare.assign import assign
from drafter.compare.evidence import Weights, weigh
from drafter.compare.ground import bare_grams
from drafter.compare.side import Side
from drafter.compare.views import Grams
from drafter.model.change import ProblemChange
from drafter.model.report import Problem
from drafter.text.normalize import fold
from drafter.text.split import sentences


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
    return bare_grams(fold(lead)), bare_grams(fold(text))


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
