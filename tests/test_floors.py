"""The shape of the house: which file may import which, and how large things may grow.

Imports point down only; rooms on one floor do not import each other; nobody imports the front door; imports inside
functions count like any other. See docs/architecture.md.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

HOUSE = Path(__file__).parent.parent / "drafter"
FILES = sorted(HOUSE.rglob("*.py"))

FLOORS: dict[str, int] = {
    "model": 0, "version": 0, "zips": 0,
    "office": 1, "text": 1, "codec": 1, "files": 1, "shipped": 1,
    "read": 2, "parse": 2, "extract": 2, "compare": 2, "check": 2, "rollforward": 2, "fill": 2, "render": 2,
    "settings": 2, "ledger": 2,
    "pipeline": 3, "__init__": 3,
    "cli": 4,
}  # fmt: skip

# Library → the only places that may import it (a folder ends with a slash).
GUESTS: dict[str, tuple[str, ...]] = {
    "docx": ("read/word.py", "office/", "render/", "fill/"),
    "docxtpl": ("fill/",),
    "jinja2": ("render/html.py", "fill/"),
    "openpyxl": ("render/sheet.py", "ledger/"),
    "diff_match_patch": ("compare/words.py",),
    "click": ("cli/",),
    "rich": ("cli/", "render/terminal.py", "render/terminal_"),
}


def name_of(path: Path) -> str:
    """drafter/read/word.py → read/word.py"""
    return path.relative_to(HOUSE).as_posix()


def room_of(name: str) -> str:
    return name.split("/", maxsplit=1)[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever the import stands, as a dotted name; typing-only imports too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where a thing lives"
            # `from drafter.check import contents` imports a module and not a name of the package's own file.
            modules = [f"{node.module}.{alias.name}" for alias in node.names if is_module(f"{node.module}.{alias.name}")]
            yield from modules
            if len(modules) < len(node.names):
                yield node.module or ""


def is_module(dotted: str) -> bool:
    place = HOUSE.parent / dotted.replace(".", "/")
    return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


def own_imports(path: Path) -> set[str]:
    """The modules of the house that a file imports, as names like read/word.py."""
    found = set()
    for module in imports_of(path):
        parts = module.split(".")
        if parts[0] != "drafter":
            continue
        inside = "/".join(parts[1:])
        for candidate in (f"{inside}.py", f"{inside}/__init__.py" if inside else "__init__.py"):
            if (HOUSE / candidate).exists():
                found.add(candidate)
    return found


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_point_down_and_never_into_a_neighbouring_room(path: Path) -> None:
    here = room_of(name_of(path))
    if name_of(path) == "__init__.py":
        return
    assert here in FLOORS, f"{here} has no floor: say in FLOORS where it stands"
    for other in own_imports(path):
        there = room_of(other)
        if there != here:
            assert FLOORS[there] < FLOORS[here], f"{name_of(path)} imports {other}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_nobody_imports_the_front_door(path: Path) -> None:
    assert "__init__.py" not in own_imports(path) - ({"__init__.py"} if name_of(path) == "__init__.py" else set())


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_library_is_imported_only_where_it_is_at_home(path: Path) -> None:
    for module in imports_of(path):
        homes = GUESTS.get(module.partition(".")[0])
        assert homes is None or name_of(path).startswith(homes), f"{name_of(path)} imports {module}"


def test_no_file_is_in_a_loop_of_imports() -> None:
    graph = {name_of(path): own_imports(path) for path in FILES}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name not in done:
            for other in sorted(graph[name] - {name}):
                visit(other, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def functions() -> list[tuple[str, int, int]]:
    """(where, lines, parameters) of every function of the house."""
    found = []
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
                count = sum(argument.arg not in ("self", "cls") for argument in given)
                found.append((f"{name_of(path)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1, count))
    return found


def test_files_stay_small() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: n for name, n in lengths.items() if n > 400} == {}
    assert median(lengths.values()) <= 130


def test_functions_stay_small() -> None:
    lengths = [lines for _, lines, _ in functions()]
    assert median(lengths) <= 10
    assert quantiles(lengths, n=10)[-1] <= 20


def test_functions_take_few_parameters() -> None:
    # A command's parameters are its options: click passes each by name.
    assert [f for f in functions() if f[2] > 6 and not f[0].startswith("cli/")] == []


def test_every_file_says_what_it_is_for() -> None:
    assert [name_of(p) for p in FILES if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))] == []
