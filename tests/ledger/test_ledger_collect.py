"""Returned forms in the ledger: every rule with what it tells and what it leaves alone."""

import pytest
from collectmakers import (
    BOTH,
    JUSTICE,
    POLICE,
    SUM,
    entry,
    form,
    ledger,
    number,
    only,
    row,
    told,
    value,
)  # fmt: skip

from drafter.ledger.collecting import collect
from drafter.ledger.collecting.asking import RULES as FORM_RULES
from drafter.ledger.collecting.lastyear import RULES, Pair, rule_of
from drafter.model.ledger import Entry, Query, Return, Row, Value


def test_a_return_without_fault_is_taken_and_nothing_is_asked() -> None:
    made = collect(ledger(row("a", before=1000)), [form("a=1042件")])
    assert value(made, "a") == Value(
        year=2026, round="first", number=1042, text="1042件", date="2027-01-12",
        source="市司法局（王某，2027-01-12，市司法局.xlsx），报1042件",
    )  # fmt: skip
    assert made.queries == ()
    assert made.summary == {"forms": 1, "values": 1, "texts": 0, "new": 0, "must": 0, "verify": 0, "info": 0}


@pytest.mark.parametrize(
    ("rows", "forms", "values", "asked"),
    [
        pytest.param([row("a")], [form("a=12", year=2025)], [None], ["missing_form/must", "unread/must"], id="another year"),
        pytest.param([row("a")], [form("a=12", issuer="云溪市")], [None], ["missing_form/must", "unread/must"], id="another office"),
        pytest.param([row("a")], [form("a=12", issuer="澄江市人民政府")], [12], [], id="the same office in full"),
        pytest.param([row("a")], [form("a=12人")], [None], ["unit/must"], id="another unit typed"),
        pytest.param([row("a", "万件")], [form("a=91200件")], [9.12], ["unit/info"], id="another scale typed"),
        pytest.param([row("a", "万件")], [form(entry("a=91200", unit="件"))], [9.12], ["unit/info"], id="unit cell of another scale"),
        pytest.param([row("a")], [form(entry("a=1.2", unit="万件"))], [12000], ["unit/info"], id="unit cell larger than asked"),
        pytest.param([row("a")], [form(entry("a=12", unit="起"))], [12], ["unit/verify"], id="unit cell of the same meaning"),
        pytest.param([row("a")], [form(entry("a=12", unit="人"))], [None], ["unit/must"], id="unit cell of another meaning"),
        pytest.param([row("a")], [form("a=张某")], [None], ["number/must"], id="no number"),
        pytest.param([row("a")], [form("a=12—15")], [None], ["number/must"], id="a range"),
        pytest.param([row("a")], [form("a=1.2")], [None], ["number/must"], id="a part of one"),
        pytest.param([row("a", "万元")], [form("a=1.2")], [1.2], [], id="a part of what can be parted"),
        pytest.param([row("a", "万件")], [form("a=9.12")], [9.12], [], id="decimals of what counts in ten thousands"),
        pytest.param([row("a")], [form("a=约30件")], [30], ["number/info"], id="about"),
        pytest.param([row("a", before=40)], [form("a=-30")], [None], ["number/must"], id="a count below zero"),
        pytest.param([row("a", before=-30, last="减少30件")], [form("a=-32")], [-32], [], id="a fall below zero"),
        pytest.param([row("a", "%", 3, last="增长3%")], [form("a=-1")], [-1], [], id="a rate below zero"),
        pytest.param([row("a")], [form("a=12", "b=3")], [12], ["altered/must"], id="a row that the ledger does not know"),
        pytest.param([row("a", aliases=("b",))], [form("b=3")], [3], [], id="a row by its former id"),
        pytest.param([row("a", departments=(POLICE,))], [form("a=12"), form("a=13", department=POLICE)], [13], ["unassigned/must"],
                     id="a form of somebody else"),
        pytest.param([row("a", departments=(POLICE,)), row("b")], [form("a=12", "b=3"), form("a=13", department=POLICE)], [13, 3],
                     ["unassigned/verify"], id="a row that is another's"),
        pytest.param([row("a")], [form("a=12", department="")], [None], ["missing_form/must", "unread/must"], id="a form of nobody"),
        pytest.param([row("a", departments=())], [form("a=12")], [12], ["unassigned/info"], id="a row that is nobody's"),
        pytest.param([row("a")], [form("a=")], [None], ["missing/must"], id="an empty cell"),
        pytest.param([row("a")], [form("a=无")], [None], ["missing/verify"], id="nothing to report"),
        pytest.param([row("a")], [form(entry("a=", reason="机构撤销"))], [None], ["missing/verify"], id="a reason alone"),
        pytest.param([row("a"), row("b")], [form("b=3")], [None, 3], ["missing/must"], id="a line that was deleted"),
        pytest.param([row("a", status="once")], [form("a=")], [None], [], id="what is not asked every year"),
        pytest.param([row("a")], [form("a=0")], [0], [], id="nought is a number"),
    ],
)  # fmt: skip
def test_what_is_typed_is_taken_or_told(rows: list[Row], forms: list[Return], values: list[float], asked: list[str]) -> None:
    made = collect(ledger(*rows), forms)
    assert [number(made, one.id) for one in rows] == values
    assert sorted(told(made)) == asked


@pytest.mark.parametrize(
    ("rows", "forms", "values", "asked"),
    [
        pytest.param([row("a")], [form("a=12"), form("a=13", date="2027-01-14", path="b.xlsx")], [13], ["twice/info"], id="the later one"),
        pytest.param([row("a")], [form("a=12"), form("a=13", path="b.xlsx")], [None], ["conflict/must", "twice/verify"], id="of one day"),
        pytest.param([row("a")], [form("a=12"), form("a=12件", path="b.xlsx")], [12], ["twice/verify"], id="of one day and the same"),
        pytest.param([row("a")], [form("a=12"), form("a=13", date="", path="b.xlsx")], [None],
                     ["conflict/must", "twice/verify", "unsigned/verify"], id="one without a date"),
        pytest.param([row("a"), row("b")], [form("a=1", "b=2"), form("a=3", "b=", date="2027-01-14", path="b.xlsx")], [3, 2],
                     ["twice/info", "twice/verify"], id="a later one with corrections alone"),
        pytest.param([row("a", departments=BOTH)], [form("a=12"), form("a=12", department=POLICE)], [12], [], id="two that agree"),
        pytest.param([row("a", departments=BOTH)], [form("a=12"), form("a=13", department=POLICE)], [None], ["conflict/must"] * 2,
                     id="two that do not agree"),
        pytest.param([row("a", **SUM)], [form("a=12"), form("a=13", department=POLICE)], [25], [], id="a sum"),
        pytest.param([row("a", **SUM)], [form("a=约12"), form("a=13", department=POLICE)], [25], ["number/info"], id="a sum of about"),
        pytest.param([row("a", **SUM)], [form("a=12")], [None], ["missing_form/must", "sum/must"], id="a sum without a part"),
        pytest.param([row("a", **SUM)], [form("a=12"), form("a=13人", department=POLICE)], [None], ["sum/must", "unit/must"],
                     id="a sum with a part of another unit"),
    ],
)  # fmt: skip
def test_several_returns_for_one_figure(rows: list[Row], forms: list[Return], values: list[float], asked: list[str]) -> None:
    made = collect(ledger(*rows), forms)
    assert [number(made, one.id) for one in rows] == values
    assert sorted(told(made)) == asked


def test_a_sum_names_all_who_sent_a_part_and_its_source_ends_with_the_value() -> None:
    made = collect(ledger(row("a", **SUM)), [form("a=12"), form("a=13", department=POLICE)])
    found = value(made, "a")
    assert found
    assert found.source == (
        "市公安局（王某，2027-01-12，市公安局.xlsx）13件、市司法局（王某，2027-01-12，市司法局.xlsx）12件，合计报25件"
    )


@pytest.mark.parametrize(("rule", "pair"), [(rule.name, pair) for rule in RULES for pair in rule.yes], ids=str)
def test_a_rule_tells_its_examples(rule: str, pair: Pair) -> None:
    found = rule_of(pair)
    assert found
    assert found.name == rule


@pytest.mark.parametrize(("rule", "pair"), [(rule.name, pair) for rule in RULES for pair in rule.no], ids=str)
def test_a_rule_leaves_its_counterexamples_alone(rule: str, pair: Pair) -> None:
    found = rule_of(pair)
    assert found is None or found.name != rule


@pytest.mark.parametrize(
    ("before", "typed", "reason", "message"),
    [
        (936, "1526", "", "指标a：贵单位报送1526件，上年为936件，增长63%，请补充变动原因。"),
        (936, "1526", "区划调整", "指标a：贵单位报送1526件，上年为936件，增长63%，所附原因为“区划调整”。"),
        (936, "936", "", "指标a：贵单位报送936件，与上年相同，请核实是否为本年数据。"),
        (936, "12000", "", "指标a：贵单位报送12000件，上年为936件，相差约13倍，疑似填报有误，请核实。"),
        (
            9.36,
            "93600",
            "口径扩大",
            "指标a：贵单位报送93600件，上年为9.36件，相差约1万倍，疑似计量单位有误（应以“件”计），请核实。",
        ),
    ],
)
def test_what_is_told_beside_last_year_can_be_sent_as_it_stands(before: float, typed: str, reason: str, message: str) -> None:
    made = collect(ledger(row("a", before=before)), [form(entry(f"a={typed}", reason=reason))])
    assert [query.message for query in made.queries] == [message]
    assert number(made, "a") == float(typed)
    assert made.queries[0].taken


@pytest.mark.parametrize(("unit", "before", "typed"), [("万件", 9.03, "87460"), ("%", 98.5, "0.97"), ("%", 98.5, "120")])
def test_what_a_slip_of_the_unit_explains_is_not_taken_until_a_reason_is_given(unit: str, before: float, typed: str) -> None:
    made = collect(ledger(row("a", unit, before)), [form(f"a={typed}")])
    assert [(query.level, query.taken) for query in made.queries] == [("must", False)]
    assert number(made, "a") is None


@pytest.mark.parametrize(("first", "asked"), [("936", 0), ("940", 1)])
def test_what_was_asked_of_the_first_round_is_not_asked_of_the_last_one_again(first: str, asked: int) -> None:
    early = collect(ledger(row("a", before=936)), [form(f"a={first}")])
    made = collect(early.ledger, [form("a=936", round="final")])
    assert sum(query.kind == "equal" for query in made.queries) == asked


def test_last_year_corrected_is_told_with_both_values_and_noted() -> None:
    made = collect(ledger(row("a", before=936)), [form(entry("a=940", corrected="930件"))])
    assert only(made, "corrected").message == "指标a：贵单位将上年数由936件更正为“930件”，请说明更正依据。"
    found = value(made, "a")
    assert found
    assert found.note == "上年数更正为：930件"


def test_last_year_corrected_to_what_it_is_is_not_told() -> None:
    assert collect(ledger(row("a", before=936)), [form(entry("a=940", corrected="936"))]).queries == ()


@pytest.mark.parametrize(
    "period",
    ["", "全年", "2026年", "2026年度", "1-12月", "1—12月", "2026年1月至12月", "2026年1-12月", "2026.1-2026.12", "2026年1月1日—12月31日",
     "2026年1月1日至2026年12月31日", "截至12月31日", "2026年底"],
)  # fmt: skip
def test_a_period_of_the_whole_year_is_not_asked_about(period: str) -> None:
    assert collect(ledger(row("a")), [form(entry("a=9", period=period))]).queries == ()


@pytest.mark.parametrize(
    "period", ["1-9月", "前三季度", "2025年", "上半年", "2026年1月至11月", "截至11月底", "2025年12月至2026年11月"]
)
def test_a_period_that_is_not_the_year_is_asked_about_and_noted(period: str) -> None:
    made = collect(ledger(row("a")), [form(entry("a=9", period=period))])
    assert told(made) == ["period/verify"]
    found = value(made, "a")
    assert found
    assert found.note == f"统计期间：{period}"


def test_a_figure_that_a_department_adds_is_one_new_row_in_both_rounds() -> None:
    added = entry("=35", label="行政合法性审查件数", unit="件", last="30")
    made = collect(ledger(row("a")), [form("a=9", added), form("a=9", added, round="final", path="b.xlsx")])
    found = made.ledger.rows[1]
    assert (found.label, found.unit, found.status, found.departments) == ("行政合法性审查件数", "件", "new", (JUSTICE,))
    assert [(v.round, v.number, v.note) for v in found.values] == [("first", 35, "上年数：30"), ("final", 35, "上年数：30")]
    assert set(told(made)) == {"new/info"}


@pytest.mark.parametrize(
    ("added", "asked"),
    [(entry("=35件", label="指标a"), "new/info"), (entry("=", label="新事项"), "new/verify"), (entry("=若干", label="新事项"), "number/must")],
)  # fmt: skip
def test_a_new_figure_without_a_number_is_told_and_gives_no_row(added: Entry, asked: str) -> None:
    made = collect(ledger(row("a")), [form("a=9", added)])
    assert told(made) == [asked]
    assert len(made.ledger.rows) == (2 if asked == "new/info" else 1)


def test_a_new_figure_that_bears_a_known_name_is_said_to() -> None:
    made = collect(ledger(row("a")), [form("a=9", entry("=35件", label="指标a"))])
    assert "与台账已有指标“指标a”同名" in only(made, "new").message


@pytest.mark.parametrize(
    ("rows", "typed", "values", "asked"),
    [
        pytest.param([row("t", formula="sum", terms=("a", "b")), row("a"), row("b")], ["t=25", "a=12", "b=13"], [25, 12, 13], [], id="a sum"),
        pytest.param([row("t", formula="sum", terms=("a", "b")), row("a"), row("b")], ["t=30", "a=12", "b=13"], [30, 12, 13], ["sum/must"],
                     id="no sum"),
        pytest.param([row("t", "万件", formula="sum", terms=("a", "b")), row("a", "万件"), row("b")], ["t=2.5", "a=1.2", "b=13012"],
                     [2.5, 1.2, 13012], [], id="a sum as exact as it is printed"),
        pytest.param([row("t", formula="sum", terms=("a", "b")), row("a"), row("b")], ["t=30", "a=约12", "b=13"], [30, 12, 13],
                     ["number/info"], id="a sum of about is not held against anything"),
        pytest.param([row("t", formula="sum", terms=("a", "b"), adding="computed"), row("a"), row("b")], ["a=12", "b=13"], [25, 12, 13], [],
                     id="a sum nobody is asked for"),
        pytest.param([row("t", "%", formula="share", terms=("a", "b")), row("a"), row("b")], ["a=12", "b=13"], [92.3, 12, 13], [],
                     id="a share with one decimal"),
        pytest.param([row("t", "%", formula="share", terms=("a", "b"), last="95.25%"), row("a"), row("b")], ["a=12", "b=13"],
                     [92.31, 12, 13], [], id="a share as last year's text printed it"),
        pytest.param([row("t", "%", formula="share", terms=("a", "b")), row("a"), row("b")], ["t=95", "a=12", "b=13"], [95, 12, 13],
                     ["sum/verify"], id="a share that does not follow"),
        pytest.param([row("t", "%", formula="growth", terms=("a",)), row("a", before=100)], ["a=97"], [-3.0, 97], [], id="growth"),
        pytest.param([row("t", "个百分点", formula="points", terms=("a",)), row("a", "%", before=95)], ["a=97.5"], [2.5, 97.5], [], id="points"),
        pytest.param([row("t", "件", formula="count", terms=("a",)), row("a", before=100)], ["a=120"], [20, 120], [], id="count"),
        pytest.param([row("t", "%", formula="growth", terms=("a",)), row("a")], ["a=97"], [None, 97], [], id="growth from nothing"),
        pytest.param([row("t", "%", formula="share", terms=("a", "s")), row("s", formula="sum", terms=("a", "b"), adding="computed"),
                      row("a"), row("b")], ["a=30", "b=10"], [75.0, 40, 30, 10], [], id="what hangs on what is computed"),
    ],
)  # fmt: skip
def test_figures_that_follow_from_others(rows: list[Row], typed: list[str], values: list[float], asked: list[str]) -> None:
    made = collect(ledger(*rows), [form(*typed)])
    assert [number(made, one.id) for one in rows] == values
    assert told(made) == asked


def test_a_computed_value_says_how_it_was_reached() -> None:
    rows = row("t", "%", formula="growth", terms=("a",)), row("a", before=100)
    found = value(collect(ledger(*rows), [form("a=97")]), "t")
    assert found
    assert found.source == "计算：（97件－100件）÷100件＝-3%"


def test_in_the_last_round_a_result_hangs_on_the_newest_value_of_each_term() -> None:
    rows = row("t", formula="sum", terms=("a", "b"), adding="computed"), row("a"), row("b")
    made = collect(ledger(*rows), [form("a=12", "b=13"), form("a=14", round="final", path="b.xlsx")])
    assert (number(made, "t"), number(made, "t", "final")) == (25, 27)


def test_the_last_round_stands_beside_the_first_and_a_difference_is_told() -> None:
    made = collect(ledger(row("a"), row("b")), [form("a=100", "b=100"), form("a=101", "b=250", round="final", path="f.xlsx")])
    assert [number(made, key, code) for key in "ab" for code in ("first", "final")] == [100, 101, 100, 250]
    assert [(q.kind, q.level, q.label) for q in made.queries] == [("twice", "verify", "指标b"), ("twice", "info", "指标a")]


def test_of_the_first_round_nothing_is_asked_of_those_who_have_returned_the_last_one() -> None:
    first = form("a=900", "b=", person="", path="1.xlsx"), form("c=3人", department=POLICE, path="2.xlsx")
    rows = row("a", before=100), row("b"), row("c", departments=(POLICE,))
    made = collect(ledger(*rows), [*first, form("a=105", "b=3", round="final", path="f.xlsx")])
    assert [(query.kind, query.department) for query in made.queries if query.department == JUSTICE] == [("twice", JUSTICE)]
    assert {query.kind for query in made.queries if query.department == POLICE} == {"unit", "missing_form"}


def test_who_has_sent_nothing_in_the_last_round_is_asked_though_the_first_is_there() -> None:
    rows = row("a"), row("b", departments=(POLICE,))
    made = collect(ledger(*rows), [form("a=9"), form("b=9", department=POLICE), form("a=9", round="final", path="f.xlsx")])
    assert (only(made, "missing_form").department, only(made, "missing_form").level) == (POLICE, "verify")


def test_who_was_collected_before_is_not_asked_for_the_form_again() -> None:
    rows = row("a"), row("b", departments=(POLICE,))
    before = collect(ledger(*rows), [form("a=9")]).ledger
    assert collect(before, [form("b=9", department=POLICE)]).queries == ()


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        (form("a=9", date="2027-01-16"), "late/info"), (form("a=9", person=""), "unsigned/verify"), (form("a=9", checker=" "), "unsigned/verify"),
        (form("a=9", date=""), "unsigned/verify"), (form("a=9", remarks=("数据表的行已重新排序",)), "altered/verify"),
    ],
)  # fmt: skip
def test_what_a_form_shows_by_itself_is_told(given: Return, asked: str) -> None:
    assert told(collect(ledger(row("a")), [given])) == [asked]
    assert {rule.kind for rule in FORM_RULES} == {"late", "unsigned"}


def test_one_query_names_all_that_a_department_left_empty() -> None:
    made = collect(ledger(row("a"), row("b"), row("c")), [form("a=9")])
    assert only(made, "missing").message == "预报表尚有2项指标未填：指标b、指标c。请补报；确无发生的请填0。"


def test_who_knows_that_its_file_could_not_be_read_is_not_asked_for_the_form_as_well() -> None:
    unread = Query(id="unread-1", kind="unread", level="must", department=JUSTICE, label="", message="坏.xlsx：文件已损坏。")
    assert collect(ledger(row("a")), [], [unread]).queries == (unread,)


def test_a_file_that_could_not_be_read_is_told_with_the_others() -> None:
    unread = Query(
        id="unread-1", kind="unread", level="must", department="", label="", message="坏.xlsx：文件已损坏。", file="坏.xlsx"
    )
    assert collect(ledger(row("a")), [form("a=9")], [unread]).queries == (unread,)


# What people wrote by hand.
