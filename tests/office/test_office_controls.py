"""Content controls: how they are made, found and numbered."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from drafter.office.controls import (
    find_controls,
    highlight,
    is_highlighted,
    number_controls,
    set_run_style,
    shade,
    shortened,
    wrap,
)
from drafter.office.runs import Node, paragraph_text

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(*runs: str) -> Node:
    return parse_xml(f"<w:p {NS}>" + "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in runs) + "</w:p>")


def names(node: Node) -> list[str]:
    return [str(child.tag).rpartition("}")[2] for child in node]


def test_a_control_stands_where_its_runs_stood() -> None:
    p = paragraph("受理", "【待填：", "件】", "。")
    made = wrap(list(p)[1:3], "figure:f-1", "受理案件", prompt=True)
    assert names(p) == ["r", "sdt", "r"]
    assert paragraph_text(p) == "受理【待填：件】。"
    (found,) = find_controls(p)
    assert (found.element, found.kind, found.id, found.label, found.text, found.prompting) == (
        made,
        "figure",
        "f-1",
        "受理案件",
        "【待填：件】",
        True,
    )


def test_what_is_typed_over_a_prompt_takes_its_face_but_not_its_shading() -> None:
    p = paragraph("【待填】")
    set_run_style(p[0], "GwRunIn2")
    shade(p[0])
    made = wrap([p[0]], "text:t-1", "", prompt=True)
    face = made.find(f"{qn('w:sdtPr')}/{qn('w:rPr')}")
    assert face is not None
    assert names(face) == ["rStyle"]


@pytest.mark.parametrize(
    ("label", "shown"),
    [("受理案件", "受理案件"), ("甲" * 64, "甲" * 64), ("甲" * 65, "甲" * 62 + "……"), ("𠮷" * 40, "𠮷" * 31 + "……")],
)
def test_a_label_is_cut_to_what_word_bears(label: str, shown: str) -> None:
    assert shortened(label) == shown


@pytest.mark.parametrize("tag", ["no colon", "figure:" + "f" * 58])
def test_a_tag_that_word_would_not_bear_is_an_error(tag: str) -> None:
    with pytest.raises(ValueError, match="not a tag"):
        wrap([paragraph("甲")[0]], tag, "甲")


def test_numbers_are_unique_and_come_from_the_tag() -> None:
    def numbers(*tags: str) -> list[str]:
        p = paragraph(*tags)
        for run, tag in zip(list(p), tags, strict=True):
            wrap([run], tag, "甲")
        number_controls(p)
        return [node.get(qn("w:val"), "") for node in p.iter(qn("w:id"))]

    alone, twice = numbers("text:b"), numbers("text:a", "text:b", "text:b")
    assert twice[1] == alone[0]
    assert len(set(twice)) == 3
    assert all(0 < int(number) < 2**31 for number in twice)


def test_controls_of_others_are_not_ours() -> None:
    p = parse_xml(
        f'<w:p {NS}><w:sdt><w:sdtPr><w:tag w:val="memo"/></w:sdtPr><w:sdtContent/></w:sdt><w:sdt><w:sdtContent/></w:sdt></w:p>'
    )
    assert find_controls(p) == []


def test_a_highlight_stands_where_word_wants_it() -> None:
    run = parse_xml(f'<w:r {NS}><w:rPr><w:sz w:val="32"/><w:u w:val="single"/><w:lang w:val="zh-CN"/></w:rPr><w:t>甲</w:t></w:r>')
    highlight(run)
    shade(run)
    highlight(run)
    assert names(run[0]) == ["sz", "highlight", "u", "shd", "lang"]
    assert is_highlighted(run)


def test_no_highlight_is_none() -> None:
    assert not is_highlighted(parse_xml(f'<w:r {NS}><w:rPr><w:highlight w:val="none"/></w:rPr></w:r>'))


def test_deleted_text_of_a_control_is_not_its_text() -> None:
    p = parse_xml(
        f'<w:p {NS}><w:sdt><w:sdtPr><w:tag w:val="figure:f-1"/></w:sdtPr><w:sdtContent>'
        '<w:del w:id="1" w:author="甲"><w:r><w:delText>【待填】</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="甲"><w:r><w:t>35件</w:t></w:r></w:ins></w:sdtContent></w:sdt></w:p>'
    )
    assert [found.text for found in find_controls(p)] == ["35件"]
