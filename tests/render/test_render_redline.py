"""The redline: accept-all is NEW, reject-all is OLD, and a reader sees just what changed."""

import hashlib
import zipfile
from pathlib import Path

import docx
import pytest
from redlinecases import BODIES, MOVED, SAME, holds, made, random_made, tracked
from redlinemakers import CAME, GONE, NS, W, left, p, r, revisions, text_of, tree, word_file

from drafter.compare.align import align
from drafter.model.errors import UnreadableInput
from drafter.render.redline import write_redline


@pytest.mark.parametrize("name", BODIES)
def test_accepting_all_gives_new_and_rejecting_all_gives_old(tmp_path: Path, name: str) -> None:
    holds(*made(tmp_path, *BODIES[name]))


@pytest.mark.parametrize("seed", range(40))
def test_the_law_holds_for_any_pairing(tmp_path: Path, seed: int) -> None:
    holds(*random_made(tmp_path, seed))


def test_an_unchanged_document_has_no_revision(tmp_path: Path) -> None:
    *_, redline = made(tmp_path, *BODIES["nothing changed"])
    assert revisions(redline, "ins", "del", "moveFrom", "moveTo") == []


def test_a_changed_figure_is_marked_alone(tmp_path: Path) -> None:
    *_, redline = made(tmp_path, *BODIES["a figure"])
    assert (revisions(redline, "del"), revisions(redline, "ins")) == (["22件"], ["37件"])


def test_a_long_unit_is_not_marked(tmp_path: Path) -> None:
    *_, redline = made(tmp_path, p("办结率比上年提高1个百分点，群众满意。"), p("办结率比上年提高9个百分点，群众满意。"))
    assert (revisions(redline, "del"), revisions(redline, "ins")) == (["1"], ["9"])


def test_a_figure_changed_in_a_cell_leaves_the_rest_of_the_table_alone(tmp_path: Path) -> None:
    *_, redline = made(tmp_path, *BODIES["a cell"])
    assert (revisions(redline, "del"), revisions(redline, "ins")) == (["22"], ["37"])


def test_a_row_that_came_is_tracked_as_a_row(tmp_path: Path) -> None:
    *_, redline = made(tmp_path, *BODIES["a row added and a row dropped"])
    tracked = {name: [text_of(row) for row in tree(redline).iter(W + "tr") if row.find(f"{W}trPr/{W}{name}") is not None]
               for name in ("ins", "del")}  # fmt: skip
    assert [len(rows) for rows in tracked.values()] == [1, 1]


def test_a_moved_paragraph_is_a_move_with_its_own_edits_beside_it(tmp_path: Path) -> None:
    *_, redline = made(tmp_path, *BODIES["a move with a changed figure"])
    assert "".join(revisions(redline, "moveTo")) == "".join(revisions(redline, "moveFrom")) == MOVED.replace("6次", "")
    assert (revisions(redline, "del"), revisions(redline, "ins")) == (["6次"], ["18次"])
    nested = [inner.tag for outer in tracked(redline) for inner in list(outer.iter())[1:] if inner.tag in GONE + CAME]
    assert nested == []


def test_both_ends_of_a_move_have_one_name_and_closed_ranges(tmp_path: Path) -> None:
    *_, redline = made(tmp_path, *BODIES["a move"])
    body = tree(redline)
    for end in ("moveFrom", "moveTo"):
        starts = list(body.iter(f"{W}{end}RangeStart"))
        assert [s.get(W + "name") for s in starts] == ["move1"]
        assert [s.get(W + "id") for s in starts] == [e.get(W + "id") for e in body.iter(f"{W}{end}RangeEnd")]


def test_a_run_keeps_its_formatting_when_it_is_cut(tmp_path: Path) -> None:
    *_, redline = made(tmp_path, p(r("受理22件", "<w:i/>"), "。"), p(r("受理37件", "<w:b/>"), "。"))
    faces = {text_of(run): [f.tag for f in run.findall(f"{W}rPr/*")] for run in tree(redline).iter(W + "r")}
    assert faces == {"受理": [W + "b"], "22件": [W + "i"], "37件": [W + "b"], "。": []}


def test_the_formatting_of_the_last_paragraph_is_tracked_where_marks_shift(tmp_path: Path) -> None:
    *_, redline = made(tmp_path, *BODIES["dropped at the end"])
    last = list(tree(redline).iter(W + "p"))[-1]
    looks = last.find(f"{W}pPr")
    assert looks is not None
    assert looks.find(f"{W}jc") is None
    assert looks.find(f"{W}pPrChange/{W}pPr/{W}jc") is not None


def test_existing_revisions_are_read_as_accepted(tmp_path: Path) -> None:
    who = 'w:author="甲" w:date="2020-01-01T00:00:00Z"'
    gone = f'<w:del w:id="1" {who}><w:r><w:delText>旧稿</w:delText></w:r></w:del>'
    came = f'<w:ins w:id="2" {who}>{r("新稿")}</w:ins>'
    joined = f'<w:p><w:pPr><w:rPr><w:del w:id="3" {who}/></w:rPr></w:pPr>{r("上半")}</w:p>{p("下半")}'
    _, _, redline = made(tmp_path, p("这是", gone, came) + joined, p("这是", came, gone, "二") + p("上半下半"))
    assert left(redline, CAME) == ["这是新稿", "上半下半"]
    assert left(redline, GONE) == ["这是新稿二", "上半下半"]
    assert "甲" not in {node.get(W + "author") for node in tree(redline).iter()}


def test_ids_differ_from_those_that_the_file_has(tmp_path: Path) -> None:
    marks = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="3" w:name="b"/><w:bookmarkEnd w:id="3"/>'
    *_, redline = made(tmp_path, p("受理22件。"), p(marks, "受理37件。"))
    assert {node.get(W + "id") for node in tracked(redline)} == {"2", "4"}


def test_author_and_date_are_those_asked_for_and_settings_stay(tmp_path: Path) -> None:
    a, b = word_file(tmp_path / "a.docx", p("受理22件。")), word_file(tmp_path / "b.docx", p("受理37件。"))
    write_redline(a, b, tmp_path / "c.docx", align, author="法制科", date="2026-01-20")
    stamped = {(n.get(W + "author"), n.get(W + "date")) for n in tracked(tmp_path / "c.docx")}
    assert stamped == {("法制科", "2026-01-20T00:00:00Z")}
    with zipfile.ZipFile(tmp_path / "c.docx") as archive:
        assert b"trackRevisions" not in archive.read("word/settings.xml")
        assert f'<w:settings xmlns:w="{NS}">'.encode() in archive.read("word/settings.xml")


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    digests = set()
    for name in "ab":
        *_, redline = made(tmp_path, *BODIES["a move with a changed figure"], name=name)
        digests.add(hashlib.sha256(redline.read_bytes()).hexdigest())
    assert len(digests) == 1


def test_headers_and_comments_of_new_stay(tmp_path: Path) -> None:
    for name, figure in (("a", "22"), ("b", "37")):
        document = docx.Document()
        run = document.add_paragraph("受理").add_run(f"{figure}件")
        if name == "b":
            document.add_comment(run, text="请核对", author="审核", initials="审")
            document.sections[0].header.paragraphs[0].text = "内部资料"
        document.save(tmp_path / f"{name}.docx")
    write_redline(tmp_path / "a.docx", tmp_path / "b.docx", tmp_path / "c.docx", align)
    after = docx.Document(tmp_path / "c.docx")
    assert [c.text for c in after.comments] == ["请核对"]
    assert after.sections[0].header.paragraphs[0].text == "内部资料"
    holds(tmp_path / "a.docx", tmp_path / "b.docx", tmp_path / "c.docx")


@pytest.mark.parametrize("sides", ["text text", "text word", "word text"])
def test_a_side_may_be_plain_paragraphs(tmp_path: Path, sides: str) -> None:
    old = ["江北市2024年报告", "一、举措", "（一）复议。受理22件。", "删去的一段。", "江北市人民政府", "2025年1月2日"]
    new = ["江北市2025年报告", "一、举措", "（一）复议。受理37件。", "江北市人民政府", "2026年1月2日"]
    files = [word_file(tmp_path / f"{k}.docx", "".join(map(p, lines))) for k, lines in enumerate((old, new))]
    given = [f if kind == "word" else lines for kind, f, lines in zip(sides.split(), files, (old, new), strict=True)]
    write_redline(given[0], given[1], tmp_path / "x.docx", align)
    assert left(tmp_path / "x.docx", GONE) == new
    assert left(tmp_path / "x.docx", CAME) == old
    assert "37件" in revisions(tmp_path / "x.docx", "ins")


def test_a_dropped_paragraph_keeps_the_style_that_both_documents_know(tmp_path: Path) -> None:
    for name in "ab":
        document = docx.Document()
        document.add_paragraph(SAME[0])
        if name == "a":
            document.add_paragraph("删去的标题", style="Heading 2")
        document.add_paragraph(SAME[1])
        document.save(tmp_path / f"{name}.docx")
    write_redline(tmp_path / "a.docx", tmp_path / "b.docx", tmp_path / "c.docx", align)
    styles = {par.style.name for par in docx.Document(tmp_path / "c.docx").paragraphs if par.style is not None}
    assert "Heading 2" in styles


def test_an_aligner_that_errs_cannot_break_the_law(tmp_path: Path) -> None:
    def wrong(old: list[object], new: list[object]) -> tuple[object, ...]:
        rows = align(old, new)  # type: ignore[arg-type]
        return tuple(type(row)(**{f: getattr(row, f) for f in row.__slots__} | {"edits": row.edits[:1]}) for row in rows)

    holds(*made(tmp_path, *BODIES["a move with a changed figure"], aligner=wrong))


def test_a_file_that_is_no_word_file_is_named_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"no")
    good = word_file(tmp_path / "b.docx", p("x"))
    with pytest.raises(UnreadableInput, match=r"a\.docx：不是完好的 Word 文件"):
        write_redline(tmp_path / "a.docx", good, tmp_path / "c.docx", align)
    assert not (tmp_path / "c.docx").exists()
