"""What is committed is clean: nothing of one machine, and a wheel that would be whole."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# The brackets keep this file from naming what it looks for.
HOMES = re.compile(rb"(?<![\w.])/(?:ho[m]e/\w|Us[e]rs/\w|ro[o]t/|wo[r]k/|tm[p]/)")


def committed_files():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def test_no_committed_file_holds_a_path_of_somebodys_machine():
    found = [
        f"{path.relative_to(ROOT)}: {match.group().decode()}"
        for path in committed_files()
        if path.is_file()
        for match in HOMES.finditer(path.read_bytes())
    ]
    assert found == []


def test_no_build_product_is_committed():
    endings = {".pyc", ".whl", ".factcheck", ".factcheck-index"}
    assert [path for path in committed_files() if path.suffix in endings] == []


def test_every_folder_with_python_in_it_is_a_package():
    # find_packages leaves any other out of the wheel without a word.
    package = ROOT / "factcheck"
    folders = {path.parent for path in committed_files() if path.suffix == ".py"}
    ours = [folder for folder in folders if folder.is_relative_to(package)]
    assert [folder for folder in ours if not (folder / "__init__.py").exists()] == []


def test_the_packaging_folder_does_not_hide_the_library_of_that_name():
    assert not (ROOT / "packaging" / "__init__.py").exists()
