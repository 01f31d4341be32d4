"""Type faces and styles of an office document, as data. GB/T 9704-2012 5.2.2, 7.3; sizes: 2号 22 pt, 3号 16 pt, 4号 14 pt."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# The names that offices expect, whatever this machine has; the second name is what a reader without the font may take.
FACES: dict[str, tuple[str, str]] = {
    "title": ("方正小标宋简体", "宋体"),
    "body": ("仿宋_GB2312", "仿宋"),
    "kai": ("楷体_GB2312", "楷体"),
    "hei": ("黑体", "SimHei"),
    "song": ("宋体", "SimSun"),
}

LINE = 579  # twips: 22 lines fill 225 mm (12756 twips); 580 would leave room for 21 only
# Twentieths of a point on 3号 text: 28 characters fill 156 mm; at -4 27 fit, at -5 LibreOffice drops a stop behind the last.
TRACKING = -6
CELL = 320 + TRACKING  # twips: one 3号 character with that tracking

# No widow control: it would leave pages of 21 lines. No space between Chinese and digits: it would break the 28 characters.
PAGE_STYLE = '<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
EXACT = f'<w:spacing w:before="0" w:after="0" w:line="{LINE}" w:lineRule="exact"/>'
FREE = '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
# LibreOffice reads only the twips, Word prefers the characters: always both.
INDENT2 = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
FLUSH = '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One named style; `paragraph` and `run` are the inner XML of its pPr and rPr in the order that Word's schema wants."""

    id: str
    name: str
    kind: Literal["paragraph", "character"] = "paragraph"
    based_on: str = "Normal"
    next: str = ""
    paragraph: str = ""
    run: str = ""
    hidden: bool = False


def face(role: str, *, size: int | None = None, tracking: int = 0, bold: bool = False, extra: str = "") -> str:
    """The inner XML of an rPr: the face for every script, no theme font; size in half-points.

    The Latin face is the Chinese one too: the standard has one face per element, digits included, and quotation marks
    then keep their full width in Word.
    """
    name = f'"{FACES[role][0]}"'
    fonts = f'<w:rFonts w:hint="eastAsia" w:ascii={name} w:hAnsi={name} w:eastAsia={name} w:cs={name}/>'
    weight = "<w:b/><w:bCs/>" if bold else ""
    track = f'<w:spacing w:val="{tracking}"/>' if tracking else ""
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    return fonts + weight + track + sizes + extra


def _text(role: str) -> str:
    return face(role, size=32, tracking=TRACKING)


def _heading(number: int, name: str, role: str) -> Style:
    layout = f'<w:keepNext/>{EXACT}{INDENT2}<w:jc w:val="both"/><w:outlineLvl w:val="{number - 1}"/>'
    return Style(id=f"GwHeading{number}", name=name, next="GwBody", paragraph=layout, run=_text(role))


TITLE_LAYOUT = (
    f'<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="{LINE}" w:line="{LINE}" '
    f'w:lineRule="exact"/>{FLUSH}<w:contextualSpacing/><w:jc w:val="center"/>'
)
# Where no line breaks, digits may be Chinese text too: LibreOffice then sets them half as wide as a character, as the place of
# the date reckons with, also where it has to replace the face.
CHINESE_DIGITS = '<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>'
SIGNATURE_LAYOUT = (
    f'<w:keepNext/><w:spacing w:before="{LINE}" w:after="0" w:line="{LINE}" w:lineRule="exact"/>{FLUSH}'
    '<w:contextualSpacing/><w:jc w:val="right"/>'
)
NOTE_LAYOUT = f'{EXACT}<w:ind w:leftChars="200" w:left="640"/><w:jc w:val="left"/>'

STYLES: tuple[Style, ...] = (
    Style(id="GwTitle", name="公文标题", next="GwAddressee", paragraph=TITLE_LAYOUT, run=face("title", size=44)),
    Style(
        id="GwAddressee", name="公文主送机关", next="GwBody", paragraph=f'{EXACT}{FLUSH}<w:jc w:val="left"/>', run=_text("body")
    ),
    _heading(1, "公文一级标题", "hei"),
    _heading(2, "公文二级标题", "kai"),
    _heading(3, "公文三级标题", "body"),
    Style(id="GwBody", name="公文正文", paragraph=f'{EXACT}{INDENT2}<w:jc w:val="both"/>', run=_text("body")),
    Style(id="GwSignature", name="公文署名", next="GwDate", paragraph=SIGNATURE_LAYOUT, run=_text("body")),
    Style(id="GwDate", name="公文日期", paragraph=f'{EXACT}{FLUSH}<w:jc w:val="right"/>', run=_text("body") + CHINESE_DIGITS),
    Style(id="GwNote", name="公文附注", paragraph=NOTE_LAYOUT, run=_text("body")),
    Style(id="GwTable", name="公文表格", paragraph=f'{FREE}{FLUSH}<w:jc w:val="left"/>', run=face("body", size=24)),
    Style(id="GwTableSmall", name="公文小表格", paragraph=f'{FREE}{FLUSH}<w:jc w:val="left"/>', run=face("body", size=21)),
    Style(
        id="GwTableHead", name="公文表头", paragraph=f'<w:keepNext/>{FREE}{FLUSH}<w:jc w:val="center"/>', run=face("hei", size=24)
    ),
    Style(
        id="GwTableHeadSmall",
        name="公文小表头",
        paragraph=f'<w:keepNext/>{FREE}{FLUSH}<w:jc w:val="center"/>',
        run=face("hei", size=21),
    ),
    Style(id="GwPageNumber", name="公文页码", paragraph=FREE + FLUSH, run=face("song", size=28)),
    Style(id="GwHelp", name="公文模板说明", paragraph=f'{FREE}{FLUSH}<w:jc w:val="left"/>', run=face("song", size=21, extra="")),
    # A run-in heading is the first sentence of a paragraph of text: only its characters change face.
    Style(id="GwRunIn1", name="公文一级标题字", kind="character", based_on="", run=face("hei")),
    Style(id="GwRunIn2", name="公文二级标题字", kind="character", based_on="", run=face("kai")),
    Style(id="GwRunIn3", name="公文三级标题字", kind="character", based_on="", run=face("body")),
    Style(
        id="CommentReference", name="annotation reference", kind="character", based_on="", run='<w:sz w:val="21"/>', hidden=True
    ),
    Style(
        id="CommentText",
        name="annotation text",
        paragraph=f'{FREE}{FLUSH}<w:jc w:val="left"/>',
        run=face("song", size=21),
        hidden=True,
    ),
    Style(id="Header", name="header", paragraph=FREE + FLUSH, run=face("song", size=18), hidden=True),
    Style(id="Footer", name="footer", paragraph=FREE + FLUSH, run=face("song", size=28), hidden=True),
)

# A working paper: tables in 小五 (9 pt) whose lines are 12 pt whatever face a machine has, and captions over them.
_DENSE = '<w:snapToGrid w:val="0"/><w:spacing w:before="8" w:after="8" w:line="240" w:lineRule="exact"/>' + FLUSH
_CAPTION = (
    f'<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="{{}}" w:after="60" w:line="240" w:lineRule="auto"/>{FLUSH}'
)


def _caption(number: int, role: str, size: int, before: int) -> Style:
    layout = f'{_CAPTION.format(before)}<w:jc w:val="left"/><w:outlineLvl w:val="{number - 1}"/>'
    return Style(id=f"GwCaption{number}", name=f"公文表题{number}", paragraph=layout, run=face(role, size=size))


WORKING: tuple[Style, ...] = (
    _caption(1, "hei", 28, 200),
    _caption(2, "kai", 24, 120),
    Style(id="GwNature", name="公文材料说明", paragraph=f'{FREE}{FLUSH}<w:jc w:val="center"/>', run=face("kai", size=21)),
    Style(id="GwDense", name="公文密表格", paragraph=f'{_DENSE}<w:jc w:val="left"/>', run=face("body", size=18)),
    Style(
        id="GwDenseMarked", name="公文密表格醒目", paragraph=f'{_DENSE}<w:jc w:val="left"/>', run=face("hei", size=18, bold=True)
    ),
    Style(
        id="GwDenseHead", name="公文密表头", paragraph=f'<w:keepNext/>{_DENSE}<w:jc w:val="center"/>', run=face("hei", size=18)
    ),
)


def style_xml(style: Style) -> str:
    """The w:style element as text, with its namespace."""
    parts = [
        f'<w:style xmlns:w="{W_NS}" w:type="{style.kind}" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
    ]
    if style.hidden:  # built into Word: not a custom style
        parts[0] = parts[0].replace(' w:customStyle="1"', "")
    for tag, value in (("basedOn", style.based_on), ("next", style.next)):
        if value:
            parts.append(f'<w:{tag} w:val="{value}"/>')
    parts.append('<w:uiPriority w:val="99"/>' if style.hidden else '<w:uiPriority w:val="1"/><w:qFormat/>')
    if style.paragraph:
        parts.append(f"<w:pPr>{style.paragraph}</w:pPr>")
    return "".join([*parts, f"<w:rPr>{style.run}</w:rPr></w:style>"])


DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{face('body', size=32)}"
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
)
BUILT_IN = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    f'<w:pPr>{PAGE_STYLE}{EXACT}<w:jc w:val="both"/></w:pPr></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    "<w:tblPr><w:tblBorders>"
    + "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>"
)


def styles_xml(styles: Iterable[Style] = STYLES) -> str:
    """The whole styles part."""
    return f'<w:styles xmlns:w="{W_NS}">{DEFAULTS}{BUILT_IN}{"".join(style_xml(s) for s in styles)}</w:styles>'


def font_table_xml() -> str:
    """The font table: it names for each face the one to take where it is not installed."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="auto"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, other in FACES.values()
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="{W_NS}">{fonts}</w:fonts>'
