"""Files as LibreOffice prints and saves them."""

import shutil
import subprocess
from pathlib import Path


def saved_by_libreoffice(path: Path, suffix: str) -> Path:
    """The file, opened and saved anew in this format in a folder beside it."""
    folder = path.parent / "saved"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    office = shutil.which("soffice") or "soffice"
    command = [office, profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{suffix.partition(':')[0]}"


def pages_of(path: Path) -> list[str]:
    """The text of each page that LibreOffice prints."""
    pdf = saved_by_libreoffice(path, "pdf")
    told = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return told.split("\f")[:-1]
