"""The checker of Word's rules finds what it is for."""

import xml.etree.ElementTree as ET

import pytest
from redlinemakers import NS, p, r
from wordrules import faults

WHO = 'w:id="{}" w:author="a" w:date="2000-01-01T00:00:00Z"'
ONE, TWO = WHO.format(1), WHO.format(2)
GONE = "<w:r><w:delText>x</w:delText></w:r>"

BAD = (
    (f"<w:p><w:ins {ONE}><w:del {TWO}>{GONE}</w:del></w:ins></w:p>", "del stands in ins"),
    (f"<w:tc><w:ins {ONE}>{r('x')}</w:ins>{p('x')}</w:tc>", "ins stands in tc"),
    (f"<w:p><w:del {ONE}>{r('x')}</w:del></w:p>", "t inside w:del: x"),
    (f"<w:p><w:moveFrom {ONE}>{GONE}</w:moveFrom></w:p>", "delText outside w:del: x"),
    (f"<w:p><w:ins {ONE}>{r('x')}</w:ins><w:del {ONE}>{GONE}</w:del></w:p>", "ids used twice: ['1']"),
    (f"<w:p><w:ins {ONE}/></w:p>", "an empty ins"),
    (f'<w:p><w:ins w:id="1">{r("x")}</w:ins></w:p>', "ins has no id, author or date"),
    ("<w:p><w:pPr><w:jc/><w:ind/></w:pPr></w:p>", "pPr: ['jc', 'ind']"),
    (f"<w:p><w:pPr><w:rPr><w:b/><w:ins {ONE}/></w:rPr></w:pPr></w:p>", "rPr: ['b', 'ins']"),
    (f"<w:tr><w:trPr><w:del {ONE}/><w:cantSplit/></w:trPr></w:tr>", "trPr: ['del', 'cantSplit']"),
    (f"<w:tr><w:trPr><w:moveTo {ONE}/></w:trPr></w:tr>", "a row is marked moveTo"),
    ("<w:p><w:r><w:t> x</w:t></w:r></w:p>", "blanks of ' x' are lost"),
    ("<w:tc><w:p/><w:tbl/></w:tc>", "a cell ends in ['tbl']"),
    (f'<w:p><w:moveFromRangeStart {ONE} w:name="m"/></w:p>', "moves: ['m'] from, [] to"),
    ('<w:p><w:bookmarkStart w:id="1" w:name="m"/></w:p>', "bookmark: ['1'] begin, [] end"),
)


@pytest.mark.parametrize(("xml", "fault"), BAD)
def test_a_fault_is_found(xml: str, fault: str) -> None:
    assert fault in faults(ET.fromstring(f'<w:body xmlns:w="{NS}">{xml}</w:body>'))


def test_a_good_document_has_none() -> None:
    good = f"<w:p><w:pPr><w:jc/><w:rPr><w:ins {ONE}/><w:b/></w:rPr></w:pPr><w:ins {TWO}>{r('x')}</w:ins></w:p>"
    assert faults(ET.fromstring(f'<w:body xmlns:w="{NS}">{good}</w:body>')) == []
