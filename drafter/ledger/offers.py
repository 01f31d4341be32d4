"""What the ledger has for the places of a draft: figures, and what departments wrote of promises, problems and cases."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.ledger.amounts import scale_of
from drafter.ledger.history import RETURNED, returned_value
from drafter.model.errors import DrafterError
from drafter.model.ledger import ROUNDS, STORIES, Answer, Ledger, Matter, Offer, Row, Story, Value
from drafter.text.offices import same_office

_FIRST = f"（{ROUNDS['first']}）"
_HINT = "请使用本单位同一年度的指标台账"


def check_fits(ledger: Ledger, issuer: str, year: int | None, where: str) -> None:
    """Raises DrafterError where the ledger is another office's, or collects for another year than the draft's."""
    if year is not None and year != ledger.year:
        raise DrafterError(f"指标台账收集的是{ledger.year}年度数据，稿件为{year}年度", where=where, hint=_HINT)
    if not same_office(ledger.issuer, issuer):
        raise DrafterError(f"指标台账属{ledger.issuer}，稿件的发文机关为{issuer}", where=where, hint=_HINT)


def offers(ledger: Ledger) -> tuple[Offer, ...]:
    """For each row an offer with its latest value of the year, for each matter one of each department's answer, under every
    id that drafts know them by; and one of each story."""
    return (
        *(offer for row in ledger.rows for offer in _of_row(row, ledger.year)),
        *(offer for matter in ledger.matters for offer in _of_matter(matter, ledger.year)),
        *(_of_story(story) for story in _latest_stories(ledger.stories, ledger.year)),
    )


def _of_row(row: Row, year: int) -> Iterator[Offer]:
    value = returned_value(row, year)
    scale, unit = scale_of(row.unit)
    offer = Offer(
        id=row.id, label=row.label, department="、".join(row.departments), number=value.number if value else None, scale=scale,
        about=value.about if value else "", text=value.text if value else "", source=_source(value, value.source or f"人工填写{value.text}") if value else "", unit=unit,
    )  # fmt: skip
    return (replace(offer, id=one) for one in (row.id, *row.aliases))


def _source(said: Value | Answer | Story, by: str) -> str:
    """指标台账：市司法局（王某），报1042件，2027-01-12（预报）."""
    date = f"，{said.date}" if said.date and said.date not in by else ""
    return f"指标台账：{by}{date}{_FIRST if said.round == 'first' else ''}"


def _of_matter(matter: Matter, year: int) -> Iterator[Offer]:
    """One offer a department: its latest answer that says anything."""
    said = {
        answer.department: answer
        for wanted in reversed(RETURNED)
        for answer in matter.answers
        if answer.year == year and answer.round == wanted and _words(answer)
    }
    for answer in said.values():
        for one in (matter.id, *matter.aliases):
            yield _in_words(one, matter.title, _words(answer), answer)


def _words(answer: Answer) -> str:
    """完成情况：…；佐证：…；未完成原因：…。"""
    parts = (("完成情况", answer.progress), ("佐证", answer.evidence), ("未完成原因", answer.reason))
    told = "；".join(f"{name}：{bare}" for name, said in parts if (bare := said.strip().rstrip("。；;")))
    return f"{told}。" if told else ""


def _latest_stories(stories: Iterable[Story], year: int) -> Iterator[Story]:
    """Of a department's stories of one kind those of its last round."""
    kept = [story for story in stories if story.year == year and story.text.strip()]
    final = {(story.department, story.kind) for story in kept if story.round == "final"}
    return (story for story in kept if story.round == "final" or (story.department, story.kind) not in final)


def _of_story(story: Story) -> Offer:
    return _in_words(story.kind, STORIES[story.kind], story.text.strip(), story)


def _in_words(key: str, label: str, text: str, said: Answer | Story) -> Offer:
    return Offer(
        id=key, label=label, department=said.department, number=None, scale=1, about="", text=text,
        source=_source(said, said.source or said.department),
    )  # fmt: skip
