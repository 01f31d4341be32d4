"""Writing without harm."""

import os
from pathlib import Path

import pytest

from drafter.files import check_apart, check_output, written
from drafter.model.errors import UnwritableOutput


def test_a_file_is_there_when_the_block_ends_well(tmp_path: Path) -> None:
    goal = tmp_path / "结果.txt"
    with written(goal) as beside:
        assert not goal.exists()
        assert beside.parent == tmp_path
        assert beside.suffix == ".txt"
        beside.write_text("好", encoding="utf-8")
    assert goal.read_text(encoding="utf-8") == "好"
    assert list(tmp_path.iterdir()) == [goal]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, MemoryError])
def test_nothing_is_left_when_the_block_fails(tmp_path: Path, error: type[BaseException]) -> None:
    goal = tmp_path / "结果.txt"
    goal.write_text("旧", encoding="utf-8")

    def half() -> None:
        with written(goal) as beside:
            beside.write_text("半", encoding="utf-8")
            raise error

    with pytest.raises(error):
        half()
    assert goal.read_text(encoding="utf-8") == "旧"
    assert list(tmp_path.iterdir()) == [goal]


def test_a_fault_of_the_disk_is_told_with_its_reason(tmp_path: Path) -> None:
    with (
        pytest.raises(UnwritableOutput, match=r"结果\.txt：不能写入（No space left on device）。请确认") as caught,
        written(tmp_path / "结果.txt"),
    ):
        raise OSError(28, "No space left on device")
    assert isinstance(caught.value.__cause__, OSError)
    assert list(tmp_path.iterdir()) == []


def test_a_goal_that_is_held_by_another_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(UnwritableOutput, match="未在 Word 或 WPS 中打开"), written(tmp_path / "结果.docx"):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        with written(tmp_path / "结果.txt"):
            pass
    finally:
        os.umask(mask)
    assert (tmp_path / "结果.txt").stat().st_mode & 0o777 == 0o640


# what the goal is, whether --force is given, what is said (None: it may be written)
GOALS = [
    ("新.docx", False, None),
    ("旧.docx", True, None),
    ("旧.docx", False, "文件已存在"),
    ("夹", True, "文件夹"),
    ("没有/新.docx", True, "所在文件夹不存在"),
    ("旧.docx/新.docx", True, "所在文件夹不存在"),
    ("输入.docx", True, "不能覆盖输入文件"),
    ("夹/../输入.docx", True, "不能覆盖输入文件"),
    ("链接.docx", True, "不能覆盖输入文件"),
    ("硬链接.docx", True, "不能覆盖输入文件"),
    ("断链.docx", False, "文件已存在"),
]


@pytest.mark.parametrize(("goal", "force", "said"), GOALS)
def test_an_output_is_checked_before_the_work(tmp_path: Path, goal: str, force: bool, said: str | None) -> None:
    for name in ("旧.docx", "输入.docx"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "夹").mkdir()
    try:
        (tmp_path / "链接.docx").symlink_to(tmp_path / "输入.docx")
        (tmp_path / "断链.docx").symlink_to(tmp_path / "没有.docx")
        (tmp_path / "硬链接.docx").hardlink_to(tmp_path / "输入.docx")
    except OSError:
        pytest.skip("needs links")
    if said is None:
        check_output(tmp_path / goal, force=force, inputs=(tmp_path / "输入.docx",))
        return
    with pytest.raises(UnwritableOutput, match=said) as caught:
        check_output(tmp_path / goal, force=force, inputs=(tmp_path / "输入.docx",))
    assert caught.value.where == str(tmp_path / goal)
    assert caught.value.hint


def test_two_outputs_may_not_be_one_file(tmp_path: Path) -> None:
    check_apart((tmp_path / "a.html", tmp_path / "a.docx"))
    with pytest.raises(UnwritableOutput, match="两次"):
        check_apart((tmp_path / "a.html", tmp_path / "b.html", tmp_path / "." / "a.html"))
