"""Tables of an office document: thin rules, the head repeated on every page, no indent in cells."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, cast

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.table import CT_Tbl, CT_Tc
from docx.table import Table

from drafter.office.faces import W_NS

FRAME = (
    f'<w:tbl xmlns:w="{W_NS}"><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{{total}}" w:type="dxa"/>'
    '<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid></w:tbl>'
)
EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
EMPTY_ROW = f'<w:tr xmlns:w="{W_NS}"><w:trPr><w:cantSplit/>{{head}}</w:trPr>{{cells}}</w:tr>'
EMPTY_CELL = '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr></w:tc>'


def empty_table(rows: int, widths: Sequence[int], *, head_rows: int = 1) -> CT_Tbl:
    """A w:tbl of cells without paragraphs (each cell must be given one); widths in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    table = parse_xml(FRAME.format(total=sum(widths), edges=EDGES, grid=grid))
    cells = "".join(EMPTY_CELL.format(width=width) for width in widths)
    for row in range(rows):
        table.append(parse_xml(EMPTY_ROW.format(head="<w:tblHeader/>" if row < head_rows else "", cells=cells)))
    return cast(CT_Tbl, table)


def cells_of(table: CT_Tbl) -> list[list[CT_Tc]]:
    """The cells row by row."""
    return [cast("list[CT_Tc]", row.findall(qn("w:tc"))) for row in table.findall(qn("w:tr"))]


def shared_widths(widest: Sequence[float], total: int) -> list[int]:
    """Columns that fill `total` twips, each by the width of its longest text (in characters), none too thin or too wide."""
    shares = [min(max(width, 4.0), 16.0) for width in widest]
    edges = [round(total * sum(shares[:i]) / sum(shares)) for i in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


Size = Literal["", "小", "密"]


def add_table(
    document: Document, rows: Sequence[Sequence[str]], widths: Sequence[int], *, head_rows: int = 1, size: Size = ""
) -> Table:
    """A filled table at the end of the document, in 小四, 5号 (小) or 小五 (密: its styles must be there, `faces.WORKING`).

    All rows have len(widths) cells.
    """
    element = empty_table(len(rows), widths, head_rows=head_rows)
    body = document.element.body
    body.insert(len(body) - 1, element)
    table = Table(element, document._body)
    for number, (row, cells) in enumerate(zip(rows, cells_of(element), strict=True)):
        style = f"公文{size}表头" if number < head_rows else f"公文{size}表格"
        for text, cell in zip(row, cells, strict=True):
            paragraph = cell.add_p()
            paragraph.style = document.styles[style].style_id
            paragraph.add_r().text = text
    return table
