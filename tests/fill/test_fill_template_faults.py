"""Templates that do not fit: one Chinese line that names the place, no file, no harm."""

import zipfile
from pathlib import Path

import pytest
from fill_drafts import DRAFT

from drafter.fill import engine, process, write_draft
from drafter.model.errors import BadTemplate
from drafter.office.gongwen import new_document
from drafter.office.package import save_deterministic

LOOP = ("{%p for 段 in 正文 %}", "{{ 段.文字 }}", "{%p endfor %}")


def template_of(folder: Path, *paragraphs: str) -> Path:
    document = new_document()
    for text in paragraphs:
        document.add_paragraph(text)
    save_deterministic(document, folder / "own.docx")
    return folder / "own.docx"


def fault_of(folder: Path, template: Path) -> str:
    with pytest.raises(BadTemplate) as caught:
        write_draft(DRAFT, folder / "out.docx", template=template)
    line = str(caught.value)
    assert not (folder / "out.docx").exists()
    assert "\n" not in line
    assert line.startswith(str(template))
    return line


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        (("{{ 标提 }}", *LOOP), ["“标提”", "是否为“标题”"]),
        (("{{ 标题 }}", LOOP[0], "{{ 段.文子 }}", LOOP[2]), ["“文子”", "是否为“文字”", "{{ 段.文子 }}"]),
        (("{{ 标题 }}", *LOOP[:2]), ["写法有误"]),
        (("{{ 标题 ", *LOOP), ["写法有误"]),
        (("{{ 标题|大写 }}", *LOOP), ["写法有误", "标题|大写"]),
        (("{{ 标题.__class__.__mro__ }}", *LOOP), ["不允许"]),
        (("{% include '/etc/hosts' %}", *LOOP), ["不允许", "/etc/hosts"]),
        (("{{ 1 / 0 }}", *LOOP), ["无法套用", "1 / 0"]),
        (LOOP, ["没有写出标题", "{{ 标题 }}"]),
        (("{{ 标题 }}",), ["没有写出“主送机关”"]),
        (("{{ 标题 }}", LOOP[0], "{%p if 段.样式 != '表格' %}", LOOP[1], "{%p endif %}", LOOP[2]), ["没有写出“表格”"]),
        (("{{ 'x' * 10 ** 10 }}", *LOOP), ["内存过多"]),
    ],
)
def test_a_fault_in_a_template_is_told_in_one_line_with_its_place(
    tmp_path: Path, paragraphs: tuple[str, ...], words: list[str]
) -> None:
    line = fault_of(tmp_path, template_of(tmp_path, *paragraphs))
    assert [word for word in words if word not in line] == []


def test_a_template_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "TIME_LIMIT", 2.0)
    endless = "{% for 段 in 正文 %}" * 9 + "{% endfor %}" * 9
    assert "过久" in fault_of(tmp_path, template_of(tmp_path, "{{ 标题 }}", endless, *LOOP))


def test_what_is_no_word_file_is_no_template(tmp_path: Path) -> None:
    text, archive, cut = (tmp_path / name for name in ("text.docx", "archive.docx", "cut.docx"))
    text.write_bytes(b"hello")
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("a.txt", "a")
    cut.write_bytes(template_of(tmp_path, "{{ 标题 }}", *LOOP).read_bytes()[:2000])
    for path in (text, archive, cut):
        assert "不是 Word 模板" in fault_of(tmp_path, path)


def test_a_template_that_is_not_there_or_is_a_folder_is_told(tmp_path: Path) -> None:
    assert "找不到" in fault_of(tmp_path, tmp_path / "none.docx")
    assert "无法读取" in fault_of(tmp_path, tmp_path)


def test_an_archive_that_would_fill_the_memory_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "UNPACKED_LIMIT", 1000)
    assert "内存过多" in fault_of(tmp_path, template_of(tmp_path, "{{ 标题 }}", *LOOP))


def test_modules_of_the_folder_at_hand_are_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jinja2.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    write_draft(DRAFT, tmp_path / "out.docx", template=template_of(tmp_path, "{{ 标题 }}", *LOOP))
    assert (tmp_path / "out.docx").exists()
