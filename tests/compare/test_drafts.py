"""Two drafts of one year: figures first and corrected, not grown; then what went and came, moves, and wording."""

import pytest
from twoyears import compared, report

from drafter.compare.drafts import moved_words
from drafter.model.finding import Finding

CASES = [
    # (OLD, NEW, change_text)
    ("承接事项312项。", "承接事项318项。", "由312项改为318项，多6项"),
    ("承接事项318项。", "承接事项312项。", "由318项改为312项，少6项"),
    ("出庭应诉率98.6%。", "出庭应诉率96.8%。", "由98.6%改为96.8%，低1.8个百分点"),
    ("办结案件4.6万件。", "办结案件4.63万件。", "由4.6万件改为4.63万件，数值更精确"),
    ("办结案件230余件。", "办结案件236件。", "由230余件改为236件，数值更精确"),
    ("办结案件18642件。", "办结案件1.9万件。", "由18642件改为1.9万件，改用约数"),
    ("减免罚款8600万元。", "减免罚款860万元。", "由8600万元改为860万元，少7740万元"),
    ("检查企业24家。", "检查企业24户。", "与原稿相同（原稿写作24家，新稿写作24户）"),
    ("排名第五位。", "排名第三位。", "由第五位改为第三位"),
    ("群众投诉同比下降8%。", "群众投诉同比上升8%。", "由下降8%改为上升8%"),
    ("群众投诉同比下降15%。", "群众投诉同比下降18%。", "降幅由15%改为18%，高3个百分点"),
]


@pytest.mark.parametrize(("before", "after", "words"), CASES)
def test_a_corrected_figure_is_told_without_growth(before: str, after: str, words: str) -> None:
    made = compared(report(2022, f"全年{before}"), report(2022, f"全年{after}"), "drafts")
    told = [c for c in made.metrics if c.old and c.new and c.old.kind != "target"]
    assert [c.change_text for c in told] == [words]
    assert [c.percent for c in told if c.status == "changed"] == [None] * sum(c.status == "changed" for c in told)


OLD = (
    "（二）依法决策。出台规章2件。聘请法律顾问28名，参与项目论证41次，避免了一批潜在的法律风险。\n"
    "（三）规范执法。持证执法人员3486人，大力推行柔性执法。举行听证会3场，当事人参加陈述。执法形象明显好转。\n"
    "（四）化解矛盾。受理案件932件，承接不住的及时收回。\n（五）加强监督。主动接受人大监督和政协监督。"
)
NEW = (
    "（二）依法决策。出台规章2件。\n"
    "（三）规范执法。持证执法人员3468人，深化拓展柔性执法。当事人参加陈述。执法形象明显好转，群众办事更加方便安心。\n"
    "（四）化解矛盾。受理案件932件，基层确实难以承接的依法按程序收回。\n（五）加强监督。主动接受人大监督、政协监督。\n"
    "（六）发挥顾问作用。聘请法律顾问31名，参与项目论证41次，避免了一批潜在的法律风险。"
)


def findings() -> tuple[Finding, ...]:
    return compared(report(2022, OLD), report(2022, NEW), "drafts").findings


def test_figures_come_first_then_passages_then_wording() -> None:
    kinds = [(f.kind, f.rule) for f in findings()]
    figures = [i for i, (_, rule) in enumerate(kinds) if rule == "figure"]
    assert figures == list(range(len(figures)))
    assert kinds[0] == ("change", "figure")
    wording = [i for i, (_, rule) in enumerate(kinds) if rule == "wording"]
    assert wording
    assert min(wording) > max(i for i, (kind, rule) in enumerate(kinds) if rule == "text" and kind in ("added", "dropped"))


@pytest.mark.parametrize(
    "words",
    [
        "“持证执法人员”由3486人改为3468人，少18人。请确认以哪一稿为准。",
        "原稿“举行听证会”3场，新稿未见。请确认是否删去。",
        "新稿新增“群众办事更加方便安心”。请核实。",
        "“大力推行”改为“深化拓展”。",
        "“承接不住的及时收回。”改为“基层确实难以承接的依法按程序收回。”。",
        "“接受人大监督和政协监督”改为“接受人大监督、政协监督”。",
    ],
)
def test_each_change_is_told_once(words: str) -> None:
    assert [f.message for f in findings()].count(words) == 1


def test_a_clause_that_goes_with_its_figure_is_told_by_the_figure() -> None:
    assert not any("听证会3场" in f.message for f in findings() if f.rule == "text")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        # a sentence that moved to another part, also with a figure corrected inside
        (
            "（二）执法。全面推行执法公示和全过程记录制度。开展执法检查1.5万次，发现问题420个，均已整改。\n（三）普法。落实谁执法谁普法责任制，开展主题宣传。举办讲座12场。",
            "（二）执法。全面推行执法公示和全过程记录制度。\n（三）普法。落实谁执法谁普法责任制，开展主题宣传。举办讲座12场。开展执法检查1.5万次，发现问题402个，均已整改。",
            "“开展执法检查1.5万次，发现问题402个，均已整改”由原稿一、（二）移至一、（三）。",
        ),
        # a sentence without figures beside one with a figure
        (
            "（二）执法。全面推行执法公示和全过程记录制度。建立行政执法与刑事司法衔接机制，严禁逐利执法。移送案件12件。",
            "（二）执法。全面推行执法公示和全过程记录制度。",
            "新稿删去“建立行政执法与刑事司法衔接机制，严禁逐利执法”。请确认。",
        ),
        # the name of a document is quoted whole
        (
            "（二）执法。全面推行执法公示和全过程记录制度。出台《云溪市行政执法监督办法》，规范程序。",
            "（二）执法。全面推行执法公示和全过程记录制度。出台《云溪市行政执法监督暂行办法》，规范程序。",
            "“《云溪市行政执法监督办法》”改为“《云溪市行政执法监督暂行办法》”。请核实。",
        ),
        # an approximation is told with its word
        (
            "（二）执法。全面推行执法公示和全过程记录制度。投入资金320万元。",
            "（二）执法。全面推行执法公示和全过程记录制度。投入资金约320万元。",
            "“投入资金”由320万元改为约320万元，改用约数。请确认以哪一稿为准。",
        ),
    ],
)
def test_what_editors_do_is_told_as_such(before: str, after: str, words: str) -> None:
    found = [f.message for f in compared(report(2022, before), report(2022, after), "drafts").findings]
    assert found.count(words) == 1, found
    assert not any(word in " ".join(found) for word in ("上年", "本年"))


def test_a_new_number_before_a_paragraph_is_no_wording() -> None:
    old = report(2022, "（二）执法。规范执法程序，提升执法水平。\n（三）普法。开展普法宣传，营造法治氛围。")
    new = report(
        2022,
        "（二）复议。畅通复议渠道，化解行政争议。\n（三）执法。规范执法程序，提升执法水平。\n（四）普法。开展普法宣传，营造法治氛围。",
    )
    assert [f.rule for f in compared(old, new, "drafts").findings] == ["text"]


def test_every_finding_points_at_what_it_says() -> None:
    old, new = report(2022, OLD), report(2022, NEW)
    for f in compared(old, new, "drafts").findings:
        for source, span in ((old, f.old), (new, f.new)):
            assert span is None or source.text[span.start : span.end] == span.text


def test_a_draft_against_itself_asks_nothing() -> None:
    same = report(2022, OLD)
    assert compared(same, same, "drafts").findings == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("一、（二）", "一、（三）", "由原稿一、（二）移至一、（三）"),
        ("三、", "一、", "由原稿第三部分移至第一部分"),
        ("三、（一）", "十二、", "由原稿三、（一）移至第十二部分"),
        ("", "二、", "由原稿开头部分移至第二部分"),
        ("二、", "二、", "在原处前后移动"),
    ],
)
def test_a_move_says_from_where_to_where(old: str, new: str, said: str) -> None:
    assert moved_words(old, new) == said
