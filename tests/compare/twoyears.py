"""Two successive reports of an invented city, made of the lines that a test is about."""

from makers import raw

from drafter.compare import compare_reports
from drafter.compare.metrics import pair_metrics
from drafter.extract import extract_metrics
from drafter.model.change import Comparison, MetricChange, Mode
from drafter.model.report import Report
from drafter.parse import parse_report

PROBLEMS = "一是执法力量偏弱。乡镇执法人员少、装备旧，复杂案件办不了。二是裁量标准不统一。同类案件处罚轻重不一。"
PLANS = "一是加强执法培训。全年培训执法人员不少于200人。"


def report(year: int, work: str, *, problems: str = PROBLEMS, plans: str = PLANS, city: str = "云溪市") -> Report:
    """A report of `year`; `work` is what stands under 一、（一）, paragraphs parted by newlines."""
    text = (
        f"{city}人民政府关于{year}年法治政府建设情况的报告\n"
        f"{year}年，{city}人民政府认真落实上级部署，围绕中心、服务大局，把依法行政贯穿政府工作各环节。现将有关情况报告如下。\n"
        f"一、{year}年推进法治政府建设的主要举措和成效\n（一）依法履行职能。\n{work}\n"
        f"二、存在的不足\n{problems}\n三、{year + 1}年工作安排\n{plans}\n{city}人民政府\n{year + 1}年2月6日\n"
    )
    return parse_report(raw(text))


def compared(old: Report, new: Report, mode: Mode = "years") -> Comparison:
    """The comparison with figures as the extractor reads them."""
    return compare_reports(old, new, extract_metrics(old), extract_metrics(new), mode)


def pairs(old_work: str, new_work: str) -> list[MetricChange]:
    """How the figures of two work sections pair."""
    old, new = report(2022, old_work), report(2023, new_work)
    return list(pair_metrics(extract_metrics(old), extract_metrics(new), old, new))


def told(changes: list[MetricChange]) -> dict[str, str]:
    """OLD's figure → NEW's, for the pairs that are told."""
    return {
        c.old.text: c.new.text
        for c in changes
        if c.old and c.new and c.old.kind != "target" and c.status in ("changed", "unchanged")
    }
