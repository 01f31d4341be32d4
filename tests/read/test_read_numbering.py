"""Automatic numbers stand at the head of their paragraphs, as Word shows them."""

import pytest
from readmakers import NAMESPACES, level, lines, numbered, numbering, p, read

from drafter.read.numbering import FORMATS, chinese

SHOWN = [
    ("decimal", {1: "1", 12: "12"}),
    ("decimalZero", {1: "01", 12: "12"}),
    ("decimalFullWidth", {10: "１０"}),
    ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 50: "㊿", 51: "51"}),
    ("decimalEnclosedFullstop", {3: "⒊"}),
    ("decimalEnclosedParen", {3: "⑶"}),
    ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 105: "一〇五"}),
    (
        "chineseCountingThousand",
        {10: "十", 19: "十九", 100: "一百", 105: "一百零五", 110: "一百一十", 1005: "一千零五", 2020: "二千零二十"},
    ),
    ("japaneseCounting", {1: "一", 12: "十二"}),
    ("ideographDigital", {10: "一〇"}),
    ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
    ("ideographZodiac", {1: "子", 12: "亥"}),
    ("ideographEnclosedCircle", {1: "㊀", 10: "㊉"}),
    ("chineseLegalSimplified", {3: "叁", 12: "壹拾贰"}),
    ("lowerLetter", {1: "a", 26: "z", 27: "aa"}),
    ("upperLetter", {2: "B"}),
    ("lowerRoman", {4: "iv", 9: "ix"}),
    ("upperRoman", {14: "XIV"}),
    ("none", {1: ""}),
]


@pytest.mark.parametrize(("form", "number", "text"), [(f, n, t) for f, cases in SHOWN for n, t in cases.items()])
def test_numbers_are_shown_in_the_form_of_the_list(form: str, number: int, text: str) -> None:
    assert FORMATS[form](number) == text


def test_every_number_below_ten_thousand_has_its_own_words() -> None:
    assert len({chinese(number) for number in range(1, 10_000)}) == 9_999


REPORT = numbering(
    level(0, "chineseCounting", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "(%4)"),
    level(0, "decimal", "第%1条") + level(1, "decimal", "%1.%2"),
    level(0, "bullet", "\uf06c") + level(1, "bullet", "-"),
)


def test_the_levels_of_a_report_are_numbered_and_start_again_below_a_higher_one() -> None:
    blocks = [
        numbered("总", 0),
        numbered("学", 1),
        numbered("甲", 2),
        numbered("乙", 2),
        numbered("责", 1),
        numbered("丙", 2),
        "文",
        numbered("问", 0),
        numbered("少", 1),
        numbered("细", 3),
    ]
    expected = ["一、总", "（一）学", "1.甲", "2.乙", "（二）责", "1.丙", "文", "二、问", "（一）少", "(1)细"]
    assert lines(read(*blocks, lists=REPORT)) == expected


def test_numbers_of_several_levels_and_a_blank_where_the_number_has_no_mark() -> None:
    blocks = [numbered("甲", 0, 2), numbered("乙", 1, 2), numbered("丙", 1, 2), numbered("丁", 0, 2), numbered("戊", 1, 2)]
    assert lines(read(*blocks, lists=REPORT)) == ["第1条 甲", "1.1 乙", "1.2 丙", "第2条 丁", "2.1 戊"]


def test_bullets_of_symbol_fonts_are_shown_as_one_that_any_font_has() -> None:
    assert lines(read(numbered("甲", 0, 3), numbered("乙", 1, 3), lists=REPORT)) == ["•甲", "-乙"]


def test_a_paragraph_outside_the_list_and_one_without_text_have_no_number() -> None:
    blocks = [numbered("甲"), numbered("乙", 0, 0), numbered("丙", 0, 99), numbered("丁", 7), numbered(""), numbered("戊")]
    assert lines(read(*blocks, lists=REPORT)) == ["一、甲", "乙", "丙", "丁", "三、戊"]


def num(number: int, abstract: int, overrides: str) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


OVERRIDES = [
    # name, the overrides of list 5, the numbers of two paragraphs of list 1, two of list 5, one of list 1
    ("a second list on the same counts on", "", ["一、", "二、", "三、", "四、", "五、"]),
    (
        "a new start",
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
        ["一、", "二、", "一、", "二、", "三、"],
    ),
    (
        "a start elsewhere",
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>',
        ["一、", "二、", "七、", "八、", "九、"],
    ),
    (
        "a level of its own",
        f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1.")}</w:lvlOverride>',
        ["一、", "二、", "3.", "4.", "五、"],
    ),
]


@pytest.mark.parametrize(("overrides", "expected"), [pytest.param(*row[1:], id=row[0]) for row in OVERRIDES])
def test_lists_that_share_their_numbers(overrides: str, expected: list[str]) -> None:
    lists = numbering(level(0, "chineseCounting", "%1、"), nums=num(5, 1, overrides))
    blocks = [numbered("甲", 0, n) for n in (1, 1, 5, 5, 1)]
    assert lines(read(*blocks, lists=lists)) == [f"{marker}甲" for marker in expected]


def test_a_level_that_never_starts_again_runs_through_the_report() -> None:
    lists = numbering(level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    blocks = [numbered("甲"), numbered("乙", 1), numbered("丙"), numbered("丁", 1)]
    assert lines(read(*blocks, lists=lists)) == ["一、甲", "1.乙", "二、丙", "2.丁"]


def test_legal_numbering_shows_arabic_digits_only() -> None:
    lists = numbering(level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert lines(read(numbered("甲"), numbered("乙", 1), lists=lists)) == ["第一章 甲", "1.1 乙"]


def test_a_list_that_starts_later_and_a_missing_start() -> None:
    lists = numbering(
        level(0, "decimal", "%1.").replace('<w:start w:val="1"/>', '<w:start w:val="3"/>'),
        level(0, "decimal", "%1.").replace('<w:start w:val="1"/>', ""),
    )
    assert lines(read(numbered("甲"), numbered("乙", 0, 2), lists=lists)) == ["3.甲", "0.乙"]


def style(name: str, num_pr: str, based: str = "") -> str:
    properties = f'<w:basedOn w:val="{based}"/><w:pPr><w:numPr>{num_pr}</w:numPr></w:pPr>'
    return f'<w:style w:type="paragraph" w:styleId="{name}">{properties}</w:style>'


LIST_1, LIST_2 = '<w:numId w:val="1"/>', '<w:numId w:val="2"/>'
STYLES = (
    f"<w:styles {NAMESPACES}>"
    + style("h1", LIST_1)
    + style("h2", f'<w:ilvl w:val="1"/>{LIST_1}')
    + style("h3", "", "h2")
    + style("L", LIST_2)
    + "</w:styles>"
)


def test_numbers_that_come_with_a_heading_style() -> None:
    lists = numbering(
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>')
        + level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>')
    )
    blocks = [
        p("甲", ppr='<w:pStyle w:val="h1"/>'),
        p("乙", ppr='<w:pStyle w:val="h2"/>'),
        p("丙", ppr='<w:pStyle w:val="h3"/>'),
        p("丁", ppr='<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ]
    assert lines(read(*blocks, lists=lists, styles=STYLES)) == ["一、甲", "（一）乙", "（二）丙", "丁"]


def test_a_list_that_is_kept_in_a_numbering_style() -> None:
    lists = numbering('<w:numStyleLink w:val="L"/>', '<w:styleLink w:val="L"/>' + level(0, "chineseCounting", "%1、"))
    assert lines(read(numbered("甲"), numbered("乙"), lists=lists, styles=STYLES)) == ["一、甲", "二、乙"]


def test_a_format_wrapped_for_newer_programs_is_found() -> None:
    wrapped = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="chineseCounting"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1、"/></w:lvl>'
    )
    assert lines(read(numbered("甲"), lists=numbering(wrapped))) == ["一、甲"]
