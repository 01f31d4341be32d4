"""A Word file becomes the lines that its reader sees when every revision is accepted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readmakers import NAMESPACES, cell, deleted, docx, field, ins, lines, numbered, numbering, p, package, r, read, sdt, table
from readmakers import level as lvl

from drafter.read.word import read_word

BR = "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>"
MARK_DELETED = '<w:rPr><w:del w:id="9" w:author="a"/></w:rPr>'
BOX = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
TEXT_BOX = (
    f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{BOX}</w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
CONTENTS = p(field('TOC \\o "1-2"', r("一、总体情况1")))

NESTED = field("IF", r("甲")).replace("IF</w:instrText></w:r>", "IF</w:instrText></w:r>" + field("X", r("不读")))

CASES = [
    # name, blocks of the body, lines
    ("paragraphs in order", ["甲", "", "　　乙　"], ["甲", "乙"]),
    ("runs run on", [p("行政", "复议", "12件")], ["行政复议12件"]),
    ("a soft break ends a line", [p(BR)], ["甲", "乙"]),
    (
        "tabs and hyphens",
        [p("<w:r><w:t>甲</w:t><w:tab/><w:t>2</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>3人</w:t></w:r>")],
        ["甲\t2-3人"],
    ),
    ("a newline of the XML is a blank", [p("甲\n乙")], ["甲 乙"]),
    ("a control around a run", [p("共", sdt(r("12件"), "figure:a"), "。")], ["共12件。"]),
    ("a control around paragraphs", [sdt(p("甲") + p("乙"))], ["甲", "乙"]),
    ("a control in a control", [sdt(sdt(p("甲", sdt(r("乙")))))], ["甲乙"]),
    (
        "a control around a cell and a row",
        [f"<w:tbl><w:tr>{sdt(cell('甲'))}{cell('1')}</w:tr>{sdt('<w:tr>' + cell('乙') + '</w:tr>')}</w:tbl>"],
        ["甲\t1", "乙"],
    ),
    ("filled in under the mark of a prompt", [p("甲", sdt(r("35件"), extra="<w:showingPlcHdr/>"))], ["甲35件"]),
    ("a prompt of Word is no text", [p("甲", sdt(r("单击此处输入文字"), extra="<w:showingPlcHdr/>"))], ["甲"]),
    ("insertions and deletions", [p("共", deleted("11件"), ins(r("12件")), "。")], ["共12件。"]),
    ("an inserted control", [p(ins(sdt(ins(r("甲")))))], ["甲"]),
    ("a move", [p(f"<w:moveFrom>{r('甲')}</w:moveFrom>", r("乙"), f"<w:moveTo>{r('甲')}</w:moveTo>")], ["乙甲"]),
    ("a deleted paragraph mark joins", [p("甲", ppr=MARK_DELETED), p("乙"), p("丙")], ["甲乙", "丙"]),
    ("a wholly deleted paragraph is gone", [p(deleted("甲"), ppr=MARK_DELETED), p("乙")], ["乙"]),
    ("a deleted mark before a table", [p("甲", ppr=MARK_DELETED), table(["乙"])], ["甲", "乙"]),
    ("a deleted mark at the end", [p("甲", ppr=MARK_DELETED)], ["甲"]),
    ("hyperlinks and smart tags", [p(f"<w:hyperlink>{r('甲')}</w:hyperlink>", f"<w:smartTag>{r('乙')}</w:smartTag>")], ["甲乙"]),
    ("of a field only the result", [p("第", field("PAGE", r("3")), "页")], ["第3页"]),
    ("a field inside a field's instruction", [p(NESTED)], ["甲"]),
    ("a field that never ends hides nothing", [p("<w:r><w:fldChar w:fldCharType='begin'/></w:r>", r("甲")), p("乙")], ["乙"]),
    ("a simple field", [p(f"<w:fldSimple w:instr='DATE'>{r('3月')}</w:fldSimple>")], ["3月"]),
    ("a table of contents", [CONTENTS, "一、总体情况"], ["一、总体情况"]),
    (
        "a table of contents that never ends",
        [CONTENTS.replace('<w:fldChar w:fldCharType="end"/>', ""), "甲"],
        ["一、总体情况1", "甲"],
    ),
    ("symbols", [p("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:font='宋体' w:char='3007'/></w:r>")], ["☑〇"]),
    (
        "the base of a ruby",
        [
            p(
                "<w:r><w:ruby><w:rt><w:r><w:t>kun</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>堃</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            )
        ],
        ["堃"],
    ),
    ("hidden text", [p("甲", r("乙", "<w:vanish/>"), r("丙", '<w:vanish w:val="0"/>'))], ["甲丙"]),
    ("a formula", [p("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>")], ["a=b"]),
    ("a table", ["表1", table(["事项", "件数"], ["复议", "12"])], ["表1", "事项\t件数", "复议\t12"]),
    ("a wide cell keeps the columns", [table([cell("甲", properties='<w:gridSpan w:val="2"/>'), "丙"])], ["甲\t\t丙"]),
    (
        "a cell merged upwards is empty",
        [table([cell("甲", properties='<w:vMerge w:val="restart"/>'), "1"], [cell("甲", properties="<w:vMerge/>"), "2"])],
        ["甲\t1", "2"],
    ),
    ("lines in a cell run on", [table([cell("行政", "许可"), cell("12", "件")])], ["行政许可\t12 件"]),
    (
        "a tab in a cell is a blank",
        [table(["<w:tc>" + p("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>") + "</w:tc>", "1"])],
        ["甲 乙\t1"],
    ),
    ("a frame of one cell", [table([cell("甲", "乙")])], ["甲", "乙"]),
    ("a table in a table", [table([cell("甲", table(["乙", "1"]), "")])], ["甲", "乙\t1"]),
    (
        "a deleted row",
        ["<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell("甲") + "</w:tr><w:tr>" + cell("乙") + "</w:tr></w:tbl>"],
        ["乙"],
    ),
    ("a text box is not read", [p("甲", TEXT_BOX)], ["甲"]),
]


@pytest.mark.parametrize(("blocks", "expected"), [pytest.param(*row[1:], id=row[0]) for row in CASES])
def test_a_word_file_becomes_the_lines_that_its_reader_sees(blocks: list[str], expected: list[str]) -> None:
    assert lines(read(*blocks)) == expected


NOTES = [
    ("revisions", [p("共", deleted("1"), ins(r("2"))), p("甲", ppr=MARK_DELETED), "乙"], "文中含修订标记3处，按全部接受读取"),
    (
        "an inserted paragraph counts once",
        [p(ins(r("甲")), ppr='<w:rPr><w:ins w:id="1"/></w:rPr>')],
        "文中含修订标记1处，按全部接受读取",
    ),
    ("text boxes count once each", [p("甲", TEXT_BOX, TEXT_BOX)], "文本框2处未读取"),
    ("pictures", [p("甲", "<w:r><w:drawing><a:blip/></w:drawing></w:r>")], "图片、图表1处，其中的文字未读取"),
    (
        "foot and end notes",
        [p("甲", "<w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:endnoteReference w:id='1'/></w:r>")],
        "脚注、尾注2处未读取",
    ),
    ("comments", [p("甲", "<w:r><w:commentReference w:id='0'/></w:r>")], "批注1处未读取"),
    ("hidden text", [p("甲", r("乙", "<w:vanish/>"))], "隐藏文字1处未读取"),
    ("external content", ["甲", "<w:altChunk r:id='x'/>"], "嵌入的外部内容1处未读取"),
    ("a table of contents", [CONTENTS, "甲"], "目录1处未读取"),
]


@pytest.mark.parametrize(("blocks", "note"), [pytest.param(*row[1:], id=row[0]) for row in NOTES])
def test_what_is_not_read_is_said(blocks: list[str], note: str) -> None:
    assert read(*blocks).notes == (note,)


@pytest.mark.parametrize(
    ("text", "notes"), [("第 1 页 共 9 页", ()), ("— 1 —", ()), ("内部资料", ("页眉页脚中的文字1处未读取",))]
)
def test_headers_are_told_unless_they_are_page_numbers(text: str, notes: tuple[str, ...]) -> None:
    assert read("甲", header=f"<w:hdr {NAMESPACES}>{p(text)}</w:hdr>").notes == notes


BOLD = "<w:b/>"
KAI = '<w:rFonts w:eastAsia="楷体_GB2312"/>'
STYLES = (
    f"<w:styles {NAMESPACES}>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="h"><w:basedOn w:val="a"/><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="s"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style></w:styles>'
)
FACES = [
    ("a bold lead", p(r("（一）学习。", BOLD), "各项"), "（一）学习。"),
    ("a lead in 楷体", p(r("（一）", KAI), r("学习。", KAI), "各项"), "（一）学习。"),
    ("blanks do not end it", p(r("甲", BOLD), " ", r("乙", BOLD), "丙"), "甲 乙"),
    ("the whole line", p(r("甲", BOLD)), "甲"),
    ("plain text", p("甲"), None),
    ("bold further on", p("甲", r("乙", BOLD)), None),
    ("bold switched off", p(r("甲", '<w:b w:val="0"/>')), None),
    ("by the paragraph's style", p("甲", ppr='<w:pStyle w:val="h"/>'), "甲"),
    ("a face against the style", p(r("甲", '<w:rFonts w:eastAsia="仿宋"/>'), ppr='<w:pStyle w:val="h"/>'), None),
    ("by a character style", p(r("甲", '<w:rStyle w:val="s"/>'), "乙"), "甲"),
    ("a style based on itself", p("甲", ppr='<w:pStyle w:val="loop"/>'), None),
    ("after an indent", p("　　", r("甲", BOLD), "乙"), "甲"),
]


@pytest.mark.parametrize(("block", "expected"), [pytest.param(*row[1:], id=row[0]) for row in FACES])
def test_the_bold_beginning_of_a_paragraph_is_marked(block: str, expected: str | None) -> None:
    raw = read(block, styles=STYLES)
    first = raw.paragraphs[0]
    assert (None if first.bold_until is None else raw.text[first.start : first.bold_until]) == expected


def test_an_automatic_number_is_bold_with_its_heading() -> None:
    block = numbered("X").replace(r("X"), r("学习。", BOLD) + r("各项"))
    raw = read(block, lists=numbering(lvl(0, "chineseCounting", "（%1）")))
    assert raw.text[: raw.paragraphs[0].bold_until] == "（一）学习。"


LIT = '<w:highlight w:val="yellow"/>'
SLOTS = [
    # name, block, (kind, id, text, open)
    (
        "a figure wanted",
        p("共", sdt(r("【待填：办结案件（件）；上年22件】"), "figure:f1", "办结案件"), "。"),
        ("figure", "f1", "【待填：办结案件（件）；上年22件】", True),
    ),
    ("a figure given", p("共", sdt(r("31件"), "figure:f1")), ("figure", "f1", "31件", False)),
    ("text half written", p(sdt(r("已完成。【待核：数据】"), "text:t")), ("text", "t", "已完成。【待核：数据】", True)),
    ("an emptied control", p("共", sdt("", "figure:f1"), "件"), ("figure", "f1", "", True)),
    ("a sentence kept, not yet confirmed", p(sdt(r("继续。", LIT), "keep:k")), ("keep", "k", "继续。", True)),
    ("a sentence kept and confirmed", p(sdt(r("继续。"), "keep:k")), ("keep", "k", "继续。", False)),
    (
        "highlight none is no highlight",
        p(sdt(r("继续。", '<w:highlight w:val="none"/>'), "keep:k")),
        ("keep", "k", "继续。", False),
    ),
    ("an id with a colon", p(sdt(r("张某"), "name:a:b")), ("name", "a:b", "张某", False)),
    ("revised by hand", p(sdt(deleted("22件") + ins(r("23件")), "figure:f1")), ("figure", "f1", "23件", False)),
    ("in a table", table(["复议", cell(p(sdt(r("12"), "figure:c")))]), ("figure", "c", "12", False)),
    ("around paragraphs", sdt(p("甲") + p("") + p("乙"), "text:t"), ("text", "t", "甲\n乙", False)),
    ("of several runs", p(sdt(r("甲") + r("乙", BOLD), "ordinal:o"), "丙"), ("ordinal", "o", "甲乙", False)),
    ("blanks at its ends", p(sdt(r("　　甲"), "date:d")), ("date", "d", "甲", False)),
]


@pytest.mark.parametrize(("block", "expected"), [pytest.param(*row[1:], id=row[0]) for row in SLOTS])
def test_controls_of_a_draft_are_slots(block: str, expected: tuple[str, str, str, bool]) -> None:
    raw = read("前", block, "后")
    assert [(s.kind, s.slot_id, raw.text[s.start : s.end], s.open) for s in raw.slots] == [expected]


def test_a_slot_bears_the_name_that_people_see_and_others_are_none() -> None:
    raw = read(p(sdt(r("1"), "figure:a", "受理案件"), sdt(r("2"), "other:b"), sdt(r("3"), "figure:"), sdt(r("4"))))
    assert [(s.slot_id, s.label) for s in raw.slots] == [("a", "受理案件")]
    assert raw.text == "1234\n"


def test_a_control_in_a_control_and_a_copied_one_are_all_told() -> None:
    raw = read(p(sdt(r("甲") + sdt(r("1件"), "figure:f"), "keep:k")), p(sdt(r("2件"), "figure:f")))
    assert [(s.slot_id, raw.text[s.start : s.end]) for s in raw.slots] == [("k", "甲1件"), ("f", "1件"), ("f", "2件")]


def test_an_emptied_control_in_a_paragraph_of_its_own_keeps_a_place() -> None:
    raw = read("甲", p(sdt("", "text:t")), "乙")
    assert [(s.start, s.end) for s in raw.slots] == [(2, 2)]
    at_end = read("甲", p(sdt("", "text:t")))
    assert [(s.start, s.end) for s in at_end.slots] == [(2, 2)]


def test_strict_files_and_parts_of_other_names_are_read() -> None:
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = f"<w:document {NAMESPACES}><w:body>{p('甲')}</w:body></w:document>".replace(
        usual, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{kind}" Target="/word/document2.xml"/></Relationships>'
    )
    assert read_word(package({"_rels/.rels": rels, "word/document2.xml": strict}), "a").text == "甲\n"


CONTENT = st.recursive(
    st.sampled_from([r("甲"), r(" 　"), r("乙12件", BOLD), deleted("丙"), ins(r("丁")), BR, field("PAGE", r("3"))]),
    lambda inner: st.one_of(
        inner.map(lambda c: sdt(c, "figure:x")),
        inner.map(lambda c: f"<w:hyperlink>{c}</w:hyperlink>"),
        st.tuples(inner, inner).map("".join),
    ),
    max_leaves=6,
)
BLOCKS = st.recursive(
    st.tuples(CONTENT, st.sampled_from(["", MARK_DELETED])).map(lambda made: p(made[0], ppr=made[1])),
    lambda inner: st.one_of(
        inner.map(lambda c: sdt(c, "text:y")),
        st.tuples(inner, inner).map(lambda cells: table([cell(cells[0]), cell(cells[1], p(""))])),
    ),
    max_leaves=5,
)


@given(st.lists(BLOCKS, max_size=4))
def test_no_word_file_breaks_the_law_of_lines_and_slots(blocks: list[str]) -> None:
    raw = read_word(docx(*blocks), "a")
    for x in raw.paragraphs:
        line = raw.text[x.start : x.end]
        assert line
        assert line == line.strip()
        assert "\n" not in line
        assert x.bold_until is None or x.start < x.bold_until <= x.end
    assert [x.start for x in raw.paragraphs] == sorted(x.start for x in raw.paragraphs)
    for slot in raw.slots:
        assert 0 <= slot.start <= slot.end <= len(raw.text)
