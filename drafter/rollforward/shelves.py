"""Which of a few texts speaks most of a matter: BM25 over character pairs (Robertson and Walker 1994).

Likeness will not do here: a plan is one paragraph, a subsection twenty, and what counts is how much of the plan's own
wording it holds, rare words more than the words that every subsection has.
"""

from collections import Counter
from collections.abc import Sequence
from math import log

_SATURATION = 1.5  # BM25's k1: how soon a word said again adds no more
_TITLE = 2  # what a word of the title counts beside one of the text
_LENGTH = 0.75  # BM25's b: how much a long text is held back


class Shelves:
    """Plain texts (`text.normalize.plain`), indexed once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [Counter(_pairs(text)) for text in texts]
        self._sizes = [sum(text.values()) for text in self._texts]
        self._mean = sum(self._sizes) / len(self._sizes) or 1.0
        self._spread = Counter(pair for text in self._texts for pair in text)

    def best(self, title: str, text: str) -> tuple[int, float]:
        """The index of the text that speaks most of `title` and `text`, the first of equals, and how much of it: 0 to 1."""
        weights = self._weights(title, text)
        most = sum(weights.values()) * (_SATURATION + 1) or 1.0
        scores = [self._score(at, weights) / most for at in range(len(self._texts))]
        at = max(range(len(scores)), key=lambda i: (scores[i], -i))
        return at, scores[at]

    def scores(self, title: str, text: str) -> list[float]:
        """How much of each of the texts `title` and `text` speak of, in words: a word that stands in one of the texts alone
        and is said there once counts about 1, one that stands in all of them next to nothing."""
        weights = self._weights(title, text)
        word = _rarity(len(self._texts), 1)
        return [self._score(at, weights) / word for at in range(len(self._texts))]

    def _weights(self, title: str, text: str) -> dict[str, float]:
        pairs = {**dict.fromkeys(_pairs(text), 1), **dict.fromkeys(_pairs(title), _TITLE)}
        return {pair: n * _rarity(len(self._texts), self._spread[pair]) for pair, n in pairs.items()}

    def _score(self, at: int, weights: dict[str, float]) -> float:
        held = _SATURATION * (1 - _LENGTH + _LENGTH * self._sizes[at] / self._mean)
        return sum(w * n * (_SATURATION + 1) / (n + held) for pair, w in weights.items() if (n := self._texts[at][pair]))


def _rarity(texts: int, holding: int) -> float:
    """What a word weighs that `holding` of the texts hold."""
    return log(1 + (texts + 0.5) / (holding + 0.5))


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]
