"""Time and marked characters of our alignment beside difflib and diff-match-patch, in one run.

python bench/align.py OLD.txt NEW.txt          two texts
python bench/align.py --lines 4000             a made text of so many paragraphs, lightly edited, and one rewritten
"""

import argparse
import difflib
import random
import time
from collections.abc import Iterator
from pathlib import Path

from diff_match_patch import diff_match_patch

from drafter.compare.align import align
from drafter.compare.apply import rebuild
from drafter.model.span import Span

_VERBS = ("完善", "推进", "健全", "落实", "加强", "规范", "开展", "组织")
_NOUNS = ("行政执法", "合法性审查", "法治宣传", "人民调解", "政务服务", "权责清单", "法律援助", "行政复议", "信用监管")
_TAILS = ("机制更加健全，", "成效逐步显现，", "责任层层压实，", "群众办事更加方便，", "问题全部整改到位，")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", nargs="*", type=Path)
    options.add_argument("--lines", type=int, default=4000)
    given = options.parse_args()
    if given.texts:
        old, new = (_lines(path) for path in given.texts)
        _table("given", old, new)
        return
    chance = random.Random(7)
    old = [_paragraph(chance) for _ in range(given.lines)]
    _table("lightly edited", old, list(_edited(old, chance)))
    part = old[: given.lines // 5]
    _table("rewritten", part, [_rewritten(line, chance) for line in part])


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _paragraph(chance: random.Random) -> str:
    return "".join(_clause(chance) for _ in range(chance.randint(6, 18)))[:-1] + "。"


def _clause(chance: random.Random) -> str:
    return f"{chance.choice(_VERBS)}{chance.choice(_NOUNS)}{chance.randint(2, 999)}件，" + chance.choice(_TAILS)


def _edited(lines: list[str], chance: random.Random) -> Iterator[str]:
    for line in lines:
        fate = chance.random()
        if fate < 0.02:
            yield _paragraph(chance)
        elif fate < 0.3:
            clauses = line.split("，")
            clauses[chance.randrange(len(clauses))] = f"办结{chance.randint(2, 999)}件"
            yield "，".join(clauses)
        elif fate > 0.01:
            yield line


def _rewritten(line: str, chance: random.Random) -> str:
    kept = [clause for clause in line.split("，") if chance.random() < 0.3]
    return "，".join([*kept, _paragraph(chance)])


def _table(name: str, old: list[str], new: list[str]) -> None:
    size = sum(map(len, old)), sum(map(len, new))
    print(f"{name}: {len(old)} -> {len(new)} paragraphs, {size[0]} -> {size[1]} characters")
    ways = (("drafter", _drafter), ("difflib, lines then characters", _difflib), ("diff-match-patch, 30 s at most", _dmp))
    for label, way in ways:
        start = time.perf_counter()
        marked = way(old, new)
        print(f"  {label:32} {time.perf_counter() - start:7.2f} s  {marked:9} characters marked")


def _spans(lines: list[str]) -> list[Span]:
    return [Span(text=line, start=n, end=n) for n, line in enumerate(lines)]


def _drafter(old: list[str], new: list[str]) -> int:
    rows = align(_spans(old), _spans(new))
    if rebuild(rows) != (old, new):
        raise AssertionError("the rows do not rebuild both texts")
    return sum(len(edit.text) for row in rows for edit in row.edits if edit.op != "equal")


def _difflib(old: list[str], new: list[str]) -> int:
    marked = 0
    for op, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op != "equal":
            one, two = "".join(old[a:b]), "".join(new[c:d])
            inner = difflib.SequenceMatcher(None, one, two, autojunk=len(one) > 2000).get_opcodes()
            marked += sum(i2 - i1 + j2 - j1 for kind, i1, i2, j1, j2 in inner if kind != "equal")
    return marked


def _dmp(old: list[str], new: list[str]) -> int:
    engine = diff_match_patch()
    engine.Diff_Timeout = 30
    diffs = engine.diff_main("\n".join(old), "\n".join(new))
    engine.diff_cleanupSemantic(diffs)
    return _changed(diffs)


def _changed(diffs: list[tuple[int, str]]) -> int:
    return sum(len(text) for op, text in diffs if op)


if __name__ == "__main__":
    main()
