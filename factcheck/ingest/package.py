"""Office files are ZIP archives of parts: what is checked before anything in them is parsed."""

import io
import posixpath
import struct
import zipfile
import zlib
from typing import NamedTuple
from urllib.parse import unquote
from xml.parsers import expat

from lxml import etree

from factcheck.errors import FactcheckError

MAX_MEMBERS = 2_000
MAX_BYTES = 200 * 2**20
MAX_RATIO = 200
_CHUNK = 2**16
_SMALL = 2**20
"""Members below this may be packed tighter than MAX_RATIO: a blank page of XML is."""
_MEMBER = b"PK\x03\x04"
_ROOT = ""
_OFFICE = ("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/",
           "http://schemas.microsoft.com/")  # fmt: skip
_CHECKED = (".xml", ".rels")
"""Endings of the members whose XML is checked before any of it is asked for."""


class Relation(NamedTuple):
    """A link from one part to another.

    kind: the last word of its type, such as "footnotes", which is the same in both editions of
        the standard.
    target: the name of the part; an address outside the file where is_external.
    """

    kind: str
    target: str
    is_external: bool


class Package:
    """The parts of an Office file, unpacked, by names that do not mind case.

    Refused with a FactcheckError that names the file: an archive that is damaged or a bomb, that
    reaches outside itself, has a DTD, or that two programs could read as two documents.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._parts = _unpacked(data, name)
        self._kinds: dict[str, str] | None = None

    def names(self) -> tuple[str, ...]:
        """Return the names of the parts, in small letters, as the archive orders them."""
        return tuple(self._parts)

    def part(self, path: str) -> bytes | None:
        """Return a part; None where there is none of that name."""
        return self._parts.get(path.lower())

    def tree(self, path: str) -> etree._Element | None:
        """Return the root of a part that is XML; None where there is no such part."""
        data = self.checked(path)
        return None if data is None else self._parsed(data)

    def checked(self, path: str) -> bytes | None:
        """Return a part that is XML, for a reader that goes through it piece by piece.

        A part may have any name, and only those with the usual endings were checked before.
        """
        data = self.part(path)
        if data is not None and not path.lower().endswith(_CHECKED):
            _check_xml(data, self.name)
        return data

    def parts_of_type(self, ending: str) -> list[str]:
        """Return the parts that the package itself, by their names, says are of a type."""
        if self._kinds is None:
            self._kinds = self._content_types()
        return [path for path, kind in self._kinds.items()
                if kind.endswith(ending) and path in self._parts]  # fmt: skip

    def content_type(self, path: str) -> str:
        """Return what the package says a part is, "" where it does not."""
        if self._kinds is None:
            self._kinds = self._content_types()
        path = path.lower()
        return self._kinds.get(path) or self._kinds.get(path.rpartition(".")[2], "")

    def relations(self, path: str = _ROOT) -> dict[str, Relation]:
        """Return the links of a part by their id; those of the package where path is empty."""
        folder, _, own = path.rpartition("/")
        root = self.tree(f"{folder}/_rels/{own}.rels".lstrip("/"))
        found: dict[str, Relation] = {}
        for each in () if root is None else root.iterchildren("{*}Relationship"):
            id = each.get("Id", "")
            if id in found:
                raise self.ambiguous("two links of one name")
            target = each.get("Target", "")
            is_external = each.get("TargetMode", "").lower() == "external"
            kind = _kind(each.get("Type", ""))
            place = target if is_external else _resolved(folder, target)
            found[id] = Relation(kind, place, is_external)
        return found

    def main_part(self) -> str:
        """Return the name of the part that is the document itself; "" where none is named."""
        mains = {
            each.target.lower()
            for each in self.relations().values()
            if each.kind == "officeDocument" and not each.is_external
        }
        if len(mains) > 1:
            raise self.ambiguous("two documents")
        return mains.pop() if mains else ""

    def _content_types(self) -> dict[str, str]:
        root = self.tree("[Content_Types].xml")
        found: dict[str, str] = {}
        for each in () if root is None else root.iterchildren("{*}Override", "{*}Default"):
            key = each.get("PartName", each.get("Extension", "")).lower().lstrip("/")
            kind = each.get("ContentType", "")
            if found.setdefault(key, kind) != kind:
                raise self.ambiguous("a part of two types")
        return found

    def _parsed(self, data: bytes) -> etree._Element:
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if "XML_PARSE_HUGE" in str(error):
                raise FactcheckError(
                    f"“{self.name}” was refused: its XML is nested deeper, or has longer pieces,"
                    " than that of a document."
                ) from error
            raise _bad_xml(self.name) from error
        return root

    def ambiguous(self, what: str) -> FactcheckError:
        """Return the refusal of a file that two programs would read as two documents."""
        return _two_readings(self.name, what)


def _kind(type_: str) -> str:
    """Return the last word of a type of relation, "" for a type that is of no Office."""
    return type_.rpartition("/")[2] if type_.startswith(_OFFICE) else ""


def _resolved(folder: str, target: str) -> str:
    path = unquote(target.replace("\\", "/").partition("#")[0])
    joined = path if path.startswith("/") else f"/{folder}/{path}"
    return posixpath.normpath(joined).lstrip("/")


def _unpacked(data: bytes, name: str) -> dict[str, bytes]:
    """Unpack all members; sizes are counted meanwhile, for the archive's own word is no proof."""
    parts: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_names(archive, name)
            _check_layout(archive, data, name)
            total = 0
            for info in archive.infolist():
                unpacked = _unpack(archive, info, MAX_BYTES - total, name)
                total += len(unpacked)
                if info.filename.lower().endswith(_CHECKED):
                    _check_xml(unpacked, name)
                if not info.is_dir():
                    parts[_key(info.filename)] = unpacked
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError,
            struct.error, ValueError) as error:  # fmt: skip
        raise FactcheckError(f"“{name}” is damaged: it could not be unpacked.") from error
    except RuntimeError as error:
        raise FactcheckError(
            f"“{name}” is encrypted. Save it without its password and add it again."
        ) from error
    return parts


def _key(filename: str) -> str:
    return unquote(filename.replace("\\", "/")).lower()


def _check_names(archive: zipfile.ZipFile, name: str) -> None:
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise FactcheckError(f"“{name}” was refused: it has more than {MAX_MEMBERS} files in it.")
    for info in infos:
        parts = _key(info.filename).split("/")
        if ".." in parts or parts[0] == "" or ":" in parts[0]:
            raise FactcheckError(f"“{name}” was refused: it names files outside itself.")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise FactcheckError(f"“{name}” is packed in a way that no Office file is.")
    if len({_key(info.filename) for info in infos}) < len(infos):
        raise _two_readings(name, "two parts of one name")


def _check_layout(archive: zipfile.ZipFile, data: bytes, name: str) -> None:
    """Refuse an archive in which a program that reads from the front finds other members."""
    end = 0
    for info in sorted(archive.infolist(), key=lambda each: each.header_offset):
        start = info.header_offset
        if start < end or (end == 0 and start > 0) or _MEMBER in data[end:start]:
            raise _two_readings(name, "parts that its own list does not name")
        flags, told, name_length, extra = _local_header(data, start)
        # Bit 3: what is told here stands behind the member; 0xFFFFFFFF: in the extra field.
        if not flags & 8 and 0xFFFFFFFF not in told and told != _told(info):
            raise _two_readings(name, "parts that tell two things of themselves")
        end = start + 30 + name_length + extra + info.compress_size
    if _MEMBER in data[end : archive.start_dir]:
        raise _two_readings(name, "parts that its own list does not name")


def _local_header(data: bytes, start: int) -> tuple[int, tuple[int, ...], int, int]:
    """Return a member's flags, its sum and sizes, and the lengths of its name and extra field."""
    (flags,) = struct.unpack("<H", data[start + 6 : start + 8])
    told = struct.unpack("<LLL", data[start + 14 : start + 26])
    name_length, extra = struct.unpack("<HH", data[start + 26 : start + 30])
    return flags, told, name_length, extra


def _told(info: zipfile.ZipInfo) -> tuple[int, ...]:
    return info.CRC, info.compress_size, info.file_size


def _two_readings(name: str, what: str) -> FactcheckError:
    return FactcheckError(
        f"“{name}” was refused: it has {what}, so that programs differ in what they show of it."
        " Open it, save it under another name, and add that file."
    )


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int, name: str) -> bytes:
    unpacked = bytearray()
    with archive.open(info) as member:
        while chunk := member.read(_CHUNK):
            unpacked += chunk
            packed_too_tight = len(unpacked) > _SMALL and len(unpacked) > MAX_RATIO * max(
                1, info.compress_size
            )
            if len(unpacked) > left or packed_too_tight:
                raise FactcheckError(
                    f"“{name}” was refused: unpacked it is far larger than a document."
                )
    return bytes(unpacked)


def _check_xml(data: bytes, name: str) -> None:
    """Refuse XML that is not well-formed or has a DTD, before a parser that builds a tree sees it.

    The DTD is refused where its name stands, so that nothing in it is read.
    """
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise _entities(name)

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise _bad_xml(name) from error


def _entities(name: str) -> FactcheckError:
    return FactcheckError(
        f"“{name}” was refused: its XML defines entities, which no document needs."
    )


def _bad_xml(name: str) -> FactcheckError:
    return FactcheckError(f"“{name}” is damaged: its XML could not be read.")
