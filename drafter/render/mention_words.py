"""Who and what came or went, and the clauses of a plan, in the words of every renderer."""

from dataclasses import dataclass

from drafter.model.change import Comparison, Mention, MentionKind, Mode, PlanChange
from drafter.render import wording
from drafter.text.quotes import cut

MENTION_KINDS: dict[MentionKind, str] = {"official": "人员", "document": "文件", "body": "机构", "date": "时间"}
MENTION_TITLE = "人员、文件、机构和时间"
_STATUS: dict[Mode, dict[str, str]] = {
    "years": {"added": "本年出现", "dropped": "本年未见", "changed": "已换新"},
    "drafts": {"added": "新稿出现", "dropped": "新稿未见", "changed": "已改换"},
}


@dataclass(frozen=True, slots=True)
class MentionLine:
    """One name as it is shown: its kind, what became of it, both wordings and where they stand."""

    kind: str
    status: str
    old: str
    new: str
    place: str
    mention: Mention


def mention_lines(comparison: Comparison) -> tuple[MentionLine, ...]:
    """Every name, by kind, in the words of the mode."""
    return tuple(
        MentionLine(
            kind=MENTION_KINDS[m.kind],
            status=_STATUS[comparison.mode][m.status],
            old=cut(m.old.text, 80) if m.old else "",
            new=cut(m.new.text, 80) if m.new else "",
            place=wording.places(m.old_place, m.new_place, comparison.mode),
            mention=m,
        )
        for m in comparison.mentions
    )


def mentions_headline(comparison: Comparison) -> str:
    """所提人员、文件、机构和时间：本年出现12项，本年未见9项，已换新2项。"""
    told = [(_STATUS[comparison.mode][key.partition("_")[2]], wording.count(comparison, key)) for key in wording.MENTION_KEYS]
    parts = [f"{name}{number}项" for name, number in told if number]
    if not parts:
        return f"所提{MENTION_TITLE}没有变化。"
    return f"所提{MENTION_TITLE}：{'，'.join(parts)}。按文字识别，简称和不带书名号的文件可能未列。"


def clause_lines(change: PlanChange) -> tuple[str, ...]:
    """What the text says of each clause of a plan, where it does not say the same of all: 文本未提及：建立…制度."""
    if len({clause.status for clause in change.clauses}) < 2:
        return ()
    return tuple(f"{wording.PLAN_STATUS[c.status]}：{c.text.rstrip('，。；、,;')}" for c in change.clauses)
