"""Report → figures: `extract_metrics`."""

from drafter.extract.engine import extract_metrics

__all__ = ["extract_metrics"]
