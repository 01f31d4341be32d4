"""Cutting the clause around a figure: what stands before it, what stands after it, and what of that is a name."""

import re

from drafter.extract.words import CARRIED, FOLLOWING, LEADING, LIGHT, LINKING, LINKING_MARKS, PREDICATE_MARKS, PREDICATES
from drafter.model.metric import Metric

LONGEST = 26


def any_of(words: tuple[str, ...]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_LEADING = re.compile(any_of(LEADING) + r"|共(?![同享建和识])|并(?!联)")
_LINKING = re.compile(f"(?:{any_of(LINKING)}|{LINKING_MARKS})$")
_PREDICATE = re.compile(f"{any_of(PREDICATES)}|{PREDICATE_MARKS}")
_FOLLOWING = re.compile(any_of(FOLLOWING))
_LIGHT = re.compile(f"^(?:{any_of(LIGHT)})")
_CARRIED = re.compile(any_of(CARRIED))
_VERB_AT_END = re.compile(f"(?:{any_of(CARRIED)})(?:了|各类|涉及)?$")
_DONE = re.compile(f"(?P<verb>{any_of(CARRIED)})了(?P<what>[^了]{{2,}})$")  # 某网站公开了权责清单 → 公开权责清单
_NO_NOUN = re.compile(
    r"$|[,。;:、)!?\s\d]|并|且|和|及|与|以|用|占|其中|较|比|同比|分别|按|逐|均|依|经|让|使|全部|全面|全程|各|再|也|就|即|后|时|起|来|前|提高|提升|增加|增长|上升|下降|降|减|压|缩|升|增至|较|扩大|扩展|拓展|延长|调整|翻"
)
_DATE = re.compile(r"^(?:\d{4}年度?)?(?:\d{1,2}月)?(?:\d{1,2}日|底前?|[上中下]旬|份|初|末)?(?:以?来|至今|前|当天|期间)?")
_TRAILING = re.compile(r"(?:全面|全部|全|已经|已|己|都|均|也|共|分别)+$")
_WHERE = re.compile(r"在|到|活跃|常态|常年|长期|扎根|深入|奋战")
_MARKER = re.compile(r"^(?:[一二三四五六七八九十]{1,3}是|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、]|[①-⑳])")
_JOINED = re.compile(r"^(?:[、和与\s)”的]|及(?![格时]))+")
_TITLES = re.compile(r"(?:《[^《》]*》[、和及]?)+(?:等\d*[件部项个])?等?")  # 制定《…》《…》等规章 → 制定规章
_ASIDE = re.compile(r"\([^()\d]{1,14}\)")
_VEILED = re.compile(r"\([^()\d]{1,14}\)|《[^《》]*》")


def before(text: str, metric: Metric, near: Metric | None) -> str:
    """The clause before a figure, back to the mark or the figure before it; a bracketed aside does not cut it."""
    floor = max(0, metric.start - 80)
    veiled = _VEILED.sub(lambda m: "＿" * len(m.group()), text[floor : metric.start])
    start = floor + max(veiled.rfind(mark) for mark in "。;\n,:(!?") + 1
    if near and near.end > start:
        start = near.end
    clause = re.split(r"其中|包括", text[start : metric.start])[-1]
    clause = _TITLES.sub("", clause)
    return _MARKER.sub("", _JOINED.sub("", clause)).removeprefix("余").strip()


def after(text: str, metric: Metric) -> str:
    """The rest of the clause behind a figure, without 以上 and the like."""
    veiled = _ASIDE.sub(lambda m: "＿" * len(m.group()), text[metric.end : metric.end + 44])
    stop = re.search(r"[,。;:!?\n)(]", veiled)
    rest = text[metric.end : metric.end + (stop.start() if stop else 44)]
    return _FOLLOWING.sub("", rest, count=1) if _FOLLOWING.match(rest) else rest


def clause_before(text: str, start: int) -> str:
    """The clause that ends right before the one in which `start` stands, as a name of at most 14 characters."""
    head = text[max(0, text.rfind("。", 0, start) + 1, text.rfind("\n", 0, start) + 1) : start]
    parts = [part for part in re.split(r"[,;:]", head) if part.strip()]
    return shortened(trim_head(parts[-2]), 16) if len(parts) > 1 else ""


def trim_head(text: str) -> str:
    """Without dates, adverbs and reach at its head; the whole may go."""
    text = _DATE.sub("", text.strip(), count=1)
    while found := _LEADING.match(text):
        rest = text[found.end() :].lstrip("、 ")
        if len(rest) == 1:
            break
        text = _DATE.sub("", rest, count=1)
    return text


def trim_tail(text: str) -> str:
    """Without the verb of being or reaching at its end."""
    while (shorter := _LINKING.sub("", text)) != text:
        text = shorter
    done = _DONE.search(text)
    text = done["verb"] + done["what"] if done else text
    return re.sub(r"各级各类|各类", "", text)


def shortened(head: str, longest: int = LONGEST) -> str:
    """At most `longest` characters: cut at the first verb that leaves a name no longer than that."""
    if len(head) <= longest:
        return head
    cuts = [found.start() for found in _CARRIED.finditer(head) if 4 <= len(head) - found.start() <= longest]
    owner, _, last = head.rpartition("的")
    if owner and len(last) >= 4:
        return last
    return head[cuts[0] :] if cuts else re.sub(r"^[^、]{0,6}[、的]", "", head[-longest:])


def noun_after(rest: str) -> tuple[str, str]:
    """The noun right behind a figure, and what its owner did: (监管部门, 认领监管事项); ("", "") where there is none."""
    if _NO_NOUN.match(rest) or ((verb := _PREDICATE.match(rest)) and verb.group() not in ("全部",)):
        return "", ""
    if rest.startswith("的"):
        return _clean_noun(re.split(r"[、]", rest[1:])[0]), ""
    verb = next((found for found in _PREDICATE.finditer(rest) if found.start() >= 2), None)
    noun, done = (rest[: verb.start()], rest[verb.start() :]) if verb else (rest, "")
    return _clean_noun(noun), _clean_done(done)


def acted_on(rest: str) -> tuple[str, str]:
    """(noun, act) of 对|3项|试行期满的制度进行复查; ("", "") where no light verb parts them."""
    found = re.match(r"(.{2,}?)(?:全面|同步|集中)?(?:开展|进行|实施|予以)了?((?:(?!开展|进行|实施|予以).){2,})$", rest)
    return (_clean_noun(found[1]), found[2][:14]) if found else ("", "")


def _clean_noun(noun: str) -> str:
    noun = _TRAILING.sub("", noun)
    noun = re.split(r"[、和及与]?\d", noun)[0]
    noun = re.split(r"、(?=[^、]*$)", noun)[0] if "、" in noun and len(noun) > 8 else noun
    owner, _, last = noun.rpartition("的")
    noun = last if owner and len(last) >= 2 else noun
    return re.split(r"[和及与]", noun)[0].rstrip("的、以")[:LONGEST] if len(noun) > 12 else noun.rstrip("的、以和及与")


def _clean_done(done: str) -> str:
    while (shorter := _LIGHT.sub("", done)) != done:
        done = shorter
    done = re.split(r"\d", done)[0].replace("了", "")
    if _WHERE.match(done):  # where and how people work is no name for them
        return ""
    done = re.sub(r"^.*(?:进行|开展|实施)(?=.{2})", "", done)
    return trim_tail(done[:14]) if len(done) >= 2 else ""


def verb_at_end(head: str) -> str:
    """The verb of doing that ends what stands before a figure, with what qualifies it (实地督察); "" where it is a noun."""
    found = _VERB_AT_END.search(head)
    if not found:
        return ""
    return head if len(head) <= 6 else found.group().replace("了", "")
