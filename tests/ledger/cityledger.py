"""A plausible ledger of 槿阳市, and short ways to its parts."""

from typing import Any

from drafter.model.ledger import Ledger, Matter, Round, Row, Value

ISSUER, YEAR = "槿阳市人民政府", 2026
JUSTICE, MARKET, POLICE = "市司法局", "市市场监管局", "市公安局"


def value(number: float | None, text: str, year: int = YEAR - 1, round: Round = "report", **more: Any) -> Value:
    """What last year's published report says, unless told otherwise."""
    return Value(year=year, round=round, number=number, text=text, **more)


def row(id: str, label: str, unit: str, *values: Value, to: tuple[str, ...] = (JUSTICE,), **more: Any) -> Row:
    """A figure for the 司法局, unless told otherwise."""
    return Row(id=id, label=label, unit=unit, values=values, departments=to, **more)


ROWS = (
    row("f-0a1b2c01", "行政复议案件收案", "件", value(1042, "1042件"), definition="全市各级行政复议机构当年新收的行政复议申请件数，不含上年结转",
        last="1042件"),
    row("f-0a1b2c02", "行政复议纠错率", "%", value(12.6, "12.6%"), last="12.6%",
        sentence="全年共办结行政复议案件986件，纠错率12.6%，行政复议化解行政争议的主渠道作用进一步发挥。"),
    row("f-0a1b2c03", "行政复议收案同比增幅", "%", value(-3.2, "下降3.2%"), last="下降3.2%"),
    row("f-0a1b2c04", "法治宣传活动", "场次", value(230, "230余场次", about="余"), last="230余场次", to=(JUSTICE, MARKET, POLICE),
        adding="sum", definition="各部门面向社会公众举办的法治宣传活动，线上活动不计"),
    row("f-0a1b2c05", "人民调解受理案件", "万件", value(9.03, "9.03万件"), last="9.03万件"),
    row("f-0a1b2c06", "新注册律师人数", "人", value(None, "30—40人"), last="30—40人"),
    row("f-0a1b2c07", "行政处罚案件", "件", value(3120, "3120件"), last="3120件", to=(MARKET, POLICE), adding="sum"),
    row("f-0a1b2c08", "食品安全抽检批次", "批次", value(5600, "约5600批次", about="约"), last="约5600批次", to=(MARKET,)),
    row("f-0a1b2c09", "办结率", "%", value(99.1, "99.1%"), formula="share", adding="computed", terms=("f-0a1b2c01",)),
    row("f-0a1b2c10", "派出所法治员覆盖率", "%", value(100, "100%"), to=(POLICE,)),
    row("f-0a1b2c11", "承办全国现场会", "次", value(1, "1次"), status="once"),
    row("f-0a1b2c12", "重大行政决策事项", "项", value(14, "14项"), to=()),
)  # fmt: skip

MATTERS = (
    Matter(id="p-11aa22b1", kind="plan", title="健全行政复议繁简分流机制", departments=(JUSTICE,), year=2025,
           text="健全行政复议案件繁简分流机制，推动简易程序案件平均办理时限压缩至20日以内。"),
    Matter(id="q-11aa22b2", kind="problem", title="基层执法力量不足", departments=(JUSTICE, MARKET), year=2025,
           text="基层执法力量不足，乡镇（街道）持证执法人员占比偏低，专业能力与承接的执法事项不相适应。"),
    Matter(id="p-11aa22b3", kind="plan", title="推进数字法治政府建设", text="加快行政执法平台与审批平台互联互通。", year=2025),
)  # fmt: skip


def ledger(*rows: Row, matters: tuple[Matter, ...] = (), **more: Any) -> Ledger:
    """A ledger of the city with these rows; the usual ones where none are named."""
    return Ledger(
        **{"issuer": ISSUER, "year": YEAR, "rows": rows or ROWS, "matters": matters or (() if rows else MATTERS), **more}
    )
