"""Ways of adding words to a name, and what is counted in a unit."""

from drafter.extract import about
from drafter.extract.standing import Standing
from drafter.text.pattern import lazy
from drafter.text.units import same_unit

RATE_NAME = lazy(r"(?:率|占比|比例|比重)$")
_SAID = 4  # of a topic that begins so a name says enough already
# How that which is counted in a unit is called, behind a name: 追回工资|人数, 涉案|金额. Things counted in 个 or 件 are 个数, 件数.
_COUNTED = {
    "人": "人数", "名": "人数", "位": "人数", "人次": "人次", "元": "金额", "美元": "美元金额", "亩": "面积", "平方公里": "面积", "平方米": "面积",
    "公里": "里程", "吨": "总量", "批": "批次", "批次": "批次", "场次": "场次", "户次": "户次", "家次": "家次", "件次": "件次", "个工作日": "工作日数",
    "%": "比率", "‰": "比率", "个百分点": "变动", "倍": "倍数", "小时": "时长", "": "数",
}  # fmt: skip


def joined(name: str, words: str) -> str:
    """复议维持; what waits for its noun, and a verb, has it behind: 其他事项, 废止文件."""
    if name in about.OPEN_FRONT or (name in about.BARE_VERBS and name not in about.OUTCOMES):
        return name + words
    return front(name, words)


def opened(name: str, words: str) -> str:
    """Behind what waits for its noun, before all else: 镇街执法人员, 专项清理废止."""
    return name + words if name in about.OPEN_FRONT else front(name, words)


def front(name: str, words: str) -> str:
    """行政复议 before 复议维持 is 行政复议维持; nothing where the name says it already, whole or by its beginning."""
    if words[:_SAID] in name:
        return name
    shared = next((n for n in range(min(len(words), len(name)), 0, -1) if words.endswith(name[:n])), 0)
    return words + name[shared:]


def behind(name: str, words: str) -> str:
    """人民调解 + 人数."""
    return name if words in name else name + words


def aside(name: str, words: str) -> str:
    """In brackets behind; before the name of a rate, which is known by its end."""
    return front(name, words) if RATE_NAME.search(name) else bracketed(name, words)


def bracketed(name: str, words: str) -> str:
    """In brackets behind, whatever the name."""
    return name if words in name else f"{name}（{words}）"


def instead(_name: str, words: str) -> str:
    """The words are the whole new name."""
    return words


def count(metric: Standing) -> str:
    """What a unit counts: 人数, 金额, 件数."""
    if metric.kind == "rank":
        return "排名"
    unit = "件" if same_unit(metric.unit, "件") else metric.unit  # 件 and 起 count the same
    return _COUNTED.get(unit) or f"{unit}数"


def counted(name: str, metric: Standing) -> str:
    """A noun with what is counted: 资金|金额, 人员|人数, but 案件|数."""
    word = count(metric)
    return behind(name, "数" if word == "件数" and name in about.BARE_NOUNS else word)


def han(number: int) -> str:
    """1 is 一, 12 is 十二; from 100 on in digits."""
    digits = "零一二三四五六七八九"
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones or not tens else "")
