"""A child whose parser was taken over: what it answers stands in the file that it is given."""

import json

from factcheck.ingest import serving


def lie(data: bytes, _name: str) -> object:
    told = json.loads(data)
    if isinstance(told, dict) and "pixels" in told:
        return serving._Answer(told, bytes(told.pop("pixels")))
    return serving._Answer(told)


serving._WORK = {do: lambda asked, name: lie(asked.body, name) for do in serving._WORK}
