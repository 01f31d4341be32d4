"""Accuracy that CI never lets fall: `python quality/gate.py` measures, `--raise` lifts the minimums to what was measured.

Minimums lie in minimums.json with a fingerprint of the gold they were measured on; gold that changes asks for a look.
A minimum is never lowered by this script.
"""

import argparse
import hashlib
import json
import math
import sys
from functools import partial
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import measure  # noqa: E402
import redlines  # noqa: E402

GOLD = HERE / "gold"
SETS = HERE.parent.parent / "shared" / "sets"
STYLES = ("county", "department", "district", "province")
MINIMUMS = HERE / "minimums.json"
Scores = dict[str, dict[str, float]]


def own() -> Scores:
    """The project's own samples."""
    scores: Scores = {}
    for year in ("2023", "2024", "2025"):
        text = GOLD / f"{year}.txt"
        scores[year] = measure.figures(text, GOLD / f"{year}.metrics.jsonl") | measure.structure(
            text, GOLD / f"{year}.structure.json"
        )
        if (scope := GOLD / f"{year}.scope.jsonl").exists():
            scores[year] |= measure.scopes(text, scope)
    for years in ("2023-2024", "2024-2025"):
        old, new = (GOLD / f"{year}.txt" for year in years.split("-"))
        scores[years] = measure.comparison(old, new, lambda kind, stem=years: GOLD / f"{stem}.{kind}", complete=True)
    for style in STYLES:
        scores |= _two_years(style, GOLD / "styles" / style)
    for folder in sorted(path for path in (GOLD / "years").iterdir() if path.is_dir()):
        gold = partial(_file_in, folder)
        scores[f"years {folder.name}"] = measure.comparison(folder / "y1.txt", folder / "y2.txt", gold, complete=True)
    for text in sorted((GOLD / "hands").glob("*.txt")):
        scores[f"hand {text.stem}"] = _one(text)
    return scores | _redlines()


def _redlines() -> Scores:
    """How the redlines of our samples read: of edited copies, and of rewritten years."""
    scores: Scores = {}
    for text in (*(GOLD / f"{year}.txt" for year in ("2023", "2024", "2025")), *(GOLD / "styles" / s / "y1.txt" for s in STYLES)):
        name = text.stem if text.parent == GOLD else text.parent.name
        scores[f"redline of {name} edited"] = redlines.edited_copies(text)
    for old, new in (("2023", "2024"), ("2024", "2025")):
        scores[f"redline {old}-{new}"] = redlines.rewritten(GOLD / f"{old}.txt", GOLD / f"{new}.txt")
    return scores


def _file_in(folder: Path, kind: str) -> Path:
    return folder / kind


def _one(text: Path) -> dict[str, float]:
    """A report with its figures and its structure beside it."""
    return measure.figures(text, text.with_suffix(".metrics.jsonl")) | measure.structure(
        text, text.with_suffix(".structure.json")
    )


def _two_years(name: str, folder: Path) -> Scores:
    """A folder with two years of one body, in the form of the development sets."""
    scores: Scores = {}
    for year in ("y1", "y2"):
        text = folder / f"{year}.txt"
        scores[f"{name} {year}"] = measure.figures(text, folder / f"gold_{year}.jsonl") | measure.structure(
            text, folder / f"structure_{year}.json"
        )
        if (scope := folder / f"scope_{year}.jsonl").exists():
            scores[f"{name} {year}"] |= measure.scopes(text, scope)
    scores[name] = measure.comparison(folder / "y1.txt", folder / "y2.txt", lambda kind: folder / kind, complete=True)
    return scores


def shared() -> Scores:
    """The development sets beside the project, where they are."""
    if not SETS.is_dir():
        return {}
    tianmen = SETS / "tianmen-2020.txt"
    scores: Scores = {
        "tianmen-2020": measure.figures(tianmen, SETS / "tianmen-2020.metrics.jsonl")
        | measure.structure(tianmen, SETS / "tianmen-2020.structure.json"),
        "work-report-2019.head": measure.figures(
            SETS / "work-report-2019.head.txt", SETS / "work-report-2019.head.metrics.jsonl"
        ),
    }
    scores |= _two_years("city-a", SETS / "city-a")
    for years in ("2016-2017", "2018-2019"):
        old, new = (SETS / f"work-report-{year}.txt" for year in years.split("-"))
        scores[f"work-report {years}"] = measure.comparison(
            old, new, lambda kind, y=years: SETS / f"work-report-{y}.{kind}", complete=False
        )
    return scores


def fingerprint() -> str:
    """Of the project's own gold."""
    digest = hashlib.sha256()
    for path in sorted(GOLD.rglob("*.*")):
        if path.suffix != ".md":
            digest.update(path.relative_to(GOLD).as_posix().encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def main() -> int:
    """Print every score beside its minimum; 1 where one fell or the gold changed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the minimums to what was measured")
    options = parser.parse_args()
    stored = json.loads(MINIMUMS.read_text(encoding="utf-8")) if MINIMUMS.exists() else {"gold": "", "scores": {}}
    measured = own() | shared()
    fallen = []
    for name, scores in measured.items():
        for what, score in scores.items():
            least = stored["scores"].get(name, {}).get(what, 0.0)
            low = score < least
            fallen += [f"{name}: {what}"] if low else []
            print(f"{'FELL ' if low else ''}{name}: {what} {score:.3f} (at least {least:.3f})")
    if options.lift:
        _lift(stored, measured)
    elif stored["gold"] != fingerprint():
        fallen.append("the gold changed: measure, look, then --raise")
    print(f"{sum(map(len, measured.values())) - len(fallen)} passed, {len(fallen)} failed")
    for line in fallen:
        print(f"  {line}", file=sys.stderr)
    return 1 if fallen else 0


def _lift(stored: dict[str, object], measured: Scores) -> None:
    """Minimums are cut to three places downwards, so that the last digit of a float does not fail a run."""
    before: Scores = stored["scores"]  # type: ignore[assignment]
    lifted = {
        name: {what: max(before.get(name, {}).get(what, 0.0), math.floor(score * 1000) / 1000) for what, score in scores.items()}
        for name, scores in measured.items()
    }
    MINIMUMS.write_text(
        json.dumps({"gold": fingerprint(), "scores": before | lifted}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    sys.exit(main())
