"""Hand-made comparisons for the renderers: an invented county, every status at least once, and text that means harm."""

from dataclasses import replace

from drafter.model.change import (
    Comparison,
    Edit,
    Evidence,
    Mention,
    MetricChange,
    PlanChange,
    ProblemChange,
    TextChange,
)  # fmt: skip
from drafter.model.finding import Finding
from drafter.model.metric import Metric
from drafter.model.report import Plan, Problem, ReportInfo
from drafter.model.span import Span

OLD_PARAGRAPHS = (
    "青枫县人民政府关于2022年法治政府建设情况的报告",
    "一、主要举措和成效",
    "（一）优化营商环境。全年取消证明事项41项，压减办理时限12.5%。",
    "（二）推进行政复议。受理行政复议案件22起，办结率95%，由380余人次参加听证。",
    "（三）加强普法宣传。举办讲座36场，开展宪法宣传进乡村活动。",
    "（四）规范行政执法。培训执法人员1240人，公示执法信息2.3万条。",
    "二、存在的问题",
    "一是基层执法力量不足，专业人员偏少。",
    "二是部分单位公示不够及时。",
    "三、下一年工作安排",
    "一是建成县级行政执法监督平台。",
    "二是完成执法人员轮训。",
    "三是修订重大行政决策目录。",
)
NEW_PARAGRAPHS = (
    "青枫县人民政府关于2023年法治政府建设情况的报告",
    "一、主要举措和成效",
    "（一）规范行政执法。培训执法人员1365人，公示执法信息3.1万条，新建执法监督平台1个。",
    "（二）优化营商环境。全年取消证明事项18项，压减办理时限20.5%。",
    "（三）推进行政复议。受理行政复议案件22起，办结率97.5%，由520多人次参加听证。",
    "（四）改进公共法律服务。新设公共法律服务站9个，在全省排名第一。",
    "二、存在的问题",
    "一是基层执法力量仍然不足，专业人员偏少。",
    "二是执法文书质量有待提高。",
    "三、下一年工作安排",
    "一是完成执法人员轮训。",
)
OLD = "\n".join(OLD_PARAGRAPHS)
NEW = "\n".join(NEW_PARAGRAPHS)

OLD_INFO = ReportInfo(
    path="去年 报告.docx", format="docx", title="青枫县人民政府关于2022年法治政府建设情况的报告", issuer="青枫县人民政府",
    year=2022, chars=len(OLD),
)  # fmt: skip
NEW_INFO = replace(
    OLD_INFO, path="今年 报告.html", format="html", title="青枫县人民政府关于2023年法治政府建设情况的报告",
    year=2023, chars=len(NEW), notes=("第3段“三)”缺左括号，按（三）读取",),
)  # fmt: skip


def old_span(text: str) -> Span:
    """`text` where it first stands in OLD."""
    start = OLD.index(text)
    return Span(text=text, start=start, end=start + len(text))


def new_span(text: str) -> Span:
    """`text` where it first stands in NEW."""
    start = NEW.index(text)
    return Span(text=text, start=start, end=start + len(text))


def metric(side: str, text: str, label: str, value: float | int, unit: str, **more: object) -> Metric:
    """A metric of `side` ("old" or "new") whose text stands there once."""
    span = old_span(text) if side == "old" else new_span(text)
    base = Metric(
        text=span.text, start=span.start, end=span.end, id=f"{side}-{span.start}", kind="metric", label=label, value=value,
        unit=unit,
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


METRICS = (
    MetricChange(
        status="changed", label="培训执法人员", old=metric("old", "1240人", "培训执法人员", 1240, "人"),
        new=metric("new", "1365人", "培训执法人员", 1365, "人"), delta=125, percent=10.08,
        change_text="由1240人增至1365人，增加125人、增长10.1%", old_place="一、（四）", new_place="一、（一）",
    ),
    MetricChange(
        status="changed", label="公示执法信息", old=metric("old", "2.3万条", "公示执法信息", 23000, "条"),
        new=metric("new", "3.1万条", "公示执法信息", 31000, "条"), delta=8000, percent=34.78,
        change_text="由2.3万条增至3.1万条，增加0.8万条、增长34.8%", old_place="一、（四）", new_place="一、（一）",
    ),
    MetricChange(
        status="added", label="新建执法监督平台", old=None, new=metric("new", "1个", "新建执法监督平台", 1, "个"),
        change_text="本年新增", new_place="一、（一）",
    ),
    MetricChange(
        status="changed", label="取消证明事项", old=metric("old", "41项", "取消证明事项", 41, "项"),
        new=metric("new", "18项", "取消证明事项", 18, "项"), delta=-23, percent=-56.1,
        change_text="由41项减至18项，减少23项、下降56.1%", old_place="一、（一）", new_place="一、（二）",
    ),
    MetricChange(
        status="perhaps", label="压减办理时限", old=metric("old", "12.5%", "压减办理时限", 12.5, "%"),
        new=metric("new", "20.5%", "压减办理时限", 20.5, "%"), confidence=0.48,
        change_text="对应存疑，未计算增减", old_place="一、（一）", new_place="一、（二）",
    ),
    MetricChange(
        status="unchanged", label="受理行政复议案件", old=metric("old", "22起", "受理行政复议案件", 22, "起"),
        new=metric("new", "22起", "受理行政复议案件", 22, "起"), delta=0, percent=0.0,
        change_text="与上年相同", old_place="一、（二）", new_place="一、（三）",
    ),
    MetricChange(
        status="changed", label="行政复议办结率", old=metric("old", "95%", "行政复议办结率", 95, "%"),
        new=metric("new", "97.5%", "行政复议办结率", 97.5, "%"), delta=2.5,
        change_text="由95%升至97.5%，上升2.5个百分点", old_place="一、（二）", new_place="一、（三）",
    ),
    MetricChange(
        status="changed", label="参加听证", old=metric("old", "380余人次", "参加听证", 380, "人次", approx="余"),
        new=metric("new", "520多人次", "参加听证", 520, "人次", approx="多"),
        change_text="由380余人次到520多人次", old_place="一、（二）", new_place="一、（三）",
    ),
    MetricChange(
        status="dropped", label="举办讲座", old=metric("old", "36场", "举办讲座", 36, "场"), new=None,
        change_text="本年未见", old_place="一、（三）",
    ),
    MetricChange(
        status="added", label="新设公共法律服务站", old=None, new=metric("new", "9个", "新设公共法律服务站", 9, "个"),
        change_text="本年新增", new_place="一、（四）",
    ),
    MetricChange(
        status="open", label="公共法律服务站覆盖率", old=None, new=metric("new", "第一", "排名", 1, "名", kind="rank"),
        change_text="本年待填", new_place="一、（四）",
    ),
)  # fmt: skip


def row(kind: str, old: str | None, new: str | None, edits: tuple[Edit, ...] = (), **more: object) -> TextChange:
    """A text row; where no edits are given, the one that its kind means."""
    whole = {"equal": "equal", "added": "insert", "dropped": "delete"}
    if not edits:
        edits = (Edit(op=whole[kind], text=new or old or ""),)  # type: ignore[arg-type]
    base = TextChange(
        kind=kind,  # type: ignore[arg-type]
        moved=False,
        old=old_span(old) if old else None,
        new=new_span(new) if new else None,
        similarity=1.0 if kind == "equal" else 0.8 if kind == "changed" else 0.0,
        edits=edits,
    )
    return replace(base, **more)  # type: ignore[arg-type]


def edits(marked: str) -> tuple[Edit, ...]:
    """`受理{-22起}{+30起}` as edits."""
    found: list[Edit] = []
    for piece in marked.replace("{", "\0{").replace("}", "}\0").split("\0"):
        if piece.startswith("{-"):
            found.append(Edit(op="delete", text=piece[2:-1]))
        elif piece.startswith("{+"):
            found.append(Edit(op="insert", text=piece[2:-1]))
        elif piece:
            found.append(Edit(op="equal", text=piece))
    return tuple(found)


def changed(old: int, new: int, marked: str, **more: object) -> TextChange:
    """OLD's paragraph `old` became NEW's `new`, as marked."""
    return row("changed", OLD_PARAGRAPHS[old], NEW_PARAGRAPHS[new], edits(marked), **more)


TEXT = (
    changed(0, 0, "青枫县人民政府关于{-2022年}{+2023年}法治政府建设情况的报告"),
    row("equal", OLD_PARAGRAPHS[1], NEW_PARAGRAPHS[1], old_place="一、", new_place="一、"),
    changed(
        5, 2,
        "（{-四}{+一}）规范行政执法。培训执法人员{-1240人}{+1365人}，公示执法信息{-2.3万条}{+3.1万条，新建执法监督平台1个}。",
        moved=True, old_place="一、（四）", new_place="一、（一）",
    ),
    changed(
        2, 3, "（{-一}{+二}）优化营商环境。全年取消证明事项{-41项}{+18项}，压减办理时限{-12.5%}{+20.5%}。",
        old_place="一、（一）", new_place="一、（二）",
    ),
    changed(
        3, 4, "（{-二}{+三}）推进行政复议。受理行政复议案件22起，办结率{-95%}{+97.5%}，由{-380余人次}{+520多人次}参加听证。",
        old_place="一、（二）", new_place="一、（三）",
    ),
    row("dropped", OLD_PARAGRAPHS[4], None, old_place="一、（三）"),
    row("added", None, NEW_PARAGRAPHS[5], new_place="一、（四）"),
    row("equal", OLD_PARAGRAPHS[6], NEW_PARAGRAPHS[6], old_place="二、", new_place="二、"),
    changed(7, 7, "一是基层执法力量{+仍然}不足，专业人员偏少。", old_place="二、", new_place="二、"),
    row("dropped", OLD_PARAGRAPHS[8], None, old_place="二、"),
    row("added", None, NEW_PARAGRAPHS[8], new_place="二、"),
    row("equal", OLD_PARAGRAPHS[9], NEW_PARAGRAPHS[9], old_place="三、", new_place="三、"),
    row("dropped", OLD_PARAGRAPHS[10], None, old_place="三、"),
    changed(11, 10, "{-二}{+一}是完成执法人员轮训。", old_place="三、", new_place="三、"),
    row("dropped", OLD_PARAGRAPHS[12], None, old_place="三、"),
)  # fmt: skip


def problem(span: Span) -> Problem:
    """A problem at a span."""
    return Problem(text=span.text, start=span.start, end=span.end)


def plan(text: str) -> Plan:
    """A plan of OLD."""
    span = old_span(text)
    return Plan(text=span.text, start=span.start, end=span.end, title=text)


PROBLEMS = (
    ProblemChange(
        status="recurring", old=problem(old_span("基层执法力量不足，专业人员偏少。")),
        new=problem(new_span("基层执法力量仍然不足，专业人员偏少。"))
    ),
    ProblemChange(status="not_mentioned", old=problem(old_span("部分单位公示不够及时。")), new=None),
    ProblemChange(status="new", old=None, new=problem(new_span("执法文书质量有待提高。"))),
)  # fmt: skip
_evidence = new_span("新建执法监督平台1个")
_partly = new_span("培训执法人员1365人")
PLANS = (
    PlanChange(
        status="answered", plan=plan("建成县级行政执法监督平台。"),
        evidence=(Evidence(text=_evidence.text, start=_evidence.start, end=_evidence.end, score=0.83, place="一、（一）"),),
    ),
    PlanChange(
        status="partly", plan=plan("完成执法人员轮训。"),
        evidence=(Evidence(text=_partly.text, start=_partly.start, end=_partly.end, score=0.55, place="一、（一）"),),
    ),
    PlanChange(status="not_mentioned", plan=plan("修订重大行政决策目录。")),
)  # fmt: skip
FINDINGS = (
    Finding(
        id="stale-1", kind="stale", level="must", weight=90,
        old=old_span("受理行政复议案件22起"), new=new_span("受理行政复议案件22起"),
        message="【必改】一、（三）“受理行政复议案件22起”与上年报告数值相同。确为本年数据的，请在复核意见栏注明“已核实”；系沿用上年的，请更正。",
        old_place="一、（二）", new_place="一、（三）", rule="stale-figure",
    ),
    Finding(
        id="metric-1", kind="metric", level="verify", weight=70, old=old_span("41项"), new=new_span("18项"),
        message="“取消证明事项”由41项到18项，减少23项、下降56.1%，变化较大，请核实口径。",
        old_place="一、（一）", new_place="一、（二）",
    ),
    Finding(
        id="plan-3", kind="plan", level="verify", weight=60, old=old_span("修订重大行政决策目录。"), old_place="三、",
        message="上年安排“修订重大行政决策目录。”在本年报告中未提及。",
    ),
    Finding(
        id="metric-2", kind="metric", level="verify", weight=55, old=old_span("36场"), old_place="一、（三）",
        message="上年“举办讲座36场”，本年报告未见此项数据。",
    ),
    Finding(
        id="problem-1", kind="problem", level="info", weight=40,
        old=old_span("基层执法力量不足"), new=new_span("基层执法力量仍然不足"),
        message="上年问题“基层执法力量不足”本年再次提及，表述相近。", old_place="二、", new_place="二、",
    ),
)  # fmt: skip
SUMMARY = {
    "changed": 5, "unchanged": 1, "perhaps": 1, "open": 1, "added": 2, "dropped": 1,
    "must": 1, "verify": 3, "info": 1, "stale": 1,
    "plans_answered": 1, "plans_partly": 1, "plans_not_mentioned": 1,
    "problems_recurring": 1, "problems_not_mentioned": 1, "problems_new": 1,
    "text_equal": 3, "text_changed": 6, "text_added": 2, "text_dropped": 4, "text_moved": 1,
    "mentions_added": 1, "mentions_dropped": 1, "mentions_changed": 1,
}  # fmt: skip


MENTIONS = (
    Mention(kind="body", status="dropped", old=old_span("县级行政执法监督平台"), new=None, old_place="三、1"),
    Mention(kind="body", status="added", old=None, new=new_span("公共法律服务站"), new_place="一、（四）"),
    Mention(kind="document", status="changed", old=old_span("重大行政决策目录"), new=new_span("执法文书"), old_place="三、3"),
)


def years() -> Comparison:
    """Two years, every status at least once."""
    return Comparison(
        mode="years", old=OLD_INFO, new=NEW_INFO, metrics=METRICS, text=TEXT, problems=PROBLEMS, plans=PLANS,
        findings=FINDINGS, summary=SUMMARY, mentions=MENTIONS, notes=("两份报告的发布机关名称一致，年度相连",),
    )  # fmt: skip


def drafts() -> Comparison:
    """The same as two drafts: no stale, no plans and problems."""
    gone = {key: 0 for key in SUMMARY if key.startswith(("plans", "problems", "stale"))}
    findings = tuple(f for f in FINDINGS if f.kind == "metric")
    summary = SUMMARY | gone | {"must": 0, "verify": 2, "info": 0}
    return replace(years(), mode="drafts", problems=(), plans=(), findings=findings, summary=summary)


def same() -> Comparison:
    """A report against itself: no change, nothing to verify."""
    rows = tuple(row("equal", p, None) for p in OLD_PARAGRAPHS)
    rows = tuple(replace(r, new=r.old) for r in rows)
    summary = dict.fromkeys(SUMMARY, 0) | {"text_equal": len(rows)}
    return Comparison(
        mode="drafts", old=OLD_INFO, new=OLD_INFO, metrics=(), text=rows, problems=(), plans=(), findings=(), summary=summary
    )  # fmt: skip


NASTY = (
    "<script>window.harmed=1</script>", "</script><img src=x onerror=window.harmed=1>",
    "javascript:alert(1)", "{{ 7*7 }}{% raw %}",
    '=HYPERLINK("http://x")', "+1+1", "-2", "@SUM(A1)", "\x1b[31m红\x07", "\u202e反",
)  # fmt: skip


def nasty() -> Comparison:
    """Text that tries to be markup, script, template, formula or terminal control, in every place that shows text."""
    made = years()
    harm = "".join(NASTY)
    span = Span(text=harm, start=0, end=len(harm))
    rows = tuple(
        TextChange(
            kind="changed", moved=False, old=Span(text=n, start=i * 99, end=i * 99 + len(n)),
            new=Span(text=n + "改", start=i * 99, end=i * 99 + len(n) + 1), similarity=0.9,
            edits=(Edit(op="equal", text=n), Edit(op="insert", text="改")), old_place=n, new_place=n,
        )
        for i, n in enumerate(NASTY)
    )  # fmt: skip
    return replace(
        made, new=replace(made.new, title=harm, issuer=harm, path=harm, notes=(harm,)), text=rows,
        metrics=tuple(replace(m, label=n, change_text=n, new_place=n) for m, n in zip(METRICS, NASTY, strict=False)),
        findings=tuple(
            replace(FINDINGS[1], id=n, kind=n, message=n, old=span, new=span, old_place=n, new_place=n) for n in NASTY
        ),
        plans=(PlanChange(status="not_mentioned", plan=Plan(text=harm, start=0, end=len(harm), title=harm)),),
        mentions=(Mention(kind="body", status="changed", old=span, new=span, old_place=harm, new_place=harm),),
        problems=(ProblemChange(status="not_mentioned", old=Problem(text=harm, start=0, end=len(harm)), new=None),),
        summary=SUMMARY | {"changed": 5, "verify": len(NASTY), "must": 0, "info": 0, "stale": 0},
    )  # fmt: skip
