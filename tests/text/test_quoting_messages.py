"""A passage quoted for a message: short, never cut inside a word of figures, inner marks single."""

from drafter.text.quotes import quoted
from drafter.text.split import tokens

LONG = "今年成立民营企业维权服务团,吸纳律师、公证员和仲裁员58名,为园区企业提供合规体检和风险提示"


def test_a_long_passage_keeps_whole_clauses() -> None:
    assert quoted(LONG) == "“今年成立民营企业维权服务团……为园区企业提供合规体检和风险提示”"


def test_no_figure_and_no_name_is_cut_wherever_the_limit_falls() -> None:
    for most in range(20, 60):
        head = quoted("办理各类案件共计123456件并公布《云溪市行政执法事项目录》及配套办法和若干操作细则一并抄送", most)[1:].split(
            "……"
        )[0]
        assert "123456件" in head or "1" not in head
        assert head.count("《") == head.count("》")
        assert tokens(head)


def test_inner_marks_are_single() -> None:
    assert quoted("推行“一窗办”") == "“推行‘一窗办’”"
