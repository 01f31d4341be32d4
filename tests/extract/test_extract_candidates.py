"""Numbers with units as they stand in text: every way of writing a value gives it back, with its unit and its place."""

import time
import timeit
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.extract.candidates import candidates
from drafter.extract.levels import whole_figures
from drafter.extract.ranks import rank_figures
from drafter.extract.spans import Spans
from drafter.text.normalize import fold

UNITS = st.sampled_from(["件", "人次", "个工作日", "公里", "家（次）"])


def read(text: str) -> list[tuple[str, object, str, str | None]]:
    folded = fold(text)
    return [(folded[c.start : c.end], c.value, c.unit, c.approx) for c in whole_figures(folded)]


@given(st.integers(min_value=0, max_value=10**8), UNITS)
def test_a_number_with_its_unit_is_read_in_the_middle_of_a_sentence(number: int, unit: str) -> None:
    for written in (str(number), f"{number:,}", f"{number:,}".replace(",", " ")):
        assert read(f"全年办理{written}{unit}，情况良好。") == [(fold(written + unit), number, fold(unit), None)]


@given(
    st.integers(min_value=1, max_value=9999),
    st.sampled_from(["余", "多"]),
    st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8)]),
)
def test_more_or_less_stands_before_or_behind_the_size(number: int, more: str, size: tuple[str, int]) -> None:
    word, times = size
    for written in (f"{number}{more}{word}件", f"{number}{word}{more}件"):
        assert read(f"受理{written}，") == [(written, number * times, "件", more)]


@given(
    st.integers(min_value=1, max_value=999),
    st.integers(min_value=1, max_value=999),
    st.sampled_from(["-", "－", "—", "~", "～", "至", "到"]),
    st.sampled_from([("", 1), ("万", 10**4)]),
)
def test_a_range_is_a_pair_however_it_is_marked(low: int, width: int, mark: str, size: tuple[str, int]) -> None:
    word, times = size
    written = f"{low}{mark}{low + width}{word}件"
    assert read(f"每年办理{written}。") == [(fold(written), (low * times, (low + width) * times), "件", None)]


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=1, max_value=99), st.sampled_from(["-", "－", "至"]))
def test_a_range_of_rates_may_print_the_sign_twice(low: int, width: int, mark: str) -> None:
    first, last = low / 10, (low + width) / 10
    for written in (f"{first}%{mark}{last}%", f"{first}{mark}{last}%"):
        assert read(f"增速在{written}之间") == [(fold(written), (first, last), "%", None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("检查减少1/3，", [("1/3", 0.3333, "", None)]),
        ("3/15活动、12/4宣传、6/26禁毒", []),
        ("型号A1/3的设备", []),
        ("用时3天半，", [("3天半", 3.5, "天", None)]),
        ("历时三年半，", [("三年半", 3.5, "年", None)]),
        ("需两个半月，", [("两个半月", 2.5, "个月", None)]),
        ("1个半小时", [("1个半小时", 1.5, "个小时", None)]),
        ("3天半价优惠", [("3天", 3, "天", None)]),
        ("走访三四家，", [("三四家", (3, 4), "家", None)]),
        ("六至七成，", [("六至七成", (60, 70), "%", None)]),
        ("占9成以上", [("9成", 90, "%", "以上")]),
        ("3成员单位、八月成立", []),
        ("百分之三至百分之五", [("百分之三至百分之五", (3, 5), "%", None)]),
        ("半数以上案件", [("半数", 0.5, "", "以上")]),
        ("至少开展1次", [("1次", 1, "次", "以上")]),
        ("不超过5项", [("5项", 5, "项", "以下")]),
        ("超过5项", [("5项", 5, "项", "超")]),
        ("败诉率为0，", [("0", 0, "%", None)]),
        ("约 20 来家", [("20 来家", 20, "家", "约")]),
        ("用时2个多小时，", [("2个多小时", 2, "个多小时", None)]),
        ("近 300 件", [("300 件", 300, "件", "近")]),
        ("节约1000元、签约12家、附近3个点", [("1000元", 1000, "元", None), ("12家", 12, "家", None), ("3个", 3, "个", None)]),
        ("大约300件，将近20家", [("300件", 300, "件", "约"), ("20家", 20, "家", "近")]),
        ("召开过3次，通过5件", [("3次", 3, "次", None), ("5件", 5, "件", None)]),
        ("1562批（件）次", [("1562批(件)次", 1562, "批(件)次", None)]),
        ("得分96.5，", [("96.5", 96.5, "分", None)]),
        ("败诉率为0.5，", []),
        ("惠及3.5万余群众", [("3.5万余", 35000, "人", "余")]),
        ("近260万外来务工人口", [("260万", 2600000, "人", "近")]),
        ("迈上4万亿、5万亿两个台阶", [("4万亿", 4 * 10**12, "", None)]),
        ("国考10市PM2.5浓度", [("10市", 10, "市", None)]),
        ("容量3.5TB，", [("3.5TB", 3.5, "TB", None)]),
        ("3方案、5部属、4区域", []),
        ("1个别单位、2项目建设、3处罚不规范、4条件不足", []),
        (
            "12项目标、5处罚款、15条例行检查、3个案件",
            [("12项", 12, "项", None), ("5处", 5, "处", None), ("15条", 15, "条", None), ("3个", 3, "个", None)],
        ),
        ("共674 149 546人", [("674 149 546人", 674149546, "人", None)]),
        ("联合12部门、3方面", [("12部门", 12, "部门", None), ("3方面", 3, "方面", None)]),
        ("占1/10，4386名", [("1/10", 0.1, "", None), ("4386名", 4386, "名", None)]),
    ],
)
def test_what_is_a_candidate_and_what_is_none(text: str, found: list[tuple[str, object, str, str | None]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("由3天到1天", [(3, "天"), (1, "天")]),
        ("由5个工作日压减至2个，", [(5, "个工作日"), (2, "个工作日")]),
        ("分别高12.7个、12个百分点", [(12.7, "个百分点"), (12, "个百分点")]),
        ("分别受理85、64、31件", [(85, "件"), (64, "件"), (31, "件")]),
        ("分别增长4.2和0.7个百分点", [(4.2, "个百分点"), (0.7, "个百分点")]),
        ("客运量分别达1409万、1305万人次", [(14090000, "人次"), (13050000, "人次")]),
        ("办理85、64、31件", [(31, "件")]),
        ("第5、6条，分3个", [(6, "条"), (3, "个")]),
        ("3个、5个单位", [(3, "个"), (5, "个")]),
    ],
)
def test_neighbours_lend_a_unit(text: str, found: list[tuple[object, str]]) -> None:
    assert [(value, unit) for _, value, unit, _ in read(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("在全省评价中排名第五。", [("第五", 5)]),
        ("居全国第六位、西部第一位，", [("第六位", 6), ("第一位", 1)]),
        ("连续两年位列全市前三。", [("前三", 3)]),
        ("跻身全国前10位，", [("前10位", 10)]),
        ("群众满意度全省第一，", [("第一", 1)]),
        ("增速居全国第2、第5，", [("第2", 2), ("第5", 5)]),
        ("获知识竞赛第二名。", [("第二名", 2)]),
        ("进入全国前五十名。", [("前五十名", 50)]),
        ("居全省前列。", []),
        ("第一责任人职责", []),
        ("列入全国第一批试点", []),
        ("位列第一方阵", []),
        ("是开局第一年，", []),
        ("全省前三季度，", []),
        ("前10个月办理", []),
        ("考核第二名额", []),
        ("全国第一部法规", []),
    ],
)
def test_ranks_are_claims_of_a_place(text: str, found: list[tuple[str, int]]) -> None:
    assert [(m.text, m.value) for m in rank_figures(fold(text))] == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("位居全省前五。", "rank"),
        ("力争进入全省前五。", "target"),
        ("确保排名全市第 3 位，", "target"),
        ("排名全市第 3 位，", "rank"),
    ],
)
def test_a_place_only_aimed_at_is_a_target(text: str, kind: str) -> None:
    assert [m.kind for m in rank_figures(fold(text))] == [kind]
    assert [m.kind for m in rank_figures(fold(text), Spans([(0, len(text))]))] == ["target"]


def test_candidates_come_in_order_and_never_overlap() -> None:
    text = fold("共3至5件、三分之二、1 204人（次），由3天半到1天，六成五以上，百分之九十九点八。" * 3)
    spans = [(c.start, c.end) for c in candidates(text)]
    assert spans == sorted(spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@pytest.mark.parametrize(
    "piece", ["123 ", "1,234", "一百", "三四五六", "1/3", "一二三成", "百分之三分之二", "3-5-7-9", "三半个半月", "3、"]
)
def test_time_grows_with_length_whatever_the_numbers_look_like(piece: str) -> None:
    once, tenfold = piece * 400, piece * 4000

    def taken(text: str) -> float:
        return min(timeit.repeat(lambda: whole_figures(text), timer=time.process_time, number=1, repeat=3))

    assert taken(tenfold) < 40 * taken(once) + 0.02
