"""drafter: compare, draft and check rule-of-law government annual reports.

The names below are the public API; each is loaded when it is first used (PEP 562), so that importing the package is fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from drafter.version import __version__

if TYPE_CHECKING:
    from drafter.model.change import Comparison
    from drafter.model.draft import Draft, DraftStatus
    from drafter.model.errors import DrafterError
    from drafter.model.finding import Finding
    from drafter.model.metric import Metric
    from drafter.model.report import Report
    from drafter.pipeline import check as check_report
    from drafter.pipeline import compare as compare_reports
    from drafter.pipeline import draft as draft_next
    from drafter.pipeline import fill as write_draft
    from drafter.pipeline import load as load_report
    from drafter.pipeline import series as series_of_reports
    from drafter.pipeline import status as draft_status
    from drafter.settings import settings_for

# Name → (module, name there). No function here bears the name of a room: once `drafter.compare` is imported as a
# package, the attribute of that name is the package.
_HOMES = {
    "Comparison": ("drafter.model.change", "Comparison"),
    "Draft": ("drafter.model.draft", "Draft"),
    "DraftStatus": ("drafter.model.draft", "DraftStatus"),
    "DrafterError": ("drafter.model.errors", "DrafterError"),
    "Finding": ("drafter.model.finding", "Finding"),
    "Metric": ("drafter.model.metric", "Metric"),
    "Report": ("drafter.model.report", "Report"),
    "check_report": ("drafter.pipeline", "check"),
    "compare_reports": ("drafter.pipeline", "compare"),
    "draft_next": ("drafter.pipeline", "draft"),
    "draft_status": ("drafter.pipeline", "status"),
    "load_report": ("drafter.pipeline", "load"),
    "series_of_reports": ("drafter.pipeline", "series"),
    "settings_for": ("drafter.settings", "settings_for"),
    "write_draft": ("drafter.pipeline", "fill"),
}

__all__ = [
    "Comparison",
    "Draft",
    "DraftStatus",
    "DrafterError",
    "Finding",
    "Metric",
    "Report",
    "__version__",
    "check_report",
    "compare_reports",
    "draft_next",
    "draft_status",
    "load_report",
    "series_of_reports",
    "settings_for",
    "write_draft",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'drafter' has no attribute {name!r}")
    module, there = _HOMES[name]
    return getattr(import_module(module), there)


def __dir__() -> list[str]:
    return __all__
