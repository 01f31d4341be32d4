"""What follows from filled slots is computed; a direction that the values do not bear out is told."""

import copy
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from fill_drafts import SLOTS, TEXTS, Written, block
from test_fill_find import forget_tags
from test_fill_status import clear, control, type_in

from drafter.fill import clean_copy, draft_status, edited_draft, filled_in, write_draft
from drafter.model.draft import Draft, Formula, Piece, Slot
from drafter.model.report import ReportInfo
from drafter.model.span import Span
from drafter.office.controls import find_controls
from drafter.text.written import worded, written


def made(slot_id: str, last: str, formula: Formula | None = None) -> Slot:
    return Slot(
        id=slot_id, kind="figure", label=f"数据{slot_id}", unit="件", last=Span(text=last, start=0, end=len(last)),
        placeholder=f"【待填：数据{slot_id}；上年{last}】", formula=formula,
    )  # fmt: skip


def formula(kind: str, *terms: str, base: float | None = None) -> Formula:
    return Formula(kind=kind, terms=terms, words="按各项", base=base)  # type: ignore[arg-type]


SLOTS_HERE = (
    made("a", "380件"),
    made("b", "增长8.6%", formula("growth", "a", base=380)),
    made("c", "20件"),
    made("d", "400件", formula("sum", "a", "c")),
    made("e", "5.0%", formula("share", "c", "d")),
    made("f", "提高0.4个百分点", formula("points", "e", base=5.0)),
    made("g", "增至15个"),
    made("h", "升至全省第三位"),
)


@pytest.fixture
def figures(tmp_path: Path) -> Written:
    info = ReportInfo(
        path="2025.txt", format="txt", title="云溪市2025年法治政府建设年度报告", issuer="云溪市", year=2025, chars=9
    )
    pieces = [part for s in SLOTS_HERE for part in (Piece(text=s.placeholder, slot=s.id), Piece(text=f"为{s.label}，"))]
    blocks = (
        block("title", "云溪市2026年法治政府建设年度报告"),
        block("heading1", "一、主要成效"),
        block("body", "全年", *pieces),
    )
    draft = Draft(report=info, year=2026, title="云溪市2026年法治政府建设年度报告", slots=SLOTS_HERE, sentences=(), blocks=blocks)
    write_draft(draft, tmp_path / "figures.docx")
    return Written(tmp_path / "figures.docx")


def typed(figures: Written, **texts: str) -> Written:
    def fill(document: Document) -> None:
        for slot_id, text in texts.items():
            type_in(document, slot_id, text)

    return figures.edit(fill)


def computed(figures: Written) -> dict[str, str]:
    return {c.id: c.text for c in draft_status(figures.path, figures.report()).computed}


def findings(figures: Written) -> list[tuple[str, str]]:
    return [(f.level, f.kind) for f in draft_status(figures.path, figures.report()).findings]


@pytest.mark.parametrize(
    ("texts", "result"),
    [
        ({}, {}),
        ({"a": "418件"}, {"b": "增长10.0%"}),
        ({"a": "342件"}, {"b": "下降10.0%"}),
        ({"a": "380件"}, {"b": "持平"}),
        ({"a": "近400件"}, {}),
        ({"a": "430件", "c": "21.5件"}, {"b": "增长13.2%", "d": "452件", "e": "4.8%", "f": "降低0.2个百分点"}),
        ({"a": "400件", "c": "100件", "d": "500件"}, {"b": "增长5.3%", "e": "20.0%", "f": "提高15.0个百分点"}),
        ({"c": "0件", "d": "0件"}, {}),
        ({"a": "999999999999999999万亿件"}, {}),
    ],
)
def test_what_follows_is_computed_in_the_words_of_last_year(
    figures: Written, texts: dict[str, str], result: dict[str, str]
) -> None:
    assert computed(typed(figures, **texts)) == result


@pytest.mark.parametrize(
    ("texts", "result"),
    [
        ({"a": "418件", "b": "增长10%"}, []),
        ({"a": "418件", "b": "下降10%"}, [("must", "direction")]),
        ({"a": "418件", "b": "增长12%"}, [("verify", "arithmetic")]),
        ({"a": "380件", "b": "持平"}, []),
        ({"a": "300件", "c": "20件", "d": "330件"}, [("must", "arithmetic")]),
        ({"c": "30件", "d": "400件", "e": "7.5%"}, []),
        ({"c": "30件", "d": "400件", "e": "9.5%"}, [("verify", "arithmetic")]),
        ({"g": "增至18个"}, []),
        ({"g": "增至14个"}, [("must", "direction")]),
        ({"g": "增至15个"}, [("must", "direction")]),
        ({"g": "降至14个"}, []),
        ({"g": "14个"}, []),
        ({"h": "升至全省第二位"}, []),  # a place rises as its number falls
        ({"h": "升至全省第五位"}, [("must", "direction")]),
        ({"h": "降至全省第五位"}, []),
        ({"a": "418件", "b": "负增长10%"}, [("must", "direction")]),
        ({"a": "798件", "b": "增长1.1倍"}, []),
    ],
)
def test_what_the_values_do_not_bear_out_is_told(figures: Written, texts: dict[str, str], result: list[tuple[str, str]]) -> None:
    assert findings(typed(figures, **texts)) == result


def test_a_contradiction_is_told_with_the_clean_copy_and_hinders_nothing(figures: Written) -> None:
    typed(figures, a="418件", b="下降10%", c="20件", d="438件", e="4.6%", f="降低0.4个百分点", g="增至18个", h="升至全省第二位")
    made, data = clean_copy(edited_draft(figures.path, figures.report()))
    assert made.hindrances == {}
    assert data
    assert [(f.level, f.kind) for f in made.status.findings] == [("must", "direction")]


@pytest.mark.parametrize("forget", [False, True], ids=["controls stand", "controls forgotten"])
def test_what_is_filled_in_stands_in_its_slot_with_its_source(figures: Written, tmp_path: Path, forget: bool) -> None:
    typed(figures, a="400件", c="100件")
    if forget:
        figures.edit(forget_tags)
    status, data = filled_in(edited_draft(figures.path, figures.report()))
    out = Written(tmp_path / "out.docx")
    out.path.write_bytes(data)
    assert {c.id for c in status.computed} == {"b", "d", "e", "f"}
    after = {s.id: s for s in draft_status(out.path, out.report()).slots}
    told = {key: (s.state, s.text, s.source) for key, s in after.items()}
    assert told["d"] == ("filled", "500件", "计算：400＋100")
    assert told["b"] == ("filled", "增长5.3%", "计算：（400－380）÷380")
    assert told["a"] == ("filled", "400件", None)
    assert told["g"][0] == "open"
    assert (
        "全年400件为数据a，增长5.3%为数据b，100件为数据c，500件为数据d，20.0%为数据e，提高15.0个百分点为数据f，"
        in out.report().text
    )


@pytest.mark.parametrize(
    ("text", "value", "way", "about"),
    [
        ("35件", 35, None, False),
        ("3.51万户", 35100, None, False),
        ("约35件", 35, None, True),
        ("20余件", 20, None, True),
        ("下降5.5%", 5.5, "down", False),
        ("同比增长十二个百分点", 12, "up", False),
        ("与上年持平", 0, "flat", False),
        ("三百二十件", 320, None, False),
        ("１，204件", 1204, None, False),
        ("百分之五", 5, None, False),
        ("下降了3.2个百分点", 3.2, "down", False),
        ("-5%", -5, None, False),
        ("增长－5%", 5, "down", False),
        ("负增长5%", 5, "down", False),
        ("增长1.5倍", 1.5, "up", True),
        ("五成", 5, None, True),
        ("四分之三", 0.75, None, True),
        ("1万2千件", 12000, None, False),
        ("由95%提升至96%", 95, None, True),
        ("从三件增至五件", 3, None, True),
        ("35件（其中新收20件）", 35, None, True),
        ("9" * 400, 1e18, None, True),
    ],
)
def test_what_somebody_writes_is_read(text: str, value: float, way: str | None, about: bool) -> None:
    read = written(text)
    assert read is not None
    assert (read.value, read.way, read.about) == (value, way, about)


def test_words_without_a_number_are_no_figure() -> None:
    assert written("已办结") is None


@pytest.mark.parametrize(
    ("value", "last", "text"),
    [(5012, "4907项", "5012项"), (36200, "3.51万户", "3.62万户"), (36254, "近3.51万户", "3.6254万户"), (14, "增至15个", "减至14个"), (98.25, "98.2%", "98.3%"), (12.5, "百分之五", "13%")],
)  # fmt: skip
def test_a_computed_level_is_put_as_last_year(value: float, last: str, text: str) -> None:
    assert worded(value, last, is_change=False) == text


def test_the_small_draft_has_no_formula() -> None:
    assert all(s.formula is None for s in SLOTS)
    assert set(TEXTS) == {s.id for s in SLOTS}


def delete_under_revision(document: Document, slot_id: str) -> None:
    content = control(document, slot_id).element.find(qn("w:sdtContent"))
    deleted = OxmlElement("w:del")
    for run in list(content):
        for text in run.iter(qn("w:t")):
            text.tag = qn("w:delText")
        deleted.append(run)
    content.append(deleted)


def delete_runs(document: Document, slot_id: str) -> None:
    for run in control(document, slot_id).runs():
        run.getparent().remove(run)


def delete_content(document: Document, slot_id: str) -> None:
    content = control(document, slot_id).element.find(qn("w:sdtContent"))
    content.getparent().remove(content)


def comment_in_the_middle(document: Document, slot_id: str) -> None:
    reference = OxmlElement("w:r")
    reference.append(OxmlElement("w:commentReference"))
    control(document, slot_id).runs()[0].addnext(reference)


@pytest.mark.parametrize("change", [delete_under_revision, delete_runs, delete_content, clear, comment_in_the_middle])
def test_a_place_in_whatever_state_takes_what_is_computed(
    figures: Written, tmp_path: Path, change: Callable[[Document, str], None]
) -> None:
    typed(figures, a="418件").edit(lambda document: change(document, "b"))
    marks = len(list(figures.document.element.iter(qn("w:commentReference"))))
    out = Written(tmp_path / "out.docx")
    out.path.write_bytes(filled_in(edited_draft(figures.path, figures.report()))[1])
    assert {s.id: s.text for s in draft_status(out.path, out.report()).slots if s.state == "filled"} == {
        "a": "418件",
        "b": "增长10.0%",
    }
    assert len(list(out.document.element.iter(qn("w:commentReference")))) == marks


@pytest.mark.parametrize("text", ["增长9.9%【待核】", "待定", "【待填：数据b；上年"])
def test_what_somebody_began_to_write_is_left_to_people(figures: Written, text: str) -> None:
    assert computed(typed(figures, a="418件", b=text)) == {}


def test_of_a_place_that_was_copied_only_the_bare_one_is_filled(figures: Written, tmp_path: Path) -> None:
    def copy_and_fill(document: Document) -> None:
        bare = copy.deepcopy(control(document, "b").element)
        type_in(document, "b", "增长9.9%")
        control(document, "b").element.addprevious(bare)

    typed(figures, a="418件").edit(copy_and_fill)
    out = Written(tmp_path / "out.docx")
    out.path.write_bytes(filled_in(edited_draft(figures.path, figures.report()))[1])
    assert [c.text for c in find_controls(out.document.element.body) if c.id == "b"] == ["增长10.0%", "增长9.9%"]
