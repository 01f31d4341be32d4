"""Which department a figure is likely to be asked of: the subject of its sentence, or whom the heading names. A guess."""

import re
from collections.abc import Sequence

from drafter.text.normalize import fold

_INNER = r"[^的和与对在了为由个将向被使让以，。、；：,;:（）()《》“”\s\d]"
_BODY = r"(?:局|委员会|办公室|(?:卫健|卫生健康|发改|发展改革|国资|住建)委|(?<!大)厅|法院|检察院|中心(?!组))"
_NAMED = re.compile(
    rf"[市县区省州](?![级直域县]|政(?!府办公室|务)|场所|场主){_INNER}{{1,10}}?{_BODY}"
    r"|[市县区省州]委(?:宣传部|组织部|统战部|社会工作部|政法委|编办|(?:全面)?依法治[市县区省]办)"
)
# A department that the work is done with or upon is not the one that does it.
_OTHERS = re.compile(r"(?:会同|联合|配合|协同|协助|对|向|报|督促|指导|督导|商|与|和)\Z")
_TRADE = re.compile(
    r"(?:市场监管|生态环境|公安|司法行政|人社|人力资源社会保障|交通运输|文化旅游|农业农村|自然资源|住建|城管|应急管理|卫生健康|税务|信访|财政|审计|教育|民政)"
    r"(?:部门|系统|机关)"
)


def department(sentence: str, at: int, headings: Sequence[str] = ()) -> str | None:
    """The department that acts nearest before offset `at` of the sentence, else the one that a heading names, innermost
    first; None where none is. One that the work is done with or upon (会同, 对) does not act."""
    for text, until in ((sentence, at), *((heading, len(heading)) for heading in reversed(headings))):
        folded = fold(text)
        found = sorted([*_NAMED.finditer(folded), *_TRADE.finditer(folded)], key=lambda hit: hit.start())
        acting = [hit.group() for hit in found if hit.end() <= until and not _OTHERS.search(folded[: hit.start()])]
        if acting:
            return acting[-1]
    return None
