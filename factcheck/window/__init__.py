"""The window: the only folder that imports PySide6."""

from factcheck.window.imports import leave_modules_alone

leave_modules_alone()
