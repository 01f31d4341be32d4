"""Where shipped files are: `templates/` beside the package in a checkout, inside it when installed; schemas always inside."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def template(name: str) -> Path:
    """The path of a shipped template. Raises FileNotFoundError where the installation lacks it."""
    for folder in (_HERE / "templates", _HERE.parent / "templates"):
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(name)


def schema(name: str) -> Path:
    """The path of the JSON Schema of `drafter.NAME/1`. Raises FileNotFoundError where there is none of that name."""
    path = _HERE / "schemas" / f"{name}-1.json"
    if not path.is_file():
        raise FileNotFoundError(path.name)
    return path
