"""`metrics` and `outline` on what is no usual report: a sensible result or one line that says why not."""

import json
from pathlib import Path

import pytest
from climakers import REPORTS, is_refusal, run

TABLE = (
    "<html><body><table><tr><th>地区</th><th>受理（件）</th></tr><tr><td>东区</td><td>120</td></tr>"
    "<tr><td>西区</td><td>80</td></tr><tr><td>合计</td><td>200</td></tr></table></body></html>"
)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["metrics", "outline"])
@pytest.mark.parametrize(("text", "said"), [("", "the file is empty"), (" \n\n", "the file is empty")])
def test_a_file_without_text_is_refused(tmp_path: Path, command: str, text: str, said: str) -> None:
    assert is_refusal(run(command, written(tmp_path, "a.txt", text), env={"LC_ALL": "C.UTF-8"}), said)


def test_a_report_without_headings_still_gives_its_figures(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "全市行政执法工作情况。\n各部门受理案件31件。\n")
    shown = run("metrics", path).out.splitlines()
    assert shown[1:3] == ["数据1项：事实数据1项。", "读取情况：未识别到标题层级，已按段落处理，请核对原文。"]
    assert shown[-1].split()[1] == "31件"
    assert "未识别到存在问题和下年安排。" in run("outline", path).out


def test_a_table_alone_gives_figures_with_their_total(tmp_path: Path) -> None:
    made = json.loads(run("metrics", written(tmp_path, "a.html", TABLE), "--json").out)["metrics"]
    ids = {m["id"]: m["text"] for m in made}
    assert [(m["text"], m["unit"], ids.get(m["parent"])) for m in made] == [
        ("120", "件", "200"), ("80", "件", "200"), ("200", "件", None),
    ]  # fmt: skip


def test_the_line_of_reading_is_the_same_on_the_screen_and_in_json() -> None:
    said = json.loads(run("outline", REPORTS / "2024.txt", "--json").out)["reading"]["line"]
    for command in ("outline", "metrics"):
        assert said in run(command, REPORTS / "2024.txt").out.replace("\n", "")
