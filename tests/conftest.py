"""Tests that need a program which pip cannot install say so; under CI=true its absence is a failure."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = "LibreOffice with its Python bridge: apt-get install libreoffice-writer python3-uno poppler-utils fonts-noto-cjk"
CHROMIUM = "Chromium: apt-get install chromium"


def _libreoffice() -> bool:
    python = Path("/usr/bin/python3")
    if not shutil.which("soffice") or not shutil.which("pdftoppm") or not python.exists():
        return False
    return subprocess.run([str(python), "-c", "import uno"], check=False, capture_output=True).returncode == 0


def _chromium() -> bool:
    return any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))


NEEDS = {"libreoffice": (_libreoffice, SOFFICE), "chromium": (_chromium, CHROMIUM)}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip marked tests where their program is missing; under CI they run and fail."""
    found: dict[str, bool] = {}
    for item in items:
        for marker, (present, what) in NEEDS.items():
            if item.get_closest_marker(marker) is None:
                continue
            if marker not in found:
                found[marker] = present()
            if not found[marker] and os.environ.get("CI") != "true":
                item.add_marker(pytest.mark.skip(reason=f"needs {what}"))
