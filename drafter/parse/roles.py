"""What a section is about, by the words of its heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.model.report import Role, Section
from drafter.parse.leads import LEAD_VERB
from drafter.text.pattern import lazy

# The five statutory contents (2019 regulation) and the words that name them.
# What a row hides is out of sight for the rows below it.
_GUARDS = lazy(
    r"问题导向|(?:决策|重大|工作|总体)部署(?=[,、])|(?:贯彻|落实)[^,]{0,20}部署|解决[^,、和及]{0,12}问题|化解[^,、和及]{0,6}困难|困难群众|补齐?[^,、和及]{0,6}短板|短板弱项攻坚|突出问题专项|问题整改|差距[^,、]{0,4}缩小|重点难点问题"
)
_NEXT = r"(?:下一?步|下一?阶段|下一?年度?|明年|来年|今后|未来|新的一年|新一年)"
_PLAN_WORDS = r"(?:打算|安排|计划|思路|设想|部署|努力方向|工作方向|工作措施|工作建议)"


_END = r"(?=$|和|及|与|以及|、|[,;。:(]|情况)"
# A theme, no part of the report: 聚焦突出问题，……; 补齐基层短板. What a part is called says 存在, 面临 or 原因, or ends with the
# word and names nobody's remedy: 推进法治政府建设的问题和不足.
_LACK = r"(?:问题|不足|短板|弱项|差距|困难)"
_THEME = lazy(
    rf"^{LEAD_VERB}(?!.*(?:存在|面临|仍有|不足之处|原因))"
    rf"(?:.*(?:解决|破解|化解|整治|治理|补齐|攻克|回应)|(?<=聚焦)|(?<=紧盯)|(?<=围绕)|(?!.*的(?:主要)?{_LACK}(?:(?:和|与|及|、){_LACK})?$))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRule:
    """Headings with these words have this role."""

    role: Role
    pattern: re.Pattern[str]
    example: str


RULES: tuple[RoleRule, ...] = (
    RoleRule(role="plans", pattern=lazy(rf"{_NEXT}[^,;]*"), example="下一步工作打算"),
    RoleRule(
        role="plans", pattern=lazy(rf"(?:工作|主要|总体|任务|重点|改进|整改)*{_PLAN_WORDS}{_END}"), example="2023年工作安排"
    ),
    RoleRule(
        role="plans",
        pattern=lazy(
            rf"(?:整改|改进|对策)(?:的)?(?:措施|举措|意见|建议)|(?:主要任务|目标任务|重点任务|总体要求|主要目标){_END}|努力方向|对.{{2,8}}工作的建议"
        ),
        example="存在问题及改进措施",
    ),
    RoleRule(role="problems", pattern=lazy(r"问题|不足|短板|弱项|差距|困难|薄弱环节"), example="存在的不足和原因"),
    RoleRule(
        role="leadership",
        pattern=lazy(
            r"(?:第一责任人(?:职责)?|(?:主要负责人|主要负责同志|党政主要)[^,;]{0,12}(?:履职|履行|职责|情况))(?:[、和,]?(?:推进|加强)法治(?:政府)?建设[^,;]{0,4}情况)?"
        ),
        example="党政主要负责人履行推进法治建设第一责任人职责情况",
    ),
    RoleRule(
        role="achievements",
        pattern=lazy(
            r"举措|成效|做法|工作情况|开展情况|建设情况|完成情况|基本情况|推进情况|落实情况|进展|回顾|总结|成绩|成就|主要工作|工作开展|亮点|重点工作|工作概况|总体情况"
        ),
        example="主要举措和成效",
    ),
)
_NAMED = lazy("|".join(rule.pattern.pattern for rule in RULES))  # titles without any such word are most
_OTHER = lazy(r"其他|其它|需要报告的|附则|有关说明|名词解释|的说明$")
_YEAR = lazy(r"(20\d\d)年")


def heading_roles(title: str, year: int | None) -> list[Role]:
    """The roles that a heading's own words name, without repeats. 主要举措 alone is no plan."""
    if not _NAMED.search(title) and (year is None or not _YEAR.search(title)):
        return []
    shown = _GUARDS.sub(lambda found: "□" * len(found.group()), title)
    named: list[Role] = []
    later = [int(y) for y in _YEAR.findall(shown) if year is not None and int(y) > year]
    if later and not re.search(r"问题|不足", shown):
        return ["plans"]
    for rule in RULES:
        if rule.role == "problems" and _THEME.search(title):
            continue
        shown, hits = rule.pattern.subn(lambda found: "□" * len(found.group()), shown)
        if hits and rule.role not in named:
            named.append(rule.role)
    return named


def own_role(title: str, year: int | None) -> Role | None:
    """The role that a heading names, `mixed` where it names two, None where it names none."""
    named = heading_roles(title, year)
    if not named:
        return "other" if _OTHER.search(title) else None
    return named[0] if len(named) == 1 else "mixed"


def with_roles(sections: Sequence[Section], year: int | None) -> tuple[Section, ...]:
    """The same tree with roles. Headings that name none are achievements until problems or plans have begun."""
    found = []
    before = True
    outer = max(2, min((section.level for section in sections), default=2))
    for section in sections:
        named = own_role(section.title, year) if section.level <= 2 else None
        role = named or ("achievements" if before and section.level <= outer else "other")
        before = before and role in ("achievements", "leadership", "other")
        found.append(replace(section, role=role, children=_inherit(section.children, role)))
    return tuple(found)


def _inherit(children: Sequence[Section], role: Role) -> tuple[Section, ...]:
    return tuple(replace(c, role=(mine := _child_role(c, role)), children=_inherit(c.children, mine)) for c in children)


def _child_role(child: Section, parent: Role) -> Role:
    """A child takes its parent's role unless a short heading of its own says otherwise."""
    if (child.level > 2 and parent != "mixed") or len(child.title) > 45:
        return parent
    named = heading_roles(child.title, None)
    if named == ["leadership"] and child.level <= 2:
        return "leadership"
    if parent in ("mixed", "achievements") and len(child.title) <= 22 and named and named[0] in ("problems", "plans"):
        plain = bool(re.match(r"(?:存在|主要|面临|工作|当前|目前|\d{4}年|下|今后|不足|问题|原因|改进|整改)", child.title))
        return named[0] if plain and len(named) == 1 else parent
    return parent
