"""Who may import whom: three rings (pure text, the case, the shells), kept by reading the code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))

FOR_ALL = {
    "factcheck",
    "factcheck.errors",
    "factcheck.assets",
    "factcheck.profile",
    "factcheck.drafts",
    "factcheck.ordinary_file",
}
MAY_IMPORT = {
    "text": {"text"},
    # A child process that can do nothing but work: it knows its work by name alone.
    "confined": {"confined"},
    "ingest": {"ingest", "text", "confined"},
    # The case knows what a reader hands over, and no reader.
    "case": {"case", "text", "ingest.loaded", "vectors", "confined"},
    # Texts to vectors: the only ring that needs the extra "semantic".
    "vectors": {"vectors"},
    # Rows and entries as the case gives them; never the case itself.
    "export": {"export", "text", "case.read", "case.log"},
    "sample": {"case", "ingest", "text"},
    "cli": {"cli", "export", "case", "ingest", "text", "sample", "vectors"},
    "window": {"window", "export", "case", "ingest", "text", "sample", "vectors", "confined"},
    # The entrance chooses between the shells.
    "__main__": {"cli.run", "cli.terminal", "window.app", "confined.inside"},
    "assets": set(),
    "errors": set(),
    "ordinary_file": set(),
    "profile": set(),
    "drafts": set(),
    "__init__": set(),
}
ONLY_UNDER = {
    "PySide6": "window",
    "shiboken6": "window",
    "sqlmodel": "case",
    "sqlalchemy": "case",
    "sqlite3": "case",
}


def ring_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST, *, at_run_time: bool = False) -> Iterator[tuple[str, int]]:
    """Return each imported module with its line; at_run_time leaves out what only types need."""
    for node in ast.iter_child_nodes(tree):
        if at_run_time and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are absolute"
            module = node.module or ""
            # ``from factcheck.case import log`` names a module, ``from factcheck import x`` may.
            for name in node.names:
                submodule = f"{module}.{name.name}"
                yield (submodule if is_module(submodule) else module), node.lineno
        yield from imports(node, at_run_time=at_run_time)


def is_module(name: str) -> bool:
    path = PACKAGE.parent.joinpath(*name.split("."))
    return name.startswith("factcheck.") and (path.is_dir() or path.with_suffix(".py").exists())


def is_under(name: str, parent: str) -> bool:
    return name == parent or name.startswith(f"{parent}.")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_imports_only_what_its_ring_may(path):
    allowed = MAY_IMPORT[ring_of(path)]
    tree = ast.parse(path.read_text("utf-8"))
    wrong = [
        f"line {line}: {name}"
        for name, line in imports(tree)
        if is_under(name, "factcheck") and name not in FOR_ALL
        if not any(is_under(name, f"factcheck.{may}") for may in allowed)
    ]
    assert not wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_qt_stays_in_the_window_and_sql_in_the_case(path):
    tree = ast.parse(path.read_text("utf-8"))
    wrong = [
        f"line {line}: {name}"
        for name, line in imports(tree, at_run_time=True)
        if name.split(".")[0] in ONLY_UNDER
        if ONLY_UNDER[name.split(".")[0]] != ring_of(path)
    ]
    assert not wrong


def test_every_file_has_a_ring():
    assert {ring_of(path) for path in FILES} <= set(MAY_IMPORT)


def test_the_rule_sees_what_it_looks_for():
    tree = ast.parse(
        "from typing import TYPE_CHECKING\nfrom factcheck.case import log\n"
        "if TYPE_CHECKING:\n    import sqlalchemy\ndef f():\n    import PySide6.QtCore\n"
    )
    assert [name for name, _ in imports(tree)] == [
        "typing",
        "factcheck.case.log",
        "sqlalchemy",
        "PySide6.QtCore",
    ]
    assert "sqlalchemy" not in [name for name, _ in imports(tree, at_run_time=True)]
