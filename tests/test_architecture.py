"""The rules of the house that no linter knows: size of rooms, what pages may import, where a place may be named."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from rus.core import paths

ROOT = paths.ROOT
PAGES = sorted((ROOT / "pages").glob("*.py"))
MODULES = sorted(p for p in (ROOT / "rus").rglob("*.py"))
PROGRAM = [*MODULES, *PAGES, ROOT / "app.py"]
TESTS = sorted(p for p in (ROOT / "tests").rglob("*.py"))
PACKAGES = sorted(p.parent for p in (ROOT / "rus").glob("*/__init__.py"))

LONGEST_FILE = 250
LONGEST_PAGE = 120
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 6
PAGE_MAY_IMPORT = ("streamlit", "rus.ui", "rus.charts", "rus.exports")
NO_ROOMS = {"utils.py", "helpers.py", "common.py", "misc.py", "manager.py"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_there_is_something_to_check():
    assert len(MODULES) > 40
    assert len(PAGES) >= 5
    assert len(PACKAGES) >= 9
    assert len(TESTS) > 20
    assert sum(len(functions(path)) for path in PROGRAM) > 200


@pytest.mark.parametrize("path", [*PROGRAM, *TESTS], ids=name)
def test_every_room_is_comfortable(path):
    most = LONGEST_PAGE if path in PAGES else LONGEST_FILE
    assert len(lines(path)) <= most, f"{name(path)} is longer than {most} lines: split it"


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_every_function_can_be_seen_at_once(path):
    for function in functions(path):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= LONGEST_FUNCTION, f"{name(path)}: {function.name} has {length} lines"
        if any("click" in ast.unparse(d) or "option" in ast.unparse(d) for d in function.decorator_list):
            continue  # click hands over every option as an argument
        given = function.args
        count = len(given.posonlyargs) + len(given.args) + len(given.kwonlyargs)
        bound = bool(given.args) and given.args[0].arg in {"self", "cls"}
        assert count - bound <= MOST_PARAMETERS, f"{name(path)}: {function.name} takes {count} arguments"


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_no_room_is_a_drawer(path):
    assert path.name not in NO_ROOMS
    if path.name != "__init__.py":
        assert ast.get_docstring(tree(path)), f"{name(path)} does not say what it is for"


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_pages_ask_only_the_rooms_made_for_them(path):
    foreign = {i for i in imports(path) if not any(i == p or i.startswith(f"{p}.") for p in PAGE_MAY_IMPORT)}
    assert not foreign, f"{name(path)} imports {sorted(foreign)}"


def test_no_address_is_the_stem_of_a_page():
    """Else a cold deep link runs the page without its frame."""
    from rus.catalogue.read import read_catalogue
    from rus.ui import site

    addresses = set(site.pages(read_catalogue()))
    assert len(addresses) >= 5
    assert not addresses & {path.stem for path in PAGES}


def words_of_the_place() -> set[str]:
    """What only this content folder may know: names and codes of its county and kommuner, its editor."""
    place = tomllib.loads((paths.reference() / "place.toml").read_text(encoding="utf-8"))
    county = place["region"]
    rows = [line.split(",") for line in (paths.reference() / "regions.csv").read_text(encoding="utf-8").splitlines()]
    own = [row for row in rows if row[0].startswith(county) and len(row[0]) >= len(county)]
    assert len(own) > 2
    return {row[1] for row in own} | {row[0] for row in own if len(row[0]) == 4} | {place["name"], place["editor"]}


def test_the_program_knows_no_place():
    words = words_of_the_place()
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(words, key=len, reverse=True)))
    found = {}
    for path in PROGRAM:
        # Docstrings and comments may show an example; what runs may not.
        tree_of = tree(path)
        docs = {id(node.value) for node in ast.walk(tree_of) if isinstance(node, ast.Expr)}
        strings = [n for n in ast.walk(tree_of) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        hits = {hit for node in strings if id(node) not in docs for hit in pattern.findall(node.value)}
        if hits:
            found[name(path)] = hits
    assert not found


def test_every_package_has_its_tests():
    """A package's tests stand in the folder, or the file, of its name."""
    missing = []
    for package in PACKAGES:
        folder, file = ROOT / "tests" / package.name, ROOT / "tests" / f"test_{package.name}.py"
        if not file.is_file() and not list(folder.glob("test_*.py")):
            missing.append(package.name)
    assert not missing
    assert list((ROOT / "tests" / "pages").glob("test_*.py"))


def test_the_layers_hold():
    """Import-linter, with the contracts of pyproject.toml."""
    program = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert program, "import-linter is not installed in this environment"
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_every_chart_goes_through_one_door():
    """Only `rus/ui/chart.py` calls Plotly's element, so each has its words, its table and our template."""
    calls = {name(path) for path in PROGRAM for node in ast.walk(tree(path)) if calls_plotly(node)}
    assert calls == {"rus/ui/chart.py"}
    for node in ast.walk(tree(ROOT / "rus" / "ui" / "chart.py")):
        if calls_plotly(node):
            given = {keyword.arg: keyword.value for keyword in node.keywords}
            assert isinstance(given["theme"], ast.Constant)
            assert given["theme"].value is None
            assert "alt" in given


def calls_plotly(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "plotly_chart"


def test_only_one_room_caches():
    """`st.cache_*` stands in `rus/ui/cached.py` alone, where every entry belongs to a build."""
    used = [name(path) for path in PROGRAM if re.search(r"st\.cache_(data|resource)", path.read_text(encoding="utf-8"))]
    assert used == ["rus/ui/cached.py"]


def test_no_file_tells_of_a_machine():
    """Nothing that is handed out names a folder of the machine it was made on."""
    kinds = {".py", ".toml", ".md", ".sql", ".css", ".conf", ".service", ".lock", ".csv", ".json", ".yaml"}
    own = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()
    files = [ROOT / f for f in own if Path(f).suffix in kinds and Path(f).name != Path(__file__).name]
    if not own:
        pytest.skip("not a git checkout: there is no list of files to look through")
    assert len(files) > 50
    bad = re.compile(r"/(?:home|Users|root)/\w|\bfile:///")
    found = [name(path) for path in files if path.is_file() and bad.search(path.read_text(encoding="utf-8"))]
    assert not found
