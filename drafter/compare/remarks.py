"""Making findings: the same remark gets the same id from run to run, whatever moved around it."""

from drafter.model.finding import Finding, Level
from drafter.model.report import Report, place
from drafter.model.span import Span
from drafter.text.identity import stable_id
from drafter.text.normalize import plain

ANSWER = "确为本年数据的，请在复核意见栏注明“已核实”；系沿用上年的，请更正。"
ANSWER_TEXT = "确属本年情况的，请在复核意见栏注明“已核实”；系沿用上年的，请更正。"


def remark(
    what: tuple[str, str, Level, int], message: str, old: Span | None, new: Span | None, reports: tuple[Report, Report]
) -> Finding:
    """A finding of `what` = (kind, rule, level, weight). Its id rests on what it is about and not on where that stands."""
    kind, rule, level, weight = what
    about = plain((new or old).text) if new or old else message  # type: ignore[union-attr]
    return Finding(
        id=stable_id(kind, rule, about),
        kind=kind,
        level=level,
        weight=max(0, min(100, weight)),
        message=message,
        old=old,
        new=new,
        rule=rule,
        old_place=place(reports[0], old.start) if old else "",
        new_place=place(reports[1], new.start) if new else "",
    )
