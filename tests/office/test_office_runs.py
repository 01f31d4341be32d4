"""The text of a paragraph, and cutting its runs."""

import pytest
from docx.oxml import parse_xml

from drafter.office.runs import BREAK, Node, copied_runs, cut, made_run, paragraph_text, pieces, run_text, xml_text

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(inner: str) -> Node:
    made: Node = parse_xml(f"<w:p {NS}>{inner}</w:p>")
    return made


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:r><w:t>受理</w:t></w:r><w:r><w:t>22件</w:t></w:r>", "受理22件"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/></w:r>", f"甲\t乙{BREAK}"),
        ('<w:r><w:br w:type="page"/><w:t>新页</w:t></w:r>', "新页"),
        ("<w:hyperlink><w:r><w:t>附表</w:t></w:r></w:hyperlink>", "附表"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>【待填】</w:t></w:r></w:sdtContent></w:sdt>", "【待填】"),
        ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:instrText>PAGE</w:instrText></w:r>", ""),
        ("<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>", ""),
    ],
)
def test_text_is_what_stands_in_the_paragraph(inner: str, text: str) -> None:
    assert paragraph_text(paragraph(inner)) == text


def test_a_cut_keeps_text_order_and_formatting() -> None:
    made = paragraph("<w:r><w:rPr><w:b/></w:rPr><w:t>受理</w:t><w:tab/><w:t>22件已办</w:t></w:r>")
    cut(made, [2, 3, 6])
    assert [run_text(piece.run) for piece in pieces(made)] == ["受理", "\t", "22件", "已办"]
    assert all(len(piece.run[0]) == 1 for piece in pieces(made))


def test_a_cut_at_the_edge_of_a_run_makes_no_new_run() -> None:
    made = paragraph("<w:r><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r>")
    cut(made, [0, 1, 2])
    assert len(pieces(made)) == 2


def test_copied_runs_bring_text_and_no_picture() -> None:
    source = paragraph("<w:r><w:t>甲乙</w:t><w:drawing/></w:r><w:r><w:t>丙丁</w:t></w:r>")
    made = copied_runs(source, 1, 3, lambda face: face)
    assert [run_text(run) for run in made] == ["乙", "丙"]
    assert not [node for run in made for node in run if str(node.tag).endswith("drawing")]


def test_a_made_run_reads_back() -> None:
    assert run_text(made_run(f" 甲\t乙{BREAK}丙 ", None)) == f" 甲\t乙{BREAK}丙 "


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    assert xml_text("红\x1b[31m\x07\ufffe字\t") == "红[31m字\t"
