"""The one place that states the version; a constant, so that `drafter --version` reads no metadata."""

__version__ = "0.1.0"
