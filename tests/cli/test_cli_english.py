"""Every error that the package raises in Chinese has its English, and every complaint of click its Chinese."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.cli.chinese import complaint_in_chinese
from drafter.cli.english import HINTS, MESSAGES, hint_in_english, message_in_english
from drafter.cli.phrases import translate

HOUSE = Path(__file__).parent.parent.parent / "drafter"
FILES = sorted(path for path in HOUSE.rglob("*.py") if "cli" not in path.parts)
ERRORS = {"DrafterError", "UnreadableInput", "UnwritableOutput", "BadTemplate", "BadSettings", "_too_large"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# A file that raises words which it did not spell out there → the file whose every Chinese word must then have its English.
INDIRECT = {
    "read/__init__.py": "read/sniff.py",
    "read/legacy.py": "read/legacy.py",
    "fill/engine.py": "fill/engine.py",
    "settings.py": "settings.py",
}
# Chinese in those files that is no message: what a message says inside another, the joint of a list.
NOT_A_MESSAGE = {"旧版 Word 格式，经 LibreOffice 转换后读取", "（在“0”处）", "，是否为“0”", "段."}


def spelled(node: ast.expr, names: dict[str, ast.expr]) -> list[str] | None:
    """The sentences that an expression can be, 0 for what is put in; None where it is not spelled out in the file."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.Name) and node.id in names:
        return spelled(names[node.id], names)
    if isinstance(node, ast.IfExp):
        one, other = spelled(node.body, names), spelled(node.orelse, names)
        return None if one is None or other is None else [*one, *other]
    if isinstance(node, ast.JoinedStr):
        return ["".join(part for value in node.values for part in (spelled_part(value, names)))]
    return None


def spelled_part(node: ast.expr, names: dict[str, ast.expr]) -> list[str]:
    if isinstance(node, ast.FormattedValue):
        return spelled(node.value, names) or ["0"]
    return spelled(node, names) or [""]


def names_of(tree: ast.AST) -> dict[str, ast.expr]:
    """Every name that is set once, to something spelled out."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).append(node.value)
    return {name: values[0] for name, values in found.items() if len(values) == 1}


def raised(path: Path) -> Iterator[tuple[str, int, ast.expr, dict[str, ast.expr]]]:
    """("message" or "hint", line, what it is) of every error that a file makes."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = names_of(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS - {"_too_large"}:
            yield "message", node.lineno, node.args[0], names
            yield from (("hint", node.lineno, given.value, names) for given in node.keywords if given.arg == "hint")


def words_of(path: Path) -> set[str]:
    """Every Chinese sentence in a file but its docstrings and patterns."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = names_of(tree)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
    inside = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node) if part is not node
    }
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Constant, ast.JoinedStr)) and id(node) not in docs | inside:
            found |= {text for text in spelled(node, names) or [] if CHINESE.search(text)}
    return found


def name_of(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


RAISED = [(name_of(path), *row) for path in FILES for row in raised(path)]


@pytest.mark.parametrize(("file", "kind", "line", "node", "names"), RAISED, ids=[f"{r[0]}:{r[2]}-{r[1]}" for r in RAISED])
def test_an_error_has_its_english_where_it_is_raised(
    file: str, kind: str, line: int, node: ast.expr, names: dict[str, ast.expr]
) -> None:
    sentences = spelled(node, names)
    if sentences is None:
        assert file in INDIRECT, f"{file}:{line}: spell the {kind} out, or name in INDIRECT the file where its words stand"
        return
    table = MESSAGES if kind == "message" else HINTS
    for sentence in sentences:
        assert not CHINESE.search(sentence) or translate(sentence, table), f"cli/english.py lacks the {kind} {sentence!r}"


@pytest.mark.parametrize("file", sorted(set(INDIRECT.values())))
def test_words_that_are_raised_elsewhere_have_their_english(file: str) -> None:
    words = {re.sub(r"(?<!\{)\{\w+\}", "", text.replace("{name}", "0")) for text in words_of(HOUSE / file) - NOT_A_MESSAGE}
    missing = {text for text in words if not translate(text, MESSAGES) and not translate(text, HINTS)}
    assert missing == set(), "cli/english.py lacks these"


def test_errors_were_found_at_all() -> None:
    assert len(RAISED) > 60


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("文件不存在", "no such file"),
        ("文件超过 20 MB，不像是报告", "the file is larger than 20 MB, which no report is"),
        ("应为整数，实为“三”", "expected 整数, found “三”"),
        ("谁也没有写过的错误", "谁也没有写过的错误"),
    ],
)
def test_a_message_keeps_what_was_put_in(chinese: str, english: str) -> None:
    assert message_in_english(chinese) == english


def test_a_hint_is_put_into_english() -> None:
    assert hint_in_english("可用：.html、.docx") == "Choose one of .html、.docx"


@pytest.mark.parametrize("table", [MESSAGES, HINTS], ids=["messages", "hints"])
def test_both_sides_of_a_row_have_the_same_holes(table: dict[str, str]) -> None:
    assert {zh: en for zh, en in table.items() if zh.count("{}") != en.count("{}")} == {}


@pytest.mark.parametrize("table", [MESSAGES, HINTS], ids=["messages", "hints"])
def test_the_english_is_english(table: dict[str, str]) -> None:
    """The names of a template's fields are what they are."""
    assert {zh: en for zh, en in table.items() if CHINESE.search(re.sub(r"\{\{.*?\}\}", "", en))} == {}


def test_our_own_complaints_are_left_as_they_are() -> None:
    assert complaint_in_chinese("没有“comapre”这个命令") == "没有“comapre”这个命令"
