"""What the ledger offers to a draft: the latest return, under every id, with who sent it and when."""

import pytest

from drafter.ledger.offers import check_fits, offers
from drafter.model.errors import DrafterError
from drafter.model.ledger import Answer, Ledger, Matter, Round, Row, Story, Value


def value(
    number: float | None, round: Round = "final", *, year: int = 2026, source: str = "市司法局（王某，2027-01-12），报1042件"
) -> Value:
    return Value(year=year, round=round, number=number, text=f"{number}件", source=source, date="2027-01-12")


def row(*values: Value, unit: str = "件", aliases: tuple[str, ...] = ()) -> Row:
    return Row(id="f-1", label="受理案件", unit=unit, departments=("市司法局", "市公安局"), values=values, aliases=aliases)


def of(*rows: Row, matters: tuple[Matter, ...] = (), stories: tuple[Story, ...] = ()) -> Ledger:
    return Ledger(issuer="云溪市人民政府", year=2026, rows=rows, matters=matters, stories=stories)


def answer(department: str, round: Round, progress: str = "", *, reason: str = "") -> Answer:
    return Answer(
        department=department,
        year=2026,
        round=round,
        progress=progress,
        reason=reason,
        source=f"{department}（李某）",
        date="2027-01-08",
    )


def test_the_last_return_of_the_year_is_offered_under_every_id() -> None:
    made = offers(of(row(value(990, year=2025), value(1038, "first"), value(1042), unit="万件", aliases=("f-9",))))
    assert [(o.id, o.number, o.scale, o.unit, o.department) for o in made] == [
        ("f-1", 1042, 10000, "件", "市司法局、市公安局"), ("f-9", 1042, 10000, "件", "市司法局、市公安局"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "source"),
    [
        (value(1042), "指标台账：市司法局（王某，2027-01-12），报1042件"),
        (value(1042, "first"), "指标台账：市司法局（王某，2027-01-12），报1042件（预报）"),
        (value(1042, source="市司法局，报1042件"), "指标台账：市司法局，报1042件，2027-01-12"),
        (value(1042, source=""), "指标台账：人工填写1042件，2027-01-12"),
    ],
)
def test_a_source_says_who_when_and_in_which_round(said: Value, source: str) -> None:
    assert offers(of(row(said)))[0].source == source


@pytest.mark.parametrize(
    "values", [(), (value(990, year=2025),), (value(1042, "report"),)], ids=["none", "last year", "published"]
)
def test_a_row_that_nobody_has_returned_offers_its_name_and_department_alone(values: tuple[Value, ...]) -> None:
    (offer,) = offers(of(row(*values)))
    assert (offer.label, offer.department, offer.number, offer.text) == ("受理案件", "市司法局、市公安局", None, "")


def test_of_each_department_the_last_answer_that_says_anything_is_offered() -> None:
    matter = Matter(
        id="t-1", kind="plan", title="建成平台", text="", aliases=("t-9",),
        answers=(answer("市数据局", "final"), answer("市数据局", "first", "已建成。", reason="无"), answer("市财政局", "final", reason="资金未到位。")),
    )  # fmt: skip
    told = [(o.id, o.department, o.text, o.source) for o in offers(of(matters=(matter,)))]
    assert told[0] == ("t-1", "市数据局", "完成情况：已建成；未完成原因：无。", "指标台账：市数据局（李某），2027-01-08（预报）")
    assert told[2] == ("t-1", "市财政局", "未完成原因：资金未到位。", "指标台账：市财政局（李某），2027-01-08")
    assert [key for key, *_ in told] == ["t-1", "t-9", "t-1", "t-9"]


def test_stories_of_the_first_round_give_way_to_those_of_the_last() -> None:
    stories = tuple(
        Story(department=by, year=2026, round=round, kind="case", text=text)  # type: ignore[arg-type]
        for by, round, text in (("甲局", "first", "旧"), ("甲局", "final", "新"), ("乙局", "first", "早"), ("丙局", "final", " "))
    )
    assert [(o.id, o.label, o.text) for o in offers(of(stories=stories))] == [
        ("case", "典型案例", "新"),
        ("case", "典型案例", "早"),
    ]


@pytest.mark.parametrize(("issuer", "year"), [("云溪市", 2026), ("云溪市政府", None), ("", 2026)])
def test_a_ledger_of_the_same_office_and_year_fits(issuer: str, year: int | None) -> None:
    check_fits(of(), issuer, year, "L.xlsx")


@pytest.mark.parametrize(
    ("issuer", "year", "told"),
    [
        ("云溪市", 2025, "L.xlsx：指标台账收集的是2026年度数据，稿件为2025年度"),
        ("青石市", 2026, "L.xlsx：指标台账属云溪市人民政府，稿件的发文机关为青石市"),
    ],
)
def test_a_ledger_of_another_year_or_office_is_refused(issuer: str, year: int, told: str) -> None:
    with pytest.raises(DrafterError) as caught:
        check_fits(of(), issuer, year, "L.xlsx")
    assert str(caught.value) == f"{told}。请使用本单位同一年度的指标台账"
