"""What belongs to last year in a sentence: figures with their words of direction, dates, meetings, names, documents."""

import pytest

from drafter.rollforward.departments import department
from drafter.rollforward.marks import other_marks
from drafter.rollforward.names import leaders, unnamed
from drafter.rollforward.slots import cited, gist
from drafter.rollforward.widths import widen
from drafter.rollforward.years import Calendar

CALENDAR = Calendar(last=2023, year=2024)


def found(text):
    return [(mark.kind, text[mark.start : mark.end]) for mark in other_marks(text, (0, len(text)), CALENDAR, [])]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("8月下旬，举办培训班。", [("date", "8月下旬")]),
        ("2023年9月5日，召开现场会。", [("date", "2023年9月5日")]),
        ("1—11月，办案质量稳步提升。", [("date", "1—11月")]),
        ("6月底前完成轮训。", [("date", "6月底")]),
        ("为期3个月的整治。", []),
        ("2018年3月，市法制办并入市司法局。", []),
        ("12月4日国家宪法日当天开展宣传。", []),
        ("召开委员会第一次、第二次会议。", [("ordinal", "第一次、第二次")]),
        ("学习党的第二十次全国代表大会精神。", []),
        ("市委书记闻景岚、市长祁承砚多次调研。", [("name", "闻景岚"), ("name", "祁承砚")]),
        ("市委政法委书记柳澄主持召开现场会。", [("name", "柳澄")]),
        ("市长高度重视法治建设，书记任组长。", []),
        ("市委书记和市长带头学法。", []),
        ("市长沈又澜以上率下，县长柏知年全年听取汇报4次。", [("name", "沈又澜"), ("name", "柏知年")]),
        ("团结在以习近平同志为核心的党中央周围。", []),
        ("团结在以胡锦涛同志为总书记的党中央周围。", []),
        ("区长全年主持召开会议，县长全力推进工作。", []),
        ("年内分两轮对部门开展督察。", [("ordinal", "两轮")]),
        ("印发《云溪市执法公示办法》，明确程序。", [("text", "《云溪市执法公示办法》")]),
        ("深入贯彻《法治政府建设实施纲要（2021—2025年）》。", []),
        ("聘请云溪衡平律师事务所担任顾问。", [("name", "云溪衡平律师事务所")]),
    ],
)
def test_marks_of_a_sentence(text, marks):
    assert found(text) == marks


def test_a_label_names_no_leader():
    assert unnamed("县长祁承砚主持县政府常务会议") == "县长主持县政府常务会议"


def test_a_leader_is_asked_for_by_office():
    assert [office for _, _, office in leaders("成立了以市委书记庄敬之为主任的委员会")] == ["市委书记"]


@pytest.mark.parametrize(
    ("text", "at", "name"),
    [
        ("市司法局组织培训12场。", 9, "市司法局"),
        ("市司法局会同市市场监管局检查企业30家。", 17, "市司法局"),
        ("对市公安局开展执法检查12次。", 12, None),
        ("市政府办公室审核文件66件。", 10, "市政府办公室"),
        ("检查企业30家，由市公安局移送5件。", 4, None),
        ("市委宣传部举办讲座5场。", 9, "市委宣传部"),
        ("生态环境部门立案86起。", 8, "生态环境部门"),
        ("全市各部门共检查30家。", 8, None),
        ("市级部门办理案件30件。", 8, None),
    ],
)
def test_the_nearest_department_of_the_sentence(text, at, name):
    assert department(text, at) == name


def test_a_department_named_in_a_heading_answers_for_the_figures_under_it():
    assert department("检查企业30家。", 4, ["一、主要工作", "（一）市应急管理局工作情况"]) == "市应急管理局"
    assert department("市司法局检查企业30家。", 8, ["（一）市应急管理局工作情况"]) == "市司法局"


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("一是抓学习,强本领;二是抓考核:严问责", "一是抓学习，强本领；二是抓考核：严问责"),
        ("共1,204件(其中98.5%办结)", "共1,204件（其中98.5%办结）"),
        ("会议16:30开始", "会议16:30开始"),
        ("见https://example.com/a,b?x=1页面", "见https://example.com/a,b?x=1页面"),
        ("《纲要(2021-2025年)》", "《纲要（2021-2025年）》"),
    ],
)
def test_punctuation_is_full_width_again_and_offsets_stay(narrow, wide):
    assert widen(narrow) == wide
    assert len(widen(narrow)) == len(narrow)


def test_a_gist_ends_with_a_whole_clause_and_never_inside_a_name():
    assert gist("推进一网通办，优化服务，提升效能，方便群众。", 14) == "推进一网通办，优化服务……"
    name = "《关于全面推进依法行政、加强法治政府建设若干问题的意见》"
    assert gist(f"印发{name}，并抓好落实和督促检查。", 12).startswith(f"印发{name}")


def test_quotations_inside_a_prompt_are_single_but_names_stay():
    assert cited("推行“三项制度”，落实《“一网通办”办法》") == "“推行‘三项制度’，落实《“一网通办”办法》”"
