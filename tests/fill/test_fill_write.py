"""What a draft looks like as a Word file: text, styles, controls, comments, table, signature, bytes."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from fill_drafts import BLOCKS, DRAFT, SLOTS, TEXTS, Written, block, draft_of, held

from drafter.fill import write_draft
from drafter.fill.register import read_register
from drafter.fill.template import build_template
from drafter.model.draft import Piece
from drafter.office.controls import find_controls, is_highlighted
from drafter.office.gongwen import new_document
from drafter.office.package import save_deterministic
from drafter.shipped import template as shipped


def lines(path: Path) -> list[str]:
    return [p.text for p in docx.Document(str(path)).element.body.iter(qn("w:p")) if (p.text or "").strip()]


def styles(written: Written) -> dict[str, str]:
    return {"".join(t.text or "" for t in p._p.iter(qn("w:t")))[:6]: p.style.name for p in written.document.paragraphs if p.style}


def test_the_text_is_that_of_the_blocks_in_their_order(written: Written) -> None:
    expected = ["".join(piece.text for piece in made.pieces) for made in BLOCKS]
    assert [line for line in written.report().text.split("\n") if line] == expected


@pytest.mark.parametrize(
    ("begin", "style"),
    [
        ("云溪市202", "公文标题"),
        ("云溪市人民代", "公文主送机关"),
        ("2026年，", "公文正文"),
        ("一、主要举措", "公文一级标题"),
        ("（一）化解行", "公文正文"),
        ("（二）规范执", "公文二级标题"),
        ("1.统一文书", "公文三级标题"),
        ("云溪市人民政", "公文署名"),
        ("【待填：落款", "公文日期"),
        ("（此件公开发", "公文附注"),
    ],
)
def test_each_kind_of_paragraph_has_its_style(written: Written, begin: str, style: str) -> None:
    assert {name for text, name in styles(written).items() if text.startswith(begin[:6])} == {style}


def test_only_the_heading_of_a_run_in_paragraph_is_set_in_its_face(written: Written) -> None:
    paragraph = next(p for p in written.document.paragraphs if p.text.startswith("（一）"))
    faces = {run.text: run.style.name for run in paragraph.runs if run.style is not None}
    assert faces["（一）化解行政争议。"] == "公文二级标题字"
    assert faces["全年受理"] == "Default Paragraph Font"


def test_every_slot_is_a_control_with_its_tag_its_label_and_its_text(written: Written) -> None:
    controls = {f"{c.kind}:{c.id}": (c.label, c.text) for c in find_controls(written.document.element.body)}
    assert controls == {f"{s.kind}:{s.id}": (s.label, TEXTS[s.id]) for s in SLOTS}


def test_ids_of_controls_are_unique_and_stay_when_something_is_written_before_them(written: Written, tmp_path: Path) -> None:
    def ids(path: Path) -> dict[str, str]:
        found = find_controls(docx.Document(str(path)).element.body)
        return {c.id: c.element.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for c in found}

    first = ids(written.path)
    write_draft(draft_of(block("title", "题"), block("body", held("t-1")), *BLOCKS[4:6]), tmp_path / "other.docx")
    assert len(set(first.values())) == len(SLOTS)
    assert {k: first[k] for k in ("t-1", "f-1")} == {k: v for k, v in ids(tmp_path / "other.docx").items() if k in ("t-1", "f-1")}


def test_a_kept_sentence_is_highlighted_and_nothing_else_is(written: Written) -> None:
    marked = [
        "".join(t.text or "" for t in run.iter(qn("w:t")))
        for run in written.document.element.body.iter(qn("w:r"))
        if is_highlighted(run)
    ]
    assert marked == [TEXTS["k-1"]]


def test_open_places_are_replaced_by_the_first_key_and_kept_sentences_are_not(written: Written) -> None:
    prompting = {c.id for c in find_controls(written.document.element.body) if c.prompting}
    assert prompting == {s.id for s in SLOTS if s.kind != "keep"}


def test_a_comment_encloses_the_whole_control(written: Written) -> None:
    document = written.document
    assert [comment.text for comment in document.comments] == ["请写明本年进展。"]
    start = next(document.element.body.iter(qn("w:commentRangeStart")))
    tags = [str(node.tag).rpartition("}")[2] for node in start.getparent()]
    assert tags == ["pPr", "commentRangeStart", "sdt", "commentRangeEnd", "r"]


def test_comments_tell_no_time(written: Written) -> None:
    with zipfile.ZipFile(written.path) as archive:
        assert b"w:date" not in archive.read("word/comments.xml")


def test_rows_become_one_table_with_its_head_repeated(written: Written) -> None:
    (table,) = written.document.tables
    assert [c.text for c in table.rows[0].cells] == ["事项", "2025年", "2026年"]
    assert [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True, False]
    assert [c.id for c in find_controls(table._tbl)] == ["f-2"]


def test_rows_that_text_parts_are_two_tables(tmp_path: Path) -> None:
    rows = [block("table_row", "甲\t1件"), block("body", "另外，"), block("table_row", "乙\t2件\t3件"), block("table_row", "丙")]
    write_draft(draft_of(block("title", "题"), *rows), tmp_path / "d.docx")
    tables = docx.Document(str(tmp_path / "d.docx")).tables
    assert [[[c.text for c in row.cells] for row in table.rows] for table in tables] == [
        [["甲", "1件"]],
        [["乙", "2件", "3件"], ["丙", "", ""]],
    ]


@pytest.mark.parametrize(
    ("issuer", "date", "sealed", "indents"),
    [
        ("云溪市人民政府", "2027年1月20日", False, ["200", "50"]),
        ("云溪市府", "2027年1月20日", False, ["650", "200"]),
        ("云溪市人民政府", "2027年1月20日", True, ["375", "400"]),
        ("云溪市人民政府", held("d-1"), False, ["200", "50"]),
    ],
)
def test_signature_and_date_stand_where_the_standard_wants_them(
    tmp_path: Path, issuer: str, date: str | Piece, sealed: bool, indents: list[str]
) -> None:
    write_draft(
        draft_of(block("title", "题"), block("signature", issuer), block("date", date)), tmp_path / "d.docx", sealed=sealed
    )
    last = docx.Document(str(tmp_path / "d.docx")).paragraphs[-2:]
    assert [p._p.pPr.ind.get(qn("w:rightChars")) for p in last] == indents


def test_the_last_paragraph_of_text_stays_with_the_signature(written: Written) -> None:
    held_together = [p.text for p in written.document.paragraphs if p.paragraph_format.keep_with_next]
    assert held_together == ["特此报告。", "云溪市人民政府"]


def test_a_caption_stays_with_its_table_and_a_paragraph_of_text_may_part_from_it(tmp_path: Path) -> None:
    draft = draft_of(
        block("title", "题"),
        block("body", "分领域办理情况表"),
        block("table_row", "领域\t受理"),
        block("body", "甲" * 60),
        block("table_row", "领域\t审结"),
    )
    write_draft(draft, tmp_path / "d.docx")
    kept = {p.text: p.paragraph_format.keep_with_next for p in docx.Document(str(tmp_path / "d.docx")).paragraphs}
    assert kept["分领域办理情况表"]
    assert not kept["甲" * 60]


def test_the_same_draft_gives_the_same_bytes(written: Written, tmp_path: Path) -> None:
    write_draft(DRAFT, tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == written.path.read_bytes()


def test_nothing_of_the_template_and_no_private_mark_is_left(written: Written) -> None:
    with zipfile.ZipFile(written.path) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8")
            assert not re.search(r"\{[{%#]|[%#}]\}|urn:drafter:building|[\ufdd0-\ufdef]", text), name


def test_properties_name_the_report_and_nobody(written: Written) -> None:
    core = written.document.core_properties
    assert (core.title, core.author, core.last_modified_by) == (DRAFT.title, "", "")


@pytest.mark.parametrize(
    "text", ["甲<乙>&丙", "{{ 标题 }}{% if %}", "第一行\n第二行", "甲\ufdd0\ufdd4乙\x07", "“引号”与'单引号'", "A\tB"]
)
def test_any_text_comes_through_a_template_unharmed(tmp_path: Path, text: str) -> None:
    write_draft(draft_of(block("title", "题"), block("body", text)), tmp_path / "d.docx")
    expected = re.sub("[\ufdd0-\ufdef\x07]", "", text)
    assert docx.Document(str(tmp_path / "d.docx")).paragraphs[-1].text == expected


def test_a_draft_without_a_title_block_has_its_title(tmp_path: Path) -> None:
    write_draft(draft_of(block("body", "甲。")), tmp_path / "d.docx")
    assert [p.text for p in docx.Document(str(tmp_path / "d.docx")).paragraphs] == [DRAFT.title, "甲。"]


def test_two_lines_of_title_stay_two(tmp_path: Path) -> None:
    write_draft(
        draft_of(block("title", "云溪市人民政府"), block("title", "年度报告"), block("body", "甲。")), tmp_path / "d.docx"
    )
    shown = docx.Document(str(tmp_path / "d.docx")).paragraphs
    assert [(p.text, p.style.name if p.style else "") for p in shown[:2]] == [
        ("云溪市人民政府", "公文标题"),
        ("年度报告", "公文标题"),
    ]


def test_a_piece_of_an_unknown_slot_is_an_error_of_the_caller(tmp_path: Path) -> None:
    wrong = replace(DRAFT, slots=SLOTS[1:])
    with pytest.raises(ValueError, match="f-1"):
        write_draft(wrong, tmp_path / "d.docx")


def test_the_list_in_the_file_gives_the_slots_back(written: Written) -> None:
    assert read_register(written.path).slots == tuple((s, TEXTS[s.id]) for s in SLOTS)


def test_the_shipped_template_is_what_the_code_builds(tmp_path: Path) -> None:
    build_template(tmp_path / "report.docx")
    assert (tmp_path / "report.docx").read_bytes() == shipped("report.docx").read_bytes()


def custom_template(tmp_path: Path) -> Path:
    """A bureau's own: no style of ours beside those it was born with, a running head, the title twice, bold text."""
    document = new_document()
    document.sections[0].header.paragraphs[0].text = "{{ 发文机关 }} {{ 标题 }}"
    document.add_paragraph("{{ 标题 }}")
    document.add_paragraph("（{{ 上年 }}—{{ 年份 }}，{{ 标题 }}）")
    document.add_paragraph("{%p for 段 in 正文 %}")
    document.add_paragraph().add_run("{{ 段.文字 }}").bold = True
    document.add_paragraph("{%p endfor %}")
    save_deterministic(document, tmp_path / "own.docx")
    return tmp_path / "own.docx"


def test_a_template_of_a_bureaus_own_keeps_its_head_and_its_faces(tmp_path: Path) -> None:
    write_draft(DRAFT, tmp_path / "d.docx", template=custom_template(tmp_path))
    document = docx.Document(str(tmp_path / "d.docx"))
    assert document.sections[0].header.paragraphs[0].text == f"云溪市人民政府 {DRAFT.title}"
    assert document.paragraphs[1].text == f"（2025—2026，{DRAFT.title}）"
    assert all(
        run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for c in find_controls(document.element.body) for run in c.runs()
    )
    assert len(find_controls(document.element.body)) == len(SLOTS)
