"""What reviewers wrote into the column 复核意见 of a table or a sheet, read back."""

import json
from pathlib import Path

from drafter.model.errors import UnreadableInput
from drafter.render.answers import Verified, weighed


def verified(path: Path) -> Verified:
    """What one file answers with 已核实, or lists. Raises UnreadableInput."""
    if not path.is_file():
        raise UnreadableInput("这是一个文件夹" if path.is_dir() else "文件不存在", where=str(path), hint="请检查文件名和路径")
    if path.suffix.lower() == ".json":
        return Verified(frozenset(_listed(path)))
    if path.suffix.lower() == ".xlsx":
        from drafter.render.sheet import read_answers
    elif path.suffix.lower() == ".docx":
        from drafter.render.table_opinions import read_answers
    else:
        raise UnreadableInput(
            "复核意见只能从 .docx、.xlsx 或 .json 读回", where=str(path), hint="请使用本工具生成的对照表或数据表"
        )
    return weighed(read_answers(path))


def _listed(path: Path) -> list[str]:
    try:
        ids = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise UnreadableInput("不是可读取的 .json 文件", where=str(path), hint="应为事项编号的列表") from error
    if not isinstance(ids, list) or not all(isinstance(key, str) for key in ids):
        raise UnreadableInput("不是可读取的 .json 文件", where=str(path), hint="应为事项编号的列表")
    return ids
