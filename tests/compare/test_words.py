"""The edits inside a unit: figures tight, clauses whole, both sides rebuilt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.compare import costs
from drafter.compare.words import diff, kept_share


def marked(old: str, new: str) -> str:
    sign = {"equal": "{}", "delete": "[-{}-]", "insert": "[+{}+]"}
    return "".join(sign[e.op].format(e.text) for e in diff(old, new))


TABLE = (
    ("全年受理22起，审结10起。", "全年受理37起，审结10起。", "全年受理[-22起-][+37起+]，审结10起。"),
    ("许可12项、给付3项、确认9项", "许可14项、给付4项、确认8项", "许可[-12项-][+14项+]、给付[-3项-][+4项+]、确认[-9项-][+8项+]"),
    ("占1,204.5万元", "占1,304.5万元", "占[-1,204.5万元-][+1,304.5万元+]"),
    ("惠及一百二十万人。", "惠及一百三十万人。", "惠及[-一百二十万人-][+一百三十万人+]。"),
    ("约三分之二的村居", "约四分之三的村居", "约[-三分之二-][+四分之三+]的村居"),
    ("2020年至2021年开展整治", "2021年至2022年开展整治", "[-2020年至2021年-][+2021年至2022年+]开展整治"),
    ("印发于2021年3月11日", "印发于2022年2月20日", "印发于[-2021年-][+2022年+][-3月-][+2月+][-11日-][+20日+]"),
    ("机制更加健全，群众满意。", "形成了工作合力，群众满意。", "[-机制更加健全，-][+形成了工作合力，+]群众满意。"),
    ("做好普法，办好案件。", "做好普法，抓好宣传，办好案件。", "做好普法，[+抓好宣传，+]办好案件。"),
    (
        "公布权责清单41项，其中许可2项",
        "公布权力事项43项，其中许可2项",
        "公布[-权责清单-][+权力事项+][-41项-][+43项+]，其中许可2项",
    ),
    ("群众生活继续改善。", "群众生活持续改善。", "群众生活[-继续-][+持续+]改善。"),
    ("受理84件，审结79件。", "受理84件，办结79件。", "受理84件，[-审结-][+办结+]79件。"),
    ("不予处罚、减轻处罚案件27起。", "免罚轻罚案件27起。", "[-不予处罚、减轻处罚-][+免罚轻罚+]案件27起。"),
    ("受理22件，全部办结。", "受理37件，均已答复当事人。", "受理[-22件-][+37件+][-，全部办结。-][+，均已答复当事人。+]"),
    ("全部办结，22件。", "均已答复当事人，37件。", "[-全部办结，-][+均已答复当事人，+][-22件-][+37件+]。"),
    ("坚持“一网通办”", '坚持"一网通办"', '坚持[-“-][+"+]一网通办[-”-][+"+]'),
)


@pytest.mark.parametrize(("old", "new", "expected"), TABLE)
def test_edits_as_a_person_would_mark_them(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_a_rewritten_clause_is_no_confetti() -> None:
    edits = diff("市直部门按照要求逐项抓好整改，完成年度任务。", "各镇对照清单全面落实问题销号，完成年度任务。")
    assert [e.op for e in edits] == ["delete", "insert", "equal"]


SAME_CLAUSE = "加强督促指导，"
REWRITTEN = (
    "坚持党政主要负责人亲自部署法治建设，" * 5 + SAME_CLAUSE + "述法工作实现县乡两级全覆盖。" * 3,
    "民生实事项目按月公布进度，" * 5 + SAME_CLAUSE + "老旧小区加装电梯的居民逐年增多。" * 3,
)


def test_a_paragraph_of_which_next_to_nothing_stays_is_replaced_whole() -> None:
    old, new = REWRITTEN
    assert len(SAME_CLAUSE) < costs.UNIT_KEPT * len(old)
    assert [(e.op, e.text) for e in diff(old, new)] == [("delete", old), ("insert", new)]


def test_of_a_short_unit_every_word_that_stays_is_shown() -> None:
    assert marked("完成。坚持党政主要负责人亲自部署法治建设", "完成。民生实事项目按月公布进度并接受监督").startswith("完成。[-")


ALPHABET = "一二三十项件年万第，。；：、“”（）的和工作 1２3.%a"


@given(st.text(ALPHABET, max_size=50), st.text(ALPHABET, max_size=50))
def test_edits_rebuild_both_sides(old: str, new: str) -> None:
    edits = diff(old, new)
    assert "".join(e.text for e in edits if e.op != "insert") == old
    assert "".join(e.text for e in edits if e.op != "delete") == new
    assert 0 <= kept_share(edits) <= 1


def test_long_texts_without_clauses_are_bounded_and_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = "甲乙丙丁" * 300, "甲乙戊丁" * 300
    for name in ("TOKEN_CELLS", "EXACT_CELLS"):
        monkeypatch.setattr(costs, name, 10)
        edits = diff(old, new)
        assert "".join(e.text for e in edits if e.op != "insert") == old
        assert "".join(e.text for e in edits if e.op != "delete") == new
