"""Whom a figure or a promise is asked of: the department that the text names, else the one that such business usually has.

A guess: the ledger says beside it how it was made, and people correct it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.text.normalize import fold


@dataclass(frozen=True, slots=True)
class Business:
    """One row: `names` of the department, of which the one that the report itself uses is taken, else the first; `pattern` finds
    its business in a figure's name, sentence or heading; `examples` are such names."""

    names: tuple[str, ...]
    pattern: str
    examples: tuple[str, ...]


BUSINESS: tuple[Business, ...] = (
    Business(("司法局",), r"领域受理(?:行政复议)?案件", ("市场监管领域受理案件数",)),
    Business(("委机构编制委员会办公室", "委编办"), r"权力和责任|权责(?:清单|事项)|机构编制", ("市直部门权力和责任事项",)),
    Business(("政务服务管理局", "行政审批局", "政务服务局", "行政审批服务局"), r"政务服务|行政审批|网上可办|网办|一件事|证明事项|告知承诺|12345|办不成事|一网通办|开办企业|企业开办|即办", ("取消证明事项", "12345热线按时办结率")),
    Business(("信访局",), r"信访|来信来访", ("信访事项按期办结率",)),
    Business(("数据局", "大数据局", "大数据管理局"), r"政务数据|数据(?:平台|接口|共享|归集)|电子证照|数据目录", ("数据接口", "电子证照共享应用")),
    Business(("应急管理局",), r"应急(?!预案.{0,4}备案)|演练|强降雨|安全生产|防汛|抗旱|生产安全", ("修编市级应急预案", "实战化演练")),
    Business(("工业和信息化局", "工信局"), r"拖欠.{0,6}账款|中小企业账款|技改", ("清理拖欠中小企业账款",)),
    Business(("发展和改革委员会", "发展改革委"), r"免申即享|惠企政策|信用修复|营商环境(?:评价|方案)?", ("惠企政策“免申即享”资金",)),
    Business(("市场监督管理局", "市场监管局"), r"经营主体|市场主体|市场监管|双随机|公平竞争|公平参与竞争|食品|药品|特种设备|知识产权|消费", ("新设立经营主体", "部门联合“双随机、一公开”抽查")),
    Business(("生态环境局",), r"生态环境|环境(?:违法|执法|监测)|排污|空气|水质", ("生态环境部门立案查处",)),
    Business(("公安局",), r"公安|治安|刑事|户籍|交警", ("治安案件查处",)),
    Business(("交通运输局",), r"交通运输|道路运输|非法营运|公路", ("道路运输违法案件",)),
    Business(("人力资源和社会保障局", "人社局"), r"劳动(?:保障|争议|仲裁|监察)|欠薪|农民工工资|工伤|社会保险|人社", ("劳动争议仲裁结案率",)),
    Business(("城市管理局", "城市管理和综合执法局", "城管局"), r"城市管理|城管|违法建设|市容", ("拆除违法建设",)),
    Business(("农业农村局",), r"农业|农村土地|农资|农产品|渔政|动物卫生", ("农资打假案件",)),
    Business(("卫生健康委员会", "卫健委"), r"卫生(?:健康|监督)|医疗|医患|疫情|职业病", ("医疗纠纷调解成功率",)),
    Business(("自然资源和规划局", "自然资源局"), r"自然资源|土地(?:违法|卫片)|规划许可|不动产", ("不动产登记办件",)),
    Business(("住房和城乡建设局", "住建局"), r"住建|住房|物业|建筑工地|施工许可", ("建筑工地执法检查",)),
    Business(("教育局",), r"教育局|中小学|校园(?!食品)|青少年法治|法治副校长", ("中小学法治副校长配备率",)),
    Business(("民政局",), r"民政|社会组织|婚姻登记", ("社会组织年检",)),
    Business(("审计局",), r"审计", ("审计项目",)),
    Business(("财政局",), r"财政|预决算|政府采购", ("财政票据核查",)),
    Business(("税务局",), r"税务|税收", ("税务行政处罚",)),
    Business(("文化和旅游局",), r"文化市场|旅游市场|文旅", ("文化市场案件",)),
    Business(("人民政府办公室", "政府办公室"), r"人大(?:代表)?建议|政协(?:委员)?提案|政务公开|政府信息|依申请公开|常务会议|政策解读", ("承办人大代表建议", "主动公开政府信息")),
    Business(("委全面依法治@委员会办公室", "委依法治@办"), r"述法|法治督察|督察(?:组|反馈|问题)|依法治[市县区省州]|法治建设(?:考核|成效|重点任务|工作)|常委会会议|示范创建|领导班子", ("参加年度述法的党政主要负责人", "法治督察反馈问题")),
    Business(("司法局",), r"复议|应诉|败诉|行政诉讼|出庭|旁听庭审|(?<!协)调解|矛盾纠纷|法律援助|公证|司法鉴定|律师|法律顾问|12348|法律明白人|普法|法治宣传|法治文化|民主法治|法治体检|学法|法律服务|规范性文件|立法|规章|地方性法规|合法性审[核查]|备案审查|法律意见|行政决策|听证|司法建议|检察建议|行政争议|综合行政执法|行政执法|执法人员|执法证|执法监督|法制审核|案卷|裁量|行政处罚|行政强制|行政检查|亮码|执法骨干|执法案件|不予处罚|减免罚款|赋权|收回.{0,8}事项|指导案例|社区矫正|安置帮教|法治专题|培训(?:各级|县处级|领导)?干部|综合查一次|检查事项|检查标准|执法培训|执法队伍|文明执法", ("受理行政复议申请", "办理法律援助案件", "持证执法人员", "培训各级干部", "整合的检查事项", "化解矛盾纠纷")),
)  # fmt: skip
_LEVELS = "省市州县区旗"
_BUREAUS = frozenset(("市场监督管理局", "市场监管局", "信访局", "数据局", "税务局"))  # a province has these as 局, the rest as 厅
WRITTEN = "正文写明"
_COMMITTEE = re.compile(r"依法治.委员会$")  # its office does the work
_TRADE = re.compile(r"(?:部门|系统|机关)$")


@dataclass(frozen=True, slots=True)
class Guess:
    """Who is asked, and how that was found; both empty where it was not."""

    departments: tuple[str, ...] = ()
    how: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """Whose report it is, and its text, whose own names of departments are taken."""

    issuer: str
    text: str


def guess(office: Office, named: str | None, name: str, sentence: str = "", headings: Sequence[str] = ()) -> Guess:
    """The department of a figure: `named` is the one that its sentence or heading names; else it is told by its own name, by its
    sentence, by the headings above, the innermost first."""
    if named and not _TRADE.search(named):
        return Guess((f"{named}办公室" if _COMMITTEE.search(named) else named,), WRITTEN)
    level = _level(office.issuer)
    telling = ((named or "", WRITTEN), (name, "按业务推定"), (sentence, "按原句推定"))
    for words, how in (*telling, *((title, "按标题推定") for title in reversed(headings))):
        for row in BUSINESS:
            if level and re.search(row.pattern, fold(words)):
                return Guess((_named(row, level, office.text),), how)
    return Guess()


def _level(issuer: str) -> str:
    """市 of 槿阳市人民政府; "" where the issuer is no government."""
    found = re.match(rf".*?([{_LEVELS}])(?:人民)?政府", issuer)
    return found[1] if found else ""


def _named(row: Business, level: str, text: str) -> str:
    names = [f"{level}{name.replace('@', level)}" for name in row.names]
    if level == "省":
        names = [name if name[1:] in _BUREAUS else re.sub("局$", "厅", name) for name in names]
    return next((name for name in names if name in text), names[0])
