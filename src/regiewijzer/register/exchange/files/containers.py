"""Is this container a workbook or CSV files, and does it keep within the limits? Judged before anything is unpacked."""

import io
import zipfile
import zlib

from regiewijzer.register.exchange.files.limits import (
    MEGABYTE,
    MOST_PARTS,
    MOST_RATIO,
    SMALL_PART,
    Limits,
    Reason,
    Refused,
)

ZIP = b"PK"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an old workbook, or an encrypted one
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
WORKBOOK_PART = "xl/workbook.xml"
KNOWN_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
ENCRYPTED_FLAG = 0x1
CHUNK = 1 << 20
DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


def refuse_old_format(data: bytes) -> None:
    """An encrypted workbook and an old .xls begin alike; each gets its own sentence."""
    if data.startswith(OLE):
        raise Refused(Reason.ENCRYPTED if ENCRYPTED_PACKAGE in data else Reason.OLD_FORMAT)


def opened(data: bytes, within: Limits) -> zipfile.ZipFile:
    """The container, when what it says about itself keeps within the limits. Refused otherwise."""
    try:
        container = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as wrong:
        raise Refused(Reason.DAMAGED) from wrong
    _judge(container.infolist(), within)
    return container


def is_workbook(container: zipfile.ZipFile) -> bool:
    """Whether this is an .xlsx; an .xlsm is refused."""
    names = {name.lower() for name in container.namelist()}
    if any(name.endswith("vbaproject.bin") for name in names):
        raise Refused(Reason.MACROS)
    return WORKBOOK_PART in names


def is_open_document(container: zipfile.ZipFile) -> bool:
    """Whether this is a spreadsheet of LibreOffice (.ods)."""
    return {"content.xml", "mimetype"} <= set(container.namelist())


def unpacked(container: zipfile.ZipFile, name: str) -> bytes:
    """One part, never more than it said it would be. Refused when it is damaged or says something else."""
    info = container.getinfo(name)
    pieces, size = [], 0
    try:
        with container.open(info) as part:
            while piece := part.read(CHUNK):
                size += len(piece)
                pieces.append(piece)
    except DAMAGES as wrong:
        raise Refused(Reason.DAMAGED) from wrong
    if size != info.file_size:
        raise Refused(Reason.DAMAGED)
    return b"".join(pieces)


def _judge(parts: list[zipfile.ZipInfo], within: Limits) -> None:
    if len(parts) > MOST_PARTS:
        raise Refused(Reason.TOO_MANY_PARTS, found=len(parts), most=MOST_PARTS)
    if any(part.flag_bits & ENCRYPTED_FLAG for part in parts):
        raise Refused(Reason.ENCRYPTED)
    if any(part.compress_type not in KNOWN_METHODS for part in parts):
        raise Refused(Reason.DAMAGED)
    # two parts of one name: we could judge the one, and the reader take the other
    if len({part.filename.lower() for part in parts}) < len(parts):
        raise Refused(Reason.DAMAGED)
    total = sum(part.file_size for part in parts)
    if total > within.unpacked or any(_is_bomb(part) for part in parts):
        raise Refused(Reason.BOMB, found=total // MEGABYTE, most=within.unpacked // MEGABYTE)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > SMALL_PART and part.file_size > MOST_RATIO * max(part.compress_size, 1)
