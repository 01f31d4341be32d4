"""A draft on the terminal: what a new one holds, how far an edited one has come, and what keeps it from its clean copy."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from rich.console import Group, RenderableType

from drafter.model.draft import Draft, DraftStatus, Finish, SlotState
from drafter.model.finding import LEVELS
from drafter.render import wording
from drafter.render.terminal_columns import LEVEL_STYLE, Column, report_head, row_line, titled, wrapped_text
from drafter.text.quotes import quoted


def render_status(status: DraftStatus, width: int = 100) -> RenderableType:
    """How far a draft has come: the counts, then what is not done yet, by section and department."""
    counts = "，".join(
        f"{_STATE_TOLD.get(key, name)}{n}处"
        for key, name in wording.SLOT_STATE.items() if (n := sum(s.state == key for s in status.slots))
    )  # fmt: skip
    undone = [s for s in status.slots if s.state != "filled"]
    head = report_head(status.report, width)
    parts: list[RenderableType] = [head, wrapped_text(f"共{len(status.slots)}处{'：' if counts else ''}{counts}。", width)]
    parts += contradiction_lines(status, width)
    if status.computed:
        parts.append(wrapped_text(f"其中{len(status.computed)}处可由已填数据算出，用 drafter fill 填入：", width))
        parts += _computed(status, width)
    parts += _sourced([s for s in status.slots if s.state == "filled" and s.source], width)
    if undone:
        parts += [*_by_department(undone, width), *_undone(undone, width)]
    return Group(*parts)


def _sourced(filled: Sequence[SlotState], width: int) -> list[RenderableType]:
    """Where each filled figure is from, as far as drafter filled it in."""
    head = [wrapped_text(f"由台账填入或算出、未经改动的{len(filled)}处：", width)] if filled else []
    return [*head, *(wrapped_text(f"  {s.label}：{s.text}（{s.source}）", width, "dim") for s in filled)]


def _by_department(undone: Sequence[SlotState], width: int) -> list[RenderableType]:
    """How much each department has still to send; which one it is, is a guess from the text."""
    counts = Counter(slot.department for slot in undone if slot.department)
    told = "，".join(f"{name}{n}处" for name, n in counts.most_common())
    return [wrapped_text(f"按文中所述单位：{told}。", width)] if told else []


def render_filled(status: DraftStatus, width: int = 100) -> RenderableType:
    """What was filled in from other figures, with its formula."""
    if not status.computed:
        return Group(wrapped_text("没有可由已填数据算出的数据，未生成新稿。", width), *contradiction_lines(status, width))
    head = wrapped_text(f"按已填数据算出并填入{len(status.computed)}处，请核对：", width)
    return Group(head, *_computed(status, width), *contradiction_lines(status, width))


def _computed(status: DraftStatus, width: int) -> list[RenderableType]:
    return [wrapped_text(f"  {made.label}：{made.text}（{made.source}）", width, "cyan") for made in status.computed]


def contradiction_lines(status: DraftStatus, width: int) -> list[RenderableType]:
    """What is filled in and does not agree, with its level and place."""
    return [
        wrapped_text(f"{LEVELS[f.level]}  {f.message}{f'（{f.new_place}）' if f.new_place else ''}", width, LEVEL_STYLE[f.level])
        for f in status.findings
    ]


def render_finish(made: Finish, width: int = 100) -> RenderableType:
    """What still hinders the clean copy, place by place; or what was taken out of it, and what people have still to do."""
    undone = [s for s in made.status.slots if s.state in ("open", "unconfirmed")]
    lost = [s for s in made.status.slots if s.state == "lost"]
    if made.hindrances:
        told = "，".join(
            f"{name}{n}{measure}" for key, (name, measure) in wording.HINDRANCE.items() if (n := made.hindrances.get(key))
        )
        return Group(
            wrapped_text(f"暂不能生成清稿：{told}。", width),
            *contradiction_lines(made.status, width),
            *(_undone(undone, width) if undone else []),
        )
    taken = "，".join(f"{name}{n}{measure}" for key, name, measure in _TAKEN if (n := made.removed.get(key)))
    names = "、".join(quoted(slot.label, 24) for slot in lost[:_LOST_NAMED])
    more = "等" if len(lost) > _LOST_NAMED else ""
    return Group(
        *([wrapped_text(f"已去除：{taken}，以及修改痕迹标识和个人属性。", width)] if taken else []),
        *contradiction_lines(made.status, width),
        *([wrapped_text(f"注意：初稿中有{len(lost)}处已不在稿中，请核对是否有意删去：{names}{more}", width)] if lost else []),
        wrapped_text(wording.SECRECY, width),
    )


_LOST_NAMED = 10  # places that are gone from the draft, told by name
_TAKEN = (("controls", "内容控件", "个"), ("comments", "批注", "条"), ("highlights", "突出显示", "处"))
# What a word means, where it is first said.
_STATE_TOLD = {"lost": "失联（控件已被编辑器删除）"}
_NO_SECTION = "标题和正文开头"


def _undone(slots: Sequence[SlotState], width: int) -> list[RenderableType]:
    """A head for each section, under it a line for each place, those of one department together."""
    sections = list(dict.fromkeys(wording.section_of(s.place) for s in slots))
    departments = list(dict.fromkeys(s.department or "" for s in slots))
    ordered = sorted(slots, key=lambda s: (sections.index(wording.section_of(s.place)), departments.index(s.department or "")))
    columns = [Column("状态", 8, style="yellow"), Column("类别", 8), Column("内容", max(10, width - 8 - 8 - 16 - 6))]
    if any(departments):
        columns[2] = replace(columns[2], width=max(10, columns[2].width - 18))
        columns.append(Column("单位", 16))
    columns.append(Column("位置", 16, style="dim"))
    parts: list[RenderableType] = [row_line(columns, [c.name for c in columns], "dim")]
    for section, group in groupby(ordered, key=lambda s: wording.section_of(s.place)):
        held = list(group)
        parts.append(titled(section or _NO_SECTION, f"{len(held)}处"))
        parts += [row_line(columns, _undone_row(s, with_department=any(departments))) for s in held]
    return parts


def _undone_row(slot: SlotState, *, with_department: bool) -> list[str]:
    """One place that is not done."""
    first = [wording.SLOT_STATE[slot.state], wording.SLOT_KIND[slot.kind], slot.label or slot.text]
    return [*first, *([slot.department or ""] if with_department else []), slot.place]


def render_draft(draft: Draft, width: int = 100) -> RenderableType:
    """What a new draft holds: its title, the counts, what was taken over from last year, and its notes."""
    kinds = "，".join(f"{name}{n}处" for key, name in wording.SLOT_KIND.items() if (n := sum(s.kind == key for s in draft.slots)))
    decided = [(name, sum(s.decision == key for s in draft.sentences)) for key, name in wording.DECISIONS.items()]
    name = f"《{draft.title}》" if draft.title else f"{draft.year}年度报告"
    asked = [f"{name}{len(some)}项" for name, some in (("上年问题", draft.problems), ("上年安排", draft.plans)) if some]
    lines = [
        f"{name}初稿（据{wording.report_name(draft.report)}）",
        *([f"待填写和确认{len(draft.slots)}处：{kinds}。"] if kinds else []),
        *([f"上年报告{len(draft.sentences)}句：{'，'.join(f'{n}{k}句' for n, k in decided if k)}。"] if draft.sentences else []),
        *([f"{'、'.join(asked)}，已列为待答事项。"] if asked else []),
        *(f"注意：{note}" for note in draft.notes),
    ]
    return Group(*(wrapped_text(line, width) for line in lines))
