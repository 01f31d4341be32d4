"""Which unit is which: order, moves, renumbered headings, rewritten paragraphs."""

import pytest

from drafter.compare.align import align
from drafter.model.change import TextChange
from drafter.model.span import Span

A = "一是健全依法决策机制，重大事项一律经过合法性审查和集体讨论决定。"
B = "二是加强基层执法队伍建设，组织岗位练兵和业务考试，持证上岗率不断提高。"
C = "三是推进公共法律服务，窗口前移到镇村，困难群众在家门口就能办理援助手续。"
D = "四是深化普法宣传，用好广播、墙报和短视频，让法律知识走进千家万户。"


def spans(texts: list[str]) -> list[Span]:
    found, at = [], 0
    for text in texts:
        found.append(Span(text=text, start=at, end=at + len(text)))
        at += len(text) + 1
    return found


def rows(old: list[str], new: list[str]) -> tuple[TextChange, ...]:
    return align(spans(old), spans(new))


def told(old: list[str], new: list[str]) -> list[tuple[str, bool, str]]:
    return [(r.kind, r.moved, (r.new or r.old or Span(text="", start=0, end=0)).text[:2]) for r in rows(old, new)]


def test_the_same_text_has_no_change() -> None:
    made = rows([A, "", B], [A, "", B])
    assert {(r.kind, r.moved, r.similarity, len(r.edits)) for r in made} == {("equal", False, 1.0, 1)}


def test_a_dropped_unit_stands_after_the_partner_of_the_one_before() -> None:
    expected = [("equal", False, "一是"), ("dropped", False, "二是"), ("added", False, "四是"), ("equal", False, "三是")]
    assert told([A, B, C], [A, D, C]) == expected


def test_dropped_and_added_have_one_edit() -> None:
    made = rows([A], [D])
    assert [[(e.op, e.text) for e in r.edits] for r in made] == [[("delete", A)], [("insert", D)]]


def test_a_moved_unit_with_an_edit_is_a_move_with_an_edit() -> None:
    edited = C.replace("镇村", "全部村居")
    made = rows([A, B, C, D], [A, B, D, edited])
    assert sum(r.moved for r in made) == 1
    moved = rows([C, A, B, D], [A, B, D, edited])[-1]
    assert moved.moved
    assert moved.kind == "changed"
    assert [e.text for e in moved.edits if e.op != "equal"] == ["镇村", "全部村居"]


def test_one_long_unit_moves_and_not_the_short_list_around_it() -> None:
    long = A + B + C + D
    short = ["第一批任务清单", "第二批任务清单", "第三批任务清单"]
    assert [r.moved for r in rows([long, *short], [*short, long])] == [False, False, False, True]


def test_edited_neighbours_stay_and_the_untouched_unit_moves() -> None:
    made = rows([A, B, C], [B.replace("不断", "持续"), C.replace("困难", "特困"), A])
    assert [(r.kind, r.moved) for r in made] == [("changed", False), ("changed", False), ("equal", True)]


LONG = A + D + "全市各级普法讲师团进村入户宣讲，法治文化公园全部建成开放，群众满意度稳步提升。"
EDITED = LONG.replace("健全", "完善").replace("普法宣传", "法治宣传").replace("墙报", "展板").replace("短视频", "小视频")
HEADING = "二、存在的主要问题以及今后一个时期的工作打算和安排"


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ([A, LONG, B, D], [A, B, LONG, D], [B]),
        ([A, B, LONG, D], [A, LONG, B, D], [B]),
        ([A, LONG, B, D], [A, B, EDITED, D], [B]),  # the longer one is edited, and still the shorter one moved
        ([A, B, LONG, D], [A, EDITED, B, D], [B]),
        ([A, HEADING, B, D], [A, B, HEADING, D], [B]),  # a paragraph goes to another section, a heading nowhere
        ([A, B, HEADING, D], [A, HEADING, B, D], [B]),
        ([A, LONG, HEADING, D], [A, HEADING, LONG, D], [LONG]),
        ([LONG, B, C], [B, C, EDITED], [EDITED]),  # two that stay are more than one, however long
    ],
)
def test_of_two_that_changed_places_the_shorter_has_moved_and_lines_stay(
    old: list[str], new: list[str], moved: list[str]
) -> None:
    assert [r.new.text for r in rows(old, new) if r.moved and r.new] == moved


def test_a_paragraph_between_its_old_neighbours_has_not_moved_though_others_came_and_went_around_it() -> None:
    assert not any(r.moved for r in rows([D, A, HEADING, B, LONG], [A, HEADING, B, C]))


def test_a_short_line_elsewhere_is_no_move_unless_its_block_moved() -> None:
    assert not any(r.moved for r in rows(["其他事项", A, B], [A, B, "其他事项"]))
    block = rows(["（一）普法", D, A, B, C], [A, B, C, "（一）普法", D])
    assert [r.new.text[:3] for r in block if r.moved and r.new] == ["（一）", "四是深"]


def test_a_renumbered_heading_is_the_same_heading() -> None:
    made = rows(["（二）强化行政执法监督", B], ["（三）强化行政执法监督", B])
    assert [(r.kind, r.moved) for r in made] == [("changed", False), ("equal", False)]
    assert [e.text for e in made[0].edits] == ["（", "二", "三", "）强化行政执法监督"]


def test_a_rewritten_paragraph_on_the_same_matter_is_paired() -> None:
    new = "二是优化法律服务。在镇村设立公共法律服务站点，残疾人、老年人等困难群众的援助申请当场受理、当天转办。"
    made = rows([A, C, D], [A, new, D])
    assert [r.kind for r in made] == ["equal", "changed", "equal"]
    assert made[1].similarity < 0.5


def test_repeated_lines_keep_their_order() -> None:
    old = ["分类", "其他", "", A, "分类", "其他", B]
    assert {(r.kind, r.moved) for r in rows(old, [*old[:4], C, *old[4:]])} == {("equal", False), ("added", False)}


def test_nothing_against_something() -> None:
    assert rows([], []) == ()
    assert [r.kind for r in rows([], [A, B])] == ["added", "added"]
    assert [r.kind for r in rows([A, B], [])] == ["dropped", "dropped"]


def test_what_moved_is_half_the_same_at_least() -> None:
    title = "四是深化普法宣传。"
    said = title + "用好广播、墙报和短视频，让法律知识走进千家万户。讲师团进村宣讲，群众踊跃参加。"
    other = title + "年内新建法治公园七处，组织师生旁听庭审，开展知识竞赛，群众踊跃参加。"
    assert told([said, A, B, C], [A, B, C, other])[-1] == ("added", False, "四是")
    assert told([said, A, B, C], [A, B, C, said.replace("踊跃", "积极")])[-1] == ("changed", True, "四是")
