"""What reviewers wrote into the column 复核意见 of a table or a sheet, read back."""

import json
from pathlib import Path

from drafter.model.errors import UnreadableInput
from drafter.text.pattern import lazy

# What every message asks a reviewer to write, and what may follow it; 尚未核实, 已核实，有误 are no such answer.
_VERIFIED = lazy(r"已核实(?:无误|属实)?[，。；,.;]*(?!.*(?:误|错|应为|更正|修改|待|未|不))[^?？]*")


def verified_ids(path: Path) -> list[str]:
    """The ids that one file answers with 已核实, or lists. Raises UnreadableInput."""
    if not path.is_file():
        raise UnreadableInput("这是一个文件夹" if path.is_dir() else "文件不存在", where=str(path), hint="请检查文件名和路径")
    if path.suffix.lower() == ".json":
        return _listed(path)
    if path.suffix.lower() == ".xlsx":
        from drafter.render.sheet import read_opinions
    elif path.suffix.lower() == ".docx":
        from drafter.render.table import read_opinions
    else:
        raise UnreadableInput(
            "复核意见只能从 .docx、.xlsx 或 .json 读回", where=str(path), hint="请使用本工具生成的对照表或数据表"
        )
    return [key for key, opinion in read_opinions(path) if _VERIFIED.fullmatch(opinion)]


def _listed(path: Path) -> list[str]:
    try:
        ids = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise UnreadableInput("不是可读取的 .json 文件", where=str(path), hint="应为事项编号的列表") from error
    if not isinstance(ids, list) or not all(isinstance(key, str) for key in ids):
        raise UnreadableInput("不是可读取的 .json 文件", where=str(path), hint="应为事项编号的列表")
    return ids
