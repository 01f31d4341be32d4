"""A figure held against last year's: far from it, the same, or what cannot be. Every rule is a row with its examples."""

from collections.abc import Callable
from dataclasses import dataclass

from drafter.ledger.amounts import printed, scale_of
from drafter.model.finding import Level
from drafter.model.ledger import QueryKind
from drafter.text.units import dimension
from drafter.text.written import rounded

TELLING = 100  # a count below it is often the same by chance, or because it stands for bodies and posts
LEAST = 10  # 由2件增至3件 is not 增长50%
PERCENT = 30  # the forms ask for a reason beyond it
POINTS = 5
FACTOR = 8  # beyond it, either way, the unit is doubted
# What a slip of the unit makes of a figure: 件 for 万件, a share for per cent.
_SLIPS = ((10000, "1万"), (1000, "1千"), (100, "100"))
_CHANGE = ("增长率", "增幅", "降幅", "增速", "同比", "较上年", "比上年")


@dataclass(frozen=True, slots=True)
class Pair:
    """This year's number and last year's, in `unit`; `reason` is what the department says of the change."""

    unit: str
    number: float
    last: float
    reason: str = ""
    label: str = ""

    @property
    def is_rate(self) -> bool:
        """Whether the change is told in points."""
        return dimension(self.unit) in ("share", "points")

    @property
    def is_change(self) -> bool:
        """Whether the figure is a change itself, which goes up and down every year."""
        return any(word in self.label for word in _CHANGE) or dimension(self.unit) == "points"

    @property
    def percent(self) -> float:
        """The change in percent of last year's, which is not 0."""
        return 100 * (self.number - self.last) / abs(self.last)

    def counts(self, number: float) -> float:
        """A number in single ones, whatever the unit counts in."""
        return abs(number) * scale_of(self.unit)[0]

    @property
    def both(self) -> str:
        """1526件，上年为936件."""
        return f"{printed(self.number, self.unit)}，上年为{printed(self.last, self.unit)}"

    @property
    def told(self) -> str:
        """1526件，上年为936件，增长63%."""
        gap = self.number - self.last
        way = "上升" if self.is_rate and gap > 0 else "增长" if gap > 0 else "下降"
        if self.is_rate:
            return f"{self.both}，{way}{_short(abs(gap))}个百分点"
        return f"{self.both}，{way}{_short(abs(self.percent))}%" if self.last else self.both


@dataclass(frozen=True, slots=True)
class Rule:
    """`fits` decides, `says` tells it after the subject (贵单位报送). The first row that fits is told, and no other.

    `taken`: whether the figure goes into the ledger all the same. `yes` and `no` are examples.
    """

    name: str
    kind: QueryKind
    level: Level
    fits: Callable[[Pair], bool]
    says: Callable[[Pair], str]
    yes: tuple[Pair, ...]
    no: tuple[Pair, ...]
    taken: bool = True


def _short(number: float) -> str:
    """One decimal at most: 63, 12.5."""
    return rounded(number, 1).removesuffix(".0")


def _over_whole(pair: Pair) -> bool:
    return pair.unit == "%" and not pair.is_change and pair.number > 100 >= pair.last


def _factor(pair: Pair) -> float:
    """How many times the larger of the two is the smaller; 1 where one of them is 0 or they differ in sign."""
    if pair.number * pair.last <= 0:
        return 1
    return max(pair.number / pair.last, pair.last / pair.number)


def _slip(pair: Pair) -> str:
    """What explains the factor, where a slip of the unit does."""
    return next((word for size, word in _SLIPS if 0.5 <= _factor(pair) / size <= 2), "")


def _doubtful(pair: Pair) -> bool:
    large = max(pair.counts(pair.number), pair.counts(pair.last)) >= LEAST
    return large and not pair.is_change and (_factor(pair) > FACTOR or _slip(pair) != "")


def _say_doubtful(pair: Pair) -> str:
    doubt = f"疑似计量单位有误（应以“{pair.unit}”计）" if _slip(pair) else "疑似填报有误"
    return f"{pair.both}，相差约{_slip(pair) or rounded(_factor(pair), 0)}倍，{doubt}"


def _far(pair: Pair) -> bool:
    if pair.is_change:
        return False
    if pair.is_rate:
        return abs(pair.number - pair.last) > POINTS + 1e-9
    if not pair.last:
        return pair.counts(pair.number) >= LEAST
    return pair.counts(pair.last) >= LEAST and abs(pair.percent) > PERCENT


def _equal(pair: Pair) -> bool:
    whole = pair.unit == "%" and pair.number == 100
    return pair.number == pair.last and pair.counts(pair.number) >= LEAST and not whole


RULES: tuple[Rule, ...] = (
    Rule(
        "over-whole", "far", "must", _over_whole, lambda p: f"{printed(p.number, p.unit)}，超过100%，未入账，请核对更正", taken=False,
        yes=(Pair("%", 120, 98.5), Pair("%", 100.5, 100)),
        no=(Pair("%", 100, 98), Pair("%", 120, 115), Pair("%", 150, 20, label="受理案件增长率"), Pair("件", 120, 90)),
    ),
    Rule(
        "unit-slipped", "unit", "must", lambda p: _doubtful(p) and _slip(p) != "" and not p.reason.strip(),
        lambda p: f"{_say_doubtful(p)}，未入账，请更正；确为实数的，请在“变动原因”栏说明", taken=False,
        yes=(Pair("万件", 91200, 9.03), Pair("%", 0.98, 97), Pair("件", 98700, 9.36)),
        no=(Pair("件", 936, 70), Pair("万件", 91200, 9.03, "口径扩大"), Pair("件", 8, 1), Pair("%", 30, 2, label="增长率")),
    ),
    Rule(
        "unit-doubted", "far", "verify", _doubtful, lambda p: f"{_say_doubtful(p)}，请核实",
        yes=(Pair("件", 936, 70), Pair("万件", 91200, 9.03, "口径扩大"), Pair("件", 90, 10, "新设机构"), Pair("件", 3, 60)),
        no=(Pair("件", 8, 1), Pair("件", 80, 10), Pair("件", 0, 60), Pair("%", 30, 2, label="增长率"), Pair("件", -20, 200)),
    ),
    Rule(
        "far-unexplained", "reason", "verify", lambda p: _far(p) and not p.reason.strip(), lambda p: f"{p.told}，请补充变动原因",
        yes=(Pair("件", 1526, 936), Pair("件", 6, 10), Pair("%", 92, 98), Pair("万件", 14, 9), Pair("件", 0, 60), Pair("件", 12, 0)),
        no=(Pair("件", 130, 100), Pair("件", 5, 9), Pair("%", 93, 98), Pair("件", 1526, 936, "区划调整"), Pair("%", 30, 5, label="同比增长")),
    ),
    Rule(
        "far-explained", "far", "info", _far, lambda p: f"{p.told}，所附原因为“{p.reason.strip()}”",
        yes=(Pair("件", 1526, 936, "区划调整"), Pair("%", 92, 98, "口径变化")),
        no=(Pair("件", 130, 100, "略增"), Pair("个百分点", 30, 2, "回升")),
    ),
    Rule(
        "equal-small", "equal", "info", lambda p: _equal(p) and not p.is_rate and p.counts(p.number) < TELLING and not p.reason.strip(),
        lambda p: f"{printed(p.number, p.unit)}，与上年相同",
        yes=(Pair("个", 12, 12), Pair("件", 99, 99)),
        no=(Pair("件", 936, 936), Pair("%", 98.5, 98.5), Pair("个", 9, 9), Pair("个", 12, 12, "机构未变")),
    ),
    Rule(
        "equal", "equal", "verify", lambda p: _equal(p) and not p.reason.strip(),
        lambda p: f"{printed(p.number, p.unit)}，与上年相同，请核实是否为本年数据",
        yes=(Pair("件", 936, 936), Pair("%", 98.5, 98.5), Pair("万件", 9.03, 9.03)),
        no=(Pair("%", 100, 100), Pair("个", 9, 9), Pair("个", 12, 12, "机构未变"), Pair("件", 937, 936)),
    ),
)  # fmt: skip


def rule_of(pair: Pair) -> Rule | None:
    """The rule that has something to say of a figure beside last year's; None where nothing is to be asked."""
    return next((rule for rule in RULES if rule.fits(pair)), None)


def is_far(pair: Pair) -> bool:
    """Whether two numbers differ by more than the forms let pass without a reason."""
    return _far(pair) or _doubtful(pair)
