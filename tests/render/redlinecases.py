"""Pairs of Word bodies with everything that an office puts into one: merged cells, controls, lists, notes, comments, fields, sections."""

import random
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

from redlinemakers import CAME, GONE, W, left, letter_aligner, p, r, random_pair, table, tree, word_file
from wordrules import faults

from drafter.compare.align import align
from drafter.render.redline import write_redline

SAME = [f"第{n}项工作稳步推进，{word}制度更加健全，服务水平进一步提高。" for n, word in enumerate("甲乙丙丁戊己", 1)]
MOVED = "市政府常务会议专题学习宪法和行政处罚法，领导干部带头述法，全年组织旁听庭审6次，形成了良好氛围。"
WHO = 'w:author="甲" w:date="2020-01-01T00:00:00Z"'
HEADED = ("领域", "受理（件）", "审结（件）")


def control(*inner: str, tag: str = "figure:a") -> str:
    """A content control as the drafts of `drafter draft` have them, around runs, paragraphs, rows or cells."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{"".join(inner)}</w:sdtContent></w:sdt>'


def cell(text: str, *, span: int = 0, merge: str = "") -> str:
    """A cell over `span` columns; `merge` is restart or continue."""
    face = (f'<w:gridSpan w:val="{span}"/>' if span else "") + (f'<w:vMerge w:val="{merge}"/>' if merge else "")
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{face}</w:tcPr>{p(text)}</w:tc>'


def grid(*rows: str, columns: int = 3) -> str:
    """A table of ready cells, one string a row."""
    wide = '<w:gridCol w:w="2000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{wide}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def merged(figure: str, *more: str) -> str:
    """A head over two columns, a name over two rows."""
    return grid(
        cell("领域", merge="restart") + cell("案件", span=2),
        cell("", merge="continue") + cell("受理") + cell("审结"),
        cell("公安") + cell(figure) + cell("9"),
        *more,
    )


def item(text: str, level: int = 0) -> str:
    return p(text, look=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def field(instruction: str, result: str) -> str:
    """A complex field with its shown result."""
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{kinds[0]}<w:r><w:instrText xml:space='preserve'> {instruction} </w:instrText></w:r>{kinds[1]}{r(result)}{kinds[2]}"


def commented(text: str, number: int = 0) -> str:
    anchor = f'<w:commentRangeStart w:id="{number}"/>{r(text)}<w:commentRangeEnd w:id="{number}"/>'
    return f'{anchor}<w:r><w:commentReference w:id="{number}"/></w:r>'


def section(text: str) -> str:
    return p(text, look='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>')


def whole(*texts: str) -> str:
    return "".join(p(text) for text in texts)


NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
BOOKMARK = '<w:bookmarkStart w:id="40" w:name="here"/>{}<w:bookmarkEnd w:id="40"/>'
PARTS = {
    "comments": f'<w:comment w:id="0" {WHO} w:initials="甲">{p("请核对")}</w:comment>',
    "footnotes": f'<w:footnote w:id="2">{p("数据截至年底。")}</w:footnote>',
    "numbering": '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    "header1": p("内部资料"),
}
CHANGED, AFTER = "全年受理行政复议案件22件，办结20件。", "全年受理行政复议案件37件，办结20件。"
INS = f'<w:ins w:id="51" {WHO}>{r("新稿")}</w:ins>'
DEL = f'<w:del w:id="52" {WHO}><w:r><w:delText>旧稿</w:delText></w:r></w:del>'
PROPS = f'<w:rPr><w:ins w:id="53" {WHO}/></w:rPr>'
CUT = f'<w:rPr><w:del w:id="54" {WHO}/></w:rPr>'

# name: OLD's body, NEW's body
BODIES: dict[str, tuple[str, str]] = {
    "nothing changed": (p("一、举措") + p("受理案件22件。"), p("一、举措") + p("受理案件22件。")),
    "a figure": (p("全年受理行政复议案件22件，办结20件。"), p("全年受理行政复议案件37件，办结20件。")),
    "a figure over three runs": (p("受理案件", "22", "件，已办结。"), p("受理", "案件3", "7件，已", "办结。")),
    "added at the start": (p(SAME[0]), p("新增一段，内容不同。") + p(SAME[0])),
    "added at the end": (p(SAME[0]), p(SAME[0]) + p("新增一段，内容不同。") + p("又一段。", look='<w:jc w:val="right"/>')),
    "dropped at the end": (p(SAME[0]) + p("尾段删去。", look='<w:jc w:val="right"/>'), p(SAME[0])),
    "the last paragraph replaced": (p(SAME[0]) + p("abcdefg"), p(SAME[0]) + p("甲乙丙丁")),
    "everything replaced": (p("abcdefg") + p("hijklmn"), p("甲乙丙丁") + p("戊己庚辛") + p("壬癸")),
    "ends with an insertion before an added paragraph": (
        p(SAME[0]) + p(SAME[1]), p(SAME[0], "另有说明") + p("新增一段，内容不同。") + p(SAME[1]),
    ),
    "ends with an insertion before one that begins with one": (p(SAME[0]) + p(SAME[1]), p(SAME[0], "甲") + p("乙", SAME[1])),
    "ends with a deletion before a dropped paragraph": (
        p(SAME[0], "（略）") + p("abcdefg") + p(SAME[1]), p(SAME[0]) + p(SAME[1]),
    ),
    "white space": (p("  两个空格　全角\t制表") + p("末"), p(" 一个空格　　全角\t\t制表 ") + p("末")),
    "blank lines": (p("甲") + p("") + p("") + p(SAME[0]), p("甲") + p("") + p(SAME[0]) + p("")),
    "a move": (
        p(MOVED) + "".join(p(s) for s in SAME), "".join(p(s) for s in SAME) + p(MOVED) + p("末尾一段。"),
    ),
    "a move with a changed figure": (
        "".join(p(s) for s in SAME[:4]) + p(MOVED) + p(SAME[4]),
        p(SAME[0]) + p(MOVED.replace("6次", "18次")) + "".join(p(s) for s in SAME[1:5]),
    ),
    "a cell": (
        p("表") + table(("项目", "件数"), ("行政复议", "22"), ("行政应诉", "36")) + p("末"),
        p("表") + table(("项目", "件数"), ("行政复议", "37"), ("行政应诉", "36")) + p("末"),
    ),
    "a row added and a row dropped": (
        table(("项目", "件数"), ("行政复议", "22"), ("行政许可", "880")) + p("末"),
        table(("项目", "件数"), ("行政执法监督", "5"), ("行政复议", "22")) + p("末"),
    ),
    "paragraphs in a cell": (
        table(("项目", "甲|乙"), ("说明", "一|二")) + p("末"), table(("项目", "甲|丙|丁"), ("说明", "二")) + p("末"),
    ),
    "a row with another number of cells": (
        table(("项目", "件数"), ("行政复议", "22")) + p("末"), table(("项目", "件数"), ("行政复议", "22", "注")) + p("末"),
    ),
    "a table added": (p("甲") + p("末"), p("甲") + table(("项目", "件数"), ("复议", "1")) + p("末")),
    "a table dropped": (p("甲") + table(("项目", "件数"), ("复议", "1")) + p("末"), p("甲") + p("末")),
    "a table in a cell": (
        table(("项目", table(("内", "1")) + p("后"))) + p("末"), table(("项目", table(("内", "2")) + p("后"))) + p("末"),
    ),
    "a link and a control": (
        p("详见附表22页。"), p("详见", f'<w:hyperlink w:anchor="a">{r("附表")}</w:hyperlink>',
        f'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>{r("37页")}</w:sdtContent></w:sdt>', "。"),
    ),
    "block controls": (
        p("甲") + p(SAME[0]), f"<w:sdt><w:sdtPr/><w:sdtContent>{p('乙新段')}{p(SAME[0])}</w:sdtContent></w:sdt>" + p("末"),
    ),
}  # fmt: skip

# name: OLD's body, NEW's body
STRUCTURES: dict[str, tuple[str, str]] = {
    "a figure under a head over two columns": (merged("12") + p("末"), merged("15") + p("末")),
    "a row came into a merged table": (
        merged("12") + p("末"), merged("12", cell("城管") + cell("3") + cell("2")) + p("末"),
    ),
    "a row with merged cells went": (
        merged("12", cell("合计", span=2) + cell("9")) + p("末"), merged("12") + p("末"),
    ),
    "the cells of a row were merged": (
        grid(cell("公安") + cell("12") + cell("9")) + p("末"), grid(cell("公安") + cell("12（审结9）", span=2)) + p("末"),
    ),
    "a cell over rows changed": (
        grid(cell("公安", merge="restart") + cell("12") + cell("9"), cell("", merge="continue") + cell("3") + cell("1")) + p("末"),
        grid(cell("公安局", merge="restart") + cell("12") + cell("9"), cell("", merge="continue") + cell("4") + cell("1")) + p("末"),
    ),
    "a column came": (
        table(("领域", "受理"), ("公安", "12")) + p("末"), table(("领域", "受理", "审结"), ("公安", "12", "9")) + p("末"),
    ),
    "the body ends in a table": (p(SAME[0]) + table(HEADED, ("公安", "12", "9")), p(SAME[0]) + table(HEADED, ("公安", "15", "9"))),
    "the body now ends in a table": (whole(*SAME[:2]), whole(*SAME[:2]) + table(HEADED, ("公安", "12", "9"))),
    "the body no longer ends in a table": (whole(*SAME[:2]) + table(HEADED, ("公安", "12", "9")), whole(*SAME[:2])),
    "the body begins with a table that came": (whole(*SAME[:2]), table(HEADED, ("公安", "12", "9")) + whole(*SAME[:2])),
    "the body began with a table": (table(HEADED, ("公安", "12", "9")) + whole(*SAME[:2]), whole(*SAME[:2])),
    "a table for a paragraph": (whole(*SAME[:3]), p(SAME[0]) + table(HEADED, ("公安", "12", "9")) + p(SAME[2])),
    "a paragraph for a table": (p(SAME[0]) + table(HEADED, ("公安", "12", "9")) + p(SAME[2]), whole(*SAME[:3])),
    "a table for another table": (
        p(SAME[0]) + table(("甲", "乙"), ("丙", "丁")) + p(SAME[1]), p(SAME[0]) + table(HEADED, ("公安", "12", "9")) + p(SAME[1]),
    ),
    "a paragraph moved over a table": (
        p(MOVED) + p(SAME[0]) + table(HEADED, ("公安", "12", "9")) + p(SAME[1]),
        p(SAME[0]) + table(HEADED, ("公安", "15", "9")) + p(MOVED) + p(SAME[1]),
    ),
    "a paragraph moved in front of a table": (
        whole(SAME[0]) + table(HEADED, ("公安", "12", "9")) + whole(SAME[1], SAME[2], MOVED),
        whole(SAME[0], MOVED) + table(HEADED, ("公安", "12", "9")) + whole(SAME[1], SAME[2]),
    ),
    "a paragraph moved to the end": (whole(MOVED, *SAME), whole(*SAME, MOVED)),
    "a paragraph moved from the end": (whole(*SAME, MOVED), whole(MOVED, *SAME)),
    "two tables lost the paragraph between them": (
        table(("甲", "1")) + p("之间") + table(("乙", "2")) + p("末"), table(("甲", "1")) + p("") + table(("乙", "3")) + p("末"),
    ),
    "a table in a cell came": (table(("项目", "甲")) + p("末"), table(("项目", table(("内", "1")) + p("甲"))) + p("末")),
    "a figure in a table in a cell": (
        table(("项目", p("前") + table(("内", "1"), ("外", "5")) + p("后"))) + p("末"),
        table(("项目", p("前") + table(("内", "2"), ("外", "5")) + p("后"))) + p("末"),
    ),
    "an inline control was filled in": (
        p("受理", control(r("【待填：受理案件（件）】")), "。") + p("末"), p("受理", control(r("37件")), "。") + p("末"),
    ),
    "text before and after an inline control": (
        p("受理", control(r("37件")), "，办结。") + p("末"), p("全年共受理", control(r("37件")), "，均已办结完毕。") + p("末"),
    ),
    "a control around a paragraph": (control(p(CHANGED)) + p("末"), control(p(AFTER)) + p("末")),
    "a control around paragraphs of which the first went": (
        control(whole(*SAME[:3])) + p("末"), control(whole(*SAME[1:3])) + p("末"),
    ),
    "a control around paragraphs after which one came": (
        control(whole(*SAME[:2])) + p("末"), control(whole(*SAME[:2])) + whole("全新的一段文字。", "末"),
    ),
    "a control around a row": (
        grid(cell("领域") + cell("受理"), columns=2) + p("末"),
        f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>{cell("领域")}{cell("受理")}</w:tr>'
        + control(f'<w:tr>{cell("公安")}{cell("12")}</w:tr>') + "</w:tbl>" + p("末"),
    ),
    "a control in a cell": (
        grid(cell("公安") + cell("9"), columns=2) + p("末"),
        grid(cell("公安") + cell("9").replace(p("9"), p(control(r("12")))), columns=2) + p("末"),
    ),
    "an item of a list came": (item("健全制度。") + item("规范执法。"), item("健全制度。") + item("推进公开，接受监督。") + item("规范执法。")),
    "the last item of a list went": (item("健全制度。") + item("规范执法。") + item("推进公开。"), item("健全制度。") + item("规范执法。")),
    "an item moved": (item(MOVED) + "".join(map(item, SAME[:3])), "".join(map(item, SAME[:3])) + item(MOVED)),
    "a comment over a changed figure": (p(CHANGED) + p("末"), p("全年受理行政复议案件", commented("37件"), "，办结20件。") + p("末")),
    "a comment over what came": (whole(*SAME[:2]), p(SAME[0]) + p(commented("全新的一段文字。")) + p(SAME[1])),
    "a comment over text that went": (p(SAME[0], commented("（待核）")) + p("末"), p(SAME[0]) + p("末")),
    "a comment from one paragraph into the next": (
        whole(CHANGED, SAME[0]),
        p('<w:commentRangeStart w:id="0"/>', r(AFTER))
        + p(r(SAME[0]), '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'),
    ),
    "a bookmark around a changed figure": (
        p("受理", BOOKMARK.format(r("22件")), "。") + p("末"), p("受理", BOOKMARK.format(r("37件")), "。") + p("末"),
    ),
    "a link that changed": (
        p("详见", f'<w:hyperlink w:anchor="here">{r("附表一")}</w:hyperlink>', "。") + p("末"),
        p("请参阅", f'<w:hyperlink w:anchor="here">{r("附表二和附表三")}</w:hyperlink>', "的说明。") + p("末"),
    ),
    "a page number in a changed paragraph": (
        p("共22件，见第", field("PAGE", "1"), "页。") + p("末"), p("共37件，见第", field("PAGE", "1"), "页。") + p("末"),
    ),
    "a field that came": (whole(SAME[0], "末"), p(SAME[0]) + p("本页为第", field("PAGE", "1"), "页。") + p("末")),
    "a field that went": (p(SAME[0]) + p("本页为第", field("PAGE", "1"), "页。") + p("末"), whole(SAME[0], "末")),
    "a note in a changed paragraph": (p("受理22件", NOTE, "，办结。") + p("末"), p("受理37件", NOTE, "，全部办结。") + p("末")),
    "a note in a paragraph that went": (p(SAME[0]) + p("删去的一段", NOTE, "。") + p("末"), whole(SAME[0], "末")),
    "a note in a paragraph that came": (whole(SAME[0], "末"), p(SAME[0]) + p("全新的一段文字", NOTE, "。") + p("末")),
    "a section break that stays": (section(SAME[0]) + whole(SAME[1]), section(SAME[0].replace("更加", "日益")) + whole(SAME[1])),
    "a section break that came": (whole(*SAME[:3]), p(SAME[0]) + section(SAME[1]) + p(SAME[2])),
    "a section break that went": (p(SAME[0]) + section(SAME[1]) + p(SAME[2]), whole(*SAME[:3])),
    "a paragraph with a section break came": (whole(SAME[0], SAME[2]), p(SAME[0]) + section("全新的一段文字。") + p(SAME[2])),
    "a paragraph with a section break went": (p(SAME[0]) + section("删去的一段文字。") + p(SAME[2]), whole(SAME[0], SAME[2])),
    "a paragraph came after a section break": (section(SAME[0]), section(SAME[0]) + whole("全新的一段文字。")),
    "revisions inside both": (p("这是", DEL, INS) + p(SAME[0]), p("这是", INS, DEL, "，已定") + p(SAME[0])),
    "paragraphs that came and went inside both": (
        p("甲段文字。", look=PROPS) + whole(*SAME[:2]), p("上半句，", look=CUT) + whole("下半句。", *SAME[:2]),
    ),
    "a paragraph that runs on into a control in new": (
        p(SAME[0]) + control(p("下半句。")), p(SAME[0]) + p("上半句，", look=CUT) + control(p("下半句。")) + p("末"),
    ),
    "an inserted row inside new": (
        table(HEADED, ("公安", "12", "9")) + p("末"),
        grid(*["".join(map(cell, row)) for row in (HEADED, ("公安", "15", "9"))])
        .replace("</w:tbl>", f'<w:tr><w:trPr><w:ins w:id="55" {WHO}/></w:trPr>{cell("城管")}{cell("3")}{cell("2")}</w:tr></w:tbl>') + p("末"),
    ),
    "formatting changed alone": (p(r(CHANGED)), p(r(CHANGED, "<w:b/>"))),
    "a page break and a tab": (p("前\t后") + p("末"), p("前\t中\t后", '<w:r><w:br w:type="page"/></w:r>') + p("末")),
    "a line break": (p(r("一行"), "<w:r><w:br/></w:r>", r("二行")) + p("末"), p(r("一行"), "<w:r><w:br/></w:r>", r("三行")) + p("末")),
    "quotes, dashes, case, blanks and widths": (
        p("坚持“三项制度”——ABC—1期　１２３（甲）") + p("末"), p('坚持"三项制度"--abc-1期 123(甲)') + p("末"),
    ),
}  # fmt: skip


Files = tuple[Path, Path, Path]


def made(
    tmp_path: Path, old: str, new: str, aligner: Callable[..., object] = align, name: str = "x", *, rich: bool = False
) -> Files:
    """OLD, NEW and their redline; `rich` files have a header, comments, notes and lists."""
    parts = PARTS if rich else None
    a, b = (word_file(tmp_path / f"{name}-{side}.docx", body, parts) for side, body in (("old", old), ("new", new)))
    write_redline(a, b, tmp_path / f"{name}.docx", aligner)  # type: ignore[arg-type]
    return a, b, tmp_path / f"{name}.docx"


def tracked(path: Path) -> list[ET.Element]:
    """Every revision with its mark, in order."""
    return [node for node in tree(path).iter() if node.tag in GONE + CAME]


def random_made(tmp_path: Path, seed: int) -> Files:
    """A random pair with tables, controls and both, and its redline by an aligner that errs."""
    rng = random.Random(seed)
    old, new = random_pair(rng, tables=seed % 3 == 0, controls=seed % 2 == 1)
    return made(tmp_path, old, new, letter_aligner(rng), f"r{seed}")  # type: ignore[arg-type]


def holds(a: Path, b: Path, redline: Path) -> None:
    """Law 3 by our own reader; ids and layout as Word wants them."""
    assert left(redline, GONE) == left(b, GONE)
    assert left(redline, CAME) == left(a, GONE)
    ids = [node.get(W + "id") for node in tracked(redline)]
    assert all(ids)
    assert len(ids) == len(set(ids))
    assert faults(tree(redline)) == []
