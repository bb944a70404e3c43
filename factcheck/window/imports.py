"""Keeps PySide away from the modules that are imported beside it."""

import sys

import PySide6.QtCore  # noqa: F401  # it puts itself in the place of __import__


def leave_modules_alone() -> None:
    """Let no module be searched for what asks PySide for another spelling of its names.

    After each import PySide reads the source of the module that came, to find whether it uses
    PySide. For that it asks the module for attributes, also one of pydantic that imports more of
    pydantic when it is asked: where two threads imported at once, the case's thread met half a
    module and could not open the case ("cannot import name 'import_string'"). Nothing here uses
    other spellings, so every module is told to be none of PySide's, which also saves the reading.
    """
    feature = sys.modules.get("shibokensupport.feature")
    # Not there in every PySide: where it is missing, nothing is searched or nothing can be said.
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", _is_none_of_pysides)  # noqa: B010  # it has no stubs


def _is_none_of_pysides(_module: object) -> bool:
    return False
