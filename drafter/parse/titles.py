"""Where the title of a heading ends: at its own full stop, where bold type ends, at a blank, with its first clause."""

from drafter.parse.headings import IS, LEAD
from drafter.parse.leads import LEAD_VERB
from drafter.parse.lines import SENTENCE_ENDS, Line, Page
from drafter.parse.sequence import Mark
from drafter.text.pattern import lazy

_GLUED_QUOTE = lazy(rf"(?:的|这个|这一)“□{{1,20}}”(?={LEAD_VERB})")
_LONGEST_TITLE = {1: 45, 2: 45, 3: 30}  # characters, by level
_LONGEST_CLAUSE = 26
# A clause that says what is wanting says it whole: 基层力量不足，……
_SHORTAGE = lazy(
    r"(?:不足|不高|不够|不强|不深|不实|不严|不畅|不到位|不平衡|不均衡|偏低|偏弱|偏少|滞后|薄弱|短缺|欠缺|有待.{2,4}|亟待.{2,4}|有差距|不完善|不健全|不明显|不突出|不适应|不匹配|不协调|单一|单调|陈旧|老旧|(?:问题|矛盾|压力)(?:较为|比较|依然)?突出|(?:压力|难度|阻力)(?:较|很|偏)?大|多发|频发|参差不齐|脱节|断层|短板|弱项|差距|缺乏|(?:较为|相对|比较)集中|尚未.{2,4}|[仍还]需.{2,5}"
    # 归集数据不全, 形式不够鲜活; but not what is kept up: 农资打假不松劲
    r"|不(?!动摇|放松|松劲|停步|停歇|减|断|掉队|落|变|见面|添|出|误|打烊|缺位|越位)[\u4e00-\u9fff]{1,4}|重[^,重轻]{1,4}轻[^,轻]{1,4})$"
)
_DIGIT = lazy(r"\d")
# A clause that only leads up to what is said: 对照……要求，在……方面，随着……，通过……
_NO_TITLE = lazy(
    r"[。;:]|^(?:虽然|尽管|随着|由于|因为|针对|对照?|在(?!.{2,14}[上中下](?:求|下|见|出|用|做|聚|发力|再|有|取|持续).{0,4}$)|以(?!.{2,14}为(?:中心|重点|抓手|核心|目标|主线|导向|引领|统领|载体|契机|突破口|龙头|依托|支撑|牵引|切入点)$)|从|按照|根据|通过|为|当前|目前|今年|去年|全年|有的(?!.{2,}(?:不[强足够高深]|薄弱|欠缺|偏弱)$))|(?:方面|中|上|下|时|后|前|来)$"
)


def title_of(page: Page, mark: Mark, line: Line, limit: int) -> tuple[int, int, bool]:
    """(end of title, start of body, whether the title runs into the next marker without a stop)."""
    start = mark.text_start
    if mark.title_end is not None:
        return _strip(page, start, mark.title_end), mark.title_end, False
    stop = _first_stop(page, start, limit)
    bold = line.bold_until
    if bold and mark.start == line.start and start + 2 <= bold < min(stop, line.end) and bold < limit:
        return _strip(page, start, bold), bold, False
    quote = _GLUED_QUOTE.search(page.masked, start, stop)
    if (
        mark.family is IS
        and quote
        and quote.end() - start >= 8
        and stop - quote.end() >= 8
        and "," not in page.masked[start : quote.end()]
    ):
        return quote.end(), quote.end(), False
    blank = _blank_behind(page, mark, start, stop)
    if blank:
        return blank, blank + 1, False
    clause = _clause_of_item(page, mark, start, stop)
    if clause:
        return clause, clause + 1, False
    if stop < limit:
        return _strip(page, start, stop), stop + 1, False
    return _strip(page, start, limit), limit, limit < line.end


def _blank_behind(page: Page, mark: Mark, start: int, stop: int) -> int:
    """Where a blank parts a heading from the text in its line (一、加强领导　今年以来，……). 0 where none does."""
    if mark.inline or mark.depth > 2:
        return 0
    head, blank, rest = page.masked[start:stop].partition(" ")
    told = 4 <= len(head) <= _LONGEST_TITLE[mark.depth] and len(rest.strip()) >= 20 and "," in rest
    return start + len(head) if blank and told else 0


def _clause_of_item(page: Page, mark: Mark, start: int, stop: int) -> int:
    """Where the title ends whose first sentence is too long, or too full of figures, for a title: with its first clause
    (监管手段不足，对新业态……发现难). 0 where that sentence is a title, or its first clause is none."""
    sentence = page.masked[start:stop]
    clause = sentence.partition(",")[0]
    figures = _DIGIT.search(sentence) and (mark.depth > 2 or mark.inline or len(sentence) > _LONGEST_TITLE[3])
    short = mark.depth > 2 and _SHORTAGE.search(clause)
    if mark.family is LEAD or (len(sentence) <= _LONGEST_TITLE[mark.depth] and not figures and not short):
        return 0
    if (
        not 3 <= len(clause) <= _LONGEST_CLAUSE
        or len(clause) == len(sentence)
        or _DIGIT.search(clause)
        or _NO_TITLE.search(clause)
    ):
        return 0
    return start + len(clause)


def _first_stop(page: Page, start: int, limit: int) -> int:
    """The full stop that ends a title: not one inside a quotation."""
    at = start
    while at < limit:
        stops = [p for mark in SENTENCE_ENDS if (p := page.masked.find(mark, at, limit)) >= 0]
        if not stops:
            return limit
        stop = min(stops)
        inside = page.masked.count("“", start, stop) > page.masked.count("”", start, stop)
        closing = page.masked.find("”", stop, min(limit, stop + 3))
        if not inside or closing < 0:
            return stop
        at = closing
    return limit


def _strip(page: Page, start: int, end: int) -> int:
    while end > start and page.text[end - 1] in "；;，,、 :：\n。\u3000":
        end -= 1
    return end
