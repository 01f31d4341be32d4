"""How alike two texts are, and which texts are worth asking about."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import log
from operator import add

from rapidfuzz.distance import Indel

from drafter.text.normalize import plain


def likeness(a: str, b: str) -> float:
    """The share of both texts, 0 to 1, that is the same characters in the same order.

    Widths, blanks and punctuation count for nothing. Two texts without a letter, digit or Chinese character are alike (1.0).
    """
    return plain_likeness(plain(a), plain(b))


def plain_likeness(a: str, b: str, least: float = 0.0) -> float:
    """`likeness` of texts that are plain already; below `least` it may answer 0.0, which is faster."""
    return Indel.normalized_similarity(a, b, score_cutoff=least)


def candidates(texts: Sequence[str], others: Sequence[str], *, best: int, common: int) -> list[list[tuple[int, float]]]:
    """For each of the plain `texts` at most `best` of the plain `others` as (index, share), the likeliest first.

    The share, 0 to 1, is that of the character pairs of both texts, rare ones counting more, that stand in both. It tells
    what a text is about, whatever its wording: where a tenth is shared, two paragraphs of a report speak of one matter.
    Near-linear: pairs that stand in more than `common` of `others` are looked up only where a text has no rarer one.
    """
    grams = [_grams(text) for text in texts]
    others_grams = [_grams(other) for other in others]
    rarity = _rarity(grams, others_grams)
    sizes = [sum(map(rarity.__getitem__, of)) for of in others_grams]
    asked = frozenset().union(*grams)
    index: dict[str, list[int]] = {gram: [] for gram in asked}
    for at, of in enumerate(others_grams):
        for gram in asked & of:
            index[gram].append(at)
    telling = frozenset(gram for gram, holders in index.items() if len(holders) <= common)
    found = []
    for text, of in zip(texts, grams, strict=True):
        size = sum(map(rarity.__getitem__, of))
        shared = _shared(of & telling or _rarest(text, of, index), index, rarity)
        first = sorted(shared, key=lambda at: (-shared[at] / (size + sizes[at]), at))[: 2 * best]
        exact = [(at, 2 * sum(map(rarity.__getitem__, of & others_grams[at])) / (size + sizes[at])) for at in first]
        found.append(sorted(exact, key=lambda one: (-one[1], one[0]))[:best])
    return found


def _grams(text: str) -> frozenset[str]:
    """The different character pairs of a text; two Chinese characters are about a word."""
    return frozenset(map(add, text, text[1:])) if len(text) > 1 else frozenset((text,))


def _rarity(*sides: Sequence[frozenset[str]]) -> dict[str, float]:
    """How rare each pair is, in multiples of 1/2**20: sums of them are exact, and the order of a set does not matter."""
    frequency = Counter(chain.from_iterable(chain(*sides)))
    whole = 1 + sum(map(len, sides))
    weights = {times: round(log(whole / times) * 2**20) / 2**20 for times in set(frequency.values())}
    return {gram: weights[times] for gram, times in frequency.items()}


def _rarest(text: str, of: frozenset[str], index: Mapping[str, Sequence[int]]) -> list[str]:
    """The four rarest pairs of a text without a rare one, of equal ones the first."""
    return sorted((gram for gram in of if index[gram]), key=lambda gram: (len(index[gram]), text.index(gram)))[:4]


def _shared(grams: Iterable[str], index: Mapping[str, Sequence[int]], rarity: Mapping[str, float]) -> dict[int, float]:
    shared: dict[int, float] = defaultdict(float)
    for gram in grams:
        weight = rarity[gram]
        for at in index[gram]:
            shared[at] += weight
    return shared
