"""The clean copy: nothing until all is decided, then the text as it stood and no trace of the drafting."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from fill_drafts import Written
from test_fill_find import fill_all, forget_tags
from test_fill_status import type_in

from drafter.fill import clean_copy, edited_draft
from drafter.model.draft import Finish
from drafter.read import read_report


def finish(written: Written) -> tuple[Finish, bytes]:
    return clean_copy(edited_draft(written.path, written.report()))


def revise(document: Document) -> None:
    inserted = OxmlElement("w:ins")
    inserted.set(qn("w:author"), "王某")
    paragraph = document.paragraphs[-1]._p
    run = document.paragraphs[-1].runs[0]._r
    paragraph.remove(run)
    inserted.append(run)
    paragraph.append(inserted)


def comment(document: Document) -> None:
    document.add_comment(document.paragraphs[0].runs, text="此处是否准确？", author="王某", initials="王")


def hide(document: Document) -> None:
    document.add_paragraph().add_run("内部掌握").font.hidden = True


def prompt_by_hand(document: Document) -> None:
    document.add_paragraph("另有【待填：调解案件数】。")


def rename_author(document: Document) -> None:
    document.core_properties.author = "王某"


def test_a_fresh_draft_is_told_what_it_lacks_and_gives_no_copy(written: Written) -> None:
    made, data = finish(written)
    assert (made.hindrances, data) == ({"fill": 5, "write": 1, "keep": 1}, b"")


@pytest.mark.parametrize(
    ("change", "hindrance"),
    [
        (lambda d: type_in(d, "f-1", "【待填】"), {"fill": 1}),
        (lambda d: type_in(d, "t-1", " "), {"write": 1}),
        (revise, {"revision": 1}),
        (comment, {"comment": 1}),
        (hide, {"hidden": 1}),
        (prompt_by_hand, {"loose": 1}),
        (lambda d: d.add_paragraph("另有【待填：调解案件数（件）"), {"loose": 1}),
        (lambda d: d.add_paragraph("另有调解案件数（件）；上年22件】"), {"loose": 1}),
    ],
)
def test_one_thing_undecided_hinders_the_copy(
    written: Written, change: Callable[[Document], None], hindrance: dict[str, int]
) -> None:
    made, data = finish(written.edit(fill_all).edit(change))
    assert (made.hindrances, data) == (hindrance, b"")


def test_a_comment_marked_as_done_hinders_nothing(written: Written, tmp_path: Path) -> None:
    written.edit(fill_all).edit(comment)
    done = (
        '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        '<w15:commentEx w15:paraId="00000001" w15:done="1"/></w15:commentsEx>'
    )
    members = {}
    with zipfile.ZipFile(written.path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    comments = members["word/comments.xml"].decode()
    at = comments.index("<w:p", comments.index('w:author="王某"')) + len("<w:p")
    ids = ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="00000001"'
    members["word/comments.xml"] = (comments[:at] + ids + comments[at:]).encode()
    members["word/commentsExtended.xml"] = done.encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
    types = members["[Content_Types].xml"].decode()
    members["[Content_Types].xml"] = types.replace(
        "</Types>", f'<Override PartName="/word/commentsExtended.xml" ContentType="{kind}"/></Types>'
    ).encode()
    rels = members["word/_rels/document.xml.rels"].decode()
    relation = '<Relationship Id="rIdX" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>'
    members["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", relation + "</Relationships>").encode()
    path = tmp_path / "done.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    made, data = finish(Written(path))
    assert made.hindrances == {}
    assert data
    assert b"commentsExtended" not in data


@pytest.mark.parametrize("before", [lambda d: None, forget_tags], ids=["controls stand", "controls forgotten"])
def test_the_copy_says_what_the_draft_said_and_holds_no_trace(
    written: Written, tmp_path: Path, before: Callable[[Document], None]
) -> None:
    written.edit(fill_all).edit(rename_author).edit(before)
    draft_text = read_report(written.path).text
    made, data = finish(written)
    path = tmp_path / "clean.docx"
    path.write_bytes(data)
    assert not made.hindrances
    assert made.removed["controls"] == 7
    assert read_report(path).text == draft_text
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        whole = "".join(archive.read(name).decode("utf-8", "replace") for name in names)
    assert not [name for name in names if "comment" in name or "customXml" in name or "custom" in name]
    for trace in ("w:sdt", "w:comment", "w:highlight", "DEEAF6", "urn:drafter", "王某", "rsid", "起草提示", "w:ins "):
        assert trace not in whole, trace


def test_the_copy_of_a_copy_is_refused_as_no_draft(written: Written, tmp_path: Path) -> None:
    _, data = finish(written.edit(fill_all))
    path = tmp_path / "clean.docx"
    path.write_bytes(data)
    with pytest.raises(Exception, match="不是 drafter 生成的稿件"):
        finish(Written(path))


def test_the_same_draft_gives_the_same_copy(written: Written) -> None:
    written.edit(fill_all)
    assert finish(written)[1] == finish(written)[1]
