"""The page around a published report: metadata, breadcrumbs, by-line, tools, trailer. Every rule is a row with an example.

A rule is only asked about lines before the text and after it, so that no rule can eat the body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.parse.lines import Line
from drafter.text.pattern import lazy


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A kind of furniture: `pattern` is searched in the line without blanks, folded."""

    name: str
    pattern: re.Pattern[str]
    example: str


_BYLINE = (
    "发布时间|发布日期|发表时间|更新时间|更新日期|发文时间|来源|文章来源|信息来源|稿件来源|时间|日期|作者|责任编辑|编辑|审核|责编"
)
_COUNTS = "浏览次数|浏览量|阅读量|阅读次数|点击数|点击率|访问量|字体大小|字号|字体|视力保护色|保护视力色|归档时间|分享到?"
RULES: tuple[Rule, ...] = (
    Rule(name="byline", pattern=lazy(rf"^[\[【(]?(?:{_BYLINE}|{_COUNTS})[:：\]】]"), example="发布时间:2021-09-06 来源:某市"),
    Rule(name="counts", pattern=lazy(rf"(?:{_COUNTS})[:：]"), example="某局 浏览次数:12"),
    Rule(
        name="font",
        pattern=lazy(r"^[\[【(]?(?:字号|字体)?[:：]?[\[【(]?(?:加大|还原|减小|[大中小T|][\s|]*){1,5}[\]】)]?$"),
        example="大 中 小",
    ),
    Rule(
        name="tools",
        pattern=lazy(
            r"^[\[【(]?(?:我要|打印|下载|全屏|收藏|分享|关闭|返回|朗读|纠错|复制|转发|导出|微信|微博|语音播报|播报|手机版|PDF|]|】|-|\||\s)+"
            r"(?:打印|本页|整页|内容|页面|本文|关闭|窗口|顶部|首页|分享|收藏|下载|全屏|朗读|下载|返回|列表|到|字体|[\[\]【】|])*$"
        ),
        example="我要打印 关闭窗口",
    ),
    Rule(name="qr", pattern=lazy(r"扫一扫|扫码|二维码"), example="扫一扫在手机上查看当前页面"),
    Rule(
        name="crumbs",
        pattern=lazy(r"^(?:您?(?:当前|所在|现在)的?(?:位置|栏目)|您的位置|位置)[:：]?"),
        example="当前位置:首页 > 政务公开",
    ),
    Rule(name="crumbs", pattern=lazy(r"^首页(?:$|[>→»/|-])|(?:[>→»].*){2}|^[>→»/|]+$"), example="首页→网站公告"),
    Rule(
        name="today",
        pattern=lazy(r"^今天是|^(?:\d{4}年)\d{1,2}月\d{1,2}日.{0,2}星期.|农历"),
        example="今天是:2019年10月31日 星期四",
    ),
    Rule(name="accessibility", pattern=lazy(r"无障碍|长者|关怀版|适老|简体\||繁体|繁體"), example="无障碍 简体| 繁体"),
    Rule(name="leaving", pattern=lazy(r"您访问的链接即将离开|^(?:继续访问|放弃)+$|是否继续"), example="您访问的链接即将离开"),
    Rule(
        name="licence",
        pattern=lazy(r"ICP备|备案号|备案编号|公安备|公网安备|网站标识码|网站识别码"),
        example="某ICP备00000001号",
    ),
    Rule(
        name="imprint",
        pattern=lazy(
            r"^(?:(?:主办|承办|协办|主管)(?:单位|[:\s])|版权|技术支持|网站地图|联系我们|网站声明|隐私|关于我们|Copyright|©)|版权所有",
            re.I,
        ),
        example="主办:某市人民政府",
    ),
    Rule(
        name="contact",
        pattern=lazy(r"^(?:联系电话|咨询电话|地址|邮编|电子邮箱|传真|联系地址)[:：]"),
        example="联系电话:0000",
    ),
    Rule(
        name="attachment",
        pattern=lazy(
            r"^(?:相关)?附件(?:下载)?[:：]?$|^(?:相关|关联|推荐)(?:链接|附件|报道|文档|解读|稿件|文章|信息|阅读|新闻|政策)(?:[:：>].*)?$"
        ),
        example="附件:",
    ),
    Rule(name="neighbours", pattern=lazy(r"^(?:上一[篇条]|下一[篇条]|前一篇|后一篇)[:：]?"), example="上一篇:某通知"),
    Rule(
        name="search",
        pattern=lazy(r"^(?:请输入|搜索|搜一搜|站内搜索|高级搜索|热门搜索|登录|注册|网站支持)"),
        example="请输入关键字",
    ),
    Rule(
        name="page",
        pattern=lazy(r"^[—\-–―·]{0,2}\d{1,3}[—\-–―·]{0,2}$|^第?\d{1,3}[页/](?:共?\d{1,3}页)?$"),
        example="— 3 —",
    ),
    Rule(name="blank", pattern=lazy(r"^[|\[\]【】()\-_*=~·.:：]+$"), example="】"),
)
_TABLE_RULE = lazy(r"\|[:|-]+\|")  # | --- | --- | rules off the head of a table
LABELS = frozenset(
    (
        "索引号 信息索引号 索引 分类 主题分类 信息分类 体裁分类 组配分类 主题词 关键词 发布机构 "
        "发布单位 发文机关 发文单位 发文机构 制发机关 公开责任部门 责任部门 成文日期 发文日期 发布日期 "
        "公开日期 生成日期 生效日期 失效日期 废止日期 实施日期 发布时间 公开时限 发文字号 文号 "
        "文件编号 统一编号 登记号 名称 标题 信息名称 文件名称 效力状态 有效性 时效性 时效 效力 "
        "公开范围 公开方式 公开形式 公开属性 公开类别 内容概述 内容概要 信息来源 来源 所属机构 "
        "所属主题 服务对象 语种 载体类型 是否有效 文种 发文时间 成文时间 生成时间 更新时间 公开时间 "
        "体裁 主题 信息类别 公文种类 有效期 解读 状态 "
    ).split()
)
_NAME_LABELS = {"名称", "标题", "信息名称", "文件名称"}
_DATED = lazy(r"日期|时间")
_PAIR = lazy(rf"(?:^|(?<=[\s|\[【(]))({'|'.join(sorted(LABELS | set(_BYLINE.split('|')), key=len, reverse=True))})\s*[:：]\s*")


def rule_for(line: Line) -> Rule | None:
    """The furniture rule that a line meets; the line that rules off a table meets none."""
    if _TABLE_RULE.fullmatch(line.bare):
        return None
    return next((rule for rule in RULES if rule.pattern.search(line.bare)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The metadata block: which lines it takes, its pairs, and the line that repeats the title."""

    lines: frozenset[int]
    pairs: tuple[tuple[str, str], ...]
    name_line: int | None = None


def _label(line: Line) -> str:
    return name if (name := line.bare.rstrip(":：")) in LABELS else ""


def metadata_in(lines: Sequence[Line], text: str) -> Metadata:
    """Labels and values before the report: on alternate lines, in table rows, or as `索引号：…` in one line."""
    taken: set[int] = set()
    pairs: list[tuple[str, str]] = []
    name_line = None
    labelled = [i for i, line in enumerate(lines) if _label(line)]
    for index in range(len(lines)):
        if index in taken:
            continue
        found, size = _pairs_at(lines, index, text, len(labelled))
        if not size:
            continue
        pairs += [(label, value) for label, value in found if value]
        taken |= set(range(index, index + size))
        if any(label in _NAME_LABELS and value for label, value in found):
            name_line = index + size - 1
    return Metadata(lines=frozenset(taken), pairs=tuple(pairs), name_line=name_line)


def _pairs_at(lines: Sequence[Line], index: int, text: str, labelled: int) -> tuple[list[tuple[str, str]], int]:
    """The pairs that begin in a line, and how many lines they take (0: none)."""
    line = lines[index]
    if line.cells and any(re.sub(r"[\s:：]", "", cell) in LABELS for cell in line.cells[::2]):
        names = [re.sub(r"[\s:：]", "", cell) for cell in line.cells[::2]]
        values = [*_raw_cells(line, text)[1::2], ""]
        return [(n, v) for n, v in zip(names, values, strict=False) if n in LABELS], 1
    label = _label(line)
    if label and (labelled >= 2 or line.table):
        value = lines[index + 1] if index + 1 < len(lines) else None
        if value and _fits(label, value):
            return [(label, text[value.start : value.end])], 2
        return [(label, "")], 1
    return _inline_pairs(line, text)


def _raw_cells(line: Line, text: str) -> list[str]:
    return [cell.strip() for cell in text[line.start : line.end].split("\t")]


def _fits(label: str, value: Line) -> bool:
    """Whether the line after a label is its value: an empty value is followed by another label, or by the text itself."""
    if _label(value) or value.cells or len(value.text) > 120:
        return False
    if _DATED.search(label):
        return bool(re.search(r"\d{4}", value.text))
    if label in ("文号", "发文字号"):
        return bool(re.search(r"号|\d", value.text)) and len(value.text) <= 40 and "报告" not in value.text
    return label in _NAME_LABELS or "报告" not in value.text


def _inline_pairs(line: Line, text: str) -> tuple[list[tuple[str, str]], int]:
    if len(line.text) > 200:
        return [], 0
    hits = list(_PAIR.finditer(line.text))
    if not hits or hits[0].start() > 30:
        return [], 0
    ends = [hit.start() for hit in hits[1:]] + [len(line.text)]
    raw = text[line.start : line.end]
    pairs = [(hit.group(1), _value(raw[hit.end() : end])) for hit, end in zip(hits, ends, strict=True)]
    return pairs, 1


def _value(raw: str) -> str:
    """A value without the tools that share its line (字号：[大 中 小], 浏览次数：12)."""
    return re.split(rf"\s*[【\[(]?\s*(?:{_COUNTS})\s*[:：]|\s*[【\[(]\s*(?:打印|字体|字号)", raw)[0].strip(" |【】[]\u3000")
