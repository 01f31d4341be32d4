"""What a department writes beside the cell for this year's number is never lost, whatever became of that number."""

import pytest
from collectmakers import JUSTICE, POLICE, entry, form, ledger, row

from drafter.ledger.collecting import collect
from drafter.model.ledger import Return, Row

SUMMED = row("a", before=1000, departments=(JUSTICE, POLICE), adding="sum")
DEFINED = row("a", before=1000, definition="当年新收的案件")


@pytest.mark.parametrize(
    ("one", "given", "kind", "words"),
    [
        pytest.param(row("a", before=1000), [form(entry("a=", corrected="1042"))], "corrected",
                     ("更正为“1042件”", "本年数未填", "上年数更正"), id="this year's number in the column of last year's"),
        pytest.param(row("a", before=1000), [form(entry("a=", corrected="1000"))], "corrected", ("“1000件”", "本年数未填"), id="last year's again"),
        pytest.param(row("a", before=1000), [form(entry("a=张某", corrected="1042"))], "corrected", ("更正为“1042件”",), id="beside no number"),
        pytest.param(row("a", before=1000), [form(entry("a=35人", period="1-9月"))], "period", ("1-9月",), id="beside another unit"),
        pytest.param(row("a", before=1000), [form(entry("a=", period="1042"))], "period", ("1042", "本年数未填"), id="in the column of the period"),
        pytest.param(SUMMED, [form(entry("a=12", corrected="1042"))], "corrected", ("更正为“1042件”",), id="a sum with a part missing"),
        pytest.param(row("a", before=1000), [form(entry("a=9999999", corrected="1042"))], "corrected", ("更正为“1042件”",),
                     id="beside a slip of the unit"),
        pytest.param(row("a", before=1000), [form(entry("a=990")), form(entry("a=990", corrected="1042"), path="b.xlsx")], "corrected",
                     ("更正为“1042件”",), id="in one of two copies"),
        pytest.param(DEFINED, [form(entry("a=990", definition="当年办结的案件"))], "altered",
                     ("当年新收的案件", "当年办结的案件"), id="another definition"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_number_is_told(one: Row, given: list[Return], kind: str, words: tuple[str, ...]) -> None:
    told = [query.message for query in collect(ledger(one), given).queries if query.kind == kind]
    assert len(told) == 1
    assert all(word in told[0] for word in words), told


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([form(entry("a=990", definition="当年新收的 案件"))], id="the same definition, spaced otherwise"),
        pytest.param([form(entry("a=990", definition=""))], id="no definition"),
        pytest.param([form(entry("a=990", period="全年"))], id="the whole year"),
        pytest.param([form(entry("a=990", corrected="1000"))], id="last year's as it was"),
    ],
)
def test_what_says_nothing_new_is_not_told(given: list[Return]) -> None:
    assert collect(ledger(DEFINED), given).queries == ()
