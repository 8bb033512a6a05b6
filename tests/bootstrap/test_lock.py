"""The locks: hashes, no addresses, and what the project file asks for on every platform."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PLATFORMS = [(system, python) for system in ("linux", "darwin", "win32") for python in ("3.11", "3.12", "3.13")]


def pins(name: str, system: str = sys.platform, python: str = "3.11") -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    place = {**default_environment(), "sys_platform": system, "python_version": python}
    place["python_full_version"] = f"{python}.9"
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            requirement = Requirement(line.split(" --hash", 1)[0].strip())
            if requirement.marker is None or requirement.marker.evaluate(place):
                found[requirement.name.lower().replace("_", "-")] = str(requirement.specifier).removeprefix("==")
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_in_a_lock_is_pinned_and_hashed_and_no_address_stands_there(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = [line for line in text.replace("\\\n", " ").splitlines() if line and not line.startswith("#")]
    assert len(packages) > 40
    for line in packages:
        assert re.match(r"^[a-z0-9.-]+==[^ ]+ ", line, re.IGNORECASE), line
        assert "--hash=sha256:" in line, line
    assert "://" not in text
    assert "--index" not in text


@pytest.mark.parametrize(("system", "python"), PLATFORMS)
def test_the_locks_satisfy_the_project_file_everywhere(system, python):
    backend = PROJECT["build-system"]["requires"]
    needs = {
        LOCKS[0]: PROJECT["project"]["dependencies"] + backend,
        LOCKS[1]: PROJECT["project"]["dependencies"] + backend + PROJECT["dependency-groups"]["dev"],
    }
    for name, wanted in needs.items():
        found = pins(name, system, python)
        for line in wanted:
            requirement = Requirement(line)
            version = found.get(requirement.name.lower().replace("_", "-"))
            assert version is not None, f"{requirement.name} is missing in {name}"
            assert requirement.specifier.contains(version), f"{name}: {requirement} but {version}"


@pytest.mark.parametrize(("system", "python"), PLATFORMS)
def test_the_tests_run_on_the_versions_that_people_run(system, python):
    with_tests = pins(LOCKS[1], system, python)
    for name, version in pins(LOCKS[0], system, python).items():
        assert with_tests[name] == version


def test_what_the_program_imports_is_named_in_the_project_file():
    lines = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    named = {Requirement(line).name.lower().replace("_", "-") for line in lines}
    packages = packages_distributions()
    found = set()
    for path in (ROOT / "rus").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
            elif isinstance(node, ast.Import):
                found |= {name.name.split(".")[0] for name in node.names}
    part_of_pydantic = {"pydantic_core"}  # pydantic asks for exactly its own version of it
    for module in found - sys.stdlib_module_names - {"rus"} - part_of_pydantic:
        owners = {owner.lower().replace("_", "-") for owner in packages.get(module, [module])}
        assert owners & named, f"{module} comes with {owners}, which pyproject.toml does not name"
