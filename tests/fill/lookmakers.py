"""Word files as offices have them: other faces, sizes and margins than the standard's, by direct formatting, styles or WPS."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Inches, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TITLE = "青岚县人民政府关于2024年法治政府建设情况的报告"
BODY = (
    ("opening", "2024年，青岚县人民政府推进依法行政。现将有关情况报告如下。"),
    ("one", "一、2024年推进法治政府建设的主要举措和成效"),
    ("two", "（一）健全复议机制"),
    ("body", "坚持便民为民，对行政复议申请应收尽收。全年受理行政复议案件312件，同比增长8.5%。"),
    ("three", "1.统一文书格式"),
    ("body", "文书样式已在各乡镇启用，办理更加规范。"),
    ("two", "（二）严格规范执法"),
    ("body", "组织开展案卷评查，抽查案卷96件。执法监督持续加强，执法行为更加规范。"),
    ("one", "二、存在的问题"),
    ("body", "部分乡镇复议力量不足，没有专职人员，办案质量有待提高。"),
    ("one", "三、2025年工作安排"),
    ("body", "充实复议力量，为每个乡镇配备不少于2名复议人员。"),
)
SIGNED = ("青岚县人民政府", "2025年1月16日")


def face(run: Run, east: str, latin: str, size: float, *, bold: bool = False) -> None:
    run.font.name, run.font.size, run.bold = latin, Pt(size), bold
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), east)


def direct(paragraph: Paragraph, *, indent: float = 0, line: float = 1.5, align: ALIGN = ALIGN.JUSTIFY, after: float = 0) -> None:
    layout = paragraph.paragraph_format
    layout.first_line_indent, layout.line_spacing, layout.alignment = Pt(indent), line, align
    layout.space_before, layout.space_after = Pt(0), Pt(after)


def direct_file(path: Path, *, change: Callable[[Document], None] | None = None) -> Path:
    """Letter paper, 宋体四号 at one and a half lines, headings bold in 微软雅黑, no style but Normal, the number in the middle."""
    document = docx.Document()
    section = document.sections[0]
    section.left_margin = section.right_margin = Inches(1.25)
    title = document.add_paragraph()
    direct(title, align=ALIGN.CENTER, after=12)
    face(title.add_run(TITLE), "华文中宋", "Arial", 20, bold=True)
    for kind, text in BODY:
        paragraph = document.add_paragraph()
        if kind == "one":
            direct(paragraph, line=2)
            face(paragraph.add_run(text), "微软雅黑", "Arial", 15, bold=True)
        elif kind == "two":
            direct(paragraph, indent=28)
            face(paragraph.add_run(text), "宋体", "Times New Roman", 14, bold=True)
        else:
            direct(paragraph, indent=28)
            face(paragraph.add_run(text), "宋体", "Times New Roman", 14)
    table(document)
    for text in SIGNED:
        paragraph = document.add_paragraph()
        direct(paragraph, align=ALIGN.RIGHT)
        face(paragraph.add_run(text), "宋体", "Times New Roman", 14)
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = ALIGN.CENTER
    number(footer, "第", "页")
    if change is not None:
        change(document)
    document.save(str(path))
    return path


def table(document: Document) -> None:
    made = document.add_table(rows=2, cols=2)
    for row, texts in enumerate((("事项", "2024年"), ("行政复议", "312件"))):
        for column, text in enumerate(texts):
            paragraph = made.cell(row, column).paragraphs[0]
            paragraph.alignment = ALIGN.CENTER
            face(paragraph.add_run(text), "宋体", "Times New Roman", 10.5, bold=row == 0)


def number(paragraph: Paragraph, before: str, after: str) -> None:
    """A page number as Word writes it, with text around it."""
    paragraph.add_run(before)
    for content in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE  \\* MERGEFORMAT </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>7</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f'<w:r xmlns:w="{W_NS}">{content}</w:r>'))
    paragraph.add_run(after)


NUMBERING = f"""<w:numbering xmlns:w="{W_NS}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/><w:pPr><w:ind w:left="0" w:firstLine="560"/></w:pPr></w:lvl>
</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
OWN_STYLES = f"""<w:styles xmlns:w="{W_NS}"><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/><w:sz w:val="21"/>
</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr><w:rPr><w:kern w:val="2"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="text"><w:name w:val="本局正文"/><w:basedOn w:val="a"/><w:pPr><w:spacing w:line="520" w:lineRule="exact"/><w:ind w:firstLineChars="200"/></w:pPr><w:rPr><w:sz w:val="30"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr><w:spacing w:before="120" w:line="560" w:lineRule="exact"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="华文细黑"/><w:b/><w:color w:val="C00000"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:basedOn w:val="h1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="9"/></w:numPr><w:spacing w:before="0"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b w:val="0"/><w:color w:val="auto"/><w:sz w:val="30"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="top"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsiaTheme="majorEastAsia"/><w:sz w:val="44"/></w:rPr></w:style>
</w:styles>"""
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="t"><a:themeElements><a:fontScheme name="f">'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Hans" typeface="方正粗宋简体"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="等线"/><a:cs typeface=""/><a:font script="Hans" typeface="宋体"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)
STYLE_OF = {"one": "h1", "two": "h2"}


def styled_file(path: Path) -> Path:
    """An office's own styles, based on one another, with theme fonts and automatic numbers; blank lines around the text."""
    paragraphs = [f'<w:p><w:pPr><w:pStyle w:val="top"/></w:pPr>{_run(TITLE)}</w:p>', "<w:p/>"]
    for kind, text in BODY:
        shown = text.partition("、")[2] if kind == "one" else text.partition("）")[2] if kind == "two" else text
        paragraphs.append(f'<w:p><w:pPr><w:pStyle w:val="{STYLE_OF.get(kind, "text")}"/></w:pPr>{_run(shown)}</w:p>')
    paragraphs += [
        "<w:p/>",
        "<w:p/>",
        *(f'<w:p><w:pPr><w:pStyle w:val="text"/><w:jc w:val="right"/></w:pPr>{_run(t)}</w:p>' for t in SIGNED),
    ]
    write_parts(path, "".join(paragraphs), {"styles": OWN_STYLES, "numbering": NUMBERING, "theme": THEME})
    return path


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


_PLACES = {"theme": "theme/theme1"}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_parts(path: Path, body: str, parts: dict[str, str], *, section: str = "", relations: str = "") -> Path:
    """A .docx from the XML of its parts; `header1` and the like are named in `section` by their name as relation."""
    names = {name: f"word/{_PLACES.get(name, name)}.xml" for name in parts}
    types = "".join(
        f'<Override PartName="/{place}" ContentType="{_TYPE.format(name.rstrip("0123456789"))}"/>'
        for name, place in names.items()
        if name != "theme"
    )
    rels = "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}/{name.rstrip("0123456789")}" Target="{place.removeprefix("word/")}"/>'
        for name, place in names.items()
    )
    page = (
        section
        or '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/>'
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE.format("document.main")}"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}{relations}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W_NS}" xmlns:r="{_RELATION}"><w:body>{body}<w:sectPr>{page}</w:sectPr></w:body></w:document>',
        **{names[name]: text for name, text in parts.items()},
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path
