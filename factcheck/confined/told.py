"""What a confined process answers, read with suspicion: it may have been taken over."""

from collections.abc import Callable
from typing import TypeVar

Item = TypeVar("Item")


class Died(Exception):
    """The child ended without an answer, or gave none that can be one."""


class Told:
    """An object of JSON from a child; each reading says what must be there, and raises Died."""

    def __init__(self, told: object) -> None:
        if not isinstance(told, dict):
            raise Died("no object")
        self._told = told

    def __contains__(self, name: str) -> bool:
        return name in self._told

    def has(self, name: str) -> bool:
        """Say whether there is something, and not null."""
        return self._told.get(name) is not None

    def record(self, name: str) -> "Told":
        """Return an object inside."""
        return Told(self._told.get(name))

    def text(self, name: str, most: int) -> str:
        """Return a text of at most so many characters."""
        return text_of(self._told.get(name), most)

    def number(self, name: str, least: int, most: int) -> int:
        """Return a whole number in a range."""
        return number_of(self._told.get(name), least, most)

    def flag(self, name: str) -> bool:
        """Return true or false."""
        value = self._told.get(name)
        if not isinstance(value, bool):
            raise Died(f"{name} is no flag")
        return value

    def items(self, name: str, most: int, item: Callable[[object], Item]) -> tuple[Item, ...]:
        """Return a list of at most so many things, each read by item."""
        return items_of(self._told.get(name), most, item)


def text_of(value: object, most: int) -> str:
    """Return a value that is a text of characters, at most so many; raises Died."""
    if not isinstance(value, str) or len(value) > most:
        raise Died("no text, or one that is too long")
    try:
        value.encode()
    except UnicodeEncodeError as lone:
        raise Died("a lone surrogate is no character") from lone
    return value


def number_of(value: object, least: int, most: int) -> int:
    """Return a value that is a whole number in a range; raises Died."""
    # A bool is an int as well.
    if type(value) is not int or not least <= value <= most:
        raise Died("no whole number, or one out of its range")
    return value


def items_of(value: object, most: int, item: Callable[[object], Item]) -> tuple[Item, ...]:
    """Return a value that is a list of at most so many things, each read by item; raises Died."""
    if not isinstance(value, list) or len(value) > most:
        raise Died("no list, or one that is too long")
    return tuple(map(item, value))


def row_of(value: object, width: int) -> list[object]:
    """Return a value that is a list of just so many things; raises Died."""
    if not isinstance(value, list) or len(value) != width:
        raise Died("no list, or one of another length")
    return value
