"""Outlines of invented offices, as the level above sends them down, and drafts made under them."""

from pathlib import Path

from rollmakers import report_raw

from drafter.extract import extract_metrics
from drafter.model.draft import Draft
from drafter.model.outline import Outline
from drafter.parse import parse_report
from drafter.parse.prescribed import parse_outline
from drafter.read import read_report
from drafter.rollforward import roll

SYSTEMS = """江岭省2026年度法治政府建设情况报告提纲
一、党政主要负责人履行推进法治建设第一责任人职责情况
写明学习、部署、督促的情况。
二、2026年法治政府建设的主要举措和成效
（一）健全政府机构职能体系情况
包括权责清单、政务服务和营商环境。
（二）健全依法行政制度体系情况
（三）健全行政决策制度体系情况
（四）健全行政执法工作体系情况
（五）健全突发事件应对体系情况
（六）健全社会矛盾纠纷行政预防调处化解体系情况
包括人民调解、行政复议、公共法律服务。
（七）健全行政权力制约和监督体系情况
（八）健全法治政府建设科技保障体系情况
（九）加强法治宣传教育情况
三、存在的主要问题
（一）主要问题
（二）原因分析
四、2027年工作安排
五、其他需要报告的情况"""

STEPS = """一、2026年工作情况
（一）依法全面履行政府职能
1.政务服务
2.应对突发事件
（二）完善依法行政制度体系
（三）严格规范公正文明执法
1.执法队伍
2.执法监督
（四）化解社会矛盾纠纷
二、存在的困难和问题
三、2027年重点工作
（一）制度建设
（二）行政执法"""

FIVE = """一、主要举措和成效
二、特色亮点工作
三、不足和原因
四、党政主要负责人履职情况
五、下一年度主要安排"""

THEMES = """槿阳市法治办关于报送2026年法治政府建设年度报告的通知
各县区人民政府：
请撰写2026年法治政府建设年度报告，主要包括以下内容：
1.组织领导情况：党委政府研究部署、领导干部学法、考核督察；
2.优化营商环境和数字法治政府情况；
3.依法决策和规范性文件管理情况；
4.行政执法情况（重点写涉企行政检查）；
5.行政复议和应诉情况；
6.矛盾纠纷化解和公共法律服务情况；
7.存在的问题及下一步打算。
请于2027年1月25日前将报告（3000字以内）报送市法治办。
附件：联系表
槿阳市法治办
2026年12月15日"""

ONLY_PLANS = """一、2027年工作安排
二、意见建议"""

OUTLINES = {"systems": SYSTEMS, "steps": STEPS, "five": FIVE, "themes": THEMES, "only plans": ONLY_PLANS}


def outline(text: str) -> Outline:
    """An outline from a plain text."""
    return parse_outline(report_raw(text))


def draft_under(path: Path, text: str | None, year: int | None = None) -> Draft:
    """The draft that follows the report at `path`, under an outline or as it was."""
    report = parse_report(read_report(path))
    return roll(report, extract_metrics(report), year, outline=outline(text) if text else None)
