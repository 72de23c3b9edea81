"""Files that want to break a reader, made on the spot from one ordinary workbook."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from regiewijzer.register.exchange.files.limits import MEGABYTE, Reason
from tests.hostile.workbooks import workbook

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
END_OF_DATA = b"</sheetData>"


def ordinary() -> bytes:
    return workbook({"Netwerken": [["Naam"], ["Huis van het Kind"]]})


def repacked(change: Mapping[str, Callable[[bytes], bytes]], more: Mapping[str, bytes] | None = None) -> bytes:
    """The ordinary workbook with some parts changed and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ordinary())) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change.get(name, bytes)(source.read(name)))
        for name, content in (more or {}).items():
            target.writestr(name, content)
    return out.getvalue()


def with_cells(cells: bytes) -> bytes:
    return repacked({SHEET: lambda part: part.replace(END_OF_DATA, cells + END_OF_DATA)})


def far_cell() -> bytes:
    return with_cells(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def far_formatting() -> bytes:
    """Somebody once coloured a far cell: it holds nothing."""
    return with_cells(b'<row r="1048576"><c r="XFD1048576" s="1"/></row>')


def zip_bomb() -> bytes:
    return repacked({}, {"xl/media/bom.bin": bytes(200 * MEGABYTE)})


def bomb_in_a_sheet() -> bytes:
    """A hundred megabytes of empty cells, under the limit on size but not on the ratio."""
    return with_cells(b'<row r="3">' + b"<c/>" * (24 * MEGABYTE) + b"</row>")


def lying_size() -> bytes:
    """A sheet that says it is as long as its honest beginning, with a far cell behind it."""
    with zipfile.ZipFile(io.BytesIO(ordinary())) as source:
        honest = source.read(SHEET)
    data = bytearray(repacked({SHEET: lambda _part: honest + b"<c/>" * MEGABYTE + b"</worksheet>"}))
    for mark, crc_at in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        place = 0
        while (place := data.find(mark, place)) >= 0:
            name_at = place + (30 if mark == b"PK\x03\x04" else 46)
            if data[name_at : name_at + len(SHEET)] == SHEET.encode():
                struct.pack_into("<I", data, place + crc_at, zlib.crc32(honest))
                struct.pack_into("<I", data, place + crc_at + 8, len(honest))
            place += 4
    return bytes(data)


def entity_expansion() -> bytes:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><sst><si><t>&c;</t></si></sst>'
    )
    return repacked({STRINGS: lambda _part: bomb})


def entity_in_utf_16() -> bytes:
    return repacked({STRINGS: lambda _part: entity_text().encode("utf-16")})


def entity_text() -> str:
    return '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>'


def document_type() -> bytes:
    """No entity, only a document type from elsewhere."""
    elsewhere = b'<?xml version="1.0"?><!DOCTYPE sst SYSTEM "http://kwaad.example/x.dtd"><sst/>'
    return repacked({STRINGS: lambda _part: elsewhere})


def macros() -> bytes:
    return repacked({}, {"xl/vbaProject.bin": b"macro"})


def macro_type() -> bytes:
    return repacked(
        {"[Content_Types].xml": lambda part: part.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")}
    )


def many_parts() -> bytes:
    return repacked({}, {f"xl/media/{number}.txt": b"x" for number in range(300)})


def the_same_part_twice() -> bytes:
    """One to be judged, and another to be read."""
    out = io.BytesIO(ordinary())
    with zipfile.ZipFile(out, "a") as target:
        target.writestr(SHEET.upper(), b"<worksheet/>")
    return out.getvalue()


def password_on_the_zip() -> bytes:
    data = bytearray(ordinary())
    place = 0
    while (place := data.find(b"PK\x01\x02", place)) >= 0:
        data[place + 8] |= 1
        place += 4
    return bytes(data)


def many_cells() -> bytes:
    """Over a million small numbers, each another, so that they do not pack like a bomb."""
    rows = (b"".join(b"<c><v>%d</v></c>" % (17 * (row + column)) for column in range(190)) for row in range(6_000))
    return with_cells(b"".join(b'<row r="%d">%s</row>' % (number, row) for number, row in enumerate(rows, start=3)))


def broken_xml() -> bytes:
    return repacked({SHEET: lambda part: part[: len(part) // 2]})


def packed_csv_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("Netwerken.csv", b"Naam\n" + b"a;" * 60 * MEGABYTE)
    return out.getvalue()


def packed_folder_of_something_else() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        target.writestr("word/document.xml", b"<w/>")
    return out.getvalue()


UNUSABLE: dict[str, tuple[str, Callable[[], bytes], Reason]] = {
    "empty file": ("leeg.xlsx", bytes, Reason.WRONG_TYPE),
    "a picture": ("foto.png", lambda: b"\x89PNG\r\n\x1a\n" + bytes(1000), Reason.WRONG_TYPE),
    "a picture called csv": ("Netwerken.csv", lambda: b"\x89PNG\r\n\x1a\n" + bytes(1000), Reason.WRONG_TYPE),
    "a letter": ("brief.docx", packed_folder_of_something_else, Reason.WRONG_TYPE),
    "a PDF": ("nota.pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", Reason.WRONG_TYPE),
    "encrypted": ("slot.xlsx", lambda: OLE + "EncryptedPackage".encode("utf-16-le") + bytes(4000), Reason.ENCRYPTED),
    "a password on the zip": ("slot.zip", password_on_the_zip, Reason.ENCRYPTED),
    "the old format": ("oud.xls", lambda: OLE + bytes(4000), Reason.OLD_FORMAT),
    "macros": ("macro.xlsm", macros, Reason.MACROS),
    "macros by type": ("macro.xlsx", macro_type, Reason.MACROS),
    "truncated in front": ("half.xlsx", lambda: ordinary()[:3000], Reason.DAMAGED),
    "truncated behind": ("half.xlsx", lambda: ordinary()[:-30], Reason.DAMAGED),
    "flipped bytes": ("stuk.xlsx", lambda: ordinary()[:400] + b"\0" * 300 + ordinary()[700:], Reason.DAMAGED),
    "broken XML": ("stuk.xlsx", broken_xml, Reason.DAMAGED),
    "the same part twice": ("dubbel.xlsx", the_same_part_twice, Reason.DAMAGED),
    "a far cell": ("ver.xlsx", far_cell, Reason.FAR_CELL),
    "a far row in CSV": ("Netwerken.csv", lambda: b"Naam\n" + b"\n" * 30_000 + b"Ver\n", Reason.FAR_CELL),
    "a wide row in CSV": ("Netwerken.csv", lambda: b"Naam\n" + b";" * 500 + b"Ver\n", Reason.FAR_CELL),
    "a zip bomb": ("bom.xlsx", zip_bomb, Reason.BOMB),
    "a bomb in a sheet": ("bom.xlsx", bomb_in_a_sheet, Reason.BOMB),
    "a bomb of CSV": ("bom.zip", packed_csv_bomb, Reason.BOMB),
    "entities": ("entiteit.xlsx", entity_expansion, Reason.ENTITIES),
    "entities in another encoding": ("entiteit.xlsx", entity_in_utf_16, Reason.ENTITIES),
    "a document type": ("entiteit.xlsx", document_type, Reason.ENTITIES),
    "many parts": ("veel.xlsx", many_parts, Reason.TOO_MANY_PARTS),
    "many cells": ("vol.xlsx", many_cells, Reason.TOO_MANY_CELLS),
    "too large": ("groot.csv", lambda: b"Naam\n" + b"x" * 11 * MEGABYTE, Reason.TOO_LARGE),
}
