"""How alike two texts are, and which texts are worth asking about."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log

from rapidfuzz.distance import Indel

from drafter.text.normalize import plain

_GRAM = 2  # two Chinese characters are about a word


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
    frequency = Counter(gram for side in (grams, others_grams) for of in side for gram in of)
    rarity = {gram: log((1 + len(texts) + len(others)) / times) for gram, times in frequency.items()}
    sizes = [sum(rarity[gram] for gram in of) for of in others_grams]
    index: dict[str, list[int]] = defaultdict(list)
    for at, of in enumerate(others_grams):
        for gram in of:
            index[gram].append(at)
    found = []
    for of in grams:
        size = sum(rarity[gram] for gram in of)
        shared = _shared(of, index, rarity, common)
        first = sorted(shared, key=lambda at: (-shared[at] / (size + sizes[at]), at))[: 2 * best]
        exact = [(at, 2 * sum(rarity[gram] for gram in of if gram in others_grams[at]) / (size + sizes[at])) for at in first]
        found.append(sorted(exact, key=lambda one: (-one[1], one[0]))[:best])
    return found


def _grams(text: str) -> dict[str, None]:
    """The different character pairs of a text in the order in which they first stand (a set would have no fixed order)."""
    return dict.fromkeys(text[at : at + _GRAM] for at in range(max(1, len(text) - _GRAM + 1)))


def _shared(grams: dict[str, None], index: dict[str, list[int]], rarity: dict[str, float], common: int) -> dict[int, float]:
    known = [gram for gram in grams if gram in index]
    rare = [gram for gram in known if len(index[gram]) <= common] or sorted(known, key=lambda gram: len(index[gram]))[:4]
    shared: dict[int, float] = defaultdict(float)
    for gram in rare:
        weight = rarity[gram]
        for at in index[gram]:
            shared[at] += weight
    return shared
