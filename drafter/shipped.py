"""Where the files of `templates/` are: beside the package in a checkout, inside it when installed."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def template(name: str) -> Path:
    """The path of a shipped template. Raises FileNotFoundError where the installation lacks it."""
    for folder in (_HERE / "templates", _HERE.parent / "templates"):
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(name)
