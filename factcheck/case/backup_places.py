"""Where the backups of a case lie: chosen by the user, for each case, and kept with the settings.

In the case itself the choice would travel with it to whoever is handed the file. The folders that
were used before are kept too: what lies there stays listed, turned over and purged.
"""

import json
import os
import stat
import tempfile
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

from factcheck import profile
from factcheck.case.beside import real_path
from factcheck.case.lineage import lineage_of
from factcheck.errors import FactcheckError

Kind = Literal["usual", "beside", "folder", "none"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

_BESIDE = "Factcheck backups"
"""The folder beside the cases whose backups lie beside them."""
_MOST = 20


class Place(NamedTuple):
    """usual: the program's folder for data; beside: a folder beside the case; none: no backups.

    folder: where the kind is "folder".
    """

    kind: Kind = "usual"
    folder: Path | None = None


def place_of(case_id: str, path: Path) -> Place:
    """Return what was chosen for the case at path; the usual place where nothing was."""
    kept = _chosen(_kept(case_id)).get(_origin(path), {})
    usual: Kind = "usual"
    kind: Kind = next((each for each in KINDS if each == kept.get("kind")), usual)
    folder = kept.get("folder")
    if kind == "folder":
        return Place(kind, Path(folder)) if isinstance(folder, str) else Place()
    return Place(kind)


def choose_place(case_id: str, path: Path, place: Place) -> None:
    """Keep where the backups of the case at path lie from now on; those that are there stay.

    Raises FactcheckError where the folder is none, or the settings cannot be written.
    """
    if place.kind == "folder" and (place.folder is None or not place.folder.is_dir()):
        raise FactcheckError(f"There is no folder {place.folder}: choose one that is there.")
    kept, origin = _kept(case_id), _origin(path)
    chosen = _chosen(kept)
    chosen[origin] = chosen.get(origin, {}) | {"kind": place.kind}
    if place.folder is not None:
        chosen[origin]["folder"] = str(place.folder.absolute())
    _keep(case_id, kept | {"places": chosen})


def folder_to_write(case_id: str, path: Path, *, always: bool = False) -> Path | None:
    """Return the folder for the next backup of the case at path, None where none is wanted.

    always: in the usual place then. Raises FactcheckError where the folder beside the case is not
    one that Factcheck would make, or the settings cannot be written.
    """
    place = place_of(case_id, path)
    if place.kind == "none":
        return usual_folder(case_id) if always else None
    if place.kind == "usual":
        return usual_folder(case_id)
    if place.kind == "beside":
        root = real_path(path).with_name(_BESIDE)
        _check_is_ours(root)
    else:
        root = place.folder or profile.data_dir()
    folder = root / _key(case_id)
    _note_used(case_id, folder)
    return folder


def folders_of(case_id: str) -> tuple[Path, ...]:
    """Return all folders in which backups of a case may lie; they need not exist."""
    return usual_folder(case_id), *map(Path, _used(_kept(case_id)))


def usual_folder(case_id: str) -> Path:
    """Tell the folder for the backups of a case where nothing else was chosen."""
    return profile.data_dir() / "backups" / _key(case_id)


def _check_is_ours(root: Path) -> None:
    """Refuse a link or somebody else's folder: a backup holds all that the case holds."""
    try:
        found = root.lstat()
    except FileNotFoundError:
        return
    is_ours = os.name != "posix" or found.st_uid == os.geteuid()
    if not stat.S_ISDIR(found.st_mode) or not is_ours:
        raise FactcheckError(
            f"No backup was made: {root} is no folder of yours. Choose another place for the"
            " backups of this case."
        )


def _note_used(case_id: str, folder: Path) -> None:
    kept = _kept(case_id)
    known = _used(kept)
    if str(folder) not in known:
        _keep(case_id, kept | {"used": [*known[-_MOST + 1 :], str(folder)]})


def _used(kept: dict[str, object]) -> list[str]:
    used = kept.get("used")
    return [each for each in used if isinstance(each, str)] if isinstance(used, list) else []


def _origin(path: Path) -> str:
    """Return what no other case shares: a stranger's with a copied number is not meant."""
    found = lineage_of(path, ())
    return found.origin if found is not None else ""


def _chosen(kept: dict[str, object]) -> dict[str, dict[str, object]]:
    places = kept.get("places")
    if not isinstance(places, dict):
        return {}
    return {origin: place for origin, place in places.items() if isinstance(place, dict)}


def _kept(case_id: str) -> dict[str, object]:
    try:
        told = json.loads(_file(case_id).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _keep(case_id: str, kept: dict[str, object]) -> None:
    path = _file(case_id)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix="draft")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(kept, file, ensure_ascii=False, indent=1)
        Path(draft).replace(path)
    except OSError as refused:
        raise FactcheckError(
            f"Where backups lie was not kept: {path.parent} cannot be written ({refused.strerror})."
        ) from refused


def _file(case_id: str) -> Path:
    return profile.config_dir() / "backups" / f"{_key(case_id)}.json"


def _key(case_id: str) -> str:
    # An id from a foreign file is no path.
    return "".join(letter for letter in case_id if letter.isalnum() or letter == "-") or "none"
