"""Files of one JSON object a line, as scripts give them."""

import json
from pathlib import Path
from typing import Any

from factcheck.errors import FactcheckError

Values = dict[str, Any]


def rows_of(path: Path) -> list[Values | FactcheckError]:
    """Read the objects of a .jsonl file; a line that is none stands as the error that says so.

    Raises FactcheckError where the file cannot be read or is not UTF-8.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as refused:
        raise FactcheckError(f"{path} cannot be read: {refused.strerror}.") from refused
    except UnicodeDecodeError as wrong:
        raise FactcheckError(f"{path} is not UTF-8, as a .jsonl file has to be.") from wrong
    return [_parsed(line) for line in lines if line.strip()]


def _parsed(line: str) -> Values | FactcheckError:
    try:
        values = json.loads(line)
    except ValueError:
        return FactcheckError("it is not JSON.")
    return values if isinstance(values, dict) else FactcheckError("it is not a JSON object.")
