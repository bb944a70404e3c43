"""Messages between a confined process and who started it: an object of JSON, and bytes beside it.

On the wire: four bytes with the length of all that follows, four with the length of the JSON, both
big-endian, the JSON, the bytes. Nothing is ever unpickled.
"""

import json
from typing import IO, NamedTuple, NoReturn

MOST_BYTES = 80 * 2**20
"""The longest message: the largest file that is read (64 MB), or its text, with what is told."""


class Message(NamedTuple):
    """What was sent: head, an object of JSON, and body, bytes that are not JSON."""

    head: dict[str, object]
    body: bytes


class Pipe:
    """Both ways of one conversation."""

    def __init__(self, to: IO[bytes], back: IO[bytes]) -> None:
        self._to = to
        self._back = back

    def send(self, head: dict[str, object], body: bytes = b"") -> None:
        """Send a message; OSError where nobody reads it, ValueError where it is too long."""
        told = json.dumps(head).encode("ascii")
        length = 4 + len(told) + len(body)
        if length > MOST_BYTES:
            raise ValueError("the message is too long")
        self._to.write(length.to_bytes(4, "big") + len(told).to_bytes(4, "big") + told)
        self._to.write(body)
        self._to.flush()

    def receive(self) -> Message:
        """Wait for a message; ValueError where the other side ended, or sent something else."""
        length, told = self._number(), self._number()
        if not 4 <= length <= MOST_BYTES or told > length - 4:
            raise ValueError("no message")
        try:
            head = json.loads(self._exactly(told), parse_constant=_no_number)
        except RecursionError as deep:
            raise ValueError("the message is too deep") from deep
        if not isinstance(head, dict):
            raise ValueError("no object")  # noqa: TRY004  # what was sent is wrong, not our code
        return Message(head, self._exactly(length - 4 - told))

    def _number(self) -> int:
        return int.from_bytes(self._exactly(4), "big")

    def _exactly(self, length: int) -> bytes:
        read = self._back.read(length)
        if len(read) < length:
            raise ValueError("the message was cut")
        return read


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")
