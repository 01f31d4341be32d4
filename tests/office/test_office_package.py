"""Saving: the same bytes every time, nobody's name in them."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from drafter.office.gongwen import add, new_document
from drafter.office.package import deterministic_bytes, save_deterministic
from drafter.office.tables import add_table, shared_widths
from drafter.zips import fixed_zip


def test_the_same_document_gives_the_same_bytes() -> None:
    first, second = (deterministic_bytes(new_document(), title="题") for _ in range(2))
    assert first == second


def test_order_and_times_of_the_members_do_not_matter() -> None:
    def archive(names: list[str], year: int) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            for name in names:
                made.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), name)
        return out.getvalue()

    made = fixed_zip(archive(["word/document.xml", "[Content_Types].xml"], 2020))
    assert made == fixed_zip(archive(["[Content_Types].xml", "word/document.xml"], 2025))
    assert zipfile.ZipFile(io.BytesIO(made)).namelist()[0] == "[Content_Types].xml"
    assert {info.create_system for info in zipfile.ZipFile(io.BytesIO(made)).infolist()} == {0}


def test_properties_of_a_person_and_a_company_go(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.author = document.core_properties.last_modified_by = "张三"
    document.core_properties.keywords = "内部"
    save_deterministic(document, tmp_path / "d.docx", title="题")
    with zipfile.ZipFile(tmp_path / "d.docx") as archive:
        text = archive.read("docProps/core.xml").decode() + archive.read("docProps/app.xml").decode()
    assert not any(word in text for word in ("张三", "内部", "Macintosh", "Company"))
    assert "题" in text


def test_a_table_repeats_its_head_and_splits_no_row() -> None:
    document = new_document()
    add(document, "body", "甲")
    table = add_table(document, [["事项", "件数"], ["复议", "22件"]], [4422, 4423], size="小")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["事项", "件数"], ["复议", "22件"]]
    assert [cell.paragraphs[0].style.name for cell in table.columns[0].cells if cell.paragraphs[0].style] == [
        "公文小表头",
        "公文小表格",
    ]
    assert [len(row._tr.xpath("w:trPr/w:cantSplit")) for row in table.rows] == [1, 1]
    assert [len(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows] == [1, 0]


@pytest.mark.parametrize("widths", [shared_widths([6, 6], 8845), shared_widths([2, 9.5, 60], 8845), shared_widths([5], 8845)])
def test_columns_fill_the_text_block(widths: list[int]) -> None:
    assert sum(widths) == 8845
    assert widths == sorted(widths)
    assert min(widths) > 1000
