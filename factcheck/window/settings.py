"""How the window was left: what belongs to this computer and this person, not to the case.

Everything is JSON text in one ini file, because an ini file gives all values back as strings:
after a restart a kept `False` would read as true. What cannot be read counts as never kept.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, TypeVar, cast, overload

from PySide6.QtCore import QSettings

from factcheck.profile import config_dir

if TYPE_CHECKING:
    from factcheck.window.theme import Choice

RECENT_CASES: Final = 8
# Older ones are forgotten: the file is read whole at each start.
REMEMBERED_CASES: Final = 50

T = TypeVar("T")


@dataclass(frozen=True)
class CaseView:
    """Where the checker was in one case; ids as the case gives them, offsets in code points.

    No words of the case: what is redacted in it must not stay here.
    """

    document: str | None = None
    second_document: str | None = None
    active_claim: str | None = None
    view: str = "check"
    offsets: dict[str, int] = field(default_factory=dict)


class _Kept(Generic[T]):
    """One value of the file: `read` turns parsed JSON into it or raises ValueError or TypeError."""

    def __init__(
        self,
        key: str,
        default: T,
        read: Callable[[object], T],
        write: Callable[[T], object] = lambda value: value,
    ) -> None:
        self._key, self._default, self._read, self._write = key, default, read, write

    @overload
    def __get__(self, settings: None, owner: type) -> "_Kept[T]": ...
    @overload
    def __get__(self, settings: "Settings", owner: type) -> T: ...
    def __get__(self, settings: "Settings | None", owner: type) -> "T | _Kept[T]":
        if settings is None:
            return self
        return settings.read(self._key, self._default, self._read)

    def __set__(self, settings: "Settings", value: T) -> None:
        settings.write(self._key, self._write(value))


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _one_of(*words: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in words:
            raise ValueError(value)
        return str(value)

    return read


def _between(least: float, most: float) -> Callable[[object], float]:
    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TypeError(value)
        return min(max(value, least), most)

    return read


def _whole(least: int, most: int) -> Callable[[object], int]:
    inside = _between(least, most)
    return lambda value: int(inside(value))


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_word(each) for each in value)


def _blob(value: object) -> bytes:
    return b64decode(_word(value), validate=True)


def _as_text(value: bytes) -> str:
    return b64encode(value).decode("ascii")


class Settings:
    """All that the window remembers, typed; each assignment is kept at once.

    path: the ini file; without it `window.ini` in the folder of `factcheck.profile.config_dir`.
    """

    geometry = _Kept[bytes]("window/geometry", b"", _blob, _as_text)
    window_state = _Kept[bytes]("window/state", b"", _blob, _as_text)
    library_shown = _Kept[bool]("window/library", True, _flag)
    second_reader_shown = _Kept[bool]("window/second_reader", True, _flag)
    theme = cast("_Kept[Choice]", _Kept("look/theme", "system", _one_of("system", "light", "dark")))
    article_font = _Kept[str]("article/font", "serif", _one_of("serif", "sans"))
    article_zoom = _Kept[int]("article/zoom", 100, _whole(80, 250))
    article_line = _Kept[float]("article/line", 1.6, _between(1.4, 1.9))
    article_width = _Kept[int]("article/width", 68, _whole(50, 72))
    single_keys = _Kept[bool]("keys/single", True, _flag)
    recent_cases = _Kept[tuple[Path, ...]](
        "files/recent",
        (),
        lambda value: tuple(map(Path, _words(value))),
        lambda paths: [str(path) for path in paths],
    )
    last_folder = _Kept[Path | None](
        "files/folder",
        None,
        lambda value: Path(_word(value)),
        lambda path: None if path is None else str(path),
    )

    def __init__(self, path: Path | None = None) -> None:
        self._file = QSettings(str(path or config_dir() / "window.ini"), QSettings.Format.IniFormat)

    def read(self, key: str, default: T, check: Callable[[object], T]) -> T:
        """Give the value of a key after `check`, or the default when it is absent or nonsense."""
        text = self._file.value(key)
        if not isinstance(text, str):
            return default
        try:
            return check(json.loads(text))
        except (ValueError, TypeError):
            return default

    def write(self, key: str, value: object) -> None:
        """Keep a value that JSON can carry."""
        self._file.setValue(key, json.dumps(value))

    def sync(self) -> bool:
        """Write the file now, as at the end of the program; False when the disk refuses it."""
        self._file.sync()
        return self._file.status() is QSettings.Status.NoError

    def splitter(self, name: str) -> tuple[int, ...]:
        """Give the widths (px) of the parts of a splitter, () when it was never moved."""
        return self.read(f"splitters/{name}", (), _sizes)

    def set_splitter(self, name: str, sizes: list[int]) -> None:
        """Keep the widths (px) of the parts of a splitter."""
        self.write(f"splitters/{name}", sizes)

    def changed_keys(self) -> dict[str, tuple[str, ...]]:
        """Give the keys that the user chose instead of the built-in ones, by action."""
        return self.read("keys/changed", {}, _key_lists)

    def note_recent(self, case: Path) -> None:
        """Put a case at the head of the recent ones and keep its folder for the next dialog."""
        case = case.absolute()
        others = [each for each in self.recent_cases if each != case]
        self.recent_cases = (case, *others)[:RECENT_CASES]
        self.last_folder = case.parent

    def case_view(self, case_id: str) -> CaseView:
        """Tell where the checker was in a case; the beginning when it was never open here."""
        return self.read(f"cases/{case_id}", CaseView(), _case_view)

    def set_case_view(self, case_id: str, view: CaseView) -> None:
        """Keep where the checker is in a case and forget the cases not opened for longest."""
        kept: tuple[str, ...] = self.read("cases/order", (), _words)
        order = [case_id, *(each for each in kept if each != case_id)]
        for old in order[REMEMBERED_CASES:]:
            self._file.remove(f"cases/{old}")
        self.write("cases/order", order[:REMEMBERED_CASES])
        self.write(f"cases/{case_id}", asdict(view))


def _sizes(value: object) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    size = _whole(0, 100_000)
    return tuple(size(each) for each in value)


def _key_lists(value: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return {_word(action): _words(keys) for action, keys in value.items()}


def _case_view(value: object) -> CaseView:
    if not isinstance(value, dict) or not isinstance(value.get("offsets"), dict):
        raise TypeError(value)
    place = _whole(0, 2**53)

    def named(key: str) -> str | None:
        return None if value.get(key) is None else _word(value[key])

    return CaseView(
        document=named("document"),
        second_document=named("second_document"),
        active_claim=named("active_claim"),
        view=_word(value.get("view")),
        offsets={_word(document): place(offset) for document, offset in value["offsets"].items()},
    )
