"""The fields of work that reports of this kind speak of, as rows: how a heading names one, and the words of its matter.

A heading of an outline often names its field in a word or two (健全行政执法工作体系) that the items do not repeat (案卷评查);
the words of its row stand on its shelf beside its own.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One row. A heading that matches `heading` speaks of `words`; `examples` are headings of the field."""

    name: str
    heading: str
    words: str
    examples: tuple[str, ...]


FIELDS: tuple[Field, ...] = (
    Field("组织领导", r"领导|统筹|组织保障|推进机制|习近平法治思想|责任落实|考核|督察|第一责任人", "党的领导 法治思想 党组 党委 常务会议 学习 述法 考核 督察 示范创建 依法治市 委员会 协调小组 法治建设 研究部署 主要负责人 第一责任人 领导干部", ("加强党的领导，完善推进机制", "法治建设组织领导情况")),
    Field("政府职能", r"职能|放管服|营商环境|政务服务|行政审批", "权责清单 权责事项 行政审批 行政许可 许可事项 证明事项 证照分离 告知承诺 一网通办 一件事 减证便民 商事登记 营商环境 经营主体 企业 信用 投资 负面清单 公平竞争 市场监管 政务服务", ("健全政府机构职能体系", "优化法治化营商环境")),
    Field("制度建设", r"(?<!决策)制度体系|制度建设|立法|规范性文件|规章", "地方性法规 政府规章 立法 草案 规范性文件 备案审查 清理 合法性审核 征求意见 公平竞争审查 废止 修改 制度统一", ("完善依法行政制度体系", "规范性文件监督管理")),
    Field("行政决策", r"决策", "重大行政决策 依法决策 决策机制 决策程序 决策事项 目录 公众参与 专家论证 风险评估 合法性审查 法律顾问 公职律师 合同审查 听证 后评估", ("健全行政决策制度体系", "科学民主依法决策")),
    Field("行政执法", r"执法", "行政执法 综合执法 三项制度 执法公示 全过程记录 法制审核 裁量基准 执法人员 执法证 执法资格 行政处罚 行政检查 涉企检查 案卷评查 执法监督 说理式 免罚 综合查一次 双随机 重点领域 乡镇赋权 辅助人员", ("健全行政执法工作体系", "严格规范公正文明执法")),
    Field("应急", r"突发事件|应急", "应急预案 突发事件 演练 防汛 抗旱 救援 预警 疫情 应急物资 应急处置", ("健全突发事件应对体系",)),
    Field("矛盾纠纷", r"矛盾|纠纷|化解|基层治理|社会治理|信访", "人民调解 调解组织 调解员 行业性专业性 矛盾纠纷 信访 行政裁决 仲裁 多元化解 排查 综治中心 网格 枫桥经验 源头", ("社会矛盾纠纷行政预防调处化解体系",)),
    Field("复议应诉", r"复议|应诉|行政争议|救济", "行政复议 复议机构 受理 审结 应诉 负责人出庭 败诉 行政诉讼 司法建议 行政审判 府院 行政争议 实质性化解 调解和解", ("发挥行政复议主渠道作用", "行政复议与行政应诉")),
    Field("权力监督", r"(?<!执法)监督(?!管理)|制约|政务公开|阳光", "人大 政协 建议 提案 审计 监察 政务公开 政府信息公开 依申请公开 司法建议 检察建议 督查 统计监督 财会监督 投诉 监督", ("健全行政权力制约和监督体系", "全面主动落实政务公开")),
    Field("数字法治", r"科技|数字|智慧|信息化", "数字政府 大数据 政务数据 平台 系统 数据共享 电子证照 掌上 智慧 归集 互联网 线上 网上办案", ("健全法治政府建设科技保障体系", "数字法治政府")),
    Field("普法", r"普法|法治宣传|法治社会|法治文化|守法|法治素养|全民", "普法 宣传 宪法 民法典 法治文化 八五 谁执法谁普法 法律明白人 学法用法 青少年 民主法治示范村 法治素养", ("全民守法与法治宣传教育", "法治社会建设")),
    Field("法律服务", r"法律服务", "公共法律服务 法律援助 公证 律师 司法鉴定 村居法律顾问 仲裁 热线 服务中心", ("公共法律服务体系建设",)),
    Field("能力建设", r"能力|队伍|培训|人才|依法行政意识", "培训 轮训 学法 考试 旁听庭审 法治人才 队伍 资格考试 专题讲座 研修", ("依法行政能力提升", "法治工作队伍建设")),
    Field("创新", r"示范|亮点|创新|特色|典型|经验", "示范创建 首创 率先 全国 全省 试点 荣获 推广 典型 经验 案例", ("特色亮点工作", "法治政府建设示范创建")),
)  # fmt: skip


def matter_of(heading: str) -> str:
    """The words of the fields that a heading names, "" where it names none."""
    return " ".join(field.words for field in FIELDS if re.search(field.heading, heading))


def unnamed(headings: str) -> list[str]:
    """The words of the fields that none of these headings names."""
    return [f"{field.name} {field.words}" for field in FIELDS if not re.search(field.heading, headings)]
