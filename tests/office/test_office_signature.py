"""Where issuer and date stand: GB/T 9704-2012 7.3.5.1 and 7.3.5.2, in characters from the right edge."""

import pytest
from docx.oxml.ns import qn

from drafter.office.gongwen import add, new_document
from drafter.office.signature import cells, place_signature, right_indents


@pytest.mark.parametrize(("text", "width"), [("云溪市人民政府", 7), ("2026年1月20日", 6.5), ("2026年1月8日", 6), ("", 0)])
def test_a_digit_is_half_a_character(text: str, width: float) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("issuer", "date", "issuer_right", "date_right"),
    [
        (7, 6.5, 2, 0.5),  # the date begins two characters right of the issuer
        (12, 6, 2, 6),
        (6.5, 6.5, 2, 0),
        (4, 6.5, 6.5, 2),  # the date is longer: it is two from the right, the issuer moves left
    ],
)
def test_without_a_seal_the_date_begins_two_characters_right_of_the_issuer(
    issuer: float, date: float, issuer_right: float, date_right: float
) -> None:
    assert right_indents([issuer], date) == ([issuer_right], date_right)
    # The same said from the left: the first characters are two apart.
    assert (issuer_right + issuer) - (date_right + date) == 2


@pytest.mark.parametrize(("issuer", "date", "issuer_right"), [(7, 6, 3.5), (4, 6, 5), (20, 6, 0)])
def test_with_a_seal_the_issuer_is_centred_over_a_date_four_from_the_right(
    issuer: float, date: float, issuer_right: float
) -> None:
    assert right_indents([issuer], date, sealed=True) == ([issuer_right], 4)


def test_the_longest_of_several_issuers_counts() -> None:
    assert right_indents([7, 9], 6) == ([2, 2], 3)


def test_indents_are_written_for_word_and_for_libreoffice() -> None:
    document = new_document()
    issuer, date = add(document, "signature", "云溪市人民政府"), add(document, "date", "2026年1月20日")
    place_signature([issuer], date)
    indents = [
        {name: p._p.pPr.find(qn("w:ind")).get(qn(f"w:{name}")) for name in ("rightChars", "right")} for p in (issuer, date)
    ]  # type: ignore[union-attr]
    assert indents == [{"rightChars": "200", "right": "628"}, {"rightChars": "50", "right": "157"}]


def test_an_open_date_counts_as_a_usual_one() -> None:
    document = new_document()
    issuer, date = add(document, "signature", "云溪市人民政府"), add(document, "date", "【待填：落款日期，年月日】")
    place_signature([issuer], date, date_open=True)
    assert issuer._p.pPr.find(qn("w:ind")).get(qn("w:rightChars")) == "200"  # type: ignore[union-attr]
