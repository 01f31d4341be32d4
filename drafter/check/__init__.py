"""Report (and last year's) → findings, worst first. The rules are rows of RULES; each is one function of `Given`."""

from collections.abc import Callable

from drafter.check import arithmetic, contents, ledger, rates, years
from drafter.check.made import Given, Remark, Returned, finding_of
from drafter.model.change import MetricChange
from drafter.model.finding import Finding
from drafter.model.metric import Metric
from drafter.model.report import Report
from drafter.text.identity import distinct

# Name of the rule → function. docs/rules.md says the same in Chinese; a test holds the two together.
RULES: tuple[tuple[str, Callable[[Given], list[Remark]]], ...] = (
    ("open-place", contents.open_places),
    ("unconfirmed-sentence", contents.unconfirmed),
    ("wrong-year", years.wrong_years),
    ("signature-date", years.signature_date),
    ("sum", arithmetic.sums),
    ("returned-value", ledger.returned_values),
    ("unused-return", ledger.unused_returns),
    ("unreturned-figure", ledger.unreturned_figures),
    ("expired-plan", years.expired_plans),
    ("annual-name", years.annual_names),
    ("stated-change", rates.stated_against_last),
    ("rate", rates.rates),
    ("points", rates.points),
    ("required-item", contents.required_items),
    ("defect", contents.defects),
)

__all__ = ["RULES", "Returned", "check_report"]


def check_report(
    report: Report,
    metrics: tuple[Metric, ...],
    pairs: tuple[MetricChange, ...] = (),
    *,
    returned: tuple[Returned, ...] = (),
    reported: tuple[MetricChange, ...] = (),
) -> tuple[Finding, ...]:
    """Every finding on `report`; with `pairs` (its figures and last year's) what it says of last year is held against it, with
    `returned` and `reported` (the ledger's figures and the report's) what departments returned."""
    given = Given(report=report, metrics=metrics, pairs=pairs, returned=returned, reported=reported)
    found = [finding_of(given, name, remark) for name, rule in RULES for remark in rule(given)]
    found.sort(key=lambda f: (f.new.start if f.new else -1, f.id))
    return tuple(sorted(distinct(found), key=lambda f: -f.weight))
