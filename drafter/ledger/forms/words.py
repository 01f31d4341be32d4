"""The words of a form: what its columns, its foot and its sheets are called, for those who write it and those who read it back."""

import re
from dataclasses import dataclass

from drafter.ledger.sheets import Align, Column
from drafter.model.ledger import ROUNDS, Round
from drafter.text.offices import place_of

SCHEMA = "drafter.form/1"
FIGURES, TEXTS, HIDDEN = "数据", "文字", "drafter"
NEW_FIGURES = "新增指标（表中未列而本年度应当报送的数据，请逐行填写）"
NEW_TEXTS = "本单位补充材料（可不填；一格一件，写明时间、做法和成效）"
NO_MATTERS = "上年报告中未见由本单位负责的安排和问题，本栏不必填写"
# Where 口径 is not laid down yet, the sentence of last year's report stands there and begins so.
QUOTED = "上年报告："
# Where several departments' figures are added up, last year's is the sum of all.
SHARED = "（上年数为各单位合计，请填本单位数）"
DEPARTMENT, DUE, SEAL = "填报单位", "报送截止", "（单位盖章）"
# The foot: what each name holds in a return.
FOOT = {"填报人": "person", "审核人": "checker", "联系电话": "phone", "填报日期": "date"}
_ROUND = "|".join(filter(None, ROUNDS.values()))
TITLE = re.compile(rf"(?P<place>\S*?)(?P<year>(?:19|20)\d\d)年度?法治政府建设数据报送表[（(](?P<round>{_ROUND})[）)]")


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a form. `open`: to be filled for a figure that is asked for; `fresh`: to be filled in a blank row."""

    key: str
    name: str
    width: float
    align: Align = "left"
    open: bool = False
    fresh: bool = False

    def column(self, year: int, *, fresh: bool = False) -> Column:
        """The column as a sheet has it, in an asked or a blank row."""
        name = self.name.format(last=year - 1, this=year)
        return Column(name, self.width, self.align, open=self.fresh if fresh else self.open)


FIGURE_FIELDS = (
    Field("id", "编号", 11, "center"),
    Field("number", "序号", 5, "center"),
    Field("label", "指标名称", 26, fresh=True),
    Field("definition", "口径", 28, fresh=True),
    Field("unit", "计量单位", 9, "center", fresh=True),
    Field("last", "{last}年数", 11, "right", fresh=True),
    Field("early", "预报数", 11, "right"),
    Field("value", "{this}年数", 12, "right", open=True, fresh=True),
    Field("period", "统计期间", 13, "center", open=True, fresh=True),
    Field("corrected", "上年数更正", 11, "right", open=True),
    Field("reason", "变动原因", 24, open=True, fresh=True),
)
MATTER_FIELDS = (
    Field("id", "编号", 11, "center"),
    Field("number", "序号", 5, "center"),
    Field("kind", "类别", 10, "center"),
    Field("title", "事项", 24),
    Field("text", "上年报告表述", 34),
    Field("progress", "完成情况", 30, open=True),
    Field("evidence", "佐证", 20, open=True),
    Field("reason", "未完成原因", 20, open=True),
)


def figure_fields(round: Round) -> tuple[Field, ...]:
    """The columns of the figures; what was returned in the first round is shown in the final one only."""
    return tuple(field for field in FIGURE_FIELDS if field.key != "early" or round == "final")


def title_of(issuer: str, year: int, round: Round) -> str:
    """槿阳市2026年度法治政府建设数据报送表（预报）"""
    return f"{place_of(issuer)}{year}年度法治政府建设数据报送表（{ROUNDS[round]}）"


def date_in_words(iso: str) -> str:
    """2027-01-15 is 2027年1月15日."""
    year, month, day = iso.split("-")
    return f"{year}年{int(month)}月{int(day)}日"
