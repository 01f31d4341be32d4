"""Which department a figure is likely to be asked of: the nearest that its own sentence names. A guess, and told as one."""

import re

from drafter.text.normalize import fold

_INNER = r"[^的和与对在了为由个将向被使让以，。、；：,;:（）()《》“”\s\d]"
_BODY = r"(?:局|委员会|办公室|(?:卫健|卫生健康|发改|发展改革|国资|住建)委|(?<!大)厅|法院|检察院|中心(?!组))"
_NAMED = re.compile(
    rf"[市县区省州](?![级直域县政]|场所|场主){_INNER}{{1,10}}?{_BODY}"
    r"|[市县区省州]委(?:宣传部|组织部|统战部|社会工作部|政法委|编办|(?:全面)?依法治[市县区省]办)"
)
_TRADE = re.compile(
    r"(?:市场监管|生态环境|公安|司法行政|人社|人力资源社会保障|交通运输|文化旅游|农业农村|自然资源|住建|城管|应急管理|卫生健康|税务|信访|财政|审计|教育|民政)"
    r"(?:部门|系统|机关)"
)


def department(sentence: str, at: int) -> str | None:
    """The department named nearest before offset `at` of the sentence, else the first one after it; None where none is."""
    folded = fold(sentence)
    found = sorted([*_NAMED.finditer(folded), *_TRADE.finditer(folded)], key=lambda hit: hit.start())
    before = [hit for hit in found if hit.end() <= at]
    chosen = before[-1] if before else next(iter(found), None)
    return chosen.group() if chosen else None
