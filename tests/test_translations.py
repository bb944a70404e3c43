"""What the user reads can be found by the translators' tool, which only reads the source.

It sees literals in `tr` and `translate`; a name or an f-string there is never translated.
"""

import ast
from pathlib import Path

import pytest

import factcheck

ROOT = Path(factcheck.__file__).parent / "window"
FILES = sorted(ROOT.rglob("*.py"))
# How many of the first arguments must be literals: the text, or the context and the text.
LITERALS = {"tr": 1, "translate": 2}


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def faults(source: str) -> list[int]:
    """Lines of calls whose text is no literal, or that stand inside an f-string.

    A text that was marked with QT_TRANSLATE_NOOP may be looked up by name in its own context.
    """
    tree = ast.parse(source)
    inside = {
        id(node)
        for outer in ast.walk(tree)
        if isinstance(outer, ast.JoinedStr)
        for node in ast.walk(outer)
    }
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    marks = [
        call
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "QT_TRANSLATE_NOOP"
    ]
    marked = {ast.dump(call.args[0]) for call in marks}
    found = [call.lineno for call in marks if not all(map(is_text, call.args))]
    for call in calls:
        count = LITERALS.get(call.func.attr) if isinstance(call.func, ast.Attribute) else None
        # bytes.translate and str.translate take one argument, a table.
        if count is None or (count == 2 and len(call.args) < 2):
            continue
        literal = bool(call.args) and all(map(is_text, call.args[:count]))
        by_name = count == 2 and ast.dump(call.args[0]) in marked
        if not (literal or by_name) or id(call) in inside:
            found.append(call.lineno)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_text_for_the_user_is_a_literal_outside_f_strings(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('self.tr("Imported {0}").format(x)', []),
        ('self.tr("one" "two")', []),
        ('self.tr("%n claim(s)", "", n)', []),
        ('QCoreApplication.translate("Keys", "Mark")', []),
        ("text.translate(table)", []),
        ("self.tr(name)", [1]),
        ('self.tr(f"Imported {x}")', [1]),
        ("f\"{self.tr('Imported')} {x}\"", [1]),
        ('QCoreApplication.translate("Keys", text)', [1]),
        ('self.tr("a" + b)', [1]),
        ("self.tr()", [1]),
        ('w = {1: QT_TRANSLATE_NOOP("Kinds", "Call")}\ntranslate.translate("Kinds", w[1])', []),
        ('w = {1: QT_TRANSLATE_NOOP("Kinds", "Call")}\ntranslate.translate("Other", w[1])', [2]),
        ('QT_TRANSLATE_NOOP("Kinds", name)', [1]),
    ],
)
def test_the_check_finds_what_the_tool_of_the_translators_would_miss(
    source: str, lines: list[int]
) -> None:
    assert faults(source) == lines
