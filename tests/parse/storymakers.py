"""One sound report, written down once as data, whatever its layout."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    lead: str
    body: str


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    intro: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What the report says, whatever its layout."""

    title: str
    preamble: str
    parts: tuple[Part, ...]
    leadership: str
    problems: tuple[Item, ...]
    plans: tuple[Item, ...]
    signed: str


STORY = Story(
    title="松川市人民政府关于2023年法治政府建设情况的报告",
    preamble="2023年，松川市人民政府紧扣中心任务，把依法行政贯穿决策、执行、监督各环节，各项工作稳中有进。现将有关情况报告如下。",
    parts=(
        Part("健全推进机制，凝聚工作合力", "坚持一张蓝图绘到底，把法治建设与重点工作同部署、同考核。", (
            Item("抓实理论学习", "市政府常务会议会前学法11次，举办专题讲座6场，培训干部870人次。"),
            Item("压紧工作责任", "把依法行政列入年度考核，对19个单位开展督察，反馈问题52个，全部完成整改。"),
            Item("建强专业队伍", "全市公职律师达到134名，聘请法律顾问的单位覆盖率100%。"),
        )),
        Part("转变政府职能，优化营商环境", "聚焦企业和群众关切，持续推动服务提质增效。", (
            Item("深化审批改革", "取消证明材料41项，办理时限压缩57%，一次办结事项达到903项。"),
            Item("规范涉企监管", "开展部门联合抽查77批次，检查企业2640户，结果全部公开。"),
        )),
        Part("规范执法行为，维护公平正义", "突出重点领域，着力提升执法质量和效率。", (
            Item("完善执法制度", "修订裁量基准28项，公布轻微免罚清单2批，惠及经营主体1190户。"),
            Item("加强执法监督", "评查案卷360卷，发出监督意见书24份，纠正不当行为31起。"),
            Item("化解行政争议", "收到复议申请415件，审结398件，经调解和解结案的占35.2%。"),
        )),
    ),
    leadership="市长主持召开政府常务会议研究法治议题13次，带头出庭应诉1次，对重点案件作出批示8件。",
    problems=(
        Item("基层执法力量不足", "部分乡镇持证人员偏少，案件办理周期较长，主要原因是编制总量有限。"),
        Item("决策程序不够规范", "个别单位征求意见走过场，风险评估流于形式。"),
        Item("普法方式较为单一", "面向青年群体的内容不多，线上传播效果不佳。"),
    ),
    plans=(
        Item("充实基层执法力量", "推动人员编制下沉，每个乡镇持证人员不少于8人。"),
        Item("严格落实决策程序", "建立目录管理和后评估制度，年内评估重大决策3项。"),
        Item("创新普法宣传方式", "培育普法品牌5个，制作短视频60部。"),
    ),
    signed="松川市人民政府\n2024年1月29日",
)  # fmt: skip
