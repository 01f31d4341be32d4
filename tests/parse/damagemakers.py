"""What is lost of a printed report, at every place where it can be lost, and how much of it reading restores.

`DAMAGES` maps a name to the damage.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from layoutmakers import LAYOUTS, Printed
from makers import raw
from storymakers import STORY

from drafter.model.report import walk
from drafter.parse import parse_report
from drafter.text.normalize import fold


@dataclass(frozen=True, slots=True)
class Damage:
    """What is lost: `pattern` finds every place, `new` is what is left there. `code` begins how it must be told (one of several, parted by |), None where
    the text itself is sound; `longer` where the title that it touches may run on; `whole` where a marker is gone and a gap
    that is told instead is as true."""

    pattern: str
    new: str
    code: str | None
    longer: bool = False
    whole: bool = False


DAMAGES: dict[str, Damage] = {
    "缺左括号": Damage(r"[（(](?=[一二三]）|[一二三]\))", "", "marker-bracket-lost"),
    "缺右括号": Damage(r"(?<=[（(][一二三])[）)]", "", "marker-bracket-lost"),
    "括号内序数脱落": Damage(r"(?<=[（(])[一二三](?=[）)])", "", "marker-number-lost"),
    "左括号和序数脱落": Damage(r"[（(][一二三](?=[）)])", "", "marker-number-lost"),
    "（一）整个脱落": Damage(r"[（(][一二三][）)]", "", "marker-lost", whole=True),
    "一、脱落序数": Damage(r"(?m)(?<=^)[一二三四五六](?=、)", "", "marker-number-lost"),
    "一、整个脱落": Damage(r"(?m)^[一二三四五六]、", "", "marker-lost", whole=True),
    "一是脱落序数": Damage(r"[一二三](?=是[一-龥])", "", "marker-number-lost"),
    "一是整个脱落": Damage(r"[一二三]是(?=[一-龥])", "", "marker-lost", whole=True),
    "分项前缺句号": Damage(r"。(?=[一二三]是|其[一二三]|第[一二三]，|[①②③])", "", "stop-lost|heading-glued"),
    "标题缺句号": Damage(r"(?<=[一-龥])。(?=[一-龥“])", "", None, longer=True),
    "段末缺句号": Damage(r"。(?=\n[（(一二三四\d])", "", "stop-lost"),
    "标题未另起段": Damage(r"(?<=。)\n+(?=[（(][一二三][）)])", "", None),
    "段内断行": Damage(r"(?<=。)(?=[一二三]是)", "\n", None),
    "一、误作一，": Damage(r"(?m)(?<=^[一二三四])、", "，", "marker-misprinted"),
    "序号错字": Damage(r"(?m)(?<=^[（(])二(?=[）)])", "三", "numbering"),
    "右括号错": Damage(r"(?<=[（(][一二三])[）)]", "〕", None),
    "整行重复": Damage(r"(?m)^((?=[（(一二三]).{12,})\n", r"\1\n\1\n", "line-doubled"),
    "日期缺日": Damage(r"(?<=29)日", "", "date-incomplete"),
    "○代〇": Damage(r"2024年1月29日", "二○二四年一月二十九日", "nought-misprinted"),
}


def damaged(text: str, damage: Damage, most: int = 8) -> Iterator[tuple[int, str]]:
    """The text damaged at one place after another (at most so many, spread over the text), with the place."""
    hits = list(re.finditer(damage.pattern, text))
    for hit in hits[:: max(1, len(hits) // most)]:
        yield hit.start(), text[: hit.start()] + hit.expand(damage.new) + text[hit.end() :]


def restored(text: str, printed: Printed, damage: Damage) -> bool:
    """Whether the damaged text has the outline of the whole one, or lacks just what is gone, and the damage is told."""
    report = parse_report(raw(text))
    found = [(s.level, fold(s.number), fold(s.title)) for s in walk(report.sections)]
    wanted = [(level, fold(number), fold(title)) for level, number, title in printed.rows]
    codes = {defect.code for defect in report.defects}
    told = damage.code is None or any(code.startswith(tuple(damage.code.split("|"))) for code in codes)
    if damage.longer:
        alike = len(found) == len(wanted) and all(
            f[:2] == w[:2] and f[2].startswith(w[2]) for f, w in zip(found, wanted, strict=True)
        )
        return alike and told
    if damage.whole and "numbering-gap" in codes and len(found) == len(wanted) - 1:
        return all(row in wanted for row in found)
    return found == wanted and told


def rates() -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """How many damaged texts were restored, of how many: by damage, and by layout."""
    by_damage: dict[str, list[int]] = {name: [0, 0] for name in DAMAGES}
    by_layout: dict[str, list[int]] = {name: [0, 0] for name in LAYOUTS}
    for layout, printer in LAYOUTS.items():
        printed = printer(STORY)
        for name, damage in DAMAGES.items():
            for _, text in damaged(printed.text, damage):
                right = restored(text, printed, damage)
                for count in (by_damage[name], by_layout[layout]):
                    count[0] += right
                    count[1] += 1
    return by_damage, by_layout
