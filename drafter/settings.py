"""`drafter.toml`: what an office lays down for all its reports: its own units, which way is good for its figures, and the periods
of its plans.

The file lies in the current folder or the nearest one above, as git and ruff look for theirs. It is read strictly: whatever is
not known is an error with its place and the nearest known word, for a slip that is passed over would look like a wrong report.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from os.path import isfile
from pathlib import Path
from typing import TypeGuard

from drafter.model.change import Direction
from drafter.model.errors import BadSettings
from drafter.text.normalize import plain
from drafter.text.numerals import DIGITS, SCALES
from drafter.text.pattern import lazy
from drafter.text.units import DIMENSIONS, UNITS, OwnUnit
from drafter.text.years import PLANS, OwnPlan

NAME = "drafter.toml"
_TABLES = ("units", "directions", "plans")
_DIRECTIONS: tuple[Direction, ...] = ("positive", "negative", "neutral")
_PLAN_KEYS = ("name", "first", "last", "until")
_LEAST_NAME = 4  # letters; a shorter name would be found in every second sentence
_YEARS = range(1949, 2101)
_UNIT_KEYS = ("name", "same_as", "dimension")
# A word of Chinese characters or letters, perhaps a rate (元/次).
_NAME = lazy(r"[\u4e00-\u9fffA-Za-z°℃]{1,8}(?:/[\u4e00-\u9fffA-Za-z]{1,8})?")
_AT = lazy(r"at line (\d+), column (\d+)")
_Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Settings:
    """What an office lays down; `path` is the file that says so, None where there is none."""

    path: Path | None = None
    units: tuple[OwnUnit, ...] = ()
    directions: tuple[tuple[str, Direction], ...] = ()
    plans: tuple[OwnPlan, ...] = ()


NONE = Settings()


def settings_for(folder: Path) -> Settings:
    """The settings that hold in `folder`: those of its drafter.toml or of the nearest above. Raises BadSettings."""
    here = folder.absolute()
    # a folder that may not be looked into holds none for us
    found = next((path for place in (here, *here.parents) if isfile(path := place / NAME)), None)
    return read_settings(found) if found else NONE


def read_settings(path: Path) -> Settings:
    """The settings of one file. Raises BadSettings with the file, the line and what to do."""
    text = _text(path)
    said = _parsed(text, path)
    _only(said, _TABLES, str(path))
    rows = said.get("units", [])
    if not _is_rows(rows):
        raise BadSettings("units 应写成 [[units]]，每个单位一段", where=str(path), hint="写法见 docs/units.md")
    units: list[OwnUnit] = []
    for row, where in _placed(rows, "units", path, text):
        units.append(_unit(row, where, (*UNITS, *(unit.name for unit in units))))
    rows = said.get("plans", [])
    if not _is_rows(rows):
        raise BadSettings("plans 应写成 [[plans]]，每个规划一段", where=str(path), hint="写法见 docs/plans.md")
    plans: list[OwnPlan] = []
    for row, where in _placed(rows, "plans", path, text):
        plans.append(_plan(row, where, tuple(plan.name for plan in plans)))
    directions = _directions(said.get("directions", {}), path, text)
    return Settings(path=path, units=tuple(units), directions=directions, plans=tuple(plans))


def _is_rows(rows: object) -> TypeGuard[list[_Row]]:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _placed(rows: list[_Row], table: str, path: Path, text: str) -> Iterator[tuple[_Row, str]]:
    """The rows of a table with the file and line of each."""
    for row, line in zip_longest(rows, _heads(text, table)[: len(rows)]):
        yield row, f"{path}:{line}" if line else str(path)


def _plan(row: _Row, where: str, before: tuple[str, ...]) -> OwnPlan:
    """One plan: its name, its first and last year, and until when a report may cite it without a question."""
    _only(row, _PLAN_KEYS, where)
    name = _word(row, "name", where).strip()
    ours = any(plain(name) == plain(known.name) for known in PLANS)
    if not ours and (len(plain(name)) < _LEAST_NAME or not name.isprintable()):
        raise BadSettings(f"“{name}”不能作规划名称", where=where, hint="name 应为报告中所用的名称，不少于4个字")
    if any(plain(name) == plain(other) for other in before):
        raise BadSettings(f"“{name}”写了两次", where=where, hint="每个规划只写一段")
    first, last = (_year(row, key, where) for key in ("first", "last"))
    until = _year(row, "until", where) if "until" in row else last
    if not first <= last <= until:
        raise BadSettings(f"“{name}”的年份先后不合", where=where, hint="应为 first ≤ last ≤ until")
    return OwnPlan(name=name, first=first, last=last, until=until)


def _year(row: _Row, key: str, where: str) -> int:
    value = row.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value not in _YEARS:
        raise BadSettings(f"“{key}”应为四位年份", where=where, hint=f"写作 {key} = 2025")
    return value


def _directions(table: object, path: Path, text: str) -> tuple[tuple[str, Direction], ...]:
    """The office's words for which way is good for a figure: positive = ["网办率"], longer words first."""
    if not isinstance(table, dict):
        raise BadSettings(
            "directions 应写成 [directions]，下列 positive、negative、neutral", where=str(path), hint="写法见 docs/pairing.md"
        )
    for key in table:
        _only({key: None}, _DIRECTIONS, _line_of(key, path, text))
    found: list[tuple[str, Direction]] = []
    for direction in _DIRECTIONS:
        words = table.get(direction, [])
        plain = isinstance(words, list) and all(isinstance(word, str) and word.strip() and word.isprintable() for word in words)
        if not plain:
            raise BadSettings(
                f"“{direction}”应为一组文字", where=_line_of(direction, path, text), hint=f'写作 {direction} = ["…"]'
            )
        found += [(word.strip(), direction) for word in words]
    twice = next((word for word, n in Counter(word for word, _ in found).items() if n > 1), None)
    if twice:
        raise BadSettings(f"“{twice}”写了两次", where=_line_of(twice, path, text), hint="每个指标只列在一个方向下")
    return tuple(sorted(found, key=lambda row: -len(row[0])))


def _line_of(word: str, path: Path, text: str) -> str:
    """The file and the last line that has a word; the file alone where it stands in another form."""
    lines = [at for at, line in enumerate(text.splitlines(), 1) if word in line]
    return f"{path}:{lines[-1]}" if lines else str(path)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadSettings("不是 UTF-8 编码的文本", where=str(path), hint="请用 UTF-8 编码另存") from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadSettings(f"无法打开文件（{reason}）", where=str(path), hint="请检查文件权限") from error


def _parsed(text: str, path: Path) -> _Row:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        where = f"{path}:{at[1]}:{at[2]}" if at else str(path)
        raise BadSettings("写法不符合 TOML", where=where, hint="每项一行，文字加英文双引号；写法见 docs/units.md") from error


def _heads(text: str, table: str) -> list[int]:
    """The lines on which [[table]] stands: one for each row, none where the rows are written in one line."""
    return [at for at, line in enumerate(text.splitlines(), 1) if re.match(rf"\s*\[\[\s*{table}\s*\]\]", line)]


def _unit(row: _Row, where: str, known: tuple[str, ...]) -> OwnUnit:
    """One unit: its name, and either the unit that counts the same or its dimension."""
    _only(row, _UNIT_KEYS, where)
    name, same_as, dimension = (_word(row, key, where) for key in _UNIT_KEYS)
    if not _NAME.fullmatch(name) or name[0] in DIGITS or name[0] in SCALES:
        raise BadSettings(f"“{name}”不能作计量单位", where=where, hint="name 应为8个字以内的单位名称，不含数字、空格和标点")
    if name in known:
        raise BadSettings(f"“{name}”已是计量单位，不必另加", where=where, hint="请删去这一段")
    if bool(same_as) == bool(dimension):
        raise BadSettings("same_as 和 dimension 应写且只写一项", where=where, hint="同于已有单位的写 same_as，否则写 dimension")
    if same_as and same_as not in known:
        raise BadSettings(f"same_as 不是已知的计量单位：“{same_as}”", where=where, hint=_advice(same_as, known))
    if dimension and dimension not in DIMENSIONS:
        raise BadSettings(f"没有“{dimension}”这一 dimension", where=where, hint=_advice(dimension, DIMENSIONS))
    return OwnUnit(name=name, same_as=same_as, dimension=dimension)


def _only(row: _Row, keys: tuple[str, ...], where: str) -> None:
    for key in row:
        if key not in keys:
            raise BadSettings(f"不认识的项“{key}”", where=where, hint=_advice(key, keys))


def _advice(word: str, choices: tuple[str, ...]) -> str:
    """The nearest known word, or the first of those that there are."""
    from difflib import get_close_matches

    near = get_close_matches(word, choices, n=1, cutoff=0.4)
    return f"是否为“{near[0]}”" if near else f"可用：{'、'.join(choices[:8])}"


def _word(row: _Row, key: str, where: str) -> str:
    value = row.get(key, "")
    if not isinstance(value, str):
        raise BadSettings(f"“{key}”应为文字", where=where, hint="文字应加英文双引号")
    return value
