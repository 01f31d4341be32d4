"""The ledger's figures in open places, and departments' texts beside them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx.document import Document
from ledger_drafts import BY_ID, DRAFT, comments, filled, fresh, offer, slots, texts, told
from test_fill_find import forget_tags
from test_fill_status import drop_control, type_in

from drafter.fill import with_offers
from drafter.model.ledger import Offer

ALL = (offer("a", 418), offer("c", 22), offer("e", 130, "130余人", about="余"), offer("f", -2, "下降2%"), offer("g", 15))
FILLED = {"a": "418件", "b": "增长10.0%", "c": "22件", "d": "440件", "e": "130余人", "f": "下降2%", "g": "15个"}


@pytest.mark.parametrize("forget", [False, True], ids=["controls stand", "controls forgotten"])
def test_open_places_are_filled_in_the_words_of_last_year_and_what_hangs_on_them_is_computed(
    tmp_path: Path, forget: bool
) -> None:
    draft = fresh(tmp_path / "a.docx")
    if forget:
        draft.edit(forget_tags)
    made = filled(draft, *ALL)
    assert texts(draft) == FILLED
    assert told(made) == {"filled": ["a", "c", "e", "f", "g"], "computed": ["b", "d"]}
    assert slots(draft)["a"].source == "指标台账：市司法局（第一次），报418件"
    assert slots(draft)["d"].source == "计算：418＋22"


def test_a_draft_made_with_the_ledger_is_the_same_as_one_filled_from_it(tmp_path: Path) -> None:
    made = with_offers(DRAFT, ALL)
    assert {slot.id: slot.value for slot in made.slots if slot.value} == FILLED
    assert made.notes == ("按指标台账填入报送数据5处，算出2处",)
    born, later = fresh(tmp_path / "a.docx", made), fresh(tmp_path / "b.docx")
    filled(later, *ALL)
    assert [(s.state, s.text, s.source) for s in slots(born).values()] == [
        (s.state, s.text, s.source) for s in slots(later).values()
    ]
    assert born.report().text == later.report().text


def test_filling_twice_changes_nothing(tmp_path: Path) -> None:
    draft = fresh(tmp_path / "a.docx")
    filled(draft, *ALL, offer("t", None, "已建成。"))
    before = draft.path.read_bytes()
    again = filled(draft, *ALL, offer("t", None, "已建成。"), update=True)
    assert (again.touched, again.fillings) == (False, ())
    assert draft.path.read_bytes() == before


def test_a_returned_sum_counts_and_what_it_does_not_come_to_is_told(tmp_path: Path) -> None:
    draft = fresh(tmp_path / "a.docx")
    made = filled(draft, offer("a", 418), offer("c", 22), offer("d", 450), offer("b", 12))
    assert texts(draft) == {"a": "418件", "b": "增长10.0%", "c": "22件", "d": "450件"}
    assert [(f.level, f.kind) for f in made.status.findings] == [("must", "arithmetic")]


def test_a_returned_rate_is_taken_where_it_cannot_be_computed(tmp_path: Path) -> None:
    draft = fresh(tmp_path / "a.docx")
    filled(draft, offer("b", 12, "12%"))
    assert texts(draft) == {"b": "增长12%"}


@pytest.mark.parametrize(
    "bad",
    [
        offer("f", 2, "2%"),  # behind 下降3.1% it may be a fall or a rise
        offer("a", None, "400至420件"),
        Offer(id="a", label="", department="市司法局", number=418, scale=1, about="", text="418万元", source="台账", unit="元"),
    ],
    ids=["a direction that nobody told", "a range", "another unit"],
)
def test_what_cannot_be_put_into_the_words_is_laid_beside_and_the_place_stays_open(tmp_path: Path, bad: Offer) -> None:
    draft = fresh(tmp_path / "a.docx")
    made = filled(draft, bad)
    assert texts(draft) == {}
    assert told(made)["hand"] == [bad.id]
    assert comments(draft) == [("起草提示", f"市司法局报送：{bad.text}（{bad.source}）")]


def test_what_people_wrote_stays_and_is_told_where_the_ledger_says_otherwise(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        for slot_id, text in {"a": "400件", "c": "22件", "e": "近130人", "g": "十余个【待填：联系点"}.items():
            type_in(document, slot_id, text)

    draft = fresh(tmp_path / "a.docx").edit(write)
    made = filled(draft, *ALL)
    assert {key: text for key, text in texts(draft).items() if key in "ace"} == {"a": "400件", "c": "22件", "e": "近130人"}
    assert slots(draft)["g"].text == "十余个【待填：联系点"
    (differs,) = [f for f in made.fillings if f.kind == "differs"]
    assert (differs.id, differs.old, differs.text, differs.old_source) == ("a", "400件", "418件", "")
    assert slots(draft)["a"].source is None


def test_what_nobody_has_returned_is_told_with_its_department(tmp_path: Path) -> None:
    made = filled(fresh(tmp_path / "a.docx"), offer("a", 418), offer("g", None, department="市营商办"))
    missing = {f.id: f.department for f in made.fillings if f.kind == "missing"}
    assert missing == {"c": "司法局", "d": "司法局", "e": "司法局", "f": "司法局", "g": "市营商办"}


def test_a_text_is_laid_beside_its_prompt_once_and_again_when_it_changed(tmp_path: Path) -> None:
    draft = fresh(tmp_path / "a.docx")
    first = (offer("t", None, "已建成。", department="数据局"), offer("t", None, "资金到位。", department="财政局"))
    assert told(filled(draft, *first))["beside"] == ["t", "t"]
    laid = [
        ("起草提示", "数据局报送：已建成。（指标台账：数据局（第一次），报已建成。）"),
        ("起草提示", "财政局报送：资金到位。（指标台账：财政局（第一次），报资金到位。）"),
    ]
    assert comments(draft) == laid
    assert "beside" not in told(filled(draft, *first))
    later = replace(first[0], source="指标台账：数据局（第二次）")
    assert "again" not in told(filled(draft, later, first[1]))
    changed = offer("t", None, "已建成并验收。", department="数据局")
    assert told(filled(draft, changed, first[1]))["again"] == ["t"]
    assert comments(draft)[:2] == laid
    assert len(comments(draft)) == 3
    assert slots(draft)["t"].state == "open"


def test_a_draft_made_with_the_ledger_knows_which_texts_it_laid(tmp_path: Path) -> None:
    text = offer("t", None, "已建成。")
    draft = fresh(tmp_path / "a.docx", with_offers(DRAFT, (text,)))
    assert len(comments(draft)) == 1
    assert "beside" not in told(filled(draft, text))


@pytest.mark.parametrize(("kind", "slot_id"), [("case", "a"), ("problem", "u"), ("next", "v")])
def test_a_story_is_laid_at_the_first_place_of_its_part(tmp_path: Path, kind: str, slot_id: str) -> None:
    draft = fresh(tmp_path / "a.docx")
    (laid,) = [f for f in filled(draft, offer(kind, None, "一段文字。")).fillings if f.kind == "beside"]
    assert laid.id == slot_id
    assert comments(draft)[0][1].startswith("市司法局报送典型案例：一段文字。")


def test_a_case_is_laid_where_its_department_answers(tmp_path: Path) -> None:
    draft = with_offers(
        DRAFT, (offer("g", 15, department="市营商办、市司法局"), offer("case", None, "一段文字。", department="市营商办"))
    )
    assert [("联系点" in b.pieces[0].text) for b in draft.blocks if b.beside] == [True]


def test_comments_stand_outside_of_controls(tmp_path: Path) -> None:
    draft = fresh(tmp_path / "a.docx")
    filled(draft, offer("t", None, "已建成。"), offer("g", None, "约十来个"))
    xml = draft.document.element.body.xml
    inside = "".join(re.findall(r"<w:sdtContent>.*?</w:sdtContent>", xml, re.DOTALL))
    assert "comment" in xml
    assert "comment" not in inside


def test_a_text_for_a_place_that_is_gone_is_told(tmp_path: Path) -> None:
    def take_out(document: Document) -> None:
        for paragraph in document.paragraphs:
            if "建成平台" in paragraph._p.xml:
                drop_control(document, "t")
                paragraph._p.getparent().remove(paragraph._p)

    draft = fresh(tmp_path / "a.docx").edit(take_out)
    assert told(filled(draft, offer("t", None, "已建成。")))["unplaced"] == ["t"]


def test_the_names_and_departments_of_the_ledger_are_those_of_the_draft() -> None:
    named = Offer(
        id="a", label="办理的案件【含】", department="市法院", number=None, scale=1, about="", text="", source="", unit="件"
    )
    slot = with_offers(DRAFT, (named,)).slots[0]
    assert (slot.label, slot.department) == ("办理的案件【含】", "市法院")
    assert slot.placeholder == "【待填：办理的案件［含］（件）；上年380件】"
    assert with_offers(DRAFT, (named,)).blocks[2].pieces[1].text == slot.placeholder


def test_every_figure_that_is_printed_was_in_last_years_text_or_in_the_ledger() -> None:
    made = with_offers(DRAFT, ALL)
    known = {number for offer in ALL for number in re.findall(r"\d+", offer.text)}
    for slot in made.slots:
        if slot.value and not (slot.source or "").startswith("计算"):
            assert set(re.findall(r"\d+", slot.value)) <= known
    assert BY_ID.keys() == {slot.id for slot in made.slots}
