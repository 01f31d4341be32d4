"""`drafter draft --outline`: the headings that were sent down, from the command line to the Word file."""

import json
from pathlib import Path

import docx
import pytest
from climakers import ENGLISH, REPORTS, files_in, is_refusal, run
from outlinemakers import SYSTEMS, THEMES


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = tmp_path / "提纲.txt"
    path.write_text(SYSTEMS, encoding="utf-8")
    return path


def test_the_word_file_has_the_outlines_headings_and_what_they_ask_for(outline: Path, tmp_path: Path) -> None:
    out = tmp_path / "初稿.docx"
    done = run("draft", REPORTS / "2025.docx", "-o", out, "--outline", outline)
    assert done.code == 0
    assert "已按提纲的16个标题归入上年内容" in done.out
    document = docx.Document(str(out))
    told = [p.text for p in document.paragraphs if p.style.name in ("公文一级标题", "公文二级标题")]
    assert told[:3] == [
        "一、党政主要负责人履行推进法治建设第一责任人职责情况",
        "二、2026年法治政府建设的主要举措和成效",
        "（一）健全政府机构职能体系情况",
    ]
    assert any(comment.text.startswith("提纲要求：包括权责清单") for comment in document.comments)


def test_the_paths_of_slots_are_the_outlines_headings(outline: Path) -> None:
    made = json.loads(run("draft", REPORTS / "2025.docx", "--outline", outline, "--json").out)
    slot = next(s for s in made["slots"] if s["last"] and s["last"]["text"] == "438件")
    assert slot["path"][:2] == ["2026年法治政府建设的主要举措和成效", "健全社会矛盾纠纷行政预防调处化解体系情况"]


def test_the_same_files_give_the_same_bytes(outline: Path, tmp_path: Path) -> None:
    for name in ("甲.docx", "乙.docx"):
        run("draft", REPORTS / "2025.docx", "-o", tmp_path / name, "--outline", outline)
    assert (tmp_path / "甲.docx").read_bytes() == (tmp_path / "乙.docx").read_bytes()


def test_a_file_without_headings_is_refused_and_nothing_written(tmp_path: Path) -> None:
    plain = tmp_path / "通知.txt"
    plain.write_text("请各单位认真撰写报告，按时报送。\n", encoding="utf-8")
    before = files_in(tmp_path)
    line = ("draft", REPORTS / "2025.docx", "-o", tmp_path / "初稿.docx", "--outline", plain)
    assert is_refusal(run(*line), "未能从提纲中识别标题", "通知.txt")
    assert is_refusal(run(*line, env=ENGLISH), "no heading", "通知.txt")
    assert files_in(tmp_path) == before


def test_a_draft_under_an_outline_is_read_back_whole(tmp_path: Path) -> None:
    notice, out = tmp_path / "通知.txt", tmp_path / "初稿.docx"
    notice.write_text(THEMES, encoding="utf-8")
    run("draft", REPORTS / "2025.docx", "-o", out, "--outline", notice)
    assert json.loads(run("status", out, "--json").out)["summary"]["lost"] == 0
    tops = [s["title"] for s in json.loads(run("outline", out, "--json").out)["sections"]]
    assert tops == [
        "组织领导情况", "优化营商环境和数字法治政府情况", "依法决策和规范性文件管理情况", "行政执法情况", "行政复议和应诉情况",
        "矛盾纠纷化解和公共法律服务情况", "存在的问题及下一步打算", "未归入提纲的内容",
    ]  # fmt: skip
