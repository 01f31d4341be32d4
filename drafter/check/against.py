"""Whether a report may be held against another one as last year's."""

from drafter.model.report import Report


def unfit(report: Report, last: Report) -> str | None:
    """Why `last` is not an earlier year's report, in one line; None where it may be one."""
    if report.text == last.text:
        return "--against 所给与被检查的是同一报告，未作两年数据核对，请改用上年报告"
    this, before = report.info.year, last.info.year
    if this is None or before is None or before < this:
        return None
    if before == this:
        return f"--against 所给同为{before}年度报告，未作两年数据核对，请改用上年报告"
    return f"--against 所给为{before}年度报告，晚于被检查的{this}年度报告，次序可能颠倒，未作两年数据核对"
