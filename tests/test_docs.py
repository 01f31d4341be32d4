"""The pages under docs/ say what is so: examples run, tables are measured, names, commands, rules and links exist."""

import doctest
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest
from makers import report

import drafter
from drafter.check import RULES
from drafter.cli import main
from drafter.cli.commands import COMMANDS
from drafter.extract import extract_metrics
from drafter.model.metric import Metric

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("README*.md"), *DOCS.glob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)\s]*)?\)")
BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def rows_of(page: str, what: str = "wanted") -> list[list[str]]:
    """Rows of the tables whose head is phrase | `what` | now."""
    found, inside = [], False
    for line in read(page).splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|"):
            inside = False
        elif cells == ["phrase", what, "now"]:
            inside = True
        elif inside and not set(line) <= set("|-: "):
            found.append(cells)
    return found


def figures_of(phrase: str) -> tuple[Metric, ...]:
    """What is read where the phrase is the text under the first heading; ` / ` parts lines, ¦ the cells of a table row."""
    return extract_metrics(report("一、主要做法 > （一）推进工作。" + phrase.replace(" / ", " | ")))


def as_number(metric: Metric) -> str:
    """20000人次 余; a rank or target is named, 37万 with no unit has none."""
    values = metric.value if isinstance(metric.value, tuple) else (metric.value,)
    number = "–".join(f"{value:.10g}" for value in values) + metric.unit
    return " ".join(filter(None, (number, metric.approx, "" if metric.kind == "metric" else metric.kind)))


def test_every_example_of_the_python_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    source = "\n".join(BLOCK.findall(read("python.md")))
    example = doctest.DocTestParser().get_doctest(source, {}, "python.md", "docs/python.md", 0)
    assert len(example.examples) > 20
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=said.append)
    assert result.failed == 0, "".join(said)


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_every_command_of_the_readme_runs(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "reports", tmp_path / "reports")
    monkeypatch.chdir(tmp_path)
    lines = [
        shlex.split(line, comments=True)
        for line in (ROOT / page).read_text(encoding="utf-8").splitlines()
        if line.startswith("drafter ")
    ]
    assert len(lines) >= 9
    codes = {}
    for words in lines:
        with pytest.raises(SystemExit) as end:
            main(words[1:])
        codes[" ".join(words)] = end.value.code
    # nobody has filled the draft in, so there is no clean copy yet
    assert {command.split()[1] for command, code in codes.items() if code} == {"finish"}
    assert {code for code in codes.values() if code} == {1}


@pytest.mark.parametrize("name", drafter.__all__)
def test_every_public_name_has_its_place_on_the_python_page(name: str) -> None:
    assert f"`{name}`" in read("python.md")
    assert f"drafter.{name}" in "\n".join(BLOCK.findall(read("python.md")))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_command_page(name: str) -> None:
    assert f"## `drafter {name}`" in read("cli.md")


@pytest.mark.parametrize("name", [name for name, _ in RULES])
def test_every_check_rule_is_on_the_rules_page(name: str) -> None:
    assert f"`{name}`" in read("rules.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_reached_from_another() -> None:
    linked = {(page.parent / link).resolve() for page in PAGES for link in LINK.findall(page.read_text(encoding="utf-8"))}
    assert [page.name for page in PAGES if page.parent == DOCS and page.resolve() not in linked] == []


def test_a_word_of_the_glossary_that_looks_like_a_type_is_one() -> None:
    names = re.findall(r"^\| `([A-Z]\w+)` \|", read("glossary.md"), re.MULTILINE)
    model = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "drafter" / "model").glob("*.py"))
    assert len(names) > 10
    assert [name for name in names if f"class {name}" not in model and f"\n{name} = " not in model] == []


# What a table says is read now is what is read now. Where a rule changes, the page changes with it.
@pytest.mark.parametrize("row", rows_of("numbers.md"), ids=lambda row: row[0])
def test_the_table_of_numbers_is_what_is_read(row: list[str]) -> None:
    phrase, wanted, now = row
    assert ("；".join(map(as_number, figures_of(phrase))) or "none") == (wanted if now == "=" else now)


@pytest.mark.parametrize("row", rows_of("labels.md"), ids=lambda row: row[0])
def test_the_table_of_names_is_what_is_made(row: list[str]) -> None:
    phrase, wanted, now = row
    assert "；".join(metric.label for metric in figures_of(phrase)) == (wanted if now == "=" else now)


def _parts(found: tuple[Metric, ...]) -> str:
    said = {metric.id: metric.text for metric in found}
    return "；".join(f"{metric.text} < {said[metric.parent]}" for metric in found if metric.parent)


def _scopes(found: tuple[Metric, ...]) -> str:
    return "；".join(f"{metric.text} {metric.scope}" for metric in found if metric.scope)


def _changes(found: tuple[Metric, ...]) -> str:
    told = [(metric.text, metric.stated_change) for metric in found if metric.stated_change]
    return "；".join(f"{text} {change.kind} {change.value:.10g} {change.direction}" for text, change in told)


TOLD = {"parts": _parts, "period": _scopes, "change": _changes}


@pytest.mark.parametrize(
    ("what", "row"),
    [(what, row) for what in TOLD for row in rows_of("totals.md", what)],
    ids=lambda given: given if isinstance(given, str) else given[0],
)
def test_the_tables_of_totals_are_what_is_told(what: str, row: list[str]) -> None:
    phrase, wanted, now = row
    assert (TOLD[what](figures_of(phrase)) or "none") == (wanted if now == "=" else now)


if __name__ == "__main__":  # python tests/test_docs.py numbers|labels < phrases: what the tables should say
    for given in sys.stdin.read().splitlines():
        made = figures_of(given)
        print(f"{given} | " + ("；".join(as_number(m) if sys.argv[1] == "numbers" else m.label for m in made) or "none"))
