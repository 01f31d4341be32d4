"""Which period a figure speaks of, where its own clause says so."""

import re

from drafter.model.metric import Metric, Scope

_SCOPES: tuple[tuple[str, Scope], ...] = (
    (
        r"累计|总(?:数|量)(?=达|已|突破|超|$)|历年|(?:近|过去)[两三四五六七八九十\d]+年|自?\d{4}年[^,。;]{0,6}(?:以来|至今)|实施以来|成立以来",
        "cumulative",
    ),
    (r"截至|截止|年末|年底(?!前)|现有|至今|到目前|目前", "as_of"),
    (r"上半年|下半年|[一二三四]季度|前[一二三四五六七八九十\d]+个?月", "part_year"),
    (r"全年|今年|本年度?|当年|一年来|年内|年度", "year"),
)


def scope_of(text: str, metric: Metric) -> Scope | None:
    """The scope named in the clause before the figure or the one ahead of it; None where the text names none.

    今年以来 is the report year; a cumulative word right before a figure speaks only of that figure.
    """
    sentence = max(text.rfind(mark, 0, metric.start) for mark in "。;\n") + 1
    before = re.sub(r"占[^,。;]{0,12}(?:总数|总量)", "", text[sentence : metric.start])  # 占律师总数的8.6% is no total
    own = re.split(r"[,、:(]|其中", before)[-1]
    previous = re.split(r"[,:(]", before)[-2] if before.count(",") else ""
    for words in (own, previous):
        for pattern, scope in _SCOPES:
            if re.search(pattern, words) and not (words is previous and scope == "year" and own == ""):
                return scope
    return None
