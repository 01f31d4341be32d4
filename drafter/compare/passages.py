"""What stands word for word in both reports: runs of identical clauses, a sentence at most each."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.compare.roles import role_of
from drafter.compare.views import Grams, grams
from drafter.model.report import Report, Role, body_paragraphs
from drafter.model.span import Span, span_at
from drafter.text.normalize import fold, letters
from drafter.text.pattern import lazy
from drafter.text.split import clauses, sentences

_MARKER = lazy(r"(?:十?[一二三四五六七八九十]是|[（(]?[一二三四五六七八九十]{1,3}[）)、]|\d{1,2}[.、]|第[一二三四五六七八九十],)")
LEAST = 6  # a clause of fewer telling characters (一是强化领导) is the same by chance


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause without its marker; `sentence` numbers the sentence that holds it."""

    start: int
    end: int
    key: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One wording in both reports, with the role of the section on each side."""

    old: Span
    new: Span
    old_role: Role
    new_role: Role


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body with its grams, to be compared for likeness."""

    start: int
    end: int
    text: str
    grams: Grams
    role: Role


def body_sentences(report: Report) -> list[Sentence]:
    """The sentences of the report itself, in order."""
    found = []
    for p in body_paragraphs(report):
        for s, e in sentences(report.text[p.start : p.end]):
            start, end = p.start + s, p.start + e
            text = report.text[start:end]
            found.append(Sentence(start, end, text, grams(text), role_of(report, start, end)))
    return found


def body_clauses(report: Report) -> list[Clause]:
    """The clauses of the report itself, without title, signature and date."""
    outside = [s for s in (report.title, report.signature, report.date) if s]
    found = []
    number = 0
    for p in body_paragraphs(report):
        if any(s.start <= p.start and p.end <= s.end for s in outside):
            continue
        text = fold(report.text[p.start : p.end])
        ends = [e for _, e in sentences(text)]
        for s, e in clauses(text):
            marker = _MARKER.match(text[s:e])
            start = s + (marker.end() if marker else 0)
            sentence = number + bisect_right(ends, s)
            found.append(Clause(p.start + start, p.start + e, letters(text[start:e]), sentence))
        number += len(ends) + 1
    return found


def passages(old: Report, new: Report) -> list[Passage]:
    """The identical runs, in NEW's order: as long as they go within one sentence."""
    ones, others = body_clauses(old), body_clauses(new)
    where: dict[str, list[int]] = defaultdict(list)
    for i, clause in enumerate(ones):
        where[clause.key].append(i)
    return [
        Passage(_span(old, ones[i], ones[i + n - 1]), _span(new, others[j], others[j + n - 1]),
                role_of(old, ones[i].start, ones[i + n - 1].end), role_of(new, others[j].start, others[j + n - 1].end))
        for i, j, n in _runs(ones, others, where)
        if sum(len(c.key) for c in others[j : j + n]) >= LEAST
    ]  # fmt: skip


def _runs(ones: list[Clause], others: list[Clause], where: dict[str, list[int]]) -> Iterator[tuple[int, int, int]]:
    """(index in OLD, index in NEW, clauses): the longest run that starts at each clause of NEW."""
    j = 0
    while j < len(others):
        best = max(((_length(ones, others, i, j), -i) for i in where.get(others[j].key, ())[:50]), default=(0, 0))
        if best[0] and others[j].key:
            yield -best[1], j, best[0]
        j += max(1, best[0])


def _length(ones: list[Clause], others: list[Clause], i: int, j: int) -> int:
    n = 0
    while i + n < len(ones) and j + n < len(others) and ones[i + n].key == others[j + n].key and ones[i + n].key:
        if ones[i + n].sentence != ones[i].sentence or others[j + n].sentence != others[j].sentence:
            break
        n += 1
    return n


def _span(report: Report, first: Clause, last: Clause) -> Span:
    """From the first clause to the last, without the punctuation at its end."""
    end = last.end
    while end > first.start and report.text[end - 1] in "，。；：、,.;:! ！？?\u3000":
        end -= 1
    return span_at(report.text, first.start, end)
