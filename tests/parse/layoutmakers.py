"""One sound report (storymakers.py) printed in every layout that offices use, with the outline that it has there.

`LAYOUTS` maps a name to a function Story → Printed; damagemakers.py says what can be lost of it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from storymakers import Item, Story

Row = tuple[int, str, str]  # level, number, title


@dataclass(frozen=True, slots=True)
class Printed:
    """A report in one layout: its text and the headings that a reader sees in it."""

    text: str
    rows: tuple[Row, ...]


CN = "一二三四五六七八九十"
DID, LED, ADMITTED, NEXT = (
    "2023年推进法治政府建设的主要举措和成效",
    "主要负责人履行推进法治建设第一责任人职责情况",
    "存在的问题和不足",
    "2024年工作安排",
)
Mark = Callable[[int], str]


def comma(n: int) -> str:
    return f"{CN[n]}、"


def bracket(n: int) -> str:
    return f"（{CN[n]}）"


def dot(n: int) -> str:
    return f"{n + 1}."


def round_(n: int) -> str:
    return f"（{n + 1}）"


def is_(n: int) -> str:
    return f"{CN[n]}是"


def circled(n: int) -> str:
    return chr(ord("①") + n)


def first(n: int) -> str:
    return ("首先", "其次", "最后")[n] + "，"


def ordinal(n: int) -> str:
    return f"第{CN[n]}，"


def which(n: int) -> str:
    return f"其{CN[n]}，"


def nothing(n: int) -> str:
    return ""


class Press:
    """Collects lines and headings while a layout is printed."""

    def __init__(self, story: Story) -> None:
        self.lines: list[str] = [story.title, story.preamble]
        self.rows: list[Row] = []

    def head(self, level: int, mark: str, title: str, rest: str = "") -> None:
        """A heading that opens a line, with what follows it there."""
        self.lines.append(f"{mark}{title}{rest}")
        self.row(level, mark, title)

    def row(self, level: int, mark: str, title: str) -> None:
        self.rows.append((level, mark.strip("，—"), title))

    def inline(self, items: tuple[Item, ...], mark: Mark, intro: str = "") -> None:
        """Items in one paragraph behind an introduction."""
        self.lines.append(intro + self.joined(items, mark))

    def joined(self, items: tuple[Item, ...], mark: Mark) -> str:
        for n, item in enumerate(items):
            self.row(3, mark(n), item.lead)
        return "".join(f"{mark(n)}{item.lead}。{item.body}" for n, item in enumerate(items))

    def stacked(self, items: tuple[Item, ...], mark: Mark, level: int = 3, start: int = 0) -> None:
        """Items with a paragraph each."""
        for n, item in enumerate(items):
            self.head(level, mark(n + start), item.lead, f"。{item.body}")

    def done(self, story: Story, between: str = "\n") -> Printed:
        lines = [*self.lines, *story.signed.split("\n")]
        return Printed(between.join(lines), tuple(self.rows))


def _ends(press: Press, story: Story, chapter: Mark, problems: Mark, plans: Mark, plan_level: int) -> None:
    """Leadership, problems and plans as chapters."""
    press.head(1, chapter(1), LED)
    press.lines.append(story.leadership)
    press.head(1, chapter(2), ADMITTED)
    press.inline(story.problems, problems, "对照上级要求，仍存在一些问题：")
    press.head(1, chapter(3), NEXT)
    press.stacked(story.plans, plans, plan_level)


def standard(story: Story) -> Printed:
    """一、 （一）run-in， 一是 inside the paragraph."""
    press = Press(story)
    press.head(1, comma(0), DID)
    for n, part in enumerate(story.parts):
        press.row(2, bracket(n), part.title)
        press.lines.append(f"{bracket(n)}{part.title}。{part.intro}{press.joined(part.items, is_)}")
    _ends(press, story, comma, is_, bracket, 2)
    return press.done(story)


def _bare(story: Story, items: Mark, *, stacked: bool, chapter: Mark = comma, running: bool = False) -> Press:
    """（一） alone on its line, items below."""
    press = Press(story)
    press.head(1, chapter(0), DID)
    count = 0
    for n, part in enumerate(story.parts):
        press.head(2, bracket(n), part.title)
        if stacked:
            press.stacked(part.items, items, start=count)
        else:
            press.inline(part.items, items, part.intro)
        count += len(part.items) if running else 0
    _ends(press, story, chapter, is_, bracket, 2)
    return press


def bare(story: Story) -> Printed:
    return _bare(story, is_, stacked=False).done(story)


def arabic(story: Story) -> Printed:
    return _bare(story, dot, stacked=True).done(story)


def running(story: Story) -> Printed:
    return _bare(story, dot, stacked=True, running=True).done(story)


def rings(story: Story) -> Printed:
    return _bare(story, circled, stacked=False).done(story)


def firstly(story: Story) -> Printed:
    return _bare(story, first, stacked=False).done(story)


def ordinals(story: Story) -> Printed:
    return _bare(story, ordinal, stacked=False).done(story)


def whichever(story: Story) -> Printed:
    return _bare(story, which, stacked=True).done(story)


def dashes(story: Story) -> Printed:
    return _bare(story, lambda n: "——", stacked=True).done(story)


def leads(story: Story) -> Printed:
    return _bare(story, nothing, stacked=True).done(story)


def bold_leads(story: Story) -> Printed:
    made = _bare(story, nothing, stacked=True).done(story)
    found = made.text
    for item in (i for part in story.parts for i in part.items):
        found = found.replace(f"\n{item.lead}。", f"\n**{item.lead}。**")
    return replace(made, text=found)


def unmarked_chapters(story: Story) -> Printed:
    return _bare(story, is_, stacked=False, chapter=nothing).done(story)


def full_stops(story: Story) -> Printed:
    """一. instead of 一、: the number as it should be is 一、."""
    made = bare(story)
    return replace(made, text=re.sub(r"(?m)^([一二三四])、", r"\1．", made.text))


def dotted(story: Story) -> Printed:
    """1. right under 一、, （1） below."""
    press = Press(story)
    press.head(1, comma(0), DID)
    for n, part in enumerate(story.parts):
        press.head(3, dot(n), part.title)
        press.stacked(part.items, round_)
    _ends(press, story, comma, is_, dot, 3)
    return press.done(story)


def parts(story: Story) -> Printed:
    """第一部分, 一、 below, （一） below that."""
    press = Press(story)

    def chapter(n: int) -> str:
        return f"第{CN[n]}部分"

    press.head(1, chapter(0), DID)
    for n, part in enumerate(story.parts):
        press.head(2, comma(n), part.title)
        press.stacked(part.items, bracket)
    _ends(press, story, chapter, is_, comma, 2)
    return press.done(story)


def themes(story: Story) -> Printed:
    """Every theme is a chapter; together they are the achievements."""
    press = Press(story)
    for n, part in enumerate(story.parts):
        press.head(1, comma(n), part.title)
        press.stacked(part.items, bracket, 2)
    _ends(press, story, lambda n: comma(n + 2), is_, bracket, 2)
    return press.done(story)


def flat(story: Story) -> Printed:
    """No chapter, no （一）: paragraphs with 一是; problems and plans are paragraphs too."""
    press = Press(story)
    press.stacked(tuple(i for part in story.parts for i in part.items)[:6], is_)
    press.inline(story.problems, is_, "当前，我市法治政府建设还存在一些不足：")
    press.inline(story.plans, is_, "下一步，我市将重点做好以下工作：")
    return press.done(story)


def one_paragraph(story: Story) -> Printed:
    """A paragraph a chapter, everything run in."""
    press = Press(story)
    press.row(1, comma(0), DID)
    for n, part in enumerate(story.parts):
        press.row(2, bracket(n), part.title)
    body = "".join(f"{bracket(n)}{part.title}。{part.intro}{part.items[0].body}" for n, part in enumerate(story.parts))
    press.lines.append(f"{comma(0)}{DID}。{body}")
    for n, (title, items) in enumerate(((ADMITTED, story.problems), (NEXT, story.plans)), 1):
        press.row(1, comma(n), title)
        for k, item in enumerate(items):
            press.row(2, bracket(k), item.lead)
        press.lines.append(f"{comma(n)}{title}。" + "".join(f"{bracket(k)}{i.lead}。{i.body}" for k, i in enumerate(items)))
    return press.done(story)


def mixed_end(story: Story) -> Printed:
    """Problems and plans in one chapter, parted by the sentence that turns."""
    press = Press(story)
    press.head(1, comma(0), DID)
    press.stacked(tuple(Item(part.title, part.intro) for part in story.parts), bracket, 2)
    press.head(1, comma(1), "存在的问题和下一步工作打算")
    press.inline(story.problems, is_, "肯定成绩的同时，也要看到不足：")
    press.inline(story.plans, is_, "2024年，我市将重点抓好以下工作：")
    return press.done(story)


def half_width(story: Story) -> Printed:
    made = standard(story)
    return replace(made, text=made.text.translate(str.maketrans("（），：；！？", "(),:;!?")))


def indented(story: Story) -> Printed:
    made = bare(story)
    return replace(made, text=re.sub(r"(?m)^(?=.)", "　　", made.text))


def double_spaced(story: Story) -> Printed:
    made = standard(story)
    return replace(made, text=made.text.replace("\n", "\n\n\n"))


def _wrapped(text: str, width: int) -> list[str]:
    return [text[i : i + width] for i in range(0, len(text), width)]


def pdf(story: Story) -> Printed:
    """Lines broken at 30 characters, paragraphs indented, a page number after every 22 lines."""
    made = standard(story)
    rows = [row for line in made.text.split("\n") for row in _wrapped("　　" + line, 30)]
    pages = [rows[i : i + 22] for i in range(0, len(rows), 22)]
    return replace(made, text="\n".join(line for n, page in enumerate(pages, 1) for line in (*page, f"— {n} —")))


def mail(story: Story) -> Printed:
    """Lines broken at 36 characters, a blank line between paragraphs."""
    made = bare(story)
    return replace(made, text="\n\n".join("\n".join(_wrapped(line, 36)) for line in made.text.split("\n")))


WEB_HEAD = """当前位置：首页 > 政务公开 > 年度报告
今天是：2019年3月8日 星期五
索 引 号：SC01/2024-7
发布机构：松川市司法局
松川市人民政府关于2023年法治政府建设情况的报告
发布时间：2024-02-01 来源：松川市司法局 浏览次数：12
【 打印 】【 字体：大 中 小 】
"""
WEB_TAIL = (
    "\n扫一扫在手机上查看当前页面\n附件：\n上一篇：某通知\n归档时间：2025-06-15\n主办：松川市人民政府办公室\n某ICP备00000000号"
)


def web_page(story: Story) -> Printed:
    made = standard(story)
    return replace(made, text=WEB_HEAD + made.text + WEB_TAIL)


LAYOUTS: dict[str, Callable[[Story], Printed]] = {
    "连排（一），段内一是": standard,
    "（一）独占一行": bare,
    "1. 另起段": arabic,
    "1. 贯穿编号": running,
    "①段内": rings,
    "首先、其次、最后": firstly,
    "第一，第二，": ordinals,
    "其一，其二，": whichever,
    "——起段": dashes,
    "无序号领句": leads,
    "加粗领句": bold_leads,
    "章无序号": unmarked_chapters,
    "一．代一、": full_stops,
    "一、下直接1.": dotted,
    "第一部分": parts,
    "主题章": themes,
    "只有一是": flat,
    "一章一段": one_paragraph,
    "问题与计划合写": mixed_end,
    "半角标点": half_width,
    "行首空格": indented,
    "双倍行距": double_spaced,
    "定宽折行有页码": pdf,
    "定宽折行（邮件）": mail,
    "网页": web_page,
}
