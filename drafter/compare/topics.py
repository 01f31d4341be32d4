"""What a problem is about, as rows to edit: offices tell the same few shortcomings in new words every year."""

import re
from dataclasses import dataclass

_BASE = r"(?:基层|乡镇|街道|镇街|街镇|一线|县乡)"


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter that problems are about, and the words of a lead sentence (folded) that name it."""

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


def _topic(name: str, pattern: str, *examples: str) -> Topic:
    return Topic(name, re.compile(pattern), examples)


TOPICS: tuple[Topic, ...] = (
    _topic("基层执法力量", rf"{_BASE}[^,。]{{0,6}}(?:执法(?!监督)|法制(?!审核)|监察|监管|接权|承接)", "基层执法力量仍然薄弱", "镇街执法办案能力仍显不足"),
    _topic("执法队伍", r"执法(?:队伍|人员|力量|能力)", "基层执法能力有待加强", "执法队伍专业化水平还不够高"),
    _topic("审核力量", r"(?:合法性|法制)(?:审核|审查)[^,。]{0,6}(?:力量|人员|队伍|能力)", "街道法制审核人员配备不足", "县乡合法性审核力量薄弱"),
    _topic("法治意识", r"(?:法治|依法行政|依法决策|依法办事|程序|规则)[^,。]{0,4}(?:意识|思维|观念|素养)|依法(?:办事|行政)的?(?:能力|自觉性|水平)", "依法行政意识仍需增强", "部分干部法治思维不够牢固"),
    _topic("数据和信息化", r"数据|信息化|智慧|数字化|科技支撑|信息共享|系统[^,。]{0,4}(?:对接|打通)", "执法数据共享不够充分", "数据壁垒仍需打通"),
    _topic("普法", r"普法|法治宣传|法制宣传|以案释法|法治文化", "普法宣传针对性不强", "以案释法还不够贴近群众"),
    _topic("应诉", r"应诉|败诉|出庭", "行政败诉问题比较突出", "行政应诉能力有欠缺"),
    _topic("复议力量", r"复议[^,。]{0,8}(?:力量|人员|队伍|专业)", "行政复议人员力量不足", "复议办案力量与案件增长不相适应"),
    _topic("争议化解", r"(?:争议|纠纷|矛盾)[^,。]{0,12}(?:化解|多发|源头|预防|增多)|诉源治理", "行政争议诉源治理效果不够明显", "矛盾纠纷化解还有差距"),
    _topic("制度", r"规范性文件|制度(?:建设|供给|体系|机制)|文件(?:管理|清理)|立法", "规范性文件管理还有漏洞", "文件清理不够及时"),
    _topic("涉企执法", r"涉企|营商环境|入企检查", "涉企行政检查标准不够统一", "优化营商环境仍有差距"),
    _topic("执法规范", r"执法[^,。]{0,4}(?:规范|尺度|程序|文书|标准|不严)|裁量", "执法尺度不够统一", "裁量基准不够统一"),
    _topic("新业态监管", r"新业态|新领域|网络(?:交易|监管|市场)|平台经济", "新业态监管手段不足", "网络交易监管有待加强"),
    _topic("决策", r"决策", "少数单位依法决策意识不强", "个别部门决策程序执行不到位"),
    _topic("法律服务", r"法律服务|法律援助|法律资源", "公共法律服务资源分布不均", "优质法律服务资源过于集中"),
    _topic("调解", r"调解", "调解员队伍结构老化", "专业调解后劲不足"),
    _topic("法治人才", r"(?:法治|法律|涉外)[^,。]{0,2}(?:人才|专业力量|专业人员)|专业人才|法治工作队伍", "涉外法治人才短缺", "法治人才储备不足"),
    _topic("违法建设", r"违法建设|违建|违法用地", "违法建设存量较大", "历史遗留违建拆除难度大"),
    _topic("欠薪", r"欠薪|拖欠[^,。]{0,6}工资", "欠薪问题易发多发", "工程建设领域欠薪尚未根除"),
    _topic("复议纠错", r"纠错率|复议[^,。]{0,6}(?:撤销|变更|确认违法)", "行政复议纠错率仍然偏高", "复议案件被撤销、变更的比例较高"),
    _topic("监督", r"执法监督|督察|监督(?:力度|机制|合力)", "行政执法监督力量薄弱", "督察结果运用不够充分"),
    _topic("财政", r"财政", "财政收支矛盾突出", "财政紧平衡态势加剧"),
    _topic("产业", r"产业|动能", "产业结构不够优", "新旧动能转换还不够快"),
    _topic("公共服务", r"公共服务|民生|教育医疗|养老", "公共服务供给不均衡", "民生领域还有短板"),
    _topic("安全", r"安全生产|风险", "安全生产形势不容乐观", "防范化解风险任务艰巨"),
)  # fmt: skip


def topics_of(lead: str) -> frozenset[str]:
    """The matters that a folded lead sentence names, by the first of its clauses that names any."""
    named = (frozenset(topic.name for topic in TOPICS if topic.pattern.search(clause)) for clause in re.split("[,;:]", lead))
    return next((some for some in named if some), frozenset())
