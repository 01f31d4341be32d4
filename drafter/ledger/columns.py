"""The sheets of the ledger's workbook as data: their columns, and the words that stand for codes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from drafter.ledger.sheets import Column
from drafter.model.change import Direction
from drafter.model.draft import FormulaKind
from drafter.model.ledger import ROUNDS, Adding, MatterKind, Round
from drafter.text.identity import stable_id

Code = TypeVar("Code", bound=str)

ADDINGS: dict[Adding, str] = {"single": "单报", "sum": "合计", "computed": "计算"}
GOOD: dict[Direction, str] = {"positive": "正向", "negative": "反向", "neutral": ""}
MATTERS: dict[MatterKind, str] = {"plan": "上年安排", "problem": "上年问题"}
FORMULAS: tuple[FormulaKind, ...] = ("sum", "share", "growth", "points", "count")

FIGURES, MATTER_SHEET, ANSWERS, STORY_SHEET, ABOUT = "指标台账", "安排和问题", "事项报送", "部门材料", "说明"

ID, ORDER, LABEL, SYNONYMS, DEFINITION, UNIT = "编号", "序号", "指标名称", "同义名称", "口径", "计量单位"
DEPARTMENTS, GUESS, CONTACT, STATUS, ADDING, SUM = "责任单位", "归口依据", "联系人", "状态", "汇总方式", "计算关系"
DIRECTION, NOTE, PATH, LAST, SENTENCE, TERMS, ALIASES = (
    "指标方向", "备注", "章节", "上年表述", "原句", "计算编号", "曾用编号",
)  # fmt: skip

FIGURE_COLUMNS: tuple[Column, ...] = (
    Column(ID, 12), Column(ORDER, 6, "center"), Column(LABEL, 26), Column(SYNONYMS, 18, open=True), Column(DEFINITION, 24, open=True),
    Column(UNIT, 10, "center"), Column(DEPARTMENTS, 31, open=True), Column(GUESS, 16), Column(CONTACT, 12, open=True),
    Column(STATUS, 8, "center", open=True), Column(ADDING, 8, "center", open=True), Column(SUM, 20), Column(DIRECTION, 8, "center", open=True),
    Column(NOTE, 16, open=True), Column(PATH, 20), Column(LAST, 14), Column(SENTENCE, 30), Column(TERMS, 10), Column(ALIASES, 10),
)  # fmt: skip
# What only the tool reads; folded away until somebody opens it.
FOLDED = (PATH, LAST, SENTENCE, TERMS, ALIASES)

KIND, YEAR, ROUND, TITLE, TEXT, DEPARTMENT = "类别", "年度", "轮次", "题目", "内容", "单位"
PROGRESS, EVIDENCE, REASON, SOURCE, DATE = "完成情况", "佐证材料", "未完成原因", "来源", "日期"
MATTER_COLUMNS = (
    Column(ID, 12), Column(KIND, 10, "center"), Column(YEAR, 8, "center"), Column(TITLE, 36), Column(TEXT, 70),
    Column(DEPARTMENTS, 22, open=True), Column(GUESS, 18), Column(ALIASES, 10),
)  # fmt: skip
ANSWER_COLUMNS = (
    Column(ID, 12), Column(TITLE, 26), Column(DEPARTMENT, 16), Column(YEAR, 8, "center"), Column(ROUND, 8, "center"), Column(PROGRESS, 44),
    Column(EVIDENCE, 24), Column(REASON, 24), Column(SOURCE, 34), Column(DATE, 12),
)  # fmt: skip
STORY_COLUMNS = (
    Column(DEPARTMENT, 16), Column(YEAR, 8, "center"), Column(ROUND, 8, "center"), Column(KIND, 12, "center"), Column(TEXT, 80),
    Column(SOURCE, 34), Column(DATE, 12),
)  # fmt: skip

# The heads that a sheet is known by, whatever people called it.
TELLING: dict[str, tuple[str, ...]] = {
    FIGURES: (ID, LABEL, UNIT), MATTER_SHEET: (ID, KIND, TITLE, DEPARTMENTS), ANSWERS: (ID, DEPARTMENT, PROGRESS),
    STORY_SHEET: (DEPARTMENT, KIND, TEXT, ROUND),
}  # fmt: skip
_OWN = frozenset(column.name for columns in (FIGURE_COLUMNS, MATTER_COLUMNS, ANSWER_COLUMNS, STORY_COLUMNS) for column in columns)

# A source of values has a column for each of these: 2025年正式, 2025年正式来源, 2025年正式日期, 2025年正式说明.
Part = Literal["", "来源", "日期", "说明"]
PARTS: tuple[tuple[Part, Column], ...] = (
    ("", Column("", 12, "right", open=True, number_format="#,##0.########")),
    ("来源", Column("", 26)),
    ("日期", Column("", 12, "center")),
    ("说明", Column("", 18)),
)
_VALUE_HEAD = re.compile(rf"((?:19|20)\d\d)年({'|'.join(ROUNDS.values())})(来源|日期|说明|)")
_PARTS: dict[str, Part] = {word: word for word, _ in PARTS}


@dataclass(frozen=True, slots=True)
class ValueHead:
    """What a column of values holds."""

    year: int
    round: Round
    part: Part

    @property
    def name(self) -> str:
        """The head of the column."""
        return f"{self.year}年{ROUNDS[self.round]}{self.part}"


def value_head(name: str) -> ValueHead | None:
    """The meaning of a column's head; None where it is none of values."""
    found = _VALUE_HEAD.fullmatch(name)
    code = code_of(ROUNDS, found[2]) if found else None
    return ValueHead(int(found[1]), code, _PARTS[found[3]]) if found and code else None


def is_own(head: str) -> bool:
    """Whether a column is the ledger's and none that people added."""
    return head in _OWN or value_head(head) is not None


def code_of(words: Mapping[Code, str], said: str) -> Code | None:
    """The code that a word stands for; None where it stands for none."""
    return next((code for code, word in words.items() if word == said.strip()), None)


def own_id(cells: Mapping[str, str]) -> str:
    """The id of a line that people added without one; the same as long as they call it the same."""
    return stable_id("u", *(cells.get(name, "") for name in (KIND, LABEL, TITLE, UNIT, DEFINITION)))
