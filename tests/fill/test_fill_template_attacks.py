"""Templates that mean harm: one line that says so, nothing written, nothing fetched, nothing run."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.parser import parse_xml
from fill_drafts import DRAFT

from drafter.fill import process, template_fields, write_draft
from drafter.fill.template import build_template
from drafter.model.errors import BadTemplate
from drafter.office.gongwen import new_document
from drafter.office.package import save_deterministic
from drafter.zips import zip_of

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WHOLE = ("{{ 标题 }}", "{%p for 段 in 正文 %}", "{{ 段.文字 }}", "{%p endfor %}")


def template_of(folder: Path, *paragraphs: str, change: Callable[[Document], None] | None = None) -> Path:
    document = new_document()
    for text in (*paragraphs, *WHOLE):
        document.add_paragraph(text)
    if change is not None:
        change(document)
    save_deterministic(document, folder / "own.docx")
    return folder / "own.docx"


def refusal(template: Path) -> str:
    """What is said of a template by the check; a draft through it says the same and is not written."""
    with pytest.raises(BadTemplate) as checked:
        template_fields(template)
    out = template.parent / "out.docx"
    with pytest.raises(BadTemplate) as drafted:
        write_draft(DRAFT, out, template=template)
    assert not out.exists()
    # The paragraph that is shown as an example is another.
    assert str(drafted.value).partition("（如")[0] == str(checked.value).partition("（如")[0]
    assert str(checked.value).startswith(f"{template}：")
    assert "\n" not in str(checked.value)
    return str(checked.value)


def test_the_templates_of_these_tests_work_without_what_is_wrong_in_them(tmp_path: Path) -> None:
    assert template_fields(template_of(tmp_path)) == ("标题", "正文", "段.文字")


# what stands in the template, what is said
WRITTEN = [
    ("{% include '/etc/passwd' %}", "不允许"),
    ("{% import 'other.docx' as other %}", "不允许"),
    ("{% from 'other.docx' import name %}", "不允许"),
    ("{% extends 'base.docx' %}", "不允许"),
    ("{{ ''.__class__ }}", "不允许"),
    ("{{ 标题.__class__.__mro__[1].__subclasses__() }}", "不允许"),
    ("{{ 标题['__class__'] }}", "不允许"),
    ("{{ 标题|attr('__class__') }}", "不允许"),
    ("{{ 正文[0].文字.upper() }}", "不允许"),
    ("{{ 正文.append(1) }}", "不允许"),
    ("{{ '{0.__class__}'.format(标题) }}", "不允许"),
    ("{{ '{样式.__class__}'.format_map(正文[0]) }}", "不允许"),
    ("{% for a in 正文 %}{{ loop.__init__.__globals__ }}{% endfor %}", "不允许"),
    ("{{ self.__init__ }}", "不允许"),
    ("{{ cycler('a').__init__.__globals__.os }}", "“cycler”无法识别"),
    ("{{ joiner }}", "“joiner”无法识别"),
    ("{% set n = namespace(a=1) %}", "“namespace”无法识别"),
    ("{{ lipsum(n=99999) }}", "“lipsum”无法识别"),
    ("{{ dict(a=1) }}", "“dict”无法识别"),
    ("{% for a in range(10**9) %}{% endfor %}", "“range”无法识别"),
    ("{{ config }}", "“config”无法识别"),
    ("{{ [1, 2]|random }}", "写法有误"),
    ("{% do 正文.clear() %}", "写法有误"),
    ("{% debug %}", "写法有误"),
    ("{% call a() %}", "写法有误"),
    ("{{ 'x' * 10 ** 9 }}", "内存过多"),
    ("{{ '%1000000000d' % 1 }}", "内存过多"),
    ("{{ 标题|center(10 ** 9) }}", "内存过多"),
    ("{{ ([0] * 10 ** 9)|length }}", "内存过多"),
    ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "过久"),
    # docxtpl's own: a picture, another document, rich text are objects that a draft does not give.
    ("{{ subdoc('other.docx') }}", "“subdoc”无法识别"),
    ("{{ InlineImage('a.png') }}", "“InlineImage”无法识别"),
    ("{{r RichText('a') }}", "“RichText”无法识别"),
    ("{{p 另文 }}", "“另文”无法识别"),
    ("{%p include 'a.docx' %}", "不允许"),
    ("{%- include 'a.docx' -%}", "不允许"),
    ("{%p if 段 %}", "写法有误"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "said"), WRITTEN, ids=[row[0][:40] for row in WRITTEN])
def test_what_a_template_may_not_say_is_refused(tmp_path: Path, written: str, said: str) -> None:
    assert said in refusal(template_of(tmp_path, written))


@pytest.mark.parametrize(
    "written", ["{%p if 年份 > 上年 %}", "{%- if 年份 -%}", "{% for a in 正文 %}", "{{ 标题|replace('年度', '') }}"]
)
def test_fields_loops_conditions_and_filters_are_allowed(tmp_path: Path, written: str) -> None:
    ends = {"{%p if": ("甲", "{%p endif %}"), "{%- if": ("甲{% endif %}",), "{% for": ("{{ loop.index }}{% endfor %}",)}
    rest = ends.get(written[:6], ())
    parts = (written, *rest) if written.startswith("{%p") else (written + "".join(rest),)
    assert "标题" in template_fields(template_of(tmp_path, *parts))


def test_nested_loops_are_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "TIME_LIMIT", 2.0)
    assert "过久" in refusal(template_of(tmp_path, "{% for a in 正文 %}" * 9 + "{% endfor %}" * 9))


def test_what_one_operation_spends_on_a_number_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "TIME_LIMIT", 2.0)
    assert "过久" in refusal(template_of(tmp_path, "{{ 9 ** (9 ** 9) }}"))


@pytest.mark.parametrize("written", ["{{r 段.文字 }}", "{{ 段 }}", "{{ 段.文字|length }}"])
def test_a_draft_that_a_template_swallows_is_refused(tmp_path: Path, written: str) -> None:
    document = new_document()
    for text in (WHOLE[0], WHOLE[1], written, WHOLE[3]):
        document.add_paragraph(text)
    save_deterministic(document, tmp_path / "own.docx")
    assert "没有写出“主送机关”" in refusal(tmp_path / "own.docx")


# ---- what would be fetched or run when the draft is opened ----


def relation(kind: str, target: str, *, settings: bool = False) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        part = document.part._settings_part if settings else document.part
        part.relate_to(target, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}", is_external=True)

    return change


def content(xml: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        body = document.element.body
        body.insert(0, parse_xml(f'<w:p xmlns:w="{W_NS}" xmlns:v="urn:schemas-microsoft-com:vml">{xml}</w:p>'))

    return change


def complex_field(*instructions: str) -> str:
    parts = "".join(f"<w:r><w:instrText>{text}</w:instrText></w:r>" for text in instructions)
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{parts}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


FETCHED = [
    (relation("attachedTemplate", "http://example.org/a.dotm", settings=True), "a.dotm"),
    (relation("image", "http://example.org/a.png"), "a.png"),
    (relation("oleObject", "file:///c:/a.xls"), "a.xls"),
    (relation("frame", "\\\\server\\share\\a.html"), "server"),
    (relation("subDocument", "file:///c:/a.docx"), "a.docx"),
    (relation("mailMergeSource", "file:///c:/a.mdb", settings=True), "a.mdb"),
    (content('<w:fldSimple w:instr=" DDEAUTO cmd calc "/>'), "DDEAUTO"),
    (content(complex_field("DDE excel a")), "DDE"),
    (content(complex_field(" INCLUDE", "PICTURE http://example.org/a.png")), "INCLUDEPICTURE"),
    (content(complex_field("includetext c:/a.docx")), "INCLUDETEXT"),
    (content(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF 1=1 </w:instrText></w:r>{complex_field("LINK Excel a")}'), "LINK"),
    (content('<w:r><w:pict><v:imagedata src="http://example.org/a.png"/></w:pict></w:r>'), "a.png"),
    (content("<w:subDoc/>"), "subDoc"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "named"), FETCHED, ids=[row[1] for row in FETCHED])
def test_what_reaches_outside_the_file_is_refused_and_named(
    tmp_path: Path, change: Callable[[Document], None], named: str
) -> None:
    line = refusal(template_of(tmp_path, change=change))
    assert "文件以外的内容" in line
    assert named in line


def test_a_field_that_only_the_filled_template_shows_is_refused_too(tmp_path: Path) -> None:
    hidden = '{% set a = "DDE" %}'
    field = content(f"<w:r><w:t>{hidden}</w:t></w:r>{complex_field('{{ a }}AUTO cmd')}")
    assert "DDEAUTO" in refusal(template_of(tmp_path, change=field))


def test_a_link_that_only_a_click_follows_is_allowed(tmp_path: Path) -> None:
    assert template_fields(template_of(tmp_path, change=relation("hyperlink", "http://example.org/")))


def rewritten(template: Path, members: dict[str, bytes]) -> Path:
    """The template with some members changed or added."""
    with zipfile.ZipFile(template) as archive:
        all_members = {name: archive.read(name) for name in archive.namelist()} | members
    template.write_bytes(zip_of(all_members.items()))
    return template


@pytest.mark.parametrize(
    "name", ["word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin", "customUI/customUI.xml"]
)
def test_macros_controls_and_embedded_objects_are_refused(tmp_path: Path, name: str) -> None:
    assert "宏、控件或嵌入的对象" in refusal(rewritten(template_of(tmp_path), {name: b"<a/>"}))


@pytest.mark.parametrize(
    "name", ["../../evil.xml", "/etc/evil.xml", "C:\\evil.xml", "word/..\\..\\..\\evil.xml", "%2e%2e/evil.xml"]
)
def test_a_member_outside_the_archive_is_refused_and_not_unpacked(tmp_path: Path, name: str) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert "不合规" in refusal(rewritten(template_of(inner), {name: b"<a/>"}))
    assert [p.name for p in tmp_path.rglob("*evil*")] == []


ENTITIES = '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
)


@pytest.mark.parametrize(
    "entity", [f"{ENTITIES}]>", '<!DOCTYPE a [<!ENTITY j SYSTEM "file:///etc/passwd">]>'], ids=["laughs", "file"]
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
def test_entities_are_refused_and_never_resolved(tmp_path: Path, entity: str, part: str) -> None:
    template = template_of(tmp_path, "甲")
    with zipfile.ZipFile(template) as archive:
        text = archive.read(part).decode("utf-8")
    head, rest = text.split("?>", 1)
    assert "不合规" in refusal(rewritten(template, {part: f"{head}?>{entity}{rest.replace('甲', '&j;')}".encode()}))


def test_a_part_in_another_encoding_hides_nothing(tmp_path: Path) -> None:
    theme = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY j "j">]><a>&j;</a>'.encode("utf-16")
    assert "不合规" in refusal(rewritten(template_of(tmp_path), {"word/theme/theme1.xml": theme}))


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 150_000_000)
    (tmp_path / "own.docx").write_bytes(out.getvalue())
    assert "内存过多" in refusal(tmp_path / "own.docx")


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "word/styles.xml", "_rels/.rels"])
@pytest.mark.parametrize("data", [b"", b"<w:p", b"not xml"], ids=["empty", "cut", "text"])
def test_a_damaged_part_is_told_in_one_line(tmp_path: Path, part: str, data: bytes) -> None:
    assert "不是 Word 模板" in refusal(rewritten(template_of(tmp_path), {part: data}))


def test_the_check_tells_the_fields_of_the_shipped_template(tmp_path: Path) -> None:
    build_template(tmp_path / "t.docx")
    assert template_fields(tmp_path / "t.docx") == ("标题", "正文", "段.样式", "段.文字")


def test_fields_of_running_heads_count(tmp_path: Path) -> None:
    def head(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ 发文机关 }}{{ 年份 }}"

    assert template_fields(template_of(tmp_path, change=head)) == ("标题", "年份", "发文机关", "正文", "段.文字")


def test_a_template_that_lacks_a_kind_of_paragraph_is_told_by_the_check(tmp_path: Path) -> None:
    document = docx.Document(str(template_of(tmp_path)))
    for paragraph in document.paragraphs:
        if "段.文字" in paragraph.text:
            paragraph.text = "{% if 段.样式 != '附注' %}{{ 段.文字 }}{% endif %}"
    document.save(str(tmp_path / "own.docx"))
    assert "没有写出“附注”" in refusal(tmp_path / "own.docx")
