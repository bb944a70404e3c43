"""Office files are ZIP archives: what is checked before anything in them is parsed."""

import io
import zipfile
import zlib
from xml.sax import ContentHandler, SAXException

from defusedxml import sax
from defusedxml.common import DefusedXmlException

from factcheck.errors import FactcheckError

MAX_MEMBERS = 2_000
MAX_BYTES = 200 * 2**20
MAX_RATIO = 200
_CHUNK = 2**16
_SMALL = 2**20
"""Members below this may be packed tighter than MAX_RATIO: a blank page of XML is."""


def check(data: bytes, name: str) -> None:
    """Refuse an archive that is damaged, a bomb, reaches outside itself or has a DTD.

    Sizes are counted while unpacking: the archive's own word is not taken for them.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_names(archive, name)
            total = 0
            for info in archive.infolist():
                unpacked = _unpack(archive, info, MAX_BYTES - total, name)
                total += len(unpacked)
                if info.filename.lower().endswith((".xml", ".rels")):
                    _check_xml(unpacked, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise FactcheckError(f"“{name}” is damaged: it could not be unpacked.") from error
    except RuntimeError as error:
        raise FactcheckError(
            f"“{name}” is encrypted. Save it without its password and add it again."
        ) from error


def _check_names(archive: zipfile.ZipFile, name: str) -> None:
    if len(archive.infolist()) > MAX_MEMBERS:
        raise FactcheckError(f"“{name}” was refused: it has more than {MAX_MEMBERS} files in it.")
    for info in archive.infolist():
        parts = info.filename.replace("\\", "/").split("/")
        if ".." in parts or info.filename.startswith(("/", "\\")) or ":" in parts[0]:
            raise FactcheckError(f"“{name}” was refused: it names files outside itself.")


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
    try:
        sax.parseString(data, ContentHandler(), forbid_dtd=True)
    except DefusedXmlException as error:
        raise FactcheckError(
            f"“{name}” was refused: its XML defines entities, which no document needs."
        ) from error
    except (SAXException, ValueError) as error:
        raise FactcheckError(f"“{name}” is damaged: its XML could not be read.") from error
