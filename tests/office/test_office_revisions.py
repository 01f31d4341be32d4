"""Tracked changes: how edits are laid, ids, and existing revisions read as accepted."""

import pytest
from docx.oxml import parse_xml

from drafter.model.change import Edit
from drafter.office.accepted import accept_revisions
from drafter.office.revisions import Reviser, sealed, used_ids
from drafter.office.runs import Node, paragraph_text

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHO = 'w:author="甲" w:date="2020-01-01T00:00:00Z"'


def edits(marked: str) -> tuple[Edit, ...]:
    """`受理-22+37=件`: a sign before each piece, = for what stays."""
    ops = {"-": "delete", "+": "insert", "=": "equal"}
    found: list[Edit] = []
    for char in marked:
        if char in ops:
            found.append(Edit(op=ops[char], text=""))  # type: ignore[arg-type]
        else:
            found[-1] = Edit(op=found[-1].op, text=found[-1].text + char)
    return tuple(found)


@pytest.mark.parametrize(
    ("given", "following", "laid"),
    [
        ("=甲-乙+丙", None, "=甲-乙+丙"),
        ("=甲-乙+丙", "delete", "=甲-乙+丙"),
        ("=甲-乙+丙", "insert", "=甲+丙-乙"),
        ("=甲-乙+丙-丁+戊", "insert", "=甲-乙+丙+戊-丁"),
        ("=甲乙+丙", "insert", "=甲+乙丙-乙"),
        ("=甲乙-丙", "delete", "=甲-乙丙+乙"),
        ("=甲+丙", "insert", "+甲丙-甲"),
        ("+丙", "insert", "+丙"),
        ("=甲-乙=丙", "delete", "=甲-乙=丙"),
    ],
)
def test_the_last_edit_is_not_of_the_kind_that_follows(given: str, following: str | None, laid: str) -> None:
    made = sealed(edits(given), following)
    assert made == edits(laid)
    for gone in ("insert", "delete"):
        assert "".join(e.text for e in made if e.op != gone) == "".join(e.text for e in edits(given) if e.op != gone)


def test_ids_are_free_ones_in_rising_order() -> None:
    root = parse_xml(f'<w:p {NS}><w:bookmarkStart w:id="2" w:name="a"/><w:bookmarkEnd w:id="2"/></w:p>')
    reviser = Reviser("甲", "2026-01-20T00:00:00Z", used_ids([root]))
    assert [reviser.new_id() for _ in range(3)] == ["1", "3", "4"]


def test_deleted_text_is_named_as_deleted() -> None:
    run = parse_xml(f"<w:r {NS}><w:t>甲</w:t></w:r>")
    made = Reviser("甲", "2026-01-20T00:00:00Z", ()).wrap("del", [run])
    assert [str(node.tag).rpartition("}")[2] for node in made.iter()] == ["del", "r", "delText"]


def body(inner: str) -> Node:
    made: Node = parse_xml(f"<w:body {NS}>{inner}</w:body>")
    return made


CUT = f'<w:p><w:pPr><w:rPr><w:del w:id="1" {WHO}/></w:rPr></w:pPr><w:r><w:t>上</w:t></w:r></w:p>'
BELOW = "<w:p><w:r><w:t>下</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("inner", "texts"),
    [
        (f'<w:p><w:ins w:id="1" {WHO}><w:r><w:t>增</w:t></w:r></w:ins><w:r><w:t>甲</w:t></w:r></w:p>', ["增甲"]),
        (f'<w:p><w:del w:id="1" {WHO}><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:t>甲</w:t></w:r></w:p>', ["甲"]),
        (
            f'<w:p><w:moveFrom w:id="1" {WHO}><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>'
            f'<w:p><w:moveTo w:id="2" {WHO}><w:r><w:t>移</w:t></w:r></w:moveTo></w:p>',
            ["", "移"],
        ),
        (
            f'<w:p><w:pPr><w:rPr><w:del w:id="1" {WHO}/></w:rPr></w:pPr><w:r><w:t>上</w:t></w:r></w:p>'
            "<w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>下</w:t></w:r></w:p>",
            ["上下"],
        ),
        (
            f'<w:tbl><w:tr><w:trPr><w:del w:id="1" {WHO}/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>'
            f'<w:tbl><w:tr><w:trPr><w:ins w:id="2" {WHO}/></w:trPr><w:tc><w:p><w:r><w:t>行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
            ["行"],
        ),
        (f"{CUT}<w:sdt><w:sdtPr/><w:sdtContent>{BELOW}</w:sdtContent></w:sdt><w:p/>", ["上下", ""]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent><w:p/>{CUT}</w:sdtContent></w:sdt>{BELOW}", ["", "上下"]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{CUT}</w:sdtContent></w:sdt>{BELOW}", ["上下"]),
        (f'<w:p><w:r><w:rPr><w:rPrChange w:id="1" {WHO}><w:rPr/></w:rPrChange></w:rPr><w:t>甲</w:t></w:r></w:p>', ["甲"]),
    ],
)
def test_existing_revisions_are_read_as_accepted(inner: str, texts: list[str]) -> None:
    root = body(inner)
    assert accept_revisions(root)
    assert [paragraph_text(node) for node in root.iter() if str(node.tag).endswith("}p")] == texts
    assert not accept_revisions(root)


def test_a_control_that_is_left_without_content_goes() -> None:
    root = body(f"<w:sdt><w:sdtPr/><w:sdtContent>{CUT}</w:sdtContent></w:sdt>{BELOW}")
    accept_revisions(root)
    assert [str(node.tag).rpartition("}")[2] for node in root] == ["p"]


def test_a_joined_paragraph_has_the_formatting_of_the_mark_that_stays() -> None:
    root = body(
        f'<w:p><w:pPr><w:jc w:val="left"/><w:rPr><w:del w:id="1" {WHO}/></w:rPr></w:pPr><w:r><w:t>上</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>下</w:t></w:r></w:p>'
    )
    accept_revisions(root)
    assert [list(node.attrib.values()) for node in root.iter() if str(node.tag).endswith("}jc")] == [["right"]]
