"""Pictures made to cost much."""


def scans_without_end(side: int, scans: int) -> bytes:
    """Return a progressive JPEG of side × side pixels that is painted over and over."""

    def part(kind: int, body: bytes) -> bytes:
        return bytes((0xFF, kind)) + (len(body) + 2).to_bytes(2, "big") + body

    one_code = bytes((1, *[0] * 15, 0))
    scan = part(0xDA, bytes((1, 1, 0, 0, 0, 0))) + b"\0"
    return b"".join(
        (
            b"\xff\xd8",
            part(0xDB, bytes((0, *[1] * 64))),
            part(0xC2, bytes((8, *side.to_bytes(2, "big"), *side.to_bytes(2, "big"), 1, 1, 17, 0))),
            part(0xC4, b"\x00" + one_code),
            part(0xC4, b"\x10" + one_code),
            scan * scans,
            b"\xff\xd9",
        )
    )
